/* The rows of the places. */
#pragma once

#include "library/np-library.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GListStore *np_sidebar_places_new (void);
void np_sidebar_places_set_counts (GListStore *places, const NpCounts *counts);

G_END_DECLS
