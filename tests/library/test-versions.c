/* Files of every version, as tests/versions has them: an older one is read and upgraded file by file when it is
 * written, the present one is read and left alone, a later one is looked at and never written, also when it comes while
 * the library is open. */
#include "open-library.h"
#include "random-change.h"

#include "library/np-check.h"
#include "library/np-feeds-parts.h"
#include "library/np-library-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define STORY "articles/2018/05/the-ferry-runs-again-3f2a9c1e.json"
#define ID    "3f2a9c1e-0000-4000-8000-000000000001"

/* What holds what, and what changes it. */
static const char *const files[] = { STORY, "topics.json", "searches.json", "feeds.json" };

static const char *const ids[] = { ID, NULL };

static char *
get (const char *folder, const char *path)
{
  g_autofree char *file = g_build_filename (folder, path, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  return text;
}

static char *
sample (const char *version)
{
  return g_test_build_filename (G_TEST_DIST, "versions", version, NULL);
}

/* A copy of a sample, to be written to. */
static char *
new_library (const char *version)
{
  g_autofree char *top = g_dir_make_tmp ("np-versions-XXXXXX", NULL), *from = sample (version);
  char *folder = g_build_filename (top, "library", NULL);
  const char *argv[] = { "cp", "-r", from, folder, NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return folder;
}

/* Puts the file of a version in the place of what is there, as a sync tool does. */
static void
bring (const char *folder, const char *path, const char *version)
{
  g_autofree char *from = sample (version), *text = get (from, path), *file = g_build_filename (folder, path, NULL);

  g_assert_true (g_file_set_contents (file, text, -1, NULL));
}

/* Whatever the version, this is in it. */
static void
assert_content (NpLibrary *library)
{
  g_autoptr (NpArticle) article = np_library_read_article (library, ID, NULL);
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  g_autoptr (NpSearches) searches = np_library_get_searches (library);
  g_autoptr (GPtrArray) feeds = np_feeds_list (np_library_get_feeds (library));
  const NpTopic *topic = np_topic_tree_get (tree, "harbour");

  g_assert_nonnull (article);
  g_assert_cmpstr (article->headline, ==, "The ferry runs again");
  g_assert_cmpuint (article->authors->len, ==, 1);
  g_assert_cmpstr (article->authors->pdata[0], ==, "Jon Marrow");
  g_assert_cmpstr (article->site_name, ==, "Tidewater Press");
  g_assert_cmpstr (article->note, ==, "Ask Mara.");
  g_assert_true (article->read);
  g_assert_nonnull (topic);
  g_assert_cmpstr (np_topic_tree_get (tree, "ferries")->parent, ==, "harbour");
  g_assert_true (g_hash_table_contains (topic->related, "ferries"));
  g_assert_cmpuint (np_searches_get_size (searches), ==, 1);
  g_assert_cmpstr (np_searches_get (searches, 0)->text, ==, "is:unread ferry");
  g_assert_cmpuint (feeds->len, ==, 1);
  g_assert_cmpstr (((NpFollowed *) feeds->pdata[0])->url, ==, "https://tidewater.example/feed.xml");
}

static gboolean
dismiss_all (NpFollowing *following, gpointer user_data)
{
  NpFollowed *first = following->feeds->pdata[0];

  g_free (first->title);
  first->title = g_strdup ("Another name");
  return TRUE;
}

/* Changes what is in files[i]. */
static gboolean
change_file (NpLibrary *library, guint i, GError **error)
{
  g_autoptr (NpChange) change = NULL;
  g_autoptr (NpSearches) searches = NULL;

  switch (i)
    {
    case 0:
      change = np_change_new_for_stories (NP_CHANGE_STAR, ids);
      break;
    case 1:
      change = np_change_new_rename ("harbour", "Harbours");
      break;
    case 2:
      searches = np_library_get_searches (library);
      change = np_change_new_rename_search (np_searches_get (searches, 0)->id, "Ferries");
      break;
    default:
      return np_feeds_change (np_library_get_feeds (library), dismiss_all, NULL, error);
    }
  return np_library_do (library, change, error);
}

static void
assert_whole (NpLibrary *library)
{
  g_autoptr (GError) error = NULL;
  guint stories;
  g_autoptr (GPtrArray) findings = np_check_library (library, NP_CHECK_ONLY, &stories, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const NpCheckFinding *finding = findings->pdata[i];

      g_error ("%s %s: %s", np_check_kind_to_string (finding->kind), finding->path, finding->detail);
    }
}

/* Each file is written when what is in it changes, and no other. */
static void
test_older (gconstpointer version)
{
  g_autofree char *folder = new_library (version), *from = sample (version);
  NpLibrary *library = open_library (folder);

  g_assert_true (np_library_is_writable (library, NULL));
  assert_content (library);
  assert_whole (library);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *before = get (from, files[i]), *now = get (folder, files[i]);

      g_assert_cmpstr (now, ==, before);
    }
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL;

      g_assert_true (change_file (library, i, &error));
      g_assert_no_error (error);
      written = get (folder, files[i]);
      g_assert_nonnull (strstr (written, "\"version\": 1"));
      for (guint j = i + 1; j < G_N_ELEMENTS (files); j++)
        {
          g_autofree char *before = get (from, files[j]), *now = get (folder, files[j]);

          g_assert_cmpstr (now, ==, before);
        }
    }
  close_library (library);
  library = open_library (folder);
  assert_content (library);
  assert_whole (library);
  close_library (library);
}

static gboolean
governs (guint i)
{
  return g_str_equal (files[i], "topics.json");
}

/* The file of a later version is as it was, what else there is can be changed, or nothing when stories refer to it. */
static void
assert_read_only (NpLibrary *library, const char *folder, guint later)
{
  assert_content (library);
  g_assert_true (np_library_is_writable (library, NULL) == !governs (later));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = get (folder, files[i]), *now = NULL;
      gboolean done = change_file (library, i, &error);

      g_assert_true (done == (i != later && !governs (later)));
      now = get (folder, files[i]);
      if (done)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_cmpstr (now, ==, before);
      g_assert_true (g_error_matches (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_VERSION)
                     || g_error_matches (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_READ_ONLY));
      g_assert_nonnull (strstr (error->message, governs (later) ? folder : files[i]));
    }
}

static void
test_later (gconstpointer data)
{
  guint later = GPOINTER_TO_UINT (data);
  g_autofree char *folder = new_library ("1");
  NpLibrary *library;

  bring (folder, files[later], "2");
  library = open_library (folder);
  assert_read_only (library, folder, later);
  close_library (library);
}

static void
on_notice (NpLibrary *library, const char *message, gpointer user_data)
{
  g_string_append (user_data, message);
}

/* It comes while the library is open. */
static void
test_becomes_later (gconstpointer data)
{
  guint later = GPOINTER_TO_UINT (data);
  g_autofree char *folder = new_library ("1");
  g_autoptr (GString) notice = g_string_new (NULL);
  NpLibrary *library = open_library (folder);

  g_signal_connect (library, "notice", G_CALLBACK (on_notice), notice);
  np_library_start (library);
  assert_content (library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  bring (folder, files[later], "2");
  if (later > 0)
    while (strstr (notice->str, governs (later) ? "this library" : files[later]) == NULL)
      {
        /* The watch may not be at work yet. */
        if (!g_main_context_iteration (NULL, FALSE))
          g_usleep (10000);
        if (g_str_equal (files[later], "feeds.json"))
          np_feeds_list (np_library_get_feeds (library));
      }
  assert_read_only (library, folder, later);
  close_library (library);
}

/* library.json says it for all files. */
static void
test_root (void)
{
  g_autofree char *folder = new_library ("1"), *now = NULL, *later = sample ("2"), *expected = NULL;
  g_autoptr (GString) notice = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  NpLibrary *library = open_library (folder);

  g_signal_connect (library, "notice", G_CALLBACK (on_notice), notice);
  np_library_start (library);
  g_assert_true (change_file (library, 0, NULL));
  bring (folder, "library.json", "2");
  while (strstr (notice->str, "this library") == NULL)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (10000);
  g_assert_false (np_library_is_writable (library, &error));
  g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_VERSION);
  assert_content (library);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_assert_false (change_file (library, i, NULL));
  close_library (library);
  library = open_library (folder);
  g_assert_false (np_library_is_writable (library, NULL));
  close_library (library);
  now = get (folder, "library.json");
  expected = get (later, "library.json");
  g_assert_cmpstr (now, ==, expected);
}

/* Puts @text where the library of the samples keeps what can be undone, or what is being imported. */
static char *
put_state (const char *name, const char *text, gsize length)
{
  g_autofree char *folder =
      g_build_filename (g_get_user_state_dir (), "newsprint", "0d1c5c1e-0000-4000-8000-000000000000", NULL);
  char *file = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, text, (gssize) length, NULL));
  return file;
}

/* A journal of the present version is undone; one of a later version is left alone, and undo works until the end. */
static void
test_journal (void)
{
  g_autofree char *folder = new_library ("1"), *from = sample ("1-state"), *file = NULL, *text = NULL, *now = NULL;
  g_autofree char *path = g_build_filename (from, "undo", NULL);
  g_autoptr (NpChange) undone = NULL, again = NULL;
  NpLibrary *library;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  file = put_state ("undo", text, length);
  library = open_library (folder);
  undone = np_library_undo (library, NULL);
  g_assert_nonnull (undone);
  g_assert_cmpint (np_change_get_kind (undone), ==, NP_CHANGE_RENAME_TOPIC);
  close_library (library);

  g_free (file);
  file = put_state ("undo", "newsprint-undo 99\nnew", 21);
  library = open_library (folder);
  g_assert_null (np_library_get_undo (library));
  g_assert_true (change_file (library, 0, NULL));
  again = np_library_undo (library, NULL);
  g_assert_nonnull (again);
  close_library (library);
  g_assert_true (g_file_get_contents (file, &now, NULL, NULL));
  g_assert_cmpstr (now, ==, "newsprint-undo 99\nnew");
  g_assert_cmpint (g_unlink (file), ==, 0);
}

/* Imports of the present version begin anew; those of a later one wait for it. */
static void
test_imports (void)
{
  static const char later[] = "\x63\0\0\0of a later version";
  g_autofree char *folder = new_library ("1"), *from = sample ("1-state"), *file = NULL, *text = NULL, *now = NULL;
  g_autofree char *path = g_build_filename (from, "imports", NULL);
  NpLibrary *library;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  file = put_state ("imports", text, length);
  library = open_library (folder);
  np_library_start (library);
  g_assert_cmpuint (g_list_model_get_n_items (np_library_get_imports (library)), ==, 1);
  close_library (library);

  g_free (file);
  file = put_state ("imports", later, sizeof later);
  library = open_library (folder);
  np_library_start (library);
  g_assert_cmpuint (g_list_model_get_n_items (np_library_get_imports (library)), ==, 0);
  np_library_import_file (library, "/nowhere/at-all.html", NULL);
  close_library (library);
  g_assert_true (g_file_get_contents (file, &now, &length, NULL));
  g_assert_cmpmem (now, length, later, sizeof later);
  g_assert_cmpint (g_unlink (file), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/library/versions/0", "0", test_older);
  g_test_add_data_func ("/library/versions/1", "1", test_older);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = i == 0 ? g_strdup ("story") : g_strdup (files[i]);
      g_autofree char *opened = g_strconcat ("/library/versions/later/", name, NULL);
      g_autofree char *comes = g_strconcat ("/library/versions/becomes-later/", name, NULL);

      g_test_add_data_func (opened, GUINT_TO_POINTER (i), test_later);
      g_test_add_data_func (comes, GUINT_TO_POINTER (i), test_becomes_later);
    }
  g_test_add_func ("/library/versions/root", test_root);
  g_test_add_func ("/library/versions/journal", test_journal);
  g_test_add_func ("/library/versions/imports", test_imports);
  return g_test_run ();
}
