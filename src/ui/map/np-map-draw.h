/* Draws a map of topics: lines, circles, and names that do not lie over each other. */
#pragma once

#include "library/np-topic-map.h"
#include "model/np-topic-tree.h"
#include "ui/map/np-map-sight.h"

G_BEGIN_DECLS

/* What is special about the picture right now. Numbers of nodes, G_MAXUINT for none. */
typedef struct
{
  guint selected, hovered, target;
  guint line_from;       /* a relation is being drawn from here … */
  double line_x, line_y; /* … to here, in the widget */
  int hovered_edge;      /* -1: none */
} NpMapMarks;

typedef struct _NpMapDraw NpMapDraw;

NpMapDraw *np_map_draw_new (GtkWidget *widget, NpTopicMap *map);
void np_map_draw_free (NpMapDraw *self);
void np_map_draw_set_topics (NpMapDraw *self, NpTopicTree *tree);
void np_map_draw_snapshot (NpMapDraw *self, GtkSnapshot *snapshot, const NpMapSight *sight, const NpMapMarks *marks);

G_END_DECLS
