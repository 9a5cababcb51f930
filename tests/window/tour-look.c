/* Loaded into the program (LD_PRELOAD): NP_TOUR_TURNED turns its windows round as a right-to-left language does, on a
 * system that has no such locale installed; NP_TOUR_SCALE is the size of its text, in per cent of the usual one, as the
 * desktop's settings would have it. */
#define _GNU_SOURCE
#include <gtk/gtk.h>

#include <dlfcn.h>

/* What the program calls first once GTK has looked at locale and settings. */
G_MODULE_EXPORT void
gtk_window_set_default_icon_name (const char *name)
{
  void (*real) (const char *) = dlsym (RTLD_NEXT, "gtk_window_set_default_icon_name");
  const char *scale = g_getenv ("NP_TOUR_SCALE");

  real (name);
  if (g_getenv ("NP_TOUR_TURNED") != NULL)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (scale != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                  (int) (96 * 1024 * g_ascii_strtoull (scale, NULL, 10) / 100), NULL);
}
