/* Loaded into a program of GTK (LD_PRELOAD): says on standard error when its first frame was painted, and with
 * NP_WATCH_SCROLL scrolls its longest list to the end and back and says what each frame cost the program's main thread.
 * The program itself has nothing of this in it. */
#define _GNU_SOURCE
#include <gtk/gtk.h>

#include <dlfcn.h>
#include <stdio.h>
#include <time.h>

/* The scroll: so many frames down, as many up, then to the end and to the beginning at once, some times. */
#define STEPS 400
#define JUMPS 10

typedef struct
{
  GtkAdjustment *adjustment;
  GArray *costs; /* of double, ms */
  double before;
  guint step;
} Scroll;

static double
thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

/* The list with the most rows: that of the stories. */
static void
find_list (GtkWidget *widget, GtkWidget **list, guint *most)
{
  if (GTK_IS_LIST_VIEW (widget) && gtk_list_view_get_model (GTK_LIST_VIEW (widget)) != NULL)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (widget))));

      if (n >= *most)
        {
          *most = n;
          *list = widget;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_list (child, list, most);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static void
print_scroll (const char *what, const double *costs, guint n)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (double));
  guint late = 0;

  g_array_append_vals (sorted, costs, n);
  g_array_sort (sorted, compare);
  for (guint i = 0; i < n; i++)
    late += costs[i] > 16;
  fprintf (stderr, "watch: %s: frames %u median %.2f p95 %.2f max %.2f above16 %u\n", what, n,
           g_array_index (sorted, double, n / 2), g_array_index (sorted, double, n * 95 / 100),
           g_array_index (sorted, double, n - 1), late);
}

static gboolean
end_cb (gpointer data)
{
  g_application_quit (g_application_get_default ());
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Scroll *scroll = user_data;
  double end = gtk_adjustment_get_upper (scroll->adjustment) - gtk_adjustment_get_page_size (scroll->adjustment);
  double now = thread_ms (), cost = now - scroll->before;
  guint step = scroll->step++;

  if (step > 0)
    g_array_append_val (scroll->costs, cost);
  scroll->before = now;
  if (step < 2 * STEPS)
    gtk_adjustment_set_value (scroll->adjustment, end * (step < STEPS ? step : 2 * STEPS - step) / STEPS);
  else if (step < 2 * STEPS + 2 * JUMPS)
    gtk_adjustment_set_value (scroll->adjustment, step % 2 == 0 ? end : 0);
  else
    {
      print_scroll ("scroll", (const double *) (gpointer) scroll->costs->data, 2 * STEPS);
      print_scroll ("jumps", (const double *) (gpointer) scroll->costs->data + 2 * STEPS,
                    scroll->costs->len - 2 * STEPS);
      g_idle_add (end_cb, NULL);
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
scroll_cb (gpointer data)
{
  static guint n_asked;
  static Scroll scroll;
  GtkWidget *list = NULL, *window = data;
  guint most = 0;

  /* All stories, however many are in the place that is shown first; some seconds later they are there. */
  if (n_asked++ == 0)
    gtk_widget_activate_action (window, "win.place", "s", "all");
  find_list (window, &list, &most);
  if (list == NULL || n_asked < 3)
    return G_SOURCE_CONTINUE;
  fprintf (stderr, "watch: rows %u\n", most);
  scroll.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  scroll.costs = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_add_tick_callback (list, tick_cb, &scroll, NULL);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock, gpointer window)
{
  const char *seconds = g_getenv ("NP_WATCH_SCROLL");

  fprintf (stderr, "watch: painted %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
  if (seconds != NULL)
    g_timeout_add_seconds ((guint) g_ascii_strtoull (seconds, NULL, 10), scroll_cb, window);
}

G_MODULE_EXPORT void
gtk_window_present (GtkWindow *window)
{
  void (*real) (GtkWindow *) = dlsym (RTLD_NEXT, "gtk_window_present");
  static gboolean watched;

  real (window);
  if (watched)
    return;
  watched = TRUE;
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb), window);
}
