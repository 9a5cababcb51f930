#include "ui/map/np-map-menu.h"

#include "ui/np-popup.h"
#include "ui/topics/np-topic-menu.h"
#include "ui/topics/np-topic-name.h"

/* One map or list; it lives as long as that. */
typedef struct
{
  GtkWidget *map; /* not owned: it owns this */
  NpLibrary *library;
  NpMapTargetFunc find_target;
  NpMapFocusFunc find_focused;
  double x, y; /* where the right button was pressed */
} Menu;

static void
menu_free (gpointer data)
{
  Menu *menu = data;

  g_object_unref (menu->library);
  g_free (menu);
}

static Menu *
new_menu (GtkWidget *map, NpLibrary *library, const char *name)
{
  Menu *menu = g_new0 (Menu, 1);

  menu->map = map;
  menu->library = g_object_ref (library);
  g_object_set_data_full (G_OBJECT (map), name, menu, menu_free);
  return menu;
}

/* Around a list that scrolls is a page that a menu hangs on; a map is one itself. */
static GtkWidget *
find_page (Menu *menu)
{
  return GTK_IS_LIST_VIEW (menu->map) ? np_popup_find_page (menu->map) : menu->map;
}

static void
open_menu (Menu *menu, const char *key, const GdkRectangle *in_map)
{
  const char *const keys[] = { key, NULL };
  GtkWidget *page = find_page (menu);
  double x, y;

  if (gtk_widget_translate_coordinates (menu->map, page, in_map->x, in_map->y, &x, &y))
    np_topic_menu_popup (page, menu->library, keys, key, FALSE,
                         &(GdkRectangle){ (int) x, (int) y, in_map->width, in_map->height }, 0, in_map->height);
}

static gboolean
open_at (Menu *menu, double x, double y)
{
  g_autofree char *key = g_strdup (menu->find_target (menu->map, x, y, FALSE));

  if (key != NULL)
    open_menu (menu, key, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  return key != NULL;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, Menu *menu)
{
  menu->x = x;
  menu->y = y;
}

/* Once it is let go where it was pressed: on the way to elsewhere a relation is drawn. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, Menu *menu)
{
  if (!gtk_drag_check_threshold (menu->map, (int) menu->x, (int) menu->y, (int) x, (int) y))
    open_at (menu, x, y);
}

/* What was pressed is neither carried nor shown when the finger is lifted. */
static void
long_press_cb (GtkGestureLongPress *gesture, double x, double y, Menu *menu)
{
  if (open_at (menu, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/**
 * np_map_menu_attach:
 * @map: the map, or its list
 * @library: the library
 * @find_target: finds what is in a place
 *
 * Lets the menu of a topic be opened by the right button and by a long press of a finger.
 */
void
np_map_menu_attach (GtkWidget *map, NpLibrary *library, NpMapTargetFunc find_target)
{
  GtkGesture *click = gtk_gesture_click_new (), *press = gtk_gesture_long_press_new ();
  Menu *menu = new_menu (map, library, "np-map-menu");

  menu->find_target = find_target;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), menu);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), menu);
  g_signal_connect (press, "pressed", G_CALLBACK (long_press_cb), menu);
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (press));
}

static char *
dup_name (NpLibrary *library, const char *key)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  const NpTopic *topic = np_topic_tree_resolve (tree, key);

  return topic != NULL ? g_strdup (topic->name) : NULL;
}

static void
open_name (Menu *menu, const char *key, const GdkRectangle *in_map)
{
  g_autofree char *name = dup_name (menu->library, key);
  GtkWidget *page = find_page (menu);
  double x, y;

  if (name != NULL && gtk_widget_translate_coordinates (menu->map, page, in_map->x, in_map->y, &x, &y))
    np_topic_name_popup (page, key, name, &(GdkRectangle){ (int) x, (int) y, in_map->width, in_map->height });
}

/* The keys of the sidebar. */
static gboolean
key_cb (Menu *menu, guint keyval, guint code, GdkModifierType state)
{
  GdkRectangle at;
  const char *found = menu->find_focused (menu->map, &at);
  g_autofree char *key = g_strdup (found);
  const char *const keys[] = { key, NULL };

  state &= gtk_accelerator_get_default_mod_mask ();
  if (key == NULL || (state & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && state == GDK_SHIFT_MASK))
    open_menu (menu, key, &at);
  else if (keyval == GDK_KEY_F2 && state == 0)
    open_name (menu, key, &at);
  else if ((keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete) && state == 0)
    gtk_widget_activate_action (menu->map, "topic.drop", "^as", keys);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/**
 * np_map_menu_add_keys:
 * @map: the map, or its list
 * @library: the library
 * @find_focused: finds the topic that keys mean
 *
 * Lets the menu be opened, and the topic be named and deleted, by the keys that do so in the sidebar.
 */
void
np_map_menu_add_keys (GtkWidget *map, NpLibrary *library, NpMapFocusFunc find_focused)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  Menu *menu = new_menu (map, library, "np-map-menu-keys");

  menu->find_focused = find_focused;
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), menu);
  gtk_widget_add_controller (map, key);
}
