/* Walking through the folders of NpDisk. */
#define _GNU_SOURCE
#include "store/np-disk.h"

#include "store/np-disk-fd.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* Deeper folders than these are not the library's. */
#define MAX_DEPTH 16

typedef struct
{
  NpDisk *disk;
  NpDiskWalkFunc func;
  gpointer user_data;
  gboolean stopped;
  guint depth;
  GError *error; /* of the first folder that could not be looked into */
} Walk;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static mode_t
type_of (int folder, const struct dirent *entry)
{
  struct stat info;

  if (entry->d_type == DT_REG)
    return S_IFREG;
  if (entry->d_type == DT_DIR)
    return S_IFDIR;
  if (entry->d_type == DT_UNKNOWN && fstatat (folder, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0)
    return info.st_mode & S_IFMT;
  return 0;
}

/* Folders whose name starts with a dot belong to others: .stversions, .git. */
static gboolean
list (DIR *stream, GPtrArray *files, GPtrArray *folders)
{
  struct dirent *entry;

  while (errno = 0, (entry = readdir (stream)) != NULL)
    {
      mode_t type = type_of (dirfd (stream), entry);

      if (type == S_IFREG)
        g_ptr_array_add (files, g_strdup (entry->d_name));
      else if (type == S_IFDIR && entry->d_name[0] != '.')
        g_ptr_array_add (folders, g_strdup (entry->d_name));
    }
  g_ptr_array_sort (files, compare_names);
  g_ptr_array_sort (folders, compare_names);
  return errno == 0;
}

static void
note_error (Walk *walk, const char *path)
{
  if (walk->error == NULL)
    np_disk_set_error (&walk->error, walk->disk, "look into the folder", path, errno);
}

static void walk_folder (Walk *walk, int parent, const char *name, const char *path);

static char *
join (const char *path, const char *name)
{
  return *path != '\0' ? g_strconcat (path, "/", name, NULL) : g_strdup (name);
}

static void
walk_stream (Walk *walk, DIR *stream, const char *path)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);

  if (!list (stream, files, folders))
    note_error (walk, path);
  for (guint i = 0; i < files->len && !walk->stopped; i++)
    {
      g_autofree char *file = join (path, files->pdata[i]);

      walk->stopped = !walk->func (dirfd (stream), files->pdata[i], file, walk->user_data);
    }
  for (guint i = 0; i < folders->len && !walk->stopped; i++)
    {
      g_autofree char *folder = join (path, folders->pdata[i]);

      walk_folder (walk, dirfd (stream), folders->pdata[i], folder);
    }
}

static void
walk_folder (Walk *walk, int parent, const char *name, const char *path)
{
  int folder = TEMP_FAILURE_RETRY (openat (parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  DIR *stream = folder >= 0 ? fdopendir (folder) : NULL;

  if (stream == NULL)
    {
      if (errno != ENOENT)
        note_error (walk, path);
      np_disk_close (folder);
      return;
    }
  if (walk->depth++ < MAX_DEPTH)
    walk_stream (walk, stream, path);
  walk->depth--;
  closedir (stream);
}

/**
 * np_disk_walk:
 * @disk: the library's folder
 * @path: a folder in it, "" for itself; need not be there
 * @func: called for every plain file below it, by name, the files of a folder before the folders in it
 * @user_data: for @func
 * @error: the first of `NP_STORE_ERROR`
 *
 * Folders that cannot be looked into are passed over and told at the end.
 *
 * Returns: whether every folder could be looked into
 */
gboolean
np_disk_walk (NpDisk *disk, const char *path, NpDiskWalkFunc func, gpointer user_data, GError **error)
{
  Walk walk = { .disk = disk, .func = func, .user_data = user_data };

  walk_folder (&walk, np_disk_get_fd (disk), *path != '\0' ? path : ".", path);
  if (walk.error == NULL)
    return TRUE;
  g_propagate_error (error, walk.error);
  return FALSE;
}

static gboolean
clean_file (int folder, const char *name, const char *path, gpointer user_data)
{
  if (np_disk_is_temporary (name))
    unlinkat (folder, name, 0);
  return TRUE;
}

/**
 * np_disk_clean:
 * @disk: the library's folder, locked, nothing being written
 *
 * Removes what a run that was killed left unfinished. Nothing of it was ever reported as saved.
 */
void
np_disk_clean (NpDisk *disk)
{
  np_disk_walk (disk, "", clean_file, NULL, NULL);
}
