/* Tables on paper: as wide as their words, never wider than the text, and from the right where they are read so. */
#include "ui/print/np-print-table.h"

#define LONG "many words that would never fit into one column of a page beside others, were they not broken into lines"

static const struct
{
  const char *name;
  const char *cells[3][4];
  double width;
  gboolean full; /* as wide as it may be */
  gboolean rtl;
} rows[] = {
  { "numbers", { { "Line", "Late" }, { "North quay", "31" }, { "Lighthouse", "12" } }, 400, FALSE, FALSE },
  { "one long column", { { "Line", LONG }, { "North quay", LONG LONG }, { "", "" } }, 400, TRUE, FALSE },
  { "long columns", { { LONG, LONG, LONG }, { LONG, LONG, LONG }, { LONG, LONG, LONG } }, 400, TRUE, FALSE },
  { "no room", { { "a", "b", "c", "d" }, { "a", "b", "c", "d" }, { "a", "b", "c", "d" } }, 60, TRUE, FALSE },
  { "rows of other lengths", { { "a" }, { "a", "b", "c" }, { "a", "b" } }, 400, FALSE, FALSE },
  { "from the right", { { "خط", "متأخر" }, { "الرصيف", "31" }, { "المنارة", "12" } }, 400, FALSE, TRUE },
};

static NpBlock *
make_table (gsize number)
{
  NpBlock *table = np_block_new (NP_BLOCK_TABLE);

  for (guint y = 0; y < 3; y++)
    {
      NpBlock *row = np_block_add_child (table, np_block_new (NP_BLOCK_ROW));

      for (guint x = 0; x < 4 && rows[number].cells[y][x] != NULL; x++)
        np_block_add_child (row, np_block_new_text (NP_BLOCK_CELL, rows[number].cells[y][x]))->header = y == 0;
    }
  return table;
}

static void
test_row (gconstpointer data)
{
  gsize number = GPOINTER_TO_SIZE (data);
  g_autoptr (NpBlock) table = make_table (number);
  g_autoptr (GObject) fonts = G_OBJECT (pango_cairo_font_map_new ());
  g_autoptr (GObject) paper = G_OBJECT (pango_font_map_create_context (PANGO_FONT_MAP (fonts)));
  PangoContext *context = PANGO_CONTEXT (paper);
  g_autoptr (GPtrArray) lines = np_print_table_new (table, context, rows[number].width);
  const NpPrintRow *first;

  g_assert_cmpuint (lines->len, ==, 3);
  first = lines->pdata[0];
  g_assert_true (first->first && first->header);
  g_assert_cmpfloat (first->width, <=, rows[number].width + 0.01);
  if (rows[number].full)
    g_assert_cmpfloat (first->width, >, rows[number].width * 0.8);
  else
    g_assert_cmpfloat (first->width, <, rows[number].width * 0.5);
  for (guint i = 0; i < lines->len; i++)
    {
      const NpPrintRow *row = lines->pdata[i];

      g_assert_cmpfloat (row->width, ==, first->width);
      g_assert_cmpfloat (row->height, >, 5);
      for (guint j = 1; j < row->lefts->len; j++)
        g_assert_true ((g_array_index (row->lefts, double, j) < g_array_index (row->lefts, double, j - 1))
                       == rows[number].rtl);
    }
}

static void
test_nothing (void)
{
  g_autoptr (NpBlock) table = np_block_new (NP_BLOCK_TABLE);
  g_autoptr (GObject) fonts = G_OBJECT (pango_cairo_font_map_new ());
  g_autoptr (GObject) paper = G_OBJECT (pango_font_map_create_context (PANGO_FONT_MAP (fonts)));
  PangoContext *context = PANGO_CONTEXT (paper);
  g_autoptr (GPtrArray) none = np_print_table_new (table, context, 400), empty = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  np_block_add_child (table, np_block_new (NP_BLOCK_ROW));
  empty = np_print_table_new (table, context, 400);
  g_assert_cmpuint (empty->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/print-table/%s", rows[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/print-table/nothing", test_nothing);
  return g_test_run ();
}
