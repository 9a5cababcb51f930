#include "ui/np-window-buttons.h"

#include <string.h>

/**
 * np_window_buttons_find_narrow:
 * @window: a window
 *
 * A narrow window has no room for more than the button to close it, on the side where this desktop has it.
 *
 * Returns: the layout for its header bars
 */
const char *
np_window_buttons_find_narrow (GtkWidget *window)
{
  g_autofree char *layout = NULL;
  const char *colon, *close;

  g_object_get (gtk_widget_get_settings (window), "gtk-decoration-layout", &layout, NULL);
  colon = layout != NULL ? strchr (layout, ':') : NULL;
  close = layout != NULL ? strstr (layout, "close") : NULL;
  return close == NULL ? ":" : colon == NULL || close < colon ? "close:" : ":close";
}
