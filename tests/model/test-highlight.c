#include "model/np-article.h"

typedef struct
{
  const char *name;
  const char *text;     /* when it was marked */
  const char *marked;   /* what was marked in it, its first appearance after @after */
  const char *after;    /* (nullable) */
  const char *now;      /* the text as it is now */
  const char *found_in; /* (nullable) what comes right before it in @now; NULL = not to be found */
} Row;

static const Row rows[] = {
  { "same text", "One two three.\n", "two", NULL, "One two three.\n", "One " },
  { "words came before it", "One two three.\n", "two", NULL, "A new start.\nOne two three.\n", "One " },
  { "the second of two", "red fox, red hen\n", "red", "fox", "red fox, red hen\n", "fox, " },
  { "the second of two, moved", "red fox, red hen\n", "red", "fox", "It said: red fox, red hen\n", "fox, " },
  { "the first went away", "red fox, red hen\n", "red", "fox", "red hen\n", "" },
  { "its surroundings are others, the nearest counts", "aa word bb\n", "word", NULL, "cc word dd … word\n", "cc " },
  { "overlapping appearances", "aaaa\n", "aaa", NULL, "aaaa\n", "" },
  { "over a paragraph's end", "One.\nTwo.\n", "One.\nTwo", NULL, "Zero.\nOne.\nTwo.\n", "Zero.\n" },
  { "it is gone", "One two three.\n", "two", NULL, "One 2 three.\n", NULL },
  { "nothing is left", "One two three.\n", "two", NULL, "", NULL },
  { "characters, not bytes", "日本語の記事です。\n", "記事", NULL, "「日本語の記事です。」\n", "「日本語の" },
  { "from right to left", "שלום עולם\n", "עולם", NULL, "שלום עולם\n", "שלום " },
};

static void
test_find (gconstpointer data)
{
  const Row *row = data;
  const char *from = row->after != NULL ? strstr (row->text, row->after) : row->text, *at = strstr (from, row->marked);
  guint start = (guint) g_utf8_pointer_to_offset (row->text, at), end;
  g_autoptr (NpHighlight) highlight =
      np_highlight_new (row->text, start, start + (guint) g_utf8_strlen (row->marked, -1), "yellow");
  g_autofree char *found = NULL, *before = NULL;

  g_assert_cmpstr (highlight->text, ==, row->marked);
  g_assert_cmpint (np_highlight_find (highlight, row->now, &start, &end), ==, row->found_in != NULL);
  if (row->found_in == NULL)
    return;
  found = g_utf8_substring (row->now, start, end);
  before = g_utf8_substring (row->now, 0, start);
  g_assert_cmpstr (found, ==, row->marked);
  g_assert_true (g_str_has_suffix (before, row->found_in));
}

static void
test_make (void)
{
  g_autoptr (NpHighlight) trimmed = np_highlight_new ("a  word  b\n", 1, 9, "green");
  g_autoptr (NpHighlight) beyond = np_highlight_new ("short", 2, 400, "green");

  g_assert_cmpstr (trimmed->text, ==, "word");
  g_assert_cmpuint (trimmed->start, ==, 3);
  g_assert_cmpstr (trimmed->prefix, ==, "a  ");
  g_assert_cmpstr (trimmed->suffix, ==, "  b\n");
  g_assert_cmpstr (beyond->text, ==, "ort");
  g_assert_null (np_highlight_new ("a   b", 1, 4, "green"));
  g_assert_null (np_highlight_new ("", 0, 0, "green"));
  g_assert_null (np_highlight_new ("abc", 3, 1, "green"));
}

static void
test_copy (void)
{
  g_autoptr (NpArticle) article = np_article_new ();
  g_autoptr (NpArticle) copy = NULL;
  NpHighlight *highlight = np_highlight_new ("some words", 0, 4, "blue");

  highlight->note = g_strdup ("look this up");
  g_ptr_array_add (article->highlights, highlight);
  copy = np_article_copy (article);
  g_assert_cmpuint (copy->highlights->len, ==, 1);
  g_assert_cmpstr (((NpHighlight *) copy->highlights->pdata[0])->note, ==, "look this up");
  g_assert_cmpstr (((NpHighlight *) copy->highlights->pdata[0])->id, ==, highlight->id);
}

static void
test_text_of (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) np_block_free);
  NpBlock *list = np_block_new (NP_BLOCK_LIST), *table = np_block_new (NP_BLOCK_TABLE), *row;
  g_autofree char *text = NULL;

  g_ptr_array_add (blocks, np_block_new_text (NP_BLOCK_HEADING, "Head"));
  np_block_add_child (np_block_add_child (list, np_block_new (NP_BLOCK_ITEM)),
                      np_block_new_text (NP_BLOCK_PARAGRAPH, "item"));
  g_ptr_array_add (blocks, list);
  row = np_block_add_child (table, np_block_new (NP_BLOCK_ROW));
  np_block_add_child (row, np_block_new_text (NP_BLOCK_CELL, "cell"));
  g_ptr_array_add (blocks, table);
  g_ptr_array_add (blocks, np_block_new_text (NP_BLOCK_PARAGRAPH, "End."));
  text = np_highlight_text_of (blocks);
  g_assert_cmpstr (text, ==, "Head\nitem\nEnd.\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/highlight/find/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_find);
    }
  g_test_add_func ("/highlight/make", test_make);
  g_test_add_func ("/highlight/copy", test_copy);
  g_test_add_func ("/highlight/text-of", test_text_of);
  return g_test_run ();
}
