/* The keyboard focus, when the row that has it goes away. */
#pragma once

#include "ui/sidebar/np-sidebar-model.h"

G_BEGIN_DECLS

void np_sidebar_focus_keep (GtkListView *list, NpSidebarModel *model);

G_END_DECLS
