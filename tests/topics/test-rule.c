#include "topics/np-rule.h"

static NpArticle *
new_article (void)
{
  NpArticle *article = np_article_new ();
  NpFigure *figure = np_figure_new ();

  article->headline = g_strdup ("Grain ships wait off Port Aldis");
  article->site_name = g_strdup ("Tidewater Press");
  article->site_domain = g_strdup ("tidewater.example");
  article->published = g_strdup ("2018-05-31T15:48");
  article->byline = g_strdup ("By Ilse Marant");
  article->starred = TRUE;
  g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "The harbour’s café was “closed” – again."));
  figure->caption = g_strdup ("A crane at the quay");
  figure->credit = g_strdup ("Ines Calder");
  np_article_add_figure (article, figure);
  g_ptr_array_add (article->topics, g_strdup ("ports"));
  return article;
}

static void
test_finds (void)
{
  static const struct
  {
    const char *search;
    gboolean found;
  } rows[] = {
    { "grain", TRUE },
    { "GRAIN cafe", TRUE },
    { "grai", FALSE },
    { "grai*", TRUE },
    { "\"grain ships\"", TRUE },
    { "\"ships grain\"", FALSE },
    { "\"was closed again\"", TRUE },
    { "grain whales", FALSE },
    { "grain OR whales", TRUE },
    { "grain -whales", TRUE },
    { "grain -ships", FALSE },
    { "headline:ships", TRUE },
    { "headline:crane", FALSE },
    { "caption:crane", TRUE },
    { "credit:calder", TRUE },
    { "credit:crane", FALSE },
    { "by:marant", TRUE },
    { "site:tidewater", TRUE },
    { "site:aldis", FALSE },
    { "after:2018-05", FALSE },
    { "after:2018-04", TRUE },
    { "before:2018-06", TRUE },
    { "before:2018-05-31", FALSE },
    { "topic:ports", TRUE },
    { "topic:Sea", TRUE },
    { "topic:trade", FALSE },
    { "is:starred", TRUE },
    { "is:read", FALSE },
    { "is:unread (quay OR whale)", TRUE },
  };
  g_autoptr (NpArticle) article = new_article ();
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();

  np_topic_tree_add (tree, "Sea", NULL, NULL);
  np_topic_tree_add (tree, "Ports", "sea", NULL);
  np_topic_tree_add (tree, "Trade", NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpQuery) query = np_rule_new_query (rows[i].search);

      g_test_message ("%s", rows[i].search);
      g_assert_nonnull (query->term);
      g_assert_cmpint (np_rule_finds (query->term, article, tree), ==, rows[i].found);
    }
}

static void
test_list (void)
{
  g_autoptr (NpArticle) article = new_article ();
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();
  g_autoptr (GPtrArray) topics = NULL;

  np_topic_tree_add (tree, "Ports", NULL, NULL);
  np_topic_tree_add (tree, "Grain", NULL, NULL);
  np_topic_tree_add (tree, "Corn", NULL, NULL);
  np_topic_tree_add (tree, "Whales", NULL, NULL);
  np_topic_tree_add (tree, "Empty", NULL, NULL);
  g_assert_true (np_topic_tree_set_rule (tree, "ports", "aldis", TRUE, NULL));
  g_assert_true (np_topic_tree_set_rule (tree, "corn", "site:tidewater grain", TRUE, NULL));
  g_assert_true (np_topic_tree_set_rule (tree, "whales", "whale*", TRUE, NULL));
  g_assert_true (np_topic_tree_set_rule (tree, "empty", "site:", TRUE, NULL));
  g_assert_false (np_topic_tree_set_rule (tree, "empty", "  ", TRUE, NULL));
  /* A rule of what was merged finds the one it is now. */
  g_assert_true (np_topic_tree_merge (tree, "corn", "grain", NULL));
  topics = np_rule_list_topics (article, tree);
  g_assert_cmpuint (topics->len, ==, 1);
  g_assert_cmpstr (topics->pdata[0], ==, "grain");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/topics/rule/finds", test_finds);
  g_test_add_func ("/topics/rule/list", test_list);
  return g_test_run ();
}
