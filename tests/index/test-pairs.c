#include "index/np-pairs.h"
#include "index/np-phrase.h"

#include "np-fixture.h"

#include <string.h>

static NpPhrase *
make_phrase (const char *words)
{
  g_autoptr (NpTerm) term = np_term_new (NP_TERM_TEXT, words);

  return np_phrase_new (term);
}

static gboolean
may_be_in (const char *words, GBytes *pairs)
{
  g_autoptr (NpPhrase) phrase = make_phrase (words);

  return np_phrase_may_be_in (phrase, g_bytes_get_data (pairs, NULL), g_bytes_get_size (pairs));
}

/* What stands in a text is never ruled out. */
static void
test_never_wrong (void)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (NpArticle) article = np_fixture_generate (i);
      g_autoptr (NpStoryText) text = np_story_text_new (article);
      g_autoptr (GBytes) pairs = NULL;
      g_autofree char *words = np_story_text_to_words (text, &pairs);

      for (NpPart part = 0; part < NP_N_PARTS; part++)
        {
          const char *p = text->parts[part];

          for (guint n = 0; n < 40 && *p != '\0'; n++)
            {
              gsize length = strcspn (p, " \n"), two = length + strspn (p + length, " \n");
              g_autofree char *some = g_strndup (p, two + strcspn (p + two, " \n"));
              g_autoptr (NpPhrase) phrase = make_phrase (some);

              if (phrase != NULL && !may_be_in (some, pairs))
                g_error ("“%s” is ruled out", some);
              p += two;
            }
        }
    }
}

static void
test_rules_out (void)
{
  g_autoptr (NpArticle) article = np_article_new ();
  g_autoptr (NpStoryText) text = NULL;
  g_autoptr (GBytes) pairs = NULL;
  g_autofree char *words = NULL;
  guint ruled_out = 0;

  g_ptr_array_add (
      article->body,
      np_block_new_text (NP_BLOCK_PARAGRAPH, "The new ferry of the old government leaves at noon. 北朝鮮の代表団"));
  text = np_story_text_new (article);
  words = np_story_text_to_words (text, &pairs);
  g_assert_true (may_be_in ("Old GOVERNMENT", pairs));
  g_assert_true (may_be_in ("北朝鮮", pairs));
  g_assert_true (may_be_in ("鮮の代", pairs));
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *apart = g_strdup_printf ("ferry w%u", i);

      ruled_out += !may_be_in (apart, pairs);
    }
  g_assert_cmpuint (ruled_out, >, 200);
  g_assert_true (np_pairs_may_have (NULL, 0, 7));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/index/pairs/never-wrong", test_never_wrong);
  g_test_add_func ("/index/pairs/rules-out", test_rules_out);
  return g_test_run ();
}
