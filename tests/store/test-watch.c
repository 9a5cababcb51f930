#include "store/np-watch-tree.h"
#include "store/np-watch.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/syscall.h>
#include <unistd.h>

#define TEXT "{\"format\": \"newsprint-article\", \"version\": 1}"

/* How many folders the kernel still watches, below 0: as many as it wants. In the place of the C library's. */
static gint watches_left = -1;

int
inotify_add_watch (int fd, const char *name, uint32_t mask)
{
  if (g_atomic_int_get (&watches_left) == 0)
    {
      errno = ENOSPC;
      return -1;
    }
  if (g_atomic_int_get (&watches_left) > 0)
    g_atomic_int_add (&watches_left, -1);
  return (int) syscall (SYS_inotify_add_watch, fd, name, mask);
}

typedef struct
{
  char *folder;
  NpStore *store;
  NpWatch *watch;
  GMutex lock;
  GCond told;
  GHashTable *paths; /* under the lock */
  guint n_told;
} Fixture;

static void
on_told (GPtrArray *paths, gpointer data)
{
  Fixture *fixture = data;

  g_mutex_lock (&fixture->lock);
  for (guint i = 0; paths != NULL && i < paths->len; i++)
    g_hash_table_add (fixture->paths, g_strdup (paths->pdata[i]));
  if (paths == NULL)
    g_hash_table_add (fixture->paths, g_strdup ("*"));
  fixture->n_told++;
  g_cond_signal (&fixture->told);
  g_mutex_unlock (&fixture->lock);
}

static void
put (Fixture *fixture, const char *path)
{
  g_autofree char *file = g_build_filename (fixture->folder, path, NULL), *folder = g_path_get_dirname (file);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents (file, TEXT, -1, NULL));
}

static void
rename_in (Fixture *fixture, const char *from, const char *to)
{
  g_autofree char *source = g_build_filename (fixture->folder, from, NULL);
  g_autofree char *target = g_build_filename (fixture->folder, to, NULL);

  g_assert_cmpint (g_rename (source, target), ==, 0);
}

/* Waits, for a minute at the most, until @path was told. */
static void
wait_for (Fixture *fixture, const char *path)
{
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  g_mutex_lock (&fixture->lock);
  while (!g_hash_table_contains (fixture->paths, path))
    if (!g_cond_wait_until (&fixture->told, &fixture->lock, end))
      g_error ("%s was never told", path);
  g_hash_table_remove (fixture->paths, path);
  g_mutex_unlock (&fixture->lock);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("np-watch-XXXXXX", NULL);
  fixture->store = np_store_open (fixture->folder, NP_STORE_NONE, NULL);
  fixture->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  put (fixture, "articles/2018/05/old.json");
  fixture->watch = np_watch_new (fixture->store, (NpWatchMode) GPOINTER_TO_INT (data), on_told, fixture);
  np_watch_wait (fixture->watch);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->watch, np_watch_free);
  g_assert_finalize_object (fixture->store);
  g_hash_table_unref (fixture->paths);
  g_free (fixture->folder);
}

static void
test_news (Fixture *fixture, gconstpointer data)
{
  put (fixture, "articles/2018/05/new.json");
  put (fixture, "articles/2020/01/in-a-new-folder.json");
  put (fixture, "articles/2018/05/photo.jpg");
  put (fixture, "articles/2018/05/.tmp-1");
  put (fixture, "trash/articles/2018/05/trashed.json");
  put (fixture, "media/ab/photo.json");
  wait_for (fixture, "articles/2018/05/new.json");
  wait_for (fixture, "articles/2020/01/in-a-new-folder.json");
  wait_for (fixture, "trash/articles/2018/05/trashed.json");
  rename_in (fixture, "articles/2018/05/old.json", "articles/2020/01/moved.json");
  wait_for (fixture, "articles/2018/05/old.json");
  wait_for (fixture, "articles/2020/01/moved.json");
  g_mutex_lock (&fixture->lock);
  g_assert_false (g_hash_table_contains (fixture->paths, "articles/2018/05/photo.jpg"));
  g_assert_false (g_hash_table_contains (fixture->paths, "articles/2018/05/.tmp-1"));
  g_assert_false (g_hash_table_contains (fixture->paths, "media/ab/photo.json"));
  g_mutex_unlock (&fixture->lock);
  np_watch_tell_again (fixture->watch, "articles/2018/05/half.json");
  wait_for (fixture, "articles/2018/05/half.json");
}

/* A folder that goes takes its stories along: then everything is looked at. */
static void
test_folder_gone (Fixture *fixture, gconstpointer data)
{
  rename_in (fixture, "articles/2018", "elsewhere");
  wait_for (fixture, "*");
}

/* Many changes are few calls, and none is forgotten. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  const guint n = 3000;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("articles/2018/%02u/%u.json", 1 + i % 12, i);

      put (fixture, path);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("articles/2018/%02u/%u.json", 1 + i % 12, i);

      wait_for (fixture, path);
    }
  g_assert_cmpuint (fixture->n_told, <, n / 10);
}

static void
test_paths (void)
{
  static const struct
  {
    const char *path;
    gboolean folder, expected;
  } rows[] = {
    { "", TRUE, TRUE },
    { "articles", TRUE, TRUE },
    { "articles/2018", TRUE, TRUE },
    { "articles/.stversions", TRUE, FALSE },
    { ".stfolder", TRUE, FALSE },
    { "media", TRUE, FALSE },
    { "media/ab", TRUE, FALSE },
    { "trash", TRUE, TRUE },
    { "trash/media", TRUE, FALSE },
    { "trash/articles", TRUE, TRUE },
    { "damaged", TRUE, FALSE },
    { "topics.json", FALSE, TRUE },
    { "topics.sync-conflict-20200101-000000-ABC.json", FALSE, TRUE },
    { ".lock", FALSE, FALSE },
    { "notes.txt", FALSE, FALSE },
    { "articles/2018/05/x.json", FALSE, TRUE },
    { "articles/2018/05/.tmp-1", FALSE, FALSE },
    { "articles/2018/05/.x.json", FALSE, FALSE },
    { "damaged/x.json", FALSE, FALSE },
    { "media/ab/x.json", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (np_watch_is_of_library (rows[i].path, rows[i].folder) != rows[i].expected)
      g_error ("%s", rows[i].path);
}

/* Other programs have used up what the kernel gives each user (fs.inotify.max_user_watches): at once, or after some
 * folders. */
static void
test_no_watches (void)
{
  for (gint left = 0; left < 4; left += 3)
    {
      Fixture fixture = { 0 };

      g_atomic_int_set (&watches_left, left);
      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "*not every folder can be watched*");
      set_up (&fixture, GINT_TO_POINTER (NP_WATCH_EVENTS));
      g_test_assert_expected_messages ();
      put (&fixture, "articles/2018/05/new.json");
      put (&fixture, "articles/2020/01/in-a-new-folder.json");
      wait_for (&fixture, "articles/2018/05/new.json");
      wait_for (&fixture, "articles/2020/01/in-a-new-folder.json");
      tear_down (&fixture, NULL);
      g_atomic_int_set (&watches_left, -1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/watch/paths", test_paths);
  g_test_add ("/store/watch/news", Fixture, GINT_TO_POINTER (NP_WATCH_EVENTS), set_up, test_news, tear_down);
  g_test_add ("/store/watch/news-by-looking", Fixture, GINT_TO_POINTER (NP_WATCH_LOOK), set_up, test_news, tear_down);
  g_test_add ("/store/watch/folder-gone", Fixture, GINT_TO_POINTER (NP_WATCH_EVENTS), set_up, test_folder_gone,
              tear_down);
  g_test_add ("/store/watch/many", Fixture, GINT_TO_POINTER (NP_WATCH_EVENTS), set_up, test_many, tear_down);
  g_test_add_func ("/store/watch/no-watches", test_no_watches);
  return g_test_run ();
}
