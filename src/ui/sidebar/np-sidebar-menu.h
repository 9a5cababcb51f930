/* The context menu of a row of the sidebar. */
#pragma once

#include "library/np-library.h"
#include "ui/sidebar/np-sidebar-row.h"
#include "ui/sidebar/np-sidebar-selection.h"

G_BEGIN_DECLS

void np_sidebar_menu_popup (NpSidebarRow *row, NpLibrary *library, NpSidebarSelection *selection, double x, double y);

G_END_DECLS
