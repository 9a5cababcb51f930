#include "ui/np-help.h"

/* Were it where GTK looks for it, in gtk/, the window would be made with it: its first frame would be later by a tenth.
 */
#define RESOURCE "/page/newsprint/Newsprint/help-overlay.ui"

static gboolean
add_cb (gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE);

  gtk_application_window_set_help_overlay (data,
                                           GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
  return G_SOURCE_REMOVE;
}

/**
 * np_help_add_soon:
 * @window: a window
 *
 * Gives @window the window of all keys, which is seldom asked for, when nothing else is to be done.
 */
void
np_help_add_soon (GtkApplicationWindow *window)
{
  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));

  g_idle_add_full (G_PRIORITY_LOW, add_cb, g_object_ref (window), g_object_unref);
}
