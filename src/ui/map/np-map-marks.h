/* What is special about a map's picture right now. A plain record. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers of nodes, G_MAXUINT for none. */
typedef struct
{
  guint selected, hovered, target;
  guint line_from;       /* a relation is being drawn from here … */
  double line_x, line_y; /* … to here, in the widget */
  int hovered_edge;      /* -1: none */
} NpMapMarks;

G_END_DECLS
