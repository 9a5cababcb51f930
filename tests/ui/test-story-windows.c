/* What opens beside a story: its photos, and where it came from. */
#include "reader-fixture.h"

#include "ui/highlights/np-highlights-window.h"
#include "ui/photos/np-photo-desk.h"
#include "ui/photos/np-photo-view.h"
#include "ui/photos/np-photo-viewer.h"
#include "ui/print/np-story-print.h"
#include "ui/story/np-story-about.h"
#include "ui/story/np-story-actions.h"
#include "ui/story/np-story-window.h"

#include <adwaita.h>

#define HEADLINE "The last ferry of the season"

/* The words of a PDF, a form feed after each page. */
static char *
read_pdf (const char *path)
{
  const char *const command[] = { "pdftotext", "-enc", "UTF-8", path, "-", NULL };
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &words, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return g_steal_pointer (&words);
}

static guint
count_pages (const char *words)
{
  guint n = 0;

  for (const char *at = strchr (words, '\f'); at != NULL; at = strchr (at + 1, '\f'))
    n++;
  return n;
}

static void
wait_mapped (GtkWidget *window)
{
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 200 && !gtk_widget_get_mapped (window); i++)
    reader_run_for (10);
  reader_run_for (300);
}

static gboolean
shows (GtkWidget *label, const char *text)
{
  return strstr (gtk_label_get_text (GTK_LABEL (label)), text) != NULL;
}

static void
assert_says (GtkWidget *window, const char *text)
{
  if (reader_find_widget (window, GTK_TYPE_LABEL, shows, text) == NULL)
    g_error ("Nothing says “%s”", text);
}

static void
assert_silent (GtkWidget *window, const char *text)
{
  g_assert_null (reader_find_widget (window, GTK_TYPE_LABEL, shows, text));
}

/* Photos in the order of the story, with the words of each; the first and the last are the ends. */
static void
test_viewer (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = reader_read_story (fixture, fixture->sample);
  GtkWidget *window = np_photo_viewer_new (GTK_WINDOW (fixture->window), fixture->library, NULL, article->figures, 1);

  wait_mapped (window);
  assert_says (window, "The hill from the north quay.");
  assert_says (window, "2 of 4");
  np_photo_viewer_step (NP_PHOTO_VIEWER (window), -1);
  reader_run_for (300);
  assert_says (window, "The bay of Linnea");
  assert_says (window, "Marta Quist/Newsprint Samples");
  np_photo_viewer_step (NP_PHOTO_VIEWER (window), -5);
  assert_says (window, "1 of 4");
  np_photo_viewer_step (NP_PHOTO_VIEWER (window), 99);
  reader_run_for (300);
  assert_says (window, "4 of 4");
  assert_says (window, "The photo cannot be shown"); /* its file is missing */
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_no_photo (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = np_article_new ();

  g_assert_null (np_photo_viewer_new (GTK_WINDOW (fixture->window), fixture->library, "A story", article->figures, 0));
}

/* A photo is never made larger by fitting, and zooming out ends where all of it is seen. */
static void
test_zoom (ReaderFixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new (), *widget = np_photo_view_new ();
  NpPhotoView *view = NP_PHOTO_VIEW (widget);
  guchar pixels[400 * 100 * 3] = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new (pixels, sizeof pixels);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (400, 100, GDK_MEMORY_R8G8B8, bytes, 400 * 3);

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 200);
  np_photo_view_zoom (view, 3); /* nothing to zoom yet */
  np_photo_view_set_texture (view, texture);
  wait_mapped (window);
  g_assert_cmpfloat_with_epsilon (np_photo_view_get_scale (view), 0.5, 0.01);
  np_photo_view_zoom (view, 1);
  g_assert_cmpfloat_with_epsilon (np_photo_view_get_scale (view), 0.625, 0.01);
  np_photo_view_zoom (view, 100);
  g_assert_cmpfloat_with_epsilon (np_photo_view_get_scale (view), 8, 0.01);
  np_photo_view_zoom (view, -100);
  g_assert_cmpfloat_with_epsilon (np_photo_view_get_scale (view), 0.5, 0.01);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_about (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = np_article_new ();
  GtkWidget *window;

  article->url = g_strdup ("https://island.example/a?b=1&c=2");
  article->canonical_url = g_strdup ("https://island.example/a?b=1&c=2");
  article->provenance.final_url = g_strdup ("https://www.island.example/a");
  article->provenance.status = 200;
  article->provenance.content_type = g_strdup ("text/html");
  np_article_set_field_source (article, "headline", "edited");
  np_article_set_field_source (article, "deck", "of-a-later-version");
  g_ptr_array_add (article->diagnostics, g_strdup ("2 <photos> & more could not be fetched"));
  window = np_story_about_new (GTK_WINDOW (fixture->window), fixture->library, article, NULL, NULL);
  wait_mapped (window);
  assert_says (window, "https://island.example/a?b=1&c=2");
  assert_says (window, "https://www.island.example/a");
  assert_says (window, "HTTP 200 · text/html");
  assert_says (window, "Edited by you");
  assert_says (window, "of-a-later-version");
  assert_says (window, "2 <photos> & more could not be fetched");
  assert_silent (window, "The page’s own address");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The PDF has the story's words, captions, credits and address, on more than one page where they do not fit on one. */
static void
test_print (ReaderFixture *fixture, gconstpointer data)
{
  g_autofree char *pdf = g_build_filename (fixture->folder, "story.pdf", NULL);
  g_autofree char *lengthy = g_build_filename (fixture->folder, "lengthy.pdf", NULL);
  const char *const said[] = { "Last ferry leaves Linnea",
                               "By Jonas Ek and Marta Quist",
                               "The bay of Linnea on the last evening",
                               "Marta Quist/Newsprint Samples",
                               "North quay",
                               "https://" };
  g_autofree char *words = NULL, *more = NULL;
  g_autoptr (NpArticle) article = reader_read_story (fixture, fixture->sample), full = NULL;
  g_autoptr (GError) error = NULL;

  np_story_print (NULL, fixture->library, article, pdf, &error);
  g_assert_no_error (error);
  full = reader_read_story (fixture, fixture->lengthy);
  np_story_print (NULL, fixture->library, full, lengthy, &error);
  g_assert_no_error (error);
  words = read_pdf (pdf);
  more = read_pdf (lengthy);
  g_assert_cmpuint (count_pages (more), >=, 6);
  g_assert_cmpuint (count_pages (words), >=, 2);
  g_assert_cmpuint (count_pages (words), <=, 4);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    g_assert_nonnull (strstr (words, said[i]));
}

static void
on_open (GtkWidget *window, const char *story, const char *highlight, char **opened)
{
  g_free (*opened);
  *opened = g_strconcat (story, "/", highlight, NULL);
}

static void
mark (ReaderFixture *fixture, const char *id, guint start, guint end, const char *note)
{
  g_autoptr (NpArticle) article = reader_read_story (fixture, id);
  g_autofree char *text = np_highlight_text_of (article->body);
  NpHighlight *highlight = np_highlight_new (text, start, end, "green");
  g_autoptr (NpChange) change = NULL;
  g_autoptr (GError) error = NULL;

  highlight->note = g_strdup (note);
  g_free (highlight->id);
  highlight->id = g_strdup (note);
  g_ptr_array_add (article->highlights, highlight);
  change = np_change_new_edit (article, NP_ARTICLE_HIGHLIGHTS);
  np_library_do (fixture->library, change, &error);
  g_assert_no_error (error);
}

/* Highlights of all stories, of a topic and of a story; found by their words and notes; followed as they change. */
static void
test_highlights (ReaderFixture *fixture, gconstpointer data)
{
  g_autofree char *opened = NULL;
  GtkWidget *window = np_highlights_window_new (GTK_WINDOW (fixture->window), fixture->library, NULL, fixture->sample);
  GtkWidget *entry, *scope;

  g_signal_connect (window, "open", G_CALLBACK (on_open), &opened);
  wait_mapped (window);
  assert_says (window, "No Highlights");
  mark (fixture, fixture->sample, 4, 14, "the first note");
  mark (fixture, fixture->lengthy, 0, 10, "the second note");
  reader_run_for (800);
  assert_says (window, "the first note");
  assert_says (window, "the second note");
  assert_says (window, "last ferry");
  entry = reader_find_widget (window, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "FIRST");
  reader_run_for (600);
  assert_says (window, "the first note");
  assert_silent (window, "the second note");
  gtk_editable_set_text (GTK_EDITABLE (entry), "zebra");
  reader_run_for (600);
  assert_says (window, "Nothing Found");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  scope = reader_find_widget (window, GTK_TYPE_DROP_DOWN, NULL, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (scope), 1);
  reader_run_for (600);
  assert_says (window, "the first note");
  assert_silent (window, "the second note");
  g_signal_emit_by_name (reader_find_widget (window, GTK_TYPE_LIST_VIEW, NULL, NULL), "activate", 0);
  g_assert_nonnull (opened);
  g_assert_true (g_str_has_suffix (opened, "/the first note"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
on_open_story (GtkWidget *window, const char *story, char **opened)
{
  g_free (*opened);
  *opened = g_strdup (story);
}

/* Each photo once, found by its words and by its credit, and the way to its story. */
static void
test_desk (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, NULL);
  g_autofree char *opened = NULL;
  GtkWidget *window = np_photo_desk_new (GTK_WINDOW (fixture->window), fixture->library, query), *entry, *credits;

  g_signal_connect (window, "open", G_CALLBACK (on_open_story), &opened);
  wait_mapped (window);
  reader_run_for (800);
  assert_says (window, "The hill from the north quay.");
  assert_says (window, "Marta Quist/Newsprint Samples");
  entry = reader_find_widget (window, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "LIGHTHOUSE");
  reader_run_for (600);
  assert_silent (window, "The hill from the north quay.");
  assert_says (window, "The bay of Linnea");
  gtk_editable_set_text (GTK_EDITABLE (entry), "zebra");
  reader_run_for (600);
  assert_says (window, "No Photos");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  reader_run_for (600);
  credits = reader_find_widget (window, GTK_TYPE_DROP_DOWN, NULL, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (credits), 1); /* the first by name: Archive */
  reader_run_for (600);
  assert_silent (window, "The bay of Linnea");
  g_signal_emit_by_name (reader_find_widget (window, GTK_TYPE_BUTTON, reader_has_tooltip, "Open the story"), "clicked");
  g_assert_cmpstr (opened, ==, fixture->sample);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A story in its own window can be corrected and marked like any other, and changes with the library. */
static void
test_window (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpSettings) settings = np_settings_new ();
  GtkWidget *window = np_story_window_new (NULL, fixture->library, settings, fixture->sample), *view;

  wait_mapped (window);
  reader_run_for (800);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   "Last ferry leaves Linnea after the longest summer on record");
  view = reader_find_widget (window, g_type_from_name ("NpReaderView"), reader_has_text, HEADLINE);
  g_assert_nonnull (view);
  g_assert_true (gtk_widget_activate_action (view, "reader.correct-part", "s", "deck"));
  mark (fixture, fixture->sample, 4, 14, "from elsewhere");
  reader_run_for (500);
  gtk_window_destroy (GTK_WINDOW (window));
  reader_run_for (100);
}

/* Click or Enter on a photo opens the viewer there. */
static void
test_actions (ReaderFixture *fixture, gconstpointer data)
{
  GtkWidget *photo;
  GListModel *windows = gtk_window_get_toplevels ();
  guint before;

  np_story_actions_install (fixture->window, fixture->reader);
  reader_show (fixture, fixture->sample, HEADLINE);
  reader_run_for (500);
  before = g_list_model_get_n_items (windows);
  photo = reader_wait_for (fixture, g_type_from_name ("NpReaderPhoto"), NULL, NULL);
  g_assert_true (gtk_widget_activate_action (photo, "story.photo", "u", 1));
  reader_run_for (500);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (NP_IS_PHOTO_VIEWER (window))
        {
          assert_says (GTK_WIDGET (window), "2 of 4");
          gtk_window_destroy (window);
          break;
        }
    }
}

int
main (int argc, char **argv)
{
  reader_isolate_homes ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/story-windows/viewer", ReaderFixture, NULL, reader_set_up, test_viewer, reader_tear_down);
  g_test_add ("/story-windows/no-photo", ReaderFixture, NULL, reader_set_up, test_no_photo, reader_tear_down);
  g_test_add ("/story-windows/zoom", ReaderFixture, NULL, reader_set_up, test_zoom, reader_tear_down);
  g_test_add ("/story-windows/about", ReaderFixture, NULL, reader_set_up, test_about, reader_tear_down);
  g_test_add ("/story-windows/print", ReaderFixture, NULL, reader_set_up, test_print, reader_tear_down);
  g_test_add ("/story-windows/highlights", ReaderFixture, NULL, reader_set_up, test_highlights, reader_tear_down);
  g_test_add ("/story-windows/desk", ReaderFixture, NULL, reader_set_up, test_desk, reader_tear_down);
  g_test_add ("/story-windows/window", ReaderFixture, NULL, reader_set_up, test_window, reader_tear_down);
  g_test_add ("/story-windows/actions", ReaderFixture, NULL, reader_set_up, test_actions, reader_tear_down);
  return g_test_run ();
}
