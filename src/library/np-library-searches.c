/* The searches that are kept, as the window and the command line see them. */
#include "library/np-library-parts.h"

/**
 * np_library_get_searches:
 * @self: a library
 *
 * Returns: (transfer full): the searches that are kept, as they are now; "searches-changed" tells of others
 */
NpSearches *
np_library_get_searches (NpLibrary *self)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self), NULL);

  return np_search_shelf_get (np_catalog_get_searches (np_library_get_catalog (self)));
}

/**
 * np_library_get_search_count:
 * @self: a library
 * @id: the id of a search that is kept
 *
 * Returns: how many stories it finds, as it was counted last: see np_library_get_counts()
 */
guint
np_library_get_search_count (NpLibrary *self, const char *id)
{
  g_return_val_if_fail (NP_IS_LIBRARY (self) && id != NULL, 0);

  return np_tally_get_search (np_library_get_tally (self), id);
}
