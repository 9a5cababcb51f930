/* OPML 2.0 (opml.org/spec2.opml): the list of feeds that feed readers exchange. Pure. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A feed in such a list. A plain record. */
typedef struct
{
  char *url;
  char *title; /* (nullable) */
  char *link;  /* (nullable) the page that it is of */
} NpOpmlFeed;

NpOpmlFeed *np_opml_feed_new (const char *url, const char *title, const char *link);
void np_opml_feed_free (NpOpmlFeed *feed);
GPtrArray *np_opml_read (GBytes *bytes, GError **error);
GBytes *np_opml_write (GPtrArray *feeds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpOpmlFeed, np_opml_feed_free)

G_END_DECLS
