#include "ui/np-color-scheme.h"

static void
wanted_cb (GSimpleAction *action, GVariant *state, gpointer settings)
{
  np_settings_set_value (settings, "color-scheme", state);
  np_settings_flush (settings);
}

/* Whoever set it: the menu, the preferences, another program. */
static void
changed_cb (NpSettings *settings, const char *key, GSimpleAction *action)
{
  g_autofree char *name = np_settings_dup_string (settings, "color-scheme");
  AdwColorScheme scheme = g_str_equal (name, "dark")    ? ADW_COLOR_SCHEME_FORCE_DARK
                          : g_str_equal (name, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                        : ADW_COLOR_SCHEME_DEFAULT;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  g_simple_action_set_state (action, g_variant_new_string (name));
}

/**
 * np_color_scheme_install:
 * @application: the application, started
 * @settings: what it remembers
 *
 * Makes the windows light or dark as the setting "color-scheme" says, from now on, and gives @application the action
 * "color-scheme".
 */
void
np_color_scheme_install (GtkApplication *application, NpSettings *settings)
{
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful ("color-scheme", G_VARIANT_TYPE_STRING, g_variant_new_string ("follow"));

  g_signal_connect_object (action, "change-state", G_CALLBACK (wanted_cb), settings, 0);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
  g_signal_connect_object (settings, "changed::color-scheme", G_CALLBACK (changed_cb), action, 0);
  changed_cb (settings, "color-scheme", action);
}
