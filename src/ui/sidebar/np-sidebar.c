#include "ui/sidebar/np-sidebar.h"

#include "ui/dialogs/np-add-popover.h"
#include "ui/sidebar/np-sidebar-dnd.h"
#include "ui/sidebar/np-sidebar-menu.h"
#include "ui/sidebar/np-sidebar-model.h"
#include "ui/sidebar/np-sidebar-row.h"

#include <glib/gi18n.h>

struct _NpSidebar
{
  GtkWidget parent_instance;
  AdwHeaderBar *header;
  GtkMenuButton *add_button;
  NpAddPopover *add_popover;
  GtkListView *list;
  NpLibrary *library;
  NpChanger *changer;
  NpSidebarModel *model;
  GtkSingleSelection *selection;
  GHashTable *live; /* set of NpSidebarRow that show something now; not owned */
  NpPlace place;
  char *topic;
  gboolean selecting;
  char *new_parent; /* what the topic gets that is being named in the heading */
  char **new_ids;
  guint edit_id;
};

G_DEFINE_FINAL_TYPE (NpSidebar, np_sidebar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PLACE_SELECTED,
  SIGNAL_PLACE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static NpSidebarItem *
item_at (NpSidebar *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return row != NULL ? NP_SIDEBAR_ITEM (gtk_tree_list_row_get_item (row)) : NULL;
}

static void
set_shown (NpSidebar *self, NpPlace place, const char *topic)
{
  if (self->place == place && g_strcmp0 (self->topic, topic) == 0)
    return;
  self->place = place;
  g_free (self->topic);
  self->topic = g_strdup (topic);
  g_signal_emit (self, signals[SIGNAL_PLACE_SELECTED], 0, (int) place, self->topic);
}

static void
selected_cb (NpSidebar *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  g_autoptr (NpSidebarItem) item = NULL;

  if (self->selecting || position == GTK_INVALID_LIST_POSITION)
    return;
  item = item_at (self, position);
  if (item != NULL && np_sidebar_item_get_kind (item) != NP_SIDEBAR_HEADING)
    set_shown (self, np_sidebar_item_get_place (item), np_sidebar_item_get_key (item));
}

static guint
find_shown (NpSidebar *self)
{
  return self->topic != NULL ? np_sidebar_model_find_topic (self->model, self->topic)
                             : np_sidebar_model_find_place (self->model, self->place);
}

/* After rows came, went or moved: the same place is selected. A topic that was merged is followed; one that is gone
 * gives way to all stories. */
static void
updated_cb (NpSidebar *self)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (self->library);
  const NpTopic *topic = np_topic_tree_resolve (tree, self->topic);

  self->selecting = TRUE;
  if (self->topic != NULL && (topic == NULL || !g_str_equal (topic->key, self->topic)))
    set_shown (self, NP_PLACE_ALL, topic != NULL ? topic->key : NULL);
  gtk_single_selection_set_selected (self->selection, find_shown (self));
  self->selecting = FALSE;
}

static void
activate_cb (NpSidebar *self, guint position)
{
  g_autoptr (NpSidebarItem) item = item_at (self, position);

  if (item != NULL && np_sidebar_item_get_kind (item) != NP_SIDEBAR_HEADING)
    g_signal_emit (self, signals[SIGNAL_PLACE_ACTIVATED], 0);
}

static NpSidebarRow *
find_live (NpSidebar *self, NpSidebarKind kind, const char *key)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      NpSidebarItem *item = np_sidebar_row_get_item (row);

      if (np_sidebar_item_get_kind (item) == kind && g_strcmp0 (np_sidebar_item_get_key (item), key) == 0)
        return row;
    }
  return NULL;
}

/* The row that has the keyboard focus, if it is one of this list. */
static NpSidebarRow *
find_focused (NpSidebar *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return NP_IS_SIDEBAR_ROW (child) && gtk_widget_is_ancestor (child, GTK_WIDGET (self)) ? NP_SIDEBAR_ROW (child) : NULL;
}

static void
toggle_cb (NpSidebar *self, NpSidebarRow *row)
{
  np_sidebar_model_set_expanded (self->model, np_sidebar_row_get_row (row),
                                 !np_sidebar_item_get_expanded (np_sidebar_row_get_item (row)));
}

static void
clear_new (NpSidebar *self)
{
  g_clear_pointer (&self->new_parent, g_free);
  g_clear_pointer (&self->new_ids, g_strfreev);
}

static void
named_cb (NpSidebar *self, const char *name, NpSidebarRow *row)
{
  NpSidebarItem *item = np_sidebar_row_get_item (row);

  if (np_sidebar_item_get_kind (item) == NP_SIDEBAR_HEADING)
    {
      np_changer_do (self->changer, np_change_new_topic (name, self->new_parent, (const char *const *) self->new_ids));
      if (self->new_parent != NULL)
        np_sidebar_model_open_topic (self->model, self->new_parent);
    }
  else if (g_strcmp0 (name, np_sidebar_item_get_name (item)) != 0)
    np_changer_do (self->changer, np_change_new_rename (np_sidebar_item_get_key (item), name));
}

static void
edit_ended_cb (NpSidebar *self, NpSidebarRow *row)
{
  clear_new (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
new_topic_cb (NpSidebar *self)
{
  np_sidebar_new_topic (self, NULL, NULL);
}

static gboolean
press_cb (GtkGestureClick *gesture, int n_press, double x, double y, NpSidebarRow *row)
{
  NpSidebar *self = NP_SIDEBAR (gtk_widget_get_ancestor (GTK_WIDGET (row), NP_TYPE_SIDEBAR));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (self == NULL || np_sidebar_row_get_item (row) == NULL)
    return FALSE;
  if (button == GDK_BUTTON_SECONDARY)
    np_sidebar_menu_popup (row, self->library, x, y);
  else if (button == GDK_BUTTON_PRIMARY && n_press == 1
           && np_sidebar_item_get_kind (np_sidebar_row_get_item (row)) != NP_SIDEBAR_HEADING)
    g_signal_emit (self, signals[SIGNAL_PLACE_ACTIVATED], 0);
  else if (n_press == 2 && np_sidebar_item_get_kind (np_sidebar_row_get_item (row)) == NP_SIDEBAR_TOPIC)
    np_sidebar_rename (self, np_sidebar_item_get_key (np_sidebar_row_get_item (row)));
  return TRUE;
}

static void
long_press_cb (GtkGestureLongPress *gesture, double x, double y, NpSidebarRow *row)
{
  NpSidebar *self = NP_SIDEBAR (gtk_widget_get_ancestor (GTK_WIDGET (row), NP_TYPE_SIDEBAR));

  if (self != NULL && np_sidebar_row_get_item (row) != NULL)
    np_sidebar_menu_popup (row, self->library, x, y);
}

static void
add_gestures (NpSidebarRow *row)
{
  GtkGesture *click = gtk_gesture_click_new (), *menu = gtk_gesture_click_new (),
             *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (click, "released", G_CALLBACK (press_cb), row);
  g_signal_connect (menu, "pressed", G_CALLBACK (press_cb), row);
  g_signal_connect (press, "pressed", G_CALLBACK (long_press_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (press));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  NpSidebar *self = user_data;
  GtkWidget *row = np_sidebar_row_new ();

  g_signal_connect_object (row, "toggle", G_CALLBACK (toggle_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "named", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "edit-ended", G_CALLBACK (edit_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "new-topic", G_CALLBACK (new_topic_cb), self, G_CONNECT_SWAPPED);
  add_gestures (NP_SIDEBAR_ROW (row));
  np_sidebar_dnd_attach (NP_SIDEBAR_ROW (row), self->library, self->changer);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  NpSidebar *self = user_data;
  NpSidebarRow *row = NP_SIDEBAR_ROW (gtk_list_item_get_child (item));
  gboolean heading;

  np_sidebar_row_bind (row, gtk_list_item_get_item (item));
  g_hash_table_add (self->live, row);
  heading = np_sidebar_item_get_kind (np_sidebar_row_get_item (row)) == NP_SIDEBAR_HEADING;
  gtk_list_item_set_selectable (item, !heading);
  gtk_list_item_set_activatable (item, !heading);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  NpSidebar *self = user_data;
  NpSidebarRow *row = NP_SIDEBAR_ROW (gtk_list_item_get_child (item));

  g_hash_table_remove (self->live, row);
  np_sidebar_row_unbind (row);
}

static void
step_out (NpSidebar *self, GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (row);

  if (parent == NULL)
    return;
  gtk_single_selection_set_selected (self->selection, gtk_tree_list_row_get_position (parent));
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              gtk_tree_list_row_get_position (parent));
}

static gboolean
key_pressed_cb (NpSidebar *self, guint key, guint code, GdkModifierType state)
{
  NpSidebarRow *row = find_focused (self);
  NpSidebarItem *item = row != NULL ? np_sidebar_row_get_item (row) : NULL;
  gboolean forward =
      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? key == GDK_KEY_Left : key == GDK_KEY_Right;

  if (item == NULL || (state & gtk_accelerator_get_default_mod_mask ()) & ~GDK_SHIFT_MASK)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && state & GDK_SHIFT_MASK))
    {
      np_sidebar_menu_popup (row, self->library, 24, gtk_widget_get_height (GTK_WIDGET (row)));
      return GDK_EVENT_STOP;
    }
  if (np_sidebar_item_get_kind (item) == NP_SIDEBAR_HEADING && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      np_sidebar_new_topic (self, NULL, NULL);
      return GDK_EVENT_STOP;
    }
  if (np_sidebar_item_get_kind (item) != NP_SIDEBAR_TOPIC)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_F2)
    np_sidebar_rename (self, np_sidebar_item_get_key (item));
  else if (key == GDK_KEY_Delete)
    gtk_widget_activate_action (GTK_WIDGET (row), "topic.drop", "s", np_sidebar_item_get_key (item));
  else if (key == GDK_KEY_Right || key == GDK_KEY_Left)
    {
      if (forward)
        np_sidebar_model_set_expanded (self->model, np_sidebar_row_get_row (row), TRUE);
      else if (np_sidebar_item_get_expanded (item))
        np_sidebar_model_set_expanded (self->model, np_sidebar_row_get_row (row), FALSE);
      else
        step_out (self, np_sidebar_row_get_row (row));
    }
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  np_sidebar_rename (NP_SIDEBAR (widget), g_variant_get_string (parameter, NULL));
}

static void
new_topic_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *parent;
  g_autofree const char **ids = NULL;

  g_variant_get (parameter, "(&s^a&s)", &parent, &ids);
  np_sidebar_new_topic (NP_SIDEBAR (widget), *parent != '\0' ? parent : NULL, ids);
}

static void
np_sidebar_dispose (GObject *object)
{
  NpSidebar *self = NP_SIDEBAR (object);

  g_clear_handle_id (&self->edit_id, g_source_remove);
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->changer);
  g_clear_object (&self->library);
  clear_new (self);
  G_OBJECT_CLASS (np_sidebar_parent_class)->dispose (object);
}

static void
np_sidebar_finalize (GObject *object)
{
  NpSidebar *self = NP_SIDEBAR (object);

  g_hash_table_unref (self->live);
  g_free (self->topic);
  G_OBJECT_CLASS (np_sidebar_parent_class)->finalize (object);
}

static void
np_sidebar_class_init (NpSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = np_sidebar_finalize;
  g_type_ensure (NP_TYPE_ADD_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/sidebar/np-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, NpSidebar, header);
  gtk_widget_class_bind_template_child (widget_class, NpSidebar, add_button);
  gtk_widget_class_bind_template_child (widget_class, NpSidebar, add_popover);
  gtk_widget_class_bind_template_child (widget_class, NpSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "sidebar.rename", "s", rename_action);
  gtk_widget_class_install_action (widget_class, "sidebar.new-topic", "(sas)", new_topic_action);
  signals[SIGNAL_PLACE_SELECTED] = g_signal_new ("place-selected", NP_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                 NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[SIGNAL_PLACE_ACTIVATED] =
      g_signal_new ("place-activated", NP_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_sidebar_init (NpSidebar *self)
{
  self->live = g_hash_table_new (NULL, NULL);
  self->place = NP_PLACE_INBOX;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * np_sidebar_set_library:
 * @self: a sidebar without a library
 * @library: whose topics to show
 * @changer: does the changes
 * @expanded: (array zero-terminated=1): keys of the topics that are open
 *
 * Fills the sidebar; once.
 */
void
np_sidebar_set_library (NpSidebar *self, NpLibrary *library, NpChanger *changer, const char *const *expanded)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  g_return_if_fail (NP_IS_SIDEBAR (self) && self->library == NULL);

  self->library = g_object_ref (library);
  self->changer = g_object_ref (changer);
  self->model = np_sidebar_model_new (library, expanded);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (np_sidebar_model_get_rows (self->model)));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  np_add_popover_set_library (self->add_popover, library);
  updated_cb (self);
}

/**
 * np_sidebar_select:
 * @self: a sidebar with a library
 * @place: a place
 * @topic: (nullable): key of a topic; @place is then all stories
 *
 * Shows another place, or a topic, opening those it is in.
 */
void
np_sidebar_select (NpSidebar *self, NpPlace place, const char *topic)
{
  g_return_if_fail (NP_IS_SIDEBAR (self) && self->model != NULL);

  if (topic != NULL)
    np_sidebar_model_reveal_topic (self->model, topic);
  set_shown (self, topic != NULL ? NP_PLACE_ALL : place, topic);
  updated_cb (self);
}

/**
 * np_sidebar_get_place:
 * @self: a sidebar
 *
 * Returns: the place that is shown
 */
NpPlace
np_sidebar_get_place (NpSidebar *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR (self), NP_PLACE_ALL);

  return self->place;
}

/**
 * np_sidebar_get_topic:
 * @self: a sidebar
 *
 * Returns: (nullable): the key of the topic that is shown
 */
const char *
np_sidebar_get_topic (NpSidebar *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR (self), NULL);

  return self->topic;
}

/**
 * np_sidebar_dup_expanded:
 * @self: a sidebar
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): keys of the topics that are open
 */
char **
np_sidebar_dup_expanded (NpSidebar *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR (self), NULL);

  return self->model != NULL ? np_sidebar_model_dup_expanded (self->model) : NULL;
}

/* Says why when nothing can be changed, rather than do nothing. */
static gboolean
check_writable (NpSidebar *self)
{
  g_autoptr (GError) reason = NULL;

  if (np_library_is_writable (self->library, &reason))
    return TRUE;
  if (reason != NULL)
    np_changer_tell_error (self->changer, reason);
  return FALSE;
}

/**
 * np_sidebar_rename:
 * @self: a sidebar
 * @key: key of a topic
 *
 * Lets the user type another name for the topic, in its row.
 */
void
np_sidebar_rename (NpSidebar *self, const char *key)
{
  NpSidebarRow *row;

  g_return_if_fail (NP_IS_SIDEBAR (self) && key != NULL);

  row = find_live (self, NP_SIDEBAR_TOPIC, key);
  if (row != NULL && check_writable (self))
    np_sidebar_row_edit (row, np_sidebar_item_get_name (np_sidebar_row_get_item (row)));
}

static gboolean
edit_heading_cb (gpointer user_data)
{
  NpSidebar *self = user_data;
  NpSidebarRow *row = find_live (self, NP_SIDEBAR_HEADING, NULL);

  self->edit_id = 0;
  if (row != NULL)
    np_sidebar_row_edit (row, "");
  return G_SOURCE_REMOVE;
}

/**
 * np_sidebar_new_topic:
 * @self: a sidebar
 * @parent: (nullable): key of the topic that it goes into
 * @ids: (nullable) (array zero-terminated=1): ids of stories that get it
 *
 * Lets the user type the name of a new topic, in the heading.
 */
void
np_sidebar_new_topic (NpSidebar *self, const char *parent, const char *const *ids)
{
  g_return_if_fail (NP_IS_SIDEBAR (self));

  if (self->library == NULL || !check_writable (self))
    return;
  clear_new (self);
  self->new_parent = g_strdup (parent);
  self->new_ids = g_strdupv ((char **) ids);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              np_sidebar_model_find_place (self->model, NP_PLACE_TRASH) + 1);
  /* Not in the middle of a drop or of a menu that closes: both put the focus elsewhere afterwards. */
  if (self->edit_id == 0)
    self->edit_id = g_timeout_add (50, edit_heading_cb, self);
}

/**
 * np_sidebar_set_title_buttons:
 * @self: a sidebar
 * @end: whether it is the last pane that is visible
 * @layout: (nullable): which of the window's buttons; `NULL` for all
 *
 * Shows the window's buttons at the end of its header bar.
 */
void
np_sidebar_set_title_buttons (NpSidebar *self, gboolean end, const char *layout)
{
  g_return_if_fail (NP_IS_SIDEBAR (self));

  adw_header_bar_set_decoration_layout (self->header, layout);
  adw_header_bar_set_show_end_title_buttons (self->header, end);
}

/**
 * np_sidebar_open_add:
 * @self: a sidebar
 *
 * Opens the popover to save stories.
 */
void
np_sidebar_open_add (NpSidebar *self)
{
  g_return_if_fail (NP_IS_SIDEBAR (self));

  gtk_menu_button_popup (self->add_button);
}

/**
 * np_sidebar_has_focus:
 * @self: a sidebar
 *
 * Returns: whether the keyboard focus is on one of its topics
 */
gboolean
np_sidebar_has_focus (NpSidebar *self)
{
  NpSidebarRow *row;

  g_return_val_if_fail (NP_IS_SIDEBAR (self), FALSE);

  row = gtk_widget_get_root (GTK_WIDGET (self)) != NULL ? find_focused (self) : NULL;
  return row != NULL && np_sidebar_item_get_kind (np_sidebar_row_get_item (row)) == NP_SIDEBAR_TOPIC;
}
