/* The older versions of a story, as rows and word by word. */
#include "reader-fixture.h"

#include "ui/np-format.h"
#include "ui/story/np-diff-view.h"
#include "ui/story/np-story-about.h"
#include "ui/story/np-version-window.h"

#include <adwaita.h>

#define ADDED "Nobody was told."

/* The story of the fixture with three new words at its end. */
static NpArticle *
renew (ReaderFixture *fixture)
{
  g_autoptr (NpArticle) before = reader_read_story (fixture, fixture->sample), after = np_article_copy (before);
  g_autoptr (NpChange) update = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (after->body, np_block_new_text (NP_BLOCK_PARAGRAPH, ADDED));
  update = np_change_new_update (after);
  np_library_do (fixture->library, update, &error);
  g_assert_no_error (error);
  return reader_read_story (fixture, fixture->sample);
}

static gboolean
says (GtkWidget *label, const char *text)
{
  return strstr (gtk_label_get_text (GTK_LABEL (label)), text) != NULL;
}

static void
wait_until_says (GtkWidget *window, const char *text)
{
  for (guint i = 0; i < 500 && reader_find_widget (window, GTK_TYPE_LABEL, says, text) == NULL; i++)
    reader_run_for (10);
  if (reader_find_widget (window, GTK_TYPE_LABEL, says, text) == NULL)
    g_error ("Nothing says “%s”", text);
}

static void
keep (NpChange *change, gpointer data)
{
  g_set_object ((NpChange **) data, change);
}

static void
on_change (GtkWidget *window, NpChange *change, gpointer data)
{
  keep (change, data);
}

static void
test_about (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = renew (fixture);
  g_autoptr (NpChange) wanted = NULL;
  GtkWidget *window = np_story_about_new (GTK_WINDOW (fixture->window), fixture->library, article, keep, &wanted);

  gtk_window_present (GTK_WINDOW (window));
  wait_until_says (window, "Older Versions");
  wait_until_says (window, "Until ");
  wait_until_says (window, "3 words added");
  wait_until_says (window, "Then the page had a new version");
  g_assert_null (wanted);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_window (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = renew (fixture);
  g_autoptr (GPtrArray) versions = np_library_list_versions (fixture->library, article->id, NULL);
  g_autoptr (NpChange) wanted = NULL;
  GtkWidget *window = np_version_window_new (GTK_WINDOW (fixture->window), fixture->library, article->id, versions, 0),
            *view;

  g_signal_connect (window, "change", G_CALLBACK (on_change), &wanted);
  gtk_window_present (GTK_WINDOW (window));
  wait_until_says (window, "3 words added");
  view = reader_find_widget (window, NP_TYPE_DIFF_VIEW, NULL, NULL);
  g_assert_cmpuint (np_diff_view_get_n_changes (NP_DIFF_VIEW (view)), ==, 1);
  gtk_widget_activate (reader_find_widget (window, GTK_TYPE_BUTTON, reader_has_tooltip, "Next Change"));
  wait_until_says (window, "1 of 1: Added: “" ADDED "”");
  gtk_widget_activate (
      reader_find_widget (window, GTK_TYPE_BUTTON, reader_has_tooltip, "Make this version the present text again"));
  for (guint i = 0; i < 500 && wanted == NULL; i++)
    reader_run_for (10);
  g_assert_cmpint (np_change_get_kind (wanted), ==, NP_CHANGE_RESTORE_VERSION);
  g_assert_cmpstr (np_change_get_name (wanted), ==, ((NpVersion *) article->versions->pdata[0])->file);
}

/* A version whose file is gone is told of. */
static void
test_gone (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = renew (fixture);
  g_autofree char *file = np_library_get_file (fixture->library, ((NpVersion *) article->versions->pdata[0])->file);
  g_autoptr (GPtrArray) versions = np_library_list_versions (fixture->library, article->id, NULL);
  g_autoptr (GFile) gone = g_file_new_for_path (file);
  GtkWidget *window;

  g_assert_true (g_file_delete (gone, NULL, NULL));
  window = np_version_window_new (GTK_WINDOW (fixture->window), fixture->library, article->id, versions, 0);
  gtk_window_present (GTK_WINDOW (window));
  wait_until_says (window, "There is no such file");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_words (void)
{
  static const struct
  {
    guint added, removed;
    gboolean photos;
    const char *words;
  } rows[] = {
    { 0, 0, FALSE, "Only punctuation or spaces changed" },
    { 1, 0, FALSE, "1 word added" },
    { 2, 1, FALSE, "2 words added, 1 word removed" },
    { 0, 3, TRUE, "3 words removed, other photos" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = np_format_changes (rows[i].added, rows[i].removed, rows[i].photos);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

int
main (int argc, char **argv)
{
  reader_isolate_homes ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/version-window/about", ReaderFixture, NULL, reader_set_up, test_about, reader_tear_down);
  g_test_add ("/version-window/window", ReaderFixture, NULL, reader_set_up, test_window, reader_tear_down);
  g_test_add ("/version-window/gone", ReaderFixture, NULL, reader_set_up, test_gone, reader_tear_down);
  g_test_add_func ("/version-window/words", test_words);
  return g_test_run ();
}
