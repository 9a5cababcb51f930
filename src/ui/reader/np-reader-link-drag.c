#include "ui/reader/np-reader-link-drag.h"

#include "ui/np-drag-icon.h"
#include "ui/np-drag.h"
#include "ui/reader/np-reader-links.h"

/* What is selected is dragged as text, as the text view does it; a link that is not, as an address. */
static const char *
find_free_link (GtkTextView *view, double x, double y)
{
  const char *href = np_reader_links_find_at_point (view, x, y);

  if (gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (view)) || !np_reader_link_is_safe (href)
      || g_ascii_strncasecmp (href, "http", 4) != 0)
    return NULL;
  return href;
}

static gboolean
is_finger (GtkGesture *gesture, GdkEventSequence *sequence)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, sequence);
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* The text view takes every press for the beginning of a selection, and GTK 4.18 lets nobody else have it then. So a
 * press on a link is not shown to it; a finger that comes down on one may still push the text along. */
static void
on_pressed (GtkGesture *source, GdkEventSequence *sequence, gpointer user_data)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
  double x, y;

  if (!is_finger (source, sequence) && gtk_gesture_get_point (source, sequence, &x, &y)
      && find_free_link (view, x, y) != NULL)
    gtk_gesture_set_sequence_state (source, sequence, GTK_EVENT_SEQUENCE_CLAIMED);
}

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, gpointer user_data)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
  const char *href = find_free_link (view, x, y);

  if (href == NULL)
    return NULL;
  g_object_set_data_full (G_OBJECT (source), "href", g_strdup (href), g_free);
  return np_drag_provide_link (href);
}

static void
on_begin (GtkDragSource *source, GdkDrag *drag, gpointer user_data)
{
  np_drag_icon_set (source, g_object_get_data (G_OBJECT (source), "href"), NULL, 1);
}

/**
 * np_reader_link_drag_attach:
 * @view: the view of a story
 * @click: what follows a link of @view that is clicked
 *
 * Lets links be dragged out of @view.
 */
void
np_reader_link_drag_attach (GtkTextView *view, GtkGesture *click)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_LINK);
  /* Before the text view, which would select. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect (source, "begin", G_CALLBACK (on_pressed), NULL);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_begin), NULL);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (source));
  gtk_gesture_group (click, GTK_GESTURE (source));
}
