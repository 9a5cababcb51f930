/* A second `newsprint import` hands its work to the window. The window is played by this test: it has the library open
 * and owns the name on a bus of its own. */
#include "library/np-library.h"
#include "worker/np-worker-serve.h"

#include "np-config.h"

#include <string.h>
#include <unistd.h>

static char *program;

typedef struct
{
  GTestDBus *bus;
  GApplication *window;
  NpLibrary *library;
  char *folder;
  char **asked; /* what an action was activated with */
  char *action; /* (nullable) which */
} Fixture;

static void
on_import (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_clear_pointer (&fixture->asked, g_strfreev);
  g_free (fixture->action);
  fixture->action = g_strdup (g_action_get_name (G_ACTION (action)));
  fixture->asked = g_variant_dup_strv (parameter, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "import", "update" };
  g_autoptr (GError) error = NULL;
  g_autofree char *usual = np_library_dup_default_folder ();
  g_autofree char *name = NULL;

  fixture->folder =
      g_strcmp0 (data, "usual") == 0 ? g_strdup (usual) : g_build_filename (g_get_home_dir (), "other", NULL);
  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  fixture->library = np_library_open (fixture->folder, NP_LIBRARY_NONE, &error);
  g_assert_no_error (error);
  name = np_library_dup_bus_name (NP_APPLICATION_ID, fixture->folder);
  fixture->window = g_application_new (name, G_APPLICATION_DEFAULT_FLAGS);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i], G_VARIANT_TYPE_STRING_ARRAY);

      g_signal_connect (action, "activate", G_CALLBACK (on_import), fixture);
      g_action_map_add_action (G_ACTION_MAP (fixture->window), G_ACTION (action));
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->window);
  if (fixture->library != NULL)
    np_library_close (fixture->library);
  g_clear_object (&fixture->library);
  g_clear_pointer (&fixture->asked, g_strfreev);
  g_clear_pointer (&fixture->action, g_free);
  g_clear_pointer (&fixture->folder, g_free);
  g_test_dbus_down (fixture->bus);
  g_clear_object (&fixture->bus);
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *) user_data = g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
}

/* Runs the command beside this process's main loop, which answers on the bus; gives its exit status. */
static int
run (Fixture *fixture, const char *command, const char *const *words, char **complaints)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GStrvBuilder) argv = g_strv_builder_new ();
  g_auto (GStrv) line = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean done = FALSE;

  /* the test's folders are known to this process alone */
  g_subprocess_launcher_setenv (launcher, "HOME", g_get_home_dir (), TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", g_get_user_data_dir (), TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", g_get_user_cache_dir (), TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", g_get_user_state_dir (), TRUE);
  g_strv_builder_add_many (argv, program, command, "--library", fixture->folder, NULL);
  g_strv_builder_addv (argv, (const char **) words);
  line = g_strv_builder_end (argv);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) line, &error);
  g_assert_no_error (error);
  g_subprocess_wait_async (process, NULL, on_ended, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  bytes = g_input_stream_read_bytes (g_subprocess_get_stderr_pipe (process), 10000, NULL, NULL);
  *complaints = g_bytes_get_size (bytes) > 0 ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                                             : g_strdup ("");
  g_test_message ("%s", *complaints);
  return g_subprocess_get_exit_status (process);
}

static void
test_handed_over (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (g_get_home_dir (), "a story.txt", NULL);
  const char *const words[] = { "https://example.org/story", file, NULL };
  g_autofree char *uri = g_filename_to_uri (file, NULL, NULL);
  g_autofree char *complaints = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_home_dir (), 0755), ==, 0);
  g_assert_true (g_file_set_contents (file, "Headline\n\nText of the story.\n", -1, NULL));
  g_assert_true (g_application_register (fixture->window, NULL, NULL));
  g_assert_cmpint (run (fixture, "import", words, &complaints), ==, 0);
  g_assert_cmpstr (complaints, ==, "");
  g_assert_nonnull (fixture->asked);
  g_assert_cmpuint (g_strv_length (fixture->asked), ==, 2);
  g_assert_cmpstr (fixture->asked[0], ==, "https://example.org/story");
  g_assert_cmpstr (fixture->asked[1], ==, uri);
  g_assert_cmpstr (fixture->action, ==, "import");
}

/* Those that were saved before are looked at again by the window, too. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  const char *const words[] = { "--again", "https://example.org/story", NULL };
  const char *id;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Headline\n\nText of the story.\n", 29);
  g_autofree char *complaints = NULL, *more = NULL;
  NpImport *import = np_library_import_bytes (fixture->library, bytes, "text/plain", NULL, NULL);

  while (np_import_is_running (import))
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (np_import_get_error (import));
  id = np_import_get_story_id (import);
  g_assert_true (g_application_register (fixture->window, NULL, NULL));
  g_assert_cmpint (run (fixture, "import", words, &complaints), ==, 0);
  g_assert_cmpstr (complaints, ==, "");
  g_assert_cmpstr (fixture->action, ==, "update");
  g_assert_cmpstr (fixture->asked[0], ==, "https://example.org/story");
  g_assert_cmpint (run (fixture, "update", (const char *const[]){ id, NULL }, &more), ==, 0);
  g_assert_cmpstr (more, ==, "");
  g_assert_cmpstr (fixture->action, ==, "update");
  g_assert_cmpstr (fixture->asked[0], ==, id);
}

/* The library is locked, but by nobody who has a window. */
static void
test_no_window (Fixture *fixture, gconstpointer data)
{
  const char *const words[] = { "https://example.org/story", NULL };
  g_autofree char *complaints = NULL;

  g_assert_cmpint (run (fixture, "import", words, &complaints), ==, 4);
  g_assert_nonnull (strstr (complaints, fixture->folder));
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
  g_test_add ("/cli/handover/usual", Fixture, "usual", set_up, test_handed_over, tear_down);
  g_test_add ("/cli/handover/other", Fixture, "other", set_up, test_handed_over, tear_down);
  g_test_add ("/cli/handover/again", Fixture, "usual", set_up, test_again, tear_down);
  g_test_add ("/cli/handover/no-window", Fixture, "usual", set_up, test_no_window, tear_down);
  return g_test_run ();
}
