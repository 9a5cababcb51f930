/* What an action on stories is about. */
#pragma once

#include "ui/np-window.h"

G_BEGIN_DECLS

GPtrArray *np_window_list_meant (NpWindow *self);

G_END_DECLS
