/* Looking through all stories of NpStore. */
#include "store/np-store.h"

#include "store/np-disk-fd.h"
#include "store/np-store-merge.h"
#include "store/np-store-parts.h"

#include <fcntl.h>
#include <string.h>

typedef struct
{
  NpStore *store;
  NpStoreScanFunc func;
  gpointer user_data;
  GCancellable *cancellable;
  gboolean trashed;
  gboolean stopped;
} Scan;

/* What a sync tool made a copy of a story is the same story again, so it is no story of its own. */
static gboolean
is_copy (const Scan *scan, const char *path)
{
  g_autofree char *original = np_store_find_original (scan->store, path);

  if (original != NULL)
    np_store_news_add (np_store_get_news (scan->store), NP_STORE_NEWS_COPY, path);
  return original != NULL;
}

static gboolean
is_story (const Scan *scan, const char *name, const char *path)
{
  return *name != '.' && g_str_has_suffix (name, ".json")
         && (!scan->trashed || g_str_has_prefix (path, "trash/articles/")) && !is_copy (scan, path);
}

/* Copies of topics.json and the like. */
static void
scan_top (const Scan *scan)
{
  g_autoptr (GDir) listing = g_dir_open (np_store_get_folder (scan->store), 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    if (*name != '.' && g_str_has_suffix (name, ".json"))
      is_copy (scan, name);
}

static gboolean
scan_file (int folder, const char *name, const char *path, gpointer user_data)
{
  Scan *scan = user_data;
  struct stat info;

  if (g_cancellable_is_cancelled (scan->cancellable))
    scan->stopped = TRUE;
  else if (is_story (scan, name, path) && fstatat (folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0
           && S_ISREG (info.st_mode))
    scan->stopped = !scan->func (path, info.st_size, (gint64) info.st_mtim.tv_sec * 1000000000 + info.st_mtim.tv_nsec,
                                 scan->trashed, scan->user_data);
  return !scan->stopped;
}

/**
 * np_store_scan:
 * @self: a library
 * @func: called for every story, by path, those in the trash last
 * @user_data: for @func
 * @cancellable: (nullable): to stop
 * @error: any of `NP_STORE_ERROR`, `G_IO_ERROR_CANCELLED`
 *
 * Looks at the files of all stories, not into them. Copies by sync tools are no stories: np_store_take_copies(). A
 * folder that cannot be looked into is passed over; then the scan goes on to its end and gives an error there, so that
 * nobody takes the missing stories for deleted ones.
 *
 * Returns: whether all was seen, or @func stopped it
 */
gboolean
np_store_scan (NpStore *self, NpStoreScanFunc func, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Scan scan = { .store = self, .func = func, .user_data = user_data, .cancellable = cancellable };
  g_autoptr (GError) first = NULL, second = NULL;

  g_return_val_if_fail (NP_IS_STORE (self) && func != NULL, FALSE);

  scan_top (&scan);
  np_disk_walk (np_store_get_disk (self), "articles", scan_file, &scan, &first);
  scan.trashed = TRUE;
  if (!scan.stopped)
    np_disk_walk (np_store_get_disk (self), "trash", scan_file, &scan, &second);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (first == NULL && second == NULL)
    return TRUE;
  g_propagate_error (error, first != NULL ? g_steal_pointer (&first) : g_steal_pointer (&second));
  return FALSE;
}

/**
 * np_store_take_damage:
 * @self: a library
 *
 * Gives the damaged files that were met since the last call: where each is now, in damaged/ with a note beside it or,
 * in a library that cannot be written, where it always was.
 *
 * Returns: (transfer full) (element-type utf8): paths relative to the library's folder
 */
GPtrArray *
np_store_take_damage (NpStore *self)
{
  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  return np_store_news_take (np_store_get_news (self), NP_STORE_NEWS_DAMAGE);
}

/**
 * np_store_take_copies:
 * @self: a library
 *
 * Gives the copies by sync tools that np_store_scan() met since the last call, for np_store_merge_copy().
 *
 * Returns: (transfer full) (element-type utf8): paths relative to the library's folder
 */
GPtrArray *
np_store_take_copies (NpStore *self)
{
  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  return np_store_news_take (np_store_get_news (self), NP_STORE_NEWS_COPY);
}

/**
 * np_store_take_merged:
 * @self: a library
 *
 * Gives the files into which other versions were merged since the last call; the other versions are in damaged/.
 *
 * Returns: (transfer full) (element-type utf8): paths relative to the library's folder
 */
GPtrArray *
np_store_take_merged (NpStore *self)
{
  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  return np_store_news_take (np_store_get_news (self), NP_STORE_NEWS_MERGED);
}

/**
 * np_store_take_later:
 * @self: a library
 *
 * Gives the files at its top that turned out, since the last call, to be of a later version: each is told once.
 *
 * Returns: (transfer full) (element-type utf8): paths relative to the library's folder
 */
GPtrArray *
np_store_take_later (NpStore *self)
{
  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  return np_store_news_take (np_store_get_news (self), NP_STORE_NEWS_LATER);
}
