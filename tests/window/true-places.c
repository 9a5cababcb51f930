/* Loaded into the program (LD_PRELOAD) where GTK is 4.10 or later. What AT-SPI tells there of the place of a thing is
 * too far to the top and to the left: GTK adds up where the frame of each widget is in what it stands in, and forgets
 * the border and the padding on the way. Here each widget counts from the frame of its parent, so that the sum is right
 * and a test points at what it means. */
#define _GNU_SOURCE
#undef GDK_VERSION_MAX_ALLOWED /* this GTK is newer than the oldest that the program knows */
#include <gtk/gtk.h>

#include <dlfcn.h>

static gboolean
get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  GtkWidget *widget = GTK_WIDGET (accessible), *parent = gtk_widget_get_parent (widget);
  graphene_rect_t bounds, around = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (!gtk_widget_get_realized (widget))
    return FALSE;
  if (!gtk_widget_compute_bounds (widget, parent != NULL ? parent : widget, &bounds)
      || !gtk_widget_compute_bounds (parent != NULL ? parent : widget, parent != NULL ? parent : widget, &around))
    return FALSE;
  *x = (int) (bounds.origin.x - around.origin.x);
  *y = (int) (bounds.origin.y - around.origin.y);
  *width = (int) bounds.size.width;
  *height = (int) bounds.size.height;
  return TRUE;
}

/* What the program calls first once GTK is there. */
G_MODULE_EXPORT void
gtk_window_set_default_icon_name (const char *name)
{
  void (*real) (const char *) = dlsym (RTLD_NEXT, "gtk_window_set_default_icon_name");
  GTypeClass *widgets = g_type_class_ref (GTK_TYPE_WIDGET);
  GtkAccessibleInterface *accessible = g_type_interface_peek (widgets, GTK_TYPE_ACCESSIBLE);

  real (name);
  accessible->get_bounds = get_bounds;
}
