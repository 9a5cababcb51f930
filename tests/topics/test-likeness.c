#include "topics/np-story-likeness.h"

#define SUMMIT                                                                                                         \
  "Edda Halvard of Valmere will meet Kasimir Dorn in Port Aldis on Friday. They are to speak of grain and of the "     \
  "ships that wait. Dorn said that he was in no hurry. Halvard said that she was, and that the grain was too."

static NpArticle *
new_article (const char *headline, const char *text, const char *topic)
{
  NpArticle *article = np_article_new ();

  article->headline = g_strdup (headline);
  g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, text));
  if (topic != NULL)
    g_ptr_array_add (article->topics, g_strdup (topic));
  return article;
}

static void
test_measure (void)
{
  static const struct
  {
    const char *headline, *text, *topic;
    gboolean something, twice;
  } rows[] = {
    { "Dorn and Halvard meet", SUMMIT, NULL, TRUE, TRUE },
    { "They meet", SUMMIT " Our reporter in the port adds that it rained all day, and that nobody minded much.", NULL,
      TRUE, TRUE },
    { "Before the summit", "Kasimir Dorn has been seen in Port Aldis. What Kasimir Dorn wants there is not known.",
      NULL, TRUE, FALSE },
    { "Wheat", "Wheat grows in the fields behind the river and nobody can say to whom it belongs.", "harvest", TRUE,
      FALSE },
    { "Whales", "A whale came by and went away again, as whales will do when nobody looks after them.", "whales", FALSE,
      FALSE },
    { "", "", NULL, FALSE, FALSE },
  };
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();
  g_autoptr (NpArticle) article = NULL;
  g_autoptr (NpStoryTraits) traits = NULL;

  np_topic_tree_add (tree, "Grain", NULL, NULL);
  np_topic_tree_add (tree, "Harvest", NULL, NULL);
  np_topic_tree_merge (tree, "harvest", "grain", NULL);
  article = new_article ("Summit in Port Aldis", SUMMIT, "grain");
  traits = np_story_traits_new (article, tree);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpArticle) other = new_article (rows[i].headline, rows[i].text, rows[i].topic);
      g_autoptr (NpStoryTraits) theirs = np_story_traits_new (other, tree);
      NpStoryLikeness likeness;

      np_story_likeness_measure (traits, theirs, &likeness);
      g_test_message ("%s: %.2f", rows[i].headline, likeness.score);
      g_assert_cmpint (likeness.score > 0, ==, rows[i].something);
      g_assert_cmpint (likeness.twice, ==, rows[i].twice);
      if (i == 2)
        g_assert_true (g_strv_contains ((const char *const *) likeness.names, "Kasimir Dorn"));
      if (i == 3)
        g_assert_cmpstr (likeness.topics[0], ==, "grain");
      np_story_likeness_clear (&likeness);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/topics/likeness/measure", test_measure);
  return g_test_run ();
}
