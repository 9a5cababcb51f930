#include "ui/np-help.h"

/* Were it where GTK looks for it, in gtk/, the window would be made with it: its first frame would be later by a tenth.
 */
#define RESOURCE "/page/newsprint/Newsprint/help-overlay.ui"

/* A window that is closed before must not live on for this. */
static void
forget (gpointer source_id)
{
  g_source_remove (GPOINTER_TO_UINT (source_id));
}

static gboolean
add_cb (gpointer window)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE);

  gtk_application_window_set_help_overlay (window,
                                           GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
  g_object_steal_data (window, "np-help");
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
  guint source_id;

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));

  source_id = g_idle_add_full (G_PRIORITY_LOW, add_cb, window, NULL);
  g_object_set_data_full (G_OBJECT (window), "np-help", GUINT_TO_POINTER (source_id), forget);
}
