#include "extract/np-parts.h"

#include "base/np-photo-header.h"
#include "base/np-uri.h"
#include "extract/np-image-key.h"

#include <string.h>

/* What has no address of its own gets one that nobody can have (RFC 2606). */
#define PHOTO_BASE "https://photo.invalid/"
#define ID_BASE    "https://cid.invalid/"

/* A photo of fewer pixels on either side is an icon, or stands in until the real one is loaded. */
#define SMALLEST_SIDE 100

/* All photos of a page together: they travel in one frame of the worker. */
#define MAX_BYTES (48u * 1024 * 1024)

struct _NpParts
{
  GHashTable *by_address; /* char* → GBytes */
  GHashTable *by_key;     /* char* np_image_key() → GBytes, the largest */
  GHashTable *photos;     /* GBytes → char* the address that it was given */
  gsize given;
};

/**
 * np_parts_new:
 *
 * Returns: (transfer full): no parts
 */
NpParts *
np_parts_new (void)
{
  NpParts *parts = g_new0 (NpParts, 1);

  parts->by_address = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  parts->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  parts->photos = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, g_free);
  return parts;
}

/**
 * np_parts_free:
 * @parts: (transfer full) (nullable): parts
 */
void
np_parts_free (NpParts *parts)
{
  if (parts == NULL)
    return;
  g_hash_table_unref (parts->by_address);
  g_hash_table_unref (parts->by_key);
  g_hash_table_unref (parts->photos);
  g_free (parts);
}

/**
 * np_parts_add:
 * @parts: parts
 * @address: where the photo was when the page was saved; valid UTF-8
 * @bytes: the photo
 *
 * The first of an address stays. A photo that the page names in another size is found, too.
 */
void
np_parts_add (NpParts *parts, const char *address, GBytes *bytes)
{
  g_autofree char *key = np_image_key (address);
  GBytes *before = g_hash_table_lookup (parts->by_key, key);

  if (!g_hash_table_contains (parts->by_address, address))
    g_hash_table_insert (parts->by_address, g_strdup (address), g_bytes_ref (bytes));
  if (before == NULL || g_bytes_get_size (before) < g_bytes_get_size (bytes))
    g_hash_table_insert (parts->by_key, g_steal_pointer (&key), g_bytes_ref (bytes));
}

/**
 * np_parts_add_photo:
 * @parts: parts
 * @bytes: what a data: address has in it
 *
 * Returns: (transfer none) (nullable): the address by which it is to be named; `NULL` when it is no photo, or too small
 *   for one
 */
const char *
np_parts_add_photo (NpParts *parts, GBytes *bytes)
{
  const char *address = g_hash_table_lookup (parts->photos, bytes), *extension;
  guint width, height;
  char *made;

  if (address != NULL)
    return address;
  if (!np_photo_header_read (bytes, &extension, &width, &height) || (width > 0 && width < SMALLEST_SIDE)
      || (height > 0 && height < SMALLEST_SIDE))
    return NULL;
  made = g_strdup_printf (PHOTO_BASE "%u.%s", g_hash_table_size (parts->photos) + 1, extension);
  g_hash_table_insert (parts->photos, g_bytes_ref (bytes), made);
  g_hash_table_insert (parts->by_address, g_strdup (made), g_bytes_ref (bytes));
  return made;
}

static GBytes *
find (NpParts *parts, const char *source)
{
  GBytes *bytes = g_hash_table_lookup (parts->by_address, source);
  g_autofree char *key = NULL;

  if (bytes != NULL || g_str_has_prefix (source, PHOTO_BASE))
    return bytes;
  key = np_image_key (source);
  return g_hash_table_lookup (parts->by_key, key);
}

/**
 * np_parts_give:
 * @parts: parts
 * @article: an article of the page
 *
 * Gives each figure that has none yet the bytes of its photo, as far as they are there.
 */
void
np_parts_give (NpParts *parts, NpArticle *article)
{
  for (guint i = 0; i < article->figures->len; i++)
    {
      NpFigure *figure = article->figures->pdata[i];
      GBytes *bytes = figure->bytes == NULL && figure->source != NULL ? find (parts, figure->source) : NULL;
      const char *extension;
      guint width, height;

      if (bytes == NULL || parts->given + g_bytes_get_size (bytes) > MAX_BYTES
          || !np_photo_header_read (bytes, &extension, &width, &height))
        continue;
      parts->given += g_bytes_get_size (bytes);
      figure->bytes = g_bytes_ref (bytes);
    }
}

/**
 * np_parts_forget_addresses:
 * @article: an article whose figures have their bytes
 *
 * Takes away the addresses that np_parts_add_photo() and np_parts_dup_address_of_id() made up.
 */
void
np_parts_forget_addresses (NpArticle *article)
{
  for (guint i = 0; i < article->figures->len; i++)
    {
      NpFigure *figure = article->figures->pdata[i];

      if (figure->source != NULL
          && (g_str_has_prefix (figure->source, PHOTO_BASE) || g_str_has_prefix (figure->source, ID_BASE)))
        g_clear_pointer (&figure->source, g_free);
    }
}

/**
 * np_parts_dup_address_of_id:
 * @id: what stands behind "cid:" (RFC 2392)
 *
 * Returns: (transfer full): an address of the web in its place
 */
char *
np_parts_dup_address_of_id (const char *id)
{
  g_autofree char *escaped = g_uri_escape_string (id, NULL, FALSE);

  return g_strconcat (ID_BASE, escaped, NULL);
}
