#include "model/np-diff.h"
#include "model/np-reading.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *found; /* "[-removed-]{+added+}" */
  guint removed, added;
} Row;

static const Row rows[] = {
  { "nothing", "", "", "", 0, 0 },
  { "the same", "One two three.", "One two three.", "One two three.", 0, 0 },
  { "all new", "", "One two.", "{+One two.+}", 0, 2 },
  { "all gone", "One two.", "", "[-One two.-]", 2, 0 },
  { "one word", "The red fox ran.", "The grey fox ran.", "The [-red-]{+grey+} fox ran.", 1, 1 },
  { "a word more", "The fox ran.", "The red fox ran.", "The {+red +}fox ran.", 0, 1 },
  { "a word less", "The red fox ran.", "The fox ran.", "The [-red -]fox ran.", 1, 0 },
  { "the first and the last", "a b c", "x b y", "[-a-]{+x+} b [-c-]{+y+}", 2, 2 },
  { "spaces between changes", "it was a bright day", "it is the grey day", "it [-was a bright-]{+is the grey+} day", 3,
    3 },
  { "a sign", "Is it?", "Is it!", "Is it[-?-]{+!+}", 0, 0 },
  { "an apostrophe is of its word", "We don't know", "We don’t know", "We [-don't-]{+don’t+} know", 1, 1 },
  { "a number is one word", "cost 3,000.5 euros", "cost 3,100.5 euros", "cost [-3,000.5-]{+3,100.5+} euros", 1, 1 },
  { "a new paragraph", "One.\n\nThree.", "One.\n\nTwo.\n\nThree.", "One.\n\n{+Two.\n\n+}Three.", 0, 1 },
  { "two paragraphs become one", "One.\n\nTwo.", "One. Two.", "One.[-\n\n-]{+ +}Two.", 0, 0 },
  { "no spaces between words", "昨日の会議は終わった。", "今日の会議は終わった。", "[-昨-]{+今+}日の会議は終わった。",
    1, 1 },
  { "Thai with its marks", "วันนี้ฝนตก", "วันนี้แดดออก", "วันนี้[-ฝนต-]{+แดดออ+}ก", 3, 5 },
  { "from right to left", "הנשיא אמר אתמול", "הנשיא אמר היום", "הנשיא אמר [-אתמול-]{+היום+}", 1, 1 },
  { "a composed letter and its parts", "caf\u00e9", "cafe\u0301", "[-caf\u00e9-]{+cafe\u0301+}", 1, 1 },
  { "an emoji", "Yes 👍🏽", "Yes 👎🏽", "Yes [-👍-]{+👎+}🏽", 0, 0 },
};

static char *
join (GArray *parts, const char *before, const char *after)
{
  static const char *const open[] = { "", "[-", "{+" }, *const shut[] = { "", "-]", "+}" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const NpDiffPart *part = &g_array_index (parts, NpDiffPart, i);
      const char *of = part->kind == NP_DIFF_REMOVED ? before : after;

      g_string_append (text, open[part->kind]);
      g_string_append_len (text, of + part->start, (gssize) part->length);
      g_string_append (text, shut[part->kind]);
    }
  return g_string_free (text, FALSE);
}

/* Both texts can be made of the parts again; none is empty, and no two of one kind follow each other. */
static void
check_parts (GArray *parts, const char *before, const char *after)
{
  g_autoptr (GString) old = g_string_new (NULL), new = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const NpDiffPart *part = &g_array_index (parts, NpDiffPart, i);
      const char *of = part->kind == NP_DIFF_REMOVED ? before : after;

      g_assert_cmpuint (part->length, >, 0);
      g_assert_true (i == 0 || g_array_index (parts, NpDiffPart, i - 1).kind != part->kind);
      if (part->kind != NP_DIFF_ADDED)
        g_string_append_len (old, of + part->start, (gssize) part->length);
      if (part->kind != NP_DIFF_REMOVED)
        g_string_append_len (new, of + part->start, (gssize) part->length);
    }
  g_assert_cmpstr (old->str, ==, before);
  g_assert_cmpstr (new->str, ==, after);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GArray) parts = np_diff_words (row->before, row->after);
  g_autofree char *found = join (parts, row->before, row->after);
  guint removed, added;

  check_parts (parts, row->before, row->after);
  g_assert_cmpstr (found, ==, row->found);
  np_diff_count (parts, row->before, row->after, &removed, &added);
  g_assert_cmpuint (removed, ==, row->removed);
  g_assert_cmpuint (added, ==, row->added);
}

static char *
random_text (guint words, guint vocabulary)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words; i++)
    g_string_append_printf (text, "%sw%d",
                            i == 0                               ? ""
                            : g_test_rand_int_range (0, 12) == 0 ? "\n\n"
                                                                 : " ",
                            g_test_rand_int_range (0, (gint32) vocabulary));
  return g_string_free (text, FALSE);
}

/* How many words the shortest way changes, found in the slow way. */
static guint
count_changes (const char *before, const char *after)
{
  g_auto (GStrv) a = g_strsplit (before, " ", -1), b = g_strsplit (after, " ", -1);
  guint n = g_strv_length (a), m = g_strv_length (b);
  g_autofree guint *table = g_new0 (guint, (n + 1) * (m + 1));

  for (guint i = 1; i <= n; i++)
    for (guint j = 1; j <= m; j++)
      table[i * (m + 1) + j] = g_str_equal (a[i - 1], b[j - 1])
                                   ? table[(i - 1) * (m + 1) + j - 1] + 1
                                   : MAX (table[(i - 1) * (m + 1) + j], table[i * (m + 1) + j - 1]);
  return n + m - 2 * table[n * (m + 1) + m];
}

static void
test_random (void)
{
  for (guint i = 0; i < 300; i++)
    {
      guint vocabulary = (guint) g_test_rand_int_range (2, 60);
      g_autofree char *before = random_text ((guint) g_test_rand_int_range (0, 120), vocabulary);
      g_autofree char *after = random_text ((guint) g_test_rand_int_range (0, 120), vocabulary);
      g_autoptr (GArray) parts = np_diff_words (before, after);

      check_parts (parts, before, after);
    }
}

/* Signs stand for words here, so that nothing is between them: it is the shortest way. */
static void
test_shortest (void)
{
  for (guint i = 0; i < 200; i++)
    {
      GString *texts[2];
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr (GString) a = g_string_new (NULL), b = g_string_new (NULL);
      g_autoptr (GArray) parts = NULL;
      guint removed, added;

      for (guint k = 0; k < 2; k++)
        {
          guint length = (guint) g_test_rand_int_range (1, 60);

          texts[k] = g_string_new (NULL);
          for (guint j = 0; j < length; j++)
            {
              gunichar sign = 0x4e00 + (gunichar) g_test_rand_int_range (0, 6);

              g_string_append_unichar (k == 0 ? a : b, sign);
              g_string_append_printf (texts[k], "%s%u", j > 0 ? " " : "", sign);
            }
        }
      before = g_string_free (texts[0], FALSE);
      after = g_string_free (texts[1], FALSE);
      parts = np_diff_words (a->str, b->str);
      check_parts (parts, a->str, b->str);
      np_diff_count (parts, a->str, b->str, &removed, &added);
      g_assert_cmpuint (removed + added, ==, count_changes (before, after));
    }
}

/* It ends, and with something of use, however long the two are and however little they share. */
static void
test_long (void)
{
  g_autofree char *one = random_text (100000, 50000), *other = random_text (100000, 50000), *third = NULL;
  g_autoptr (GString) edited = g_string_new (one);
  g_autoptr (GArray) parts = NULL, few = NULL;
  guint removed, added;

  parts = np_diff_words (one, other);
  check_parts (parts, one, other);
  for (guint i = 0; i < 200; i++)
    g_string_insert (edited, (gssize) (strchr (edited->str + i * 2000, ' ') - edited->str), " new");
  few = np_diff_words (one, edited->str);
  check_parts (few, one, edited->str);
  np_diff_count (few, one, edited->str, &removed, &added);
  g_assert_cmpuint (removed, ==, 0);
  g_assert_cmpuint (added, ==, 200);
}

static NpArticle *
new_story (void)
{
  NpArticle *article = np_article_new ();
  NpFigure *lead = np_figure_new (), *figure = np_figure_new ();
  NpBlock *block = np_block_new (NP_BLOCK_FIGURE);

  article->headline = g_strdup ("Headline");
  article->deck = g_strdup ("Deck");
  article->byline = g_strdup ("By Ann");
  lead->caption = g_strdup ("Lead");
  lead->file = g_strdup ("media/aa/aa.jpg");
  figure->caption = g_strdup ("Caption");
  figure->credit = g_strdup ("Credit");
  figure->source = g_strdup ("https://example.org/a.jpg");
  np_article_add_figure (article, lead);
  block->figure = np_article_add_figure (article, figure);
  g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "One."));
  g_ptr_array_add (article->body, block);
  g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "Two."));
  return article;
}

static void
replace (char **text, const char *by)
{
  g_free (*text);
  *text = g_strdup (by);
}

/* What a reader sees makes another version; what stands behind it does not. */
static void
test_reading (void)
{
  g_autoptr (NpArticle) article = new_story (), same = new_story (), words = new_story (), photo = new_story ();
  g_autofree char *text = np_reading_of (article);

  g_assert_cmpstr (text, ==, "Headline\n\nDeck\n\nBy Ann\n\nOne.\n\nCaption\n\nCredit\n\nTwo.\n\nLead");
  replace (&same->updated, "2026-01-01");
  replace (&same->provenance.extractor, "another");
  replace (&((NpFigure *) same->figures->pdata[0])->source, "https://example.org/lead.jpg?session=1");
  np_block_add_span (same->body->pdata[0], 0, 3, NP_SPAN_LINK, "https://example.org/?session=1");
  g_assert_true (np_reading_equal (article, same));
  replace (&((NpFigure *) words->figures->pdata[1])->credit, "Another");
  g_assert_false (np_reading_equal (article, words));
  g_assert_true (np_reading_has_same_photos (article, words));
  replace (&((NpFigure *) photo->figures->pdata[0])->file, "media/bb/bb.jpg");
  g_assert_false (np_reading_equal (article, photo));
  g_assert_false (np_reading_has_same_photos (article, photo));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/diff/row/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/model/diff/random", test_random);
  g_test_add_func ("/model/diff/shortest", test_shortest);
  g_test_add_func ("/model/diff/long", test_long);
  g_test_add_func ("/model/diff/reading", test_reading);
  return g_test_run ();
}
