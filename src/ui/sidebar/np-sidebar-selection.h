/* What is selected in the sidebar: one place, or topics as many as one likes. Topics are remembered by their keys, so
 * that rows may come, go and move. */
#pragma once

#include "ui/sidebar/np-sidebar-model.h"

G_BEGIN_DECLS

#define NP_TYPE_SIDEBAR_SELECTION (np_sidebar_selection_get_type ())
G_DECLARE_FINAL_TYPE (NpSidebarSelection, np_sidebar_selection, NP, SIDEBAR_SELECTION, GObject)

NpSidebarSelection *np_sidebar_selection_new (NpSidebarModel *model);
guint np_sidebar_selection_get_single (NpSidebarSelection *self);
void np_sidebar_selection_set_single (NpSidebarSelection *self, guint position);
guint np_sidebar_selection_get_size (NpSidebarSelection *self);
char **np_sidebar_selection_dup_meant (NpSidebarSelection *self, const char *key);

G_END_DECLS
