/* The menu of a topic on the map or in its list: by the right button, by a long press of a finger, by keys. */
#pragma once

#include "library/np-library.h"
#include "ui/map/np-map-drops.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the key of the topic that has the focus, NULL for none, and where it is in the widget. */
typedef const char *(*NpMapFocusFunc) (GtkWidget *map, GdkRectangle *at);

void np_map_menu_attach (GtkWidget *map, NpLibrary *library, NpMapTargetFunc find_target);
void np_map_menu_add_keys (GtkWidget *map, NpLibrary *library, NpMapFocusFunc find_focused);

G_END_DECLS
