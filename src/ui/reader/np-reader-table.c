#include "ui/reader/np-reader-table.h"

#include "ui/reader/np-reader-links.h"
#include "ui/reader/np-reader-markup.h"

#include <glib/gi18n.h>

/* A cell wraps at this many characters, so that one long note does not make a table a mile wide. Each column has one
 * width, wide or narrow window: a table that does not fit scrolls. */
#define CELL_CHARACTERS 28

/* A table of more cells is cut: each one is a widget, and nobody reads ten thousand cells in a story. */
#define MAX_CELLS 4000

static gboolean
has_link (const NpBlock *cell)
{
  for (guint i = 0; cell->spans != NULL && i < cell->spans->len; i++)
    if (g_array_index (cell->spans, NpSpan, i).style == NP_SPAN_LINK)
      return TRUE;
  return FALSE;
}

/* A label would ask the desktop for "#fn1". */
static gboolean
on_activate_link (GtkLabel *label, const char *href)
{
  np_reader_link_open (GTK_WIDGET (label), href);
  return TRUE;
}

static GtkWidget *
make_cell (const NpBlock *cell)
{
  g_autofree char *markup = np_reader_markup (cell);
  int characters = cell->text != NULL ? (int) MIN (g_utf8_strlen (cell->text, -1), CELL_CHARACTERS) : 0;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), characters);
  gtk_label_set_max_width_chars (GTK_LABEL (label), characters);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  g_signal_connect (label, "activate-link", G_CALLBACK (on_activate_link), NULL);
  gtk_widget_set_focusable (label, has_link (cell));
  gtk_widget_add_css_class (label, "cell");
  if (cell->header)
    gtk_widget_add_css_class (label, "header");
  return label;
}

static GtkWidget *
make_grid (const NpBlock *table)
{
  GtkWidget *grid = gtk_grid_new ();
  guint cells = 0;
  gboolean links = FALSE;

  for (guint y = 0; table->children != NULL && y < table->children->len && cells < MAX_CELLS; y++)
    {
      const NpBlock *row = table->children->pdata[y];

      for (guint x = 0; row->children != NULL && x < row->children->len && cells < MAX_CELLS; x++, cells++)
        {
          gtk_grid_attach (GTK_GRID (grid), make_cell (row->children->pdata[x]), (int) x, (int) y, 1, 1);
          links |= has_link (row->children->pdata[x]);
        }
    }
  /* To be scrolled by keyboard; where there are links, they take the focus one by one. */
  gtk_widget_set_focusable (grid, !links);
  gtk_widget_set_halign (grid, GTK_ALIGN_START);
  return grid;
}

/**
 * np_reader_table_new:
 * @table: a block of rows
 *
 * Returns: (transfer floating): a widget that shows it
 */
GtkWidget *
np_reader_table_new (const NpBlock *table)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_return_val_if_fail (table != NULL, NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_grid (table));

  gtk_widget_add_css_class (scroller, "np-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Table"), -1);
  return scroller;
}
