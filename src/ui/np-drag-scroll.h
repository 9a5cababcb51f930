/* Scrolls a list while something is carried near to its upper or lower edge. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_drag_scroll_attach (GtkWidget *scroller);

G_END_DECLS
