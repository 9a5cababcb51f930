/* What a frame of the topic map costs while it settles: the time of the program's main thread from one frame to the
 * next, drawing by the processor included; and what one costs when a
 * person does something. With 1,000 topics and as many lines as the map ever shows.
 *
 * usage: bench-map MAKE-LIBRARY */
#include "json/np-json-topics.h"
#include "library/np-library.h"
#include "np-made-story.h"
#include "ui/map/np-map-view.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <time.h>

#define STORIES 20000
#define TOPICS  1000
#define LINES   5000

/* The frames after which it has settled, or never will. */
#define MOST_FRAMES 1500

/* Seconds until there is something to lay out. */
#define LONGEST_WAIT 60

/* The frames of each of the other parts. */
#define FRAMES 100

typedef enum
{
  PART_SETTLE,
  PART_REST, /* not told: what is at rest is drawn for the first time */
  PART_MARK,
  PART_ZOOM,
  N_PARTS
} Part;

typedef struct
{
  NpLibrary *library;
  NpTopicMap *map;
  GMainLoop *loop;
  GArray *costs; /* of double, ms */
  double before;
  guint frames;
  Part part;
  GtkWidget *view;
  GTimer *timer;
} Bench;

static double
thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static void
report (const Bench *bench, const char *what, const GArray *costs)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = costs->len, late = 0, nodes, edges;

  if (n == 0)
    return;
  np_topic_map_get_nodes (bench->map, &nodes);
  np_topic_map_get_edges (bench->map, &edges);
  g_array_append_vals (sorted, costs->data, n);
  g_array_sort (sorted, compare);
  for (guint i = 0; i < n; i++)
    late += g_array_index (sorted, double, i) > 16;
  printf (
      "%-36s %4u topics %5u lines  median %6.2f ms  p95 %6.2f ms  max %6.2f ms  (goal: none above 16; %u of %u are)\n",
      what, nodes, edges, g_array_index (sorted, double, n / 2), g_array_index (sorted, double, n * 95 / 100),
      g_array_index (sorted, double, n - 1), late, n);
}

/* Ends a part, and says what it cost. */
static void
begin (Bench *bench, Part part)
{
  static const char *const names[] = { "map while it settles", NULL, "map, one topic marked after another",
                                       "map, seen from nearer and farther" };

  if (names[bench->part] != NULL)
    report (bench, names[bench->part], bench->costs);
  g_array_set_size (bench->costs, 0);
  bench->frames = 0;
  bench->part = part;
}

/* What a person does at this frame. */
static void
act (Bench *bench)
{
  guint n;
  const NpMapNode *nodes = np_topic_map_get_nodes (bench->map, &n);

  if (bench->part == PART_MARK)
    np_map_view_select (NP_MAP_VIEW (bench->view), nodes[bench->frames * 7 % n].key);
  else if (bench->part == PART_ZOOM)
    np_map_view_zoom_by (NP_MAP_VIEW (bench->view), bench->frames < FRAMES / 2 ? 1.01 : 1 / 1.01);
  else
    gtk_widget_queue_draw (bench->view);
}

static gboolean
tick_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;
  double now = thread_ms (), cost = now - bench->before;
  guint n;

  bench->before = now;
  np_topic_map_get_nodes (bench->map, &n);
  /* Nothing is laid out yet. */
  if (n == 0 && g_timer_elapsed (bench->timer, NULL) < LONGEST_WAIT)
    return G_SOURCE_CONTINUE;
  if (bench->frames++ > 0)
    g_array_append_val (bench->costs, cost);
  if (bench->part == PART_SETTLE)
    {
      if (n == 0 || bench->frames >= MOST_FRAMES || (bench->frames >= 10 && np_topic_map_is_settled (bench->map)))
        begin (bench, PART_REST);
      return G_SOURCE_CONTINUE;
    }
  if (bench->frames >= FRAMES)
    begin (bench, bench->part + 1);
  if (bench->part < N_PARTS)
    {
      act (bench);
      return G_SOURCE_CONTINUE;
    }
  g_main_loop_quit (bench->loop);
  return G_SOURCE_REMOVE;
}

static void
write_topics (const char *folder)
{
  g_autoptr (NpTopicTree) made = np_made_topics (), tree = np_topic_tree_new ();
  g_autoptr (GPtrArray) all = np_topic_tree_list_all (made);
  g_autofree char *file = g_build_filename (folder, "topics.json", NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < TOPICS; i++)
    {
      NpTopic *topic = np_topic_copy (all->pdata[i]);

      /* Near ones and far ones, as hands would draw them. */
      for (guint j = 1; j <= LINES / TOPICS; j++)
        {
          const NpTopic *other = all->pdata[(i + j * j * j * j) % TOPICS];

          g_hash_table_insert (topic->related, g_strdup (other->key), g_strdup ("mine"));
        }
      np_topic_tree_put (tree, topic);
    }
  bytes = np_json_topics_to_bytes (tree);
  g_file_set_contents (file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
}

static char *
make_library (const char *program)
{
  g_autofree char *home = g_dir_make_tmp ("bench-map-XXXXXX", NULL), *count = g_strdup_printf ("%d", STORIES);
  char *folder = g_build_filename (home, "library", NULL);
  const char *const command[] = { program, count, folder, NULL };

  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL))
    g_error ("%s could not be run", program);
  write_topics (folder);
  return folder;
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = argc == 2 ? make_library (argv[1]) : NULL;
  GtkWidget *window;

  if (folder == NULL)
    return 2;
  adw_init ();
  bench.library = np_library_open (folder, NP_LIBRARY_READ_ONLY, &error);
  if (bench.library == NULL || !np_library_refresh (bench.library, TRUE, NULL, &error))
    g_error ("%s", error->message);
  np_library_start (bench.library);
  bench.map = np_library_new_topic_map (bench.library);
  np_topic_map_show (bench.map, 0, 0);
  bench.timer = g_timer_new ();
  bench.loop = g_main_loop_new (NULL, FALSE);
  bench.costs = g_array_new (FALSE, FALSE, sizeof (double));
  window = adw_window_new ();
  bench.view = np_map_view_new (bench.library, bench.map);
  gtk_window_set_default_size (GTK_WINDOW (window), 1120, 720);
  adw_window_set_content (ADW_WINDOW (window), bench.view);
  gtk_widget_add_tick_callback (bench.view, tick_cb, &bench, NULL);
  gtk_window_present (GTK_WINDOW (window));
  bench.before = thread_ms ();
  g_main_loop_run (bench.loop);

  np_topic_map_close (bench.map);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (bench.map);
  np_library_close (bench.library);
  g_object_unref (bench.library);
  g_array_unref (bench.costs);
  g_main_loop_unref (bench.loop);
  g_timer_destroy (bench.timer);
  return 0;
}
