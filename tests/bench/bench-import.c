/* What importing costs against its parts: `newsprint import --from` of many pages of loopback sites, and, in this
 * process, libsoup alone fetching the same addresses, `extract` alone reading the same pages, and `store` alone saving
 * the same stories; once before the import and once after it, since a machine is not as fast at all times. Goal: the
 * import has at most 1.25 times the CPU of the three. usage: bench-import NEWSPRINT IMPORT-SITE. NP_BENCH_PAGES: of how
 * many pages (2000).
 *
 * Two stories of a host come at a time, so the pages are of four hosts; a host of this machine needs no pause between
 * two of its pages, so none is part of what is measured. */
#include "extract/np-extract.h"
#include "model/np-page.h"
#include "store/np-store.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

/* As many as an import has under way. */
#define AT_ONCE 8

typedef struct
{
  char *folder;
  char *list;
  GPtrArray *urls;     /* char*: of the stories */
  GHashTable *fetched; /* char* → GBytes* */
} Bench;

/* Seconds of CPU. */
typedef struct
{
  double fetch, extract, store;
} Parts;

static double
seconds_of (const struct rusage *usage)
{
  return (double) (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec)
         + (double) (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / G_USEC_PER_SEC;
}

static double
count_seconds (void)
{
  struct rusage own;

  getrusage (RUSAGE_SELF, &own);
  return seconds_of (&own);
}

G_NORETURN static void
give_up (const char *what, const char *why)
{
  fprintf (stderr, "%s: %s\n", what, why);
  exit (1);
}

/* --- the import */

/* Runs a command and gives its CPU and that of the workers it waited for. */
static double
run (const char *const *words, gboolean quiet)
{
  g_autoptr (GError) error = NULL;
  GPid pid;
  struct rusage usage;
  int status;

  if (!g_spawn_async (NULL, (char **) words, NULL,
                      G_SPAWN_DO_NOT_REAP_CHILD | (quiet ? G_SPAWN_STDOUT_TO_DEV_NULL : G_SPAWN_DEFAULT), NULL, NULL,
                      &pid, &error))
    give_up (words[0], error->message);
  wait4 (pid, &status, 0, &usage);
  if (!g_spawn_check_wait_status (status, &error))
    give_up (words[1], error->message);
  return seconds_of (&usage);
}

static void
write_list (Bench *bench, GPtrArray *sites, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      char *url = g_strdup_printf ("%sstory/%u", (char *) sites->pdata[i % sites->len], i);

      g_ptr_array_add (bench->urls, url);
      g_string_append_printf (text, "%s\n", url);
    }
  bench->list = g_build_filename (bench->folder, "list.txt", NULL);
  g_file_set_contents (bench->list, text->str, (gssize) text->len, NULL);
}

/* What is in the library. */
typedef struct
{
  NpStore *store;
  GHashTable *seen; /* char* addresses */
  guint stories, photos;
} Look;

static gboolean
on_story (const char *path, goffset size, gint64 mtime_ns, gboolean trashed, gpointer user_data)
{
  Look *look = user_data;
  g_autoptr (NpArticle) article = np_store_read_article (look->store, path, NULL);

  if (article == NULL)
    give_up (path, "cannot be read");
  look->stories++;
  g_hash_table_add (look->seen, g_strdup (article->url));
  for (guint i = 0; i < article->figures->len; i++)
    look->photos += ((NpFigure *) article->figures->pdata[i])->file != NULL;
  return TRUE;
}

static void
look_at_library (Bench *bench, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpStore) store = np_store_open (folder, NP_STORE_READ_ONLY_WANTED, &error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Look look = { store, seen, 0, 0 };

  if (store == NULL || !np_store_scan (store, on_story, &look, NULL, &error))
    give_up (folder, error->message);
  printf ("stories saved: %u, addresses: %u, of %u; photos: %u\n", look.stories, g_hash_table_size (seen),
          bench->urls->len, look.photos);
  if (look.stories != bench->urls->len || g_hash_table_size (seen) != bench->urls->len)
    give_up (folder, "not every page is saved once");
  np_store_close (store);
}

static double
import (Bench *bench, const char *newsprint)
{
  g_autofree char *library = g_build_filename (bench->folder, "library", NULL);
  const char *const words[] = { newsprint, "import", "--library", library, "--from", bench->list, NULL };
  const char *const check[] = { newsprint, "check", "--library", library, NULL };
  gint64 began = g_get_monotonic_time ();
  double cpu = run (words, TRUE);

  printf ("imported in %.1f s\n", (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC);
  run (check, TRUE);
  look_at_library (bench, library);
  return cpu;
}

/* --- libsoup alone */

typedef struct
{
  Bench *bench;
  SoupSession *session;
  GQueue waiting; /* char* addresses, somebody else's */
  guint running;
} Fetch;

static void fetch_more (Fetch *fetch);

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fetch *fetch = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = soup_session_send_and_read_finish (SOUP_SESSION (source), result, &error);
  SoupMessage *message = soup_session_get_async_result_message (SOUP_SESSION (source), result);

  if (bytes == NULL)
    give_up ("fetch", error->message);
  g_hash_table_insert (fetch->bench->fetched, g_uri_to_string (soup_message_get_uri (message)),
                       g_steal_pointer (&bytes));
  fetch->running--;
  fetch_more (fetch);
}

static void
fetch_more (Fetch *fetch)
{
  while (fetch->running < AT_ONCE && fetch->waiting.length > 0)
    {
      g_autoptr (SoupMessage) message = soup_message_new ("GET", g_queue_pop_head (&fetch->waiting));

      fetch->running++;
      soup_session_send_and_read_async (fetch->session, message, G_PRIORITY_DEFAULT, NULL, on_fetched, fetch);
    }
}

static double
fetch_all (Bench *bench, GPtrArray *urls)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  Fetch fetch = { bench, session, G_QUEUE_INIT, 0 };
  double start = count_seconds ();

  for (guint i = 0; i < urls->len; i++)
    g_queue_push_tail (&fetch.waiting, urls->pdata[i]);
  fetch_more (&fetch);
  while (fetch.running > 0)
    g_main_context_iteration (NULL, TRUE);
  return count_seconds () - start;
}

/* --- extract alone, store alone */

static double
extract_all (Bench *bench, GPtrArray *articles)
{
  double start = count_seconds ();

  for (guint i = 0; i < bench->urls->len; i++)
    {
      g_autoptr (NpPage) page = np_page_new (g_hash_table_lookup (bench->fetched, bench->urls->pdata[i]));
      NpArticle *article;

      page->url = g_strdup (bench->urls->pdata[i]);
      page->content_type = g_strdup ("text/html");
      article = np_extract (page, NULL);
      if (article == NULL)
        give_up (page->url, "no story");
      article->url = g_strdup (page->url);
      g_ptr_array_add (articles, article);
    }
  return count_seconds () - start;
}

static void
store_one (Bench *bench, NpStore *store, NpArticle *article)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  article->provenance.page = np_store_add_page (store, g_hash_table_lookup (bench->fetched, article->url), &error);
  for (guint i = 0; error == NULL && i < article->figures->len; i++)
    {
      NpFigure *figure = article->figures->pdata[i];
      GBytes *bytes = figure->source != NULL ? g_hash_table_lookup (bench->fetched, figure->source) : NULL;

      if (bytes != NULL)
        figure->file = np_store_add_media (store, bytes, "png", &error);
    }
  path = error == NULL ? np_store_add_article (store, article, &error) : NULL;
  if (path == NULL)
    give_up ("store", error->message);
}

static double
store_all (Bench *bench, GPtrArray *articles, const char *name)
{
  g_autofree char *folder = g_build_filename (bench->folder, name, NULL);
  g_autoptr (NpStore) store = np_store_open (folder, NP_STORE_NONE, NULL);
  double start = count_seconds ();

  for (guint i = 0; i < articles->len; i++)
    store_one (bench, store, articles->pdata[i]);
  np_store_close (store);
  return count_seconds () - start;
}

static GPtrArray *
list_photos (GPtrArray *articles)
{
  GPtrArray *photos = g_ptr_array_new ();

  for (guint i = 0; i < articles->len; i++)
    {
      GPtrArray *figures = ((NpArticle *) articles->pdata[i])->figures;

      for (guint j = 0; j < figures->len; j++)
        if (((NpFigure *) figures->pdata[j])->source != NULL)
          g_ptr_array_add (photos, ((NpFigure *) figures->pdata[j])->source);
    }
  return photos;
}

static void
measure_parts (Bench *bench, Parts *parts, const char *name)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) np_article_unref), photos = NULL;

  parts->fetch += fetch_all (bench, bench->urls);
  parts->extract += extract_all (bench, articles);
  photos = list_photos (articles);
  parts->fetch += fetch_all (bench, photos);
  parts->store += store_all (bench, articles, name);
  g_hash_table_remove_all (bench->fetched);
}

/* --- all of it */

static GPtrArray *
read_sites (GSubprocess *site)
{
  g_autoptr (GDataInputStream) output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (site));
  GPtrArray *sites = g_ptr_array_new_with_free_func (g_free);
  char *line;

  while ((line = g_data_input_stream_read_line_utf8 (output, NULL, NULL, NULL)) != NULL && *line != '\0')
    g_ptr_array_add (sites, line);
  g_free (line);
  if (sites->len == 0)
    give_up ("import-site", "serves nothing");
  return sites;
}

static void
print_row (const char *name, double seconds, guint n)
{
  printf ("%-28s %7.2f ms CPU a page\n", name, seconds * 1000 / n);
}

static void
compare (Bench *bench, const char *newsprint)
{
  Parts parts = { 0 };
  guint n = bench->urls->len;
  double whole, sum;

  measure_parts (bench, &parts, "before");
  whole = import (bench, newsprint);
  measure_parts (bench, &parts, "after");
  sum = (parts.fetch + parts.extract + parts.store) / 2;
  print_row ("import and its workers:", whole, n);
  print_row ("bare fetch (libsoup):", parts.fetch / 2, n);
  print_row ("bare extract:", parts.extract / 2, n);
  print_row ("bare store:", parts.store / 2, n);
  print_row ("sum of the three:", sum, n);
  printf ("import against the sum: %.2f (goal: 1.25 at most)\n", whole / sum);
}

static void
remove_folder (const char *folder)
{
  const char *const words[] = { "rm", "-rf", folder, NULL };

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  const char *asked = g_getenv ("NP_BENCH_PAGES");
  g_autoptr (GSubprocess) site = NULL;
  g_autoptr (GPtrArray) sites = NULL;

  if (argc != 3)
    give_up ("usage", "bench-import NEWSPRINT IMPORT-SITE");
  setvbuf (stdout, NULL, _IOLBF, 0);
  bench.folder = g_dir_make_tmp ("newsprint-bench-XXXXXX", NULL);
  for (const char *const *name =
           (const char *const[]){ "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", NULL };
       *name != NULL; name++)
    g_setenv (*name, bench.folder, TRUE);
  bench.urls = g_ptr_array_new_with_free_func (g_free);
  bench.fetched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  site = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, argv[2], NULL);
  if (site == NULL)
    give_up (argv[2], "does not start");
  sites = read_sites (site);
  write_list (&bench, sites, asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) : 2000);
  compare (&bench, argv[1]);
  g_output_stream_close (g_subprocess_get_stdin_pipe (site), NULL, NULL);
  g_subprocess_wait (site, NULL, NULL);
  remove_folder (bench.folder);
  g_free (bench.folder);
  g_free (bench.list);
  g_ptr_array_unref (bench.urls);
  g_hash_table_unref (bench.fetched);
  return 0;
}
