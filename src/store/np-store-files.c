/* Any file of NpStore, for those who look through it and mend it. */
#include "store/np-store-files.h"

#include "json/np-json-path.h"
#include "store/np-damage.h"
#include "store/np-store-parts.h"

#include <fcntl.h>

typedef struct
{
  NpStoreWalkFunc func;
  gpointer user_data;
  gint64 now;
} Walk;

static gboolean
walk_file (int folder, const char *name, const char *path, gpointer user_data)
{
  Walk *walk = user_data;
  struct stat info;

  if (fstatat (folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG (info.st_mode))
    return TRUE;
  return walk->func (path, info.st_size, walk->now - (gint64) info.st_ctim.tv_sec * G_USEC_PER_SEC, walk->user_data);
}

/**
 * np_store_walk:
 * @self: a library
 * @folder: a folder in it, "" for all of it; need not be there
 * @func: called for every file below it, by path
 * @user_data: for @func
 * @error: any of `NP_STORE_ERROR`
 *
 * Returns: whether every folder could be looked into
 */
gboolean
np_store_walk (NpStore *self, const char *folder, NpStoreWalkFunc func, gpointer user_data, GError **error)
{
  Walk walk = { func, user_data, g_get_real_time () };

  g_return_val_if_fail (NP_IS_STORE (self) && folder != NULL && func != NULL, FALSE);

  return np_disk_walk (np_store_get_disk (self), folder, walk_file, &walk, error);
}

static gboolean
check_path (const char *path, GError **error)
{
  if (np_json_path_is_inside (path, NULL))
    return TRUE;
  g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND, "“%s” is no path of the library",
               path != NULL ? path : "");
  return FALSE;
}

/**
 * np_store_read_file:
 * @self: a library
 * @path: a file of it
 * @error: any of `NP_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
np_store_read_file (NpStore *self, const char *path, GError **error)
{
  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  return check_path (path, error) ? np_disk_read (np_store_get_disk (self), path, NP_STORE_MAX_FILE, error) : NULL;
}

/**
 * np_store_write_file:
 * @self: a library
 * @path: a file of it
 * @bytes: what it is to hold
 * @error: any of `NP_STORE_ERROR`
 *
 * Writes a file whatever is there now: the caller has seen to it that nothing is lost.
 *
 * Returns: whether it is on disk
 */
gboolean
np_store_write_file (NpStore *self, const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (NpStoreWriting) writing = NULL;

  g_return_val_if_fail (NP_IS_STORE (self) && bytes != NULL, FALSE);

  writing = check_path (path, error) ? np_store_writing (self, error) : NULL;
  return writing != NULL && np_disk_write (np_store_get_disk (self), path, bytes, NP_DISK_REPLACE, error);
}

/**
 * np_store_move_file:
 * @self: a library
 * @path: a file of it
 * @to: its new path
 * @error: any of `NP_STORE_ERROR`, `G_IO_ERROR_EXISTS`
 *
 * Returns: whether it was moved; nothing is replaced
 */
gboolean
np_store_move_file (NpStore *self, const char *path, const char *to, GError **error)
{
  g_autoptr (NpStoreWriting) writing = NULL;

  g_return_val_if_fail (NP_IS_STORE (self), FALSE);

  writing = check_path (path, error) && check_path (to, error) ? np_store_writing (self, error) : NULL;
  return writing != NULL && np_disk_move (np_store_get_disk (self), path, to, error);
}

/**
 * np_store_remove_file:
 * @self: a library
 * @path: a file of its trash: nothing else is ever removed
 * @error: any of `NP_STORE_ERROR`
 *
 * Removes a file for good.
 *
 * Returns: whether it is gone
 */
gboolean
np_store_remove_file (NpStore *self, const char *path, GError **error)
{
  g_autoptr (NpStoreWriting) writing = NULL;

  g_return_val_if_fail (NP_IS_STORE (self), FALSE);

  if (!np_json_path_is_inside (path, "trash"))
    {
      g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND, "“%s” is not in the trash", path);
      return FALSE;
    }
  writing = np_store_writing (self, error);
  return writing != NULL && np_disk_remove (np_store_get_disk (self), path, error);
}

/**
 * np_store_set_file_aside:
 * @self: a library
 * @path: a file of it
 * @why: what is wrong with it, for the note
 * @error: any of `NP_STORE_ERROR`
 *
 * Moves a file to damaged/, as it is, with a note beside it.
 *
 * Returns: (transfer full) (nullable): where it is now
 */
char *
np_store_set_file_aside (NpStore *self, const char *path, const char *why, GError **error)
{
  g_autoptr (NpStoreWriting) writing = NULL;

  g_return_val_if_fail (NP_IS_STORE (self) && why != NULL, NULL);

  writing = check_path (path, error) ? np_store_writing (self, error) : NULL;
  return writing != NULL ? np_damage_set_aside (np_store_get_disk (self), path, why, error) : NULL;
}

/**
 * np_store_keep_copy:
 * @self: a library
 * @path: a file of it that is about to be changed by something else than the user
 * @why: why, for the note
 * @error: any of `NP_STORE_ERROR`
 *
 * Copies a file to damaged/, with a note beside it.
 *
 * Returns: (transfer full) (nullable): where the copy is
 */
char *
np_store_keep_copy (NpStore *self, const char *path, const char *why, GError **error)
{
  g_autoptr (NpStoreWriting) writing = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (NP_IS_STORE (self) && why != NULL, NULL);

  writing = np_store_writing (self, error);
  if (writing != NULL)
    bytes = np_store_read_file (self, path, error);
  return bytes != NULL ? np_damage_keep (np_store_get_disk (self), path, bytes, why, error) : NULL;
}
