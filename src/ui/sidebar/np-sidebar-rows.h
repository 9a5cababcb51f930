/* The rows of the sidebar: made, filled, pressed, found again. */
#pragma once

#include "ui/np-changer.h"
#include "ui/sidebar/np-sidebar-row.h"
#include "ui/sidebar/np-sidebar-selection.h"

G_BEGIN_DECLS

#define NP_TYPE_SIDEBAR_ROWS (np_sidebar_rows_get_type ())
G_DECLARE_FINAL_TYPE (NpSidebarRows, np_sidebar_rows, NP, SIDEBAR_ROWS, GObject)

/* Signal "made" (NpSidebarRow *row): a row was made, to connect to. A press does the actions "sidebar.activate" and
 * "sidebar.rename" (key). */
NpSidebarRows *np_sidebar_rows_new (NpLibrary *library, NpChanger *changer, NpSidebarSelection *selection);
NpSidebarSelection *np_sidebar_rows_get_selection (NpSidebarRows *self);
GtkListItemFactory *np_sidebar_rows_get_factory (NpSidebarRows *self);
NpSidebarRow *np_sidebar_rows_find (NpSidebarRows *self, NpSidebarKind kind, const char *key);
NpSidebarRow *np_sidebar_rows_find_focused (GtkWidget *list);

G_END_DECLS
