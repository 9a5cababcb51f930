/* What can be done in the window: the actions, their shortcuts, and when each can be done. */
#pragma once

#include "ui/np-window.h"

G_BEGIN_DECLS

void np_window_actions_install (NpWindow *window);

G_END_DECLS
