/* What pdftotext could be made to write by a PDF. */
#include "extract/np-sniff.h"
#include "np-fuzz-article.h"
#include "np-fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  np_fuzz_read_page (data, size, NP_SNIFF_PDF_LAYOUT_TYPE, "https://news.example/rain.pdf");
  return 0;
}
