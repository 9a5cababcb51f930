#include "ui/sidebar/np-sidebar.h"

#include "ui/dialogs/np-add-popover.h"
#include "ui/feeds/np-new-button.h"
#include "ui/np-drag-scroll.h"
#include "ui/np-main-menu.h"
#include "ui/sidebar/np-sidebar-parts.h"
#include "ui/sidebar/np-sidebar-focus.h"
#include "ui/sidebar/np-sidebar-keys.h"
#include "ui/sidebar/np-sidebar-model.h"
#include "ui/sidebar/np-sidebar-rows.h"
#include "ui/sidebar/np-topic-shelf.h"

#include <glib/gi18n.h>

struct _NpSidebar
{
  GtkWidget parent_instance;
  AdwHeaderBar *header;
  GtkMenuButton *add_button;
  NpAddPopover *add_popover;
  GtkListView *list;
  NpTopicShelf *shelf;
  NpLibrary *library;
  NpChanger *changer;
  NpSidebarModel *model;
  NpSidebarSelection *selection;
  NpSidebarRows *rows;
  NpPlace place;
  char *topic;
  gboolean selecting;
  gboolean nowhere; /* something else than a place or topic is shown */
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
  if (!self->nowhere && self->place == place && g_strcmp0 (self->topic, topic) == 0)
    return;
  self->nowhere = FALSE;
  self->place = place;
  g_free (self->topic);
  self->topic = g_strdup (topic);
  g_signal_emit (self, signals[SIGNAL_PLACE_SELECTED], 0, (int) place, self->topic);
}

/* Of several topics none is shown: the list stays with what it shows. */
static void
selected_cb (NpSidebar *self)
{
  guint position = np_sidebar_selection_get_single (self->selection);
  g_autoptr (NpSidebarItem) item = NULL;

  if (self->selecting || position == GTK_INVALID_LIST_POSITION)
    return;
  item = item_at (self, position);
  if (item != NULL && np_sidebar_item_get_kind (item) != NP_SIDEBAR_HEADING)
    set_shown (self, np_sidebar_item_get_place (item), np_sidebar_item_get_key (item));
}

/* Shows in the rows what is shown in the list. */
static void
select_shown (NpSidebar *self)
{
  self->selecting = TRUE;
  np_sidebar_selection_set_single (self->selection, self->nowhere ? GTK_INVALID_LIST_POSITION
                                                    : self->topic != NULL
                                                        ? np_sidebar_model_find_topic (self->model, self->topic)
                                                        : np_sidebar_model_find_place (self->model, self->place));
  self->selecting = FALSE;
}

/* After rows came, went or moved: the same place is selected. A topic that was merged is followed; one that is gone
 * gives way to all stories. */
static void
updated_cb (NpSidebar *self)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (self->library);
  const NpTopic *topic = np_topic_tree_resolve (tree, self->topic);

  self->selecting = TRUE;
  if (!self->nowhere && self->topic != NULL && (topic == NULL || !g_str_equal (topic->key, self->topic)))
    set_shown (self, NP_PLACE_ALL, topic != NULL ? topic->key : NULL);
  self->selecting = FALSE;
  if (np_sidebar_selection_get_size (self->selection) < 2)
    select_shown (self);
}

static void
activate_cb (NpSidebar *self, guint position)
{
  g_autoptr (NpSidebarItem) item = item_at (self, position);

  if (item != NULL && np_sidebar_item_get_kind (item) != NP_SIDEBAR_HEADING)
    g_signal_emit (self, signals[SIGNAL_PLACE_ACTIVATED], 0);
}

static void
toggle_cb (NpSidebar *self, NpSidebarRow *row)
{
  np_sidebar_model_set_expanded (self->model, np_sidebar_row_get_row (row),
                                 !np_sidebar_item_get_expanded (np_sidebar_row_get_item (row)));
}

static void
picked_cb (NpSidebar *self, const char *key)
{
  g_autofree char *topic = g_strdup (key);

  np_sidebar_select (self, NP_PLACE_ALL, topic);
  g_signal_emit (self, signals[SIGNAL_PLACE_ACTIVATED], 0);
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

static void
made_cb (NpSidebar *self, NpSidebarRow *row)
{
  g_signal_connect_object (row, "toggle", G_CALLBACK (toggle_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "named", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "edit-ended", G_CALLBACK (edit_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "new-topic", G_CALLBACK (new_topic_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
key_pressed_cb (NpSidebar *self, guint key, guint code, GdkModifierType state)
{
  NpSidebarRow *row = np_sidebar_rows_find_focused (GTK_WIDGET (self->list));

  return row != NULL ? np_sidebar_keys_press (row, key, state, self->list, self->model, self->library)
                     : GDK_EVENT_PROPAGATE;
}

static void
np_sidebar_dispose (GObject *object)
{
  NpSidebar *self = NP_SIDEBAR (object);

  g_clear_handle_id (&self->edit_id, g_source_remove);
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->changer);
  g_clear_object (&self->library);
  clear_new (self);
  g_clear_pointer (&self->topic, g_free);
  G_OBJECT_CLASS (np_sidebar_parent_class)->dispose (object);
}

static void
np_sidebar_class_init (NpSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_sidebar_dispose;
  g_type_ensure (NP_TYPE_ADD_POPOVER);
  g_type_ensure (NP_TYPE_MAIN_MENU);
  g_type_ensure (NP_TYPE_NEW_BUTTON);
  g_type_ensure (NP_TYPE_TOPIC_SHELF);
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/sidebar/np-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, NpSidebar, header);
  gtk_widget_class_bind_template_child (widget_class, NpSidebar, add_button);
  gtk_widget_class_bind_template_child (widget_class, NpSidebar, add_popover);
  gtk_widget_class_bind_template_child (widget_class, NpSidebar, list);
  gtk_widget_class_bind_template_child_full (widget_class, "new_button", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, NpSidebar, shelf);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  np_sidebar_actions_install (widget_class);
  signals[SIGNAL_PLACE_SELECTED] = g_signal_new ("place-selected", NP_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                 NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[SIGNAL_PLACE_ACTIVATED] =
      g_signal_new ("place-activated", NP_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_sidebar_init (NpSidebar *self)
{
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
  g_return_if_fail (NP_IS_SIDEBAR (self) && self->library == NULL);

  self->library = g_object_ref (library);
  self->changer = g_object_ref (changer);
  self->model = np_sidebar_model_new (library, expanded);
  self->selection = np_sidebar_selection_new (self->model);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  self->rows = np_sidebar_rows_new (library, changer, self->selection);
  g_signal_connect_object (self->rows, "made", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, np_sidebar_rows_get_factory (self->rows));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  np_sidebar_focus_keep (self->list, self->model);
  np_topic_shelf_set_library (self->shelf, library, self->model, self->rows);
  np_drag_scroll_attach (gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW));
  g_signal_connect_object (self->shelf, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
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
  select_shown (self);
}

/**
 * np_sidebar_unselect:
 * @self: a sidebar with a library
 *
 * Selects nothing: what is shown is no place and no topic.
 */
void
np_sidebar_unselect (NpSidebar *self)
{
  g_return_if_fail (NP_IS_SIDEBAR (self) && self->model != NULL);

  self->nowhere = TRUE;
  select_shown (self);
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

  row = self->rows != NULL ? np_sidebar_rows_find (self->rows, NP_SIDEBAR_TOPIC, key) : NULL;
  if (row != NULL && np_changer_check_writable (self->changer))
    np_sidebar_row_edit (row, np_sidebar_item_get_name (np_sidebar_row_get_item (row)));
}

static gboolean
edit_heading_cb (gpointer user_data)
{
  NpSidebar *self = user_data;
  NpSidebarRow *row = np_sidebar_rows_find (self->rows, NP_SIDEBAR_HEADING, NULL);

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

  if (self->library == NULL || !np_changer_check_writable (self->changer))
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
 * Shows the window's buttons at the end of its header bar, and the main menu.
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
 * @self: a sidebar whose popover to save stories is opened
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

  row = gtk_widget_get_root (GTK_WIDGET (self)) != NULL ? np_sidebar_rows_find_focused (GTK_WIDGET (self->list)) : NULL;
  return row != NULL && np_sidebar_item_get_kind (np_sidebar_row_get_item (row)) == NP_SIDEBAR_TOPIC;
}
