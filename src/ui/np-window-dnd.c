#include "ui/np-window-dnd.h"

#include "ui/np-drag.h"
#include "ui/np-intake.h"

/* What this window carries itself has its own targets: here it would mean nothing. But for a link, which is dragged out
 * of the story; back on it nothing is meant. */
static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop, NpWindow *window)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  gboolean link = np_drag_is_link (drop) && widget != GTK_WIDGET (np_window_get_story_page (window));

  return (link || gdk_drop_get_drag (drop) == NULL) && np_window_get_library (window) != NULL
         && np_library_is_writable (np_window_get_library (window), NULL)
         && np_intake_formats (gdk_drop_get_formats (drop));
}

/* A link over the story that it is in means nothing, though the window around it would take it. */
static gboolean
is_back (GtkDropTarget *target, double x, double y, NpWindow *window)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkWidget *story = GTK_WIDGET (np_window_get_story_page (window)), *below;

  if (drop == NULL || !np_drag_is_link (drop))
    return FALSE;
  below = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
  return below != NULL && (below == story || gtk_widget_is_ancestor (below, story));
}

static void
unlight (GtkWidget *widget)
{
  gtk_widget_remove_css_class (widget, "drop-onto");
}

/* GTK does not say that a drag has left where what it was taken from went away meanwhile; its end it always tells. */
static void
light (GtkWidget *widget, GdkDrag *drag)
{
  if (drag != NULL && !gtk_widget_has_css_class (widget, "drop-onto"))
    {
      g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (unlight), widget, G_CONNECT_SWAPPED);
      g_signal_connect_object (drag, "cancel", G_CALLBACK (unlight), widget, G_CONNECT_SWAPPED);
    }
  gtk_widget_add_css_class (widget, "drop-onto");
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, NpWindow *window)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GdkDragAction offered = gdk_drop_get_actions (drop);

  if (is_back (target, x, y, window))
    {
      unlight (widget);
      return 0;
    }
  light (widget, gdk_drop_get_drag (drop));
  return offered & GDK_ACTION_COPY ? GDK_ACTION_COPY : offered & GDK_ACTION_LINK ? GDK_ACTION_LINK : GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, NpWindow *window)
{
  unlight (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
}

/* A drop on the list gets the topic that the list shows. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, NpWindow *window)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  NpListPage *list = np_window_get_list (window);

  leave_cb (target, window);
  if (is_back (target, x, y, window))
    return FALSE;
  return np_intake_value (np_window_get_library (window), value,
                          widget == GTK_WIDGET (list) ? np_list_page_get_topic (list) : NULL)
         > 0;
}

static void
attach (NpWindow *window, GtkWidget *widget, GtkPropagationPhase phase)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY | GDK_ACTION_MOVE | GDK_ACTION_LINK);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), phase);
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), window, 0);
  g_signal_connect_object (target, "enter", G_CALLBACK (motion_cb), window, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), window, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), window, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), window, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/**
 * np_window_dnd_attach:
 * @window: a window
 *
 * Lets addresses, texts and files of other programs be dropped on @window.
 */
void
np_window_dnd_attach (NpWindow *window)
{
  attach (window, np_window_get_body (window), GTK_PHASE_BUBBLE);
  attach (window, GTK_WIDGET (np_window_get_list (window)), GTK_PHASE_BUBBLE);
  /* Before the text view, which takes all text that is dropped, and then does nothing with it. */
  attach (window, GTK_WIDGET (np_window_get_story_page (window)), GTK_PHASE_CAPTURE);
}
