#include "worker/np-worker-pdf-tool.h"

#include "worker/np-worker-sandbox.h"

#include <errno.h>
#include <unistd.h>

/**
 * np_worker_pdf_become:
 *
 * Gives up the rights of this process and makes it pdftotext, from standard input to standard output.
 *
 * Returns: the exit status, when there is no such program
 */
int
np_worker_pdf_become (void)
{
  static const char *const places[] = { "/usr/bin/pdftotext", "/usr/local/bin/pdftotext" };

  np_worker_sandbox_enter_tool ();
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    execl (places[i], "pdftotext", "-q", "-bbox-layout", "-enc", "UTF-8", "-", "-", NULL);
  return errno == ENOENT ? NP_WORKER_PDF_NOT_FOUND : 126;
}
