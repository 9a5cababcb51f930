/* The story's view: what is in its buffer for each kind of block, its links, finding, places, and that a long one comes
 * in pieces. With NP_SCREENSHOTS set to a folder it also draws what it shows into files there. */
#include "reader-sample.h"

#include "ui/reader/np-reader-find.h"
#include "ui/reader/np-reader-links.h"
#include "ui/reader/np-reader-photo.h"
#include "ui/reader/np-reader-view.h"

#include <adwaita.h>

static char *photo_folder;

typedef struct
{
  NpReaderStyle *style;
  NpReaderView *view;
  NpReaderFind *find;
  GtkWidget *window;
  GtkTextBuffer *buffer;
} Fixture;

static char *
find_file (const char *file, gpointer user_data)
{
  return g_build_filename (photo_folder, file, NULL);
}

static void
run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static gboolean
all_written (Fixture *fixture)
{
  return np_reader_view_is_written (fixture->view);
}

static gboolean
all_decoded (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (NP_IS_READER_PHOTO (child))
      {
        np_reader_photo_load (NP_READER_PHOTO (child));
        if (np_reader_photo_is_loading (NP_READER_PHOTO (child)))
          return FALSE;
      }
  return TRUE;
}

static void
wait_for (Fixture *fixture, gboolean (*done) (Fixture *))
{
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (!done (fixture))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      run_for (10);
    }
  run_for (50);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->style = np_reader_style_new ();
  fixture->view = NP_READER_VIEW (np_reader_view_new (fixture->style));
  np_reader_view_set_find_file (fixture->view, find_file, NULL);
  fixture->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  fixture->find = NP_READER_FIND (np_reader_find_new (fixture->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->find));
  gtk_box_append (GTK_BOX (box), scroller);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  run_for (100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->style);
}

static char *
get_text (Fixture *fixture)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (fixture->buffer, &start, &end);
  return gtk_text_buffer_get_text (fixture->buffer, &start, &end, FALSE);
}

static void
show_sample (Fixture *fixture)
{
  g_autoptr (NpArticle) article = reader_sample_new ();

  np_reader_view_show (fixture->view, article);
  wait_for (fixture, all_written);
}

static guint
count_children (Fixture *fixture, gboolean only_photos)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += NP_IS_READER_PHOTO (child) || (!only_photos && gtk_widget_get_width (child) > 0);
  return n;
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  /* In this order. */
  static const char *const pieces[] = { "Islands\n",
                                        "Last ferry leaves Linnea after the longest summer on record\n",
                                        "The island goes over to its winter timetable six weeks late",
                                        "By Jonas Ek and Marta Quist\n",
                                        "The Island Post · May 31, 2018, 3:48 PM · 1\u00a0min\n",
                                        "is behind the second hill.\n",
                                        "Marta Quist/Newsprint Samples\n",
                                        "The last ferry of the season",
                                        "The hill from the north quay.\n",
                                        "What changes on Monday\n",
                                        "•\tThe pilots go back",
                                        "•\tThe two largest ferries",
                                        "1.\thull and rudder\n",
                                        "2.\tengines",
                                        "•\tEveryone else",
                                        "In their own words\n",
                                        "Nobody here remembers",
                                        "— Ada Holm, ferry captain\n",
                                        "How it was counted\n",
                                        "for boat in $(cat boats); do\xe2\x80\xa8"
                                        "    count",
                                        "Archive\n",
                                        "A line\xe2\x80\xa8"
                                        "and another",
                                        "hangs at the north quay.\n",
                                        "Boats in fog.\n",
                                        "No One\n" };
  g_autofree char *text = NULL;
  const char *at;

  show_sample (fixture);
  text = get_text (fixture);
  at = text;
  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      const char *found = strstr (at, pieces[i]);

      if (found == NULL)
        g_error ("“%s” is not in its place in: %s", pieces[i], text);
      at = found + strlen (pieces[i]);
    }
}

/* A deck that the first paragraph says again is not shown twice. */
static void
test_deck (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *deck, *first;
    guint n; /* how often the words are shown */
  } rows[] = {
    { "The ferry stops early.", "The boats stay in the harbour from Monday on.", 1 },
    { "The ferry stops early.", "The ferry stops early.", 1 },
    { "The ferry stops early…", "The ferry stops early this year, the harbour office said.", 1 },
    { "The ferry stops early.", "“The ferry stops early.” Nobody else said so.", 2 },
    { "The ferry stops early.", NULL, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpArticle) article = np_article_new ();
      g_autofree char *text = NULL;
      guint n = 0;

      article->headline = g_strdup ("A headline");
      article->deck = g_strdup (rows[i].deck);
      if (rows[i].first != NULL)
        g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, rows[i].first));
      np_reader_view_show (fixture->view, article);
      text = get_text (fixture);
      for (const char *at = text; (at = strstr (at, "The ferry stops early")) != NULL; at++)
        n++;
      g_assert_cmpuint (n, ==, rows[i].n);
    }
}

static void
test_children (Fixture *fixture, gconstpointer data)
{
  show_sample (fixture);
  wait_for (fixture, all_decoded);
  g_assert_cmpuint (count_children (fixture, TRUE), ==, SAMPLE_PHOTOS);
  /* and a table, a rule, an embed */
  g_assert_cmpuint (count_children (fixture, FALSE), >=, SAMPLE_PHOTOS + 3);
  np_reader_view_show (fixture->view, NULL);
  g_assert_cmpuint (count_children (fixture, TRUE), ==, 0);
  g_assert_cmpint (gtk_text_buffer_get_char_count (fixture->buffer), ==, 0);
}

static void
test_photo_sizes (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    int width, height; /* natural */
  } rows[] = { { 1600, 900 }, { 500, 700 }, { 240, 160 }, { 800, 300 } };
  gsize i = 0;

  show_sample (fixture);
  wait_for (fixture, all_decoded);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (NP_IS_READER_PHOTO (child))
      {
        int column = gtk_widget_get_width (child), width = MIN (column, rows[i].width);

        g_assert_cmpint (column, >, 400);
        if (i != 3)
          g_assert_cmpint (ABS (gtk_widget_get_height (child) - rows[i].height * width / rows[i].width), <=, 1);
        else /* one that is missing stands low */
          g_assert_cmpint (gtk_widget_get_height (child), <, 120);
        g_assert_true ((np_reader_photo_get_paintable (NP_READER_PHOTO (child)) != NULL) == (i != 3));
        i++;
      }
  g_assert_cmpuint (i, ==, SAMPLE_PHOTOS);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  static const char *const hrefs[SAMPLE_LINKS] = { "https://island.example/ferries/last-boat",
                                                   "https://harbour.example/office", "mailto:ada@ferry.example",
                                                   "https://good.example/", "https://ferry.example/winter" };
  GtkTextIter start, end;
  guint n = 0;

  show_sample (fixture);
  gtk_text_buffer_get_start_iter (fixture->buffer, &start);
  gtk_text_buffer_place_cursor (fixture->buffer, &start);
  while (np_reader_links_find_next (fixture->buffer, FALSE, &start, &end))
    {
      g_assert_cmpuint (n, <, SAMPLE_LINKS);
      g_assert_cmpstr (np_reader_links_find_at (&start), ==, hrefs[n]);
      gtk_text_buffer_select_range (fixture->buffer, &start, &end);
      n++;
    }
  g_assert_cmpuint (n, ==, SAMPLE_LINKS);
  for (; n > 1; n--)
    {
      g_assert_true (np_reader_links_find_next (fixture->buffer, TRUE, &start, &end));
      g_assert_cmpstr (np_reader_links_find_at (&start), ==, hrefs[n - 2]);
      gtk_text_buffer_select_range (fixture->buffer, &start, &end);
    }
  g_assert_false (np_reader_links_find_next (fixture->buffer, TRUE, &start, &end));
}

static void
test_safe_links (void)
{
  const struct
  {
    const char *href;
    gboolean safe;
  } rows[] = { { "http://a.example/", TRUE },
               { "HTTPS://a.example/", TRUE },
               { "mailto:a@b.example", TRUE },
               { "javascript:alert(1)", FALSE },
               { "file:///etc/passwd", FALSE },
               { "data:text/html,x", FALSE },
               { "smb://a.example/x", FALSE },
               { "/path", FALSE },
               { "", FALSE },
               { " https://a.example/", FALSE },
               { NULL, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (np_reader_link_is_safe (rows[i].href) == rows[i].safe);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *text;
    guint count;
  } rows[] = {
    { "ferry", 4 },      { "FERRY", 4 }, { "harbour office", 3 }, { "zebra", 0 },
    { "Quist/News", 1 }, { "", 0 },      { "outer ISLES", 1 }, /* in the table */
    { "lighthouse", 2 },                                       /* in a caption and in the table */
    { "piano goes", 1 },                                       /* in a card */
    { ".*", 0 },
  };

  show_sample (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      np_reader_find_set_text (fixture->find, rows[i].text);
      g_assert_cmpuint (np_reader_find_get_count (fixture->find), ==, rows[i].count);
      g_assert_true ((np_reader_find_get_current (fixture->find) > 0) == (rows[i].count > 0));
    }
  np_reader_find_set_text (fixture->find, "Linnea"); /* at the top */
  np_reader_find_go (fixture->find, TRUE);
  np_reader_find_go (fixture->find, FALSE);
  run_for (300);
  np_reader_find_set_text (fixture->find, "harbour office");
  np_reader_find_go (fixture->find, FALSE);
  g_assert_cmpuint (np_reader_find_get_current (fixture->find), ==, 2);
  np_reader_find_go (fixture->find, FALSE);
  g_assert_cmpuint (np_reader_find_get_current (fixture->find), ==, 3);
  np_reader_find_go (fixture->find, FALSE);
  g_assert_cmpuint (np_reader_find_get_current (fixture->find), ==, 1);
  np_reader_find_go (fixture->find, TRUE);
  g_assert_cmpuint (np_reader_find_get_current (fixture->find), ==, 3);
  np_reader_find_stop (fixture->find);
  run_for (400);
  g_assert_cmpuint (np_reader_find_get_count (fixture->find), ==, 0);
}

static void
test_long (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = reader_sample_new_long (100000);
  gint64 start = g_get_monotonic_time (), first;
  g_autofree char *text = NULL;

  np_reader_view_show (fixture->view, article);
  first = g_get_monotonic_time () - start;
  g_assert_false (np_reader_view_is_written (fixture->view));
  g_assert_cmpint (gtk_text_buffer_get_char_count (fixture->buffer), >, 2000);
  g_assert_cmpint (gtk_text_buffer_get_char_count (fixture->buffer), <, 50000);
  wait_for (fixture, all_written);
  g_test_message ("100,000 words: first text after %.1f ms, all after %.1f ms", first / 1e3,
                  (g_get_monotonic_time () - start) / 1e3);
  text = get_text (fixture);
  g_assert_nonnull (strstr (text, "Paragraph 2000: "));
}

/* A usual story: how long the main thread is busy until its text is there, the third time (fonts are loaded then). */
static void
test_usual (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = reader_sample_new_long (1000), sample = reader_sample_new ();

  for (guint i = 0; i < 5; i++)
    {
      NpBlock *figure = np_block_new (NP_BLOCK_FIGURE);

      figure->figure = np_article_add_figure (article, np_figure_copy (sample->figures->pdata[i % 3]));
      g_ptr_array_insert (article->body, (int) i * 4, figure);
    }
  for (guint i = 0; i < 3; i++)
    {
      gint64 start = g_get_monotonic_time ();

      np_reader_view_show (fixture->view, article);
      g_test_message ("1,000 words and 5 photos: shown after %.1f ms", (g_get_monotonic_time () - start) / 1e3);
      g_assert_true (np_reader_view_is_written (fixture->view));
      wait_for (fixture, all_decoded);
    }
}

static void
test_leave_while_writing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = reader_sample_new_long (50000);
  g_autofree char *text = NULL;

  np_reader_view_show (fixture->view, article);
  show_sample (fixture);
  text = get_text (fixture);
  g_assert_null (strstr (text, "Paragraph 1: "));
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = reader_sample_new_long (20000);
  const double places[] = { 0.25, 0.5, 0.9 };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      np_reader_view_show (fixture->view, article);
      np_reader_view_set_place (fixture->view, places[i]);
      wait_for (fixture, all_written);
      run_for (800);
      g_assert_cmpfloat_with_epsilon (np_reader_view_get_place (fixture->view), places[i], 0.01);
    }
  np_reader_view_show (fixture->view, article);
  np_reader_view_set_place (fixture->view, 1);
  wait_for (fixture, all_written);
  g_assert_cmpfloat (np_reader_view_get_place (fixture->view), ==, 0);
}

/* A line of the body holds 60–75 characters where there is room, and fills the window where there is none. */
static void
test_measure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = reader_sample_new_long (200);
  GtkTextView *view = GTK_TEXT_VIEW (fixture->view);
  GtkTextIter start, end;
  int characters;

  np_reader_view_show (fixture->view, article);
  run_for (200);
  gtk_text_buffer_get_iter_at_line (fixture->buffer, &start, gtk_text_buffer_get_line_count (fixture->buffer) - 3);
  end = start;
  gtk_text_view_forward_display_line (view, &end);
  characters = gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start);
  g_assert_cmpint (characters, >=, 56);
  g_assert_cmpint (characters, <=, 75);
  g_assert_cmpint (gtk_text_view_get_left_margin (view), ==, gtk_text_view_get_right_margin (view));
}

static void
test_nasty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = np_article_new ();
  NpBlock *block = np_block_new_text (NP_BLOCK_PARAGRAPH, "one\r\ntwo\xe2\x80\xa9three\xef\xbf\xbc four");

  np_block_add_span (block, 9, 14, NP_SPAN_STRONG, NULL);
  np_block_add_span (block, 4000000000u, 4100000000u, NP_SPAN_LINK, "https://a.example/");
  np_block_add_span (block, 0, 3, NP_SPAN_LINK, NULL);
  g_ptr_array_add (article->body, block);
  for (int type = NP_BLOCK_PARAGRAPH; type <= NP_BLOCK_UNKNOWN; type++)
    g_ptr_array_add (article->body, np_block_new ((NpBlockType) type));
  /* deeper than blocks may nest */
  block = np_block_new (NP_BLOCK_QUOTE);
  g_ptr_array_add (article->body, block);
  for (int i = 0; i < 60; i++)
    block = np_block_add_child (block, np_block_new (i % 2 ? NP_BLOCK_QUOTE : NP_BLOCK_LIST));
  np_article_add_figure (article, np_figure_new ());
  np_reader_view_show (fixture->view, article);
  wait_for (fixture, all_written);
  run_for (200);
}

static void
test_style (Fixture *fixture, gconstpointer data)
{
  show_sample (fixture);
  np_reader_style_zoom (fixture->style, 3);
  g_assert_cmpfloat_with_epsilon (np_reader_style_get_size (fixture->style), 1.331, 0.001);
  run_for (100);
  np_reader_style_zoom (fixture->style, 100);
  g_assert_cmpfloat (np_reader_style_get_size (fixture->style), ==, 3);
  np_reader_style_zoom (fixture->style, 0);
  g_assert_cmpfloat (np_reader_style_get_size (fixture->style), ==, 1);
  g_object_set (fixture->style, "font", "sans", "theme", "sepia", "width", 75, NULL);
  g_object_set (fixture->style, "font", "", "theme", NULL, "width", 100000, "leading", 0, NULL);
  g_assert_cmpstr (np_reader_style_get_font (fixture->style), ==, "sans");
  g_assert_cmpstr (np_reader_style_get_theme (fixture->style), ==, "sepia");
  g_assert_cmpint (np_reader_style_get_width (fixture->style), ==, 100);
  g_assert_cmpint (np_reader_style_get_leading (fixture->style), ==, 110);
  g_object_set (fixture->style, "font", "No Such Family", NULL);
  run_for (100);
}

/* What is kept comes back, and a file of nonsense changes nothing. */
static void
test_settings (void)
{
  g_autoptr (NpSettings) settings = np_settings_new ();
  g_autoptr (NpReaderStyle) style = np_reader_style_new (), again = np_reader_style_new (),
                            mended = np_reader_style_new ();

  np_reader_style_set_settings (style, settings);
  g_object_set (style, "font", "sans", "theme", "dark", "width", 75, "size", 1.5, "leading", 175, NULL);
  np_reader_style_set_settings (again, settings);
  g_assert_cmpstr (np_reader_style_get_font (again), ==, "sans");
  g_assert_cmpstr (np_reader_style_get_theme (again), ==, "dark");
  g_assert_cmpint (np_reader_style_get_width (again), ==, 75);
  g_assert_cmpfloat (np_reader_style_get_size (again), ==, 1.5);
  g_assert_cmpint (np_reader_style_get_leading (again), ==, 175);
  np_settings_set_value (settings, "reader-font", g_variant_new_string (""));
  np_settings_set_value (settings, "reader-theme", g_variant_new_string (""));
  np_settings_set_value (settings, "reader-size", g_variant_new_double (-4));
  np_reader_style_set_settings (mended, settings);
  g_assert_cmpstr (np_reader_style_get_font (mended), ==, "serif");
  g_assert_cmpstr (np_reader_style_get_theme (mended), ==, "system");
  g_assert_cmpfloat (np_reader_style_get_size (mended), ==, 0.6);
}

static void
save_picture (Fixture *fixture, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s/%s.png", g_getenv ("NP_SCREENSHOTS"), name);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (fixture->window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (fixture->window), height = gtk_widget_get_height (fixture->window);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_save_to_png (texture, file);
}

static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *name;
    NpArticle *(*make) (void);
    int width, height;
    gboolean dark;
  } rows[] = { { "900-light", reader_sample_new, 900, 3400, FALSE },
               { "900-dark", reader_sample_new, 900, 3400, TRUE },
               { "360-light", reader_sample_new, 360, 3800, FALSE },
               { "arabic", reader_sample_new_arabic, 700, 700, FALSE },
               { "arabic-360", reader_sample_new_arabic, 360, 900, TRUE },
               { "chinese", reader_sample_new_chinese, 700, 500, FALSE } };

  if (g_getenv ("NP_SCREENSHOTS") == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpArticle) article = rows[i].make ();

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          rows[i].dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), rows[i].width, rows[i].height);
      np_reader_view_show (fixture->view, article);
      run_for (700);
      wait_for (fixture, all_decoded);
      run_for (500);
      save_picture (fixture, rows[i].name);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  photo_folder = g_dir_make_tmp ("newsprint-reader-XXXXXX", NULL);
  reader_sample_write_photos (photo_folder);
  ADD ("/reader/text", test_text);
  ADD ("/reader/deck", test_deck);
  ADD ("/reader/children", test_children);
  ADD ("/reader/photo-sizes", test_photo_sizes);
  ADD ("/reader/links", test_links);
  g_test_add_func ("/reader/safe-links", test_safe_links);
  ADD ("/reader/find", test_find);
  ADD ("/reader/long", test_long);
  ADD ("/reader/usual", test_usual);
  ADD ("/reader/leave-while-writing", test_leave_while_writing);
  ADD ("/reader/place", test_place);
  ADD ("/reader/measure", test_measure);
  ADD ("/reader/nasty", test_nasty);
  ADD ("/reader/style", test_style);
  g_test_add_func ("/reader/settings", test_settings);
  ADD ("/reader/pictures", test_pictures);
  result = g_test_run ();
  g_free (photo_folder);
  return result;
}
