/* A tree of JSON nodes to text, made to be read by people: the same tree gives the same bytes. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *np_json_print_compact (JsonNode *node);
GBytes *np_json_print_document (JsonObject *object);

G_END_DECLS
