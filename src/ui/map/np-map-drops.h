/* What can be dropped on the map: topics and stories, on a topic. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the key of the topic in a place of the map, NULL for none, and has it marked or no more. */
typedef const char *(*NpMapTargetFunc) (GtkWidget *map, double x, double y, gboolean mark);

void np_map_drops_attach (GtkWidget *map, NpLibrary *library, NpMapTargetFunc find_target);
void np_map_drops_relate (GtkWidget *map, const char *key, const char *other);
void np_map_drops_open_menu (GtkWidget *map, NpLibrary *library, const char *key, const char *onto, double x, double y);

G_END_DECLS
