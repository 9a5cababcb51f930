/* Escape while something is carried: it goes back to where it was. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_drag_escape_watch (GdkDrag *drag);

G_END_DECLS
