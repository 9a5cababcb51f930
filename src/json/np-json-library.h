/* library.json (DESIGN §4, data/schema/library.json), in and out. Pure. Errors are of NP_JSON_ERROR. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NP_JSON_LIBRARY_VERSION 1

GBytes *np_json_library_to_bytes (const char *id, const char *unknown);
gboolean np_json_library_from_bytes (GBytes *bytes, char **id, guint *version, char **unknown, GError **error);

G_END_DECLS
