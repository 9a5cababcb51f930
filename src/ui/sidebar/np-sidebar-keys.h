/* What keys do on a row of the sidebar. */
#pragma once

#include "ui/sidebar/np-sidebar-model.h"
#include "ui/sidebar/np-sidebar-row.h"

G_BEGIN_DECLS

gboolean np_sidebar_keys_press (NpSidebarRow *row, guint key, GdkModifierType state, GtkListView *list,
                                NpSidebarModel *model, NpLibrary *library);

G_END_DECLS
