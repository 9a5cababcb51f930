#include "library/np-map-places.h"

#include <math.h>

#define VARIANT "a{s(dd)}"

/* Farther out than this nothing is found again. */
#define FARTHEST 100000

typedef struct
{
  float x, y;
} Place;

struct _NpMapPlaces
{
  char *file;
  GHashTable *places; /* char* key → Place */
};

/**
 * np_map_places_load:
 * @file: the path of the file
 *
 * Returns: (transfer full): what the file has; nothing when it is missing or cannot be read
 */
NpMapPlaces *
np_map_places_load (const char *file)
{
  NpMapPlaces *self = g_new0 (NpMapPlaces, 1);
  g_autoptr (GVariant) variant = NULL;
  g_autofree char *data = NULL;
  GVariantIter iter;
  const char *key;
  double x, y;

  self->file = g_strdup (file);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (g_file_get_contents (file, &data, NULL, NULL))
    variant = g_variant_parse (G_VARIANT_TYPE (VARIANT), data, NULL, NULL, NULL);
  if (variant == NULL)
    return self;
  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "{&s(dd)}", &key, &x, &y))
    if (fabs (x) < FARTHEST && fabs (y) < FARTHEST)
      np_map_places_put (self, key, (float) x, (float) y);
  return self;
}

/**
 * np_map_places_free:
 * @self: (transfer full) (nullable): places
 */
void
np_map_places_free (NpMapPlaces *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_hash_table_unref (self->places);
  g_free (self);
}

/**
 * np_map_places_find:
 * @self: places
 * @key: the key of a topic
 * @x: (out): where it was
 * @y: (out): the same
 *
 * Returns: whether that is known
 */
gboolean
np_map_places_find (NpMapPlaces *self, const char *key, float *x, float *y)
{
  const Place *place = g_hash_table_lookup (self->places, key);

  if (place == NULL)
    return FALSE;
  *x = place->x;
  *y = place->y;
  return TRUE;
}

/**
 * np_map_places_put:
 * @self: places
 * @key: the key of a topic
 * @x: where it is
 * @y: the same
 */
void
np_map_places_put (NpMapPlaces *self, const char *key, float x, float y)
{
  Place *place = g_new (Place, 1);

  place->x = x;
  place->y = y;
  g_hash_table_insert (self->places, g_strdup (key), place);
}

/**
 * np_map_places_save:
 * @self: places
 *
 * Writes the file. One that cannot be written costs a map that looks other than before.
 */
void
np_map_places_save (NpMapPlaces *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (VARIANT));
  g_autoptr (GVariant) variant = NULL;
  g_autofree char *text = NULL, *folder = g_path_get_dirname (self->file);
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_variant_builder_add (&builder, "{s(dd)}", key, (double) ((Place *) value)->x, (double) ((Place *) value)->y);
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  text = g_variant_print (variant, FALSE);
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents (self->file, text, -1, &error))
    g_message ("the places on the map cannot be kept: %s", error->message);
}
