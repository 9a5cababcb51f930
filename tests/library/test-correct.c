#include "library/np-correct.h"

#include "library/np-change-variant.h"
#include "library/np-library-error.h"

/* Kicker photo, two paragraphs, a list of two, a photo, a paragraph, a table, an end. */
static NpArticle *
make_story (void)
{
  NpArticle *article = np_article_new ();
  NpBlock *list = np_block_new (NP_BLOCK_LIST), *figure = np_block_new (NP_BLOCK_FIGURE);
  NpBlock *table = np_block_new (NP_BLOCK_TABLE);

  article->id = g_strdup ("11111111-1111-4111-8111-111111111111");
  article->headline = g_strdup ("Headline");
  article->byline = g_strdup ("By Ines Halvorsen");
  article->published = g_strdup ("2018-05-31");
  np_article_add_figure (article, np_figure_new ());
  np_article_add_figure (article, np_figure_new ());
  ((NpFigure *) article->figures->pdata[1])->caption = g_strdup ("The pier.");
  g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "zero"));
  g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "one"));
  for (guint i = 2; i < 4; i++)
    np_block_add_child (np_block_add_child (list, np_block_new (NP_BLOCK_ITEM)),
                        np_block_new_text (NP_BLOCK_PARAGRAPH, i == 2 ? "two" : "three"));
  g_ptr_array_add (article->body, list);
  figure->figure = 1;
  g_ptr_array_add (article->body, figure);
  g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "four"));
  np_block_add_child (np_block_add_child (table, np_block_new (NP_BLOCK_ROW)),
                      np_block_new_text (NP_BLOCK_CELL, "cell"));
  g_ptr_array_add (article->body, table);
  g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "five"));
  return article;
}

/* What doing the change would make of the story. */
static NpArticle *
done (const NpArticle *article, NpChange *change)
{
  NpArticle *after = np_article_copy (article);

  g_assert_nonnull (change);
  np_article_take_fields (after, np_change_get_article (change, article->id), np_change_get_fields (change));
  g_object_unref (change);
  return after;
}

static void
assert_text (NpArticle *article, const char *expected)
{
  g_autofree char *text = np_highlight_text_of (article->body);

  g_strdelimit (text, "\n", ' ');
  g_assert_cmpstr (g_strchomp (text), ==, expected);
}

static void
test_parts (void)
{
  static const struct
  {
    NpPart part;
    guint figure;
    const char *text;
    const char *becomes; /* (nullable) = nothing is there any more */
    const char *field;
  } rows[] = {
    { NP_PART_HEADLINE, 0, "  Another  ", "Another", "headline" },
    { NP_PART_DECK, 0, "A deck", "A deck", "deck" },
    { NP_PART_BYLINE, 0, "By Ada Holm and Jonas Ek", "By Ada Holm and Jonas Ek", "byline" },
    { NP_PART_BYLINE, 0, "", NULL, "byline" },
    { NP_PART_PUBLISHED, 0, "2018-05-31 15:48", "2018-05-31T15:48", "published" },
    { NP_PART_PUBLISHED, 0, "June 1, 2018, 3:48 PM", "2018-06-01T15:48", "published" },
    { NP_PART_PUBLISHED, 0, "2018-06-01T10:00:00+02:00", "2018-06-01T10:00:00+02:00", "published" },
    { NP_PART_CAPTION, 1, "The old pier.", "The old pier.", "figures" },
    { NP_PART_CREDIT, 0, "Ines Halvorsen/AP", "Ines Halvorsen/AP", "figures" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpArticle) article = make_story (), after = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;

      after = done (article, np_correct_part (article, rows[i].part, rows[i].figure, rows[i].text, &error));
      g_assert_no_error (error);
      now = np_correct_dup_part (after, rows[i].part, rows[i].figure);
      g_assert_cmpstr (now, ==, rows[i].becomes != NULL ? rows[i].becomes : "");
      g_assert_cmpstr (g_hash_table_lookup (after->provenance.fields, rows[i].field), ==, "edited");
    }
}

static void
test_authors (void)
{
  g_autoptr (NpArticle) article = make_story (), after = NULL;

  after = done (article, np_correct_part (article, NP_PART_BYLINE, 0, "By Ada Holm and Jonas Ek", NULL));
  g_assert_cmpuint (after->authors->len, ==, 2);
  g_assert_cmpstr (after->authors->pdata[0], ==, "Ada Holm");
  g_assert_cmpstr (after->authors->pdata[1], ==, "Jonas Ek");
}

static void
test_no_change (void)
{
  g_autoptr (NpArticle) article = make_story ();
  g_autoptr (GError) error = NULL;

  g_assert_null (np_correct_part (article, NP_PART_HEADLINE, 0, " Headline ", &error));
  g_assert_no_error (error);
  g_assert_null (np_correct_part (article, NP_PART_CAPTION, 99, "Of no photo", &error));
  g_assert_no_error (error);
  g_assert_null (np_correct_drop_block (article, 99));
  g_assert_null (np_correct_make_caption (article, 99));
}

static void
test_no_date (void)
{
  g_autoptr (NpArticle) article = make_story ();
  g_autoptr (GError) error = NULL;

  g_assert_null (np_correct_part (article, NP_PART_PUBLISHED, 0, "some day", &error));
  g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_DATE);
}

/* Blocks are dropped by the number of their text; a list that is left empty goes too. */
static void
test_drop (void)
{
  static const char *const left[] = {
    "one two three four five", "zero two three four five", "zero one three four five",
    "zero one two four five",  "zero one two three five",  "zero one two three four"
  };
  g_autoptr (NpArticle) article = make_story (), first = NULL, second = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autoptr (NpArticle) after = done (article, np_correct_drop_block (article, i));

      assert_text (after, left[i]);
    }
  first = done (article, np_correct_drop_block (article, 2));
  g_assert_cmpuint (first->body->len, ==, article->body->len);
  second = done (first, np_correct_drop_block (first, 2));
  g_assert_cmpuint (second->body->len, ==, article->body->len - 1);
}

static void
test_make_caption (void)
{
  g_autoptr (NpArticle) article = make_story (), of_second = NULL, of_first = NULL;

  of_second = done (article, np_correct_make_caption (article, 4));
  assert_text (of_second, "zero one two three five");
  g_assert_cmpstr (((NpFigure *) of_second->figures->pdata[1])->caption, ==, "The pier. four");
  /* before any photo of the text: the next one */
  of_first = done (article, np_correct_make_caption (article, 0));
  g_assert_cmpstr (((NpFigure *) of_first->figures->pdata[1])->caption, ==, "The pier. zero");
}

static void
test_insert (void)
{
  static const struct
  {
    guint after;
    const char *text;
  } rows[] = {
    { 0, "zero X Y one two three four five" },
    { 2, "zero one two three X Y four five" },
    { 3, "zero one two three X Y four five" },
    { 5, "zero one two three four five X Y" },
    { NP_CORRECT_END, "zero one two three four five X Y" },
    { NP_CORRECT_BEGINNING, "X Y zero one two three four five" },
  };
  g_autoptr (NpArticle) article = make_story ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) np_block_free);

  g_assert_null (np_correct_insert (article, 0, blocks));
  g_ptr_array_add (blocks, np_block_new_text (NP_BLOCK_PARAGRAPH, "X"));
  g_ptr_array_add (blocks, np_block_new_text (NP_BLOCK_PARAGRAPH, "Y"));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpArticle) after = done (article, np_correct_insert (article, rows[i].after, blocks));

      assert_text (after, rows[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/correct/parts", test_parts);
  g_test_add_func ("/correct/authors", test_authors);
  g_test_add_func ("/correct/no-change", test_no_change);
  g_test_add_func ("/correct/no-date", test_no_date);
  g_test_add_func ("/correct/drop", test_drop);
  g_test_add_func ("/correct/make-caption", test_make_caption);
  g_test_add_func ("/correct/insert", test_insert);
  return g_test_run ();
}
