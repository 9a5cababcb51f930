#include "ui/sidebar/np-sidebar-keys.h"

#include "ui/sidebar/np-sidebar-menu.h"
#include "ui/sidebar/np-sidebar-step.h"

static void
step_out (GtkListView *list, GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (row);

  if (parent == NULL)
    return;
  gtk_selection_model_select_item (gtk_list_view_get_model (list), gtk_tree_list_row_get_position (parent), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", gtk_tree_list_row_get_position (parent));
}

static NpSidebarRow *
row_at (GtkListView *list, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (row != NULL && NP_IS_SIDEBAR_ROW (row) && np_sidebar_row_get_row (NP_SIDEBAR_ROW (row)) != NULL
          && gtk_tree_list_row_get_position (np_sidebar_row_get_row (NP_SIDEBAR_ROW (row))) == position)
        return NP_SIDEBAR_ROW (row);
    }
  return NULL;
}

/* A list takes the arrow keys only to rows that can be selected. The heading has a button: the way to the topics and
 * back leads over it. */
static gboolean
step_by_heading (GtkListView *list, NpSidebarRow *from, int step)
{
  guint position = gtk_tree_list_row_get_position (np_sidebar_row_get_row (from));
  NpSidebarRow *to = position > 0 || step > 0 ? row_at (list, (guint) ((int) position + step)) : NULL;
  gboolean leaves = np_sidebar_item_get_kind (np_sidebar_row_get_item (from)) == NP_SIDEBAR_HEADING;

  if (to == NULL || np_sidebar_row_get_item (to) == NULL)
    return FALSE;
  if (np_sidebar_item_get_kind (np_sidebar_row_get_item (to)) == NP_SIDEBAR_HEADING)
    return gtk_widget_child_focus (GTK_WIDGET (to), GTK_DIR_TAB_FORWARD);
  if (!leaves)
    return FALSE;
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (to)));
  gtk_selection_model_select_item (gtk_list_view_get_model (list), (guint) ((int) position + step), TRUE);
  return TRUE;
}

/**
 * np_sidebar_keys_press:
 * @row: the row that has the focus
 * @key: the key that was pressed
 * @state: what was held with it
 * @list: the list of the rows; its model is an #NpSidebarSelection
 * @model: the rows
 * @library: whose topics they show
 *
 * Opens the menu, names, drops, opens and closes what the row shows.
 *
 * Returns: whether the key means something here
 */
gboolean
np_sidebar_keys_press (NpSidebarRow *row, guint key, GdkModifierType state, GtkListView *list, NpSidebarModel *model,
                       NpLibrary *library)
{
  NpSidebarItem *item = np_sidebar_row_get_item (row);
  gboolean forward =
      gtk_widget_get_direction (GTK_WIDGET (list)) == GTK_TEXT_DIR_RTL ? key == GDK_KEY_Left : key == GDK_KEY_Right;

  NpSidebarSelection *selection = NP_SIDEBAR_SELECTION (gtk_list_view_get_model (list));
  g_auto (GStrv) keys = NULL;

  state &= gtk_accelerator_get_default_mod_mask ();
  if (item == NULL)
    return GDK_EVENT_PROPAGATE;
  if (state == GDK_ALT_MASK && (key == GDK_KEY_Up || key == GDK_KEY_Down)
      && np_sidebar_item_get_kind (item) == NP_SIDEBAR_TOPIC)
    {
      np_sidebar_step_topic (GTK_WIDGET (list), library, np_sidebar_item_get_key (item), key == GDK_KEY_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    }
  if (state & ~GDK_SHIFT_MASK)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && state & GDK_SHIFT_MASK))
    {
      np_sidebar_menu_popup (row, library, selection, 24, gtk_widget_get_height (GTK_WIDGET (row)));
      return GDK_EVENT_STOP;
    }
  if (state == 0 && (key == GDK_KEY_Up || key == GDK_KEY_Down))
    return step_by_heading (list, row, key == GDK_KEY_Up ? -1 : 1);
  if (np_sidebar_item_get_kind (item) == NP_SIDEBAR_HEADING && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      gtk_widget_activate_action (GTK_WIDGET (row), "sidebar.new-topic", "(sas)", "", NULL);
      return GDK_EVENT_STOP;
    }
  if (np_sidebar_item_get_kind (item) != NP_SIDEBAR_TOPIC)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_F2)
    gtk_widget_activate_action (GTK_WIDGET (row), "sidebar.rename", "s", np_sidebar_item_get_key (item));
  else if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    {
      keys = np_sidebar_selection_dup_meant (selection, np_sidebar_item_get_key (item));
      gtk_widget_activate_action (GTK_WIDGET (row), "topic.drop", "^as", keys);
    }
  else if (state == 0 && (key == GDK_KEY_Right || key == GDK_KEY_Left))
    {
      if (forward)
        np_sidebar_model_set_expanded (model, np_sidebar_row_get_row (row), TRUE);
      else if (np_sidebar_item_get_expanded (item))
        np_sidebar_model_set_expanded (model, np_sidebar_row_get_row (row), FALSE);
      else
        step_out (list, np_sidebar_row_get_row (row));
    }
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}
