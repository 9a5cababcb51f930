/* Loaded into a program of GTK (LD_PRELOAD): says on standard error when its first frame was painted, and the first
 * with stories in it. With NP_WATCH_SCROLL it goes through its longest list in ways that people do and says what each
 * frame cost the program's main thread. The program itself has nothing of this in it. */
#define _GNU_SOURCE
#include <gtk/gtk.h>

#include <dlfcn.h>
#include <stdio.h>
#include <time.h>

typedef struct _Tour Tour;

struct _Tour
{
  GtkWidget *window;
  GtkAdjustment *adjustment;
  GArray *costs; /* of double, ms: of the way that is gone */
  double before;
  guint way; /* the number of the way */
  guint step;
};

/* A way through the list, step by step, a frame each. */
typedef struct
{
  const char *name;
  guint n_steps;
  void (*go) (Tour *tour, guint step);
} Way;

#define SCROLL_STEPS 800
#define FLICK_STEPS  600
#define FLICK_EVERY  60

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
print_way (const Way *way, GArray *costs)
{
  guint n = costs->len, late = 0;

  for (guint i = 0; i < n; i++)
    late += g_array_index (costs, double, i) > 16;
  g_array_sort (costs, compare);
  fprintf (stderr, "watch: %s: frames %u median %.2f p95 %.2f max %.2f above16 %u\n", way->name, n,
           g_array_index (costs, double, n / 2), g_array_index (costs, double, n * 95 / 100),
           g_array_index (costs, double, n - 1), late);
}

static double
get_end (Tour *tour)
{
  return gtk_adjustment_get_upper (tour->adjustment) - gtk_adjustment_get_page_size (tour->adjustment);
}

/* Evenly to the end and back. */
static void
scroll (Tour *tour, guint step)
{
  guint half = SCROLL_STEPS / 2;

  gtk_adjustment_set_value (tour->adjustment, get_end (tour) * (step < half ? step : SCROLL_STEPS - step) / half);
}

static void
jump (Tour *tour, guint step)
{
  gtk_adjustment_set_value (tour->adjustment, step % 2 == 0 ? get_end (tour) : 0);
}

/* As a finger throws the list again and again: each time it slows down. */
static void
flick (Tour *tour, guint step)
{
  double speed = 4000.0 * (FLICK_EVERY - step % FLICK_EVERY) / FLICK_EVERY;

  gtk_adjustment_set_value (tour->adjustment, gtk_adjustment_get_value (tour->adjustment) + speed);
}

static void
turn_page (Tour *tour, guint step)
{
  gtk_adjustment_set_value (tour->adjustment, gtk_adjustment_get_value (tour->adjustment)
                                                  - gtk_adjustment_get_page_size (tour->adjustment));
}

/* The key for the next story, held down. */
static void
step_story (Tour *tour, guint step)
{
  gtk_widget_activate_action (tour->window, "win.step", "i", 1);
}

static const Way ways[] = {
  { "scroll", SCROLL_STEPS, scroll }, { "jumps", 20, jump },          { "flicks", FLICK_STEPS, flick },
  { "pages", 200, turn_page },        { "stories", 150, step_story },
};

static gboolean
end_cb (gpointer data)
{
  g_application_quit (g_application_get_default ());
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Tour *tour = user_data;
  const Way *way = &ways[tour->way];
  double now = thread_ms (), cost = now - tour->before;

  if (tour->step > 0)
    g_array_append_val (tour->costs, cost);
  tour->before = now;
  if (tour->step < way->n_steps)
    {
      way->go (tour, tour->step++);
      return G_SOURCE_CONTINUE;
    }
  print_way (way, tour->costs);
  g_array_set_size (tour->costs, 0);
  tour->step = 0;
  if (++tour->way < G_N_ELEMENTS (ways))
    return G_SOURCE_CONTINUE;
  g_idle_add (end_cb, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
scroll_cb (gpointer data)
{
  static guint n_asked;
  static Tour tour;
  GtkWidget *list = NULL;
  guint most = 0;

  tour.window = data;
  /* All stories, however many are in the place that is shown first; some seconds later they are there. */
  if (n_asked++ == 0)
    gtk_widget_activate_action (tour.window, "win.place", "s", "all");
  find_list (tour.window, &list, &most);
  if (list == NULL || n_asked < 3)
    return G_SOURCE_CONTINUE;
  fprintf (stderr, "watch: rows %u\n", most);
  tour.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  tour.costs = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_add_tick_callback (list, tick_cb, &tour, NULL);
  return G_SOURCE_REMOVE;
}

static void
stories_cb (GdkFrameClock *clock, GtkWidget *window)
{
  GtkWidget *list = NULL;
  guint most = 1;

  find_list (window, &list, &most);
  if (list == NULL || !gtk_widget_get_mapped (list) || most < 100) /* a list of places is shorter */
    return;
  fprintf (stderr, "watch: stories %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_func (clock, stories_cb, window);
}

static void
painted_cb (GdkFrameClock *clock, gpointer window)
{
  const char *seconds = g_getenv ("NP_WATCH_SCROLL");

  fprintf (stderr, "watch: painted %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
  g_signal_connect (clock, "after-paint", G_CALLBACK (stories_cb), window);
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
