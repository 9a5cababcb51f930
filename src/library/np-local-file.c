#include "library/np-local-file.h"

#include "library/np-library-error.h"

static char *
guess_content_type (const char *name, GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autofree char *type = g_content_type_guess (name, data, MIN (size, 4096), NULL);

  return g_content_type_get_mime_type (type);
}

/* Reads at most the limit, so that a file that never ends (a pipe, a device) does end. */
static GBytes *
read_limited (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = NULL;

  if (stream == NULL)
    return NULL;
  bytes = g_byte_array_new ();
  for (;;)
    {
      guint8 buffer[64 * 1024];
      gssize read = g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer, cancellable, error);

      if (read < 0)
        return NULL;
      if (read == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      g_byte_array_append (bytes, buffer, (guint) read);
      if (bytes->len > NP_LOCAL_FILE_MAX_BYTES)
        {
          g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_TOO_BIG, "%s: larger than %d MiB", name,
                       NP_LOCAL_FILE_MAX_BYTES / 1024 / 1024);
          return NULL;
        }
    }
}

/**
 * np_local_file_new:
 * @file: a path or a file: address
 *
 * Returns: (transfer full): the file it names
 */
GFile *
np_local_file_new (const char *file)
{
  g_autofree char *scheme = g_uri_parse_scheme (file);

  return g_strcmp0 (scheme, "file") == 0 ? g_file_new_for_uri (file) : g_file_new_for_path (file);
}

/**
 * np_local_file_read:
 * @file: a path or a file: address
 * @cancellable: (nullable): stops it
 * @error: of `NP_LIBRARY_ERROR` or `G_IO_ERROR`; the message begins with the name of the file
 *
 * Returns: (transfer full) (nullable): the file as a page without a web address, its type guessed from name and content
 */
NpPage *
np_local_file_read (const char *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) source = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  NpPage *page;

  g_return_val_if_fail (file != NULL, NULL);

  source = np_local_file_new (file);
  name = g_file_get_parse_name (source);
  if (g_file_query_file_type (source, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_IS_FOLDER, "%s: a folder", name);
      return NULL;
    }
  bytes = read_limited (source, name, cancellable, error);
  if (bytes == NULL)
    {
      if (error != NULL && (*error)->domain == G_IO_ERROR && !g_str_has_prefix ((*error)->message, name))
        g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  page = np_page_new (bytes);
  page->url = g_file_get_uri (source);
  page->final_url = g_strdup (page->url);
  page->content_type = guess_content_type (name, bytes);
  return page;
}
