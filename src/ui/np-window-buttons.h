/* Which of a window's buttons fit where it is narrow. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *np_window_buttons_find_narrow (GtkWidget *window);

G_END_DECLS
