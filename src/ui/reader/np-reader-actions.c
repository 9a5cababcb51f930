#include "ui/reader/np-reader-actions.h"

/* Ctrl with + is Ctrl+= on many keyboards, where + needs Shift. */
static const struct
{
  const char *keys;
  int steps;
} zooms[] = {
  { "<Control>plus|<Control>equal|<Control>KP_Add", 1 },
  { "<Control>minus|<Control>KP_Subtract", -1 },
  { "<Control>0|<Control>KP_0", 0 },
};

static gboolean
on_zoom (GtkWidget *widget, GVariant *steps, gpointer user_data)
{
  np_reader_style_zoom (user_data, g_variant_get_int32 (steps));
  return TRUE;
}

/**
 * np_reader_actions_new_controller:
 * @style: what the keys change
 *
 * Returns: (transfer full): a controller for a widget; its keys work in the whole window
 */
GtkEventController *
np_reader_actions_new_controller (NpReaderStyle *style)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      GtkShortcut *shortcut =
          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (zooms[i].keys),
                            gtk_callback_action_new (on_zoom, g_object_ref (style), g_object_unref));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (zooms[i].steps));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  return controller;
}
