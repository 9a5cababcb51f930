#include "library/np-search-shelf.h"

#include "library/np-library-error.h"

struct _NpSearchShelf
{
  NpStore *store;
  GMutex lock;
  NpSearches *searches; /* as they were read or written last; under lock */
};

/**
 * np_search_shelf_new:
 * @store: the library
 *
 * Blocking. Where the file cannot be read there are no searches.
 *
 * Returns: (transfer full): the searches of the library
 */
NpSearchShelf *
np_search_shelf_new (NpStore *store)
{
  NpSearchShelf *self = g_new0 (NpSearchShelf, 1);

  self->store = g_object_ref (store);
  g_mutex_init (&self->lock);
  self->searches = np_store_read_searches (store, NULL);
  if (self->searches == NULL)
    self->searches = np_searches_new ();
  return self;
}

/**
 * np_search_shelf_free:
 * @self: (transfer full) (nullable): the searches
 */
void
np_search_shelf_free (NpSearchShelf *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->store);
  g_mutex_clear (&self->lock);
  np_searches_unref (self->searches);
  g_free (self);
}

/**
 * np_search_shelf_get:
 * @self: the searches
 *
 * Returns: (transfer full): the searches as they are now, frozen
 */
NpSearches *
np_search_shelf_get (NpSearchShelf *self)
{
  NpSearches *searches;

  g_mutex_lock (&self->lock);
  searches = np_searches_ref (self->searches);
  g_mutex_unlock (&self->lock);
  return searches;
}

static void
take (NpSearchShelf *self, NpSearches *searches)
{
  g_mutex_lock (&self->lock);
  np_searches_unref (self->searches);
  self->searches = np_searches_ref (searches);
  g_mutex_unlock (&self->lock);
}

/**
 * np_search_shelf_read:
 * @self: the searches
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Reads the file anew, for a change of it: others may have written it since. Where there is none any more, or a damaged
 * one, what is known of it is all there is. Blocking.
 *
 * Returns: (transfer full) (nullable): the searches as they are on disk, frozen
 */
NpSearches *
np_search_shelf_read (NpSearchShelf *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (NpSearches) searches = np_store_read_searches (self->store, &local);

  if (searches == NULL)
    {
      g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
      return NULL;
    }
  return np_searches_get_size (searches) > 0 ? g_steal_pointer (&searches) : np_search_shelf_get (self);
}

/**
 * np_search_shelf_set:
 * @self: the searches
 * @searches: the searches as they shall be
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Blocking.
 *
 * Returns: whether they are on disk; if not, nothing changed
 */
gboolean
np_search_shelf_set (NpSearchShelf *self, NpSearches *searches, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!np_store_write_searches (self->store, searches, &local))
    {
      g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
      return FALSE;
    }
  take (self, searches);
  return TRUE;
}

/**
 * np_search_shelf_refresh:
 * @self: the searches
 *
 * Takes what others have written. Blocking.
 *
 * Returns: whether there are other searches now
 */
gboolean
np_search_shelf_refresh (NpSearchShelf *self)
{
  g_autoptr (NpSearches) now = np_store_read_searches (self->store, NULL), before = np_search_shelf_get (self);

  if (now == NULL || np_searches_equal (now, before))
    return FALSE;
  take (self, now);
  return TRUE;
}
