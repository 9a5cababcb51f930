/* How fast a library's index is filled from its files. The numbers of stories come from NP_BENCH_SIZES ("1000 10000"
 * when it is not set; "1000 10000 100000" is the goal). */
#include "np-fixture.h"

#include "json/np-json-article.h"
#include "library/np-catalog-refresh.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <time.h>

/* Returns the size of all files. */
static gsize
write_library (NpCatalog *catalog, guint n)
{
  gsize size = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NpArticle) article = np_fixture_generate (i);
      g_autofree char *name =
          g_strdup_printf ("articles/20%02u/%02u/%s.json", 16 + i / 10000 % 10, 1 + i / 833 % 12, article->id);
      g_autofree char *path = np_store_get_file (np_catalog_get_store (catalog), name);
      g_autofree char *folder = g_path_get_dirname (path);
      g_autoptr (GBytes) bytes = np_json_article_to_bytes (article);

      size += g_bytes_get_size (bytes);
      g_mkdir_with_parents (folder, 0700);
      g_assert_true (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
  return size;
}

static void
print_refresh (NpCatalog *catalog, gboolean rebuild, guint n, const char *what)
{
  gint64 start = g_get_monotonic_time ();
  clock_t begun = clock ();
  double seconds, working;
  gboolean changed;

  g_assert_true (np_catalog_refresh (catalog, rebuild, NULL, NULL, &changed, NULL, NULL));
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  working = (double) (clock () - begun) / CLOCKS_PER_SEC;
  printf ("%7u  %-24s %8.2f s  %8.0f stories/s  (%.0f per second of CPU)\n", n, what, seconds, n / seconds,
          n / working);
}

static void
bench (guint n)
{
  g_autofree char *name = g_strdup_printf ("library-%u", n);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (NpCatalog) catalog = np_catalog_open (folder, FALSE, NULL);
  gsize size;

  g_assert_nonnull (catalog);
  size = write_library (catalog, n);
  printf ("%7u  %.0f MiB of files\n", n, (double) size / 1048576);
  print_refresh (catalog, FALSE, n, "first index");
  print_refresh (catalog, TRUE, n, "index built again");
  print_refresh (catalog, FALSE, n, "nothing changed");
  np_catalog_close (catalog);
}

static void
test_reindex (void)
{
  const char *sizes = g_getenv ("NP_BENCH_SIZES");
  g_auto (GStrv) list = g_strsplit (sizes != NULL ? sizes : "1000 10000", " ", -1);

  setvbuf (stdout, NULL, _IOLBF, 0);
  for (guint i = 0; list[i] != NULL; i++)
    bench ((guint) g_ascii_strtoull (list[i], NULL, 10));
}

/* As a test, for a home of its own. */
int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/bench/reindex", test_reindex);
  return g_test_run ();
}
