/* The window of all keys. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_help_add_soon (GtkApplicationWindow *window);

G_END_DECLS
