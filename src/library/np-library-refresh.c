/* Bringing the index up to date with the folder; the rest of NpLibrary is in np-library.c. */
#include "base/np-memory.h"
#include "library/np-catalog-refresh.h"
#include "library/np-catalog-update.h"
#include "library/np-library-parts.h"

/* The files that are not stories: what others did to them before the watch was at work. */
static void
look_at_top (NpLibrary *self)
{
  static const char *const paths[] = { "library.json", "topics.json", "feeds.json" };
  g_autoptr (GPtrArray) again = g_ptr_array_new_with_free_func (g_free);
  NpCatalogNews news = { .again = again };

  np_catalog_update (np_library_get_catalog (self), paths, G_N_ELEMENTS (paths), &news, NULL);
  if (news.feeds)
    np_library_look_at_feeds (self);
  if (news.topics || news.root)
    np_library_tell_changed (self, TRUE);
}

/**
 * np_library_tell_news:
 * @news: what others did to the library's files
 * @user_data: the library
 *
 * Tells the window of it. In any thread.
 */
void
np_library_tell_news (const NpCatalogNews *news, gpointer user_data)
{
  if (news->searches)
    np_library_tell_searches (user_data);
  if (news->feeds)
    np_library_look_at_feeds (user_data);
  if (news->stories || news->topics || news->root)
    np_library_tell_changed (user_data, news->topics);
}

/* A refresh merges copies, of any of the files at the top. */
static void
tell_refreshed (NpLibrary *self)
{
  np_library_tell_changed (self, TRUE);
  np_library_tell_searches (self);
  np_library_look_at_feeds (self);
}

/**
 * np_library_refresh_work:
 * @owner: a library
 * @data: the cancellable that stops it
 *
 * Brings the index up to date with the folder. Runs in the worker.
 */
void
np_library_refresh_work (gpointer owner, gpointer data)
{
  NpLibrary *self = owner;
  gboolean stale = np_health_is_stale (np_catalog_get_health (np_library_get_catalog (self))), changed = FALSE;
  g_autoptr (GError) error = NULL;

  if (np_search_shelf_refresh (np_catalog_get_searches (np_library_get_catalog (self))))
    np_library_tell_searches (self);
  look_at_top (self);
  if (!np_catalog_refresh (np_library_get_catalog (self), FALSE, stale ? np_library_tell_progress : NULL, self,
                           &changed, data, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_message ("the index could not be brought up to date: %s", error->message);
      if (stale)
        np_library_tell_progress (1, self);
    }
  if (changed)
    tell_refreshed (self);
  np_memory_settle (); /* of all the names of files */
}

/**
 * np_library_refresh:
 * @self: a library
 * @rebuild: whether to build the index anew, else only what changed on disk is read; a missing or damaged index is
 *   always built anew
 * @cancellable: (nullable): stops it
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Brings the index up to date with the folder. Blocking; "rebuilding" tells the progress when the main context runs.
 *
 * Returns: whether it is up to date
 */
gboolean
np_library_refresh (NpLibrary *self, gboolean rebuild, GCancellable *cancellable, GError **error)
{
  gboolean changed = FALSE, ok;

  g_return_val_if_fail (NP_IS_LIBRARY (self), FALSE);

  ok = np_catalog_refresh (np_library_get_catalog (self), rebuild, np_library_tell_progress, self, &changed,
                           cancellable, error);
  if (changed)
    tell_refreshed (self);
  return ok;
}
