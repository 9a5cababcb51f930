/* How the library answers as it grows: what is printed of one library, made by make-library; bench-library runs this
 * for each size. usage: bench-stories FOLDER, with XDG folders of its own. */
#include "np-made-words.h"

#include "index/np-story-text.h"
#include "json/np-json-article.h"
#include "library/np-catalog-refresh.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Each is typed letter by letter, as in the window: common words and their beginnings, rare ones, phrases, fields,
 * scripts without spaces and from right to left. */
static const char *const typed[] = { "the government said ",
                                     "\"of the\" state",
                                     "north korea -market",
                                     "conre president",
                                     "headline:police",
                                     "credit:photographer",
                                     "site:reuters the",
                                     "is:unread new",
                                     "-the after:2017-05",
                                     "topic:\"Topic 7\" a",
                                     "\"new government\"",
                                     "北朝鮮 首脳",
                                     "über OR président",
                                     "(state OR company) -percent",
                                     "المحادثات",
                                     "by:writer is:starred" };
#define N_TYPED 200

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

static double
percentile (GArray *times, guint percent)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, MIN (times->len * percent / 100, times->len - 1));
}

static void
print_times (guint n, const char *what, GArray *times, const char *goal)
{
  printf ("%7u  %-38s median %8.2f ms  p95 %8.2f ms  max %8.2f ms%s\n", n, what, percentile (times, 50),
          percentile (times, 95), percentile (times, 100), goal);
}

static void
bench_reindex (NpCatalog *catalog)
{
  double start = now_ms (), seconds, work;
  clock_t begun = clock ();
  NpCounts counts;
  gboolean changed;
  guint n;

  g_assert_true (np_catalog_refresh (catalog, TRUE, NULL, NULL, &changed, NULL, NULL));
  seconds = (now_ms () - start) / 1000;
  work = (double) (clock () - begun) / CLOCKS_PER_SEC;
  g_assert_true (np_index_count (np_catalog_get_index (catalog), &counts, NULL));
  n = counts.all + counts.trash;
  printf ("%7u  %-38s %8.0f stories/s; %.0f for each second of one processor (goal: 2000)\n", n, "reindex", n / seconds,
          n / work);
  start = now_ms ();
  g_assert_true (np_catalog_refresh (catalog, FALSE, NULL, NULL, &changed, NULL, NULL));
  printf ("%7u  %-38s %8.2f s\n", n, "scan for changes, none", (now_ms () - start) / 1000);
}

/* What the index has to keep of the stories: all parts that are searched. */
typedef struct
{
  NpCatalog *catalog;
  gsize text;
  guint n, every;
} Measure;

static gboolean
measure_file (const char *path, goffset size, gint64 mtime_ns, gboolean trashed, gpointer user_data)
{
  Measure *measure = user_data;
  g_autoptr (NpArticle) article = NULL;
  g_autoptr (NpStoryText) text = NULL;

  if (measure->n++ % measure->every != 0)
    return TRUE;
  article = np_store_read_article (np_catalog_get_store (measure->catalog), path, NULL);
  text = np_story_text_new (article);
  for (NpPart part = 0; part < NP_N_PARTS; part++)
    measure->text += strlen (text->parts[part]) * measure->every;
  return TRUE;
}

/* Closed and opened again, all is where it belongs, and not in the log. */
static goffset
measure_index (NpCatalog *catalog)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "newsprint",
                                            np_store_get_id (np_catalog_get_store (catalog)), "index.sqlite", NULL);
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_size : 0;
}

static void
bench_size (NpCatalog *catalog, guint n)
{
  goffset size = measure_index (catalog);
  Measure measure = { catalog, 0, 0, MAX (n / 5000, 1) };

  np_store_scan (np_catalog_get_store (catalog), measure_file, &measure, NULL, NULL);
  printf ("%7u  %-38s %8.2f (goal: 1.00; %.0f MiB of %.0f)\n", n, "index against text",
          (double) size / (double) measure.text, (double) size / 1048576, (double) measure.text / 1048576);
}

/* The first screen of what a query finds, its rows with the words around the matches. */
static double
thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

static double
time_query (NpCatalog *catalog, NpQuery *query, double *work)
{
  NpIndex *index = np_catalog_get_index (catalog);
  g_autoptr (NpTopicTree) tree = np_catalog_get_topics (catalog);
  double start = now_ms (), begun = thread_ms ();
  g_autoptr (GArray) rows = np_index_find_rows (index, query, tree, 0, 50, NULL, NULL);

  for (guint i = 0; i < MIN (rows->len, 12); i++)
    {
      g_autoptr (NpStory) story = np_index_get_story (index, g_array_index (rows, gint64, i), query, NULL);

      g_assert_nonnull (story);
    }
  *work = thread_ms () - begun;
  return now_ms () - start;
}

static void
bench_searches (NpCatalog *catalog, guint n, NpSort sort, const char *what, const char *goal)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double)),
                     works = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    for (glong length = 1; length <= g_utf8_strlen (typed[i], -1) && times->len < N_TYPED; length++)
      {
        g_autofree char *text = g_utf8_substring (typed[i], 0, length);
        g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, text);
        double time, work;

        query->sort = sort;
        time = time_query (catalog, query, &work);
        g_array_append_val (times, time);
        g_array_append_val (works, work);
        if (g_getenv ("NP_BENCH_VERBOSE") != NULL && work > 8)
          printf ("         %-38s %8.2f ms\n", text, work);
      }
  g_assert_cmpuint (times->len, ==, N_TYPED);
  print_times (n, what, times, goal);
  print_times (n, "  of it work of the processor", works, goal);
}

static void
bench_lists (NpCatalog *catalog, guint n)
{
  static const char *const topics[] = { NULL, "topic-1", "topic-1500" };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (NpPlace place = 0; place <= NP_PLACE_TRASH; place++)
    for (NpSort sort = 0; sort <= NP_SORT_LENGTH; sort++)
      for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
        {
          g_autoptr (NpQuery) query = np_query_new (place, topics[i], NULL);
          double time, work;

          query->sort = sort;
          time = time_query (catalog, query, &work);
          g_array_append_val (times, time);
        }
  print_times (n, "places, topics and orders, first page", times, "");
}

static void
bench_counts (NpCatalog *catalog, guint n)
{
  g_autoptr (NpTopicTree) tree = np_catalog_get_topics (catalog);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < 20; i++)
    {
      double start = now_ms (), time;
      NpCounts counts;

      g_assert_true (np_index_count (np_catalog_get_index (catalog), &counts, NULL));
      g_hash_table_unref (np_index_count_topics (np_catalog_get_index (catalog), tree, NULL));
      time = now_ms () - start;
      g_array_append_val (times, time);
    }
  print_times (n, "counts of places and 2,000 topics", times, "");
}

static NpArticle *
make_story (guint number)
{
  NpMadeDice dice = np_made_dice (99, number);
  const NpMadeTongue *tongue = np_made_tongue_pick (&dice);
  NpArticle *article = np_article_new ();

  article->headline = np_made_words (tongue, 9, FALSE, &dice);
  article->url = g_strdup_printf ("https://bench.example/%u-%" G_GINT64_FORMAT, number, g_get_real_time ());
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *text = np_made_words (tongue, 50, TRUE, &dice);

      g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, text));
    }
  return article;
}

/* The least that a new file costs that is there whole or not at all: written aside, synced, renamed, its folder synced.
 * @path: of the story, so that the bare file is a new one in the same folder */
static double
time_bare_write (const char *path, GBytes *bytes)
{
  g_autofree char *folder = g_path_get_dirname (path), *aside = g_build_filename (folder, ".bench.tmp", NULL),
                  *file = g_build_filename (folder, ".bench", NULL);
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  double start = now_ms (), time;
  int fd = g_open (aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600), folder_fd;

  g_assert_cmpint (write (fd, data, length), ==, (gssize) length);
  fsync (fd);
  close (fd);
  g_rename (aside, file);
  folder_fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  fsync (folder_fd);
  close (folder_fd);
  time = now_ms () - start;
  g_unlink (file);
  return time;
}

static char *
path_of (NpCatalog *catalog, const char *id)
{
  g_autoptr (NpStory) story = np_index_find_story (np_catalog_get_index (catalog), id, NULL);

  return np_store_get_file (np_catalog_get_store (catalog), np_story_get_path (story));
}

/* One after the other, so that whatever else the disk does is done to both. A person saves the next story when the
 * index is done with the last; what it takes until a save can be found is printed too. */
static void
bench_saves (NpCatalog *catalog, guint n)
{
  g_autoptr (GArray) saves = g_array_new (FALSE, FALSE, sizeof (double)),
                     founds = g_array_new (FALSE, FALSE, sizeof (double)),
                     bares = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (NpArticle) article = make_story (i);
      g_autofree char *before = NULL, *path = NULL;
      g_autoptr (GBytes) bytes = NULL;
      double start = now_ms (), time;

      g_assert_true (np_catalog_add (catalog, article, &before, NULL));
      time = now_ms () - start;
      g_array_append_val (saves, time);
      path = path_of (catalog, article->id);
      time = now_ms () - start;
      g_array_append_val (founds, time);
      bytes = np_json_article_to_bytes (article);
      time = time_bare_write (path, bytes);
      g_array_append_val (bares, time);
      g_assert_true (np_catalog_set_trashed (catalog, article->id, TRUE, NULL));
    }
  printf ("%7u  %-38s %8.2f of the bare write (goal: 1.50; median %.2f ms, bare %.2f ms)\n", n, "save of one story",
          percentile (saves, 50) / percentile (bares, 50), percentile (saves, 50), percentile (bares, 50));
  printf ("%7u  %-38s %8.2f of the bare write (median %.2f ms)\n", n, "  until it can be found",
          percentile (founds, 50) / percentile (bares, 50), percentile (founds, 50));
}

int
main (int argc, char **argv)
{
  g_autoptr (NpCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  NpCounts counts;
  guint n;

  setvbuf (stdout, NULL, _IOLBF, 0);
  if (argc != 2)
    return 2;
  np_made_tongues_init ();
  catalog = np_catalog_open (argv[1], FALSE, &error);
  g_assert_no_error (error);
  bench_reindex (catalog);
  g_assert_true (np_index_count (np_catalog_get_index (catalog), &counts, NULL));
  n = counts.all + counts.trash;
  np_catalog_close (catalog);
  g_clear_object (&catalog);
  catalog = np_catalog_open (argv[1], FALSE, &error);
  g_assert_no_error (error);
  bench_size (catalog, n);
  bench_searches (catalog, n, NP_SORT_PUBLISHED, "first page of a search, by date", "  (goal: p95 16)");
  bench_searches (catalog, n, NP_SORT_RELEVANCE, "first page of a search, by relevance", "  (goal: p95 50)");
  bench_lists (catalog, n);
  bench_counts (catalog, n);
  bench_saves (catalog, n);
  np_catalog_close (catalog);
  return 0;
}
