/* The older texts of a story, as its file lists them. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void np_json_take_versions (JsonObject *object, const char *name, GPtrArray *versions);
JsonArray *np_json_versions_to_array (GPtrArray *versions);

G_END_DECLS
