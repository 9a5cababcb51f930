/* Files that cannot be read: they are kept as they are, in damaged/, with a note beside them. */
#pragma once

#include "store/np-disk.h"

G_BEGIN_DECLS

char *np_damage_set_aside (NpDisk *disk, const char *path, const char *why, GError **error);
char *np_damage_keep (NpDisk *disk, const char *path, GBytes *bytes, const char *why, GError **error);

G_END_DECLS
