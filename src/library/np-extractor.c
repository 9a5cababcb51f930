#include "library/np-extractor.h"

#include "extract/np-extract.h"
#include "worker/np-worker-pdf.h"

#include "np-config.h"

/* By the clock on the wall, how long the program that reads PDFs may take. */
#define PDF_SECONDS 20

/**
 * np_extractor_extract:
 * @page: what was fetched or opened
 * @error: return location for a `NP_EXTRACT_ERROR`; of a PDF also a `NP_WORKER_ERROR`
 *
 * Reads the story of a page, a text or a PDF. It may take some tens of milliseconds: not for the main thread.
 *
 * Returns: (transfer full) (nullable): the article, or `NULL` on error
 */
NpArticle *
np_extractor_extract (const NpPage *page, GError **error)
{
  g_autoptr (NpPage) layout = NULL;
  NpArticle *article;

  g_return_val_if_fail (page != NULL, NULL);

  if (np_worker_pdf_is_needed (page))
    {
      layout = np_worker_pdf_to_layout (page, PDF_SECONDS, NULL, error);
      if (layout == NULL)
        return NULL;
    }
  article = np_extract (layout != NULL ? layout : page, error);
  if (article != NULL && article->provenance.extractor == NULL)
    article->provenance.extractor = g_strdup ("newsprint " NP_VERSION);
  return article;
}
