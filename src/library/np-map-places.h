/* Where circles were on a map, from one time to the next: a small file of the window's state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NpMapPlaces NpMapPlaces;

NpMapPlaces *np_map_places_load (const char *file);
void np_map_places_free (NpMapPlaces *self);
gboolean np_map_places_find (NpMapPlaces *self, const char *key, float *x, float *y);
void np_map_places_put (NpMapPlaces *self, const char *key, float x, float y);
void np_map_places_save (NpMapPlaces *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpMapPlaces, np_map_places_free)

G_END_DECLS
