/* NpFeeds and the lists of other feed readers. */
#include "library/np-feeds-parts.h"

#include "exchange/np-opml.h"
#include "library/np-library-error.h"
#include "library/np-local-file.h"
#include "model/np-time.h"

static gboolean
add_feeds (NpFollowing *following, gpointer user_data)
{
  GPtrArray *feeds = user_data;
  g_autofree char *now = np_time_now ();
  guint before = following->feeds->len;

  for (guint i = 0; i < feeds->len; i++)
    {
      const NpOpmlFeed *feed = feeds->pdata[i];
      g_autofree char *id = g_uuid_string_random ();
      NpFollowed *followed;

      if (np_following_find (following, feed->url) != NULL)
        continue;
      followed = np_followed_new (id, feed->url);
      followed->title = g_strdup (feed->title);
      followed->link = g_strdup (feed->link);
      followed->followed = g_strdup (now);
      g_ptr_array_add (following->feeds, followed);
    }
  return following->feeds->len > before;
}

/**
 * np_feeds_import_opml:
 * @self: feeds
 * @file: a path or a file: address
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Follows every feed of an OPML file that is not followed yet; they are read at the next refresh. Blocking.
 *
 * Returns: whether that is on disk
 */
gboolean
np_feeds_import_opml (NpFeeds *self, const char *file, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (NpPage) page = NULL;
  g_autoptr (GPtrArray) feeds = NULL;

  g_return_val_if_fail (NP_IS_FEEDS (self) && file != NULL, FALSE);

  page = np_local_file_read (file, NULL, &local);
  feeds = page != NULL ? np_opml_read (page->bytes, &local) : NULL;
  if (feeds != NULL && feeds->len == 0)
    {
      g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_FEED, "%s: It lists no feed", file);
      return FALSE;
    }
  if (feeds != NULL)
    return np_feeds_change (self, add_feeds, feeds, error);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_FEED, "%s: %s", file, local->message);
  else
    g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
  return FALSE;
}

/**
 * np_feeds_export_opml:
 * @self: feeds
 *
 * Returns: (transfer full): all of them as an OPML file
 */
GBytes *
np_feeds_export_opml (NpFeeds *self)
{
  g_autoptr (GPtrArray) list = NULL, feeds = NULL;

  g_return_val_if_fail (NP_IS_FEEDS (self), NULL);

  list = np_feeds_list (self);
  feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) np_opml_feed_free);
  for (guint i = 0; i < list->len; i++)
    {
      const NpFollowed *followed = list->pdata[i];

      g_ptr_array_add (feeds, np_opml_feed_new (followed->url, followed->title, followed->link));
    }
  return np_opml_write (feeds);
}
