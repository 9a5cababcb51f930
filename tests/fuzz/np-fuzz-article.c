#include "np-fuzz-article.h"

#include "extract/np-extract.h"
#include "json/np-json-article.h"
#include "model/np-time.h"
#include "worker/np-worker-article.h"

#include <string.h>

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
check_texts (GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    check_text (texts->pdata[i]);
}

static void
check_spans (const NpBlock *block)
{
  guint length = block->text != NULL ? (guint) g_utf8_strlen (block->text, -1) : 0;

  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      const NpSpan *span = &g_array_index (block->spans, NpSpan, i);

      g_assert_cmpuint (span->start, <, span->end);
      g_assert_cmpuint (span->end, <=, length);
      check_text (span->href);
    }
}

/* The blocks of an article nest no deeper than NP_BLOCK_MAX_DEPTH: here recursion is safe. */
static void
check_blocks (GPtrArray *blocks, guint n_figures, guint depth)
{
  g_assert_cmpuint (depth, <=, NP_BLOCK_MAX_DEPTH);
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const NpBlock *block = blocks->pdata[i];

      check_text (block->text);
      check_text (block->href);
      check_spans (block);
      if (block->type == NP_BLOCK_FIGURE)
        g_assert_cmpuint (block->figure, <, n_figures);
      check_blocks (block->children, n_figures, depth + 1);
    }
}

static void
check_article (const NpArticle *article)
{
  const char *const texts[] = { article->url,         article->canonical_url, article->headline, article->deck,
                                article->byline,      article->dateline,      article->section,  article->site_name,
                                article->site_domain, article->language };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_text (texts[i]);
  g_assert_true (article->published == NULL || np_time_is_valid (article->published));
  g_assert_true (article->updated == NULL || np_time_is_valid (article->updated));
  check_texts (article->authors);
  check_texts (article->keywords);
  check_texts (article->suggested_topics);
  check_texts (article->diagnostics);
  for (guint i = 0; i < article->figures->len; i++)
    {
      const NpFigure *figure = article->figures->pdata[i];

      check_text (figure->source);
      check_text (figure->alt);
      check_text (figure->caption);
      check_text (figure->credit);
    }
  check_blocks (article->body, article->figures->len, 0);
}

/* What is written is read as the same: nothing in it that the library's files cannot hold. */
static GBytes *
check_json (const NpArticle *article)
{
  g_autoptr (GBytes) json = np_json_article_to_bytes (article), again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) read = np_json_article_from_bytes (json, &error);

  g_assert_no_error (error);
  again = np_json_article_to_bytes (read);
  g_assert_true (g_bytes_equal (json, again));
  return g_steal_pointer (&json);
}

/* What the worker answers is what was read, but for what nobody may follow. */
static void
check_way (const NpArticle *article, GBytes *json)
{
  g_autoptr (GBytes) frame = np_worker_article_to_bytes (article), again = NULL;
  g_autoptr (NpArticle) read = np_worker_article_from_bytes (frame);

  g_assert_nonnull (read);
  again = np_json_article_to_bytes (read);
  g_assert_true (g_bytes_equal (json, again));
}

/**
 * np_fuzz_read_page:
 * @data: what was fetched
 * @size: of it
 * @content_type: (nullable): what the transport says of it
 * @url: (nullable): where it is from
 *
 * Reads it twice and ends the program when an article is not as articles are, or the second not as the first.
 */
void
np_fuzz_read_page (const guint8 *data, gsize size, const char *content_type, const char *url)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size), first = NULL;
  g_autoptr (NpPage) page = np_page_new (bytes);

  page->content_type = g_strdup (content_type);
  page->url = g_strdup (url);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NpArticle) article = np_extract (page, &error);
      g_autoptr (GBytes) json = NULL;

      if (article == NULL)
        {
          g_assert_true (error != NULL && error->domain == NP_EXTRACT_ERROR);
          check_text (error->message);
          return;
        }
      g_assert_no_error (error);
      check_article (article);
      json = check_json (article);
      check_way (article, json);
      g_assert_true (first == NULL || g_bytes_equal (first, json));
      g_clear_pointer (&first, g_bytes_unref);
      first = g_steal_pointer (&json);
    }
}
