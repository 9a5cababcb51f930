/* A process that makes any change is killed at any moment: every change that it said was done is there, the library is
 * whole, and what was done last can be undone. NP_CRASH_ROUNDS=1000 kills so often. */
#include "random-change.h"

#include "library/np-check.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_STORIES 8

/* --- the process that is killed */

static void
say (const char *line)
{
  g_autofree char *text = g_strconcat (line, "\n", NULL);

  if (write (STDOUT_FILENO, text, strlen (text)) != (gssize) strlen (text))
    _exit (3);
}

static char *
digest_of (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA1, text, -1);
}

/* What a story is called wherever it is; other files have a path. */
static char *
name_of (const char *path)
{
  return strchr (path, '/') != NULL ? g_path_get_basename (path) : g_strdup (path);
}

/* One line: the state of each file. */
static void
say_state (const char *folder)
{
  g_autoptr (GHashTable) files = user_data_of (folder);
  GString *line = g_string_new ("done");
  GHashTableIter iter;
  gpointer path, text;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, &text))
    {
      g_autofree char *digest = digest_of (text);

      g_string_append_printf (line, " %s=%s", (char *) path, digest);
    }
  say (line->str);
  g_string_free (line, TRUE);
}

static void
say_begin (NpLibrary *library, NpChange *change)
{
  const char *const *ids = np_change_get_stories (change);
  GString *line = g_string_new (NULL);

  g_string_printf (line, "begin %d", np_change_get_kind (change));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (NpStory) story = np_library_find_story (library, ids[i], NULL);
      g_autofree char *name = story != NULL ? name_of (np_story_get_path (story)) : g_strdup ("-");

      g_string_append_printf (line, " %s", name);
    }
  say (line->str);
  g_string_free (line, TRUE);
}

static int
change_until_killed (const char *folder, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  NpLibrary *library = np_library_open (folder, NP_LIBRARY_NONE, NULL);

  if (library == NULL || !np_library_is_writable (library, NULL) || !np_library_refresh (library, FALSE, NULL, NULL))
    return 4;
  say_state (folder);
  for (;;)
    {
      g_autoptr (NpChange) change = NULL, other = NULL;

      if (g_rand_int_range (random, 0, 6) == 0)
        {
          gboolean undo = g_rand_boolean (random);
          NpChange *next = undo ? np_library_get_undo (library) : np_library_get_redo (library);

          if (next == NULL)
            continue;
          say_begin (library, next);
          other = undo ? np_library_undo (library, NULL) : np_library_redo (library, NULL);
        }
      else
        {
          change = random_change (random, library);
          if (change == NULL)
            continue;
          say_begin (library, change);
          np_library_do (library, change, NULL);
        }
      say_state (folder);
    }
}

/* --- the one that kills */

static char *
run_round (const char *program, const char *folder, guint round, guint usec)
{
  g_autofree char *seed = g_strdup_printf ("%u", round);
  const char *argv[] = { program, "--change", folder, seed, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  char buffer[65536];
  int out, status;
  GPid child;
  gssize n;

  environment = g_environ_setenv (environment, "XDG_CACHE_HOME", g_get_user_cache_dir (), TRUE);
  environment = g_environ_setenv (environment, "XDG_STATE_HOME", g_get_user_state_dir (), TRUE);
  environment = g_environ_setenv (environment, "XDG_DATA_HOME", g_get_user_data_dir (), TRUE);
  g_spawn_async_with_pipes (NULL, (char **) argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL,
                            &out, NULL, &error);
  g_assert_no_error (error);
  /* Not before it has begun: a process that only starts proves nothing. */
  n = read (out, buffer, sizeof buffer);
  g_assert_cmpint (n, >, 0);
  g_string_append_len (said, buffer, n);
  g_usleep (usec);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  while ((n = read (out, buffer, sizeof buffer)) > 0)
    g_string_append_len (said, buffer, n);
  close (out);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (!WIFSIGNALED (status) || WTERMSIG (status) != SIGKILL)
    g_error ("it ended by itself, with %d", WIFEXITED (status) ? WEXITSTATUS (status) : -1);
  return g_string_free (g_steal_pointer (&said), FALSE);
}

/* Which files the change that was under way may have touched: those of its stories, and one of these. */
static gboolean
may_be_touched (char **begun, const char *name)
{
  return begun != NULL
         && (g_str_equal (name, "topics.json") || g_str_equal (name, "searches.json")
             || g_strv_contains ((const char *const *) begun, name));
}

/* Every file that no change under way touched is as it was when the last change was said to be done. */
static void
check_state (const char *folder, const char *done, const char *begun)
{
  g_auto (GStrv) expected = g_strsplit (done, " ", -1), touched = begun != NULL ? g_strsplit (begun, " ", -1) : NULL;
  g_autoptr (GHashTable) found = user_data_of (folder);
  guint n_stories = 0;
  GHashTableIter iter;
  gpointer path;

  for (guint i = 1; expected[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (expected[i], "=", 2);
      g_autofree char *name = name_of (pair[0]), *digest = NULL;
      const char *text = g_hash_table_lookup (found, pair[0]);

      if (may_be_touched (touched, name))
        continue;
      digest = text != NULL ? digest_of (text) : NULL;
      if (g_strcmp0 (digest, pair[1]) != 0)
        g_error ("%s is not as it was said to be", pair[0]);
    }
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    n_stories += strchr (path, '/') != NULL;
  g_assert_cmpuint (n_stories, ==, N_STORIES);
}

static void
check_whole (const char *folder)
{
  g_autoptr (GError) error = NULL;
  NpLibrary *library = np_library_open (folder, NP_LIBRARY_NONE, &error);
  g_autoptr (GPtrArray) findings = NULL;
  guint stories;

  g_assert_no_error (error);
  g_assert_true (np_library_is_writable (library, &error));
  g_assert_true (np_library_refresh (library, FALSE, NULL, &error));
  findings = np_check_library (library, NP_CHECK_ONLY, &stories, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const NpCheckFinding *finding = findings->pdata[i];

      if (finding->serious)
        g_error ("%s %s: %s", np_check_kind_to_string (finding->kind), finding->path, finding->detail);
    }
  np_library_close (library);
  g_assert_finalize_object (library);
}

/* The journal of what can be undone came through as well. */
static void
undo_all (const char *folder)
{
  NpLibrary *library = np_library_open (folder, NP_LIBRARY_NONE, NULL);
  guint n = 0;

  g_assert_true (np_library_refresh (library, FALSE, NULL, NULL));
  for (;; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NpChange) change = np_library_undo (library, &error);

      g_assert_no_error (error);
      if (change == NULL)
        break;
    }
  g_assert_cmpuint (n, >, 0);
  np_library_close (library);
  g_assert_finalize_object (library);
}

static void
test_kill (gconstpointer program)
{
  const char *wanted = g_getenv ("NP_CRASH_ROUNDS");
  guint rounds = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : 60, n_done = 0, n_cut = 0;
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "library", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  random_library_new (folder, N_STORIES);
  for (guint round = 0; round < rounds; round++)
    {
      g_autofree char *said = run_round (program, folder, round, (guint) g_rand_int_range (random, 0, 200000));
      g_auto (GStrv) lines = g_strsplit (said, "\n", -1);
      const char *done = NULL, *begun = NULL;

      /* What follows the last line break is half a line. */
      for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
        if (g_str_has_prefix (lines[i], "done"))
          {
            done = lines[i];
            begun = NULL;
            n_done++;
          }
        else
          begun = lines[i];
      n_cut += begun != NULL;
      g_assert_nonnull (done);
      check_state (folder, done, begun);
      check_whole (folder);
    }
  undo_all (folder);
  check_whole (folder);
  g_test_message ("%u times killed, %u of them amid a change; %u changes were said to be done", rounds, n_cut, n_done);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--change"))
    return change_until_killed (argv[2], (guint32) g_ascii_strtoull (argv[3], NULL, 10));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/library/killed/any-change", argv[0], test_kill);
  return g_test_run ();
}
