/* What is seen of a map. */
#pragma once

#include "library/np-map-node.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is seen of the map: a place of it comes to the middle of the widget, so many times as large. */
typedef struct
{
  double x, y, zoom;
} NpMapSight;

void np_map_sight_to_widget (GtkWidget *widget, const NpMapSight *sight, double x, double y, double *wx, double *wy);
void np_map_sight_from_widget (GtkWidget *widget, const NpMapSight *sight, double wx, double wy, double *x, double *y);
void np_map_sight_zoom_at (GtkWidget *widget, NpMapSight *sight, double factor, double wx, double wy);
void np_map_sight_fit (GtkWidget *widget, NpMapSight *sight, const NpMapNode *nodes, guint n);
void np_map_sight_find_end (GtkGestureDrag *gesture, double dx, double dy, double *wx, double *wy);

G_END_DECLS
