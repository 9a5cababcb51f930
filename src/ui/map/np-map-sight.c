#include "ui/map/np-map-sight.h"

/* How large and how small a map can be seen. */
#define NEAREST  4.0
#define FARTHEST 0.05

/**
 * np_map_sight_to_widget:
 * @widget: what is drawn
 * @sight: what is seen
 * @x: a place on the map
 * @y: the same
 * @wx: (out): where it is in the widget
 * @wy: (out): the same
 */
void
np_map_sight_to_widget (GtkWidget *widget, const NpMapSight *sight, double x, double y, double *wx, double *wy)
{
  *wx = (x - sight->x) * sight->zoom + gtk_widget_get_width (widget) / 2.0;
  *wy = (y - sight->y) * sight->zoom + gtk_widget_get_height (widget) / 2.0;
}

/**
 * np_map_sight_from_widget:
 * @widget: what is drawn
 * @sight: what is seen
 * @wx: a place in the widget
 * @wy: the same
 * @x: (out): where it is on the map
 * @y: (out): the same
 */
void
np_map_sight_from_widget (GtkWidget *widget, const NpMapSight *sight, double wx, double wy, double *x, double *y)
{
  *x = (wx - gtk_widget_get_width (widget) / 2.0) / sight->zoom + sight->x;
  *y = (wy - gtk_widget_get_height (widget) / 2.0) / sight->zoom + sight->y;
}

/**
 * np_map_sight_zoom_at:
 * @widget: what is drawn
 * @sight: what is seen
 * @factor: how many times larger it is to be
 * @wx: the place in the widget that stays where it is
 * @wy: the same
 */
void
np_map_sight_zoom_at (GtkWidget *widget, NpMapSight *sight, double factor, double wx, double wy)
{
  double x, y, after_x, after_y;

  np_map_sight_from_widget (widget, sight, wx, wy, &x, &y);
  sight->zoom = CLAMP (sight->zoom * factor, FARTHEST, NEAREST);
  np_map_sight_from_widget (widget, sight, wx, wy, &after_x, &after_y);
  sight->x += x - after_x;
  sight->y += y - after_y;
}

/**
 * np_map_sight_fit:
 * @widget: what is drawn
 * @sight: what is seen: all circles with their names from now on
 * @nodes: the circles
 * @n: how many
 */
void
np_map_sight_fit (GtkWidget *widget, NpMapSight *sight, const NpMapNode *nodes, guint n)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, nodes[i].x - nodes[i].radius - 70);
      right = MAX (right, nodes[i].x + nodes[i].radius + 70);
      top = MIN (top, nodes[i].y - nodes[i].radius - 20);
      bottom = MAX (bottom, nodes[i].y + nodes[i].radius + 40);
    }
  if (n == 0)
    return;
  sight->x = (left + right) / 2;
  sight->y = (top + bottom) / 2;
  sight->zoom =
      CLAMP (MIN (gtk_widget_get_width (widget) / (right - left), gtk_widget_get_height (widget) / (bottom - top)),
             FARTHEST, 1.5);
}

/**
 * np_map_sight_find_end:
 * @gesture: a drag that has begun
 * @dx: how far it went
 * @dy: the same
 * @wx: (out): where it is now, in the widget
 * @wy: (out): the same
 */
void
np_map_sight_find_end (GtkGestureDrag *gesture, double dx, double dy, double *wx, double *wy)
{
  double x = 0, y = 0;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  *wx = x + dx;
  *wy = y + dy;
}
