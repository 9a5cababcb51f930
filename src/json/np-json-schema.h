/* Whether a document is what data/schema says: the part of JSON Schema (draft 7) that those schemas use. Pure. One
 * schema is for one thread at a time. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _NpJsonSchema NpJsonSchema;

NpJsonSchema *np_json_schema_new (const char *name);
void np_json_schema_free (NpJsonSchema *schema);
gboolean np_json_schema_check (NpJsonSchema *schema, JsonNode *document, char **where, char **why);
guint np_json_schema_prune (NpJsonSchema *schema, JsonNode *document, gboolean hard);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpJsonSchema, np_json_schema_free)

G_END_DECLS
