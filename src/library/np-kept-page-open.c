#include "library/np-kept-page-open.h"

#include "library/np-library-error.h"

/**
 * np_kept_page_open:
 * @catalog: where stories are
 * @article: a story
 * @path: (nullable): one of its kept pages
 * @error: `NP_LIBRARY_ERROR_NOT_FOUND` when there is none, or any of `NP_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the kept page, with what is known of how it came
 */
NpPage *
np_kept_page_open (NpCatalog *catalog, const NpArticle *article, const char *path, GError **error)
{
  const NpProvenance *from = &article->provenance;
  g_autoptr (GBytes) bytes = NULL;
  NpPage *page;

  if (path == NULL)
    {
      g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NOT_FOUND, "no page of the story is kept");
      return NULL;
    }
  bytes = np_store_read_page (np_catalog_get_store (catalog), path, error);
  if (bytes == NULL)
    return NULL;
  page = np_page_new (bytes);
  page->url = g_strdup (article->url);
  page->final_url = g_strdup (from->final_url);
  page->content_type = g_strdup (from->content_type);
  page->status = from->status;
  return page;
}
