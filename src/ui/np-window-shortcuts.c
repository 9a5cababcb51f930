#include "ui/np-window-shortcuts.h"

#include "ui/feeds/np-new-page.h"
#include "ui/np-focus-keeper.h"
#include "ui/np-main-menu.h"

#include <string.h>

/* An action of the list itself. */
#define SELECT_ALL "list.select-all"
/* The menu of the pane that is in view, which is no action. */
#define OPEN_MENU "menu"

/* All keys of the window; gtk/help-overlay.ui shows the same to people. Keys that also mean something where text is
 * typed (letters, paste, undo) do nothing there. */
static const struct
{
  const char *trigger;
  const char *action;
  const char *target; /* GVariant text, or NULL */
  gboolean in_text;   /* also while text is typed */
} shortcuts[] = {
  { "F10", OPEN_MENU, NULL, TRUE },
  { "<Control>v", "win.paste", NULL, FALSE },
  { "<Shift>Insert", "win.paste", NULL, FALSE },
  { "<Control>n", "win.add", NULL, TRUE },
  { "<Control>o", "win.choose-files", NULL, TRUE },
  { "<Control>k", "win.search", NULL, TRUE },
  { "slash", "win.search", NULL, FALSE },
  { "<Control>d", "win.keep-search", NULL, TRUE },
  { "<Control>f", "win.find", NULL, TRUE },
  { "<Control>h", "win.highlights", NULL, TRUE },
  { "<Control><Shift>p", "win.photos", NULL, TRUE },
  { "<Control><Shift>n", "win.new-topic", NULL, TRUE },
  { "<Control>z", "win.undo", NULL, FALSE },
  { "<Control><Shift>z", "win.redo", NULL, FALSE },
  { "<Control>y", "win.redo", NULL, FALSE },
  { "<Control>m", "win.map", NULL, TRUE },
  { "s", "win.star", NULL, FALSE },
  { "e", "win.archive", NULL, FALSE },
  { "u", "win.read", NULL, FALSE },
  { "t", "win.topics", NULL, FALSE },
  { "Delete", "win.trash", NULL, FALSE },
  { "KP_Delete", "win.trash", NULL, FALSE },
  { "Delete", "win.delete", NULL, FALSE }, /* of what is in the trash already */
  { "KP_Delete", "win.delete", NULL, FALSE },
  { "<Shift>Delete", "win.delete", NULL, FALSE },
  { "<Control>a", SELECT_ALL, NULL, FALSE },
  { "j", "win.step", "1", FALSE },
  { "k", "win.step", "-1", FALSE },
  { "space", "win.turn", "1", FALSE },
  { "<Shift>space", "win.turn", "-1", FALSE },
  { "<Alt>Left", "win.back", NULL, TRUE },
  { "<Control>b", "win.open-in-browser", NULL, TRUE },
  { "<Control><Shift>c", "win.copy-link", NULL, TRUE },
  { "<Control>Return", "win.read-story", NULL, TRUE },
  { "<Alt>1", "win.place", "'inbox'", TRUE },
  { "<Alt>2", "win.place", "'starred'", TRUE },
  { "<Alt>3", "win.place", "'archive'", TRUE },
  { "<Alt>4", "win.place", "'all'", TRUE },
  { "<Alt>5", "win.place", "'trash'", TRUE },
};

/* Whether the keys go to text that is typed, or to a menu with keys of its own. */
static gboolean
is_typing (NpWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  if (focus == NULL)
    return FALSE;
  if (GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus)))
    return TRUE;
  return GTK_IS_EDITABLE (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

/* On the New shelf letters, Delete and Ctrl+Z are about what waits there. */
static gboolean
is_on_shelf (NpWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL && gtk_widget_get_ancestor (focus, NP_TYPE_NEW_PAGE) != NULL;
}

/* Space presses a button that has the focus; it turns pages only from the list and from the text. */
static gboolean
is_reading (NpWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL && (GTK_IS_TEXT_VIEW (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL)
         && !np_sidebar_has_focus (np_window_get_sidebar (window));
}

/* The text selects all of itself, and so do topics; from everywhere else it is about the stories. */
static gboolean
select_all (NpWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  if ((focus != NULL && GTK_IS_TEXT_VIEW (focus)) || np_sidebar_has_focus (np_window_get_sidebar (window)))
    return FALSE;
  np_list_page_focus_list (np_window_get_list (window));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  return focus != NULL && gtk_widget_activate_action (focus, SELECT_ALL, NULL);
}

static gboolean
is_deletion (const char *action)
{
  return g_str_equal (action, "win.trash") || g_str_equal (action, "win.delete");
}

static gboolean
pressed_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  NpWindow *window = NP_WINDOW (widget);
  gsize i = GPOINTER_TO_SIZE (user_data);
  g_autoptr (GVariant) target = NULL;

  if (!shortcuts[i].in_text && is_typing (window))
    return FALSE;
  if (!shortcuts[i].in_text && !g_str_equal (shortcuts[i].action, "win.paste") && is_on_shelf (window))
    return FALSE;
  if (g_str_equal (shortcuts[i].action, OPEN_MENU))
    return np_main_menu_open (widget);
  if (g_str_equal (shortcuts[i].action, SELECT_ALL))
    return select_all (window);
  if (g_str_equal (shortcuts[i].action, "win.turn") && !is_reading (window))
    return FALSE;
  /* On a topic of the sidebar, Delete is about the topic. */
  if (is_deletion (shortcuts[i].action) && np_sidebar_has_focus (np_window_get_sidebar (window)))
    return FALSE;
  if (!g_action_group_get_action_enabled (G_ACTION_GROUP (window), shortcuts[i].action + strlen ("win.")))
    return FALSE;
  if (shortcuts[i].target != NULL)
    target = g_variant_parse (NULL, shortcuts[i].target, NULL, NULL, NULL);
  return gtk_widget_activate_action_variant (widget, shortcuts[i].action, target);
}

/**
 * np_window_shortcuts_install:
 * @window: a window
 *
 * Gives @window its keys, which do not get lost. They are looked at before the widget that has the focus sees the key,
 * because a text view takes Ctrl+V even when nothing can be typed in it.
 */
void
np_window_shortcuts_install (NpWindow *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
                          gtk_callback_action_new (pressed_cb, GSIZE_TO_POINTER (i), NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
  np_focus_keeper_attach (GTK_WINDOW (window));
}
