/* Keys reach a window also after the row that had the focus is gone. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_focus_keeper_attach (GtkWindow *window);

G_END_DECLS
