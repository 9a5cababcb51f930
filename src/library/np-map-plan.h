/* What a map of topics shows, and how it is laid out. For NpTopicMap alone. */
#pragma once

#include "library/np-advisor.h"
#include "library/np-map-node.h"
#include "library/np-map-places.h"
#include "topics/np-layout.h"

G_BEGIN_DECLS

/* Made in a thread, handed to the main thread when it is ready. */
typedef struct
{
  char **keys;
  GArray *nodes;     /* of NpMapNode, whose keys are of keys */
  GArray *edges;     /* of NpMapEdge */
  GArray *ties;      /* of NpMapEdge: from each topic to the one it is inside; not drawn */
  guint first, last; /* months that have stories */
} NpMapPlan;

NpMapPlan *np_map_plan_new (NpAdvisor *advisor, guint from, guint to);
void np_map_plan_free (NpMapPlan *plan);
NpLayout *np_map_plan_lay_out (const NpMapPlan *plan, NpMapPlaces *places);

G_END_DECLS
