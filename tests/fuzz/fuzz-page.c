/* A page that comes from anybody. */
#include "np-fuzz-article.h"
#include "np-fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  np_fuzz_read_page (data, size, "text/html", "https://news.example/2018/05/31/story");
  return 0;
}
