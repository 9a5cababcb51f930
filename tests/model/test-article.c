#include "model/np-article.h"

/* Every kind of block and span has a name, and the name leads back to it. */
static void
test_names (void)
{
  for (int type = NP_BLOCK_PARAGRAPH; type < NP_BLOCK_UNKNOWN; type++)
    {
      NpBlockType back = NP_BLOCK_UNKNOWN;
      const char *name = np_block_type_to_string ((NpBlockType) type);

      g_assert_nonnull (name);
      if (np_block_type_from_string (name, &back)) /* items, rows and cells have no name of their own on disk */
        g_assert_cmpint (back, ==, type);
    }
  for (int style = NP_SPAN_LINK; style <= NP_SPAN_SUPERSCRIPT; style++)
    {
      NpSpanStyle back = NP_SPAN_LINK;

      g_assert_true (np_span_style_from_string (np_span_style_to_string ((NpSpanStyle) style), &back));
      g_assert_cmpint (back, ==, style);
    }
}

static void
test_spans (void)
{
  g_autoptr (NpBlock) block = np_block_new_text (NP_BLOCK_PARAGRAPH, "The ferry runs again.");
  g_autoptr (NpBlock) copy = NULL;
  guint last = 0;

  np_block_add_span (block, 10, 14, NP_SPAN_STRONG, NULL);
  np_block_add_span (block, 4, 9, NP_SPAN_LINK, "https://example.org/");
  np_block_add_span (block, 4, 9, NP_SPAN_EMPHASIS, NULL);
  copy = np_block_copy (block);
  g_assert_cmpuint (copy->spans->len, ==, 3);
  for (guint i = 0; i < copy->spans->len; i++)
    {
      const NpSpan *span = &g_array_index (copy->spans, NpSpan, i);

      g_assert_cmpuint (span->start, >=, last);
      last = span->start;
      if (span->style == NP_SPAN_LINK)
        g_assert_cmpstr (span->href, ==, "https://example.org/");
    }
}

static void
test_text (void)
{
  g_autoptr (NpArticle) article = np_article_new ();
  NpBlock *quote = np_block_new (NP_BLOCK_QUOTE), *table = np_block_new (NP_BLOCK_TABLE),
          *row = np_block_new (NP_BLOCK_ROW);
  g_autofree char *text = NULL;

  np_block_add_child (quote, np_block_new_text (NP_BLOCK_PARAGRAPH, "Never again."));
  np_block_add_child (table, row);
  np_block_add_child (row, np_block_new_text (NP_BLOCK_CELL, "a"));
  np_block_add_child (row, np_block_new_text (NP_BLOCK_CELL, "b"));
  g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "The ferry runs."));
  g_ptr_array_add (article->body, np_block_new (NP_BLOCK_RULE));
  g_ptr_array_add (article->body, quote);
  g_ptr_array_add (article->body, table);
  text = np_article_dup_text (article);
  g_assert_cmpstr (text, ==, "The ferry runs.\n\nNever again.\n\na\tb");
  g_assert_cmpuint (np_article_count_words (article), ==, 7);
}

/* A copy shares nothing with what it was made from. */
static void
test_copy (void)
{
  g_autoptr (NpArticle) article = np_article_new (), copy = NULL;
  NpFigure *figure = np_figure_new ();

  article->headline = g_strdup ("Ferry runs again");
  article->place = 0.5;
  figure->caption = g_strdup ("The ferry");
  g_assert_cmpuint (np_article_add_figure (article, figure), ==, 0);
  g_ptr_array_add (article->topics, g_strdup ("ferries"));
  np_article_set_field_source (article, "headline", "text");
  np_article_set_field_source (article, "headline", "edited");

  copy = np_article_copy (article);
  g_free (article->headline);
  article->headline = g_strdup ("Another");
  g_ptr_array_set_size (article->topics, 0);
  g_hash_table_remove_all (article->provenance.fields);
  g_ptr_array_set_size (article->figures, 0);

  g_assert_cmpstr (copy->headline, ==, "Ferry runs again");
  g_assert_cmpfloat (copy->place, ==, 0.5);
  g_assert_true (np_article_has_topic (copy, "ferries"));
  g_assert_false (np_article_has_topic (copy, "ferry"));
  g_assert_cmpstr (((NpFigure *) copy->figures->pdata[0])->caption, ==, "The ferry");
  g_assert_cmpstr (g_hash_table_lookup (copy->provenance.fields, "headline"), ==, "edited");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/article/names", test_names);
  g_test_add_func ("/model/article/spans", test_spans);
  g_test_add_func ("/model/article/text", test_text);
  g_test_add_func ("/model/article/copy", test_copy);
  return g_test_run ();
}
