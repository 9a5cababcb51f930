/* The headers of a MIME part. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A plain record; strings are valid UTF-8. */
typedef struct
{
  char *type;     /* (nullable) lower case, without parameters */
  char *boundary; /* (nullable) */
  char *charset;  /* (nullable) */
  char *start;    /* (nullable) without its brackets */
  char *location; /* (nullable) Content-Location */
  char *snapshot; /* (nullable) Snapshot-Content-Location */
  char *id;       /* (nullable) without its brackets */
  char *encoding; /* (nullable) lower case */
} NpMimeHeader;

const char *np_mime_header_read (const char *text, const char *end, NpMimeHeader *header);
void np_mime_header_clear (NpMimeHeader *header);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NpMimeHeader, np_mime_header_clear)

G_END_DECLS
