/* Waits until a window is on the screen. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*NpFirstFrameFunc) (gpointer user_data);

void np_first_frame_then (GtkWindow *window, NpFirstFrameFunc func, gpointer user_data);

G_END_DECLS
