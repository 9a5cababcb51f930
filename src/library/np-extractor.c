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

/**
 * np_extractor_read_facts:
 * @page: a page that holds no story
 *
 * Returns: (transfer full) (nullable): an article with what the page says outside its text, and neither text nor
 * photos; `NULL` when nothing can be read of it
 */
NpArticle *
np_extractor_read_facts (NpPage *page)
{
  gboolean whole;
  NpArticle *article;

  g_return_val_if_fail (page != NULL, NULL);

  whole = page->whole;
  page->whole = TRUE;
  article = np_extractor_extract (page, NULL);
  page->whole = whole;
  if (article == NULL)
    return NULL;
  g_ptr_array_set_size (article->body, 0);
  g_ptr_array_set_size (article->figures, 0);
  return article;
}
