/* The reader with a library: stories one after the other, their topics, related stories, places, and what goes wrong.
 * With NP_SCREENSHOTS set to a folder it also draws what it shows into files there. */
#include "reader-sample.h"

#include "store/np-store.h"
#include "ui/reader/np-reader.h"

#include <adwaita.h>

typedef struct
{
  char *folder;
  NpLibrary *library;
  GtkWidget *window;
  NpReader *reader;
  char *sample; /* ids */
  char *arabic;
  char *lengthy;
  char *opened; /* what the signals said last */
  char *searched;
  NpChange *change;
  gboolean handle; /* whether "change" is handled */
} Fixture;

static void
run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static void
on_open_story (NpReader *reader, const char *id, Fixture *fixture)
{
  g_free (fixture->opened);
  fixture->opened = g_strdup (id);
}

static void
on_search_topic (NpReader *reader, const char *key, Fixture *fixture)
{
  g_free (fixture->searched);
  fixture->searched = g_strdup (key);
}

static gboolean
on_change (NpReader *reader, NpChange *change, Fixture *fixture)
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
fill (Fixture *fixture)
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
  np_store_close (store);
  reader_sample_write_photos (fixture->folder);
}

static void
set_up (Fixture *fixture, gconstpointer data)
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
  run_for (100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  run_for (50);
  np_library_close (fixture->library);
  g_assert_finalize_object (fixture->library);
  g_clear_object (&fixture->change);
  g_free (fixture->folder);
  g_free (fixture->sample);
  g_free (fixture->arabic);
  g_free (fixture->lengthy);
  g_free (fixture->opened);
  g_free (fixture->searched);
}

/* The first widget of @type below @widget, in the order of the tree, for which @is holds. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type, gboolean (*is) (GtkWidget *, const char *), const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget) && (is == NULL || is (widget, text)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, is, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_tooltip (GtkWidget *widget, const char *text)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

static gboolean
has_label (GtkWidget *widget, const char *text)
{
  GtkWidget *child = find_widget (widget, GTK_TYPE_LABEL, NULL, NULL);

  return child != NULL && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), text);
}

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  GtkTextIter start, end;
  g_autofree char *all = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  all = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return strstr (all, text) != NULL;
}

static GtkWidget *
wait_for (Fixture *fixture, GType type, gboolean (*is) (GtkWidget *, const char *), const char *text)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  GtkWidget *found;

  while ((found = find_widget (GTK_WIDGET (fixture->reader), type, is, text)) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("There is no %s of “%s”", g_type_name (type), text);
      run_for (10);
    }
  return found;
}

static void
wait_until_gone (Fixture *fixture, GType type, gboolean (*is) (GtkWidget *, const char *), const char *text)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (find_widget (GTK_WIDGET (fixture->reader), type, is, text) != NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("The %s of “%s” stays", g_type_name (type), text);
      run_for (10);
    }
}

static void
show (Fixture *fixture, const char *id, const char *text)
{
  np_reader_show_story (fixture->reader, id);
  g_assert_cmpstr (np_reader_get_story_id (fixture->reader), ==, id);
  wait_for (fixture, GTK_TYPE_TEXT_VIEW, has_text, text);
  run_for (100);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  wait_for (fixture, ADW_TYPE_STATUS_PAGE, NULL, NULL);
  g_assert_null (np_reader_get_story_id (fixture->reader));
  np_reader_start_find (fixture->reader);
  show (fixture, fixture->sample, "The last ferry of the season");
  show (fixture, fixture->arabic, "آخر عبّارة");
  np_reader_show_story (fixture->reader, NULL);
  wait_for (fixture, ADW_TYPE_STATUS_PAGE, has_label, "No Story Selected");
  np_reader_show_story (fixture->reader, "00000000-0000-4000-8000-000000000000");
  wait_for (fixture, GTK_TYPE_BUTTON, has_label, "Try Again");
  show (fixture, fixture->sample, "The last ferry of the season");
}

/* Stories that are asked for faster than they come: only the last one is shown. */
static void
test_newest_wins (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      np_reader_show_story (fixture->reader, i % 2 ? fixture->lengthy : fixture->arabic);
      run_for (i % 5);
    }
  show (fixture, fixture->sample, "The last ferry of the season");
  run_for (500);
  wait_for (fixture, GTK_TYPE_TEXT_VIEW, has_text, "The last ferry of the season");
}

static void
test_close_while_loading (Fixture *fixture, gconstpointer data)
{
  np_reader_show_story (fixture->reader, fixture->lengthy);
}

static NpArticle *
read_story (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  NpArticle *article = np_library_read_article (fixture->library, id, &error);

  g_assert_no_error (error);
  return article;
}

static void
test_topics (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = NULL;

  show (fixture, fixture->sample, "The last ferry of the season");
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, has_label, "Islands"), "clicked");
  g_assert_cmpstr (fixture->searched, ==, "islands");
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, has_tooltip, "Remove topic Islands"), "clicked");
  g_assert_cmpint (np_change_get_kind (fixture->change), ==, NP_CHANGE_REMOVE_TOPIC);
  wait_until_gone (fixture, GTK_TYPE_BUTTON, has_label, "Islands");
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, has_tooltip, "Add topic Linnea"), "clicked");
  g_assert_cmpint (np_change_get_kind (fixture->change), ==, NP_CHANGE_NEW_TOPIC);
  wait_for (fixture, GTK_TYPE_BUTTON, has_label, "Linnea");
  wait_until_gone (fixture, GTK_TYPE_BUTTON, has_tooltip, "Add topic Linnea");
  article = read_story (fixture, fixture->sample);
  g_assert_true (np_article_has_topic (article, "linnea"));
  g_assert_false (np_article_has_topic (article, "islands"));
}

static void
test_type_topic (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  show (fixture, fixture->sample, "The last ferry of the season");
  entry = wait_for (fixture, GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  harbours ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (np_change_get_kind (fixture->change), ==, NP_CHANGE_ADD_TOPIC);
  g_assert_cmpstr (np_change_get_topic (fixture->change), ==, "harbours");
  wait_for (fixture, GTK_TYPE_BUTTON, has_label, "Harbours");
  g_clear_object (&fixture->change);
  g_signal_emit_by_name (entry, "activate");
  g_assert_null (fixture->change);
  /* what is typed is completed */
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, has_tooltip, "Remove topic Islands"), "clicked");
  wait_until_gone (fixture, GTK_TYPE_BUTTON, has_label, "Islands");
  gtk_editable_set_text (GTK_EDITABLE (entry), "ISL");
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, has_tooltip, "Add topic Islands"), "clicked");
  wait_for (fixture, GTK_TYPE_BUTTON, has_label, "Islands");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* A window that does the changes itself, to say so and offer a way back. */
static void
test_handled_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = NULL;

  fixture->handle = TRUE;
  show (fixture, fixture->sample, "The last ferry of the season");
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, has_tooltip, "Remove topic Islands"), "clicked");
  run_for (300);
  article = read_story (fixture, fixture->sample);
  g_assert_true (np_article_has_topic (article, "islands"));
}

static void
test_related (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  show (fixture, fixture->arabic, "آخر عبّارة");
  row = wait_for (fixture, GTK_TYPE_LIST_BOX_ROW, has_label,
                  "Last ferry leaves Linnea after the longest summer on record");
  g_signal_emit_by_name (row, "activate");
  g_assert_cmpstr (fixture->opened, ==, fixture->sample);
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = NULL;
  GtkAdjustment *adjustment;
  GtkWidget *view;
  double value;

  show (fixture, fixture->lengthy, "Paragraph 120: ");
  view = wait_for (fixture, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  run_for (1500);
  value = gtk_adjustment_get_upper (adjustment) * 0.4;
  gtk_adjustment_set_value (adjustment, value);
  run_for (100);
  show (fixture, fixture->arabic, "آخر عبّارة");
  run_for (300);
  article = read_story (fixture, fixture->lengthy);
  g_assert_cmpfloat_with_epsilon (article->place, 0.4, 0.05);
  g_assert_true (article->read);
  show (fixture, fixture->lengthy, "Paragraph 120: ");
  run_for (1000);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), value, 60);
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) glance = NULL, article = NULL;

  show (fixture, fixture->sample, "The last ferry of the season");
  run_for (300);
  show (fixture, fixture->arabic, "آخر عبّارة");
  run_for (2500);
  glance = read_story (fixture, fixture->sample);
  g_assert_false (glance->read);
  article = read_story (fixture, fixture->arabic);
  g_assert_true (article->read);
}

static gboolean
has_name (GtkWidget *widget, const char *text)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), text);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  show (fixture, fixture->sample, "The last ferry of the season");
  np_reader_start_find (fixture->reader);
  entry = wait_for (fixture, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "ferry");
  wait_for (fixture, g_type_from_name ("NpReaderFind"), has_name, "NpReaderFind");
  run_for (500);
  g_assert_nonnull (find_widget (GTK_WIDGET (fixture->reader), GTK_TYPE_LABEL, NULL, NULL));
  wait_for (fixture, GTK_TYPE_LABEL, has_label, "1 of 4");
  g_signal_emit_by_name (entry, "activate");
  wait_for (fixture, GTK_TYPE_LABEL, has_label, "2 of 4");
}

static void
save_picture (GtkWidget *window, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s/%s.png", g_getenv ("NP_SCREENSHOTS"), name);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_save_to_png (texture, file);
}

static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    int width, height;
    gboolean dark, find;
  } rows[] = { { "reader-900-light", 900, 3700, FALSE, FALSE },
               { "reader-900-dark", 900, 3700, TRUE, FALSE },
               { "reader-360", 360, 3900, FALSE, FALSE },
               { "reader-find", 900, 800, FALSE, TRUE },
               { "reader-find-dark", 360, 800, TRUE, TRUE } };

  if (g_getenv ("NP_SCREENSHOTS") == NULL)
    return;
  np_reader_show_story (fixture->reader, fixture->sample);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          rows[i].dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), rows[i].width, rows[i].height);
      if (rows[i].find)
        {
          np_reader_start_find (fixture->reader);
          gtk_editable_set_text (GTK_EDITABLE (wait_for (fixture, GTK_TYPE_SEARCH_ENTRY, NULL, NULL)), "ferry");
        }
      run_for (1500);
      save_picture (fixture->window, rows[i].name);
    }
}

/* Tab goes through everything at the end, each thing comes to sight, and so does the way back. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) way = g_ptr_array_new ();
  GtkWidget *view, *focus;
  guint back = 0;

  show (fixture, fixture->sample, "The last ferry of the season");
  wait_for (fixture, GTK_TYPE_LIST_BOX_ROW, NULL, NULL);
  view = wait_for (fixture, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  gtk_widget_grab_focus (view);
  for (guint i = 0; i < 100; i++)
    {
      graphene_rect_t bounds;

      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
      run_for (300);
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      if (focus == view)
        break;
      g_ptr_array_add (way, focus);
      g_assert_true (gtk_widget_compute_bounds (focus, view, &bounds));
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (view));
    }
  /* a table, a card's button, two topics with two buttons each, the entry, a related story */
  g_assert_cmpuint (way->len, >=, 8);
  /* Rows of a list are one stop backward. */
  for (guint i = 0; i < 100; i++)
    {
      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      if (focus == view)
        break;
      g_assert_true (g_ptr_array_find (way, focus, NULL));
      back++;
    }
  g_assert_true (focus == view);
  g_assert_cmpuint (back, >=, 8);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

/* G_TEST_OPTION_ISOLATE_DIRS would hide the system's media types as well, without which GTK can't load its icons. */
static void
isolate_homes (void)
{
  static const char *const names[] = { "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME" };
  g_autofree char *home = g_dir_make_tmp ("newsprint-home-XXXXXX", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_setenv (names[i], home, TRUE);
}

int
main (int argc, char **argv)
{
  isolate_homes ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/reader-library/states", test_states);
  ADD ("/reader-library/newest-wins", test_newest_wins);
  ADD ("/reader-library/close-while-loading", test_close_while_loading);
  ADD ("/reader-library/topics", test_topics);
  ADD ("/reader-library/type-topic", test_type_topic);
  ADD ("/reader-library/handled-change", test_handled_change);
  ADD ("/reader-library/related", test_related);
  ADD ("/reader-library/place", test_place);
  ADD ("/reader-library/read", test_read);
  ADD ("/reader-library/find", test_find);
  ADD ("/reader-library/focus", test_focus);
  ADD ("/reader-library/pictures", test_pictures);
  return g_test_run ();
}
