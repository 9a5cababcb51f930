/* A pasted text that comes from anybody. */
#include "np-fuzz-article.h"
#include "np-fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  np_fuzz_read_page (data, size, "text/plain", "https://news.example/2018/05/31/story");
  return 0;
}
