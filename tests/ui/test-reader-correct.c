/* What people put right in a story, in its place. */
#include "reader-fixture.h"

#include "ui/reader/np-reader-correct-box.h"
#include "ui/reader/np-reader-view.h"

#include <adwaita.h>

#define HEADLINE "The last ferry of the season"

static GtkTextBuffer *
get_buffer (ReaderFixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader_wait_for (fixture, NP_TYPE_READER_VIEW, NULL, NULL)));
}

static void
put_cursor (ReaderFixture *fixture, const char *words)
{
  GtkTextIter from, start;

  gtk_text_buffer_get_start_iter (get_buffer (fixture), &from);
  g_assert_true (gtk_text_iter_forward_search (&from, words, GTK_TEXT_SEARCH_TEXT_ONLY, &start, NULL, NULL));
  gtk_text_buffer_place_cursor (get_buffer (fixture), &start);
}

static gboolean
is_enabled (ReaderFixture *fixture, const char *action)
{
  return g_action_group_get_action_enabled (np_reader_get_actions (fixture->reader), action);
}

static void
activate (ReaderFixture *fixture, const char *action, const char *parameter)
{
  g_action_group_activate_action (np_reader_get_actions (fixture->reader), action,
                                  parameter != NULL ? g_variant_new_string (parameter) : NULL);
  reader_run_for (300);
}

/* Types @text into the popover that is open, and saves. */
static void
write_and_save (ReaderFixture *fixture, const char *text)
{
  GtkWidget *box = reader_wait_for (fixture, NP_TYPE_READER_CORRECT_BOX, NULL, NULL);
  GtkWidget *view = reader_find_widget (box, GTK_TYPE_TEXT_VIEW, NULL, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  g_signal_emit_by_name (reader_find_widget (box, GTK_TYPE_BUTTON, reader_has_label, "Save"), "clicked");
  reader_run_for (400);
}

static void
test_headline (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = NULL;

  reader_show (fixture, fixture->sample, HEADLINE);
  activate (fixture, "correct-part", "headline");
  write_and_save (fixture, "Last ferry leaves Linnea");
  article = reader_read_story (fixture, fixture->sample);
  g_assert_cmpstr (article->headline, ==, "Last ferry leaves Linnea");
  reader_wait_for (fixture, NP_TYPE_READER_VIEW, reader_has_text, "Last ferry leaves Linnea\n");
}

/* A date that cannot be read says so, and is not kept. */
static void
test_date (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = NULL;
  GtkWidget *box;

  reader_show (fixture, fixture->sample, HEADLINE);
  activate (fixture, "correct-part", "published");
  write_and_save (fixture, "the other day");
  box = reader_wait_for (fixture, NP_TYPE_READER_CORRECT_BOX, NULL, NULL);
  g_assert_nonnull (reader_find_widget (box, GTK_TYPE_LABEL, NULL, NULL));
  g_assert_true (gtk_widget_get_mapped (box));
  write_and_save (fixture, "June 1, 2018");
  article = reader_read_story (fixture, fixture->sample);
  g_assert_cmpstr (article->published, ==, "2018-06-01");
}

static void
test_caption (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = NULL;

  reader_show (fixture, fixture->sample, HEADLINE);
  put_cursor (fixture, "The hill from the north quay.");
  g_assert_true (is_enabled (fixture, "correct"));
  g_assert_false (is_enabled (fixture, "drop"));
  activate (fixture, "correct", NULL);
  write_and_save (fixture, "The hill.");
  article = reader_read_story (fixture, fixture->sample);
  g_assert_cmpstr (((NpFigure *) article->figures->pdata[1])->caption, ==, "The hill.");
}

static void
test_paragraph (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = NULL;
  g_autofree char *text = NULL;

  reader_show (fixture, fixture->sample, HEADLINE);
  put_cursor (fixture, "The winter timetable hangs");
  g_assert_false (is_enabled (fixture, "correct"));
  g_assert_true (is_enabled (fixture, "drop"));
  activate (fixture, "drop", NULL);
  reader_run_for (300);
  article = reader_read_story (fixture, fixture->sample);
  text = np_article_dup_text (article);
  g_assert_null (strstr (text, "The winter timetable hangs"));
  g_assert_nonnull (strstr (text, "another in one paragraph"));
}

int
main (int argc, char **argv)
{
  reader_isolate_homes ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/reader-correct/headline", ReaderFixture, NULL, reader_set_up, test_headline, reader_tear_down);
  g_test_add ("/reader-correct/date", ReaderFixture, NULL, reader_set_up, test_date, reader_tear_down);
  g_test_add ("/reader-correct/caption", ReaderFixture, NULL, reader_set_up, test_caption, reader_tear_down);
  g_test_add ("/reader-correct/paragraph", ReaderFixture, NULL, reader_set_up, test_paragraph, reader_tear_down);
  return g_test_run ();
}
