#include "topics/np-topic-links.h"

#include <math.h>

static NpTopicTree *
new_tree (void)
{
  static const char *const names[] = { "North Korea", "Kim Jong Un", "Trade", "Steel", "Weather", "Pompeo" };
  NpTopicTree *tree = np_topic_tree_new ();

  np_topic_tree_add (tree, "Diplomacy", NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    np_topic_tree_add (tree, names[i], i == 0 ? "diplomacy" : NULL, NULL);
  return tree;
}

static void
put (NpTopicLinks *links, gint64 row, guint month, const char *topics, const char *headline)
{
  g_auto (GStrv) keys = g_strsplit (topics, " ", -1);
  NpLinkStory story = { row, month, (const char *const *) keys, headline };

  np_topic_links_put (links, &story);
}

/* 40 stories: Korea and Kim go together, weather comes with everything as chance has it. */
static NpTopicLinks *
new_links (NpTopicTree *tree)
{
  NpTopicLinks *links = np_topic_links_new (tree);

  for (int i = 0; i < 12; i++)
    put (links, i, NP_MONTH (2018, i < 8 ? 5 : 6),
         i % 4 == 0 ? "north-korea kim-jong-un weather" : "north-korea kim-jong-un",
         i < 4 ? "Kim Jong Un speaks of missiles" : "Missiles in the north");
  for (int i = 12; i < 24; i++)
    put (links, i, NP_MONTH (2018, 7), i % 4 == 0 ? "trade steel weather" : "trade steel", "Tariffs on steel");
  for (int i = 24; i < 40; i++)
    put (links, i, 0, i % 4 == 0 ? "weather" : "pompeo", NULL);
  /* Two prove nothing. */
  put (links, 40, 0, "pompeo trade", NULL);
  put (links, 41, 0, "pompeo trade", NULL);
  return links;
}

static const NpTopicLink *
find (GPtrArray *links, const char *key)
{
  for (guint i = 0; i < links->len; i++)
    if (g_str_equal (((NpTopicLink *) links->pdata[i])->key, key))
      return links->pdata[i];
  return NULL;
}

static void
test_list (void)
{
  g_autoptr (NpTopicTree) tree = new_tree ();
  g_autoptr (NpTopicLinks) links = new_links (tree);
  g_autoptr (GPtrArray) korea = np_topic_links_list (links, "north-korea", 10);
  g_autoptr (GPtrArray) trade = np_topic_links_list (links, "trade", 10);
  const NpTopicLink *kim = find (korea, "kim-jong-un");

  g_assert_nonnull (kim);
  g_assert_true (korea->pdata[0] == kim);
  g_assert_cmpuint (kim->shared, ==, 12);
  g_assert_cmpuint (kim->month, ==, NP_MONTH (2018, 5));
  g_assert_cmpuint (kim->in_month, ==, 8);
  g_assert_cmpuint (kim->named, ==, 4);
  g_assert_true (kim->strength > 0.5 && kim->strength <= 1);
  g_assert_true (g_strv_contains ((const char *const *) kim->words, "missiles"));
  /* A topic is not related to the one it is in, and chance is no relation. */
  g_assert_null (find (korea, "diplomacy"));
  g_assert_null (find (korea, "weather"));
  g_assert_nonnull (find (trade, "steel"));
  g_assert_null (find (trade, "pompeo"));
}

static void
test_said (void)
{
  g_autoptr (NpTopicTree) tree = new_tree ();
  g_autoptr (NpTopicLinks) links = NULL;
  g_autoptr (GPtrArray) korea = NULL;
  const NpTopicLink *weather;

  np_topic_tree_dismiss (tree, "north-korea", "kim-jong-un", NULL);
  np_topic_tree_relate (tree, "steel", "north-korea", "mine", NULL);
  links = new_links (tree);
  korea = np_topic_links_list (links, "north-korea", 10);
  g_assert_null (find (korea, "kim-jong-un"));
  weather = find (korea, "steel");
  g_assert_nonnull (weather);
  g_assert_true (weather->mine);
  g_assert_cmpuint (weather->shared, ==, 0);
}

/* One story after the other, there and back, leaves what counting all of them at once gives. */
static void
test_incremental (void)
{
  g_autoptr (NpTopicTree) tree = new_tree ();
  g_autoptr (NpTopicLinks) once = new_links (tree), changed = new_links (tree);
  static const char *const keys[] = {
    "north-korea", "kim-jong-un", "trade", "steel", "weather", "pompeo", "diplomacy"
  };

  for (int i = 0; i < 42; i++)
    put (changed, i, NP_MONTH (2017, 1), "pompeo steel kim-jong-un", "Steel and Pompeo");
  np_topic_links_drop (changed, 7);
  np_topic_links_drop (changed, 999);
  put (changed, 1000, NP_MONTH (2017, 1), "weather", "Rain");
  np_topic_links_begin (changed);
  for (int i = 0; i < 12; i++)
    put (changed, i, NP_MONTH (2018, i < 8 ? 5 : 6),
         i % 4 == 0 ? "north-korea kim-jong-un weather" : "north-korea kim-jong-un",
         i < 4 ? "Kim Jong Un speaks of missiles" : "Missiles in the north");
  for (int i = 12; i < 24; i++)
    put (changed, i, NP_MONTH (2018, 7), i % 4 == 0 ? "trade steel weather" : "trade steel", "Tariffs on steel");
  for (int i = 24; i < 40; i++)
    put (changed, i, 0, i % 4 == 0 ? "weather" : "pompeo", NULL);
  put (changed, 40, 0, "pompeo trade", NULL);
  put (changed, 41, 0, "pompeo trade", NULL);
  np_topic_links_end (changed);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GPtrArray) a = np_topic_links_list (once, keys[i], 10), b = np_topic_links_list (changed, keys[i], 10);

      g_assert_cmpuint (a->len, ==, b->len);
      for (guint j = 0; j < a->len; j++)
        {
          const NpTopicLink *first = a->pdata[j], *second = b->pdata[j];

          g_assert_cmpstr (first->key, ==, second->key);
          g_assert_cmpuint (first->shared, ==, second->shared);
          g_assert_cmpuint (first->month, ==, second->month);
          g_assert_true (fabs (first->strength - second->strength) < 1e-9);
        }
    }
}

static void
test_map (void)
{
  g_autoptr (NpTopicTree) tree = new_tree ();
  g_autoptr (NpTopicLinks) links = new_links (tree);
  g_autoptr (GArray) nodes = NULL, edges = NULL, later_nodes = NULL, later = NULL;
  guint first, last, named, taken;

  np_topic_links_map (links, 0, 0, 100, &nodes, &edges);
  g_assert_cmpuint (nodes->len, ==, 7);
  g_assert_cmpuint (edges->len, >=, 2);
  np_topic_links_map (links, NP_MONTH (2018, 7), NP_MONTH (2018, 9), 100, &later_nodes, &later);
  g_assert_cmpuint (later_nodes->len, ==, 3);
  for (guint i = 0; i < later->len; i++)
    g_assert_cmpuint (g_array_index (later, NpLinkEdge, i).b, <, later_nodes->len);
  np_topic_links_get_months (links, &first, &last);
  g_assert_cmpuint (first, ==, NP_MONTH (2018, 5));
  g_assert_cmpuint (last, ==, NP_MONTH (2018, 7));
  np_topic_links_get_usage (links, "kim-jong-un", &named, &taken);
  g_assert_cmpuint (named, ==, 4);
  g_assert_cmpuint (taken, ==, 4);
  np_topic_links_get_usage (links, "nobody", &named, &taken);
  g_assert_cmpuint (named, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/topics/links/list", test_list);
  g_test_add_func ("/topics/links/said", test_said);
  g_test_add_func ("/topics/links/incremental", test_incremental);
  g_test_add_func ("/topics/links/map", test_map);
  return g_test_run ();
}
