/* Loaded into the program (LD_PRELOAD): turns its windows round as a right-to-left language does, on a system that has
 * no such locale installed. */
#define _GNU_SOURCE
#include <gtk/gtk.h>

#include <dlfcn.h>

/* What the program calls first once GTK has looked at the locale. */
G_MODULE_EXPORT void
gtk_window_set_default_icon_name (const char *name)
{
  void (*real) (const char *) = dlsym (RTLD_NEXT, "gtk_window_set_default_icon_name");

  real (name);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
}
