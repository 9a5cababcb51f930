/* One row of the sidebar as it is seen: a place, the heading, or a topic that can be named in place. */
#pragma once

#include "ui/sidebar/np-sidebar-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_SIDEBAR_ROW (np_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (NpSidebarRow, np_sidebar_row, NP, SIDEBAR_ROW, GtkWidget)

/* Signals: "toggle" () the arrow was pressed; "named" (const char *name) a name was typed; "new-topic" () the button of
 * the heading was pressed; "edit-ended" () typing is over, with a name or without. */
GtkWidget *np_sidebar_row_new (void);
void np_sidebar_row_bind (NpSidebarRow *self, GtkTreeListRow *row);
void np_sidebar_row_unbind (NpSidebarRow *self);
NpSidebarItem *np_sidebar_row_get_item (NpSidebarRow *self);
GtkTreeListRow *np_sidebar_row_get_row (NpSidebarRow *self);
void np_sidebar_row_edit (NpSidebarRow *self, const char *text);

G_END_DECLS
