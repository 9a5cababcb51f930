#include "worker/np-worker-pdf.h"

#include "extract/np-extract.h"
#include "extract/np-sniff.h"
#include "worker/np-worker-child.h"
#include "worker/np-worker-pdf-tool.h"
#include "worker/np-worker-sandbox.h"
#include "worker/np-worker-serve.h"

/* What it may write: text, and the place of each word. */
#define MAX_BYTES (48u * 1024 * 1024)

/**
 * np_worker_pdf_is_needed:
 * @page: what was fetched or opened
 *
 * Returns: whether it is a PDF
 */
gboolean
np_worker_pdf_is_needed (const NpPage *page)
{
  return np_sniff (page) == NP_SNIFF_PDF;
}

/* What the tool's end means (pdftotext(1)). */
static gboolean
check_status (int status, GError **error)
{
  if (status == 0)
    return TRUE;
  if (status == NP_WORKER_PDF_NOT_FOUND)
    g_set_error_literal (error, NP_WORKER_ERROR, NP_WORKER_ERROR_NO_PDF_READER,
                         "pdftotext, which reads PDFs, is not installed");
  else if (status == NP_WORKER_EXIT_MEMORY)
    g_set_error_literal (error, NP_WORKER_ERROR, NP_WORKER_ERROR_MEMORY, "it takes too much memory to read");
  else
    g_set_error_literal (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_TYPE,
                         status == 3 ? "This PDF does not allow its text to be read"
                                     : "This PDF is damaged, or locked with a password");
  return FALSE;
}

/**
 * np_worker_pdf_to_layout:
 * @page: a PDF
 * @wall_seconds: how long that may take, by the clock on the wall
 * @cancellable: (nullable): stops it
 * @error: `NP_EXTRACT_ERROR_TYPE`, any of `NP_WORKER_ERROR`, or cancelled
 *
 * Runs the tool, in a process that may open files to read them but neither write nor talk to anybody, with the limits
 * of a worker. Blocking; safe from any thread.
 *
 * Returns: (transfer full) (nullable): a page that np_extract() reads, with the addresses of @page
 */
NpPage *
np_worker_pdf_to_layout (const NpPage *page, guint wall_seconds, GCancellable *cancellable, GError **error)
{
  static const char *const command[] = { "/proc/self/exe", NP_WORKER_WORD, NULL };
  gint64 deadline = g_get_monotonic_time () + (gint64) wall_seconds * G_USEC_PER_SEC;
  g_autoptr (GBytes) layout = NULL;
  NpPage *result;
  int status;

  g_return_val_if_fail (page != NULL, NULL);

  layout =
      np_worker_child_run (command, NP_WORKER_PDF_MARK, page->bytes, MAX_BYTES, deadline, cancellable, &status, error);
  if (layout == NULL || !check_status (status, error))
    return NULL;
  result = np_page_new (layout);
  result->url = g_strdup (page->url);
  result->final_url = g_strdup (page->final_url);
  result->status = page->status;
  result->content_type = g_strdup (NP_SNIFF_PDF_LAYOUT_TYPE);
  return result;
}
