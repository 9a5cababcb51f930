/* The keys of the window. */
#pragma once

#include "ui/np-window.h"

G_BEGIN_DECLS

void np_window_shortcuts_install (NpWindow *window);

G_END_DECLS
