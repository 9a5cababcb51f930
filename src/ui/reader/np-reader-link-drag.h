/* Drags links out of a story: onto the window, which saves what they lead to, or to another program. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_reader_link_drag_attach (GtkTextView *view, GtkGesture *click);

G_END_DECLS
