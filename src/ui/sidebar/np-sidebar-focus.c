#include "ui/sidebar/np-sidebar-focus.h"

/* One list; it lives as long as the list. */
typedef struct
{
  GtkListView *list; /* not owned: it owns this */
  gboolean mine;     /* the focus is in it, or went away with a row of it */
} Focus;

static GtkWidget *
get_focus (Focus *focus)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (focus->list));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static void
enter_cb (Focus *focus)
{
  focus->mine = TRUE;
}

static void
leave_cb (Focus *focus)
{
  focus->mine = get_focus (focus) == NULL;
}

static void
updated_cb (NpSidebarModel *model, GtkListView *list)
{
  Focus *focus = g_object_get_data (G_OBJECT (list), "np-sidebar-focus");

  if (np_sidebar_model_is_anew (model))
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), 0);
  if (focus->mine && get_focus (focus) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (list));
}

/**
 * np_sidebar_focus_keep:
 * @list: the list of places and topics
 * @model: its rows
 *
 * A row that has the focus may go: its topic is deleted, merged, hidden or put inside one that is closed. Keys mean
 * something all the same: the focus goes to the row that took its place. What another filter shows is looked at from
 * its first row.
 */
void
np_sidebar_focus_keep (GtkListView *list, NpSidebarModel *model)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();
  Focus *focus = g_new0 (Focus, 1);

  focus->list = list;
  g_object_set_data_full (G_OBJECT (list), "np-sidebar-focus", focus, g_free);
  g_signal_connect_swapped (controller, "enter", G_CALLBACK (enter_cb), focus);
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (leave_cb), focus);
  gtk_widget_add_controller (GTK_WIDGET (list), controller);
  g_signal_connect_object (model, "updated", G_CALLBACK (updated_cb), list, G_CONNECT_AFTER);
}
