#include "store/np-root.h"

#include "json/np-json-article.h"
#include "json/np-json-library.h"
#include "store/np-damage.h"
#include "store/np-store-error.h"
#include "store/np-uuid.h"

#include <fcntl.h>
#include <unistd.h>

#define FILE_NAME NP_ROOT_FILE
#define MAX_FILE  (1 << 20)

/* What a library has at its top. */
static const char *const own_names[] = { FILE_NAME, "topics.json", "searches.json", "feeds.json", "articles", "media",
                                         "pages",   "versions",    "trash",         "damaged",    NULL };

/* What other programs leave in any folder, besides names with a dot. */
static const char *const passed_names[] = { "lost+found", "desktop.ini", "Desktop.ini", "Thumbs.db", NULL };

/**
 * np_root_prepare:
 * @folder: an absolute path
 * @create: make it when it is missing
 * @error: any of `NP_STORE_ERROR`
 *
 * Returns: whether there is a folder now
 */
gboolean
np_root_prepare (const char *folder, gboolean create, GError **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_NOT_A_LIBRARY, "“%s” is no folder", name);
      return FALSE;
    }
  if (create)
    return np_disk_make_root (folder, error);
  g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND, "there is no folder “%s”", name);
  return FALSE;
}

/* Whether a folder may become a library, or is one whose library.json was lost: nothing in it is of others. */
static gboolean
has_nothing_of_others (NpDisk *disk, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GDir) listing = g_dir_open (np_disk_get_folder (disk), 0, &trouble);
  const char *name;

  if (listing == NULL)
    {
      g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_PERMISSION, "%s", trouble->message);
      return FALSE;
    }
  while ((name = g_dir_read_name (listing)) != NULL)
    if (*name != '.' && !g_strv_contains (own_names, name) && !g_strv_contains (passed_names, name))
      {
        g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_NOT_A_LIBRARY,
                     "“%s” is no library and has other files in it: “%s”", np_disk_get_folder (disk), name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
parse (GBytes *bytes, char **id, guint *version, GError **error)
{
  g_autofree char *unknown = NULL;

  return np_json_library_from_bytes (bytes, id, version, &unknown, error);
}

/**
 * np_root_check:
 * @disk: a folder
 * @error: `NP_STORE_ERROR_NOT_A_LIBRARY` and others
 *
 * Looks without touching anything, so that no folder of others gets as much as a lock file.
 *
 * Returns: whether it is a library or can become one
 */
gboolean
np_root_check (NpDisk *disk, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GBytes) bytes = np_disk_read (disk, FILE_NAME, MAX_FILE, &trouble);
  g_autofree char *id = NULL;
  guint version;

  if (bytes != NULL && parse (bytes, &id, &version, NULL))
    return TRUE;
  if (bytes == NULL && !g_error_matches (trouble, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  return has_nothing_of_others (disk, error);
}

/**
 * np_root_is_writable:
 * @disk: the library's folder
 *
 * Returns: whether the file system lets this user write there
 */
gboolean
np_root_is_writable (NpDisk *disk)
{
  return faccessat (np_disk_get_fd (disk), ".", W_OK | X_OK, AT_EACCESS) == 0;
}

static char *
write_new (NpDisk *disk, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GBytes) bytes = np_json_library_to_bytes (id, NULL);

  return np_disk_write (disk, FILE_NAME, bytes, NP_DISK_REPLACE, error) ? g_steal_pointer (&id) : NULL;
}

/* A library whose id cannot be known and that cannot be written has one by its place, the same each time. */
static char *
id_by_place (NpDisk *disk)
{
  return np_uuid_for (np_disk_get_folder (disk));
}

/**
 * np_root_read:
 * @disk: the library's folder
 * @writable: whether it may be changed
 * @newer: (out): whether it was written by a later version
 * @damaged: (out) (nullable): where a library.json is that cannot be read
 * @error: any of `NP_STORE_ERROR`
 *
 * Reads library.json, or makes it. One that cannot be read is set aside and a new one made: the stories are what the
 * library is, its id only names its index.
 *
 * Returns: (transfer full) (nullable): the library's id
 */
char *
np_root_read (NpDisk *disk, gboolean writable, gboolean *newer, char **damaged, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GBytes) bytes = np_disk_read (disk, FILE_NAME, MAX_FILE, &trouble);
  g_autofree char *id = NULL;
  guint version = 1;

  if (bytes != NULL && parse (bytes, &id, &version, &trouble))
    {
      *newer = version > NP_JSON_LIBRARY_VERSION;
      return g_steal_pointer (&id);
    }
  if (g_error_matches (trouble, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND))
    return writable ? write_new (disk, error) : id_by_place (disk);
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return NULL;
    }
  if (!writable)
    {
      *damaged = g_strdup (FILE_NAME);
      return id_by_place (disk);
    }
  *damaged = np_damage_set_aside (disk, FILE_NAME, trouble->message, error);
  return *damaged != NULL ? write_new (disk, error) : NULL;
}

/**
 * np_root_is_later:
 * @disk: the library's folder
 *
 * Returns: whether there is a library.json that a later version has written
 */
gboolean
np_root_is_later (NpDisk *disk)
{
  g_autoptr (GBytes) bytes = np_disk_read (disk, FILE_NAME, MAX_FILE, NULL);
  g_autofree char *id = NULL;
  guint version;

  return bytes != NULL && parse (bytes, &id, &version, NULL) && version > NP_JSON_LIBRARY_VERSION;
}
