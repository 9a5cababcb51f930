/* The menu and the keys of a search that is kept. */
#pragma once

#include "ui/sidebar/np-search-row.h"

G_BEGIN_DECLS

void np_search_menu_popup (NpSearchRow *row, double x, double y);
gboolean np_search_menu_press (NpSearchRow *row, guint key, GdkModifierType state);

G_END_DECLS
