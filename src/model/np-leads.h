/* Where a page leads that is not, or not all of, the story. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A plain record; zeroed before it is filled. All addresses are absolute and of the web. */
typedef struct
{
  char *refresh;         /* (nullable) where the page goes by itself */
  guint refresh_seconds; /* after how long */
  char *canonical;       /* (nullable) the page proper, when this one is made for phones or printers alone */
  char *next;            /* (nullable) the page on which the story goes on */
} NpLeads;

void np_leads_clear (NpLeads *leads);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NpLeads, np_leads_clear)

G_END_DECLS
