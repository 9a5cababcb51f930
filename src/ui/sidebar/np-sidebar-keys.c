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
