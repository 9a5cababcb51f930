#include "library/np-library-error.h"
#include "library/np-library.h"
#include "library/np-words.h"
#include "worker/np-worker-serve.h"

#include <unistd.h>

/* A library with one story, kept with a headline, two paragraphs and no photo. */
typedef struct
{
  char *folder;
  NpLibrary *library;
  char *id;
} Fixture;

static const char story[] =
    "Ferry returns to the north shore\n\nThe first boat in nine years leaves on Friday.\n\n"
    "March 3, 2024, 9:15 AM\n\nThe ferry to Lindholm will run again, the council of Aldermoor said on Monday. "
    "It had been stopped when the old pier was closed.\n\nTickets go on sale on Thursday in Aldermoor and Lindholm.\n";

static void
fixture_open (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->library = np_library_open (fixture->folder, NP_LIBRARY_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (np_library_refresh (fixture->library, FALSE, NULL, &error));
  g_assert_no_error (error);
}

static void
fixture_close (Fixture *fixture)
{
  np_library_close (fixture->library);
  g_assert_finalize_object (fixture->library);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (story, strlen (story));
  g_autoptr (GPtrArray) stories = NULL;
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, NULL);
  NpImport *import;

  fixture->folder = g_build_filename (g_get_user_data_dir (), "library", NULL);
  fixture_open (fixture);
  import = np_library_import_bytes (fixture->library, bytes, "text/plain", "Pasted text", NULL);
  while (np_import_is_running (import))
    g_main_context_iteration (NULL, TRUE);
  np_library_forget_import (fixture->library, import);
  stories = np_library_find_stories (fixture->library, query, 10, NULL);
  g_assert_cmpuint (stories->len, ==, 1);
  fixture->id = g_strdup (np_story_get_id (stories->pdata[0]));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture);
  g_free (fixture->folder);
  g_free (fixture->id);
}

static NpArticle *
read_story (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  NpArticle *article = np_library_read_article (fixture->library, fixture->id, &error);

  g_assert_no_error (error);
  return article;
}

static void
do_ok (Fixture *fixture, NpChange *change)
{
  g_autoptr (NpChange) taken = change;
  g_autoptr (GError) error = NULL;

  g_assert_true (np_library_do (fixture->library, taken, &error));
  g_assert_no_error (error);
}

static void
undo (Fixture *fixture, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = np_words_for_undo (np_library_get_undo (fixture->library));
  g_autoptr (NpChange) change = np_library_undo (fixture->library, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
  g_assert_cmpstr (name, ==, words);
}

static const char *
get_source (NpArticle *article, const char *field)
{
  return g_hash_table_lookup (article->provenance.fields, field);
}

/* The headline is corrected, found by its new words, and undo after a restart gives the old one back with its source.
 */
static void
test_headline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) before = read_story (fixture), wanted = np_article_copy (before), after = NULL, undone = NULL;
  g_autoptr (NpStory) found = NULL;

  g_free (wanted->headline);
  wanted->headline = g_strdup ("Ferry comes back");
  g_free (wanted->deck);
  wanted->deck = g_strdup ("Not to be written: only the headline is edited");
  np_article_mark_edited (wanted, NP_ARTICLE_HEADLINE);
  do_ok (fixture, np_change_new_edit (wanted, NP_ARTICLE_HEADLINE));
  after = read_story (fixture);
  g_assert_cmpstr (after->headline, ==, "Ferry comes back");
  g_assert_cmpstr (after->deck, ==, before->deck);
  g_assert_cmpstr (get_source (after, "headline"), ==, "edited");
  g_assert_cmpint (np_article_get_edited (after), ==, NP_ARTICLE_HEADLINE);
  found = np_library_find_story (fixture->library, fixture->id, NULL);
  g_assert_cmpstr (np_story_get_headline (found), ==, "Ferry comes back");

  fixture_close (fixture);
  fixture_open (fixture);
  undo (fixture, "Undo correcting the headline");
  undone = read_story (fixture);
  g_assert_cmpstr (undone->headline, ==, before->headline);
  g_assert_cmpstr (get_source (undone, "headline"), ==, get_source (before, "headline"));
}

/* Undo touches what the edit touched: that the story was read since stays. */
static void
test_undo_touches_little (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) before = read_story (fixture), wanted = np_article_copy (before), undone = NULL;

  g_free (wanted->note);
  wanted->note = g_strdup ("Ask the harbour office");
  do_ok (fixture, np_change_new_edit (wanted, NP_ARTICLE_NOTE));
  np_library_set_place (fixture->library, fixture->id, 0.5, TRUE);
  fixture_close (fixture); /* what is on its way is on disk then */
  fixture_open (fixture);
  undo (fixture, "Undo changing the note");
  undone = read_story (fixture);
  g_assert_true (undone->note == NULL || *undone->note == '\0');
  g_assert_true (undone->read);
}

static void
test_highlights (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) before = read_story (fixture), wanted = np_article_copy (before), after = NULL, undone = NULL;
  g_autofree char *text = np_highlight_text_of (before->body);
  NpHighlight *highlight = np_highlight_new (text, 4, 9, "green");

  highlight->note = g_strdup ("which one?");
  g_ptr_array_add (wanted->highlights, highlight);
  do_ok (fixture, np_change_new_edit (wanted, NP_ARTICLE_HIGHLIGHTS));
  fixture_close (fixture);
  fixture_open (fixture);
  after = read_story (fixture);
  g_assert_cmpuint (after->highlights->len, ==, 1);
  g_assert_cmpstr (((NpHighlight *) after->highlights->pdata[0])->text, ==, "ferry");
  g_assert_cmpstr (((NpHighlight *) after->highlights->pdata[0])->note, ==, "which one?");
  undo (fixture, "Undo changing the highlights");
  undone = read_story (fixture);
  g_assert_cmpuint (undone->highlights->len, ==, 0);
}

/* A paragraph is dropped, and comes back where it was. */
static void
test_body (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) before = read_story (fixture), wanted = np_article_copy (before), after = NULL, undone = NULL;
  g_autofree char *text = np_article_dup_text (before), *back = NULL;

  g_ptr_array_remove_index (wanted->body, 0);
  np_article_mark_edited (wanted, NP_ARTICLE_BODY);
  do_ok (fixture, np_change_new_edit (wanted, NP_ARTICLE_BODY));
  after = read_story (fixture);
  g_assert_cmpuint (after->body->len, ==, before->body->len - 1);
  undo (fixture, "Undo correcting the text");
  undone = read_story (fixture);
  back = np_article_dup_text (undone);
  g_assert_cmpstr (back, ==, text);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) before = read_story (fixture), wanted = np_article_copy (before);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpChange) change = NULL;

  g_free (wanted->id);
  wanted->id = g_strdup ("00000000-0000-4000-8000-000000000000");
  change = np_change_new_edit (wanted, NP_ARTICLE_NOTE);
  g_assert_false (np_library_do (fixture->library, change, &error));
  g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_STORY);
}

int
main (int argc, char *argv[])
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/edit/headline", Fixture, NULL, set_up, test_headline, tear_down);
  g_test_add ("/edit/undo-touches-little", Fixture, NULL, set_up, test_undo_touches_little, tear_down);
  g_test_add ("/edit/highlights", Fixture, NULL, set_up, test_highlights, tear_down);
  g_test_add ("/edit/body", Fixture, NULL, set_up, test_body, tear_down);
  g_test_add ("/edit/gone", Fixture, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
