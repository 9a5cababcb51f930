/* The feeds that are followed and the New shelf. What blocks is safe from any thread; the rest is for the main thread.
 */
#pragma once

#include "model/np-followed.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NP_TYPE_FEEDS (np_feeds_get_type ())
G_DECLARE_FINAL_TYPE (NpFeeds, np_feeds, NP, FEEDS, GObject)

/* Signal "changed" (): other feeds, other items, or a feed has or has no longer an error.
 * Property "refreshing" (boolean). */

GListModel *np_feeds_get_items (NpFeeds *self);
GPtrArray *np_feeds_list (NpFeeds *self);
gboolean np_feeds_is_refreshing (NpFeeds *self);
void np_feeds_set_interval (NpFeeds *self, guint minutes);

/* blocking */
NpFollowed *np_feeds_follow (NpFeeds *self, const char *url, GCancellable *cancellable, GError **error);
NpFollowed *np_feeds_unfollow (NpFeeds *self, const char *id_or_url, GError **error);
gboolean np_feeds_put_back (NpFeeds *self, const NpFollowed *followed, GError **error);
gboolean np_feeds_refresh (NpFeeds *self, guint *n_new, GCancellable *cancellable, GError **error);
gboolean np_feeds_move_items (NpFeeds *self, GPtrArray *items, gboolean onto_shelf, GError **error);
gboolean np_feeds_import_opml (NpFeeds *self, const char *file, GError **error);
GBytes *np_feeds_export_opml (NpFeeds *self);

void np_feeds_follow_async (NpFeeds *self, const char *url, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
NpFollowed *np_feeds_follow_finish (NpFeeds *self, GAsyncResult *result, GError **error);
void np_feeds_refresh_async (NpFeeds *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean np_feeds_refresh_finish (NpFeeds *self, GAsyncResult *result, GError **error);
void np_feeds_dismiss (NpFeeds *self, GPtrArray *items);
void np_feeds_undismiss (NpFeeds *self, GPtrArray *items);
void np_feeds_unfollow_async (NpFeeds *self, const char *id, GAsyncReadyCallback callback, gpointer user_data);
NpFollowed *np_feeds_unfollow_finish (NpFeeds *self, GAsyncResult *result, GError **error);
void np_feeds_put_back_soon (NpFeeds *self, const NpFollowed *followed);

G_END_DECLS
