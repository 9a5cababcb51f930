/* Prints how the index grows: stories written a second, the first page of typed searches, counts, and its size against
 * the text. The sizes come from NP_BENCH_SIZES ("1000 10000" when it is not set; "1000 10000 100000" is the goal). */
#include "np-fixture.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static const char *const typed[] = { "government ",
                                     "president trump",
                                     "north korea",
                                     "\"of the\"",
                                     "the ",
                                     "said percent",
                                     "company state",
                                     "conre",
                                     "headline:government ",
                                     "caption:people",
                                     "by:writer",
                                     "site:reuters the ",
                                     "is:unread new",
                                     "-the",
                                     "topic:\"Topic 7\" people",
                                     "after:2018 million",
                                     "\"new government\"",
                                     "北朝鮮",
                                     "über OR président",
                                     "(state OR company) -percent" };

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static void
print_times (const char *what, guint n, GArray *times)
{
  g_array_sort (times, compare_doubles);
  printf ("%7u  %-34s median %7.2f ms  p95 %7.2f ms  max %7.2f ms  (%u)\n", n, what,
          g_array_index (times, double, times->len / 2), g_array_index (times, double, times->len * 95 / 100),
          g_array_index (times, double, times->len - 1), times->len);
}

static gsize
fill (NpIndex *index, guint n)
{
  double writing = 0, working = 0;
  gsize text = 0;

  for (guint done = 0; done < n; done += 1000)
    {
      g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) np_article_unref);
      double start;
      clock_t begun;

      for (guint i = done; i < MIN (done + 1000, n); i++)
        {
          NpArticle *article = np_fixture_generate (i);
          g_autofree char *body = np_article_dup_text (article);

          text += strlen (body) + strlen (article->headline) + strlen (article->deck);
          g_ptr_array_add (articles, article);
        }
      start = now_ms ();
      begun = clock ();
      g_assert_true (np_index_begin (index, NULL));
      for (guint i = 0; i < articles->len; i++)
        {
          NpArticle *article = articles->pdata[i];
          g_autofree char *path = g_strdup_printf ("articles/2018/05/%s.json", article->id);
          NpIndexFile file = { path, 5000, i, FALSE };

          g_assert_true (np_index_put (index, article, &file, NULL));
        }
      g_assert_true (np_index_commit (index, NULL));
      writing += now_ms () - start;
      working += (double) (clock () - begun) * 1000 / CLOCKS_PER_SEC;
    }
  printf ("%7u  %-34s %8.0f stories/s (%.0f per second of CPU), %.0f MiB of text\n", n, "reindex", n / writing * 1000,
          n / working * 1000, (double) text / 1048576);
  return text;
}

/* Each search is typed letter by letter, as in the window. */
static void
bench_searches (NpIndex *index, const NpTopicTree *tree, guint n, NpSort sort, const char *what, guint limit)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    for (glong length = 1; length <= g_utf8_strlen (typed[i], -1); length++)
      {
        g_autofree char *text = g_utf8_substring (typed[i], 0, length);
        g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, text);
        g_autoptr (GArray) rows = NULL;
        double start = now_ms (), time;

        query->sort = sort;
        rows = np_index_find_rows (index, query, tree, 0, limit, NULL, NULL);
        for (guint j = 0; j < MIN (rows->len, 20); j++)
          {
            g_autoptr (NpStory) story = np_index_get_story (index, g_array_index (rows, gint64, j), query, NULL);

            g_assert_nonnull (story);
          }
        time = now_ms () - start;
        g_array_append_val (times, time);
        if (g_getenv ("NP_BENCH_VERBOSE") != NULL && time > 8)
          printf ("    %-30s %7.2f ms\n", text, time);
      }
  print_times (what, n, times);
}

static void
bench_lists (NpIndex *index, const NpTopicTree *tree, guint n, guint limit, const char *what)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (NpPlace place = 0; place <= NP_PLACE_TRASH; place++)
    for (NpSort sort = 0; sort <= NP_SORT_LENGTH; sort++)
      for (int topic = 0; topic < 3; topic++)
        {
          static const char *const keys[] = { NULL, "topic-1", "topic-1500" };
          g_autoptr (NpQuery) query = np_query_new (place, keys[topic], NULL);
          g_autoptr (GArray) rows = NULL;
          double start = now_ms (), time;

          query->sort = sort;
          rows = np_index_find_rows (index, query, tree, 0, limit, NULL, NULL);
          time = now_ms () - start;
          g_array_append_val (times, time);
        }
  print_times (what, n, times);
}

static void
bench_others (NpIndex *index, const NpTopicTree *tree, guint n)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (double)),
                     topics = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) related = g_array_new (FALSE, FALSE, sizeof (double)),
                     puts = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (NpArticle) article = np_fixture_generate (i * 37);
      g_autofree char *path = g_strdup_printf ("articles/2018/05/%s.json", article->id);
      NpIndexFile file = { path, 5000, i, FALSE };
      NpCounts totals;
      double start = now_ms (), time;

      g_assert_true (np_index_count (index, &totals, NULL));
      time = now_ms () - start;
      g_array_append_val (counts, time);
      start = now_ms ();
      g_hash_table_unref (np_index_count_topics (index, tree, NULL));
      time = now_ms () - start;
      g_array_append_val (topics, time);
      start = now_ms ();
      g_ptr_array_unref (np_index_find_related (index, article->id, tree, 6, NULL));
      time = now_ms () - start;
      g_array_append_val (related, time);
      article->starred = !article->starred;
      start = now_ms ();
      g_assert_true (np_index_put (index, article, &file, NULL));
      time = now_ms () - start;
      g_array_append_val (puts, time);
    }
  print_times ("counts of places", n, counts);
  print_times ("counts of 2,000 topics", n, topics);
  print_times ("related stories", n, related);
  print_times ("one story starred", n, puts);
}

static void
bench (guint n)
{
  g_autofree char *folder = g_dir_make_tmp ("np-bench-XXXXXX", NULL),
                  *path = g_build_filename (folder, "index.sqlite", NULL);
  g_autoptr (NpIndex) index = np_index_open (path, "bench", NULL);
  g_autoptr (NpTopicTree) tree = np_fixture_topics (2000);
  GStatBuf info;
  gsize text;

  text = fill (index, n);
  bench_searches (index, tree, n, NP_SORT_PUBLISHED, "typed search, by date", 50);
  bench_searches (index, tree, n, NP_SORT_RELEVANCE, "typed search, by relevance", 50);
  bench_searches (index, tree, n, NP_SORT_PUBLISHED, "typed search, all rows", G_MAXUINT);
  bench_lists (index, tree, n, 50, "lists, first page");
  bench_lists (index, tree, n, G_MAXUINT, "lists, all rows");
  bench_others (index, tree, n);
  np_index_close (index);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  printf ("%7u  %-34s %.2f (%.0f MiB)\n\n", n, "size against text", (double) info.st_size / (double) text,
          (double) info.st_size / 1048576);
  if (g_getenv ("NP_BENCH_KEEP") == NULL)
    g_unlink (path);
  g_rmdir (folder);
}

int
main (void)
{
  const char *sizes = g_getenv ("NP_BENCH_SIZES");
  g_auto (GStrv) list = g_strsplit (sizes != NULL ? sizes : "1000 10000", " ", -1);

  setvbuf (stdout, NULL, _IOLBF, 0);
  for (guint i = 0; list[i] != NULL; i++)
    bench ((guint) g_ascii_strtoull (list[i], NULL, 10));
  return 0;
}
