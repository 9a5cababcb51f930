/* What np-feeds.c hands to its other parts and to NpLibrary. */
#pragma once

#include "library/np-catalog.h"
#include "library/np-feed-loader.h"
#include "library/np-feeds.h"
#include "library/np-work-queue.h"

G_BEGIN_DECLS

/* Changes the feeds that are on disk; returns whether there is something to write. */
typedef gboolean (*NpFeedsChange) (NpFollowing *following, gpointer user_data);

NpFeeds *np_feeds_new (NpCatalog *catalog, NpFetcher *fetcher);
void np_feeds_close (NpFeeds *self);
NpCatalog *np_feeds_get_catalog (NpFeeds *self);
gboolean np_feeds_change (NpFeeds *self, NpFeedsChange change, gpointer user_data, GError **error);
gboolean np_feeds_load (NpFeeds *self, const NpFollowed *followed, NpFeedAnswer *answer, GCancellable *cancellable,
                        GError **error);
gboolean np_feeds_push_work (NpFeeds *self, NpWorkFunc func, gpointer data);
gboolean np_feeds_begin (NpFeeds *self);
void np_feeds_end (NpFeeds *self);
void np_feeds_set_timer (NpFeeds *self, guint start_ms, guint every_ms);
void np_feeds_set_refreshing (NpFeeds *self, gboolean refreshing);

G_END_DECLS
