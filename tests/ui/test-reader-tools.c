/* What people do with a story besides reading it through. */
#include "reader-fixture.h"

#include "ui/reader/np-reader-find.h"
#include "ui/reader/np-reader-links.h"
#include "ui/reader/np-reader-view.h"

#include <adwaita.h>

static GtkTextView *
get_view (ReaderFixture *fixture)
{
  return GTK_TEXT_VIEW (reader_wait_for (fixture, NP_TYPE_READER_VIEW, NULL, NULL));
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
}

/* Whether the first line that holds @words can be seen. */
static gboolean
is_in_sight (ReaderFixture *fixture, const char *words)
{
  GtkTextView *view = get_view (fixture);
  GdkRectangle visible, at;
  GtkTextIter from, start;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &from);
  g_assert_true (gtk_text_iter_forward_search (&from, words, GTK_TEXT_SEARCH_TEXT_ONLY, &start, NULL, NULL));
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_location (view, &start, &at);
  return at.y >= visible.y && at.y + at.height <= visible.y + visible.height;
}

static void
wait_to_see (ReaderFixture *fixture, const char *words)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!is_in_sight (fixture, words))
    {
      if (g_get_monotonic_time () > end)
        g_error ("“%s” does not come into sight", words);
      reader_run_for (10);
    }
  /* and stays there */
  reader_run_for (200);
  g_assert_true (is_in_sight (fixture, words));
}

/* To the note and back by the note's own link, and by the button. */
static void
test_footnote (ReaderFixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer;
  GtkTextIter at;

  reader_show (fixture, fixture->footnotes, "Linnea II");
  buffer = gtk_text_view_get_buffer (get_view (fixture));
  g_assert_false (is_enabled (fixture, "jump-back"));
  activate (fixture, "jump", "no-such-name");
  g_assert_false (is_enabled (fixture, "jump-back"));

  np_reader_view_go (NP_READER_VIEW (get_view (fixture)), 0);
  wait_to_see (fixture, "What the boats");
  gtk_text_buffer_get_start_iter (buffer, &at);
  g_assert_true (gtk_text_iter_forward_search (&at, "Paragraph 20", GTK_TEXT_SEARCH_TEXT_ONLY, &at, NULL, NULL));
  np_reader_view_go (NP_READER_VIEW (get_view (fixture)), gtk_text_iter_get_offset (&at));
  wait_to_see (fixture, "Paragraph 21");

  activate (fixture, "jump", "n1");
  wait_to_see (fixture, "Linnea II");
  g_assert_false (is_in_sight (fixture, "Paragraph 21"));
  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_char (&at), ==, 'T');
  g_assert_true (is_enabled (fixture, "jump-back"));
  activate (fixture, "jump", "r1");
  wait_to_see (fixture, "Paragraph 21");
  g_assert_true (is_in_sight (fixture, "Paragraph 20:"));
  g_assert_false (is_enabled (fixture, "jump-back"));

  activate (fixture, "jump", "n1");
  wait_to_see (fixture, "Linnea II");
  g_signal_emit_by_name (
      reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_tooltip, "Back from the footnote (Backspace)"), "clicked");
  wait_to_see (fixture, "Paragraph 21");

  activate (fixture, "jump", "n1");
  reader_show (fixture, fixture->sample, "The last ferry of the season");
  g_assert_false (is_enabled (fixture, "jump-back"));
}

/* A footnote's number is a link for mouse and keyboard, and says what the note says. */
static void
test_footnote_keys (ReaderFixture *fixture, gconstpointer data)
{
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextIter at, end;

  reader_show (fixture, fixture->footnotes, "Linnea II");
  view = get_view (fixture);
  buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_get_start_iter (buffer, &at);
  gtk_text_buffer_place_cursor (buffer, &at);
  g_assert_true (np_reader_links_find_next (buffer, FALSE, &at, &end));
  g_assert_cmpstr (np_reader_links_find_at (&at), ==, "#n1");
  np_reader_link_open (GTK_WIDGET (view), np_reader_links_find_at (&at));
  wait_to_see (fixture, "Linnea II");
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_label (child, text) != NULL)
      return find_label (child, text);
  return NULL;
}

/* All of it, up and down as well as to the sides, and with marked words. */
static gboolean
is_cell_in_sight (ReaderFixture *fixture, const char *text)
{
  GtkWidget *label = find_label (GTK_WIDGET (get_view (fixture)), text), *page = GTK_WIDGET (get_view (fixture));
  GtkWidget *table = gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t of_page, of_table;

  return gtk_widget_compute_bounds (label, page, &of_page) && gtk_widget_compute_bounds (label, table, &of_table)
         && of_page.origin.y >= 0 && of_page.origin.y + of_page.size.height <= gtk_widget_get_height (page)
         && of_table.origin.x >= 0 && of_table.origin.x + of_table.size.width <= gtk_widget_get_width (table) + 1
         && gtk_label_get_attributes (GTK_LABEL (label)) != NULL;
}

/* What is found in a table comes into sight, marked. */
static void
test_find_in_table (ReaderFixture *fixture, gconstpointer data)
{
  static const char words[] = "What the harbour office says about it";
  NpReaderFind *find;

  reader_show (fixture, fixture->sample, "The last ferry of the season");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 400);
  reader_run_for (200);
  np_reader_start_find (fixture->reader);
  find = NP_READER_FIND (reader_wait_for (fixture, NP_TYPE_READER_FIND, NULL, NULL));
  np_reader_find_set_text (find, "says about");
  g_assert_cmpuint (np_reader_find_get_count (find), ==, 1);
  for (int i = 0; i < 1000 && !is_cell_in_sight (fixture, words); i++)
    reader_run_for (10);
  g_assert_true (is_cell_in_sight (fixture, words));
  np_reader_find_stop (find);
  g_assert_null (gtk_label_get_attributes (GTK_LABEL (find_label (GTK_WIDGET (get_view (fixture)), words))));
}

int
main (int argc, char **argv)
{
  reader_isolate_homes ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/reader-tools/footnote", ReaderFixture, NULL, reader_set_up, test_footnote, reader_tear_down);
  g_test_add ("/reader-tools/footnote-keys", ReaderFixture, NULL, reader_set_up, test_footnote_keys, reader_tear_down);
  g_test_add ("/reader-tools/find-in-table", ReaderFixture, NULL, reader_set_up, test_find_in_table, reader_tear_down);
  return g_test_run ();
}
