#include "ui/np-window-feeds.h"

#include "ui/feeds/np-new-button.h"

/* What the actions need; lives as long as their group. */
typedef struct
{
  NpWindowShelf of;
  NpNewButton *button;
  NpFeeds *feeds; /* of the library, which outlives the window */
} Shelf;

static void
show (Shelf *shelf, gboolean shown)
{
  gtk_stack_set_visible_child (shelf->of.middle, shown ? GTK_WIDGET (shelf->of.page) : GTK_WIDGET (shelf->of.list));
  np_new_button_set_shown (shelf->button, shown);
  if (shown)
    gtk_widget_add_css_class (GTK_WIDGET (shelf->of.sidebar), "elsewhere");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (shelf->of.sidebar), "elsewhere");
}

static void
show_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Shelf *shelf = user_data;

  show (shelf, TRUE);
  shelf->of.show_list (shelf->of.body);
  np_new_page_focus_list (shelf->of.page);
}

static void
hide_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show (user_data, FALSE);
}

/* What was done on the shelf, or the last change of all when nothing was. */
static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Shelf *shelf = user_data;

  if (!np_new_page_undo (shelf->of.page))
    gtk_widget_activate_action (shelf->of.window, "win.undo", NULL);
}

static void
refresh_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Shelf *shelf = user_data;

  np_feeds_refresh_async (shelf->feeds, NULL, NULL, NULL);
}

static void
follow_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_cb (action, NULL, user_data);
  np_new_page_open_follow (((Shelf *) user_data)->of.page);
}

static const GActionEntry actions[] = {
  { .name = "show", .activate = show_cb },     { .name = "hide", .activate = hide_cb },
  { .name = "undo", .activate = undo_cb },     { .name = "refresh", .activate = refresh_cb },
  { .name = "follow", .activate = follow_cb },
};

static void
left_cb (Shelf *shelf)
{
  show (shelf, FALSE);
}

/* Also a row that was selected before the shelf was shown, and so is not selected anew. */
static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, Shelf *shelf)
{
  GtkWidget *sidebar = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  GtkWidget *under = gtk_widget_pick (sidebar, x, y, GTK_PICK_DEFAULT);

  if (under != NULL && gtk_widget_get_ancestor (under, GTK_TYPE_LIST_VIEW) != NULL)
    show (shelf, FALSE);
}

static void
watch_presses (Shelf *shelf)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), shelf);
  gtk_widget_add_controller (GTK_WIDGET (shelf->of.sidebar), GTK_EVENT_CONTROLLER (click));
}

/* Before the widget that has the focus sees them, as the other keys of the window. */
static void
add_keys (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  static const char *const keys[][2] = { { "<Alt>0", "feeds.show" }, { "F5", "feeds.refresh" } };

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i][0]), gtk_named_action_new (keys[i][1])));
  gtk_widget_add_controller (window, controller);
}

/**
 * np_window_feeds_install:
 * @shelf: the parts of the window
 * @library: what the window shows
 * @changer: what says what was done
 *
 * Lets the shelf be shown, from the sidebar and by key, and hidden again when a place is.
 */
void
np_window_feeds_install (const NpWindowShelf *shelf, NpLibrary *library, NpChanger *changer)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  Shelf *kept = g_new0 (Shelf, 1);

  kept->of = *shelf;
  kept->feeds = np_library_get_feeds (library);
  kept->button =
      NP_NEW_BUTTON (gtk_widget_get_template_child (GTK_WIDGET (shelf->sidebar), NP_TYPE_SIDEBAR, "new_button"));
  g_object_set_data_full (G_OBJECT (group), "shelf", kept, g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), kept);
  gtk_widget_insert_action_group (shelf->window, "feeds", G_ACTION_GROUP (group));
  np_new_page_set_library (shelf->page, library, changer);
  np_new_button_set_feeds (kept->button, kept->feeds);
  g_signal_connect_swapped (shelf->sidebar, "place-selected", G_CALLBACK (left_cb), kept);
  g_signal_connect_swapped (shelf->sidebar, "place-activated", G_CALLBACK (left_cb), kept);
  g_signal_connect_swapped (shelf->searches, "activated", G_CALLBACK (left_cb), kept);
  g_signal_connect_swapped (shelf->list, "search-started", G_CALLBACK (left_cb), kept);
  watch_presses (kept);
  add_keys (shelf->window);
}
