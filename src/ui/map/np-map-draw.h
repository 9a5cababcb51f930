/* Draws a map of topics: lines, circles, and names that do not lie over each other. */
#pragma once

#include "library/np-topic-map.h"
#include "model/np-topic-tree.h"
#include "ui/map/np-map-marks.h"
#include "ui/map/np-map-sight.h"

G_BEGIN_DECLS

typedef struct _NpMapDraw NpMapDraw;

NpMapDraw *np_map_draw_new (GtkWidget *widget, NpTopicMap *map);
void np_map_draw_free (NpMapDraw *self);
void np_map_draw_set_topics (NpMapDraw *self, NpTopicTree *tree);
void np_map_draw_snapshot (NpMapDraw *self, GtkSnapshot *snapshot, const NpMapSight *sight, const NpMapMarks *marks);

G_END_DECLS
