/* Any file of a library, by its path, for those who look through it and mend it. The stories, photos, pages and topics
 * have functions of their own in np-store.h. */
#pragma once

#include "store/np-store.h"

G_BEGIN_DECLS

/* Called for every file. @path is relative to the library's folder; @age_us: how long nobody touched the file, its name
 * and rights among it. Return FALSE to stop. */
typedef gboolean (*NpStoreWalkFunc) (const char *path, goffset size, gint64 age_us, gpointer user_data);

gboolean np_store_walk (NpStore *self, const char *folder, NpStoreWalkFunc func, gpointer user_data, GError **error);
GBytes *np_store_read_file (NpStore *self, const char *path, GError **error);
gboolean np_store_write_file (NpStore *self, const char *path, GBytes *bytes, GError **error);
gboolean np_store_move_file (NpStore *self, const char *path, const char *to, GError **error);
gboolean np_store_remove_file (NpStore *self, const char *path, GError **error);
char *np_store_set_file_aside (NpStore *self, const char *path, const char *why, GError **error);
char *np_store_keep_copy (NpStore *self, const char *path, const char *why, GError **error);

G_END_DECLS
