#define _GNU_SOURCE
#include "store/np-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

static char *
new_folder (void)
{
  g_autofree char *top = g_dir_make_tmp ("np-open-XXXXXX", NULL);
  char *folder = g_build_filename (top, "library", NULL);

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  return folder;
}

static void
put_file (const char *folder, const char *path, const char *text)
{
  g_autofree char *file = g_build_filename (folder, path, NULL);

  g_assert_true (g_file_set_contents (file, text, -1, NULL));
}

static gboolean
has_file (const char *folder, const char *path)
{
  g_autofree char *file = g_build_filename (folder, path, NULL);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

static NpStore *
open_as (const char *folder, NpStoreFlags flags, NpStoreAccess access)
{
  g_autoptr (GError) error = NULL;
  NpStore *store = np_store_open (folder, flags, &error);

  g_assert_no_error (error);
  g_assert_cmpint (np_store_get_access (store), ==, access);
  return store;
}

static void
assert_read_only (NpStore *store)
{
  g_autoptr (NpArticle) article = np_article_new ();
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (np_store_add_article (store, article, &error));
  g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, np_store_get_folder (store)));
  g_assert_false (np_store_write_article (store, "articles/2018/05/x.json", article, NULL));
  g_assert_false (np_store_write_topics (store, tree, NULL));
  g_assert_null (np_store_add_media (store, bytes, "jpg", NULL));
  g_assert_null (np_store_add_page (store, bytes, NULL));
  g_assert_null (np_store_trash_article (store, "articles/2018/05/x.json", NULL));
}

static void
test_new (void)
{
  g_autofree char *folder = new_folder (), *nested = g_build_filename (folder, "a", "b", "c", NULL), *id = NULL;
  g_autoptr (NpStore) store = open_as (nested, NP_STORE_NONE, NP_STORE_WRITABLE), again = NULL;
  struct stat info;

  g_assert_cmpint (g_stat (nested, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  id = g_strdup (np_store_get_id (store));
  g_assert_true (g_uuid_string_is_valid (id));
  g_clear_object (&store);
  again = open_as (nested, NP_STORE_NONE, NP_STORE_WRITABLE);
  g_assert_cmpstr (np_store_get_id (again), ==, id);
}

static void
test_folders (void)
{
  static const struct
  {
    const char *name, *content;
    int code; /* -1 = becomes a library */
  } rows[] = {
    { ".stfolder", "", -1 },
    { ".DS_Store", "", -1 },
    { ".directory", "", -1 },
    { "desktop.ini", "", -1 },
    { "topics.json", "{\"format\": \"newsprint-topics\", \"version\": 1}", -1 },
    { "thesis.odt", "", NP_STORE_ERROR_NOT_A_LIBRARY },
    { "Pictures", "", NP_STORE_ERROR_NOT_A_LIBRARY },
    { "library.json", "{\"format\": \"newsprint-library\"", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = new_folder ();
      g_autoptr (GError) error = NULL;
      g_autoptr (NpStore) store = NULL;

      g_test_message ("%s", rows[i].name);
      put_file (folder, rows[i].name, rows[i].content);
      store = np_store_open (folder, NP_STORE_NONE, &error);
      if (rows[i].code >= 0)
        {
          g_assert_error (error, NP_STORE_ERROR, rows[i].code);
          g_assert_false (has_file (folder, ".lock") || has_file (folder, "library.json"));
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (has_file (folder, "library.json"));
    }
}

static void
test_no_folder (void)
{
  g_autofree char *folder = new_folder (), *file = g_build_filename (folder, "file", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", NULL), *below = g_build_filename (file, "x", NULL);
  g_autoptr (GError) error = NULL;

  put_file (folder, "file", "");
  g_assert_null (np_store_open (file, NP_STORE_NONE, &error));
  g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_NOT_A_LIBRARY);
  g_clear_error (&error);
  g_assert_null (np_store_open (below, NP_STORE_NONE, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (np_store_open (missing, NP_STORE_READ_ONLY_WANTED, &error));
  g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND);
  g_assert_false (has_file (folder, "missing"));
}

static void
test_read_only_asked (void)
{
  g_autofree char *folder = new_folder ();
  g_autoptr (NpStore) writer = open_as (folder, NP_STORE_NONE, NP_STORE_WRITABLE), reader = NULL, again = NULL;
  g_autofree char *lock = g_build_filename (folder, ".lock", NULL);

  reader = open_as (folder, NP_STORE_READ_ONLY_WANTED, NP_STORE_READ_ONLY_ASKED);
  assert_read_only (reader);
  g_clear_object (&writer);
  g_assert_cmpint (g_unlink (lock), ==, 0);
  again = open_as (folder, NP_STORE_READ_ONLY_WANTED, NP_STORE_READ_ONLY_ASKED);
  g_assert_false (has_file (folder, ".lock"));
  g_assert_cmpstr (np_store_get_id (again), ==, np_store_get_id (reader));
}

static void
test_newer (void)
{
  static const char text[] = "{\"format\": \"newsprint-library\", \"version\": 2, \"id\": "
                             "\"3f2a9c1e-0000-4000-8000-000000000001\", \"new\": 1}";
  g_autofree char *folder = new_folder (), *file = g_build_filename (folder, "library.json", NULL), *now = NULL;
  g_autoptr (NpStore) store = NULL, second = NULL;

  put_file (folder, "library.json", text);
  store = open_as (folder, NP_STORE_NONE, NP_STORE_READ_ONLY_VERSION);
  second = open_as (folder, NP_STORE_NONE, NP_STORE_READ_ONLY_VERSION);
  assert_read_only (store);
  g_assert_cmpstr (np_store_get_id (store), ==, "3f2a9c1e-0000-4000-8000-000000000001");
  g_assert_true (g_file_get_contents (file, &now, NULL, NULL));
  g_assert_cmpstr (now, ==, text);
}

static void
test_damaged_root (void)
{
  g_autofree char *folder = new_folder (), *file = g_build_filename (folder, "articles", NULL);
  g_autoptr (NpStore) store = NULL, reader = NULL;
  g_autoptr (GPtrArray) damage = NULL, left = NULL;

  put_file (folder, "library.json", "\x00\x01");
  g_assert_cmpint (g_mkdir (file, 0755), ==, 0);
  reader = open_as (folder, NP_STORE_READ_ONLY_WANTED, NP_STORE_READ_ONLY_ASKED);
  left = np_store_take_damage (reader);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (left->pdata[0], ==, "library.json");
  g_assert_true (g_uuid_string_is_valid (np_store_get_id (reader)));
  store = open_as (folder, NP_STORE_NONE, NP_STORE_WRITABLE);
  damage = np_store_take_damage (store);
  g_assert_cmpuint (damage->len, ==, 1);
  g_assert_cmpstr (damage->pdata[0], ==, "damaged/library.json");
  g_assert_true (has_file (folder, "damaged/library.json.note.txt"));
}

static void
test_lock_twice (void)
{
  g_autofree char *folder = new_folder (), *pid = g_strdup_printf ("pid %d on ", (int) getpid ());
  g_autoptr (NpStore) first = open_as (folder, NP_STORE_NONE, NP_STORE_WRITABLE), second = NULL, third = NULL;
  g_autofree char *lock = g_build_filename (folder, ".lock", NULL);

  second = open_as (folder, NP_STORE_NONE, NP_STORE_READ_ONLY_LOCKED);
  g_assert_true (g_str_has_prefix (np_store_get_lock_holder (second), pid));
  assert_read_only (second);
  /* A sync tool that puts another file in the place of the lock does not let a second writer in. */
  g_assert_true (g_file_set_contents (lock, "pid 1 on elsewhere", -1, NULL));
  third = open_as (folder, NP_STORE_NONE, NP_STORE_READ_ONLY_LOCKED);
  g_clear_object (&third);
  np_store_close (first);
  assert_read_only (first);
  third = open_as (folder, NP_STORE_NONE, NP_STORE_WRITABLE);
  g_assert_null (np_store_get_lock_holder (third));
}

/* The lock of a process that was killed is free, and what it left unfinished is gone. */
static void
test_lock_of_dead (void)
{
  g_autofree char *folder = new_folder (), *pid = NULL;
  g_autofree char *temporary = g_build_filename (folder, "media", ".tmp-12345678-0", NULL);
  g_autofree char *media = g_build_filename (folder, "media", NULL);
  g_autoptr (NpStore) store = NULL;
  int ready[2];
  pid_t child;
  char c;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      NpStore *mine = np_store_open (folder, NP_STORE_NONE, NULL);

      if (mine != NULL && write (ready[1], "x", 1) == 1)
        pause ();
      _exit (1);
    }
  g_assert_cmpint (read (ready[0], &c, 1), ==, 1);
  store = open_as (folder, NP_STORE_NONE, NP_STORE_READ_ONLY_LOCKED);
  pid = g_strdup_printf ("pid %d on ", (int) child);
  g_assert_true (g_str_has_prefix (np_store_get_lock_holder (store), pid));
  g_clear_object (&store);
  g_assert_cmpint (g_mkdir (media, 0755), ==, 0);
  g_assert_true (g_file_set_contents (temporary, "half", -1, NULL));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  store = open_as (folder, NP_STORE_NONE, NP_STORE_WRITABLE);
  g_assert_false (g_file_test (temporary, G_FILE_TEST_EXISTS));
  close (ready[0]);
  close (ready[1]);
}

/* A process that is killed while it starts another leaves a copy behind that has the lock for a moment: the next one
 * waits for it. */
static void
test_lock_of_left (void)
{
  g_autofree char *folder = new_folder ();
  g_autoptr (NpStore) store = NULL;
  int ready[2], left[2];
  pid_t child;
  char c;

  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (left), ==, 0);
  child = fork ();
  if (child == 0)
    {
      NpStore *mine = np_store_open (folder, NP_STORE_NONE, NULL);

      if (mine == NULL)
        _exit (1);
      if (fork () == 0)
        {
          close (left[1]);
          /* Until nobody else has the other end, and then as long as it takes to become another program. */
          while (read (left[0], &c, 1) > 0)
            continue;
          g_usleep (50 * 1000);
          _exit (0);
        }
      if (write (ready[1], "x", 1) == 1)
        pause ();
      _exit (1);
    }
  g_assert_cmpint (read (ready[0], &c, 1), ==, 1);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  close (left[1]);
  store = open_as (folder, NP_STORE_NONE, NP_STORE_WRITABLE);
  close (left[0]);
  close (ready[0]);
  close (ready[1]);
}

/* What a user without rights sees; the superuser becomes nobody for it. Gives 0 when all is as it should be. */
static int
look_without_rights (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpStore) store = NULL;
  g_autoptr (NpArticle) article = NULL;

  if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    return 1;
  store = np_store_open (folder, NP_STORE_NONE, &error);
  if (store == NULL || np_store_get_access (store) != NP_STORE_READ_ONLY_PERMISSION)
    return 2;
  article = np_store_read_article (store, "articles/2018/05/open.json", &error);
  if (article == NULL)
    return 3;
  if (np_store_read_article (store, "articles/2018/05/closed.json", &error) != NULL
      || !g_error_matches (error, NP_STORE_ERROR, NP_STORE_ERROR_PERMISSION)
      || strstr (error->message, "closed.json") == NULL)
    return 4;
  return 0;
}

/* A later GLib keeps the folders of a test from others, one level further up. */
static void
let_all_pass (const char *folder)
{
  g_autofree char *above = g_path_get_dirname (folder);
  GStatBuf st;

  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  if (g_stat (above, &st) == 0 && (st.st_mode & 0777) == 0700)
    g_assert_cmpint (g_chmod (above, 0755), ==, 0);
}

static void
test_no_rights (void)
{
  g_autofree char *folder = new_folder (), *top = g_path_get_dirname (folder);
  g_autofree char *month = g_build_filename (folder, "articles", "2018", "05", NULL);
  g_autofree char *closed = g_build_filename (month, "closed.json", NULL);
  g_autoptr (NpStore) store = open_as (folder, NP_STORE_NONE, NP_STORE_WRITABLE);
  static const char text[] = "{\"format\": \"newsprint-article\", \"version\": 1}";
  int status;
  pid_t child;

  g_clear_object (&store);
  g_assert_cmpint (g_mkdir_with_parents (month, 0755), ==, 0);
  put_file (month, "open.json", text);
  put_file (month, "closed.json", text);
  g_assert_cmpint (g_chmod (closed, 0), ==, 0);
  let_all_pass (top);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  child = fork ();
  if (child == 0)
    _exit (look_without_rights (folder));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
}

#define NOT_ALLOWED 77

/* In a process of its own, that sees the folder as on a medium that cannot be written. */
static int
look_on_read_only_medium (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpStore) store = NULL;
  g_autoptr (NpArticle) article = NULL, fresh = np_article_new ();

  if (unshare (geteuid () == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0
      || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 || mount (folder, folder, NULL, MS_BIND, NULL) != 0
      || mount (NULL, folder, NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL) != 0)
    return NOT_ALLOWED;
  store = np_store_open (folder, NP_STORE_NONE, &error);
  if (store == NULL || np_store_get_access (store) != NP_STORE_READ_ONLY_PERMISSION)
    return 2;
  article = np_store_read_article (store, "articles/2018/05/open.json", &error);
  if (article == NULL || g_strcmp0 (article->headline, "Open") != 0)
    return 3;
  if (np_store_add_article (store, fresh, &error) != NULL
      || !g_error_matches (error, NP_STORE_ERROR, NP_STORE_ERROR_READ_ONLY) || strstr (error->message, folder) == NULL)
    return 4;
  return 0;
}

static void
test_read_only_medium (void)
{
  g_autofree char *folder = new_folder (), *month = g_build_filename (folder, "articles", "2018", "05", NULL);
  g_autoptr (NpStore) store = open_as (folder, NP_STORE_NONE, NP_STORE_WRITABLE);
  int status;
  pid_t child;

  g_clear_object (&store);
  g_assert_cmpint (g_mkdir_with_parents (month, 0755), ==, 0);
  put_file (month, "open.json", "{\"format\": \"newsprint-article\", \"version\": 1, \"headline\": \"Open\"}");
  child = fork ();
  if (child == 0)
    _exit (look_on_read_only_medium (folder));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == NOT_ALLOWED)
    g_test_skip ("nothing can be mounted here");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/open/new", test_new);
  g_test_add_func ("/store/open/folders", test_folders);
  g_test_add_func ("/store/open/no-folder", test_no_folder);
  g_test_add_func ("/store/open/read-only-asked", test_read_only_asked);
  g_test_add_func ("/store/open/newer", test_newer);
  g_test_add_func ("/store/open/damaged-root", test_damaged_root);
  g_test_add_func ("/store/open/lock-twice", test_lock_twice);
  g_test_add_func ("/store/open/lock-of-dead", test_lock_of_dead);
  g_test_add_func ("/store/open/lock-of-left", test_lock_of_left);
  g_test_add_func ("/store/open/no-rights", test_no_rights);
  g_test_add_func ("/store/open/read-only-medium", test_read_only_medium);
  return g_test_run ();
}
