/* Copies by sync tools are merged into the file they are copies of; a file with the marks of git inside becomes whole.
 * Nothing is dropped: what is not in the merged file is in damaged/, with a note. */
#pragma once

#include "store/np-store.h"

G_BEGIN_DECLS

char *np_store_find_original (NpStore *self, const char *path);
char *np_store_merge_copy (NpStore *self, const char *path, GError **error);
gboolean np_store_merge_marks (NpStore *self, const char *path, GBytes *bytes);

G_END_DECLS
