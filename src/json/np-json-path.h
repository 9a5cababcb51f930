/* Paths of the library's files as they stand inside its files. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean np_json_path_is_inside (const char *path, const char *folder);

G_END_DECLS
