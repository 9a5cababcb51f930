/* The map of topics in the window: it takes the place of the story, beside the list. */
#pragma once

#include "ui/np-window.h"

G_BEGIN_DECLS

void np_window_map_toggle (NpWindow *window);

G_END_DECLS
