/* What the user marked in a story as JSON, in and out. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void np_json_take_highlights (JsonObject *object, const char *name, GPtrArray *highlights);
JsonArray *np_json_highlights_to_array (GPtrArray *highlights);

G_END_DECLS
