#define _GNU_SOURCE
#include "store/np-disk.h"

#include "store/np-disk-fd.h"
#include "store/np-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define FOLDER_FLAGS     (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
#define TEMPORARY_PREFIX ".tmp-"

struct _NpDisk
{
  char *folder;
  int fd;         /* of the folder: the library stays the same when somebody renames the folder */
  guint32 token;  /* tells the temporary files of this run from leftovers of others */
  guint n_issued; /* atomic */
  gint untidy;    /* atomic; an unfinished file could not be removed */
  gint in_doubt;  /* atomic; a file was put in its place and then its folder could not be synced */
};

/**
 * np_disk_open:
 * @folder: a folder that exists
 * @error: any of `NP_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the folder, open
 */
NpDisk *
np_disk_open (const char *folder, GError **error)
{
  g_autoptr (NpDisk) disk = g_new0 (NpDisk, 1);

  disk->folder = g_canonicalize_filename (folder, NULL);
  disk->token = g_random_int ();
  disk->fd = TEMP_FAILURE_RETRY (open (disk->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (disk->fd < 0)
    {
      np_disk_set_error (error, disk, "open", NULL, errno);
      return NULL;
    }
  return g_steal_pointer (&disk);
}

/**
 * np_disk_free:
 * @disk: (transfer full) (nullable): a folder
 */
void
np_disk_free (NpDisk *disk)
{
  if (disk == NULL)
    return;
  if (disk->fd >= 0)
    close (disk->fd);
  g_free (disk->folder);
  g_free (disk);
}

/**
 * np_disk_get_fd:
 * @disk: a folder
 *
 * Returns: its file descriptor; it stays open as long as @disk
 */
int
np_disk_get_fd (NpDisk *disk)
{
  return disk->fd;
}

/**
 * np_disk_get_folder:
 * @disk: a folder
 *
 * Returns: its absolute path
 */
const char *
np_disk_get_folder (NpDisk *disk)
{
  return disk->folder;
}

static NpStoreError
code_of (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
      return NP_STORE_ERROR_NO_SPACE;
    case EACCES:
    case EPERM:
      return NP_STORE_ERROR_PERMISSION;
    case EROFS:
      return NP_STORE_ERROR_READ_ONLY;
    case ENOENT:
      return NP_STORE_ERROR_NOT_FOUND;
    default:
      return NP_STORE_ERROR_IO;
    }
}

/**
 * np_disk_set_error:
 * @error: where to put it
 * @disk: a folder
 * @verb: what was tried: "read", "write"
 * @path: (nullable): with which file; `NULL` for the folder itself
 * @number: the `errno`
 */
void
np_disk_set_error (GError **error, NpDisk *disk, const char *verb, const char *path, int number)
{
  g_autofree char *file = path != NULL ? g_build_filename (disk->folder, path, NULL) : g_strdup (disk->folder);
  g_autofree char *name = g_filename_display_name (file);

  g_set_error (error, NP_STORE_ERROR, code_of (number), "cannot %s “%s”: %s", verb, name, g_strerror (number));
}

/**
 * np_disk_close:
 * @fd: a file descriptor, or -1
 *
 * Closes what was only read; `errno` stays as it was.
 */
void
np_disk_close (int fd)
{
  int number = errno;

  if (fd >= 0)
    close (fd);
  errno = number;
}

/**
 * np_disk_sync_folder:
 * @folder: an open folder
 *
 * Makes the names in a folder durable. File systems that cannot are let pass: there is nothing better to do there.
 *
 * Returns: whether it is done; else `errno` says why not
 */
gboolean
np_disk_sync_folder (int folder)
{
  if (TEMP_FAILURE_RETRY (fsync (folder)) == 0)
    return TRUE;
  return errno == EINVAL || errno == ENOTSUP || errno == ENOSYS || errno == EBADF;
}

/**
 * np_disk_sync_names:
 * @disk: the library's folder
 * @folder: an open folder in it, where a file was just put in its place
 *
 * Like np_disk_sync_folder(), and remembers when it failed.
 *
 * Returns: whether it is done; else `errno` says why not
 */
gboolean
np_disk_sync_names (NpDisk *disk, int folder)
{
  if (np_disk_sync_folder (folder))
    return TRUE;
  g_atomic_int_set (&disk->in_doubt, TRUE);
  return FALSE;
}

/**
 * np_disk_is_in_doubt:
 * @disk: the library's folder
 *
 * Returns: whether a file that can be read may not be on disk yet
 */
gboolean
np_disk_is_in_doubt (NpDisk *disk)
{
  return g_atomic_int_get (&disk->in_doubt);
}

/**
 * np_disk_remove_unfinished:
 * @disk: the library's folder
 * @folder: an open folder in it
 * @temporary: an unfinished file in it, that may be there; `errno` stays as it was
 *
 * On a disk that fails it may have to stay: then np_disk_is_untidy() until np_disk_clean().
 */
void
np_disk_remove_unfinished (NpDisk *disk, int folder, const char *temporary)
{
  int number = errno;

  if (TEMP_FAILURE_RETRY (unlinkat (folder, temporary, 0)) != 0 && errno != ENOENT)
    g_atomic_int_set (&disk->untidy, TRUE);
  errno = number;
}

/**
 * np_disk_is_untidy:
 * @disk: the library's folder
 *
 * Returns: whether an unfinished file of this run was left behind
 */
gboolean
np_disk_is_untidy (NpDisk *disk)
{
  return g_atomic_int_get (&disk->untidy);
}

static int
open_child (int folder, const char *name, gboolean create)
{
  int child = TEMP_FAILURE_RETRY (openat (folder, name, FOLDER_FLAGS));

  if (child >= 0 || errno != ENOENT || !create)
    return child;
  if (TEMP_FAILURE_RETRY (mkdirat (folder, name, 0777)) != 0 && errno != EEXIST)
    return -1;
  if (!np_disk_sync_folder (folder))
    {
      int number = errno;

      /* So that the next try makes it, and syncs, again. */
      unlinkat (folder, name, AT_REMOVEDIR);
      errno = number;
      return -1;
    }
  return TEMP_FAILURE_RETRY (openat (folder, name, FOLDER_FLAGS));
}

/**
 * np_disk_open_folder:
 * @disk: the library's folder
 * @path: a folder in it; "" for itself
 * @create: make what is missing of it, durably
 * @error: any of `NP_STORE_ERROR`
 *
 * Returns: a new file descriptor, -1 on errors
 */
int
np_disk_open_folder (NpDisk *disk, const char *path, gboolean create, GError **error)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  int folder = TEMP_FAILURE_RETRY (openat (disk->fd, ".", FOLDER_FLAGS));

  for (guint i = 0; names[i] != NULL && folder >= 0; i++)
    {
      int child = open_child (folder, names[i], create);

      np_disk_close (folder);
      folder = child;
    }
  if (folder < 0)
    np_disk_set_error (error, disk, create ? "make the folder" : "open the folder", path, errno);
  return folder;
}

/**
 * np_disk_open_folder_of:
 * @disk: the library's folder
 * @path: a file in it
 * @create: make the folder when it is missing
 * @name: (out): the last part of @path
 * @error: any of `NP_STORE_ERROR`
 *
 * Returns: a new file descriptor of the folder that @path is in, -1 on errors
 */
int
np_disk_open_folder_of (NpDisk *disk, const char *path, gboolean create, const char **name, GError **error)
{
  const char *slash = strrchr (path, '/');
  g_autofree char *folder = g_strndup (path, slash != NULL ? (gsize) (slash - path) : 0);

  *name = slash != NULL ? slash + 1 : path;
  return np_disk_open_folder (disk, folder, create, error);
}

/**
 * np_disk_temporary_name:
 * @disk: the library's folder
 *
 * Returns: (transfer full): a name for a file that is not finished; no other call gives the same
 */
char *
np_disk_temporary_name (NpDisk *disk)
{
  return g_strdup_printf (TEMPORARY_PREFIX "%08x-%u", disk->token, g_atomic_int_add (&disk->n_issued, 1));
}

/**
 * np_disk_is_temporary:
 * @name: the name of a file
 *
 * Returns: whether it is of a file that was not finished
 */
gboolean
np_disk_is_temporary (const char *name)
{
  return g_str_has_prefix (name, TEMPORARY_PREFIX);
}

/**
 * np_disk_make_root:
 * @folder: an absolute path
 * @error: any of `NP_STORE_ERROR`
 *
 * Makes a folder and those it is in, for the user alone (XDG Base Directory Specification), durably.
 *
 * Returns: whether it is there now
 */
gboolean
np_disk_make_root (const char *folder, GError **error)
{
  NpDisk nowhere = { .folder = (char *) folder };
  g_autofree char *above = g_path_get_dirname (folder);
  int fd;

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (!g_str_equal (above, folder) && !np_disk_make_root (above, error))
    return FALSE;
  if (TEMP_FAILURE_RETRY (mkdir (folder, 0700)) != 0 && errno != EEXIST)
    {
      np_disk_set_error (error, &nowhere, "make the folder", NULL, errno);
      return FALSE;
    }
  /* A folder that may be written but not read cannot be synced; what is in it works all the same. */
  fd = TEMP_FAILURE_RETRY (open (above, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (fd >= 0 && !np_disk_sync_folder (fd))
    {
      np_disk_set_error (error, &nowhere, "make the folder", NULL, errno);
      np_disk_close (fd);
      return FALSE;
    }
  np_disk_close (fd);
  return TRUE;
}
