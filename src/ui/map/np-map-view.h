/* The map of topics under pointer and keys. */
#pragma once

#include "library/np-library-topics.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_MAP_VIEW (np_map_view_get_type ())
G_DECLARE_FINAL_TYPE (NpMapView, np_map_view, NP, MAP_VIEW, GtkWidget)

/* Signals: "picked" (const char *key) the stories of a topic are wanted; "asked" (const char *key, const char *other)
 * the pointer rests on a line, both "" when it does no more. */
GtkWidget *np_map_view_new (NpLibrary *library, NpTopicMap *map);
void np_map_view_select (NpMapView *self, const char *key);
void np_map_view_zoom_by (NpMapView *self, double factor);
void np_map_view_fit (NpMapView *self);

G_END_DECLS
