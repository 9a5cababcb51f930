#include "ui/np-intake.h"

#include "base/np-text.h"
#include "base/np-uri.h"

#include <glib/gi18n.h>
#include <string.h>

/* Pages and texts that are larger than this are not what someone meant to paste. */
#define MAX_PASTE (20 * 1024 * 1024)

static guint
import_addresses (NpLibrary *library, char **addresses, const char *topic)
{
  guint n = 0;

  for (; addresses[n] != NULL; n++)
    {
      g_autofree char *file = g_filename_from_uri (addresses[n], NULL, NULL);

      if (file != NULL)
        np_library_import_file (library, file, topic);
      else
        np_library_import_url (library, addresses[n], topic);
    }
  return n;
}

/**
 * np_intake_text:
 * @library: the library
 * @text: what came in: one or several addresses, or the text of a story
 * @topic: (nullable): key of the topic that it gets
 *
 * Returns: how many imports were started; 0 when there is nothing in @text
 */
guint
np_intake_text (NpLibrary *library, const char *text, const char *topic)
{
  g_auto (GStrv) addresses = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && text != NULL, 0);

  if (np_text_is_empty (text))
    return 0;
  addresses = np_uri_list_from_text (text);
  if (addresses != NULL)
    return import_addresses (library, addresses, topic);
  bytes = g_bytes_new (text, strlen (text));
  np_library_import_bytes (library, bytes, "text/plain; charset=utf-8", _ ("Pasted text"), topic);
  return 1;
}

/* The value of the href attribute of the tag that begins at @tag and ends before @end. */
static char *
dup_href (const char *tag, const char *end)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("\\shref\\s*=\\s*(?|\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+))", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *value = NULL;
  g_auto (GStrv) parts = NULL;

  if (!g_regex_match_full (regex, tag, end - tag, 0, 0, &match, NULL))
    return NULL;
  value = g_match_info_fetch (match, 1);
  parts = g_strsplit (value, "&amp;", -1);
  return g_strjoinv ("&", parts);
}

/**
 * np_intake_find_only_link:
 * @html: a piece of HTML as a browser puts it on the clipboard
 *
 * A browser that copies or drags a link gives it as HTML too. This tells such a wrapper from a piece of a story: all of
 * its text stands in one link. It only looks; nothing of @html is taken but the address.
 *
 * Returns: (transfer full) (nullable): the address of the only link, `NULL` when @html is more than a link
 */
char *
np_intake_find_only_link (const char *html)
{
  g_autofree char *found = NULL;
  gboolean inside = FALSE;

  g_return_val_if_fail (html != NULL, NULL);

  for (const char *p = html; *p != '\0';)
    {
      const char *end = *p == '<' ? strchr (p, '>') : NULL;

      if (*p == '<' && end == NULL)
        return NULL;
      if (end == NULL)
        {
          if (!inside && !g_ascii_isspace (*p))
            return NULL;
          p++;
          continue;
        }
      if (g_str_has_prefix (p, "<!--") && strstr (p, "-->") != NULL)
        end = strstr (p, "-->") + 2;
      else if (g_ascii_strncasecmp (p, "<a", 2) == 0 && g_ascii_isspace (p[2]))
        {
          if (found != NULL)
            return NULL;
          found = dup_href (p, end);
          inside = TRUE;
        }
      else if (g_ascii_strncasecmp (p, "</a", 3) == 0)
        inside = FALSE;
      p = end + 1;
    }
  return np_uri_is_web (found) ? g_steal_pointer (&found) : NULL;
}

/* Some browsers put HTML on the clipboard as UTF-16, with or without its mark. */
static char *
dup_html (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *html = NULL;

  if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    html = g_convert (data, size, "UTF-8", "UTF-16", NULL, NULL, NULL);
  else if (size >= 2 && memchr (data, '\0', size - 1) != NULL)
    html = g_convert (data, size, "UTF-8", "UTF-16LE", NULL, NULL, NULL);
  return html != NULL ? html : g_utf8_make_valid (data, size);
}

/**
 * np_intake_html:
 * @library: the library
 * @html: a page or a piece of one
 * @text: (nullable): the same as text, where the other program gave it
 * @topic: (nullable): key of the topic that it gets
 *
 * Returns: how many imports were started
 */
guint
np_intake_html (NpLibrary *library, GBytes *html, const char *text, const char *topic)
{
  g_auto (GStrv) addresses = NULL;
  g_autofree char *utf8 = NULL, *link = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && html != NULL, 0);

  addresses = text != NULL ? np_uri_list_from_text (text) : NULL;
  if (addresses != NULL)
    return import_addresses (library, addresses, topic);
  utf8 = dup_html (html);
  link = np_intake_find_only_link (utf8);
  if (link != NULL)
    {
      np_library_import_url (library, link, topic);
      return 1;
    }
  if (np_text_is_empty (utf8))
    return text != NULL ? np_intake_text (library, text, topic) : 0;
  bytes = g_bytes_new (utf8, strlen (utf8));
  np_library_import_bytes (library, bytes, "text/html; charset=utf-8", _ ("Pasted page"), topic);
  return 1;
}

/**
 * np_intake_file:
 * @library: the library
 * @file: a file of this computer, or an address
 * @topic: (nullable): key of the topic that it gets
 *
 * Returns: how many imports were started
 */
guint
np_intake_file (NpLibrary *library, GFile *file, const char *topic)
{
  const char *path;
  g_autofree char *uri = NULL;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && G_IS_FILE (file), 0);

  path = g_file_peek_path (file);
  uri = g_file_get_uri (file);
  if (path != NULL && !np_uri_is_web (uri))
    np_library_import_file (library, path, topic);
  else
    np_library_import_url (library, uri, topic);
  return 1;
}

/**
 * np_intake_word:
 * @library: the library
 * @word: an address or the name of a file, as on a command line
 * @topic: (nullable): key of the topic that it gets
 *
 * Returns: how many imports were started
 */
guint
np_intake_word (NpLibrary *library, const char *word, const char *topic)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && word != NULL, 0);

  file = g_file_new_for_commandline_arg (word);
  return np_intake_file (library, file, topic);
}

/**
 * np_intake_update:
 * @library: the library
 * @word: an address, that of a file too, or the id of a story, as the command line hands it over
 *
 * Looks for the new version of a story that was saved before; one that was not is saved.
 */
void
np_intake_update (NpLibrary *library, const char *word)
{
  g_return_if_fail (NP_IS_LIBRARY (library) && word != NULL);

  if (np_uri_is_web (word))
    np_library_update_url (library, word, NULL);
  else if (g_str_has_prefix (word, "file:"))
    np_library_update_file (library, word, NULL);
  else
    np_library_update_story (library, word);
}

/**
 * np_intake_value:
 * @library: the library
 * @value: what was dropped: a string, a #GFile or a #GdkFileList
 * @topic: (nullable): key of the topic that it gets
 *
 * Returns: how many imports were started
 */
guint
np_intake_value (NpLibrary *library, const GValue *value, const char *topic)
{
  guint n = 0;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && G_IS_VALUE (value), 0);

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
      n += np_intake_file (library, file->data, topic);
  else if (G_VALUE_HOLDS (value, G_TYPE_FILE) && g_value_get_object (value) != NULL)
    n = np_intake_file (library, g_value_get_object (value), topic);
  else if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    n = np_intake_text (library, g_value_get_string (value), topic);
  return n;
}

/**
 * np_intake_formats:
 * @formats: what a drag or the clipboard offers
 *
 * Returns: whether there may be a story in it
 */
gboolean
np_intake_formats (GdkContentFormats *formats)
{
  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
         || gdk_content_formats_contain_gtype (formats, G_TYPE_FILE)
         || gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
         || gdk_content_formats_contain_mime_type (formats, "text/uri-list")
         || gdk_content_formats_contain_mime_type (formats, "text/html")
         || gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8")
         || gdk_content_formats_contain_mime_type (formats, "text/plain");
}

/* One paste: files, else text, and then the HTML when the text is not just addresses. */
typedef struct
{
  NpLibrary *library;
  GdkClipboard *clipboard;
  char *topic;
  char *text;
  GOutputStream *html;
  NpPasteFunc func;
  gpointer user_data;
} Paste;

static void
paste_end (Paste *paste, guint n, const GError *error)
{
  paste->func (n, error, paste->user_data);
  g_clear_object (&paste->library);
  g_clear_object (&paste->clipboard);
  g_clear_object (&paste->html);
  g_free (paste->topic);
  g_free (paste->text);
  g_free (paste);
}

static void
paste_text (Paste *paste)
{
  paste_end (paste, paste->text != NULL ? np_intake_text (paste->library, paste->text, paste->topic) : 0, NULL);
}

static void
html_spliced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Paste *paste = user_data;
  g_autoptr (GBytes) html = NULL;
  gssize size = g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL);

  if (size <= 0 || size > MAX_PASTE)
    {
      paste_text (paste);
      return;
    }
  html = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  paste_end (paste, np_intake_html (paste->library, html, paste->text, paste->topic), NULL);
}

static void
html_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Paste *paste = user_data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);

  if (stream == NULL)
    {
      paste_text (paste);
      return;
    }
  paste->html = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (paste->html, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, html_spliced_cb, paste);
}

static void
read_html (Paste *paste)
{
  static const char *types[] = { "text/html", NULL };
  GdkContentFormats *formats = gdk_clipboard_get_formats (paste->clipboard);
  g_auto (GStrv) addresses = paste->text != NULL ? np_uri_list_from_text (paste->text) : NULL;

  if (addresses == NULL && gdk_content_formats_contain_mime_type (formats, types[0]))
    gdk_clipboard_read_async (paste->clipboard, types, G_PRIORITY_DEFAULT, NULL, html_read_cb, paste);
  else
    paste_text (paste);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Paste *paste = user_data;

  /* No text is no error here: there may be HTML, and if not, nothing is imported. */
  paste->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  read_html (paste);
}

static void
files_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Paste *paste = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  paste_end (paste, value != NULL ? np_intake_value (paste->library, value, paste->topic) : 0, error);
}

/**
 * np_intake_clipboard:
 * @library: the library
 * @clipboard: where to look
 * @topic: (nullable): key of the topic that it gets
 * @func: (scope async): called once, with the number of imports that were started
 * @user_data: for @func
 *
 * Imports what is on @clipboard: copied files, addresses, a piece of a page, or text.
 */
void
np_intake_clipboard (NpLibrary *library, GdkClipboard *clipboard, const char *topic, NpPasteFunc func,
                     gpointer user_data)
{
  GdkContentFormats *formats;
  Paste *paste;

  g_return_if_fail (NP_IS_LIBRARY (library) && GDK_IS_CLIPBOARD (clipboard) && func != NULL);

  formats = gdk_clipboard_get_formats (clipboard);
  paste = g_new0 (Paste, 1);
  paste->library = g_object_ref (library);
  paste->clipboard = g_object_ref (clipboard);
  paste->topic = g_strdup (topic);
  paste->func = func;
  paste->user_data = user_data;
  if (gdk_content_formats_contain_mime_type (formats, "text/uri-list")
      || gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_read_cb, paste);
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
           || gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8")
           || gdk_content_formats_contain_mime_type (formats, "text/plain"))
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, paste);
  else
    read_html (paste);
}
