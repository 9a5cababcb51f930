#include "fixture.h"
#include "library/np-library-error.h"
#include "library/np-words.h"
#include "library/np-words.h"
#include "worker/np-worker-serve.h"

#include <glib/gstdio.h>
#include <unistd.h>

static const char story_a[] =
    "Ferry returns to the north shore\n\nThe first boat in nine years leaves on Friday.\n\n"
    "March 3, 2024, 9:15 AM\n\nThe ferry to Lindholm will run again, the council of Aldermoor said on Monday. "
    "It had been stopped when the old pier was closed.\n\nMayor Ines Halvorsen said the boat would carry "
    "two hundred people and their bicycles. \"We have waited a long time for this,\" Ines Halvorsen said.\n\n"
    "Tickets go on sale on Thursday in Aldermoor and Lindholm.\n";
static const char story_b[] =
    "Council of Aldermoor votes for a new library\n\nThe building is to stand beside the pier.\n\n"
    "March 9, 2024\n\nAldermoor will build a library beside the pier, the council decided with one vote "
    "against. Work begins in autumn, and the doors are to open in two years.\n\nMayor Ines Halvorsen called it "
    "a good day for readers. The old reading room in the harbour office had been too small since the school moved.\n";

static char *
read_topics (Fixture *fixture, const char *id)
{
  g_autoptr (NpArticle) article = np_library_read_article (fixture->library, id, NULL);
  g_autoptr (GString) keys = g_string_new (NULL);

  g_assert_nonnull (article);
  for (guint i = 0; i < article->topics->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", (char *) article->topics->pdata[i]);
  return g_strdup (keys->str);
}

static void
assert_topics (Fixture *fixture, const char *id, const char *expected)
{
  g_autofree char *topics = read_topics (fixture, id);

  g_assert_cmpstr (topics, ==, expected);
}

static void
assert_counts (Fixture *fixture, guint all, guint inbox, guint starred, guint archive, guint trash)
{
  NpCounts counts;

  np_library_get_counts (fixture->library, &counts);
  g_assert_cmpuint (counts.all, ==, all);
  g_assert_cmpuint (counts.inbox, ==, inbox);
  g_assert_cmpuint (counts.starred, ==, starred);
  g_assert_cmpuint (counts.archive, ==, archive);
  g_assert_cmpuint (counts.trash, ==, trash);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  NpImport *import = fixture_import_text (fixture, story_a, NULL), *again;
  g_autoptr (NpArticle) article = NULL;
  g_autoptr (NpStory) story = NULL;

  g_assert_no_error (np_import_get_error (import));
  g_assert_cmpint (np_import_get_step (import), ==, NP_IMPORT_DONE);
  g_assert_cmpstr (np_import_get_title (import), ==, "Ferry returns to the north shore");
  article = np_library_read_article (fixture->library, np_import_get_story_id (import), NULL);
  g_assert_nonnull (article);
  g_assert_cmpstr (article->deck, ==, "The first boat in nine years leaves on Friday.");
  g_assert_cmpstr (article->published, ==, "2024-03-03T09:15");
  g_assert_nonnull (article->provenance.page);
  g_assert_cmpuint (article->suggested_topics->len, >, 0);
  again = fixture_import_text (fixture, story_a, NULL);
  g_assert_cmpint (np_import_get_step (again), ==, NP_IMPORT_ALREADY);
  g_assert_cmpstr (np_import_get_story_id (again), ==, np_import_get_story_id (import));
  assert_counts (fixture, 1, 1, 0, 0, 0);
  story = np_library_find_story (fixture->library, np_import_get_story_id (import), NULL);
  g_assert_cmpstr (np_story_get_headline (story), ==, "Ferry returns to the north shore");
}

static void
test_import_errors (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *url;
    const char *code;
  } rows[] = {
    { "file:///etc/passwd", "scheme" },
    { "javascript:alert(1)", "scheme" },
    { "data:text/html,<p>x", "scheme" },
    { "not an address", "bad-address" },
    { "", "bad-address" },
    { "http://", "bad-address" },
  };
  g_autofree char *folder = g_strdup (g_get_user_data_dir ());
  g_autofree char *missing = g_build_filename (folder, "missing.html", NULL);
  NpImport *import;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      import = np_library_import_url (fixture->library, rows[i].url, NULL);
      fixture_wait (import);
      g_assert_cmpint (np_import_get_step (import), ==, NP_IMPORT_FAILED);
      g_assert_cmpstr (np_library_error_to_code (np_import_get_error (import)), ==, rows[i].code);
    }
  import = np_library_import_file (fixture->library, folder, NULL);
  fixture_wait (import);
  g_assert_cmpstr (np_library_error_to_code (np_import_get_error (import)), ==, "is-folder");
  import = np_library_import_file (fixture->library, missing, NULL);
  fixture_wait (import);
  g_assert_cmpstr (np_library_error_to_code (np_import_get_error (import)), ==, "not-found");
  import = fixture_import_text (fixture, " \n\n", NULL);
  g_assert_cmpstr (np_library_error_to_code (np_import_get_error (import)), ==, "empty");
  assert_counts (fixture, 0, 0, 0, 0, 0);
}

/* Every kind of change on stories: done, undone, done again, each step seen on disk and in the counts. */
static void
test_states (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    NpChangeKind kind;
    guint inbox, starred, archive, trash; /* after it */
  } rows[] = {
    { NP_CHANGE_STAR, 1, 1, 0, 0 },   { NP_CHANGE_ARCHIVE, 0, 1, 1, 0 }, { NP_CHANGE_UNARCHIVE, 1, 1, 0, 0 },
    { NP_CHANGE_UNSTAR, 1, 0, 0, 0 }, { NP_CHANGE_READ, 1, 0, 0, 0 },    { NP_CHANGE_UNREAD, 1, 0, 0, 0 },
    { NP_CHANGE_TRASH, 0, 0, 0, 1 },  { NP_CHANGE_RESTORE, 1, 0, 0, 0 },
  };
  const char *ids[] = { NULL, NULL };
  g_autofree char *id = g_strdup (np_import_get_story_id (fixture_import_text (fixture, story_a, NULL)));

  ids[0] = id;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      fixture_do (fixture, np_change_new_for_stories (rows[i].kind, ids));
      assert_counts (fixture, rows[i].inbox + rows[i].archive, rows[i].inbox, rows[i].starred, rows[i].archive,
                     rows[i].trash);
    }
  for (gsize i = G_N_ELEMENTS (rows); i-- > 1;)
    {
      g_autoptr (NpChange) undone = np_library_undo (fixture->library, NULL);

      g_assert_nonnull (undone);
      g_assert_cmpint (np_change_get_kind (undone), ==, rows[i].kind);
      assert_counts (fixture, rows[i - 1].inbox + rows[i - 1].archive, rows[i - 1].inbox, rows[i - 1].starred,
                     rows[i - 1].archive, rows[i - 1].trash);
    }
  for (gsize i = 1; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpChange) redone = np_library_redo (fixture->library, NULL);

      g_assert_nonnull (redone);
      assert_counts (fixture, rows[i].inbox + rows[i].archive, rows[i].inbox, rows[i].starred, rows[i].archive,
                     rows[i].trash);
    }
  g_assert_null (np_library_get_redo (fixture->library));
}

static void
test_topics (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = g_strdup (np_import_get_story_id (fixture_import_text (fixture, story_a, NULL)));
  g_autofree char *b = g_strdup (np_import_get_story_id (fixture_import_text (fixture, story_b, NULL)));
  const char *both[] = { a, b, NULL }, *only_b[] = { b, NULL };
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (NpChange) undone = NULL;
  g_autofree char *words = NULL;

  fixture_do (fixture, np_change_new_topic ("Aldermoor", NULL, both));
  fixture_do (fixture, np_change_new_topic ("Libraries", "aldermoor", only_b));
  fixture_do (fixture, np_change_new_topic ("Aldermoor Town", NULL, only_b));
  assert_topics (fixture, a, "aldermoor");
  assert_topics (fixture, b, "aldermoor libraries aldermoor-town");
  g_assert_cmpuint (np_library_get_topic_count (fixture->library, "aldermoor"), ==, 2);
  fixture_do (fixture, np_change_new_pair (NP_CHANGE_MERGE_TOPIC, "aldermoor-town", "aldermoor"));
  assert_topics (fixture, b, "aldermoor libraries aldermoor-town");
  words = np_words_for_undo (np_library_get_undo (fixture->library));
  g_assert_cmpstr (words, ==, "Undo merging “Aldermoor Town” into “Aldermoor”");
  tree = np_library_get_topics (fixture->library);
  g_assert_cmpstr (np_topic_tree_find (tree, "aldermoor TOWN")->key, ==, "aldermoor");

  /* taking a topic off takes its aliases off too, and undo puts each back in its place */
  fixture_do (fixture, np_change_new_for_topic (NP_CHANGE_REMOVE_TOPIC, "aldermoor", only_b));
  assert_topics (fixture, b, "libraries");
  undone = np_library_undo (fixture->library, NULL);
  assert_topics (fixture, b, "aldermoor libraries aldermoor-town");
  g_clear_object (&undone);
  undone = np_library_undo (fixture->library, NULL);
  g_clear_pointer (&tree, np_topic_tree_unref);
  tree = np_library_get_topics (fixture->library);
  g_assert_cmpstr (np_topic_tree_find (tree, "Aldermoor Town")->key, ==, "aldermoor-town");

  /* what is done can be undone after a restart */
  fixture_do (fixture, np_change_new_for_topic (NP_CHANGE_DROP_TOPIC, "aldermoor", NULL));
  fixture_close (fixture);
  fixture_open (fixture);
  g_clear_object (&undone);
  undone = np_library_undo (fixture->library, NULL);
  g_assert_nonnull (undone);
  g_clear_pointer (&tree, np_topic_tree_unref);
  tree = np_library_get_topics (fixture->library);
  g_assert_nonnull (np_topic_tree_get (tree, "aldermoor"));
  g_assert_cmpstr (np_topic_tree_get (tree, "libraries")->parent, ==, "aldermoor");
  for (;;)
    {
      g_clear_object (&undone);
      undone = np_library_undo (fixture->library, NULL);
      if (undone == NULL)
        break;
    }
  g_clear_pointer (&tree, np_topic_tree_unref);
  tree = np_library_get_topics (fixture->library);
  g_assert_cmpuint (np_topic_tree_get_size (tree), ==, 0);
  assert_counts (fixture, 0, 0, 0, 0, 2);
}

static void
test_change_errors (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { "no-such-story", NULL };
  g_autoptr (NpChange) star = np_change_new_for_stories (NP_CHANGE_STAR, ids);
  g_autoptr (NpChange) add = np_change_new_for_topic (NP_CHANGE_ADD_TOPIC, "nothing", ids);
  g_autoptr (NpChange) cycle = np_change_new_move ("x", "x", -1);
  g_autoptr (GError) error = NULL;

  g_assert_false (np_library_do (fixture->library, star, &error));
  g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_STORY);
  g_clear_error (&error);
  g_assert_false (np_library_do (fixture->library, add, &error));
  g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_TOPIC);
  g_clear_error (&error);
  fixture_do (fixture, np_change_new_topic ("x", NULL, NULL));
  g_assert_false (np_library_do (fixture->library, cycle, &error));
  g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_TOPIC_CYCLE);
  g_assert_nonnull (np_library_get_undo (fixture->library));
}

static void
run_until_loaded (NpStoryList *list)
{
  while (g_main_context_pending (NULL) || np_story_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
count_changes (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  *(guint *) data += removed + added;
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_INBOX, NULL, NULL);
  g_autoptr (NpQuery) search = np_query_new (NP_PLACE_ALL, NULL, "pier council");
  g_autoptr (NpStoryList) list = np_library_list_stories (fixture->library, query);
  g_autofree char *a = g_strdup (np_import_get_story_id (fixture_import_text (fixture, story_a, NULL)));
  g_autofree char *b = g_strdup (np_import_get_story_id (fixture_import_text (fixture, story_b, NULL)));
  const char *ids[] = { a, NULL };
  g_autoptr (NpStory) first = NULL, second = NULL, kept = NULL;
  guint changes = 0;

  run_until_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  second = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpstr (np_story_get_id (first), ==, b); /* published later */
  g_assert_cmpuint (np_story_list_find (list, a), ==, 1);

  /* a change that leaves the order alone changes the item in place */
  g_signal_connect (list, "items-changed", G_CALLBACK (count_changes), &changes);
  fixture_do (fixture, np_change_new_for_stories (NP_CHANGE_STAR, ids));
  run_until_loaded (list);
  g_assert_true (np_story_get_starred (second));
  g_assert_cmpuint (changes, ==, 0);
  fixture_do (fixture, np_change_new_for_stories (NP_CHANGE_ARCHIVE, ids));
  run_until_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_cmpuint (changes, ==, 1);
  kept = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (kept == first);

  np_story_list_set_query (list, search);
  run_until_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
}

static void
test_second_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpLibrary) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup (np_import_get_story_id (fixture_import_text (fixture, story_a, NULL)));
  const char *ids[] = { id, NULL };
  g_autoptr (NpChange) star = np_change_new_for_stories (NP_CHANGE_STAR, ids);
  g_autoptr (NpArticle) article = NULL;
  NpImport *import;

  second = np_library_open (fixture->folder, NP_LIBRARY_NONE, &error);
  g_assert_no_error (error);
  g_assert_false (np_library_is_writable (second, &error));
  g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (np_library_do (second, star, &error));
  g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_LOCKED);
  import = np_library_import_url (second, "http://127.0.0.1:9/", NULL);
  g_assert_cmpstr (np_library_error_to_code (np_import_get_error (import)), ==, "locked");
  article = np_library_read_article (second, id, NULL);
  g_assert_nonnull (article);
  np_library_close (second);
}

static void
test_other_hands (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup (np_import_get_story_id (fixture_import_text (fixture, story_a, NULL)));
  g_autofree char *id_b = g_strdup (np_import_get_story_id (fixture_import_text (fixture, story_b, NULL)));
  g_autoptr (NpStory) story = np_library_find_story (fixture->library, id, NULL);
  g_autoptr (NpStory) story_2 = np_library_find_story (fixture->library, id_b, NULL);
  g_autofree char *file = np_library_get_file (fixture->library, np_story_get_path (story));
  g_autofree char *file_b = np_library_get_file (fixture->library, np_story_get_path (story_2));
  g_autofree char *text = NULL, *damaged = g_build_filename (fixture->folder, "damaged", NULL);
  g_autoptr (GString) edited = NULL;
  g_autoptr (GDir) folder = NULL;
  g_autoptr (NpStory) after = NULL;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  edited = g_string_new (text);
  g_assert_cmpuint (g_string_replace (edited, "Ferry returns", "The ferry returns", 0), >, 0);
  fixture_close (fixture);
  g_assert_true (g_file_set_contents (file, edited->str, -1, NULL));
  g_assert_true (g_file_set_contents (file_b, "{ \"format\": \"newsprint-article\", \"versi", -1, NULL));
  fixture_open (fixture);
  after = np_library_find_story (fixture->library, id, NULL);
  g_assert_cmpstr (np_story_get_headline (after), ==, "The ferry returns to the north shore");
  assert_counts (fixture, 1, 1, 0, 0, 0);
  g_assert_false (g_file_test (file_b, G_FILE_TEST_EXISTS));
  folder = g_dir_open (damaged, 0, NULL);
  g_assert_nonnull (folder);
  g_assert_nonnull (g_dir_read_name (folder));
}

static void
reopen_started (Fixture *fixture)
{
  fixture_close (fixture);
  fixture_open (fixture);
  np_library_start (fixture->library);
}

/* What came in when the window was closed comes in when it is opened again, but not what the user stopped. */
static void
test_closed_while_importing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketListener) silent = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (silent, NULL, NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/story", port);
  g_autofree char *stopped = g_strdup_printf ("http://127.0.0.1:%u/stopped", port);
  g_autoptr (NpImport) import = NULL;

  fixture_do (fixture, np_change_new_topic ("Sea", NULL, NULL));
  np_library_start (fixture->library);
  np_library_import_url (fixture->library, url, "sea");
  np_import_cancel (np_library_import_url (fixture->library, stopped, NULL));
  reopen_started (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (np_library_get_imports (fixture->library)), ==, 1);
  import = g_list_model_get_item (np_library_get_imports (fixture->library), 0);
  g_assert_cmpstr (np_import_get_source (import), ==, url);
  np_library_forget_import (fixture->library, import);
  reopen_started (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (np_library_get_imports (fixture->library)), ==, 0);
  /* A forgotten import ends after its library was closed: nobody may still be told. */
  while (np_import_is_running (import))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_topic (Fixture *fixture, const char *key, gboolean there)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (fixture->library);
  g_autofree char *file = np_library_get_file (fixture->library, "topics.json");
  g_autofree char *text = NULL, *member = g_strdup_printf ("\"%s\"", key);

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_cmpint (strstr (text, member) != NULL, ==, there);
  g_assert_cmpint (np_topic_tree_get (tree, key) != NULL, ==, there);
}

static void
test_topics_by_others (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = np_library_get_file (fixture->library, "topics.json");
  g_autoptr (NpChange) undone = NULL;

  fixture_do (fixture, np_change_new_topic ("Ours", NULL, NULL));
  g_assert_true (g_file_set_contents (file,
                                      "{\"format\": \"newsprint-topics\", \"version\": 1, \"topics\": {"
                                      "\"ours\": {\"name\": \"Ours\"}, \"theirs\": {\"name\": \"Theirs\"}}}",
                                      -1, NULL));
  fixture_do (fixture, np_change_new_topic ("Later", NULL, NULL));
  assert_topic (fixture, "theirs", TRUE);
  assert_topic (fixture, "later", TRUE);
  undone = np_library_undo (fixture->library, NULL);
  g_assert_nonnull (undone);
  assert_topic (fixture, "later", FALSE);
  assert_topic (fixture, "theirs", TRUE);

  /* what others broke is replaced by what is known, and kept */
  g_assert_true (g_file_set_contents (file, "{ \"format\": \"newsprint-to", -1, NULL));
  fixture_do (fixture, np_change_new_topic ("Last", NULL, NULL));
  assert_topic (fixture, "ours", TRUE);
  assert_topic (fixture, "theirs", TRUE);
  assert_topic (fixture, "last", TRUE);
  g_free (file);
  file = np_library_get_file (fixture->library, "damaged/topics.json");
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
}

static void
test_one_of_many_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = g_strdup (np_import_get_story_id (fixture_import_text (fixture, story_a, NULL)));
  g_autofree char *b = g_strdup (np_import_get_story_id (fixture_import_text (fixture, story_b, NULL)));
  const char *ids[] = { a, b, NULL };
  g_autoptr (NpStory) story = np_library_find_story (fixture->library, a, NULL);
  g_autofree char *file = np_library_get_file (fixture->library, np_story_get_path (story));
  g_autoptr (NpChange) archive = np_change_new_for_stories (NP_CHANGE_ARCHIVE, ids), undone = NULL;
  g_autoptr (GError) error = NULL;

  fixture_do (fixture, np_change_new_for_stories (NP_CHANGE_STAR, ids));
  g_assert_true (g_file_set_contents (file, "{", -1, NULL));
  g_assert_false (np_library_do (fixture->library, archive, &error));
  g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_DAMAGED);
  g_clear_error (&error);
  assert_counts (fixture, 1, 0, 1, 1, 0);
  undone = np_library_undo (fixture->library, &error);
  g_assert_no_error (error);
  assert_counts (fixture, 1, 1, 1, 0, 0);
  g_object_unref (undone);
  undone = np_library_undo (fixture->library, &error);
  g_assert_no_error (error);
  assert_counts (fixture, 1, 1, 0, 0, 0);
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, func) FIXTURE_TEST ("/library/" path, func)
  ADD ("import", test_import);
  ADD ("import-errors", test_import_errors);
  ADD ("states", test_states);
  ADD ("topics", test_topics);
  ADD ("change-errors", test_change_errors);
  ADD ("list", test_list);
  ADD ("second-copy", test_second_copy);
  ADD ("other-hands", test_other_hands);
  ADD ("closed-while-importing", test_closed_while_importing);
  ADD ("topics-by-others", test_topics_by_others);
  ADD ("one-of-many-damaged", test_one_of_many_damaged);
  return g_test_run ();
}
