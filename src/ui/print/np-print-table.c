#include "ui/print/np-print-table.h"

#include <math.h>

/* Air around the words of a cell, points. */
#define PAD_X 5.0
#define PAD_Y 2.5

/* No column is narrower, points. */
#define NARROWEST 28.0

/* More columns than these are no table that paper has room for. */
#define MAX_COLUMNS 40

static guint
count_columns (const NpBlock *table)
{
  guint n = 0;

  for (guint i = 0; table->children != NULL && i < table->children->len; i++)
    {
      const NpBlock *row = table->children->pdata[i];

      n = MAX (n, row->children != NULL ? row->children->len : 0);
    }
  return MIN (n, MAX_COLUMNS);
}

static PangoLayout *
new_layout (PangoContext *context, const NpBlock *cell)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (cell->header ? "Sans Bold 8" : "Sans 8");
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, cell->text != NULL ? cell->text : "", -1);
  return layout;
}

static NpPrintRow *
new_row (PangoContext *context, const NpBlock *block, guint columns)
{
  NpPrintRow *row = g_new0 (NpPrintRow, 1);

  row->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  row->lefts = g_array_new (FALSE, TRUE, sizeof (double));
  for (guint i = 0; block->children != NULL && i < MIN (block->children->len, columns); i++)
    {
      const NpBlock *cell = block->children->pdata[i];

      g_ptr_array_add (row->layouts, new_layout (context, cell));
      row->header |= cell->header;
    }
  return row;
}

/* What each column would like, then less of the widest ones until all fit. */
static double *
find_widths (GPtrArray *rows, guint columns, double width)
{
  double *widths = g_new0 (double, columns), sum = 0, most = width;

  for (guint i = 0; i < rows->len; i++)
    {
      const NpPrintRow *row = rows->pdata[i];

      for (guint j = 0; j < row->layouts->len; j++)
        {
          int natural;

          pango_layout_get_size (row->layouts->pdata[j], &natural, NULL);
          widths[j] = MAX (widths[j], ceil ((double) natural / PANGO_SCALE) + 2 * PAD_X);
        }
    }
  for (guint pass = 0; pass < 60; pass++, most *= 0.93)
    {
      sum = 0;
      for (guint j = 0; j < columns; j++)
        sum += widths[j] = MAX (MIN (widths[j], most), NARROWEST);
      if (sum <= width)
        break;
    }
  for (guint j = 0; sum > width && j < columns; j++) /* more columns than room */
    widths[j] *= width / sum;
  return widths;
}

static void
lay_out (NpPrintRow *row, const double *widths, guint columns, gboolean rtl)
{
  double left = 0;

  for (guint j = 0; j < columns; j++)
    row->width += widths[j];
  for (guint j = 0; j < columns; j++)
    {
      double at = rtl ? row->width - left - widths[j] : left;

      g_array_append_val (row->lefts, at);
      left += widths[j];
      if (j < row->layouts->len)
        {
          PangoLayout *layout = row->layouts->pdata[j];
          int height;

          pango_layout_set_width (layout, (int) ((widths[j] - 2 * PAD_X) * PANGO_SCALE));
          pango_layout_get_size (layout, NULL, &height);
          row->height = MAX (row->height, (double) height / PANGO_SCALE + 2 * PAD_Y);
        }
    }
}

/* The first letters decide, as in the window. */
static gboolean
is_rtl (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const NpPrintRow *row = rows->pdata[i];

      for (guint j = 0; j < row->layouts->len; j++)
        {
          PangoLayout *layout = row->layouts->pdata[j];

          if (*pango_layout_get_text (layout) != '\0')
            return pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
        }
    }
  return FALSE;
}

/**
 * np_print_table_new:
 * @table: a block of rows
 * @context: of the paper
 * @width: how wide it may be, points
 *
 * Returns: (transfer full) (element-type NpPrintRow): its rows, laid out
 */
GPtrArray *
np_print_table_new (const NpBlock *table, PangoContext *context, double width)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) np_print_row_free);
  guint columns = count_columns (table);
  g_autofree double *widths = NULL;
  gboolean rtl;

  for (guint i = 0; columns > 0 && i < table->children->len; i++)
    g_ptr_array_add (rows, new_row (context, table->children->pdata[i], columns));
  if (rows->len == 0)
    return rows;
  widths = find_widths (rows, columns, width);
  rtl = is_rtl (rows);
  for (guint i = 0; i < rows->len; i++)
    {
      lay_out (rows->pdata[i], widths, columns, rtl);
      ((NpPrintRow *) rows->pdata[i])->first = i == 0;
    }
  return rows;
}

/**
 * np_print_row_free:
 * @row: (transfer full) (nullable): a row
 */
void
np_print_row_free (NpPrintRow *row)
{
  if (row == NULL)
    return;
  g_ptr_array_unref (row->layouts);
  g_array_unref (row->lefts);
  g_free (row);
}

static void
draw_rule (cairo_t *cairo, double x, double y, double width, double thick)
{
  cairo_set_line_width (cairo, thick);
  cairo_move_to (cairo, x, y);
  cairo_line_to (cairo, x + width, y);
  cairo_stroke (cairo);
}

/**
 * np_print_row_draw:
 * @row: a row
 * @cairo: where to draw, in black
 * @x: its left edge, points
 * @y: its top
 */
void
np_print_row_draw (const NpPrintRow *row, cairo_t *cairo, double x, double y)
{
  for (guint i = 0; i < row->layouts->len; i++)
    {
      cairo_move_to (cairo, x + g_array_index (row->lefts, double, i) + PAD_X, y + PAD_Y);
      pango_cairo_show_layout (cairo, row->layouts->pdata[i]);
    }
  if (row->first)
    draw_rule (cairo, x, y, row->width, 0.8);
  draw_rule (cairo, x, y + row->height, row->width, row->header ? 0.8 : 0.3);
}
