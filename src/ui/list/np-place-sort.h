/* The order of the list, remembered for each place and topic. */
#pragma once

#include "model/np-query.h"
#include "ui/np-settings.h"

G_BEGIN_DECLS

char *np_place_sort_dup_name (NpPlace place, const char *topic);
NpSort np_place_sort_get (NpSettings *settings, NpPlace place, const char *topic, gboolean *ascending);
void np_place_sort_set (NpSettings *settings, NpPlace place, const char *topic, NpSort sort, gboolean ascending);

G_END_DECLS
