#include "ui/np-search-close.h"

#include <glib/gi18n.h>

static GtkWidget *
find_last_button (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_BUTTON (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_prev_sibling (child))
    found = find_last_button (child);
  return found;
}

/**
 * np_search_close_add:
 * @bar: a search bar
 *
 * Gives @bar a button that closes it, at its end. GTK's own has no name, and a newer one tells nobody what it is.
 */
void
np_search_close_add (GtkSearchBar *bar)
{
  GtkWidget *button;

  g_return_if_fail (GTK_IS_SEARCH_BAR (bar));

  gtk_search_bar_set_show_close_button (bar, TRUE);
  button = find_last_button (GTK_WIDGET (bar));
  if (button != NULL)
    {
      gtk_widget_set_tooltip_text (button, _ ("Close"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Close"), -1);
    }
}
