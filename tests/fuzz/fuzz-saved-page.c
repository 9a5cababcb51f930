/* A file that holds a page and its photos: MHTML, or data: addresses. */
#include "np-fuzz-article.h"
#include "np-fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  np_fuzz_read_page (data, size, NULL, "file:///home/ann/rain.mhtml");
  return 0;
}
