#include "ui/list/np-rebuild-bar.h"

#include <glib/gi18n.h>

static void
rebuilding_cb (GtkProgressBar *bar, double progress)
{
  g_autofree char *text = g_strdup_printf (_ ("Reading the library: %d %%"), (int) (progress * 100));

  gtk_progress_bar_set_fraction (bar, CLAMP (progress, 0, 1));
  gtk_progress_bar_set_text (bar, text);
  gtk_widget_set_visible (GTK_WIDGET (bar), progress < 1);
}

/**
 * np_rebuild_bar_watch:
 * @bar: a bar that is hidden
 * @library: what may be read anew
 *
 * Shows the bar while @library reads all its stories anew.
 */
void
np_rebuild_bar_watch (GtkProgressBar *bar, NpLibrary *library)
{
  g_return_if_fail (GTK_IS_PROGRESS_BAR (bar) && NP_IS_LIBRARY (library));

  g_signal_connect_object (library, "rebuilding", G_CALLBACK (rebuilding_cb), bar, G_CONNECT_SWAPPED);
}
