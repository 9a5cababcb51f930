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
  const char *urls[] = { article->url, article->canonical_url, article->provenance.final_url };
  NpIndex *index;
  char *id = NULL;

  g_return_val_if_fail (NP_IS_CATALOG (self) && article != NULL, NULL);

  index = np_catalog_get_index (self);
  for (guint i = 0; id == NULL && i < G_N_ELEMENTS (urls); i++)
    if (urls[i] != NULL)
      id = np_index_find_id_by_url (index, urls[i], NULL);
  if (id == NULL && article->provenance.page != NULL)
    id = np_index_find_id_by_page (index, article->provenance.page, NULL);
  return id;
}
