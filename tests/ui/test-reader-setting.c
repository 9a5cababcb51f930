/* How a story is set: which way it stands, where its words break, and what waits while stories pass by. */
#include "reader-fixture.h"

#include "reader-sample.h"
#include "ui/reader/np-reader-direction.h"
#include "ui/reader/np-reader-end.h"
#include "ui/reader/np-reader-view.h"

#include <adwaita.h>

/* --- which way --- */

static void
test_direction (void)
{
  const struct
  {
    const char *name, *text;
    GtkTextDirection start, all;
  } rows[] = {
    { "english", "The last ferry", GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_LTR },
    { "hebrew", "המעבורת האחרונה", GTK_TEXT_DIR_RTL, GTK_TEXT_DIR_RTL },
    { "arabic", "آخر عبّارة", GTK_TEXT_DIR_RTL, GTK_TEXT_DIR_RTL },
    { "persian with a name first", "Linnea آخرین کشتی فصل جزیره را ترک کرد", GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL },
    { "english with a name first", "שלום is how they greet the last ferry", GTK_TEXT_DIR_RTL, GTK_TEXT_DIR_LTR },
    { "digits", "12:30, 2018", GTK_TEXT_DIR_NONE, GTK_TEXT_DIR_NONE },
    { "digits first", "11 נוסעים", GTK_TEXT_DIR_RTL, GTK_TEXT_DIR_RTL },
    { "nothing", "", GTK_TEXT_DIR_NONE, GTK_TEXT_DIR_NONE },
    { "chinese", "最后一班渡轮", GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_LTR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *ltr = np_reader_direction_mark (rows[i].text, GTK_TEXT_DIR_LTR);
      g_autofree char *rtl = np_reader_direction_mark (rows[i].text, GTK_TEXT_DIR_RTL);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (np_reader_direction_of_start (rows[i].text), ==, rows[i].start);
      g_assert_cmpint (np_reader_direction_of_text (rows[i].text), ==, rows[i].all);
      g_assert_true (g_str_has_suffix (ltr, rows[i].text) && g_str_has_suffix (rtl, rows[i].text));
      g_assert_true (g_str_has_prefix (ltr, "\u200E") == (rows[i].start != GTK_TEXT_DIR_LTR));
      g_assert_true (g_str_has_prefix (rtl, "\u200F") == (rows[i].start != GTK_TEXT_DIR_RTL));
    }
}

static GtkTextView *
find_view (ReaderFixture *fixture)
{
  return GTK_TEXT_VIEW (reader_wait_for (fixture, NP_TYPE_READER_VIEW, NULL, NULL));
}

/* Where the line with @text begins, from the left of the view; and where its last letter ends. */
static void
find_line (GtkTextView *view, const char *text, int *left, int *right)
{
  GtkTextIter at, start, end;
  GdkRectangle first, last;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &at);
  g_assert_true (gtk_text_iter_forward_search (&at, text, GTK_TEXT_SEARCH_TEXT_ONLY, &start, &end, NULL));
  gtk_text_iter_set_line_offset (&start, 0);
  gtk_text_iter_forward_to_line_end (&end);
  gtk_text_view_get_iter_location (view, &start, &first);
  gtk_text_view_get_iter_location (view, &end, &last);
  *left = MIN (first.x, last.x);
  *right = MAX (first.x, last.x);
}

/* Where a text stands, from the left of the view. */
static int
find_left (GtkTextView *view, const char *text)
{
  GtkTextIter at, start;
  GdkRectangle area;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &at);
  g_assert_true (gtk_text_iter_forward_search (&at, text, GTK_TEXT_SEARCH_TEXT_ONLY, &start, NULL, NULL));
  gtk_text_view_get_iter_location (view, &start, &area);
  return area.x;
}

static GtkTextDirection
direction_of (ReaderFixture *fixture, GType type, ReaderIs is, const char *text)
{
  return gtk_widget_get_direction (reader_wait_for (fixture, type, is, text));
}

/* Head and foot of a story stand as it does, whichever way the window does. */
static void
test_head_and_foot (ReaderFixture *fixture, gconstpointer data)
{
  GtkTextView *view;
  int left, right;

  reader_show (fixture, fixture->arabic, "آخر عبّارة");
  view = find_view (fixture);
  find_line (view, "min", &left, &right);
  g_assert_cmpint (right, >, gtk_widget_get_width (GTK_WIDGET (view)) / 2);
  g_assert_cmpint (ABS (right - (gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_right_margin (view))), <,
                   3);
  /* From the right: site, date, length; in each of them the words as they are read. */
  g_assert_cmpint (find_left (view, "May"), <, find_left (view, "بريد"));
  g_assert_cmpint (find_left (view, "May"), <, find_left (view, "2018"));
  g_assert_cmpint (find_left (view, "min"), <, find_left (view, "May"));
  g_assert_cmpint (find_left (view, "1\u00a0min"), <, find_left (view, "min"));
  g_assert_cmpint (direction_of (fixture, GTK_TYPE_LABEL, reader_has_label, "Related Topics"), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (direction_of (fixture, GTK_TYPE_LABEL, reader_has_label, "Ferries"), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (direction_of (fixture, GTK_TYPE_LABEL, reader_has_label, "Related Stories"), ==, GTK_TEXT_DIR_RTL);

  reader_show (fixture, fixture->sample, "The last ferry of the season");
  view = find_view (fixture);
  find_line (view, "min", &left, &right);
  g_assert_cmpint (ABS (left - gtk_text_view_get_left_margin (view)), <, 3);
  g_assert_cmpint (direction_of (fixture, GTK_TYPE_LABEL, reader_has_label, "Related Topics"), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (direction_of (fixture, GTK_TYPE_LABEL, reader_has_label, "Islands"), ==, GTK_TEXT_DIR_LTR);
}

/* --- stories that pass by --- */

static gboolean
has_end (ReaderFixture *fixture)
{
  return reader_find_widget (GTK_WIDGET (fixture->reader), NP_TYPE_READER_END, NULL, NULL) != NULL;
}

static void
wait_for_story (ReaderFixture *fixture, const char *id)
{
  np_reader_show_story (fixture->reader, id);
  while (np_reader_get_article (fixture->reader) == NULL
         || g_strcmp0 (np_reader_get_article (fixture->reader)->id, id) != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* What comes after a story comes with the one that stays, and is that one's. */
static void
test_passing (ReaderFixture *fixture, gconstpointer data)
{
  reader_show (fixture, fixture->footnotes, "");
  reader_run_for (400);
  g_assert_true (has_end (fixture));
  for (guint i = 0; i < 6; i++)
    wait_for_story (fixture, i % 2 == 0 ? fixture->arabic : fixture->sample);
  reader_wait_for (fixture, NP_TYPE_READER_END, NULL, NULL);
  reader_wait_for (fixture, GTK_TYPE_LABEL, reader_has_label, "Islands");
  reader_wait_for (fixture, GTK_TYPE_TEXT_VIEW, reader_has_text, "The last ferry of the season");
}

/* --- where words break --- */

typedef struct
{
  GtkWidget *window;
  NpReaderView *view;
} Page;

static void
show_word (Page *page, const char *language, NpBlockType type, const char *word)
{
  g_autoptr (NpArticle) article = np_article_new ();
  g_autoptr (NpReaderStyle) style = np_reader_style_new ();

  article->language = g_strdup (language);
  g_ptr_array_add (article->body, np_block_new_text (type, word));
  page->window = gtk_window_new ();
  page->view = NP_READER_VIEW (np_reader_view_new (style));
  gtk_window_set_child (GTK_WINDOW (page->window), GTK_WIDGET (page->view));
  gtk_window_set_default_size (GTK_WINDOW (page->window), 260, 500);
  gtk_window_present (GTK_WINDOW (page->window));
  np_reader_view_show (page->view, article);
  reader_run_for (200);
}

/* How much wider the last letter of the first line of @word is than the same letter before it: as wide as a hyphen. */
static int
measure_hyphen (Page *page, const char *word)
{
  GtkTextView *view = GTK_TEXT_VIEW (page->view);
  g_autofree char *beginning = g_utf8_substring (word, 0, 8);
  GdkRectangle last, first;
  GtkTextIter at, start, end;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &at);
  g_assert_true (gtk_text_iter_forward_search (&at, beginning, 0, &start, NULL, NULL));
  end = start;
  g_assert_true (gtk_text_view_forward_display_line_end (view, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&end), <,
                   gtk_text_iter_get_offset (&start) + g_utf8_strlen (word, -1) - 2);
  gtk_text_view_get_iter_location (view, &start, &first);
  gtk_text_view_get_iter_location (view, &end, &last);
  g_assert_cmpint (first.y, ==, last.y);
  return last.width - first.width;
}

/* A word that is wider than the column breaks with a hyphen where its script has hyphens; code never does. */
static void
test_hyphens (void)
{
  const struct
  {
    const char *name, *language;
    NpBlockType type;
    const char *letter;
    gboolean hyphen;
  } rows[] = {
    { "german", "de", NP_BLOCK_PARAGRAPH, "m", TRUE },      { "finnish", "fi", NP_BLOCK_PARAGRAPH, "a", TRUE },
    { "no language", NULL, NP_BLOCK_PARAGRAPH, "e", TRUE }, { "russian", "ru", NP_BLOCK_PARAGRAPH, "ж", TRUE },
    { "greek", "el", NP_BLOCK_PARAGRAPH, "ω", TRUE },       { "chinese", "zh-Hans", NP_BLOCK_PARAGRAPH, "国", FALSE },
    { "japanese", "ja", NP_BLOCK_PARAGRAPH, "の", FALSE },  { "code", "en", NP_BLOCK_PREFORMATTED, "m", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) word = g_string_new (NULL);
      Page page;
      int hyphen;

      for (guint letter = 0; letter < 90; letter++)
        g_string_append (word, rows[i].letter);
      show_word (&page, rows[i].language, rows[i].type, word->str);
      hyphen = measure_hyphen (&page, word->str);
      g_test_message ("%s: %d", rows[i].name, hyphen);
      if (rows[i].hyphen)
        g_assert_cmpint (hyphen, >, 2);
      else
        g_assert_cmpint (hyphen, <=, 1); /* a place is rounded to a whole pixel */
      gtk_window_destroy (GTK_WINDOW (page.window));
      reader_run_for (20);
    }
}

#define ADD(path, function) g_test_add (path, ReaderFixture, NULL, reader_set_up, function, reader_tear_down)

int
main (int argc, char **argv)
{
  reader_isolate_homes ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/reader-setting/direction", test_direction);
  ADD ("/reader-setting/head-and-foot", test_head_and_foot);
  ADD ("/reader-setting/passing", test_passing);
  g_test_add_func ("/reader-setting/hyphens", test_hyphens);
  return g_test_run ();
}
