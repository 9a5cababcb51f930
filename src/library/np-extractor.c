#include "library/np-extractor.h"

#include "extract/np-extract.h"

#include "np-config.h"

/**
 * np_extractor_extract:
 * @page: what was fetched or opened
 * @error: return location for a `NP_EXTRACT_ERROR`
 *
 * Reads the story of a page or text. It may take some tens of milliseconds: not for the main thread.
 *
 * Returns: (transfer full) (nullable): the article, or `NULL` on error
 */
NpArticle *
np_extractor_extract (const NpPage *page, GError **error)
{
  NpArticle *article;

  g_return_val_if_fail (page != NULL, NULL);

  article = np_extract (page, error);
  if (article != NULL && article->provenance.extractor == NULL)
    article->provenance.extractor = g_strdup ("newsprint " NP_VERSION);
  return article;
}
