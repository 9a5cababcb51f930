/* Changes of topics and of texts, undo and redo are stopped before each single write, one after the other: no story
 * ever names a topic or an older text that is not there, nor a topic another one, and what is undone and done again
 * from there keeps it so. */
#define _GNU_SOURCE
#include "open-library.h"
#include "random-change.h"

#include "library/np-check.h"

#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_STORIES 2
#define DONE      0
#define STOPPED   7

/* How many writes are left until the process ends; below 0 nothing is counted. */
static int writes_left = -1;

static void
count_write (void)
{
  if (writes_left == 0)
    _exit (STOPPED);
  if (writes_left > 0)
    writes_left--;
}

/* A file of the library takes its place. */
int
renameat (int from, const char *name, int to, const char *new_name)
{
  count_write ();
  return (int) syscall (SYS_renameat2, from, name, to, new_name, 0u);
}

/* The journal is about to be added to: the change is done and nothing says so. What is cut off is half a record. */
int
ftruncate (int file, off_t length)
{
  count_write ();
  return (int) syscall (SYS_ftruncate, file, length);
}

static void
do_one (NpLibrary *library, NpChange *change)
{
  g_autoptr (NpChange) mine = change;
  g_autoptr (GError) error = NULL;

  np_library_do (library, mine, &error);
  g_assert_no_error (error);
}

static void
new_with_stories (NpLibrary *library, const char *const *ids)
{
  do_one (library, np_change_new_topic ("Läuse", NULL, ids));
}

static void
add_later (NpLibrary *library, const char *const *ids)
{
  do_one (library, np_change_new_topic ("Läuse", NULL, NULL));
  do_one (library, np_change_new_for_topic (NP_CHANGE_ADD_TOPIC, "lause", ids));
}

static void
move_inside (NpLibrary *library, const char *const *ids)
{
  do_one (library, np_change_new_topic ("Korea", NULL, ids));
  do_one (library, np_change_new_topic ("Trade", NULL, NULL));
  do_one (library, np_change_new_move ("korea", "trade", -1));
  do_one (library, np_change_new_move ("korea", NULL, -1));
}

static void
merge_and_drop (NpLibrary *library, const char *const *ids)
{
  do_one (library, np_change_new_topic ("Korea", NULL, ids));
  do_one (library, np_change_new_topic ("Trade", NULL, NULL));
  do_one (library, np_change_new_pair (NP_CHANGE_RELATE_TOPIC, "korea", "trade"));
  do_one (library, np_change_new_pair (NP_CHANGE_MERGE_TOPIC, "korea", "trade"));
  do_one (library, np_change_new_for_topic (NP_CHANGE_DROP_TOPIC, "trade", NULL));
}

/* An older text is on disk before the story that names it. */
static void
renew (NpLibrary *library, const char *const *ids)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (NpArticle) before = np_library_read_article (library, ids[0], NULL), after = np_article_copy (before);

      g_ptr_array_add (after->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "There is more to tell."));
      do_one (library, np_change_new_update (after));
    }
  {
    g_autoptr (NpArticle) now = np_library_read_article (library, ids[0], NULL);

    g_assert_cmpuint (now->versions->len, ==, 2);
    do_one (library, np_change_new_restore_version (ids[0], ((NpVersion *) now->versions->pdata[0])->file));
  }
}

static const struct
{
  const char *name;
  void (*func) (NpLibrary *library, const char *const *ids);
} scripts[] = {
  { "new-with-stories", new_with_stories }, { "add-later", add_later }, { "move-inside", move_inside },
  { "merge-and-drop", merge_and_drop },     { "renew", renew },
};

static void
assert_whole (NpLibrary *library, const char *name, int n, const char *when)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  guint stories;

  findings = np_check_library (library, NP_CHECK_ONLY, &stories, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stories, ==, N_STORIES);
  for (guint i = 0; i < findings->len; i++)
    {
      const NpCheckFinding *finding = findings->pdata[i];

      if (finding->serious)
        g_error ("%s stopped before write %d, %s: %s %s: %s", name, n, when, np_check_kind_to_string (finding->kind),
                 finding->path, finding->detail);
    }
}

/* All the way back or forth, held against the check at each step when it has a name. */
static void
step_all (NpLibrary *library, gboolean backwards, const char *name, int n)
{
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NpChange) change = backwards ? np_library_undo (library, &error) : np_library_redo (library, &error);

      g_assert_no_error (error);
      if (change == NULL)
        return;
      if (name != NULL)
        assert_whole (library, name, n, backwards ? "after an undo" : "after a redo");
    }
}

/* The process that is stopped. */
static int
run_script (const char *folder, guint script, int n)
{
  NpLibrary *library = open_library (folder);
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, NULL);
  g_autoptr (GPtrArray) stories = np_library_find_stories (library, query, G_MAXUINT, NULL);
  const char *ids[] = { np_story_get_id (stories->pdata[0]), np_story_get_id (stories->pdata[1]), NULL };

  writes_left = n;
  scripts[script].func (library, ids);
  step_all (library, TRUE, NULL, n);
  step_all (library, FALSE, NULL, n);
  step_all (library, TRUE, NULL, n);
  writes_left = -1;
  np_library_close (library);
  return DONE;
}

/* Gives whether it was stopped before it was through. */
static gboolean
stop_before (const char *program, const char *folder, guint script, int n)
{
  g_autofree char *number = g_strdup_printf ("%u", script), *writes = g_strdup_printf ("%d", n);
  char *argv[] = { (char *) program, (char *) "--script", (char *) folder, number, writes, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  int status;

  environment = g_environ_setenv (environment, "XDG_CACHE_HOME", g_get_user_cache_dir (), TRUE);
  environment = g_environ_setenv (environment, "XDG_STATE_HOME", g_get_user_state_dir (), TRUE);
  environment = g_environ_setenv (environment, "XDG_DATA_HOME", g_get_user_data_dir (), TRUE);
  g_spawn_sync (NULL, argv, environment, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status) && (WEXITSTATUS (status) == DONE || WEXITSTATUS (status) == STOPPED));
  return WEXITSTATUS (status) == STOPPED;
}

static void
test_script (const char *program, guint script)
{
  const char *name = scripts[script].name;
  gboolean stopped = TRUE;
  int n;

  for (n = 0; stopped; n++)
    {
      g_autofree char *place = g_strdup_printf ("%s-%d", name, n);
      g_autofree char *folder = g_build_filename (g_get_user_data_dir (), place, NULL);
      NpLibrary *library;

      random_library_new (folder, N_STORIES);
      stopped = stop_before (program, folder, script, n);
      library = open_library (folder);
      assert_whole (library, name, n, "as it was left");
      for (guint i = 0; i < 3; i++)
        step_all (library, (guint) n % 2 == i % 2, name, n);
      close_library (library);
    }
  g_test_message ("%s: %d writes", name, n - 1);
  g_assert_cmpint (n, >, 4);
}

static void
test_stopped (gconstpointer program)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    test_script (program, i);
}

int
main (int argc, char **argv)
{
  if (argc == 5 && g_str_equal (argv[1], "--script"))
    return run_script (argv[2], (guint) g_ascii_strtoull (argv[3], NULL, 10),
                       (int) g_ascii_strtoll (argv[4], NULL, 10));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/library/interrupted/topics", argv[0], test_stopped);
  return g_test_run ();
}
