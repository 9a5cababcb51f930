/* A tree of JSON nodes out of text that np-json-syntax has let pass. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *np_json_build (const char *text);

G_END_DECLS
