/* One format of feeds; each in a file of its own, headed by its specification and its tags. */
#pragma once

#include "extract/np-feed-xml.h"
#include "model/np-feed.h"

G_BEGIN_DECLS

gboolean np_feed_rss_read (const NpFeedXml *xml, NpFeed *feed);
gboolean np_feed_atom_read (const NpFeedXml *xml, NpFeed *feed);
gboolean np_feed_cdf_read (const NpFeedXml *xml, NpFeed *feed);
NpFeed *np_feed_page_read (char *text, gsize length, const char *base);
NpFeed *np_feed_json_read (const char *text, gsize length, const char *base);

void np_feed_add_entry (NpFeed *feed, NpFeedEntry *entry);

G_END_DECLS
