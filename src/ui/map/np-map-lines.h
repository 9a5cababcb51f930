/* The lines of a map of topics: the strongest while something moves; all of them, kept as a picture, when it rests. */
#pragma once

#include "ui/map/np-map-marks.h"
#include "ui/map/np-map-sight.h"

G_BEGIN_DECLS

/* What is to be drawn, and how. */
typedef struct
{
  const NpMapSight *sight;
  const NpMapMarks *marks;
  const NpMapNode *nodes;
  const NpMapEdge *edges; /* the strongest first */
  guint n_edges;
  gboolean moving; /* the circles do */
  GdkRGBA ink, accent;
  double width, height;
} NpMapLook;

typedef struct _NpMapLines NpMapLines;

NpMapLines *np_map_lines_new (GtkWidget *widget);
void np_map_lines_free (NpMapLines *self);
void np_map_lines_forget (NpMapLines *self);
gboolean np_map_lines_draw (NpMapLines *self, cairo_t *cr, const NpMapLook *look);

G_END_DECLS
