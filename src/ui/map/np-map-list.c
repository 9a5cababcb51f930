#include "ui/map/np-map-list.h"

#include "ui/map/np-map-drops.h"
#include "ui/map/np-map-menu.h"
#include "ui/np-drag.h"
#include "ui/np-drag-icon.h"
#include "ui/np-format.h"
#include "ui/np-popup.h"
#include "ui/np-row-label.h"
#include "ui/topics/np-topic-size.h"

#include <glib/gi18n.h>

/* How many related topics are named with each. */
#define MAX_NAMED 5

struct _NpMapList
{
  GtkWidget parent_instance;
  NpLibrary *library;
  NpTopicMap *map;
  GtkStringList *keys;
  GtkWidget *scroller, *list;
};

G_DEFINE_FINAL_TYPE (NpMapList, np_map_list, GTK_TYPE_WIDGET)

static guint picked_signal;

/* The key of the topic that a row shows. */
static const char *
key_of (GtkWidget *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "np-key") : NULL;
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  const NpMapNode *first = a, *second = b;

  return first->stories > second->stories ? -1 : first->stories < second->stories;
}

/* The row of a topic, as far as it is in sight. */
static GtkWidget *
find_row (NpMapList *self, const char *key)
{
  for (GtkWidget *item = gtk_widget_get_first_child (self->list); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (row != NULL && g_strcmp0 (key_of (row), key) == 0)
        return item;
    }
  return NULL;
}

/* Who goes through the list by keys stays where they were: on the same topic, or on what took its place. */
static void
focus_again (NpMapList *self, const char *key, guint position)
{
  GtkWidget *row = find_row (self, key);

  if (row == NULL && g_list_model_get_n_items (G_LIST_MODEL (self->keys)) > 0)
    {
      position = MIN (position, g_list_model_get_n_items (G_LIST_MODEL (self->keys)) - 1);
      row = find_row (self, gtk_string_list_get_string (self->keys, position));
    }
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

/* The largest first. */
static void
fill (NpMapList *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (self->list);
  g_autofree char *key = focused != NULL ? g_strdup (key_of (gtk_widget_get_first_child (focused))) : NULL;
  guint position =
      gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (self->list))));
  guint n;
  const NpMapNode *nodes = np_topic_map_get_nodes (self->map, &n);
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (NpMapNode));
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  if (n > 0)
    g_array_append_vals (sorted, nodes, n);
  g_array_sort (sorted, compare_nodes);
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (keys, (char *) g_array_index (sorted, NpMapNode, i).key);
  g_ptr_array_add (keys, NULL);
  gtk_string_list_splice (self->keys, 0, g_list_model_get_n_items (G_LIST_MODEL (self->keys)),
                          (const char *const *) keys->pdata);
  if (focused != NULL)
    focus_again (self, key, position);
}

static char *
dup_related (NpMapList *self, NpTopicTree *tree, const char *key)
{
  guint n, n_nodes, node = np_topic_map_find (self->map, key), named = 0;
  const NpMapNode *nodes = np_topic_map_get_nodes (self->map, &n_nodes);
  const NpMapEdge *edges = np_topic_map_get_edges (self->map, &n);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n && named < MAX_NAMED; i++)
    {
      guint other = edges[i].a == node ? edges[i].b : edges[i].b == node ? edges[i].a : G_MAXUINT;
      const NpTopic *topic = other < n_nodes ? np_topic_tree_resolve (tree, nodes[other].key) : NULL;

      if (topic == NULL)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", topic->name);
      named++;
    }
  return g_string_free (names, FALSE);
}

/* What a row carries: its topic. */
static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, NpMapList *self)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (self->library);
  const char *const keys[] = { key_of (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source))), NULL };
  g_autofree char *name = keys[0] != NULL ? np_topic_size_join_names (tree, keys) : NULL;

  return name != NULL ? np_drag_provide_topics (keys, name) : NULL;
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, NpMapList *self)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (self->library);
  const char *const keys[] = { key_of (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source))), NULL };
  const NpTopic *topic = np_topic_tree_resolve (tree, keys[0]);
  g_autofree char *size = topic != NULL ? np_topic_size_describe (self->library, tree, keys) : NULL;

  if (topic != NULL)
    np_drag_icon_set (source, topic->name, size, 1);
}

static void
add_drag (NpMapList *self, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}

/* The topic whose row is in a place of the list. */
static const char *
find_target (GtkWidget *list, double x, double y, gboolean mark)
{
  GtkWidget *item = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);

  while (item != NULL && item != list && gtk_widget_get_parent (item) != list)
    item = gtk_widget_get_parent (item);
  return item != NULL && item != list ? key_of (gtk_widget_get_first_child (item)) : NULL;
}

/* The topic of the row that has the focus, and where it is. */
static const char *
find_focused (GtkWidget *list, GdkRectangle *at)
{
  GtkWidget *item = gtk_widget_get_focus_child (list);

  return item != NULL && np_popup_locate (item, list, at) ? key_of (gtk_widget_get_first_child (item)) : NULL;
}

static void
setup_cb (NpMapList *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *title = gtk_label_new (NULL),
            *rest = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (rest), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (rest), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (rest, "caption");
  gtk_widget_add_css_class (rest, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), rest);
  add_drag (self, box);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (NpMapList *self, GtkListItem *item)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (self->library);
  const char *key = gtk_string_object_get_string (gtk_list_item_get_item (item));
  const NpTopic *topic = np_topic_tree_resolve (tree, key);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *rest = gtk_widget_get_next_sibling (title);
  g_autofree char *stories = np_format_stories (np_library_get_topic_count (self->library, key));
  g_autofree char *words = g_strdup_printf ("%s, %s", topic != NULL ? topic->name : key, stories);
  g_autofree char *related = dup_related (self, tree, key);
  /* Translators: names of topics */
  g_autofree char *line =
      *related != '\0' ? g_strdup_printf (_ ("related: %s"), related) : g_strdup (_ ("related to none"));

  g_autofree char *whole = g_strdup_printf ("%s, %s", words, line);

  gtk_label_set_label (GTK_LABEL (title), words);
  gtk_label_set_label (GTK_LABEL (rest), line);
  g_object_set_data_full (G_OBJECT (gtk_list_item_get_child (item)), "np-key", g_strdup (key), g_free);
  np_row_label_set (gtk_list_item_get_child (item), whole);
}

static void
activate_cb (NpMapList *self, guint position)
{
  g_autofree char *key = g_strdup (gtk_string_list_get_string (self->keys, position));

  if (key != NULL)
    g_signal_emit (self, picked_signal, 0, key);
}

static void
np_map_list_dispose (GObject *object)
{
  NpMapList *self = NP_MAP_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->keys);
  g_clear_object (&self->map);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_map_list_parent_class)->dispose (object);
}

static void
np_map_list_class_init (NpMapListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_map_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  picked_signal =
      g_signal_new ("picked", NP_TYPE_MAP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
np_map_list_init (NpMapList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  self->keys = gtk_string_list_new (NULL);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->keys)))),
                            factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "np-map-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Topics and what they are related to"), -1);
  g_signal_connect_swapped (list, "activate", G_CALLBACK (activate_cb), self);
  self->list = list;
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * np_map_list_new:
 * @library: the library
 * @map: the map of its topics
 *
 * Returns: (transfer floating): the list; it follows @map
 */
GtkWidget *
np_map_list_new (NpLibrary *library, NpTopicMap *map)
{
  NpMapList *self = g_object_new (NP_TYPE_MAP_LIST, NULL);

  self->library = g_object_ref (library);
  self->map = g_object_ref (map);
  g_signal_connect_object (map, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  np_map_drops_attach (self->list, library, find_target);
  np_map_menu_attach (self->list, library, find_target);
  np_map_menu_add_keys (self->list, library, find_focused);
  fill (self);
  return GTK_WIDGET (self);
}
