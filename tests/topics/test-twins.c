#include "topics/np-topic-twins.h"

static void
test_compare (void)
{
  static const struct
  {
    const char *a, *b;
    int why; /* -1: not the same */
  } rows[] = {
    { "North Korea", "north-korea", NP_TWIN_SPELLING },
    { "Kim Yong-chol", "Kim Yong Chol", NP_TWIN_SPELLING },
    { "São Paulo", "Sao Paulo", NP_TWIN_SPELLING },
    { "U.S.", "US", NP_TWIN_SPELLING },
    { "The White House", "White House", NP_TWIN_SPELLING },
    { "Trade, steel", "Steel trade", NP_TWIN_ORDER },
    { "Trump, Donald", "Donald Trump", NP_TWIN_ORDER },
    { "Summit", "Summits", NP_TWIN_PLURAL },
    { "Trade wars", "Trade war", NP_TWIN_PLURAL },
    { "Party", "Parties", NP_TWIN_PLURAL },
    { "N. Korea", "North Korea", NP_TWIN_SHORT },
    { "Dr. Strange", "Doctor Strange", -1 },
    { "DPRK", "Democratic People's Republic of Korea", NP_TWIN_ACRONYM },
    { "U.N.", "United Nations", NP_TWIN_ACRONYM },
    { "EU", "European Union", NP_TWIN_ACRONYM },
    { "North Korea", "Nordkorea", NP_TWIN_WORDS },
    { "South Korea", "Südkorea", NP_TWIN_WORDS },
    { "New Caledonia", "Neukaledonien", -1 },
    { "Pyongyang", "Pyeongyang", NP_TWIN_LETTERS },
    { "Iran", "Iraq", -1 },
    { "Apollo 11 flight", "Apollo 12 flight", -1 },
    { "North Korea", "South Korea", -1 },
    { "US", "Us", NP_TWIN_SPELLING },
    { "Bus", "Bu", -1 },
    { "News", "New", -1 },
    { "Grass", "Gras", -1 },
    { "", "", -1 },
    { "!", "?", -1 },
    { "日本", "日本", NP_TWIN_SPELLING },
    { "日本", "中国", -1 },
    { "Paris Agreement", "Paris", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NpTwinWhy why = NP_TWIN_SPELLING, back = NP_TWIN_SPELLING;
      gboolean same = np_topic_twins_compare (rows[i].a, rows[i].b, &why);

      g_test_message ("%s – %s: %s", rows[i].a, rows[i].b, same ? np_twin_why_to_string (why) : "no");
      g_assert_cmpint (same ? (int) why : -1, ==, rows[i].why);
      g_assert_true (np_topic_twins_compare (rows[i].b, rows[i].a, &back) == same);
      g_assert_cmpint (why, ==, back);
    }
}

static guint
count (const char *key, gpointer user_data)
{
  return g_str_equal (key, "nordkorea") ? 1 : 40;
}

static void
test_find (void)
{
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();
  g_autoptr (GPtrArray) found = NULL, again = NULL;
  const NpTopicTwins *first;

  np_topic_tree_add (tree, "North Korea", NULL, NULL);
  np_topic_tree_add (tree, "DPRK", NULL, NULL);
  np_topic_tree_add (tree, "Nordkorea", NULL, NULL);
  np_topic_tree_add (tree, "Summits", NULL, NULL);
  np_topic_tree_add (tree, "Democratic People's Republic of Korea", NULL, NULL);
  np_topic_tree_merge (tree, "dprk", "north-korea", NULL);
  found = np_topic_twins_find (tree, count, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  first = found->pdata[0];
  /* By the name of an alias. */
  g_assert_cmpint (first->why, ==, NP_TWIN_ACRONYM);
  first = found->pdata[1];
  g_assert_cmpint (first->why, ==, NP_TWIN_WORDS);
  g_assert_cmpstr (first->key, ==, "nordkorea");
  g_assert_cmpstr (first->other, ==, "north-korea");

  np_topic_tree_set_other (tree, "nordkorea", "north-korea", TRUE, NULL);
  again = np_topic_twins_find (tree, count, NULL);
  g_assert_cmpuint (again->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/topics/twins/compare", test_compare);
  g_test_add_func ("/topics/twins/find", test_find);
  return g_test_run ();
}
