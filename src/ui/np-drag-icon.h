/* How what is carried looks under the pointer: what it is, how many, and whether a drop would add, move or do nothing.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_drag_icon_set (GtkDragSource *source, const char *label, const char *detail, guint n);

G_END_DECLS
