#include "reader-fixture.h"

#include "reader-sample.h"

#include "store/np-store.h"

#include <adwaita.h>

void
reader_run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static void
on_open_story (NpReader *reader, const char *id, ReaderFixture *fixture)
{
  g_free (fixture->opened);
  fixture->opened = g_strdup (id);
}

static void
on_search_topic (NpReader *reader, const char *key, ReaderFixture *fixture)
{
  g_free (fixture->searched);
  fixture->searched = g_strdup (key);
}

static gboolean
on_change (NpReader *reader, NpChange *change, ReaderFixture *fixture)
{
  g_set_object (&fixture->change, change);
  return fixture->handle;
}

static char *
add (NpStore *store, NpArticle *article)
{
  g_autoptr (NpArticle) owned = article;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = np_store_add_article (store, owned, &error);

  g_assert_no_error (error);
  g_assert_nonnull (path);
  return g_strdup (owned->id);
}

static void
fill (ReaderFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpStore) store = np_store_open (fixture->folder, NP_STORE_NONE, &error);
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();
  NpArticle *sample = reader_sample_new (), *arabic = reader_sample_new_arabic ();

  g_assert_no_error (error);
  np_topic_tree_add (tree, "Ferries", NULL, &error);
  np_topic_tree_add (tree, "Islands", NULL, &error);
  np_topic_tree_add (tree, "Harbours", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (np_store_write_topics (store, tree, &error));
  g_ptr_array_add (sample->topics, g_strdup ("ferries"));
  g_ptr_array_add (sample->topics, g_strdup ("islands"));
  g_ptr_array_add (sample->keywords, g_strdup ("Linnea"));
  g_ptr_array_add (sample->keywords, g_strdup ("Winter timetables"));
  g_ptr_array_add (arabic->topics, g_strdup ("ferries"));
  fixture->sample = add (store, sample);
  fixture->arabic = add (store, arabic);
  fixture->lengthy = add (store, reader_sample_new_long (6000));
  fixture->footnotes = add (store, reader_sample_new_footnotes ());
  np_store_close (store);
  reader_sample_write_photos (fixture->folder);
}

void
reader_set_up (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("newsprint-reader-XXXXXX", NULL);
  fill (fixture);
  fixture->library = np_library_open (fixture->folder, NP_LIBRARY_NONE, &error);
  g_assert_no_error (error);
  np_library_refresh (fixture->library, FALSE, NULL, &error);
  g_assert_no_error (error);
  fixture->reader = NP_READER (np_reader_new (fixture->library));
  g_signal_connect (fixture->reader, "open-story", G_CALLBACK (on_open_story), fixture);
  g_signal_connect (fixture->reader, "search-topic", G_CALLBACK (on_search_topic), fixture);
  g_signal_connect (fixture->reader, "change", G_CALLBACK (on_change), fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->reader));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  reader_run_for (100);
}

void
reader_tear_down (ReaderFixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  reader_run_for (50);
  np_library_close (fixture->library);
  g_assert_finalize_object (fixture->library);
  g_clear_object (&fixture->change);
  g_free (fixture->folder);
  g_free (fixture->sample);
  g_free (fixture->arabic);
  g_free (fixture->lengthy);
  g_free (fixture->footnotes);
  g_free (fixture->opened);
  g_free (fixture->searched);
}

/* The first widget of @type below @widget, in the order of the tree, for which @is holds. */
GtkWidget *
reader_find_widget (GtkWidget *widget, GType type, gboolean (*is) (GtkWidget *, const char *), const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget) && (is == NULL || is (widget, text)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = reader_find_widget (child, type, is, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
reader_has_tooltip (GtkWidget *widget, const char *text)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

gboolean
reader_has_label (GtkWidget *widget, const char *text)
{
  GtkWidget *child = reader_find_widget (widget, GTK_TYPE_LABEL, NULL, NULL);

  return child != NULL && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), text);
}

gboolean
reader_has_text (GtkWidget *widget, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  GtkTextIter start, end;
  g_autofree char *all = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  all = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return strstr (all, text) != NULL;
}

GtkWidget *
reader_wait_for (ReaderFixture *fixture, GType type, gboolean (*is) (GtkWidget *, const char *), const char *text)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  GtkWidget *found;

  while ((found = reader_find_widget (GTK_WIDGET (fixture->reader), type, is, text)) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("There is no %s of “%s”", g_type_name (type), text);
      reader_run_for (10);
    }
  return found;
}

void
reader_wait_until_gone (ReaderFixture *fixture, GType type, gboolean (*is) (GtkWidget *, const char *),
                        const char *text)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (reader_find_widget (GTK_WIDGET (fixture->reader), type, is, text) != NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("The %s of “%s” stays", g_type_name (type), text);
      reader_run_for (10);
    }
}

void
reader_show (ReaderFixture *fixture, const char *id, const char *text)
{
  np_reader_show_story (fixture->reader, id);
  g_assert_cmpstr (np_reader_get_story_id (fixture->reader), ==, id);
  reader_wait_for (fixture, GTK_TYPE_TEXT_VIEW, reader_has_text, text);
  reader_run_for (100);
}

NpArticle *
reader_read_story (ReaderFixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  NpArticle *article = np_library_read_article (fixture->library, id, &error);

  g_assert_no_error (error);
  return article;
}

/* G_TEST_OPTION_ISOLATE_DIRS would hide the system's media types as well, without which GTK can't load its icons. */
void
reader_isolate_homes (void)
{
  static const char *const names[] = { "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME" };
  g_autofree char *home = g_dir_make_tmp ("newsprint-home-XXXXXX", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_setenv (names[i], home, TRUE);
}
