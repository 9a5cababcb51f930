/* What a worker that a page has taken over could say to its parent. */
#include "json/np-json-article.h"
#include "np-fuzz.h"
#include "worker/np-worker-frame.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (NpArticle) article = NULL;
  g_autoptr (GError) error = NULL;

  if (!np_worker_frame_to_answer (bytes, &article, &error))
    return 0;
  g_assert_true ((article == NULL) != (error == NULL));
  if (article != NULL)
    {
      g_autoptr (GBytes) json = np_json_article_to_bytes (article);
      g_autoptr (NpArticle) kept = np_json_article_from_bytes (json, NULL);

      g_assert_nonnull (kept);
    }
  return 0;
}
