#include "topics/np-suggest.h"

#include <string.h>

static NpArticle *
new_article (const char *headline, const char *text)
{
  NpArticle *article = np_article_new ();
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

  article->headline = g_strdup (headline);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, paragraphs[i]));
  return article;
}

static char *
suggest (const NpArticle *article, const NpTopicTree *tree, guint limit)
{
  g_autoptr (GPtrArray) suggestions = np_suggest_topics (article, tree, NULL, NULL, NP_SUGGEST_ALL, limit);
  g_autoptr (GPtrArray) names = np_suggest_list_names (suggestions);

  g_ptr_array_add (names, NULL);
  return g_strjoinv ("|", (char **) names->pdata);
}

/* Every name of `has` (parted by "|") is suggested, none of `hasnt`. */
static void
test_names (void)
{
  static const struct
  {
    const char *text, *has, *hasnt;
  } rows[] = {
    { "On Monday Secretary of State Mara Lindqvist met President Kasimir Dorn. Lindqvist said that Dorn was late.",
      "Mara Lindqvist|Kasimir Dorn", "Secretary|State|Monday|Lindqvist|Dorn|On" },
    { "He met Deputy Chairman of the Harbour Board Kim Yong-tal. Later Kim Yong Tal left. Kim Yong Tal was tired.",
      "Kim Yong-tal", "Kim Yong Tal|Kim|Later|Deputy Chairman" },
    { "The boat left Port Aldis in March. Yesterday it came back to Port Aldis.", "Port Aldis",
      "March|Yesterday|The|The boat" },
    { "Talks began late. The talks ended early. He praised talks.", "", "Talks" },
    { "It was Ursula von der Marsch who spoke. We heard Ursula von der Marsch again.", "Ursula von der Marsch",
      "Ursula|Marsch" },
    { "He works at the Bank of Valmere, in Lindmark. She lives in Lindmark too.", "Bank of Valmere|Lindmark", "Bank" },
    { "A letter came from Tal Jong Un. So he waited. Sen. Mara Lindqvist and Dr. Ole Brandt met Tal Jong Un.",
      "Tal Jong Un|Mara Lindqvist|Ole Brandt", "Tal Jong Un So" },
    { "I'm tired, he said. They met I don't know when. But I'd say so.", "", "I|I'm" },
    { "Die Fischer sagten, dass der Hafen zu klein ist und die Boote nicht in den Hafen passen. Für die Fischer ist "
      "das ein "
      "Problem. Bürgermeisterin Tilda Ahrenbek sieht kein Problem. Die Stadt wird mit Tilda Ahrenbek reden.",
      "Tilda Ahrenbek", "Hafen|Fischer|Boote|Problem|Stadt|Bürgermeisterin" },
    { "", "", "a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpArticle) article = new_article ("A headline", rows[i].text);
      g_autofree char *found = suggest (article, NULL, 20);
      g_auto (GStrv) names = g_strsplit (found, "|", -1), has = g_strsplit (rows[i].has, "|", -1),
                     hasnt = g_strsplit (rows[i].hasnt, "|", -1);

      g_test_message ("%s → %s", rows[i].text, found);
      for (guint j = 0; has[j] != NULL; j++)
        g_assert_true (g_strv_contains ((const char *const *) names, has[j]));
      for (guint j = 0; hasnt[j] != NULL; j++)
        g_assert_false (g_strv_contains ((const char *const *) names, hasnt[j]));
    }
}

static void
test_tree (void)
{
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();
  g_autoptr (NpArticle) article =
      new_article ("Grain ships wait", "The grain trade of Valmere suffers. Fishing in Valmere as well, "
                                       "and the Aldis harbour with its fishing boats.");
  g_autofree char *found = NULL, *again = NULL, *limited = NULL;

  np_topic_tree_add (tree, "Fishing", NULL, NULL);
  np_topic_tree_add (tree, "Grain trade", NULL, NULL);
  np_topic_tree_add (tree, "Valmere", NULL, NULL);
  np_topic_tree_add (tree, "Port Aldis", NULL, NULL);
  np_topic_tree_add (tree, "Aldis harbour", NULL, NULL);
  np_topic_tree_add (tree, "Ships", NULL, NULL);
  np_topic_tree_add (tree, "Whales", NULL, NULL);
  g_assert_true (np_topic_tree_merge (tree, "aldis-harbour", "port-aldis", NULL));
  g_ptr_array_add (article->keywords, g_strdup ("Commerce"));
  g_ptr_array_add (article->keywords, g_strdup ("VALMERE"));

  found = suggest (article, tree, 10);
  g_assert_cmpstr (found, ==, "Commerce|Valmere|Ships|Fishing|Grain trade|Port Aldis");
  limited = suggest (article, tree, 2);
  g_assert_cmpstr (limited, ==, "Commerce|Valmere");

  /* What the story has is not suggested, not by an alias either. */
  g_ptr_array_add (article->topics, g_strdup ("aldis-harbour"));
  g_ptr_array_add (article->topics, g_strdup ("valmere"));
  g_ptr_array_add (article->topics, g_strdup ("gone"));
  again = suggest (article, tree, 10);
  g_assert_cmpstr (again, ==, "Commerce|Ships|Fishing|Grain trade");
}

static void
test_wide (void)
{
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();
  g_autoptr (NpArticle) article = new_article ("渡船恢复航行", "阿尔迪斯港的渡船星期一恢复航行");
  g_autofree char *found = NULL;

  np_topic_tree_add (tree, "渡船", NULL, NULL);
  np_topic_tree_add (tree, "鲸鱼", NULL, NULL);
  found = suggest (article, tree, 10);
  g_assert_cmpstr (found, ==, "渡船");
}

/* The names of issue 2, from the story without its photo. */
static void
test_shared (void)
{
  static const char *const wanted[] = { "North Korea", "Mike Pompeo", "Kim Jong Un", "Kim Yong Chol", "Donald Trump" };
  g_autofree char *path = NULL, *text = NULL, *found = NULL;
  g_autoptr (NpArticle) article = NULL;
  g_auto (GStrv) names = NULL;

  if (g_getenv ("NP_SHARED_DIR") == NULL)
    return;
  path = g_build_filename (g_getenv ("NP_SHARED_DIR"), "sample", "summit-story.txt", NULL);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  article = new_article ("US, North Korea have made 'real progess' toward 'proposed' Trump-Kim summit: Pompeo", text);
  found = suggest (article, NULL, 10);
  g_test_message ("%s", found);
  names = g_strsplit (found, "|", -1);
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true (g_strv_contains ((const char *const *) names, wanted[i]));
}

static void
test_sample (void)
{
  static const char *const wanted[] = { "Ostrane",        "Valmere",     "Edda Halvard", "Kasimir Dorn",
                                        "Joren Val-Tesh", "Ilse Marant", "Port Aldis" };
  g_autofree char *path =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "sample", "tidewater-summit.txt", NULL);
  g_autofree char *text = NULL, *found = NULL;
  g_autoptr (NpArticle) article = NULL;
  g_auto (GStrv) names = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  article = new_article (
      "Valmere, Ostrane have made 'steady progess' toward 'planned' Tidewater summit: Foreign minister", text);
  found = suggest (article, NULL, 10);
  g_test_message ("%s", found);
  names = g_strsplit (found, "|", -1);
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true (g_strv_contains ((const char *const *) names, wanted[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/topics/suggest/names", test_names);
  g_test_add_func ("/topics/suggest/tree", test_tree);
  g_test_add_func ("/topics/suggest/wide", test_wide);
  g_test_add_func ("/topics/suggest/sample", test_sample);
  g_test_add_func ("/topics/suggest/shared", test_shared);
  return g_test_run ();
}
