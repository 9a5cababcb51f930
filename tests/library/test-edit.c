#include "fixture.h"
#include "library/np-library-error.h"
#include "worker/np-worker-serve.h"

#include <unistd.h>

static const char story[] =
    "Ferry returns to the north shore\n\nThe first boat in nine years leaves on Friday.\n\n"
    "March 3, 2024, 9:15 AM\n\nThe ferry to Lindholm will run again, the council of Aldermoor said on Monday. "
    "It had been stopped when the old pier was closed.\n\nTickets go on sale on Thursday in Aldermoor and Lindholm.\n";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  NpImport *import;

  fixture_set_up (fixture, data);
  import = fixture_import_text (fixture, story, NULL);
  g_assert_no_error (np_import_get_error (import));
  fixture->id = g_strdup (np_import_get_story_id (import));
  np_library_forget_import (fixture->library, import);
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
  g_autoptr (NpArticle) before = fixture_read_story (fixture), wanted = np_article_copy (before), after = NULL,
                        undone = NULL;
  g_autoptr (NpStory) found = NULL;

  g_free (wanted->headline);
  wanted->headline = g_strdup ("Ferry comes back");
  g_free (wanted->deck);
  wanted->deck = g_strdup ("Not to be written: only the headline is edited");
  np_article_mark_edited (wanted, NP_ARTICLE_HEADLINE);
  fixture_do (fixture, np_change_new_edit (wanted, NP_ARTICLE_HEADLINE));
  after = fixture_read_story (fixture);
  g_assert_cmpstr (after->headline, ==, "Ferry comes back");
  g_assert_cmpstr (after->deck, ==, before->deck);
  g_assert_cmpstr (get_source (after, "headline"), ==, "edited");
  g_assert_cmpint (np_article_get_edited (after), ==, NP_ARTICLE_HEADLINE);
  found = np_library_find_story (fixture->library, fixture->id, NULL);
  g_assert_cmpstr (np_story_get_headline (found), ==, "Ferry comes back");

  fixture_close (fixture);
  fixture_open (fixture);
  fixture_undo (fixture, "Undo correcting the headline");
  undone = fixture_read_story (fixture);
  g_assert_cmpstr (undone->headline, ==, before->headline);
  g_assert_cmpstr (get_source (undone, "headline"), ==, get_source (before, "headline"));
}

/* Undo touches what the edit touched: that the story was read since stays. */
static void
test_undo_touches_little (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) before = fixture_read_story (fixture), wanted = np_article_copy (before), undone = NULL;

  g_free (wanted->note);
  wanted->note = g_strdup ("Ask the harbour office");
  fixture_do (fixture, np_change_new_edit (wanted, NP_ARTICLE_NOTE));
  np_library_set_place (fixture->library, fixture->id, 0.5, TRUE);
  fixture_close (fixture); /* what is on its way is on disk then */
  fixture_open (fixture);
  fixture_undo (fixture, "Undo changing the note");
  undone = fixture_read_story (fixture);
  g_assert_true (undone->note == NULL || *undone->note == '\0');
  g_assert_true (undone->read);
}

static void
test_highlights (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) before = fixture_read_story (fixture), wanted = np_article_copy (before), after = NULL,
                        undone = NULL;
  g_autofree char *text = np_highlight_text_of (before->body);
  NpHighlight *highlight = np_highlight_new (text, 4, 9, "green");

  highlight->note = g_strdup ("which one?");
  g_ptr_array_add (wanted->highlights, highlight);
  fixture_do (fixture, np_change_new_edit (wanted, NP_ARTICLE_HIGHLIGHTS));
  fixture_close (fixture);
  fixture_open (fixture);
  after = fixture_read_story (fixture);
  g_assert_cmpuint (after->highlights->len, ==, 1);
  g_assert_cmpstr (((NpHighlight *) after->highlights->pdata[0])->text, ==, "ferry");
  g_assert_cmpstr (((NpHighlight *) after->highlights->pdata[0])->note, ==, "which one?");
  fixture_undo (fixture, "Undo changing the highlights");
  undone = fixture_read_story (fixture);
  g_assert_cmpuint (undone->highlights->len, ==, 0);
}

/* A paragraph is dropped, and comes back where it was. */
static void
test_body (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) before = fixture_read_story (fixture), wanted = np_article_copy (before), after = NULL,
                        undone = NULL;
  g_autofree char *text = np_article_dup_text (before), *back = NULL;

  g_ptr_array_remove_index (wanted->body, 0);
  np_article_mark_edited (wanted, NP_ARTICLE_BODY);
  fixture_do (fixture, np_change_new_edit (wanted, NP_ARTICLE_BODY));
  after = fixture_read_story (fixture);
  g_assert_cmpuint (after->body->len, ==, before->body->len - 1);
  fixture_undo (fixture, "Undo correcting the text");
  undone = fixture_read_story (fixture);
  back = np_article_dup_text (undone);
  g_assert_cmpstr (back, ==, text);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) before = fixture_read_story (fixture), wanted = np_article_copy (before);
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
  FIXTURE_TEST_WITH ("/edit/headline", test_headline, set_up);
  FIXTURE_TEST_WITH ("/edit/undo-touches-little", test_undo_touches_little, set_up);
  FIXTURE_TEST_WITH ("/edit/highlights", test_highlights, set_up);
  FIXTURE_TEST_WITH ("/edit/body", test_body, set_up);
  FIXTURE_TEST_WITH ("/edit/gone", test_gone, set_up);
  return g_test_run ();
}
