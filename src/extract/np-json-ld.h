/* Reads the JSON-LD of a page, which comes broken more often than other data. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *np_json_ld_parse (const char *text);
gboolean np_json_ld_is_article (JsonObject *object);
gboolean np_json_ld_has_type (JsonObject *object, const char *type);
char *np_json_ld_dup_text (JsonNode *node);
char *np_json_ld_dup_member (JsonObject *object, const char *name);

G_END_DECLS
