/* The same as the map, as a list: each topic with what it is related to. */
#pragma once

#include "library/np-library.h"
#include "library/np-topic-map.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_MAP_LIST (np_map_list_get_type ())
G_DECLARE_FINAL_TYPE (NpMapList, np_map_list, NP, MAP_LIST, GtkWidget)

/* Signal "picked" (const char *key): the stories of a topic are wanted. */
GtkWidget *np_map_list_new (NpLibrary *library, NpTopicMap *map);

G_END_DECLS
