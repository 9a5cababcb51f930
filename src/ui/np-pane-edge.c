#include "ui/np-pane-edge.h"

#include <adwaita.h>
#include <math.h>

/* So near the edge the pointer takes it, pixels; the scroll bar begins behind it. */
#define NEAR 5

/* What has no pane of its own needs this much; narrower, the panes would hide each other under the hand. */
#define REST 460

typedef struct
{
  NpPane *pane;    /* owns this */
  GtkWidget *rest; /* not owned: it is in the same window */
  NpSettings *settings;
  char *key;
  int least, most; /* pixels */
  int begun;       /* the width when the edge was taken */
  int limit;       /* what there is room for, then */
} Edge;

static void
edge_free (gpointer data)
{
  Edge *edge = data;

  g_object_unref (edge->settings);
  g_free (edge->key);
  g_free (edge);
}

static gboolean
is_turned (Edge *edge)
{
  return gtk_widget_get_direction (GTK_WIDGET (edge->pane)) == GTK_TEXT_DIR_RTL;
}

/* A pane that fills the window has no edge. */
static gboolean
is_on_edge (Edge *edge, double x)
{
  GtkWidget *leaflet = gtk_widget_get_ancestor (GTK_WIDGET (edge->pane), ADW_TYPE_LEAFLET);

  if (leaflet != NULL && adw_leaflet_get_folded (ADW_LEAFLET (leaflet)))
    return FALSE;
  return is_turned (edge) ? x <= NEAR : x >= gtk_widget_get_width (GTK_WIDGET (edge->pane)) - NEAR;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, Edge *edge)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (edge->pane), is_on_edge (edge, x) ? "col-resize" : NULL);
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, Edge *edge)
{
  if (!is_on_edge (edge, x))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  edge->begun = np_pane_get_width (edge->pane);
  edge->limit = MIN (edge->most, edge->begun + MAX (0, gtk_widget_get_width (edge->rest) - REST));
}

static void
update_cb (GtkGestureDrag *gesture, double x, double y, Edge *edge)
{
  int width = edge->begun + (int) lround (is_turned (edge) ? -x : x);

  np_pane_set_width (edge->pane, CLAMP (width, edge->least, MAX (edge->least, edge->limit)));
}

static void
end_cb (GtkGestureDrag *gesture, double x, double y, Edge *edge)
{
  np_settings_set_value (edge->settings, edge->key, g_variant_new_int32 (np_pane_get_width (edge->pane)));
}

/**
 * np_pane_edge_attach:
 * @pane: a pane in a leaflet, at the start of its window
 * @rest: what becomes narrower when @pane becomes wider
 * @settings: where the width is kept
 * @key: as this key, of type "i"
 * @least: the least width, pixels
 * @most: the most
 *
 * Makes @pane as wide as it was, and lets its edge be dragged.
 */
void
np_pane_edge_attach (NpPane *pane, GtkWidget *rest, NpSettings *settings, const char *key, int least, int most)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  Edge *edge = g_new0 (Edge, 1);

  edge->pane = pane;
  edge->rest = rest;
  edge->settings = g_object_ref (settings);
  edge->key = g_strdup (key);
  edge->least = least;
  edge->most = most;
  np_pane_set_width (pane, CLAMP (np_settings_get_int (settings, key), least, most));
  g_object_set_data_full (G_OBJECT (pane), "np-pane-edge", edge, edge_free);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), edge);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), edge);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), edge);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_cb), edge);
  /* Before the rows, which would be dragged. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (pane), motion);
  gtk_widget_add_controller (GTK_WIDGET (pane), GTK_EVENT_CONTROLLER (drag));
}
