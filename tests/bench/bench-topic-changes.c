/* How long a change of topics takes in a library of 10,000 stories, all of one topic. Prints a line a change.
 * usage: bench-topic-changes MAKE-LIBRARY */
#include "library/np-library.h"

#include <time.h>

static double
now (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

/* The time of this process alone: others at work on the machine do not count. */
static double
cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static void
measure (NpLibrary *library, const char *what, NpChange *change)
{
  g_autoptr (NpChange) mine = change, undone = NULL;
  g_autoptr (GError) error = NULL;
  double start = now (), used = cpu (), done, used_done;

  if (!np_library_do (library, mine, &error))
    g_error ("%s: %s", what, error->message);
  done = now ();
  used_done = cpu ();
  undone = np_library_undo (library, &error);
  g_print ("%s: %.1f ms, undo %.1f ms (goal: 50); of that at work %.1f and %.1f ms\n", what, done - start,
           now () - done, used_done - used, cpu () - used_done);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("newsprint-bench-XXXXXX", NULL), *remove = NULL;
  g_autofree char *library_folder = g_build_filename (folder, "library", NULL);
  const char *make[] = { argc > 1 ? argv[1] : "make-library", "10000", library_folder, NULL };
  g_autoptr (NpLibrary) library = NULL;
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (GPtrArray) topics = NULL;
  const NpTopic *a, *b;

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  if (!g_spawn_sync (NULL, (char **) make, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL))
    return 77;
  library = np_library_open (library_folder, NP_LIBRARY_NONE, NULL);
  if (library == NULL || !np_library_refresh (library, FALSE, NULL, NULL))
    return 77;
  tree = np_library_get_topics (library);
  topics = np_topic_tree_list_children (tree, NULL);
  a = topics->pdata[0];
  b = topics->pdata[1];
  g_print ("%u topics\n", np_topic_tree_get_size (tree));
  measure (library, "merge", np_change_new_pair (NP_CHANGE_MERGE_TOPIC, a->key, b->key));
  measure (library, "nest", np_change_new_move (a->key, b->key, -1));
  measure (library, "rename", np_change_new_rename (a->key, "Another name"));
  measure (library, "relate", np_change_new_pair (NP_CHANGE_RELATE_TOPIC, a->key, b->key));
  np_library_close (library);
  remove = g_strdup_printf ("rm -rf '%s'", folder);
  g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL);
  return 0;
}
