/* What was pasted outlives the program: a process with imports under way is killed, and the next one goes on, until
 * each story is in the library once. What failed is still there to be tried again. NP_KILL_ROUNDS=100 kills so often.
 */
#include "fixture.h"
#include "library/np-library-error.h"
#include "site.h"
#include "worker/np-worker-serve.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_STORIES 24

#define STORY                                                                                                          \
  "<!doctype html><title>A story of %s</title><article><h1>A story of %s</h1><p>It rained on the square all day, "     \
  "people said, and then it stopped, and the market opened again before anybody had noticed.</p><p>It rained on the "  \
  "square all day, people said, and then it stopped, and the market opened again, which surprised them.</p></article>"

static void
answer (SoupServerMessage *message, const char *path, gpointer user_data)
{
  g_autofree char *body = g_strdup_printf (STORY, path, path);

  if (g_str_has_prefix (path, "/gone"))
    {
      soup_server_message_set_status (message, 404, NULL);
      return;
    }
  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_COPY, body, strlen (body));
  soup_server_message_set_status (message, 200, NULL);
}

static NpLibrary *
start_library (const char *folder)
{
  NpLibrary *library = open_library (folder);

  np_library_start (library);
  return library;
}

static char *
dup_state_file (NpLibrary *library)
{
  return g_build_filename (g_get_user_state_dir (), "newsprint", np_library_get_id (library), "imports", NULL);
}

static void
wait_for_file (const char *file, gboolean there)
{
  while (g_file_test (file, G_FILE_TEST_EXISTS) != there)
    g_main_context_iteration (NULL, FALSE);
}

/* --- the process that is killed */

/* Pastes everything the first time, goes on with it later, and ends when nothing is left to be done. */
static int
import_until_killed (const char *folder, const char *root)
{
  NpLibrary *library = start_library (folder);
  GListModel *imports = np_library_get_imports (library);
  g_autofree char *file = dup_state_file (library);

  for (guint i = 0; root != NULL && i < N_STORIES; i++)
    {
      g_autofree char *url = g_strdup_printf ("%s/story/%u", root, i);

      np_library_import_url (library, url, NULL);
    }
  if (!np_library_is_writable (library, NULL))
    return 4;
  if (root != NULL)
    wait_for_file (file, TRUE);
  if (write (STDOUT_FILENO, "!", 1) != 1)
    return 3;
  for (guint i = 0; i < g_list_model_get_n_items (imports); i++)
    {
      g_autoptr (NpImport) import = g_list_model_get_item (imports, i);

      fixture_wait (import);
    }
  np_library_close (library);
  g_object_unref (library);
  return 0;
}

/* --- the one that kills */

/* Runs it for so long, 0 = to its end; gives whether it came to its end. */
static gboolean
run_for (const char *program, const char *folder, const char *root, gulong usec)
{
  const char *argv[] = { program, "--import", folder, root, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  int out, status;
  GPid child;
  char byte;

  environment = g_environ_setenv (environment, "XDG_CACHE_HOME", g_get_user_cache_dir (), TRUE);
  environment = g_environ_setenv (environment, "XDG_STATE_HOME", g_get_user_state_dir (), TRUE);
  environment = g_environ_setenv (environment, "XDG_DATA_HOME", g_get_user_data_dir (), TRUE);
  g_spawn_async_with_pipes (NULL, (char **) argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL,
                            &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (out, &byte, 1), ==, 1);
  g_usleep (usec);
  if (usec > 0)
    kill (child, SIGKILL);
  close (out);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status))
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  return WIFEXITED (status);
}

static void
check_stories (const char *folder)
{
  NpLibrary *library = start_library (folder);
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, NULL);
  g_autoptr (GPtrArray) stories = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (np_library_get_imports (library)), ==, 0);
  g_assert_true (np_library_refresh (library, FALSE, NULL, NULL));
  stories = np_library_find_stories (library, query, G_MAXUINT, NULL);
  g_assert_cmpuint (stories->len, ==, N_STORIES);
  for (guint i = 0; i < stories->len; i++)
    g_hash_table_add (seen, g_strdup (np_story_get_headline (stories->pdata[i])));
  g_assert_cmpuint (g_hash_table_size (seen), ==, N_STORIES);
  np_library_close (library);
  g_assert_finalize_object (library);
}

static void
test_killed (gconstpointer program)
{
  const char *asked = g_getenv ("NP_KILL_ROUNDS");
  guint rounds = asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) : 3;
  Site *site = site_new (answer, NULL);

  for (guint round = 0; round < rounds; round++)
    {
      g_autofree char *name = g_strdup_printf ("library-%u", round);
      g_autofree char *folder = g_build_filename (g_get_user_data_dir (), name, NULL);
      guint kills = 0;

      while (!run_for (program, folder, kills == 0 ? site->root : NULL,
                       kills < 6 ? (gulong) g_test_rand_int_range (1, 150 * 1000) : 0))
        kills++;
      g_test_message ("round %u: killed %u times", round, kills);
      check_stories (folder);
    }
  site_free (site);
}

/* What failed is in the list the next time as it was, asks nobody by itself, and goes for good when it is dismissed. */
static void
test_failed (void)
{
  Site *site = site_new (answer, NULL);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "failed", NULL), *file = NULL;
  g_autofree char *url = g_strconcat (site->root, "/gone", NULL);
  NpLibrary *library = start_library (folder);
  NpImport *import;

  import = np_library_import_url (library, url, NULL);
  fixture_wait (import);
  g_assert_error (np_import_get_error (import), NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_GONE);
  np_library_close (library);
  g_object_unref (library);
  site_free (site);

  library = start_library (folder);
  g_assert_cmpuint (g_list_model_get_n_items (np_library_get_imports (library)), ==, 1);
  import = g_list_model_get_item (np_library_get_imports (library), 0);
  g_assert_cmpint (np_import_get_step (import), ==, NP_IMPORT_FAILED);
  g_assert_error (np_import_get_error (import), NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_GONE);
  g_assert_nonnull (strstr (np_import_get_error (import)->message, "404"));
  g_assert_cmpstr (np_import_get_source (import), ==, url);
  file = dup_state_file (library);
  wait_for_file (file, TRUE);
  np_library_forget_import (library, import);
  g_object_unref (import);
  wait_for_file (file, FALSE);
  np_library_close (library);
  g_object_unref (library);
}

/* Puts @content where the library of @folder keeps its imports. */
static void
put_state (const char *folder, gconstpointer content, gsize length)
{
  NpLibrary *library = start_library (folder);
  g_autofree char *file = dup_state_file (library), *parent = g_path_get_dirname (file);

  np_library_close (library);
  g_object_unref (library);
  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents (file, content, (gssize) length, NULL));
}

/* What a version before this one kept goes on. */
static void
check_former (const char *folder, const char *content)
{
  g_autoptr (GVariant) former = g_variant_ref_sink (g_variant_new_parsed (content));
  g_autoptr (NpImport) import = NULL;
  NpLibrary *library;

  put_state (folder, g_variant_get_data (former), g_variant_get_size (former));
  library = start_library (folder);
  g_assert_cmpuint (g_list_model_get_n_items (np_library_get_imports (library)), ==, 1);
  import = g_list_model_get_item (np_library_get_imports (library), 0);
  fixture_wait (import);
  g_assert_cmpstr (np_import_get_source (import), ==, "/nowhere/else.txt");
  g_assert_error (np_import_get_error (import), NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NOT_FOUND);
  np_library_close (library);
  g_object_unref (library);
}

/* The file of a version before, and files that are none. */
static void
test_files (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "files", NULL);
  static const char *const former[] = {
    "(uint32 1, [(@ms nothing, @ms '/nowhere/else.txt', @may nothing, @ms nothing, @ms nothing, @ms 'else.txt')])",
    "(uint32 2, [(@ms nothing, @ms '/nowhere/else.txt', @may nothing, @ms nothing, @ms nothing, @ms 'else.txt',"
    " @ms nothing, @ms nothing)])",
  };
  static const struct
  {
    const char *name, *content;
    gsize length;
  } rows[] = { { "empty", "", 0 },
               { "nothing but zeros", "\0\0\0\0\0\0\0\0\0\0\0\0", 12 },
               { "a later version", "\x09\0\0\0", 4 },
               { "text", "not a file of ours at all", 25 },
               { "cut off", "\x02\0\0\0http://", 11 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NpLibrary *library;

      g_test_message ("%s", rows[i].name);
      put_state (folder, rows[i].content, rows[i].length);
      library = start_library (folder);
      g_assert_cmpuint (g_list_model_get_n_items (np_library_get_imports (library)), ==, 0);
      np_library_close (library);
      g_object_unref (library);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (former); i++)
    check_former (folder, former[i]);
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  if (argc >= 3 && g_str_equal (argv[1], "--import"))
    return import_until_killed (argv[2], argc > 3 ? argv[3] : NULL);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/library/import-pending/killed", argv[0], test_killed);
  g_test_add_func ("/library/import-pending/failed", test_failed);
  g_test_add_func ("/library/import-pending/files", test_files);
  return g_test_run ();
}
