/* What a worker that a page has taken over could say to its parent. */
#include "json/np-json-article.h"
#include "json/np-json-feed.h"
#include "np-fuzz.h"
#include "worker/np-worker-article.h"
#include "worker/np-worker-frame.h"

static void
open_as_article (GBytes *answer)
{
  g_autoptr (NpArticle) article = np_worker_article_from_bytes (answer);

  if (article != NULL)
    {
      g_autoptr (GBytes) json = np_json_article_to_bytes (article);
      g_autoptr (NpArticle) kept = np_json_article_from_bytes (json, NULL);

      g_assert_nonnull (kept);
    }
}

static void
open_as_feed (GBytes *answer)
{
  g_autoptr (NpFeed) feed = np_json_feed_from_bytes (answer, NULL);

  if (feed != NULL)
    {
      g_autoptr (GBytes) json = np_json_feed_to_bytes (feed);
      g_autoptr (NpFeed) kept = np_json_feed_from_bytes (json, NULL);

      g_assert_nonnull (kept);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size), answer = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (NpLeads) leads = { 0 };

  if (!np_worker_frame_to_answer (bytes, &answer, &leads, &error))
    return 0;
  g_assert_true ((answer == NULL) != (error == NULL));
  if (answer != NULL)
    {
      open_as_article (answer);
      open_as_feed (answer);
    }
  return 0;
}
