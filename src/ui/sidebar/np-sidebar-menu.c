#include "ui/sidebar/np-sidebar-menu.h"

#include "ui/np-popup.h"
#include "ui/topics/np-rules-window.h"
#include "ui/topics/np-topic-menu.h"
#include "ui/topics/np-topic-pairs.h"

#include <glib/gi18n.h>

/* What the "…" items of the heading's menu need; it lives as long as the menu. */
typedef struct
{
  GtkWidget *page;
  NpLibrary *library;
} Context;

static void
context_free (gpointer data)
{
  Context *context = data;

  g_object_unref (context->page);
  g_object_unref (context->library);
  g_free (context);
}

static void
twins_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Context *context = user_data;

  gtk_window_present (np_topic_pairs_new_twins (context->page, context->library));
}

static void
rules_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Context *context = user_data;

  gtk_window_present (np_rules_window_new (context->page, context->library));
}

static const GActionEntry entries[] = { { .name = "twins", .activate = twins_cb },
                                        { .name = "rules", .activate = rules_cb } };

static void
append (GMenu *menu, const char *label, const char *action, GVariant *target, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_heading_menu (void)
{
  GMenu *menu = g_menu_new ();
  const char *const none[] = { NULL };

  append (menu, _ ("_New Topic"), "sidebar.new-topic", g_variant_new ("(s^as)", "", none), "<Control><Shift>n");
  append (menu, _ ("_Find a Topic"), "sidebar.find-topic", NULL, NULL);
  append (menu, _ ("Possible _Duplicates…"), "menu.twins", NULL, NULL);
  append (menu, _ ("_Rules…"), "menu.rules", NULL, NULL);
  append (menu, _ ("Show _Hidden Topics"), "sidebar.show-hidden", NULL, NULL);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_trash_menu (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("_Empty Trash…"), "win.empty-trash", NULL, NULL);
  return G_MENU_MODEL (menu);
}

static void
open_menu (GtkWidget *page, NpLibrary *library, GMenuModel *menu, const GdkRectangle *at)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *popover = np_popup_new_menu (menu);
  Context *context = g_new0 (Context, 1);

  context->page = g_object_ref (page);
  context->library = g_object_ref (library);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), context);
  g_object_set_data_full (G_OBJECT (group), "context", context, context_free);
  gtk_widget_insert_action_group (popover, "menu", G_ACTION_GROUP (group));
  np_popup_open (popover, page, at);
}

static void
open_topic_menu (GtkWidget *page, NpLibrary *library, NpSidebarSelection *selection, const char *key,
                 const GdkRectangle *at, double x, double y)
{
  g_auto (GStrv) keys = np_sidebar_selection_dup_meant (selection, key);

  np_topic_menu_popup (page, library, (const char *const *) keys, key, TRUE, at, x, y);
}

/**
 * np_sidebar_menu_popup:
 * @row: a row that shows something
 * @library: the library
 * @selection: what is selected: the menu is about all of it when the row is part of it
 * @x: where, in the row
 * @y: where, in the row
 *
 * Opens the menu of topics, of the heading or of the trash. Other places have none.
 */
void
np_sidebar_menu_popup (NpSidebarRow *row, NpLibrary *library, NpSidebarSelection *selection, double x, double y)
{
  NpSidebarItem *item = np_sidebar_row_get_item (row);
  GtkWidget *page = np_popup_find_page (GTK_WIDGET (row));
  g_autoptr (GMenuModel) menu = NULL;
  GdkRectangle at;

  if (page == NULL || !np_popup_locate (GTK_WIDGET (row), page, &at))
    return;
  switch (np_sidebar_item_get_kind (item))
    {
    case NP_SIDEBAR_PLACE:
      menu = np_sidebar_item_get_place (item) == NP_PLACE_TRASH ? new_trash_menu () : NULL;
      break;
    case NP_SIDEBAR_HEADING:
      menu = new_heading_menu ();
      break;
    case NP_SIDEBAR_TOPIC:
      open_topic_menu (page, library, selection, np_sidebar_item_get_key (item), &at, x, y);
      break;
    }
  if (menu != NULL)
    open_menu (page, library, menu, &(GdkRectangle){ at.x + (int) x, at.y + (int) y, 1, 1 });
}
