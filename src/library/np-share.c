#include "library/np-share.h"

#include "exchange/np-html.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* Where files are put for others to take. What lies there longer than this, in seconds, has been taken or never will.
 */
#define FOLDER "dragged"
#define OLD    (24 * 60 * 60)
/* The most bytes that a file's name has of its headline. */
#define NAME_LENGTH 120

/* --- one story --- */

/* Photos are named by what they are when they are saved. */
static const char *
find_type (const char *path)
{
  static const char *const types[][2] = { { ".jpg", "image/jpeg" },   { ".jpeg", "image/jpeg" },
                                          { ".png", "image/png" },    { ".gif", "image/gif" },
                                          { ".webp", "image/webp" },  { ".avif", "image/avif" },
                                          { ".svg", "image/svg+xml" } };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_suffix (path, types[i][0]))
      return types[i][1];
  return NULL;
}

static char *
dup_photo (NpLibrary *library, const NpFigure *figure)
{
  g_autofree char *path = figure->file != NULL ? np_library_get_file (library, figure->file) : NULL;
  g_autofree char *content = NULL, *encoded = NULL;
  gsize length;

  if (path == NULL || find_type (path) == NULL || !g_file_get_contents (path, &content, &length, NULL))
    return NULL;
  encoded = g_base64_encode ((const guchar *) content, length);
  return g_strconcat ("data:", find_type (path), ";base64,", encoded, NULL);
}

static char *
write_html (NpLibrary *library, const NpArticle *article)
{
  g_autoptr (GPtrArray) photos = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < article->figures->len; i++)
    g_ptr_array_add (photos, dup_photo (library, article->figures->pdata[i]));
  g_ptr_array_add (photos, NULL);
  return np_html_from_article (article, (const char *const *) photos->pdata);
}

static void
append_line (GString *text, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s\n", line);
}

static char *
write_text (const NpArticle *article)
{
  GString *text = g_string_new (NULL);
  g_autofree char *body = np_article_dup_text (article);

  append_line (text, article->headline);
  append_line (text, article->deck);
  append_line (text, article->byline);
  append_line (text, article->site_name != NULL ? article->site_name : article->site_domain);
  append_line (text, article->published);
  append_line (text, article->canonical_url != NULL ? article->canonical_url : article->url);
  g_string_append_c (text, '\n');
  append_line (text, body);
  return g_string_free (text, FALSE);
}

/* --- files --- */

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
}

static void
remove_old (const char *above)
{
  g_autoptr (GDir) dir = g_dir_open (above, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (above, name, NULL);
      GStatBuf info;

      if (g_lstat (folder, &info) == 0 && S_ISDIR (info.st_mode) && now - (gint64) info.st_mtime > OLD)
        remove_folder (folder);
    }
}

/* A folder of its own for each time, so that names stay as they should be. */
static char *
make_folder (GError **error)
{
  g_autofree char *above = g_build_filename (g_get_user_cache_dir (), "newsprint", FOLDER, NULL);
  g_autofree char *folder = g_build_filename (above, "XXXXXX", NULL);

  if (g_mkdir_with_parents (above, 0700) == 0)
    {
      remove_old (above);
      if (g_mkdtemp (folder) != NULL)
        return g_steal_pointer (&folder);
    }
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", above, g_strerror (errno));
  return NULL;
}

static char *
dup_name (const NpArticle *article)
{
  g_autofree char *name =
      g_strdup (article->headline != NULL && *article->headline != '\0' ? article->headline : article->id);
  char *begin = name, *end;

  for (char *c = name; *c != '\0'; c++)
    if (*c == '/' || *c == '\\' || g_ascii_iscntrl (*c))
      *c = ' ';
  while (*begin == '.' || *begin == ' ')
    begin++;
  end = begin;
  while (*end != '\0' && g_utf8_next_char (end) - begin <= NAME_LENGTH)
    end = g_utf8_next_char (end);
  *end = '\0';
  return g_strdup (*begin != '\0' ? g_strchomp (begin) : article->id);
}

static gboolean
write_file (NpLibrary *library, const NpArticle *article, const char *folder, GString *list, GError **error)
{
  g_autofree char *html = write_html (library, article), *name = dup_name (article), *path = NULL, *uri = NULL;

  for (guint n = 1; path == NULL || g_file_test (path, G_FILE_TEST_EXISTS); n++)
    {
      g_autofree char *number = n > 1 ? g_strdup_printf (" (%u)", n) : g_strdup ("");
      g_autofree char *whole = g_strconcat (name, number, ".html", NULL);

      g_free (path);
      path = g_build_filename (folder, whole, NULL);
    }
  if (!g_file_set_contents (path, html, -1, error))
    return FALSE;
  uri = g_filename_to_uri (path, NULL, error);
  if (uri == NULL)
    return FALSE;
  g_string_append_printf (list, "%s\r\n", uri);
  return TRUE;
}

/* --- all of them --- */

static gboolean
append_story (NpLibrary *library, const NpArticle *article, NpShareForm form, const char *folder, GString *out,
              GError **error)
{
  g_autofree char *piece = NULL;

  switch (form)
    {
    case NP_SHARE_FILES:
      return write_file (library, article, folder, out, error);
    case NP_SHARE_HTML:
      piece = write_html (library, article);
      break;
    case NP_SHARE_TEXT:
      piece = write_text (article);
      break;
    }
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, piece);
  return TRUE;
}

/**
 * np_share_stories:
 * @library: a library
 * @ids: (array zero-terminated=1): ids of stories
 * @form: what to make of them
 * @cancellable: (nullable): stops it between two stories
 * @error: of `NP_LIBRARY_ERROR`, `G_FILE_ERROR` when a file cannot be written, or cancelled
 *
 * Returns: (transfer full) (nullable): the stories in that form, one after the other. Files are for others to take
 *   within a day
 */
GBytes *
np_share_stories (NpLibrary *library, const char *const *ids, NpShareForm form, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GString) out = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && ids != NULL, NULL);

  if (form == NP_SHARE_FILES && (folder = make_folder (error)) == NULL)
    return NULL;
  out = g_string_new (NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (NpArticle) article = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || (article = np_library_read_article (library, ids[i], error)) == NULL
          || !append_story (library, article, form, folder, out, error))
        return NULL;
    }
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

typedef struct
{
  char **ids;
  NpShareForm form;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_strfreev (wish->ids);
  g_free (wish);
}

static void
share_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wish *wish = data;
  GError *error = NULL;
  GBytes *bytes = np_share_stories (source, (const char *const *) wish->ids, wish->form, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * np_share_stories_async:
 * @library: a library
 * @ids: (array zero-terminated=1): ids of stories
 * @form: what to make of them
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when they are there
 * @user_data: for @callback
 *
 * The asynchronous form of np_share_stories().
 */
void
np_share_stories_async (NpLibrary *library, const char *const *ids, NpShareForm form, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Wish *wish;

  g_return_if_fail (NP_IS_LIBRARY (library) && ids != NULL);

  wish = g_new0 (Wish, 1);
  wish->ids = g_strdupv ((char **) ids);
  wish->form = form;
  task = g_task_new (library, cancellable, callback, user_data);
  g_task_set_source_tag (task, np_share_stories_async);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, share_thread);
}

/**
 * np_share_stories_finish:
 * @library: a library
 * @result: what the callback was given
 * @error: as of np_share_stories()
 *
 * Returns: (transfer full) (nullable): the stories
 */
GBytes *
np_share_stories_finish (NpLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
