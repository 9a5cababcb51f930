/* Photos and pages of NpStore: files named by what is in them, so each is kept once. */
#include "store/np-store.h"

#include "json/np-json-path.h"
#include "store/np-store-parts.h"

#include <string.h>

#define MAX_EXTENSION 8

/* Letters and digits only, whatever an address ends with. */
static char *
clean_extension (const char *extension)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = extension != NULL ? extension : ""; *p != '\0' && clean->len < MAX_EXTENSION; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (clean, g_ascii_tolower (*p));
  if (clean->len == 0)
    g_string_assign (clean, "bin");
  return g_string_free (clean, FALSE);
}

/* For the other files of NpStore, too: a file named by what is in it is on disk, and holds @bytes. */
gboolean
np_store_keep_named (NpStore *self, const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (NpStoreWriting) writing = np_store_writing (self, error);

  if (writing == NULL)
    return FALSE;
  /* Not only its name: others may have cut the file. */
  return np_disk_holds (np_store_get_disk (self), path, bytes)
         || np_disk_write (np_store_get_disk (self), path, bytes, NP_DISK_REPLACE, error);
}

/**
 * np_store_add_media:
 * @self: a library
 * @bytes: a photo
 * @extension: (nullable): the ending of its file: "jpg"
 * @error: any of `NP_STORE_ERROR`
 *
 * Keeps a photo; one that is there already is kept once.
 *
 * Returns: (transfer full) (nullable): its path relative to the library's folder
 */
char *
np_store_add_media (NpStore *self, GBytes *bytes, const char *extension, GError **error)
{
  g_autofree char *hash = NULL, *clean = NULL, *path = NULL;

  g_return_val_if_fail (NP_IS_STORE (self) && bytes != NULL, NULL);

  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  clean = clean_extension (extension);
  path = g_strdup_printf ("media/%.2s/%s.%s", hash, hash, clean);
  return np_store_keep_named (self, path, bytes, error) ? g_steal_pointer (&path) : NULL;
}

/* @max: the most bytes to give. */
static GBytes *
convert (GConverter *converter, GBytes *bytes, gsize max, GError **error)
{
  g_autoptr (GInputStream) source = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (source, converter);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (65536);
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, 65536, NULL, error)) > 0)
    {
      if (data->len + (gsize) n > max)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "more than %" G_GSIZE_FORMAT " bytes", max);
          return NULL;
        }
      g_byte_array_append (data, buffer, (guint) n);
    }
  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&data)) : NULL;
}

/**
 * np_store_add_page:
 * @self: a library
 * @bytes: a page as it was fetched
 * @error: any of `NP_STORE_ERROR`
 *
 * Keeps a page, compressed (RFC 1952, without a time, so that the same page is the same file); one that is there
 * already is kept once.
 *
 * Returns: (transfer full) (nullable): its path relative to the library's folder
 */
char *
np_store_add_page (NpStore *self, GBytes *bytes, GError **error)
{
  g_autofree char *hash = NULL, *path = NULL;
  g_autoptr (GConverter) compressor = NULL;
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GError) trouble = NULL;

  g_return_val_if_fail (NP_IS_STORE (self) && bytes != NULL, NULL);

  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  path = g_strdup_printf ("pages/%.2s/%s.html.gz", hash, hash);
  compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  packed = convert (compressor, bytes, G_MAXSSIZE, &trouble);
  if (packed == NULL)
    {
      g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_IO, "cannot write “%s”: %s", path, trouble->message);
      return NULL;
    }
  return np_store_keep_named (self, path, packed, error) ? g_steal_pointer (&path) : NULL;
}

/**
 * np_store_read_page:
 * @self: a library
 * @path: a page's path
 * @error: any of `NP_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the page as it was fetched
 */
GBytes *
np_store_read_page (NpStore *self, const char *path, GError **error)
{
  g_autoptr (GConverter) decompressor = NULL;
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GError) trouble = NULL;
  g_autofree char *where = NULL;
  GBytes *bytes;

  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  if (!np_json_path_is_inside (path, "pages"))
    {
      g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND, "“%s” is no path of a page",
                   path != NULL ? path : "");
      return NULL;
    }
  packed = np_disk_read (np_store_get_disk (self), path, NP_STORE_MAX_FILE, error);
  if (packed == NULL)
    return NULL;
  decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  bytes = convert (decompressor, packed, NP_STORE_MAX_FILE, &trouble);
  if (bytes == NULL && np_store_set_aside (self, path, packed, trouble->message, &where, error))
    g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_DAMAGED, "“%s” is damaged: %s", path, trouble->message);
  return bytes;
}
