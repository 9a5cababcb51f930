/* The library's folder as a place for durable files. Paths are relative to it, and none leads out of it: symbolic links
 * inside are not followed. What a function here says it did is on disk. Errors are of NP_STORE_ERROR, with the file and
 * the cause in the message. Safe from any thread, but two writers of one file have to agree among themselves. */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

typedef struct _NpDisk NpDisk;

typedef enum
{
  NP_DISK_NEW,    /* the file must not exist; G_IO_ERROR_EXISTS when it does */
  NP_DISK_REPLACE /* in the place of a file that may be there */
} NpDiskMode;

/* @path is relative to the library, @name the same without its folder, which is open as @folder. FALSE stops. */
typedef gboolean (*NpDiskWalkFunc) (int folder, const char *name, const char *path, gpointer user_data);

NpDisk *np_disk_open (const char *folder, GError **error);
void np_disk_free (NpDisk *disk);
int np_disk_get_fd (NpDisk *disk);
const char *np_disk_get_folder (NpDisk *disk);
gboolean np_disk_make_root (const char *folder, GError **error);

GBytes *np_disk_read (NpDisk *disk, const char *path, gsize max, GError **error);
gboolean np_disk_stat (NpDisk *disk, const char *path, struct stat *info, GError **error);
gboolean np_disk_write (NpDisk *disk, const char *path, GBytes *bytes, NpDiskMode mode, GError **error);
gboolean np_disk_move (NpDisk *disk, const char *from, const char *to, GError **error);
gboolean np_disk_remove (NpDisk *disk, const char *path, GError **error);
gboolean np_disk_walk (NpDisk *disk, const char *path, NpDiskWalkFunc func, gpointer user_data, GError **error);
void np_disk_clean (NpDisk *disk);
gboolean np_disk_is_untidy (NpDisk *disk);
gboolean np_disk_holds (NpDisk *disk, const char *path, GBytes *bytes);

void np_disk_set_error (GError **error, NpDisk *disk, const char *verb, const char *path, int number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpDisk, np_disk_free)

G_END_DECLS
