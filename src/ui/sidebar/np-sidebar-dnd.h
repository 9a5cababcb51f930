/* Drag and drop on the rows of the sidebar. */
#pragma once

#include "ui/np-changer.h"
#include "ui/sidebar/np-sidebar-row.h"
#include "ui/sidebar/np-sidebar-selection.h"

G_BEGIN_DECLS

void np_sidebar_dnd_attach (NpSidebarRow *row, NpLibrary *library, NpChanger *changer, NpSidebarSelection *selection);

G_END_DECLS
