#include "ui/np-focus-keeper.h"

/* A row that leaves its list while it has the focus is what GTK 4.18 goes on giving the keys to, until the list is
 * drawn the next time. It is nowhere by then, so that what is pressed meanwhile is lost: someone who sorts stories
 * quickly presses keys that do nothing. */

typedef struct
{
  GtkWindow *window;
  GtkWidget *focus; /* (nullable) weak */
  GtkWidget *list;  /* (nullable) weak: what that is a row of */
  guint waiting;
} Keeper;

/* Before the next key is looked at. */
static gboolean
bring_back_cb (gpointer data)
{
  Keeper *keeper = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (keeper->window));

  keeper->waiting = 0;
  if (focus == NULL || gtk_widget_get_root (focus) != NULL)
    return G_SOURCE_REMOVE;
  gtk_window_set_focus (keeper->window, NULL);
  if (keeper->list != NULL && gtk_widget_get_mapped (keeper->list))
    gtk_widget_grab_focus (keeper->list);
  return G_SOURCE_REMOVE;
}

static void
root_changed_cb (Keeper *keeper)
{
  if (keeper->waiting == 0 && gtk_widget_get_root (keeper->focus) == NULL)
    keeper->waiting = g_idle_add_full (G_PRIORITY_HIGH, bring_back_cb, keeper, NULL);
}

static void
forget (Keeper *keeper)
{
  if (keeper->focus != NULL)
    g_signal_handlers_disconnect_by_func (keeper->focus, root_changed_cb, keeper);
  g_clear_weak_pointer (&keeper->focus);
  g_clear_weak_pointer (&keeper->list);
}

static void
focus_changed_cb (Keeper *keeper)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (keeper->window));

  if (focus == NULL || gtk_widget_get_root (focus) == NULL)
    return;
  forget (keeper);
  g_set_weak_pointer (&keeper->focus, focus);
  g_set_weak_pointer (&keeper->list, gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW));
  g_signal_connect_swapped (focus, "notify::root", G_CALLBACK (root_changed_cb), keeper);
}

static void
keeper_free (gpointer data)
{
  Keeper *keeper = data;

  forget (keeper);
  g_clear_handle_id (&keeper->waiting, g_source_remove);
  g_free (keeper);
}

/**
 * np_focus_keeper_attach:
 * @window: a window with lists whose rows come and go
 *
 * Gives the focus to the list when the row that had it is gone, for as long as @window lives; once for each window.
 */
void
np_focus_keeper_attach (GtkWindow *window)
{
  Keeper *keeper = g_new0 (Keeper, 1);

  g_return_if_fail (GTK_IS_WINDOW (window));

  keeper->window = window;
  g_object_set_data_full (G_OBJECT (window), "np-focus-keeper", keeper, keeper_free);
  g_signal_connect_swapped (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb), keeper);
}
