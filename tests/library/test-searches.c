#include "fixture.h"
#include "library/np-library-error.h"
#include "worker/np-worker-serve.h"

#include <string.h>
#include <unistd.h>

/* Two of them about a ferry. */
static const char *const stories[] = {
  "Ferry returns to the north shore\n\nMarch 3, 2024\n\nThe ferry to Lindholm will run again, the council said.\n",
  "Second ferry is ordered\n\nMarch 4, 2024\n\nThe yard in Ostrow will build it, and it will be finished in May.\n",
  "Lanterns are lit again\n\nMarch 5, 2024\n\nEvery window in the old street had a light in it on Monday night.\n",
};

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, data);
  for (gsize i = 0; i < G_N_ELEMENTS (stories); i++)
    np_library_forget_import (fixture->library, fixture_import_text (fixture, stories[i], NULL));
}

static char *
keep (Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, text);
  g_autoptr (NpSearch) search = np_search_new_for (query, name);

  fixture_do (fixture, np_change_new_keep_search (search, -1));
  return g_strdup (search->id);
}

static void
assert_names (Fixture *fixture, const char *expected)
{
  g_autoptr (NpSearches) searches = np_library_get_searches (fixture->library);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < np_searches_get_size (searches); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", np_searches_get (searches, i)->name);
  g_assert_cmpstr (names->str, ==, expected);
}

/* Each change, then all of them back, one half of it after a restart. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ferry = keep (fixture, "Ferries", "ferry"), *light = keep (fixture, NULL, "light OR lit");
  g_autoptr (NpChange) again = NULL;

  assert_names (fixture, "Ferries, light OR lit");
  fixture_do (fixture, np_change_new_rename_search (light, "Light"));
  fixture_do (fixture, np_change_new_move_search (light, 0));
  assert_names (fixture, "Light, Ferries");
  fixture_do (fixture, np_change_new_drop_search (ferry));
  assert_names (fixture, "Light");
  fixture_undo (fixture, "Undo removing the search “Ferries”");
  assert_names (fixture, "Light, Ferries");
  fixture_close (fixture);
  fixture_open (fixture);
  assert_names (fixture, "Light, Ferries");
  fixture_undo (fixture, "Undo moving the search “Light”");
  fixture_undo (fixture, "Undo renaming the search “light OR lit” to “Light”");
  assert_names (fixture, "Ferries, light OR lit");
  fixture_undo (fixture, "Undo keeping the search “light OR lit”");
  fixture_undo (fixture, "Undo keeping the search “Ferries”");
  assert_names (fixture, "");
  again = np_library_redo (fixture->library, NULL);
  g_assert_nonnull (again);
  assert_names (fixture, "Ferries");
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ferry = keep (fixture, "Ferries", "ferry"), *phrase = keep (fixture, "Phrase", "\"old street\"");
  g_autofree char *state = keep (fixture, "Starred ferries", "ferry is:starred");
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, "ferry");
  g_autoptr (GPtrArray) found = np_library_find_stories (fixture->library, query, 10, NULL);
  const char *ids[] = { np_story_get_id (found->pdata[0]), NULL };

  g_assert_cmpuint (np_library_get_search_count (fixture->library, ferry), ==, 2);
  g_assert_cmpuint (np_library_get_search_count (fixture->library, phrase), ==, 1);
  g_assert_cmpuint (np_library_get_search_count (fixture->library, state), ==, 0);
  g_assert_cmpuint (np_library_get_search_count (fixture->library, "none"), ==, 0);
  fixture_do (fixture, np_change_new_for_stories (NP_CHANGE_STAR, ids));
  g_assert_cmpuint (np_library_get_search_count (fixture->library, state), ==, 1);
  fixture_do (fixture, np_change_new_for_stories (NP_CHANGE_TRASH, ids));
  g_assert_cmpuint (np_library_get_search_count (fixture->library, ferry), ==, 1);
}

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpChange) drop = np_change_new_drop_search ("none"), rename = np_change_new_rename_search ("none", "x");
  NpChange *changes[] = { drop, rename };
  NpChange *before = np_library_get_undo (fixture->library);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (np_library_do (fixture->library, changes[i], &error));
      g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_SEARCH);
    }
  g_assert_true (np_library_get_undo (fixture->library) == before);
}

/* What others write into the file is there after a look, and stays when something else is changed. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "{\"format\": \"newsprint-searches\", \"version\": 1, \"later\": 1,"
                             " \"searches\": [{\"name\": \"Theirs\", \"text\": \"ostrow\"}]}";
  g_autofree char *file = g_build_filename (fixture->folder, "searches.json", NULL), *mine = NULL, *written = NULL;

  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  mine = keep (fixture, "Mine", "ferry");
  assert_names (fixture, "Theirs, Mine");
  fixture_undo (fixture, "Undo keeping the search “Mine”");
  g_assert_true (g_file_get_contents (file, &written, NULL, NULL));
  g_assert_nonnull (strstr (written, "\"later\": 1"));
  g_assert_null (strstr (written, "Mine"));
}

static void
tell (NpLibrary *library, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* A sync tool left copies beside the files at the top while the program did not run. */
static void
test_copies (Fixture *fixture, gconstpointer data)
{
  static const char searches[] = "{\"format\": \"newsprint-searches\", \"version\": 1,"
                                 " \"searches\": [{\"name\": \"Theirs\", \"text\": \"ostrow\"}]}";
  static const char feeds[] = "{\"format\": \"newsprint-feeds\", \"version\": 1, \"feeds\": [{\"id\": \"f1\","
                              " \"url\": \"https://example.org/f.xml\", \"followed\": \"2026-01-01T00:00:00Z\"}]}";
  g_autofree char *mine = keep (fixture, "Mine", "ferry");
  g_autofree char *first =
      g_build_filename (fixture->folder, "searches.sync-conflict-20260102-030405-ABCDEFG.json", NULL);
  g_autofree char *second =
      g_build_filename (fixture->folder, "feeds.sync-conflict-20260102-030405-ABCDEFG.json", NULL);
  g_autoptr (GPtrArray) followed = NULL;
  gboolean told = FALSE, told_of_feeds = FALSE;

  g_signal_connect (np_library_get_feeds (fixture->library), "changed", G_CALLBACK (tell), &told_of_feeds);
  g_signal_connect (fixture->library, "searches-changed", G_CALLBACK (tell), &told);
  g_assert_true (g_file_set_contents (first, searches, -1, NULL));
  g_assert_true (g_file_set_contents (second, feeds, -1, NULL));
  g_assert_true (np_library_refresh (fixture->library, FALSE, NULL, NULL));
  while (!told || !told_of_feeds)
    g_main_context_iteration (NULL, TRUE);
  assert_names (fixture, "Theirs, Mine"); /* the newer one first */
  followed = np_feeds_list (np_library_get_feeds (fixture->library));
  g_assert_cmpuint (followed->len, ==, 1);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS) || g_file_test (second, G_FILE_TEST_EXISTS));
  g_signal_handlers_disconnect_by_func (fixture->library, tell, &told);
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  FIXTURE_TEST_WITH ("/library/searches/changes", test_changes, set_up);
  FIXTURE_TEST_WITH ("/library/searches/counts", test_counts, set_up);
  FIXTURE_TEST_WITH ("/library/searches/errors", test_errors, set_up);
  FIXTURE_TEST_WITH ("/library/searches/others", test_others, set_up);
  FIXTURE_TEST_WITH ("/library/searches/copies", test_copies, set_up);
  return g_test_run ();
}
