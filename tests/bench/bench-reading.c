/* What reading costs the main thread: a story with photos and a very long one until their first text is painted, and
 * one story a frame with j held down. CPU time of that thread alone, so that what else the machine does does not count;
 * the frame itself, drawn in software, is among it. Needs a display.
 * usage: bench-reading MAKE-LIBRARY */
#include "np-made-words.h"

#include "library/np-library.h"
#include "store/np-store.h"
#include "ui/np-application.h"
#include "ui/np-window-actions.h"
#include "ui/reader/np-reader.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define RUNS    15
#define STORIES 1000
#define FRAME   16.0 /* ms */

static NpApplication *application;
static NpLibrary *library;
static char *with_photos, *very_long, *other; /* ids */

static double
cpu_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

static void
run_for (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

/* --- the library --- */

static void
add_text (NpArticle *article, guint n_words, NpMadeDice *dice)
{
  const NpMadeTongue *tongue = np_made_tongue_pick (dice);

  for (guint written = 0; written < n_words; written += 50)
    {
      g_autofree char *text = np_made_words (tongue, MIN (50, n_words - written), TRUE, dice);

      g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, text));
    }
}

/* As large as a newspaper's site has them. */
static char *
make_photo (NpStore *store, guint number)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 2400, 1600);
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  for (int y = 0; y < 1600; y++)
    for (int x = 0; x < 2400 * 3; x++)
      pixels[y * stride + x] = (guint8) ((guint) (x / 9) * (number + 1) + (guint) (y * y) / 700);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "jpeg", NULL, NULL));
  bytes = g_bytes_new_take (data, size);
  return np_store_add_media (store, bytes, "jpg", NULL);
}

static void
add_photos (NpStore *store, NpArticle *article, NpMadeDice *dice)
{
  const guint between = article->body->len / 5;

  for (guint i = 0; i < 5; i++)
    {
      NpFigure *figure = np_figure_new ();
      NpBlock *block = np_block_new (NP_BLOCK_FIGURE);

      figure->file = make_photo (store, i);
      figure->width = 2400;
      figure->height = 1600;
      figure->caption = np_made_words (np_made_tongue_pick (dice), 15, TRUE, dice);
      block->figure = i;
      g_ptr_array_add (article->figures, figure);
      g_ptr_array_insert (article->body, (int) (i * (between + 1)), block);
    }
}

static char *
add_story (NpStore *store, guint number, guint n_words, gboolean photos)
{
  g_autoptr (NpArticle) article = np_article_new ();
  NpMadeDice dice = np_made_dice (1, number);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  article->headline = np_made_words (np_made_tongue_pick (&dice), 9, FALSE, &dice);
  article->site_name = g_strdup ("The Island Post");
  add_text (article, n_words, &dice);
  if (photos)
    add_photos (store, article, &dice);
  path = np_store_add_article (store, article, &error);
  g_assert_no_error (error);
  return g_strdup (article->id);
}

/* @program makes most of it without waiting for the disk. */
static void
make_library (const char *program, const char *folder)
{
  g_autofree char *number = g_strdup_printf ("%u", STORIES);
  const char *command[] = { program, number, folder, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (NpStore) store = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  store = np_store_open (folder, NP_STORE_NONE, &error);

  g_assert_no_error (error);
  np_made_tongues_init ();
  with_photos = add_story (store, 0, 1000, TRUE);
  very_long = add_story (store, 1, 100000, FALSE);
  other = add_story (store, 2, 300, FALSE);
  np_store_close (store);
}

/* --- opening --- */

typedef struct
{
  gboolean written;
  double at; /* CPU of the main thread when the first text was painted, 0 before */
} Paint;

static void
article_cb (NpReader *reader, GParamSpec *spec, Paint *paint)
{
  paint->written = np_reader_get_article (reader) != NULL;
}

static void
painted_cb (GdkFrameClock *clock, Paint *paint)
{
  if (paint->written && paint->at <= 0)
    paint->at = cpu_ms (CLOCK_THREAD_CPUTIME_ID);
}

/* As a reader comes to it: from another story. */
static double
open_story (NpReader *reader, const char *from, const char *id)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (reader));
  Paint paint = { FALSE, 0 };
  gulong ids[2];
  double begun;

  np_reader_show_story (reader, from);
  run_for (400);
  ids[0] = g_signal_connect (reader, "notify::article", G_CALLBACK (article_cb), &paint);
  ids[1] = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &paint);
  begun = cpu_ms (CLOCK_THREAD_CPUTIME_ID);
  np_reader_show_story (reader, id);
  while (paint.at <= 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (reader, ids[0]);
  g_signal_handler_disconnect (clock, ids[1]);
  return paint.at - begun;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static void
print_costs (const char *what, double *costs, guint n, double goal)
{
  guint late = 0;

  qsort (costs, n, sizeof *costs, compare);
  for (guint i = 0; i < n; i++)
    late += costs[i] > goal;
  printf ("%-48s median %7.2f ms  p95 %7.2f ms  max %7.2f ms  (goal: %.0f; %u of %u above)\n", what, costs[n / 2],
          costs[n * 95 / 100], costs[n - 1], goal, late, n);
}

static void
measure_opening (NpReader *reader)
{
  double photos[RUNS], lengthy[RUNS], plain[RUNS];

  for (guint i = 0; i < RUNS + 2; i++)
    {
      guint slot = i < 2 ? 0 : i - 2; /* the first two warm up */

      photos[slot] = open_story (reader, other, with_photos);
      lengthy[slot] = open_story (reader, other, very_long);
      plain[slot] = open_story (reader, with_photos, other);
    }
  print_costs ("to first text: 300 words", plain, RUNS, FRAME);
  print_costs ("to first text: 1,000 words and 5 photos", photos, RUNS, FRAME);
  print_costs ("to first text: 100,000 words", lengthy, RUNS, 50);
}

/* What the photos cost after that, here and in the threads that decode them. */
static void
measure_photos (NpReader *reader)
{
  double begun = cpu_ms (CLOCK_THREAD_CPUTIME_ID), all = cpu_ms (CLOCK_PROCESS_CPUTIME_ID), here;

  open_story (reader, other, with_photos);
  begun = cpu_ms (CLOCK_THREAD_CPUTIME_ID);
  all = cpu_ms (CLOCK_PROCESS_CPUTIME_ID);
  run_for (3000);
  here = cpu_ms (CLOCK_THREAD_CPUTIME_ID) - begun;
  printf ("%-48s main thread %.1f ms, other threads %.1f ms\n", "the photos after it, 3 seconds of waiting among it",
          here, cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - all - here);
}

/* --- j held down --- */

static double
resident_mib (void)
{
  g_autofree char *text = NULL;

  g_file_get_contents ("/proc/self/statm", &text, NULL, NULL);
  return g_ascii_strtod (strchr (text, ' '), NULL) * (double) sysconf (_SC_PAGESIZE) / (1 << 20);
}

typedef struct
{
  NpListPage *list;
  double costs[STORIES];
  double before;
  guint n;
} Hold;

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Hold *hold = user_data;
  double now = cpu_ms (CLOCK_THREAD_CPUTIME_ID);

  if (hold->before > 0)
    hold->costs[hold->n++] = now - hold->before;
  hold->before = now;
  if (hold->n >= STORIES - 1)
    return G_SOURCE_REMOVE;
  np_list_page_step (hold->list, 1);
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
hold_down (NpWindow *window, Hold *hold)
{
  *hold = (Hold){ .list = np_window_get_list (window) };
  np_list_page_select (hold->list, NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, hold, NULL);
  while (hold->n < STORIES - 1)
    g_main_context_iteration (NULL, TRUE);
}

static void
measure_keys (void)
{
  g_autoptr (NpSettings) settings = np_settings_new ();
  NpWindow *window = np_window_new (GTK_APPLICATION (application), settings);
  g_autofree Hold *hold = g_new0 (Hold, 1);
  double memory;

  gtk_window_present (GTK_WINDOW (window));
  run_for (300);
  np_window_actions_install (window);
  np_window_set_library (window, library);
  np_window_show_place (window, NP_PLACE_ALL, NULL);
  run_for (2000);
  hold_down (window, hold); /* warms up */
  run_for (2000);
  memory = resident_mib ();
  hold_down (window, hold);
  print_costs ("a frame, j held down through 1,000 stories", hold->costs, hold->n, FRAME);
  run_for (4000);
  printf ("%-48s %.1f MiB before, %.1f MiB after\n", "memory", memory, resident_mib ());
  for (guint round = 0; round < 3; round++)
    hold_down (window, hold);
  run_for (4000);
  printf ("%-48s %.1f MiB after 3,000 more\n", "memory", resident_mib ());
  gtk_window_close (GTK_WINDOW (window));
  run_for (200);
}

static void
measure (const char *program, const char *home)
{
  g_autofree char *folder = g_build_filename (home, "library", NULL);
  g_autoptr (GError) error = NULL;
  GtkWidget *window = gtk_window_new (), *reader;

  make_library (program, folder);
  library = np_library_open (folder, NP_LIBRARY_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (np_library_refresh (library, FALSE, NULL, &error));
  reader = np_reader_new (library);
  gtk_window_set_child (GTK_WINDOW (window), reader);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 780);
  gtk_window_present (GTK_WINDOW (window));
  run_for (500);
  measure_opening (NP_READER (reader));
  measure_photos (NP_READER (reader));
  gtk_window_destroy (GTK_WINDOW (window));
  measure_keys ();
  np_library_close (library);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME" };
  g_autofree char *home = g_dir_make_tmp ("newsprint-bench-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  const char *remove[] = { "rm", "-rf", home, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder = g_build_filename (home, names[i], NULL);

      g_setenv (names[i], folder, TRUE);
    }
  g_setenv ("GTK_A11Y", "none", TRUE);
  setvbuf (stdout, NULL, _IOLBF, 0);
  application = np_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  measure (argv[1], home);
  g_clear_object (&library);
  g_clear_object (&application);
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return 0;
}
