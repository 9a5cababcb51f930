#include "ui/sidebar/np-search-menu.h"

#include "ui/np-popup.h"

#include <glib/gi18n.h>

static const struct
{
  const char *label;
  const char *action;
  const char *accel;
  guint key;
  GdkModifierType state;
} items[] = {
  { N_ ("_Rename"), "search.rename", "F2", GDK_KEY_F2, 0 },
  { N_ ("Move _Up"), "search.up", "<Control>Up", GDK_KEY_Up, GDK_CONTROL_MASK },
  { N_ ("Move _Down"), "search.down", "<Control>Down", GDK_KEY_Down, GDK_CONTROL_MASK },
  { N_ ("_Make a Rule…"), "search.rule", NULL, 0, 0 },
  { N_ ("Remo_ve"), "search.remove", "Delete", GDK_KEY_Delete, 0 },
};

/**
 * np_search_menu_popup:
 * @row: the row of a search
 * @x: where, in the row
 * @y: where, in the row
 *
 * Opens the menu of the search.
 */
void
np_search_menu_popup (NpSearchRow *row, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *page = np_popup_find_page (GTK_WIDGET (row));
  GdkRectangle at;

  if (page == NULL || !np_popup_locate (GTK_WIDGET (row), page, &at))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "s", np_search_row_get_id (row));
      if (items[i].accel != NULL)
        g_menu_item_set_attribute (item, "accel", "s", items[i].accel);
      g_menu_append_item (menu, item);
    }
  np_popup_open (np_popup_new_menu (G_MENU_MODEL (menu)), page,
                 &(GdkRectangle){ at.x + (int) x, at.y + (int) y, 1, 1 });
}

/**
 * np_search_menu_press:
 * @row: the row that has the focus
 * @key: the key that was pressed
 * @state: what was held with it
 *
 * Opens the menu, or does what is in it.
 *
 * Returns: whether the key means something here
 */
gboolean
np_search_menu_press (NpSearchRow *row, guint key, GdkModifierType state)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && state == GDK_SHIFT_MASK))
    {
      np_search_menu_popup (row, 24, gtk_widget_get_height (GTK_WIDGET (row)));
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    if (items[i].key != 0 && key == items[i].key && state == items[i].state)
      {
        gtk_widget_activate_action (GTK_WIDGET (row), items[i].action, "s", np_search_row_get_id (row));
        return TRUE;
      }
  return FALSE;
}
