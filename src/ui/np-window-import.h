/* The ways into the library that begin in the window. */
#pragma once

#include "ui/np-window.h"

G_BEGIN_DECLS

void np_window_import_paste (NpWindow *window);
void np_window_import_choose (NpWindow *window);
void np_window_import_update_cb (GSimpleAction *action, GVariant *parameter, gpointer window);

G_END_DECLS
