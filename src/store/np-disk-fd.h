/* What the files of NpDisk share: folders as file descriptors, and system calls that are not interrupted. */
#pragma once

#include "store/np-disk.h"

G_BEGIN_DECLS

int np_disk_open_folder (NpDisk *disk, const char *path, gboolean create, GError **error);
int np_disk_open_folder_of (NpDisk *disk, const char *path, gboolean create, const char **name, GError **error);
gboolean np_disk_sync_folder (int folder);
gboolean np_disk_sync_names (NpDisk *disk, int folder);
gboolean np_disk_is_in_doubt (NpDisk *disk);
void np_disk_close (int fd);
void np_disk_remove_unfinished (NpDisk *disk, int folder, const char *temporary);
gboolean np_disk_rename_new (int from, const char *name, int to, const char *new_name);
void np_disk_set_write_error (GError **error, NpDisk *disk, const char *verb, const char *path);
char *np_disk_temporary_name (NpDisk *disk);
gboolean np_disk_is_temporary (const char *name);

G_END_DECLS
