/* What of a map is in a place. */
#pragma once

#include "library/np-topic-map.h"

G_BEGIN_DECLS

guint np_map_hit_node (NpTopicMap *map, double x, double y, double slack, guint without);
int np_map_hit_edge (NpTopicMap *map, double x, double y, double slack);
guint np_map_hit_next (NpTopicMap *map, guint from, double dx, double dy);

G_END_DECLS
