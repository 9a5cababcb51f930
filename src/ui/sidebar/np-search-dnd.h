/* Puts the searches that are kept in order with the mouse. */
#pragma once

#include "ui/np-changer.h"
#include "ui/sidebar/np-search-row.h"

G_BEGIN_DECLS

void np_search_dnd_attach (NpSearchRow *row, NpChanger *changer);

G_END_DECLS
