#include "ui/sidebar/np-topic-shelf.h"

#include "ui/np-drag.h"

#include <glib/gi18n.h>

/* Fewer topics than this need no filter. */
#define FILTER_FROM 12

struct _NpTopicShelf
{
  GtkWidget parent_instance;
  NpLibrary *library;
  NpSidebarModel *model;
  GtkWidget *filter;
  GtkWidget *list;
  GListStore *items; /* of NpSidebarItem: the pinned topics that are there */
  char **pinned;
};

G_DEFINE_FINAL_TYPE (NpTopicShelf, np_topic_shelf, GTK_TYPE_WIDGET)

static guint picked_signal;

static void
filter_cb (NpTopicShelf *self)
{
  np_sidebar_model_set_filter (self->model, gtk_editable_get_text (GTK_EDITABLE (self->filter)));
}

static void
stop_cb (NpTopicShelf *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

static void
activate_cb (NpTopicShelf *self, guint position)
{
  g_autoptr (NpSidebarItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    g_signal_emit (self, picked_signal, 0, np_sidebar_item_get_key (item));
}

/* A topic that was merged is the one it is now; one that is gone may come back by undo. */
static void
update (NpTopicShelf *self)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (self->library);
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();

  for (guint i = 0; self->pinned[i] != NULL; i++)
    {
      const NpTopic *topic = np_topic_tree_resolve (tree, self->pinned[i]);

      if (topic != NULL && !g_ptr_array_find (topics, topic, NULL))
        g_ptr_array_add (topics, (gpointer) topic);
    }
  g_list_store_remove_all (self->items);
  for (guint i = 0; i < topics->len; i++)
    {
      const NpTopic *topic = topics->pdata[i];
      g_autoptr (NpSidebarItem) item = np_sidebar_item_new_topic (topic->key);

      np_sidebar_item_set_looks (item, topic->name, topic->color);
      np_sidebar_item_set_count (item, np_library_get_topic_count (self->library, topic->key));
      g_list_store_append (self->items, item);
    }
  gtk_widget_set_visible (self->list, topics->len > 0);
  gtk_widget_set_visible (self->filter, np_topic_tree_get_size (tree) >= FILTER_FROM);
}

/* Topics that are let go on the entry above them are pinned. It comes before the entry, which takes all text. */
static GdkDragAction
enter_cb (NpTopicShelf *self, double x, double y, GtkDropTarget *target)
{
  NpTopicDrag *drag = np_drag_get_topics (gtk_drop_target_get_current_drop (target));

  if (drag == NULL || np_topic_drag_get_new_name (drag) != NULL)
    return 0;
  gtk_widget_add_css_class (self->filter, "drop-onto");
  return np_drag_choose (gtk_drop_target_get_current_drop (target), GDK_ACTION_COPY);
}

static void
leave_cb (NpTopicShelf *self)
{
  gtk_widget_remove_css_class (self->filter, "drop-onto");
}

static gboolean
drop_cb (NpTopicShelf *self, const GValue *value)
{
  const char *const *keys = np_topic_drag_get_keys (g_value_get_object (value));
  const char *const *pinned = (const char *const *) self->pinned;

  leave_cb (self);
  for (guint i = 0; keys[i] != NULL; i++, pinned = (const char *const *) self->pinned)
    if (!g_strv_contains (pinned, keys[i]))
      np_topic_shelf_toggle (self, keys[i]);
  return TRUE;
}

static void
add_drop_target (NpTopicShelf *self)
{
  GtkDropTarget *target = gtk_drop_target_new (NP_TYPE_TOPIC_DRAG, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (self->filter, GTK_EVENT_CONTROLLER (target));
}

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  return NULL;
}

static void
np_topic_shelf_dispose (GObject *object)
{
  NpTopicShelf *self = NP_TOPIC_SHELF (object);

  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_object (&self->items);
  g_clear_object (&self->model);
  g_clear_object (&self->library);
  g_clear_pointer (&self->pinned, g_strfreev);
  G_OBJECT_CLASS (np_topic_shelf_parent_class)->dispose (object);
}

static void
np_topic_shelf_class_init (NpTopicShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_topic_shelf_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  picked_signal = g_signal_new ("picked", NP_TYPE_TOPIC_SHELF, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
}

static void
np_topic_shelf_init (NpTopicShelf *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->items = g_list_store_new (NP_TYPE_SIDEBAR_ITEM);
  self->pinned = g_new0 (char *, 1);
  self->filter = gtk_search_entry_new ();
  self->list = gtk_list_view_new (NULL, NULL);
  g_object_set (self->filter, "placeholder-text", _ ("Find a topic"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find a topic"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pinned topics"), -1);
  gtk_widget_add_css_class (self->filter, "np-topic-filter");
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_widget_add_css_class (self->list, "np-sidebar-list");
  gtk_widget_add_css_class (self->list, "np-topic-shelf");
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_set_visible (self->filter, FALSE);
  gtk_widget_set_visible (self->list, FALSE);
  g_signal_connect_swapped (self->filter, "search-changed", G_CALLBACK (filter_cb), self);
  g_signal_connect_swapped (self->filter, "stop-search", G_CALLBACK (stop_cb), self);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  add_drop_target (self);
  gtk_widget_set_parent (self->filter, GTK_WIDGET (self));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

/**
 * np_topic_shelf_set_library:
 * @self: a shelf without a library
 * @library: the library
 * @model: the rows that the filter is for
 * @rows: makes rows that take drops
 *
 * Fills the shelf; once.
 */
void
np_topic_shelf_set_library (NpTopicShelf *self, NpLibrary *library, NpSidebarModel *model, NpSidebarRows *rows)
{
  GtkTreeListModel *list;

  g_return_if_fail (NP_IS_TOPIC_SHELF (self) && self->library == NULL);

  self->library = g_object_ref (library);
  self->model = g_object_ref (model);
  list = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), FALSE, FALSE, create_children, NULL, NULL);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), np_sidebar_rows_get_factory (rows));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list),
                           GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (list))));
  g_signal_connect_object (library, "topics-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "counts-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * np_topic_shelf_set_pinned:
 * @self: a shelf with a library
 * @keys: (array zero-terminated=1): keys of topics
 */
void
np_topic_shelf_set_pinned (NpTopicShelf *self, const char *const *keys)
{
  char **copy = g_strdupv ((char **) keys);

  g_return_if_fail (NP_IS_TOPIC_SHELF (self) && self->library != NULL);

  g_strfreev (self->pinned);
  self->pinned = copy;
  update (self);
}

/**
 * np_topic_shelf_dup_pinned:
 * @self: a shelf
 *
 * Returns: (transfer full) (array zero-terminated=1): keys of the topics that are pinned
 */
char **
np_topic_shelf_dup_pinned (NpTopicShelf *self)
{
  g_return_val_if_fail (NP_IS_TOPIC_SHELF (self), NULL);

  return g_strdupv (self->pinned);
}

/**
 * np_topic_shelf_toggle:
 * @self: a shelf with a library
 * @key: the key of a topic
 *
 * Pins the topic, or takes it off.
 */
void
np_topic_shelf_toggle (NpTopicShelf *self, const char *key)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (GStrv) pinned = NULL;
  gboolean found = FALSE;

  g_return_if_fail (NP_IS_TOPIC_SHELF (self) && key != NULL);

  for (guint i = 0; self->pinned[i] != NULL; i++)
    if (g_str_equal (self->pinned[i], key))
      found = TRUE;
    else
      g_strv_builder_add (keys, self->pinned[i]);
  if (!found)
    g_strv_builder_add (keys, key);
  pinned = g_strv_builder_end (keys);
  np_topic_shelf_set_pinned (self, (const char *const *) pinned);
}

/**
 * np_topic_shelf_toggle_hidden:
 * @self: a shelf with a library
 *
 * Shows hidden topics in the list too, or no more.
 */
void
np_topic_shelf_toggle_hidden (NpTopicShelf *self)
{
  g_return_if_fail (NP_IS_TOPIC_SHELF (self) && self->model != NULL);

  np_sidebar_model_toggle_hidden (self->model);
}

/**
 * np_topic_shelf_focus_filter:
 * @self: a shelf
 *
 * Lets the user type what to look for.
 */
void
np_topic_shelf_focus_filter (NpTopicShelf *self)
{
  g_return_if_fail (NP_IS_TOPIC_SHELF (self));

  gtk_widget_set_visible (self->filter, TRUE);
  gtk_widget_grab_focus (self->filter);
}
