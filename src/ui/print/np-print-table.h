/* A table on paper: as wide as its words need, and never wider than the text. */
#pragma once

#include "model/np-block.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A row of a table, laid out. */
typedef struct
{
  GPtrArray *layouts; /* PangoLayout*, one a column; NULL where the row has no such cell */
  GArray *lefts;      /* of double: where each column begins, points */
  double width, height;
  gboolean first; /* of its table */
  gboolean header;
} NpPrintRow;

GPtrArray *np_print_table_new (const NpBlock *table, PangoContext *context, double width);
void np_print_row_free (NpPrintRow *row);
void np_print_row_draw (const NpPrintRow *row, cairo_t *cairo, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpPrintRow, np_print_row_free)

G_END_DECLS
