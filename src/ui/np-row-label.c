#include "ui/np-row-label.h"

/* The item of the list view around a row has the focus and the role of a list item, but until GTK 4.12 no property for
 * its name. It is an accessible like any other, though. */
static GtkAccessible *
find_item (GtkWidget *row)
{
  GtkWidget *parent = gtk_widget_get_parent (row);

  return GTK_ACCESSIBLE (parent != NULL ? parent : row);
}

/**
 * np_row_label_set:
 * @row: the child of an item of a list view
 * @label: what to call it
 */
void
np_row_label_set (GtkWidget *row, const char *label)
{
  g_return_if_fail (GTK_IS_WIDGET (row) && label != NULL);

  gtk_accessible_update_property (find_item (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * np_row_label_set_expanded:
 * @row: the child of an item of a list view
 * @expanded: whether what is inside it is shown
 */
void
np_row_label_set_expanded (GtkWidget *row, gboolean expanded)
{
  g_return_if_fail (GTK_IS_WIDGET (row));

  gtk_accessible_update_state (find_item (row), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}
