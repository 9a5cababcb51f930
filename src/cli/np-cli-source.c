#include "cli/np-cli-source.h"

#include "base/np-uri.h"
#include "library/np-library-error.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/* As much as a page may have. */
#define MAX_INPUT_BYTES (20 * 1024 * 1024)

static void
source_free (gpointer data)
{
  NpCliSource *source = data;

  g_free (source->name);
  g_free (source->url);
  g_free (source->file);
  g_free (source->story);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_free (source);
}

static NpCliSource *
add (GPtrArray *sources, const char *name)
{
  NpCliSource *source = g_new0 (NpCliSource, 1);

  source->name = g_strdup (name);
  g_ptr_array_add (sources, source);
  return source;
}

static GBytes *
read_input (GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (64 * 1024);
  gssize n;

  while ((n = g_input_stream_read (input, buffer, 64 * 1024, NULL, error)) > 0)
    {
      g_byte_array_append (bytes, buffer, (guint) n);
      if (bytes->len > MAX_INPUT_BYTES)
        {
          g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_TOO_BIG, "larger than %d MiB", MAX_INPUT_BYTES >> 20);
          return NULL;
        }
    }
  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* HTML when the first thing in it is a tag or a declaration; a story as text does not begin so. */
static const char *
sniff (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size), *end;

  if (size == 0)
    return "text/plain";
  end = data + size;
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    data += 3;
  while (data < end && g_ascii_isspace (*data))
    data++;
  return end - data >= 2 && *data == '<' && (g_ascii_isalpha (data[1]) || data[1] == '!' || data[1] == '?')
             ? "text/html"
             : "text/plain";
}

static gboolean
add_input (GPtrArray *sources, GError **error)
{
  g_autoptr (GBytes) bytes = read_input (error);
  g_autofree char *text = NULL;
  g_auto (GStrv) urls = NULL;
  NpCliSource *source;

  if (bytes == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_size (bytes) > 0 ? g_bytes_get_data (bytes, NULL) : "", g_bytes_get_size (bytes));
  urls = g_utf8_validate (text, -1, NULL) ? np_uri_list_from_text (text) : NULL;
  for (guint i = 0; urls != NULL && urls[i] != NULL; i++)
    {
      source = add (sources, urls[i]);
      *(np_uri_is_web (urls[i]) ? &source->url : &source->file) = g_strdup (urls[i]);
    }
  if (urls == NULL)
    {
      source = add (sources, "-");
      source->type = sniff (bytes);
      source->bytes = g_steal_pointer (&bytes);
    }
  return TRUE;
}

static void
add_word (GPtrArray *sources, const char *word)
{
  g_autofree char *scheme = g_uri_parse_scheme (word);
  gboolean is_file = g_file_test (word, G_FILE_TEST_EXISTS);
  g_auto (GStrv) urls = !is_file && g_utf8_validate (word, -1, NULL) ? np_uri_list_from_text (word) : NULL;
  NpCliSource *source = add (sources, word);

  if (g_strcmp0 (scheme, "file") == 0)
    source->file = g_strdup (word);
  else if (is_file)
    source->file = g_canonicalize_filename (word, NULL);
  else if (scheme != NULL || urls != NULL) /* an address, or what was meant for one */
    source->url = g_strdup (urls != NULL ? urls[0] : word);
  else
    source->file = g_canonicalize_filename (word, NULL);
}

/**
 * np_cli_sources_from_words:
 * @words: (array zero-terminated=1): addresses, files, and "-" for standard input
 * @error: of `NP_LIBRARY_ERROR` or `G_IO_ERROR`, when standard input cannot be read
 *
 * Tells what @words are. Standard input is read; when it holds nothing but addresses, it is those.
 *
 * Returns: (transfer full) (element-type NpCliSource) (nullable): what to import, in order
 */
GPtrArray *
np_cli_sources_from_words (char **words, GError **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (source_free);

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_str_equal (words[i], "-"))
      add_word (sources, words[i]);
    else if (!add_input (sources, error))
      return NULL;
  return g_steal_pointer (&sources);
}

/**
 * np_cli_sources_add_list:
 * @sources: of np_cli_sources_from_words()
 * @file: a file with an address or a file a line; empty lines and those that begin with # are passed over
 * @error: of `G_FILE_ERROR`
 *
 * Adds what @file lists, in its order.
 *
 * Returns: whether it could be read
 */
gboolean
np_cli_sources_add_list (GPtrArray *sources, const char *file, GError **error)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (file, &content, NULL, error))
    return FALSE;
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && *lines[i] != '#')
      add_word (sources, lines[i]);
  return TRUE;
}

/**
 * np_cli_sources_add_story:
 * @sources: of np_cli_sources_from_words()
 * @name: what @story was called
 * @story: a story that is saved
 *
 * Adds a story, to look for a new version of it.
 */
void
np_cli_sources_add_story (GPtrArray *sources, const char *name, NpStory *story)
{
  add (sources, name)->story = g_strdup (np_story_get_id (story));
}

/**
 * np_cli_source_import:
 * @source: what to import
 * @library: a library that can be written
 *
 * Returns: (transfer none): the import, on its way
 */
NpImport *
np_cli_source_import (const NpCliSource *source, NpLibrary *library)
{
  if (source->story != NULL)
    return np_library_update_story (library, source->story);
  if (source->url != NULL)
    return source->again ? np_library_update_url (library, source->url, NULL)
                         : np_library_import_url (library, source->url, NULL);
  if (source->file != NULL)
    return source->again ? np_library_update_file (library, source->file, NULL)
                         : np_library_import_file (library, source->file, NULL);
  return np_library_import_bytes (library, source->bytes, source->type, _ ("standard input"), NULL);
}
