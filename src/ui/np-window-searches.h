/* The searches that are kept, and what the window does with them. */
#pragma once

#include "ui/list/np-list-page.h"
#include "ui/sidebar/np-search-list.h"
#include "ui/sidebar/np-sidebar.h"

G_BEGIN_DECLS

void np_window_searches_attach (GtkWidget *window, NpSearchList *searches, NpSidebar *sidebar, NpListPage *list,
                                NpSettings *settings);
void np_window_searches_keep (GtkWidget *window);

G_END_DECLS
