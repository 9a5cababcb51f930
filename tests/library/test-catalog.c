/* Stories whose files and rows are changed together, whatever else goes on. */
#include "library/np-catalog-refresh.h"
#include "library/np-library-error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#define STORIES 60

typedef struct
{
  char *folder;
  NpCatalog *catalog;
  GPtrArray *ids;
} Fixture;

static gboolean
refresh (Fixture *fixture, gboolean rebuild)
{
  g_autoptr (GError) error = NULL;
  gboolean changed;

  g_assert_true (np_catalog_refresh (fixture->catalog, rebuild, NULL, NULL, &changed, NULL, &error));
  g_assert_no_error (error);
  return changed;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("np-catalog-XXXXXX", NULL);
  fixture->catalog = np_catalog_open (fixture->folder, FALSE, NULL);
  fixture->ids = g_ptr_array_new_with_free_func (g_free);
  refresh (fixture, FALSE); /* an index that was just made is filled */
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  np_catalog_close (fixture->catalog);
  g_assert_finalize_object (fixture->catalog);
  g_ptr_array_unref (fixture->ids);
  g_free (fixture->folder);
}

static void
add (Fixture *fixture, const char *headline)
{
  g_autoptr (NpArticle) article = np_article_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  article->headline = g_strdup (headline);
  g_assert_true (np_catalog_add (fixture->catalog, article, &before, &error));
  g_assert_no_error (error);
  g_assert_null (before);
  g_ptr_array_add (fixture->ids, g_strdup (article->id));
}

static guint
count (Fixture *fixture)
{
  NpCounts counts;

  g_assert_true (np_index_count (np_catalog_get_index (fixture->catalog), &counts, NULL));
  return counts.all;
}

static char *
file_of (Fixture *fixture, const char *id)
{
  g_autoptr (NpStory) story = np_index_find_story (np_catalog_get_index (fixture->catalog), id, NULL);

  return np_store_get_file (np_catalog_get_store (fixture->catalog), np_story_get_path (story));
}

/* Who saves does not wait for the index, but sees the story there, and so does the scan. */
static void
test_add (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < STORIES; i++)
    {
      g_autofree char *headline = g_strdup_printf ("Story %u", i);
      g_autoptr (NpArticle) article = NULL;

      add (fixture, headline);
      article = np_catalog_read (fixture->catalog, fixture->ids->pdata[i], NULL, NULL);
      g_assert_cmpstr (article->headline, ==, headline);
    }
  g_assert_cmpuint (count (fixture), ==, STORIES);
  g_assert_false (refresh (fixture, FALSE));
}

static gpointer
rebuild_again_and_again (gpointer data)
{
  for (guint i = 0; i < 5; i++)
    refresh (data, TRUE);
  return NULL;
}

/* An index that is just built anew has no story, but no change fails for that. */
static void
test_rebuild (Fixture *fixture, gconstpointer data)
{
  GThread *thread;

  for (guint i = 0; i < STORIES; i++)
    add (fixture, "Story");
  thread = g_thread_new ("rebuild", rebuild_again_and_again, fixture);
  for (guint i = 0; i < 4 * STORIES; i++)
    {
      const char *id = fixture->ids->pdata[i % STORIES];
      gboolean trashed, trash = i / STORIES % 2 == 0;
      g_autoptr (GError) error = NULL;
      g_autoptr (NpArticle) article = NULL;

      g_assert_true (np_catalog_set_trashed (fixture->catalog, id, trash, &error));
      g_assert_no_error (error);
      article = np_catalog_read (fixture->catalog, id, &trashed, &error);
      g_assert_no_error (error);
      g_assert_cmpint (trashed, ==, trash);
      article->starred = trash;
      g_assert_true (np_catalog_write (fixture->catalog, article, &error));
      g_assert_no_error (error);
    }
  g_thread_join (thread);
  g_assert_cmpuint (count (fixture), ==, STORIES);
  g_assert_false (refresh (fixture, FALSE));
}

/* Others changed a file on a machine whose clock goes wrong: what counts is that the time is another. */
static void
test_clock (Fixture *fixture, gconstpointer data)
{
  static const time_t times[] = { 86400, 1500000000, G_GINT64_CONSTANT (4102444800) };

  add (fixture, "Before 0");
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *path = file_of (fixture, fixture->ids->pdata[0]), *text = NULL;
      g_autoptr (NpArticle) article = NULL;
      struct utimbuf stamp = { times[i], times[i] };

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      *(strstr (text, "Before ") + strlen ("Before ")) = (char) ('1' + i);
      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      g_assert_cmpint (g_utime (path, &stamp), ==, 0);
      g_assert_true (refresh (fixture, FALSE));
      g_assert_false (refresh (fixture, FALSE));
      article = np_catalog_read (fixture->catalog, fixture->ids->pdata[0], NULL, NULL);
      g_assert_cmpint (article->headline[strlen ("Before ")], ==, '1' + (int) i);
    }
}

/* A person copied a file: one story, and neither file is touched until `newsprint check --repair`. */
static void
test_two_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL, *other = NULL, *text = NULL, *folder = NULL, *again = NULL, *other_again = NULL;

  add (fixture, "Twice");
  path = file_of (fixture, fixture->ids->pdata[0]);
  folder = g_path_get_dirname (path);
  other = g_build_filename (folder, "a-copy-by-hand.json", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (other, text, -1, NULL));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (NpArticle) article = NULL;

      g_assert_true (refresh (fixture, i == 1) == (i == 1)); /* no news, scan after scan */
      g_assert_cmpuint (count (fixture), ==, 1);
      article = np_catalog_read (fixture->catalog, fixture->ids->pdata[0], NULL, NULL);
      g_assert_cmpstr (article->headline, ==, "Twice");
    }
  g_assert_true (g_file_get_contents (path, &again, NULL, NULL));
  g_assert_true (g_file_get_contents (other, &other_again, NULL, NULL));
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpstr (other_again, ==, text);
  /* whichever goes, the story stays */
  g_assert_cmpint (g_unlink (path), ==, 0);
  refresh (fixture, FALSE);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
put (const char *path, const char *text, time_t time)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct utimbuf stamp = { time, time };

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_cmpint (g_utime (path, &stamp), ==, 0);
}

/* Of a story's two files the one that the index has is followed, wherever the other stands among the rest. */
static void
test_two_files_changed (Fixture *fixture, gconstpointer data)
{
  static const char *const copies[] = { "0-before-it.json", "zz-after-it.json" };
  g_autofree char *path = NULL, *text = NULL, *folder = NULL;

  add (fixture, "Twice 0");
  path = file_of (fixture, fixture->ids->pdata[0]);
  folder = g_path_get_dirname (path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      g_autofree char *copy = g_build_filename (folder, copies[i], NULL), *now = NULL;
      g_autoptr (NpArticle) article = NULL;

      put (copy, text, 1500000000);
      *(strstr (text, "Twice ") + strlen ("Twice ")) = (char) ('1' + i);
      put (path, text, 1600000000 + (time_t) i);
      g_assert_true (refresh (fixture, FALSE));
      g_assert_false (refresh (fixture, FALSE));
      now = file_of (fixture, fixture->ids->pdata[0]);
      g_assert_cmpstr (now, ==, path);
      article = np_catalog_read (fixture->catalog, fixture->ids->pdata[0], NULL, NULL);
      g_assert_cmpint (article->headline[strlen ("Twice ")], ==, '1' + (int) i);
    }
}

/* A sync tool brings a story back that was thrown away here: it is no longer in the trash, however often one looks. */
static void
test_two_files_trash (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL, *text = NULL;

  add (fixture, "Back again");
  path = file_of (fixture, fixture->ids->pdata[0]);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (np_catalog_set_trashed (fixture->catalog, fixture->ids->pdata[0], TRUE, NULL));
  put (path, text, 1500000000);
  for (guint i = 0; i < 4; i++)
    {
      gboolean trashed;
      g_autoptr (NpArticle) article = NULL;

      g_assert_true (refresh (fixture, i == 2) == (i % 2 == 0));
      article = np_catalog_read (fixture->catalog, fixture->ids->pdata[0], &trashed, NULL);
      g_assert_nonnull (article);
      g_assert_false (trashed);
      g_assert_cmpuint (count (fixture), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/library/catalog/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("add", test_add);
  ADD ("rebuild", test_rebuild);
  ADD ("clock", test_clock);
  ADD ("two-files", test_two_files);
  ADD ("two-files-changed", test_two_files_changed);
  ADD ("two-files-trash", test_two_files_trash);
#undef ADD
  return g_test_run ();
}
