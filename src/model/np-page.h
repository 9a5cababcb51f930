/* What was fetched or opened: bytes, and what the transport said of them. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _NpPage NpPage;

/* A plain record, owned by the one who asked for it. */
struct _NpPage
{
  GBytes *bytes;
  char *url;            /* (nullable) as it was asked for */
  char *final_url;      /* (nullable) after redirects */
  guint status;         /* HTTP; 0 = not from HTTP */
  char *content_type;   /* (nullable) media type without parameters, lower case: "text/html" */
  char *charset;        /* (nullable) what the transport said */
  char *etag;           /* (nullable) what tells this version of it from others (RFC 9110, 8.8.3) */
  char *last_modified;  /* (nullable) as the server says it */
  gboolean whole;       /* all the text that is on it is wanted, not the story's alone */
  GPtrArray *redirects; /* char* each address that led on, in order; empty when none did */
};

NpPage *np_page_new (GBytes *bytes);
void np_page_free (NpPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpPage, np_page_free)

G_END_DECLS
