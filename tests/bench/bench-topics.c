/* How long the pure engines of topics take. Prints one line a figure: what, how long, and what is aimed at. */
#include "topics/np-layout.h"
#include "topics/np-suggest.h"
#include "topics/np-topic-links.h"
#include "topics/np-topic-twins.h"

#include <time.h>

#define RUNS 50

/* The time of this thread, in ms: others at work on the machine do not count. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static char *
make_name (guint i)
{
  static const char *const first[] = {
    "North", "Grand", "Port", "Saint", "Lower", "Old", "East", "Upper", "West", "New"
  };
  static const char *const second[] = { "aldis", "valmer", "ostran", "lindm", "halv",
                                        "tide",  "kor",    "brand",  "quay",  "dorn" };
  static const char *const third[] = { "e", "ia", "burg", "ton", "haven", "stad", "land", "wick", "field", "mar" };

  return g_strdup_printf ("%s %c%s%s %u", first[i % 10], (char) ('A' + i / 1000 % 26), second[i / 10 % 10],
                          third[i / 100 % 10], i / 1000);
}

static NpTopicTree *
make_tree (guint n)
{
  NpTopicTree *tree = np_topic_tree_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = make_name (i), *key = g_strdup_printf ("t%u", i);
      NpTopic *topic = np_topic_new (key, name);

      topic->position = (int) i;
      topic->parent = i >= 200 && i % 4 == 0 ? g_strdup_printf ("t%u", i % 200) : NULL;
      /* A third are other names of others. */
      topic->merged_into = i >= 200 && i % 3 == 1 ? g_strdup_printf ("t%u", i % 200) : NULL;
      np_topic_tree_put (tree, topic);
    }
  return tree;
}

static NpArticle *
make_story (GRand *random, guint words)
{
  static const char *const filler[] = { "the",    "harbour", "said",  "that",  "of", "a",      "ship",
                                        "waited", "for",     "grain", "and",   "on", "Monday", "it",
                                        "would",  "be",      "late",  "again", "in", "spring" };
  NpArticle *article = np_article_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  article->headline = make_name (7);
  for (guint i = 0; i < words; i++)
    {
      g_autofree char *name = make_name (g_rand_int (random) % 10000);

      g_string_append_printf (text, "%s%s ", i % 25 == 7 ? name : filler[g_rand_int (random) % 20],
                              i % 17 == 16 ? "." : "");
      if (i % 60 == 59)
        {
          g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, text->str));
          g_string_truncate (text, 0);
        }
    }
  return article;
}

static void
bench_suggest (void)
{
  g_autoptr (NpTopicTree) tree = make_tree (10000);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (NpArticle) article = make_story (random, 1000);
  double start = now (), made, found;
  g_autoptr (NpNameFinder) finder = np_name_finder_new (tree);
  g_autoptr (GArray) tokens = np_suggest_tokenize (article);

  made = now () - start;
  start = now ();
  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (GArray) mentions = np_name_finder_find (finder, tokens);
      g_assert_cmpuint (mentions->len, >, 0);
    }
  found = (now () - start) / RUNS;
  start = now ();
  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (GPtrArray) names = np_suggest_topics (article, tree, finder, NULL, NP_SUGGEST_ALL, 20);
      g_assert_cmpuint (names->len, >, 0);
    }
  g_print ("names: finder of 10,000 names made in %.1f ms; all of them in a story of 1,000 words in %.3f ms\n", made,
           found);
  g_print ("suggestions for it, new names among them: %.3f ms (goal: 2)\n", (now () - start) / RUNS);
}

static void
put_story (NpTopicLinks *links, GRand *random, gint64 row, guint n_topics)
{
  char keys[4][16];
  const char *list[5] = { NULL };
  guint n = 1 + g_rand_int (random) % 4, group = g_rand_int (random) % (n_topics / 8);
  NpLinkStory story = { row, NP_MONTH (2010 + row % 9, 1 + row % 12), list,
                        "Harbour of Valmere waits for the grain again" };

  /* Topics come in groups of eight, now and then with one from anywhere. */
  for (guint i = 0; i < n; i++)
    {
      guint topic =
          g_rand_int (random) % 10 == 0 ? g_rand_int (random) % n_topics : group * 8 + g_rand_int (random) % 8;

      g_snprintf (keys[i], sizeof keys[i], "t%u", topic);
      list[i] = keys[i];
    }
  np_topic_links_put (links, &story);
}

static void
bench_links (void)
{
  g_autoptr (NpTopicTree) tree = make_tree (3000);
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  g_autoptr (NpTopicLinks) links = np_topic_links_new (tree);
  g_autoptr (GArray) nodes = NULL, edges = NULL;
  double start = now (), longest = 0;

  for (guint i = 0; i < 100000; i++)
    put_story (links, random, i, 3000);
  g_print ("relations: 100,000 stories, %u topics from scratch: %.0f ms (goal: 5,000)\n", np_topic_tree_get_size (tree),
           now () - start);
  for (guint i = 0; i < 1000; i++)
    {
      start = now ();
      put_story (links, random, i, 3000);
      longest = MAX (longest, now () - start);
    }
  g_print ("relations after one story: %.3f ms at the most (goal: 5)\n", longest);
  start = now ();
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *key = g_strdup_printf ("t%u", i);
      g_autoptr (GPtrArray) list = np_topic_links_list (links, key, 10);
    }
  g_print ("related topics of one, with reasons: %.3f ms\n", (now () - start) / 100);
  start = now ();
  np_topic_links_map (links, 0, 0, 5000, &nodes, &edges);
  g_print ("map of all: %u topics, %u lines: %.0f ms\n", nodes->len, edges->len, now () - start);
}

static void
bench_twins (void)
{
  g_autoptr (NpTopicTree) tree = make_tree (2000);
  double start = now ();
  g_autoptr (GPtrArray) twins = np_topic_twins_find (tree, NULL, NULL);

  g_print ("near-duplicates among 2,000 names: %u pairs in %.0f ms\n", twins->len, now () - start);
}

static void
bench_layout (void)
{
  g_autoptr (NpLayout) layout = np_layout_new (1000);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  double start, longest = 0, all = 0;
  gboolean more = TRUE;
  guint steps = 0;

  for (guint i = 0; i < 1000; i++)
    np_layout_get_node (layout, i)->radius = 5 + g_rand_int (random) % 25;
  for (guint i = 0; i < 5000; i++)
    {
      guint a = g_rand_int (random) % 1000,
            b = i % 5 == 0 ? g_rand_int (random) % 1000 : a / 20 * 20 + g_rand_int (random) % 20;

      if (a != b)
        np_layout_add_edge (layout, a, b, (float) g_rand_double_range (random, 0.05, 1));
    }
  np_layout_scatter (layout);
  while (more)
    {
      start = now ();
      more = np_layout_step (layout);
      longest = MAX (longest, now () - start);
      all += now () - start;
      steps++;
    }
  g_print ("map of 1,000 topics, 5,000 lines: a step %.2f ms, %.2f at the most (goal: 16), %u steps until it rests\n",
           all / steps, longest, steps);
}

int
main (void)
{
  bench_suggest ();
  bench_links ();
  bench_twins ();
  bench_layout ();
  return 0;
}
