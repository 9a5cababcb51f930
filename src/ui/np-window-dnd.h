/* Drops of other programs on the window. */
#pragma once

#include "ui/np-window.h"

G_BEGIN_DECLS

void np_window_dnd_attach (NpWindow *window);

G_END_DECLS
