/* A topic on the map, and a line between two. Plain records. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *key;
  guint stories;
  float x, y, radius; /* of the circle: its area goes by the number of stories */
} NpMapNode;

typedef struct
{
  guint a, b; /* numbers of nodes */
  float strength;
  gboolean mine;
} NpMapEdge;

G_END_DECLS
