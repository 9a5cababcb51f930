/* Files of NpDisk: read, write, move. */
#define _GNU_SOURCE
#include "store/np-disk.h"

#include "store/np-disk-fd.h"
#include "store/np-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/* Gives -1 on errors. What is no plain file (a pipe, a device) is never waited for. */
static int
open_file (NpDisk *disk, const char *path, struct stat *info, GError **error)
{
  const char *name;
  int folder = np_disk_open_folder_of (disk, path, FALSE, &name, error), file;

  if (folder < 0)
    return -1;
  file = TEMP_FAILURE_RETRY (openat (folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  np_disk_close (folder);
  if (file >= 0 && fstat (file, info) == 0)
    {
      if (S_ISREG (info->st_mode))
        return file;
      errno = S_ISDIR (info->st_mode) ? EISDIR : EINVAL;
    }
  np_disk_close (file);
  np_disk_set_error (error, disk, "read", path, errno);
  return -1;
}

static gboolean
read_all (int file, GByteArray *data, gsize max)
{
  guint8 buffer[65536];
  gssize n;

  while ((n = TEMP_FAILURE_RETRY (read (file, buffer, sizeof buffer))) > 0)
    {
      if (data->len + (gsize) n > max)
        {
          errno = EFBIG;
          return FALSE;
        }
      g_byte_array_append (data, buffer, (guint) n);
    }
  return n == 0;
}

/**
 * np_disk_read:
 * @disk: the library's folder
 * @path: a file in it
 * @max: the most bytes that make sense
 * @error: any of `NP_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
np_disk_read (NpDisk *disk, const char *path, gsize max, GError **error)
{
  struct stat info;
  int file = open_file (disk, path, &info, error);
  g_autoptr (GByteArray) data = NULL;
  gboolean done;

  if (file < 0)
    return NULL;
  data = g_byte_array_sized_new ((guint) CLAMP (info.st_size, 0, (goffset) MIN (max, 1 << 24)));
  done = read_all (file, data, max);
  if (!done)
    np_disk_set_error (error, disk, "read", path, errno);
  np_disk_close (file);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&data)) : NULL;
}

/**
 * np_disk_holds:
 * @disk: the library's folder
 * @path: a file in it
 * @bytes: what it should hold
 *
 * Returns: whether the file is there with just that in it, and on disk, so that it need not be written
 */
gboolean
np_disk_holds (NpDisk *disk, const char *path, GBytes *bytes)
{
  struct stat info;
  g_autoptr (GBytes) found = NULL;

  if (np_disk_is_in_doubt (disk) || !np_disk_stat (disk, path, &info, NULL)
      || info.st_size != (goffset) g_bytes_get_size (bytes))
    return FALSE;
  found = np_disk_read (disk, path, g_bytes_get_size (bytes), NULL);
  return found != NULL && g_bytes_equal (found, bytes);
}

/**
 * np_disk_stat:
 * @disk: the library's folder
 * @path: a file in it
 * @info: (out): what the file system knows of it
 * @error: any of `NP_STORE_ERROR`
 *
 * Returns: whether it is there and a plain file
 */
gboolean
np_disk_stat (NpDisk *disk, const char *path, struct stat *info, GError **error)
{
  const char *name;
  int folder = np_disk_open_folder_of (disk, path, FALSE, &name, error), number = 0;

  if (folder < 0)
    return FALSE;
  if (TEMP_FAILURE_RETRY (fstatat (folder, name, info, AT_SYMLINK_NOFOLLOW)) != 0)
    number = errno;
  else if (!S_ISREG (info->st_mode))
    number = S_ISDIR (info->st_mode) ? EISDIR : EINVAL;
  np_disk_close (folder);
  if (number != 0)
    np_disk_set_error (error, disk, "look at", path, number);
  return number == 0;
}

static gboolean
write_all (int file, GBytes *bytes)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize n = TEMP_FAILURE_RETRY (write (file, data, left));

      if (n <= 0)
        {
          errno = n == 0 ? EIO : errno;
          return FALSE;
        }
      data += n;
      left -= (gsize) n;
    }
  return TRUE;
}

/* Writes and closes; whatever happens, @file is closed. Some file systems tell of a full disk only when they close. */
static gboolean
finish_file (int file, GBytes *bytes)
{
  gboolean done = write_all (file, bytes) && TEMP_FAILURE_RETRY (fsync (file)) == 0;

  if (!done)
    {
      np_disk_close (file);
      return FALSE;
    }
  return close (file) == 0 || errno == EINTR;
}

static int
create (int folder, const char *temporary)
{
  return TEMP_FAILURE_RETRY (openat (folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
}

/* A file keeps who may read it when it is replaced. */
static int
create_aside (int folder, const char *temporary, const char *name, NpDiskMode mode)
{
  struct stat info;
  int file = create (folder, temporary);

  /* A leftover of that very name is of a dead process: nobody else writes here. */
  if (file < 0 && errno == EEXIST && unlinkat (folder, temporary, 0) == 0)
    file = create (folder, temporary);
  if (file >= 0 && mode == NP_DISK_REPLACE && fstatat (folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0
      && S_ISREG (info.st_mode) && fchmod (file, info.st_mode & 0777) != 0)
    errno = 0;
  return file;
}

static gboolean
write_in_folder (NpDisk *disk, int folder, const char *temporary, const char *name, GBytes *bytes, NpDiskMode mode)
{
  int file = create_aside (folder, temporary, name, mode);

  if (file < 0)
    return FALSE;
  if (finish_file (file, bytes)
      && (mode == NP_DISK_NEW ? np_disk_rename_new (folder, temporary, folder, name)
                              : TEMP_FAILURE_RETRY (renameat (folder, temporary, folder, name)) == 0))
    return np_disk_sync_names (disk, folder);
  np_disk_remove_unfinished (disk, folder, temporary);
  return FALSE;
}

/**
 * np_disk_write:
 * @disk: the library's folder
 * @path: a file in it; folders that are missing are made
 * @bytes: what it is to hold
 * @mode: whether it may replace a file
 * @error: any of `NP_STORE_ERROR`, `G_IO_ERROR_EXISTS`
 *
 * Writes a file as a whole: whatever happens meanwhile, there is either what was there before, or @bytes.
 *
 * Returns: whether it is on disk; when not, @bytes may be there or not
 */
gboolean
np_disk_write (NpDisk *disk, const char *path, GBytes *bytes, NpDiskMode mode, GError **error)
{
  const char *name;
  g_autofree char *temporary = np_disk_temporary_name (disk);
  int folder = np_disk_open_folder_of (disk, path, TRUE, &name, error);
  gboolean done;

  if (folder < 0)
    return FALSE;
  done = write_in_folder (disk, folder, temporary, name, bytes, mode);
  if (!done)
    np_disk_set_write_error (error, disk, "write", path);
  np_disk_close (folder);
  return done;
}
