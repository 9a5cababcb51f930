/* What a frame of the sidebar costs with 2,000 topics, three deep: the time of the program's main thread from one frame
 * to the next, drawing by the processor included, while a person scrolls, opens and closes topics, and types what to
 * look for.
 *
 * usage: bench-sidebar MAKE-LIBRARY */
#include "json/np-json-topics.h"
#include "np-made-words.h"
#include "np-made-story.h"
#include "ui/sidebar/np-sidebar-row.h"
#include "ui/sidebar/np-sidebar.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <time.h>

#define STORIES "10000"

/* How many are at the top, and how many are inside each of those and of these: 40 + 240 + 1,680, about. */
#define TOP    40
#define INSIDE 6

/* How long the library has to count at first, in frames of about 16 ms. */
#define WARMING 200

GResource *np_ui_get_resource (void);

typedef struct
{
  GtkWidget *sidebar, *list, *entry;
  GMainLoop *loop;
  GArray *costs; /* of double, ms */
  double before;
  guint way, step;
} Bench;

typedef struct
{
  const char *name; /* NULL: is not told */
  guint n_steps;
  void (*go) (Bench *bench, guint step);
} Way;

static double
thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

/* The first widget of a type, or with a class of its style, from the top down. */
static GtkWidget *
find (GtkWidget *widget, GType type, const char *style)
{
  GtkWidget *found =
      g_type_is_a (G_OBJECT_TYPE (widget), type) && (style == NULL || gtk_widget_has_css_class (widget, style)) ? widget
                                                                                                                : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, style);
  return found;
}

static void
rest (Bench *bench, guint step)
{
  gtk_widget_queue_draw (bench->list);
}

static void
scroll (Bench *bench, guint step)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (bench->list));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + (step % 400 < 200 ? 90 : -90));
}

/* Opens or closes a row that is seen and has something inside. */
static void
toggle (Bench *bench, guint step)
{
  guint n = 0;

  gtk_widget_queue_draw (bench->list);
  if (step % 3 != 0)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (bench->list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find (child, NP_TYPE_SIDEBAR_ROW, NULL);
      NpSidebarItem *item = row != NULL ? np_sidebar_row_get_item (NP_SIDEBAR_ROW (row)) : NULL;

      if (item == NULL || np_sidebar_item_get_children (item) == NULL || !gtk_widget_get_mapped (child)
          || g_list_model_get_n_items (G_LIST_MODEL (np_sidebar_item_get_children (item))) == 0 || n++ != step / 3 % 7)
        continue;
      g_signal_emit_by_name (row, "toggle");
      return;
    }
}

/* Letter by letter, and back: what all have, many, few, none. The entry waits for the end of typing; here it does not.
 */
static void
type (Bench *bench, guint step)
{
  static const char keys[] = "to<<124<<<9<77x<<<";
  char key = keys[step / 4 % (G_N_ELEMENTS (keys) - 1)];
  GtkEditable *entry = GTK_EDITABLE (bench->entry);
  int end = (int) g_utf8_strlen (gtk_editable_get_text (entry), -1);

  gtk_widget_queue_draw (bench->list);
  if (step % 4 != 0)
    return;
  if (key == '<')
    gtk_editable_delete_text (entry, end - 1, end);
  else
    gtk_editable_insert_text (entry, &key, 1, &end);
  g_signal_emit_by_name (bench->entry, "search-changed");
}

static const Way ways[] = {
  { NULL, WARMING, rest },
  { "sidebar, scrolled", 400, scroll },
  { "sidebar, topics opened and closed", 300, toggle },
  { "sidebar, looked for by typing", 320, type },
  { "sidebar, scrolled with all closed again", 200, scroll },
};

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static void
report (Bench *bench, const char *name)
{
  guint n = bench->costs->len, late = 0,
        rows = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (bench->list))));

  for (guint i = 0; i < n; i++)
    late += g_array_index (bench->costs, double, i) > 16;
  g_array_sort (bench->costs, compare);
  printf ("%-40s %5u rows  median %6.2f ms  p95 %6.2f ms  max %6.2f ms  (goal: none above 16; %u of %u are)\n", name,
          rows, g_array_index (bench->costs, double, n / 2), g_array_index (bench->costs, double, n * 95 / 100),
          g_array_index (bench->costs, double, n - 1), late, n);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;
  const Way *way = &ways[bench->way];
  double now = thread_ms (), cost = now - bench->before;

  bench->before = now;
  if (bench->step > 0)
    g_array_append_val (bench->costs, cost);
  if (bench->step < way->n_steps)
    {
      way->go (bench, bench->step++);
      return G_SOURCE_CONTINUE;
    }
  if (way->name != NULL)
    report (bench, way->name);
  g_array_set_size (bench->costs, 0);
  bench->step = 0;
  if (++bench->way < G_N_ELEMENTS (ways))
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (bench->loop);
  return G_SOURCE_REMOVE;
}

/* The topics of the made library, one inside the other. */
static void
nest_topics (const char *folder)
{
  g_autoptr (NpTopicTree) made = np_made_topics (), tree = np_topic_tree_new ();
  g_autoptr (GPtrArray) all = np_topic_tree_list_all (made);
  g_autofree char *file = g_build_filename (folder, "topics.json", NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      NpTopic *topic = np_topic_copy (all->pdata[i]);
      guint over = i < TOP * (INSIDE + 1) ? i % TOP : TOP + i % (TOP * INSIDE);

      g_free (topic->parent);
      topic->parent = i < TOP ? NULL : g_strdup (((NpTopic *) all->pdata[over])->key);
      np_topic_tree_put (tree, topic);
    }
  bytes = np_json_topics_to_bytes (tree);
  g_file_set_contents (file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
}

static char **
list_keys (NpLibrary *library)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  g_autoptr (GPtrArray) keys = np_topic_tree_list_keys (tree);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < keys->len; i++)
    g_strv_builder_add (builder, keys->pdata[i]);
  return g_strv_builder_end (builder);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *home = g_dir_make_tmp ("bench-sidebar-XXXXXX", NULL),
                  *folder = g_build_filename (home, "library", NULL);
  const char *const command[] = { argc == 2 ? argv[1] : "make-library", STORIES, folder, NULL };
  g_autoptr (NpLibrary) library = NULL;
  g_autoptr (NpChanger) changer = NULL;
  g_auto (GStrv) keys = NULL;
  GtkWidget *window, *overlay;

  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL))
    return 77;
  nest_topics (folder);
  adw_init ();
  g_resources_register (np_ui_get_resource ());
  library = np_library_open (folder, NP_LIBRARY_READ_ONLY, &error);
  if (library == NULL || !np_library_refresh (library, TRUE, NULL, &error))
    g_error ("%s", error->message);
  np_library_start (library);
  keys = list_keys (library);
  window = adw_window_new ();
  overlay = adw_toast_overlay_new ();
  bench.sidebar = g_object_new (NP_TYPE_SIDEBAR, NULL);
  changer = np_changer_new (library, ADW_TOAST_OVERLAY (overlay));
  np_sidebar_set_library (NP_SIDEBAR (bench.sidebar), library, changer, (const char *const *) keys);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), bench.sidebar);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (window), 280, 800);
  bench.entry = find (bench.sidebar, GTK_TYPE_SEARCH_ENTRY, "np-topic-filter");
  bench.list = find (bench.sidebar, GTK_TYPE_SCROLLED_WINDOW, NULL);
  bench.list = find (bench.list, GTK_TYPE_LIST_VIEW, "np-sidebar-list");
  bench.loop = g_main_loop_new (NULL, FALSE);
  bench.costs = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_add_tick_callback (bench.sidebar, tick_cb, &bench, NULL);
  gtk_window_present (GTK_WINDOW (window));
  bench.before = thread_ms ();
  g_main_loop_run (bench.loop);

  gtk_window_destroy (GTK_WINDOW (window));
  np_library_close (library);
  g_array_unref (bench.costs);
  g_main_loop_unref (bench.loop);
  return 0;
}
