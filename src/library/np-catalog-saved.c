/* Whether a story is in the library already. */
#include "library/np-catalog.h"

/**
 * np_catalog_find_saved:
 * @self: a catalog
 * @article: an article that is about to be added
 *
 * Looks for a story with one of the addresses of @article, or made from the very same page.
 *
 * Returns: (transfer full) (nullable): its id
 */
char *
np_catalog_find_saved (NpCatalog *self, const NpArticle *article)
{
  g_return_val_if_fail (NP_IS_CATALOG (self) && article != NULL, NULL);

  return np_index_find_same (np_catalog_get_index (self), article, NULL);
}
