/* Files of NpDisk that get another name, or none. */
#define _GNU_SOURCE
#include "store/np-disk.h"

#include "store/np-disk-fd.h"
#include "store/np-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/* A story is the largest file that is ever moved but photos. */
#define MAX_COPIED ((gsize) 256 << 20)

/**
 * np_disk_rename_new:
 * @from: an open folder
 * @name: a file in it
 * @to: another open folder
 * @new_name: its name there
 *
 * Renames without replacing anything. Where the file system does not know how, nobody but this process writes files of
 * such names, so to look before is enough.
 *
 * Returns: whether it was done; else `errno` says why not, `EEXIST` among it
 */
gboolean
np_disk_rename_new (int from, const char *name, int to, const char *new_name)
{
  struct stat info;

  if (TEMP_FAILURE_RETRY (renameat2 (from, name, to, new_name, RENAME_NOREPLACE)) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return FALSE;
  if (fstatat (to, new_name, &info, AT_SYMLINK_NOFOLLOW) == 0)
    {
      errno = EEXIST;
      return FALSE;
    }
  return errno == ENOENT && TEMP_FAILURE_RETRY (renameat (from, name, to, new_name)) == 0;
}

/**
 * np_disk_set_write_error:
 * @error: where to put it
 * @disk: the library's folder
 * @verb: what was tried: "write", "move"
 * @path: with which file; `errno` says what happened
 */
void
np_disk_set_write_error (GError **error, NpDisk *disk, const char *verb, const char *path)
{
  if (errno == EEXIST)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "“%s” exists", path);
  else
    np_disk_set_error (error, disk, verb, path, errno);
}

/* Folders of a library may lie on several file systems: a trash/ on a larger disk, a mounted month. The copy is whole
 * and durable before the old name goes. */
static gboolean
copy_and_remove (NpDisk *disk, const char *from, int source, const char *name, const char *to, GError **error)
{
  g_autoptr (GBytes) bytes = np_disk_read (disk, from, MAX_COPIED, error);

  if (bytes == NULL || !np_disk_write (disk, to, bytes, NP_DISK_NEW, error))
    return FALSE;
  if (TEMP_FAILURE_RETRY (unlinkat (source, name, 0)) == 0 && np_disk_sync_names (disk, source))
    return TRUE;
  np_disk_set_write_error (error, disk, "move", from);
  return FALSE;
}

/* The new name is made durable first: whenever the power fails, the file has one name at least. A move that cannot be
 * made durable is taken back: what was not acknowledged has not happened. */
static gboolean
rename_durably (NpDisk *disk, int source, const char *name, int target, const char *new_name)
{
  int number;

  if (!np_disk_rename_new (source, name, target, new_name))
    return FALSE;
  if (np_disk_sync_names (disk, target) && np_disk_sync_names (disk, source))
    return TRUE;
  number = errno;
  if (np_disk_rename_new (target, new_name, source, name) && np_disk_sync_names (disk, source))
    np_disk_sync_names (disk, target);
  errno = number;
  return FALSE;
}

/**
 * np_disk_move:
 * @disk: the library's folder
 * @from: a file in it
 * @to: its new path; folders that are missing are made, nothing is replaced
 * @error: any of `NP_STORE_ERROR`, `G_IO_ERROR_EXISTS`
 *
 * Returns: whether it was moved and is on disk there; when not, it is where it was, or on a disk that fails for good
 *   in either place
 */
gboolean
np_disk_move (NpDisk *disk, const char *from, const char *to, GError **error)
{
  const char *name, *new_name;
  int source = np_disk_open_folder_of (disk, from, FALSE, &name, error), target;
  gboolean done;

  if (source < 0)
    return FALSE;
  target = np_disk_open_folder_of (disk, to, TRUE, &new_name, error);
  if (target < 0)
    {
      np_disk_close (source);
      return FALSE;
    }
  done = rename_durably (disk, source, name, target, new_name);
  if (!done && errno == EXDEV)
    done = copy_and_remove (disk, from, source, name, to, error);
  else if (!done)
    np_disk_set_write_error (error, disk, "move", from);
  np_disk_close (target);
  np_disk_close (source);
  return done;
}

/**
 * np_disk_remove:
 * @disk: the library's folder
 * @path: a file in it
 * @error: any of `NP_STORE_ERROR`
 *
 * Returns: whether it is gone for good; a file that is not there is
 */
gboolean
np_disk_remove (NpDisk *disk, const char *path, GError **error)
{
  const char *name;
  int folder = np_disk_open_folder_of (disk, path, FALSE, &name, error);
  gboolean done;

  if (folder < 0)
    return FALSE;
  done = (TEMP_FAILURE_RETRY (unlinkat (folder, name, 0)) == 0 || errno == ENOENT) && np_disk_sync_names (disk, folder);
  if (!done)
    np_disk_set_error (error, disk, "remove", path, errno);
  np_disk_close (folder);
  return done;
}
