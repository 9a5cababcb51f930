/* What makes a folder a library: library.json, and nothing of others. */
#pragma once

#include "store/np-disk.h"

G_BEGIN_DECLS

#define NP_ROOT_FILE "library.json"

gboolean np_root_prepare (const char *folder, gboolean create, GError **error);
gboolean np_root_check (NpDisk *disk, GError **error);
gboolean np_root_is_writable (NpDisk *disk);
gboolean np_root_is_later (NpDisk *disk);
char *np_root_read (NpDisk *disk, gboolean writable, gboolean *newer, char **damaged, GError **error);

G_END_DECLS
