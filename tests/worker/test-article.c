/* The article on its way from the child to the parent: nothing is lost, and nothing that a child says is trusted. */
#include "worker/np-worker-article.h"

#include "json/np-json-article.h"

#include <string.h>

static NpBlock *
add_text (NpBlock *parent, NpBlockType type, const char *text)
{
  return np_block_add_child (parent, np_block_new_text (type, text));
}

/* One of everything that extraction makes. */
static NpArticle *
make_article (void)
{
  NpArticle *article = np_article_new ();
  NpBlock all = { .type = NP_BLOCK_QUOTE, .children = article->body };
  NpBlock *block;
  NpFigure *figure = np_figure_new ();

  article->url = g_strdup ("https://news.example/a");
  article->canonical_url = g_strdup ("https://news.example/b");
  article->headline = g_strdup ("Überschrift 日本語");
  article->deck = g_strdup ("");
  article->byline = g_strdup ("By Ann Example");
  article->dateline = g_strdup ("NEW YORK");
  article->site_name = g_strdup ("The Example");
  article->site_domain = g_strdup ("news.example");
  article->section = g_strdup ("Weather");
  article->language = g_strdup ("en");
  article->published = g_strdup ("2018-05-31T15:48");
  article->updated = g_strdup ("2018-06-01");
  g_ptr_array_add (article->authors, g_strdup ("Ann Example"));
  g_ptr_array_add (article->suggested_topics, g_strdup ("Rain"));
  g_ptr_array_add (article->keywords, g_strdup ("rain"));
  g_ptr_array_add (article->diagnostics, g_strdup ("The second page is missing"));
  article->provenance.final_url = g_strdup ("https://news.example/c");
  article->provenance.content_type = g_strdup ("text/html");
  article->provenance.extractor = g_strdup ("newsprint 1");
  article->provenance.status = 200;
  np_article_set_field_source (article, "headline", "json-ld");
  np_article_set_field_source (article, "published", "meta");
  figure->source = g_strdup ("https://news.example/p.jpg");
  figure->alt = g_strdup ("A square");
  figure->caption = g_strdup ("The square at noon");
  figure->credit = g_strdup ("B. Example/AP");
  figure->width = 800;
  figure->height = 600;
  np_article_add_figure (article, figure);

  block = add_text (&all, NP_BLOCK_PARAGRAPH, "It rained, people said.");
  np_block_add_span (block, 0, 2, NP_SPAN_STRONG, NULL);
  np_block_add_span (block, 3, 9, NP_SPAN_LINK, "https://news.example/rain");
  add_text (&all, NP_BLOCK_HEADING, "What was sold")->level = 3;
  add_text (np_block_add_child (&all, np_block_new (NP_BLOCK_QUOTE)), NP_BLOCK_PARAGRAPH, "It was wet.");
  block = np_block_add_child (&all, np_block_new (NP_BLOCK_LIST));
  block->ordered = TRUE;
  add_text (np_block_add_child (block, np_block_new (NP_BLOCK_ITEM)), NP_BLOCK_PARAGRAPH, "Apples");
  block = np_block_add_child (np_block_add_child (&all, np_block_new (NP_BLOCK_TABLE)), np_block_new (NP_BLOCK_ROW));
  add_text (block, NP_BLOCK_CELL, "Day")->header = TRUE;
  add_text (block, NP_BLOCK_CELL, "Monday");
  add_text (&all, NP_BLOCK_PREFORMATTED, "a\n  b");
  np_block_add_child (&all, np_block_new (NP_BLOCK_RULE));
  np_block_add_child (&all, np_block_new (NP_BLOCK_FIGURE))->figure = 0;
  add_text (&all, NP_BLOCK_EMBED, "Video")->href = g_strdup ("https://video.example/1");
  return article;
}

static void
test_round (void)
{
  g_autoptr (NpArticle) article = make_article (), read = NULL;
  g_autoptr (GBytes) bytes = np_worker_article_to_bytes (article);
  g_autoptr (GBytes) json = np_json_article_to_bytes (article), again = NULL;

  read = np_worker_article_from_bytes (bytes);
  g_assert_nonnull (read);
  again = np_json_article_to_bytes (read);
  g_assert_cmpmem (g_bytes_get_data (json, NULL), g_bytes_get_size (json), g_bytes_get_data (again, NULL),
                   g_bytes_get_size (again));
}

static void
test_cut_off (void)
{
  g_autoptr (NpArticle) article = make_article ();
  g_autoptr (GBytes) bytes = np_worker_article_to_bytes (article);

  for (gsize size = 0; size < g_bytes_get_size (bytes); size++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, size);

      g_assert_null (np_worker_article_from_bytes (part));
    }
}

/* Whatever a byte is changed to: no article, or one that the library could keep. */
static void
test_other_bytes (void)
{
  static const guint8 others[] = { 0, 1, 5, 0x7F, 0x80, 0xFF };
  g_autoptr (NpArticle) article = make_article ();
  g_autoptr (GBytes) bytes = np_worker_article_to_bytes (article);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    for (guint j = 0; j < G_N_ELEMENTS (others); j++)
      {
        g_autofree guint8 *copy = g_memdup2 (data, size);
        g_autoptr (GBytes) changed = NULL, json = NULL;
        g_autoptr (NpArticle) read = NULL, kept = NULL;

        copy[i] = others[j];
        changed = g_bytes_new (copy, size);
        read = np_worker_article_from_bytes (changed);
        if (read == NULL)
          continue;
        json = np_json_article_to_bytes (read);
        kept = np_json_article_from_bytes (json, NULL);
        g_assert_nonnull (kept);
      }
}

static void
test_unsafe (void)
{
  g_autoptr (NpArticle) article = np_article_new (), read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  NpBlock *block = np_block_new_text (NP_BLOCK_PARAGRAPH, "Click here");

  np_block_add_span (block, 0, 5, NP_SPAN_LINK, "javascript:alert(1)");
  np_block_add_span (block, 6, 4000, NP_SPAN_STRONG, NULL);
  g_ptr_array_add (article->body, block);
  block = np_block_new (NP_BLOCK_EMBED);
  block->href = g_strdup ("file:///etc/passwd");
  g_ptr_array_add (article->body, block);
  article->published = g_strdup ("yesterday");
  bytes = np_worker_article_to_bytes (article);
  read = np_worker_article_from_bytes (bytes);
  g_assert_nonnull (read);
  g_assert_null (read->published);
  block = read->body->pdata[0];
  g_assert_cmpuint (block->spans->len, ==, 1);
  g_assert_cmpuint (g_array_index (block->spans, NpSpan, 0).end, ==, 10);
  block = read->body->pdata[1];
  g_assert_null (block->href);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/worker/article/round", test_round);
  g_test_add_func ("/worker/article/cut off", test_cut_off);
  g_test_add_func ("/worker/article/other bytes", test_other_bytes);
  g_test_add_func ("/worker/article/unsafe", test_unsafe);
  return g_test_run ();
}
