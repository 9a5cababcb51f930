/* The stories of NpStore: add, write, read, trash, restore. */
#include "store/np-store.h"

#include "base/np-text.h"
#include "json/np-json-article.h"
#include "json/np-json-path.h"
#include "model/np-time.h"
#include "store/np-store-merge.h"
#include "store/np-store-parts.h"
#include "store/np-uuid.h"

#include <string.h>

#define SLUG_BYTES 80

/* A file that cannot be read and is younger than this may be half written by some other program. */
#define YOUNG_SECONDS 2
#define WAIT_USEC     (200 * 1000)

static gboolean
is_trashed (const char *path)
{
  return g_str_has_prefix (path, "trash/");
}

static gboolean
check_path (const char *path, GError **error)
{
  const char *inside = path != NULL && is_trashed (path) ? path + strlen ("trash/") : path;

  if (np_json_path_is_inside (inside, "articles") && g_str_has_suffix (inside, ".json"))
    return TRUE;
  g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND, "“%s” is no path of a story", path != NULL ? path : "");
  return FALSE;
}

static gboolean
check_later (NpStore *self, const char *path, const NpArticle *article, GError **error)
{
  if (!article->later)
    return TRUE;
  g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_VERSION, "cannot change “%s/%s”: a later version wrote it",
               np_store_get_folder (self), path);
  return FALSE;
}

/* A file of a later version, or one that others broke, is never written over. */
static gboolean
make_way (NpStore *self, const char *path, GBytes *old, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (NpArticle) article = np_json_article_from_bytes (old, &trouble);
  g_autofree char *where = NULL;

  if (article != NULL)
    return check_later (self, path, article, error);
  return np_store_set_aside (self, path, old, trouble->message, &where, error);
}

/* The path of the attempt-th try to name a new story. */
static char *
path_for (const NpArticle *article, guint attempt)
{
  g_autofree char *slug = np_text_slug (article->headline, SLUG_BYTES);

  if (attempt == 0)
    return g_strdup_printf ("articles/%.4s/%.2s/%s-%.8s.json", article->saved, article->saved + 5, slug, article->id);
  if (attempt == 1)
    return g_strdup_printf ("articles/%.4s/%.2s/%s-%s.json", article->saved, article->saved + 5, slug, article->id);
  return g_strdup_printf ("articles/%.4s/%.2s/%s-%s-%u.json", article->saved, article->saved + 5, slug, article->id,
                          attempt);
}

/* Gives G_IO_ERROR_EXISTS when another story has that path. An add that failed at its last step may have left just this
 * story there: it is written once more, not twice. */
static gboolean
add_at (NpDisk *disk, const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GBytes) there = NULL;

  if (np_disk_write (disk, path, bytes, NP_DISK_NEW, &trouble))
    return TRUE;
  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_EXISTS))
    there = np_disk_read (disk, path, NP_STORE_MAX_FILE, NULL);
  if (there != NULL && g_bytes_equal (there, bytes))
    return np_disk_write (disk, path, bytes, NP_DISK_REPLACE, error);
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

/**
 * np_store_add_article:
 * @self: a library
 * @article: a story that only the caller holds; gets an `id` and the time in `saved` where it has none
 * @error: any of `NP_STORE_ERROR`
 *
 * Writes a new file. Its name is made from the headline and the id, its folder from the day of saving; both stay.
 *
 * Returns: (transfer full) (nullable): its path relative to the library's folder
 */
char *
np_store_add_article (NpStore *self, NpArticle *article, GError **error)
{
  g_autoptr (NpStoreWriting) writing = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (NP_IS_STORE (self) && article != NULL, NULL);

  writing = np_store_writing (self, error);
  if (writing == NULL)
    return NULL;
  if (article->id == NULL)
    article->id = g_uuid_string_random ();
  if (!np_time_is_valid (article->saved))
    {
      g_free (article->saved);
      article->saved = np_time_now ();
    }
  bytes = np_json_article_to_bytes (article);
  for (guint attempt = 0;; attempt++)
    {
      g_autofree char *path = path_for (article, attempt);
      g_autoptr (GError) trouble = NULL;

      if (add_at (np_store_get_disk (self), path, bytes, &trouble))
        return g_steal_pointer (&path);
      if (!g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&trouble));
          return NULL;
        }
    }
}

/**
 * np_store_write_article:
 * @self: a library
 * @path: the story's path
 * @article: the story as it is to be
 * @error: any of `NP_STORE_ERROR`
 *
 * Writes a story's file anew; a file that would be the same is left alone.
 *
 * Returns: whether it is on disk
 */
gboolean
np_store_write_article (NpStore *self, const char *path, const NpArticle *article, GError **error)
{
  g_autoptr (NpStoreWriting) writing = NULL;
  g_autoptr (GBytes) bytes = NULL, old = NULL;
  g_autoptr (GError) trouble = NULL;

  g_return_val_if_fail (NP_IS_STORE (self) && article != NULL, FALSE);

  writing = check_path (path, error) ? np_store_writing (self, error) : NULL;
  if (writing == NULL)
    return FALSE;
  bytes = np_json_article_to_bytes (article);
  if (np_disk_holds (np_store_get_disk (self), path, bytes))
    return TRUE;
  old = np_disk_read (np_store_get_disk (self), path, NP_STORE_MAX_FILE, &trouble);
  if (old == NULL && !g_error_matches (trouble, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  if (old != NULL && !make_way (self, path, old, error))
    return FALSE;
  if (old != NULL)
    np_ancestors_note (np_store_get_ancestors (self), path, old, bytes);
  return np_disk_write (np_store_get_disk (self), path, bytes, NP_DISK_REPLACE, error);
}

static gboolean
is_young (NpStore *self, const char *path)
{
  struct stat info;

  return np_disk_stat (np_store_get_disk (self), path, &info, NULL)
         && ABS (g_get_real_time () / G_USEC_PER_SEC - info.st_mtim.tv_sec) <= YOUNG_SECONDS;
}

static NpArticle *
load (NpStore *self, const char *path, GBytes **bytes, GError **error)
{
  g_clear_pointer (bytes, g_bytes_unref);
  *bytes = np_disk_read (np_store_get_disk (self), path, NP_STORE_MAX_FILE, error);
  return *bytes != NULL ? np_json_article_from_bytes (*bytes, error) : NULL;
}

/* Turns what JSON says of a file into what the store says. */
static void
set_damage_error (NpStore *self, const char *path, GBytes *bytes, const GError *trouble, GError **error)
{
  g_autofree char *where = NULL;

  if (trouble->domain != NP_JSON_ERROR)
    g_propagate_error (error, g_error_copy (trouble));
  else if (np_store_set_aside (self, path, bytes, trouble->message, &where, error))
    g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_DAMAGED, "“%s” is damaged: %s%s%s", path, trouble->message,
                 g_strcmp0 (where, path) != 0 && where != NULL ? "; it is now " : "",
                 g_strcmp0 (where, path) != 0 && where != NULL ? where : "");
}

/**
 * np_store_read_article:
 * @self: a library
 * @path: a story's path
 * @error: any of `NP_STORE_ERROR`
 *
 * Reads a story. A file that cannot be parsed is set aside in damaged/; of one that a later version wrote there is what
 * is understood of it, and `later`: it is neither written nor moved. A story whose file has no id, because somebody
 * else made it, gets one by the name of the file, the same each time.
 *
 * Returns: (transfer full) (nullable): the story
 */
NpArticle *
np_store_read_article (NpStore *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) trouble = NULL;
  NpArticle *article;

  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  if (!check_path (path, error))
    return NULL;
  article = load (self, path, &bytes, &trouble);
  if (article == NULL && bytes != NULL && is_young (self, path))
    {
      g_usleep (WAIT_USEC);
      g_clear_error (&trouble);
      article = load (self, path, &bytes, &trouble);
    }
  if (article == NULL && bytes != NULL && np_store_merge_marks (self, path, bytes))
    {
      g_clear_error (&trouble);
      article = load (self, path, &bytes, &trouble);
    }
  if (article == NULL)
    {
      set_damage_error (self, path, bytes, trouble, error);
      return NULL;
    }
  if (article->id == NULL)
    {
      g_autofree char *name = g_path_get_basename (path);

      article->id = np_uuid_for (name);
    }
  return article;
}

/**
 * np_store_stat_article:
 * @self: a library
 * @path: a story's path
 * @size: (out) (optional): the size of its file in bytes
 * @mtime_ns: (out) (optional): when it was changed, in nanoseconds since 1970
 * @error: any of `NP_STORE_ERROR`
 *
 * Returns: whether there is such a file
 */
gboolean
np_store_stat_article (NpStore *self, const char *path, goffset *size, gint64 *mtime_ns, GError **error)
{
  struct stat info;

  g_return_val_if_fail (NP_IS_STORE (self), FALSE);

  if (!check_path (path, error) || !np_disk_stat (np_store_get_disk (self), path, &info, error))
    return FALSE;
  if (size != NULL)
    *size = info.st_size;
  if (mtime_ns != NULL)
    *mtime_ns = (gint64) info.st_mtim.tv_sec * 1000000000 + info.st_mtim.tv_nsec;
  return TRUE;
}

/* What a later version wrote stays where it is, for whatever that knows of it. What cannot be read can be moved. */
static gboolean
may_move (NpStore *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = np_disk_read (np_store_get_disk (self), path, NP_STORE_MAX_FILE, NULL);
  g_autoptr (NpArticle) article = bytes != NULL ? np_json_article_from_bytes (bytes, NULL) : NULL;

  return article == NULL || check_later (self, path, article, error);
}

/* Moves a story to @to or, when something is there, to a name like it. */
static char *
move (NpStore *self, const char *path, const char *to, GError **error)
{
  g_autoptr (NpStoreWriting) writing = np_store_writing (self, error);

  if (writing == NULL || !may_move (self, path, error))
    return NULL;
  for (guint attempt = 1;; attempt++)
    {
      int stem = (int) (strlen (to) - strlen (".json"));
      g_autofree char *target = attempt == 1 ? g_strdup (to) : g_strdup_printf ("%.*s-%u.json", stem, to, attempt);
      g_autoptr (GError) trouble = NULL;

      if (np_disk_move (np_store_get_disk (self), path, target, &trouble))
        return g_steal_pointer (&target);
      if (!g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&trouble));
          return NULL;
        }
    }
}

/**
 * np_store_trash_article:
 * @self: a library
 * @path: a story's path
 * @error: any of `NP_STORE_ERROR`
 *
 * Moves a story to the trash, whole. One that is there already stays.
 *
 * Returns: (transfer full) (nullable): its new path
 */
char *
np_store_trash_article (NpStore *self, const char *path, GError **error)
{
  g_autofree char *to = NULL;

  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  if (!check_path (path, error))
    return NULL;
  to = g_strconcat ("trash/", path, NULL);
  return is_trashed (path) ? g_strdup (path) : move (self, path, to, error);
}

/**
 * np_store_restore_article:
 * @self: a library
 * @path: the path of a story in the trash
 * @error: any of `NP_STORE_ERROR`
 *
 * Moves a story back to where it was. One that is not in the trash stays.
 *
 * Returns: (transfer full) (nullable): its new path
 */
char *
np_store_restore_article (NpStore *self, const char *path, GError **error)
{
  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  if (!check_path (path, error))
    return NULL;
  return is_trashed (path) ? move (self, path, path + strlen ("trash/"), error) : g_strdup (path);
}
