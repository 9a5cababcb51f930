/* What people mark in a story, and what they copy of it. */
#include "reader-fixture.h"

#include "library/np-words.h"
#include "ui/reader/np-reader-view.h"

#include <adwaita.h>
#include <string.h>

#define HEADLINE "The last ferry of the season"

static GtkTextView *
get_view (ReaderFixture *fixture)
{
  return GTK_TEXT_VIEW (reader_wait_for (fixture, NP_TYPE_READER_VIEW, NULL, NULL));
}

/* Selects the first appearance of @words. */
static void
select_words (ReaderFixture *fixture, const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (get_view (fixture));
  GtkTextIter from, start, end;

  gtk_text_buffer_get_start_iter (buffer, &from);
  g_assert_true (gtk_text_iter_forward_search (&from, words, GTK_TEXT_SEARCH_TEXT_ONLY, &start, &end, NULL));
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static void
press_h (ReaderFixture *fixture)
{
  GtkWidget *view = GTK_WIDGET (get_view (fixture));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);
  gboolean handled = FALSE;

  gtk_widget_grab_focus (view);
  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_h, 0, 0, &handled);
    }
  reader_run_for (300);
}

static GtkWidget *
get_button (ReaderFixture *fixture, const char *name)
{
  return reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_tooltip, name);
}

static GtkWidget *
get_note (ReaderFixture *fixture)
{
  GtkWidget *popover = reader_wait_for (fixture, GTK_TYPE_POPOVER, NULL, NULL);

  return reader_find_widget (popover, GTK_TYPE_TEXT_VIEW, NULL, NULL);
}

static NpHighlight *
get_highlight (NpArticle *article, guint i)
{
  g_assert_cmpuint (article->highlights->len, >, i);
  return article->highlights->pdata[i];
}

static void
undo (ReaderFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpChange) change = np_library_undo (fixture->library, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
  reader_run_for (400);
}

/* H marks the selection; the mark is on the text and in the file, and undo takes it off both. */
static void
test_mark (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) marked = NULL, undone = NULL;
  NpReaderHighlights *highlights;

  reader_show (fixture, fixture->sample, HEADLINE);
  highlights = np_reader_view_get_highlights (NP_READER_VIEW (get_view (fixture)));
  select_words (fixture, "another in one paragraph");
  press_h (fixture);
  g_assert_cmpuint (np_reader_highlights_count (highlights), ==, 1);
  marked = reader_read_story (fixture, fixture->sample);
  g_assert_cmpstr (get_highlight (marked, 0)->text, ==, "another in one paragraph");
  g_assert_cmpstr (get_highlight (marked, 0)->color, ==, "yellow");
  g_assert_nonnull (get_highlight (marked, 0)->created);
  undo (fixture);
  undone = reader_read_story (fixture, fixture->sample);
  g_assert_cmpuint (undone->highlights->len, ==, 0);
  g_assert_cmpuint (np_reader_highlights_count (highlights), ==, 0);
}

/* The headline is not the story's text: there is nothing to mark. */
static void
test_nothing_to_mark (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = NULL;

  reader_show (fixture, fixture->sample, HEADLINE);
  press_h (fixture);
  select_words (fixture, "Last ferry leaves Linnea");
  press_h (fixture);
  article = reader_read_story (fixture, fixture->sample);
  g_assert_cmpuint (article->highlights->len, ==, 0);
}

/* A second H on what is marked opens it: a note, another colour, and off again. */
static void
test_note (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) noted = NULL, pink = NULL, removed = NULL;

  reader_show (fixture, fixture->sample, HEADLINE);
  select_words (fixture, "another in one paragraph");
  press_h (fixture);
  press_h (fixture);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_note (fixture))), "Who was it?", -1);
  g_signal_emit_by_name (get_button (fixture, "Pink"), "clicked");
  reader_run_for (400);
  gtk_popover_popdown (GTK_POPOVER (reader_wait_for (fixture, GTK_TYPE_POPOVER, NULL, NULL)));
  reader_run_for (400);
  noted = reader_read_story (fixture, fixture->sample);
  g_assert_cmpstr (get_highlight (noted, 0)->note, ==, "Who was it?");
  g_assert_cmpstr (get_highlight (noted, 0)->color, ==, "pink");
  /* the colour that was used last is the next one's */
  select_words (fixture, "It did dry in the end");
  press_h (fixture);
  pink = reader_read_story (fixture, fixture->sample);
  g_assert_cmpstr (get_highlight (pink, 1)->color, ==, "pink");
  press_h (fixture);
  g_signal_emit_by_name (get_button (fixture, "Remove the highlight"), "clicked");
  reader_run_for (400);
  removed = reader_read_story (fixture, fixture->sample);
  g_assert_cmpuint (removed->highlights->len, ==, 1);
  g_assert_cmpstr (get_highlight (removed, 0)->note, ==, "Who was it?");
}

static void
on_written (GObject *provider, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (provider), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

/* What the clipboard holds, as another program would take it. */
static char *
get_copied_html (ReaderFixture *fixture)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (fixture->window));
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean done = FALSE;

  gdk_content_provider_write_mime_type_async (content, "text/html", stream, G_PRIORITY_DEFAULT, NULL, on_written,
                                              &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_output_stream_write (stream, "", 1, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* The whole story: text, headings, links and photos with where they are from, and nothing that could run. */
static void
test_copy (ReaderFixture *fixture, gconstpointer data)
{
  GtkTextView *view;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *html = NULL;
  const char *text;

  reader_show (fixture, fixture->sample, HEADLINE);
  view = get_view (fixture);
  g_signal_emit_by_name (view, "select-all", TRUE);
  g_signal_emit_by_name (view, "copy-clipboard");
  html = get_copied_html (fixture);
  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (gdk_clipboard_get_content (gtk_widget_get_clipboard (fixture->window)), &value,
                                  &error);
  g_assert_no_error (error);
  text = g_value_get_string (&value);
  g_assert_true (g_str_has_prefix (html, "<p>Islands</p>\n<h1>Last ferry leaves Linnea"));
  g_assert_nonnull (strstr (html, "<p><img src=\"https://"));
  g_assert_nonnull (strstr (html, "<h2>What changes on Monday</h2>"));
  g_assert_nonnull (strstr (html, "A line<br>and another in one paragraph. A bad link and a "
                                  "<a href=\"https://good.example/\">good link</a>."));
  g_assert_nonnull (strstr (html, "<pre>for boat in $(cat boats); do<br>"));
  g_assert_nonnull (strstr (html, "The Island Post, <a href=\"https://island.example/ferries/last-boat\">"));
  g_assert_null (strstr (html, "javascript:"));
  g_assert_nonnull (strstr (text, "A line\nand another in one paragraph."));
  g_assert_null (strstr (text, "\xef\xbf\xbc"));
}

/* The highlights of the sample story get notes: two of the same line, one below. */
static void
write_notes (ReaderFixture *fixture)
{
  static const char *const words[] = { "eleven passengers", "four bicycles", "counted on September" };
  g_autoptr (NpArticle) read = reader_read_story (fixture, fixture->sample), article = np_article_copy (read);
  g_autofree char *text = np_highlight_text_of (article->body);
  g_autoptr (NpChange) change = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint start = (guint) g_utf8_pointer_to_offset (text, strstr (text, words[i]));
      NpHighlight *highlight =
          np_highlight_new (text, start, start + (guint) g_utf8_strlen (words[i], -1), np_highlight_list_colors ()[i]);

      highlight->note = g_strdup_printf ("What I think of “%s”, at some length, so that it takes lines", words[i]);
      g_ptr_array_add (article->highlights, highlight);
    }
  change = np_change_new_edit (article, NP_ARTICLE_HIGHLIGHTS);
  g_assert_true (np_library_do (fixture->library, change, NULL));
}

static gboolean
is_note_of (GtkWidget *widget, const char *words)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  return gtk_widget_has_css_class (widget, "np-margin-note") && tooltip != NULL && strstr (tooltip, words) != NULL;
}

static graphene_rect_t
get_bounds (ReaderFixture *fixture, const char *words)
{
  GtkWidget *note = reader_wait_for (fixture, GTK_TYPE_BUTTON, is_note_of, words);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (note, GTK_WIDGET (get_view (fixture)), &bounds));
  return bounds;
}

static void
resize (ReaderFixture *fixture, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 700);
  for (int i = 0; i < 500 && gtk_widget_get_width (fixture->window) != width; i++)
    reader_run_for (10);
  reader_run_for (200);
}

/* Beside their passages, one under the other, and small where there is no room. */
static void
test_margin (ReaderFixture *fixture, gconstpointer data)
{
  GtkTextView *view;
  graphene_rect_t first, second, third;
  GdkRectangle line;
  GtkTextIter at, end;
  int y;

  write_notes (fixture);
  reader_show (fixture, fixture->sample, HEADLINE);
  view = get_view (fixture);
  resize (fixture, 1200);
  first = get_bounds (fixture, "eleven");
  second = get_bounds (fixture, "four");
  third = get_bounds (fixture, "September");
  g_assert_cmpfloat (first.origin.x, >, 1200 - gtk_text_view_get_right_margin (view));
  g_assert_cmpfloat (first.origin.x + first.size.width, <, 1200);
  g_assert_cmpfloat (first.size.width, >, 100);
  g_assert_cmpfloat (second.origin.y, >=, first.origin.y + first.size.height);
  g_assert_cmpfloat (third.origin.y, >=, second.origin.y + second.size.height);
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &at);
  g_assert_true (gtk_text_iter_forward_search (&at, "eleven passengers", 0, &at, &end, NULL));
  gtk_text_view_get_iter_location (view, &at, &line);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, line.y, NULL, &y);
  g_assert_cmpfloat (ABS (first.origin.y - y), <, 3);

  g_signal_emit_by_name (reader_wait_for (fixture, GTK_TYPE_BUTTON, is_note_of, "four"), "clicked");
  reader_run_for (200);
  g_assert_true (gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (view), &at, &end));
  {
    g_autofree char *selected = gtk_text_buffer_get_text (gtk_text_view_get_buffer (view), &at, &end, FALSE);

    g_assert_cmpstr (selected, ==, "four bicycles");
  }
  g_assert_true (reader_has_text (get_note (fixture), "four bicycles"));
  gtk_popover_popdown (GTK_POPOVER (reader_wait_for (fixture, GTK_TYPE_POPOVER, NULL, NULL)));

  resize (fixture, 400);
  first = get_bounds (fixture, "eleven");
  g_assert_cmpfloat (first.size.width, <, 40);
  g_assert_cmpfloat (first.origin.x + first.size.width, <=, 400);
  reader_show (fixture, fixture->lengthy, "Paragraph 1:");
  reader_wait_until_gone (fixture, GTK_TYPE_BUTTON, is_note_of, "eleven");
}

int
main (int argc, char **argv)
{
  reader_isolate_homes ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/reader-highlights/mark", ReaderFixture, NULL, reader_set_up, test_mark, reader_tear_down);
  g_test_add ("/reader-highlights/nothing-to-mark", ReaderFixture, NULL, reader_set_up, test_nothing_to_mark,
              reader_tear_down);
  g_test_add ("/reader-highlights/note", ReaderFixture, NULL, reader_set_up, test_note, reader_tear_down);
  g_test_add ("/reader-highlights/copy", ReaderFixture, NULL, reader_set_up, test_copy, reader_tear_down);
  g_test_add ("/reader-highlights/margin", ReaderFixture, NULL, reader_set_up, test_margin, reader_tear_down);
  return g_test_run ();
}
