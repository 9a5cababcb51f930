/* The feeds of NpLibrary. */
#include "library/np-feeds-parts.h"
#include "library/np-library-parts.h"

static GQuark
feeds_quark (void)
{
  return g_quark_from_static_string ("np-library-feeds");
}

/**
 * np_library_get_feeds:
 * @self: a library
 *
 * For the main thread.
 *
 * Returns: (transfer none): the feeds that are followed, and the New shelf
 */
NpFeeds *
np_library_get_feeds (NpLibrary *self)
{
  NpFeeds *feeds;

  g_return_val_if_fail (NP_IS_LIBRARY (self), NULL);

  feeds = g_object_get_qdata (G_OBJECT (self), feeds_quark ());
  if (feeds == NULL)
    {
      feeds = np_feeds_new (np_library_get_catalog (self), np_library_get_fetcher (self));
      g_object_set_qdata_full (G_OBJECT (self), feeds_quark (), feeds, g_object_unref);
    }
  return feeds;
}

/**
 * np_library_close_feeds:
 * @self: a library that is about to be closed
 *
 * Ends what its feeds do.
 */
void
np_library_close_feeds (NpLibrary *self)
{
  NpFeeds *feeds = g_object_get_qdata (G_OBJECT (self), feeds_quark ());

  if (feeds != NULL)
    np_feeds_close (feeds);
}

static gboolean
change_nothing (NpFollowing *following, gpointer user_data)
{
  return FALSE;
}

/**
 * np_library_look_at_feeds:
 * @self: a library
 *
 * Has its feeds, when somebody has asked for them, read feeds.json again: somebody may have changed it. In any thread.
 */
void
np_library_look_at_feeds (NpLibrary *self)
{
  NpFeeds *feeds = g_object_get_qdata (G_OBJECT (self), feeds_quark ());
  g_autoptr (GError) error = NULL;

  if (feeds != NULL && !np_feeds_change (feeds, change_nothing, NULL, &error))
    g_message ("the feeds cannot be read: %s", error->message);
  np_library_tell_damage (self);
}

static const char *
find_feed (GPtrArray *feeds, const char *id)
{
  for (guint i = 0; i < feeds->len; i++)
    if (g_str_equal (((NpFollowed *) feeds->pdata[i])->id, id))
      return ((NpFollowed *) feeds->pdata[i])->url;
  return NULL;
}

/**
 * np_library_dup_referring_feed:
 * @self: a library
 * @url: an address that is to be saved
 *
 * What a feed refers to may not lie where the feed may not lead, whichever way it is saved. For the main thread.
 *
 * Returns: (transfer full) (nullable): the address of the feed that has @url on the New shelf
 */
char *
np_library_dup_referring_feed (NpLibrary *self, const char *url)
{
  NpFeeds *feeds = g_object_get_qdata (G_OBJECT (self), feeds_quark ());
  GListModel *items = feeds != NULL ? np_feeds_get_items (feeds) : NULL;

  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (NpFeedItem) item = g_list_model_get_item (items, i);
      g_autoptr (GPtrArray) list = NULL;

      if (g_strcmp0 (np_feed_item_get_link (item), url) != 0)
        continue;
      list = np_feeds_list (feeds);
      return g_strdup (find_feed (list, np_feed_item_get_feed (item)));
    }
  return NULL;
}
