/* The reader with a library: stories one after the other, their topics, related stories, places, and what goes wrong.
 * With NP_SCREENSHOTS set to a folder it also draws what it shows into files there. */
#include "reader-fixture.h"

#include "store/np-store.h"
#include "ui/reader/np-reader.h"

#include <adwaita.h>

static void
test_states (ReaderFixture *fixture, gconstpointer data)
{
  reader_wait_for (fixture, ADW_TYPE_STATUS_PAGE, NULL, NULL);
  g_assert_null (np_reader_get_story_id (fixture->reader));
  np_reader_start_find (fixture->reader);
  reader_show (fixture, fixture->sample, "The last ferry of the season");
  reader_show (fixture, fixture->arabic, "آخر عبّارة");
  np_reader_show_story (fixture->reader, NULL);
  reader_wait_for (fixture, ADW_TYPE_STATUS_PAGE, reader_has_label, "No Story Selected");
  np_reader_show_story (fixture->reader, "00000000-0000-4000-8000-000000000000");
  reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_label, "Try Again");
  reader_show (fixture, fixture->sample, "The last ferry of the season");
}

/* Stories that are asked for faster than they come: only the last one is shown. */
static void
test_newest_wins (ReaderFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      np_reader_show_story (fixture->reader, i % 2 ? fixture->lengthy : fixture->arabic);
      reader_run_for (i % 5);
    }
  reader_show (fixture, fixture->sample, "The last ferry of the season");
  reader_run_for (500);
  reader_wait_for (fixture, GTK_TYPE_TEXT_VIEW, reader_has_text, "The last ferry of the season");
}

static void
test_close_while_loading (ReaderFixture *fixture, gconstpointer data)
{
  np_reader_show_story (fixture->reader, fixture->lengthy);
}

static void
test_topics (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = NULL;

  reader_show (fixture, fixture->sample, "The last ferry of the season");
  g_signal_emit_by_name (reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_label, "Islands"), "clicked");
  g_assert_cmpstr (fixture->searched, ==, "islands");
  g_signal_emit_by_name (reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_tooltip, "Remove topic Islands"),
                         "clicked");
  g_assert_cmpint (np_change_get_kind (fixture->change), ==, NP_CHANGE_REMOVE_TOPIC);
  reader_wait_until_gone (fixture, GTK_TYPE_BUTTON, reader_has_label, "Islands");
  g_signal_emit_by_name (reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_tooltip, "Add topic Linnea"), "clicked");
  g_assert_cmpint (np_change_get_kind (fixture->change), ==, NP_CHANGE_NEW_TOPIC);
  reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_label, "Linnea");
  reader_wait_until_gone (fixture, GTK_TYPE_BUTTON, reader_has_tooltip, "Add topic Linnea");
  article = reader_read_story (fixture, fixture->sample);
  g_assert_true (np_article_has_topic (article, "linnea"));
  g_assert_false (np_article_has_topic (article, "islands"));
}

static void
test_type_topic (ReaderFixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  reader_show (fixture, fixture->sample, "The last ferry of the season");
  entry = reader_wait_for (fixture, GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  harbours ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (np_change_get_kind (fixture->change), ==, NP_CHANGE_ADD_TOPIC);
  g_assert_cmpstr (np_change_get_topic (fixture->change), ==, "harbours");
  reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_label, "Harbours");
  g_clear_object (&fixture->change);
  g_signal_emit_by_name (entry, "activate");
  g_assert_null (fixture->change);
  /* what is typed is completed */
  g_signal_emit_by_name (reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_tooltip, "Remove topic Islands"),
                         "clicked");
  reader_wait_until_gone (fixture, GTK_TYPE_BUTTON, reader_has_label, "Islands");
  gtk_editable_set_text (GTK_EDITABLE (entry), "ISL");
  g_signal_emit_by_name (reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_tooltip, "Add topic Islands"),
                         "clicked");
  reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_label, "Islands");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* A window that does the changes itself, to say so and offer a way back. */
static void
test_handled_change (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = NULL;

  fixture->handle = TRUE;
  reader_show (fixture, fixture->sample, "The last ferry of the season");
  g_signal_emit_by_name (reader_wait_for (fixture, GTK_TYPE_BUTTON, reader_has_tooltip, "Remove topic Islands"),
                         "clicked");
  reader_run_for (300);
  article = reader_read_story (fixture, fixture->sample);
  g_assert_true (np_article_has_topic (article, "islands"));
}

static void
test_related (ReaderFixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  reader_show (fixture, fixture->arabic, "آخر عبّارة");
  row = reader_wait_for (fixture, GTK_TYPE_LIST_BOX_ROW, reader_has_label,
                         "Last ferry leaves Linnea after the longest summer on record");
  g_signal_emit_by_name (row, "activate");
  g_assert_cmpstr (fixture->opened, ==, fixture->sample);
}

static void
test_place (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = NULL;
  GtkAdjustment *adjustment;
  GtkWidget *view;
  double value;

  reader_show (fixture, fixture->lengthy, "Paragraph 120: ");
  view = reader_wait_for (fixture, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  reader_run_for (1500);
  value = gtk_adjustment_get_upper (adjustment) * 0.4;
  gtk_adjustment_set_value (adjustment, value);
  reader_run_for (100);
  reader_show (fixture, fixture->arabic, "آخر عبّارة");
  reader_run_for (300);
  article = reader_read_story (fixture, fixture->lengthy);
  g_assert_cmpfloat_with_epsilon (article->place, 0.4, 0.05);
  g_assert_true (article->read);
  reader_show (fixture, fixture->lengthy, "Paragraph 120: ");
  reader_run_for (1000);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), value, 60);
}

static void
test_read (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) glance = NULL, article = NULL;

  reader_show (fixture, fixture->sample, "The last ferry of the season");
  reader_run_for (300);
  reader_show (fixture, fixture->arabic, "آخر عبّارة");
  reader_run_for (2500);
  glance = reader_read_story (fixture, fixture->sample);
  g_assert_false (glance->read);
  article = reader_read_story (fixture, fixture->arabic);
  g_assert_true (article->read);
}

static gboolean
has_name (GtkWidget *widget, const char *text)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), text);
}

static void
test_find (ReaderFixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  reader_show (fixture, fixture->sample, "The last ferry of the season");
  np_reader_start_find (fixture->reader);
  entry = reader_wait_for (fixture, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "ferry");
  reader_wait_for (fixture, g_type_from_name ("NpReaderFind"), has_name, "NpReaderFind");
  reader_run_for (500);
  g_assert_nonnull (reader_find_widget (GTK_WIDGET (fixture->reader), GTK_TYPE_LABEL, NULL, NULL));
  reader_wait_for (fixture, GTK_TYPE_LABEL, reader_has_label, "1 of 4");
  g_signal_emit_by_name (entry, "activate");
  reader_wait_for (fixture, GTK_TYPE_LABEL, reader_has_label, "2 of 4");
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
test_pictures (ReaderFixture *fixture, gconstpointer data)
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
          gtk_editable_set_text (GTK_EDITABLE (reader_wait_for (fixture, GTK_TYPE_SEARCH_ENTRY, NULL, NULL)), "ferry");
        }
      reader_run_for (1500);
      save_picture (fixture->window, rows[i].name);
    }
}

/* Tab goes through everything at the end, each thing comes to sight, and so does the way back. */
static void
test_focus (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) way = g_ptr_array_new ();
  GtkWidget *view, *focus;
  guint back = 0;

  reader_show (fixture, fixture->sample, "The last ferry of the season");
  reader_wait_for (fixture, GTK_TYPE_LIST_BOX_ROW, NULL, NULL);
  view = reader_wait_for (fixture, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  gtk_widget_grab_focus (view);
  for (guint i = 0; i < 100; i++)
    {
      graphene_rect_t bounds;

      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
      reader_run_for (300);
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      if (focus == view)
        break;
      g_ptr_array_add (way, focus);
      g_assert_true (gtk_widget_compute_bounds (focus, view, &bounds));
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
      /* of a photo as high as the window, the top */
      if (bounds.size.height < 0.9 * gtk_widget_get_height (view))
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

#define ADD(path, function) g_test_add (path, ReaderFixture, NULL, reader_set_up, function, reader_tear_down)

int
main (int argc, char **argv)
{
  reader_isolate_homes ();
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
