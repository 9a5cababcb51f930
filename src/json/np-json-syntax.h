/* Text to a tree of JSON nodes. The text may be anybody's: only this file lets it near json-glib's parser. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How deep objects and arrays may nest. Our own files stay far below: blocks nest NP_BLOCK_MAX_DEPTH deep. */
#define NP_JSON_MAX_DEPTH 200

JsonNode *np_json_parse (const char *text, gsize length, GError **error);
JsonObject *np_json_parse_document (GBytes *bytes, const char *format, guint newest, guint *version, GError **error);
JsonNode *np_json_parse_kept (const char *json);

G_END_DECLS
