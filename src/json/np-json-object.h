/* What the readers and writers of this folder share.
 *
 * A reader takes what it understands out of an object; what is left then is what this version does not know, or what
 * has a type nobody expects, and is kept in the record's `unknown`. A writer puts the record's members and gives back
 * what was kept, in the place of a member that the record has no value for. So a file goes through a program that
 * understands half of it without a loss. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean np_json_take_null (JsonObject *object, const char *name);
char *np_json_take_string (JsonObject *object, const char *name);
gboolean np_json_take_boolean (JsonObject *object, const char *name);
guint np_json_take_uint (JsonObject *object, const char *name, guint max);
/* Returns whether it took what is in the element; what it did not take is kept as it is. */
typedef gboolean (*NpJsonTakeElement) (JsonNode *element, gpointer user_data);
void np_json_take_elements (JsonObject *object, const char *name, NpJsonTakeElement take, gpointer user_data);
void np_json_take_strings (JsonObject *object, const char *name, GPtrArray *strings);
JsonObject *np_json_get_object (JsonObject *object, const char *name);
JsonArray *np_json_get_array (JsonObject *object, const char *name);
void np_json_drop_if_empty (JsonObject *object, const char *name);
char *np_json_take_rest (JsonObject *object);
gboolean np_json_get_uint (JsonObject *object, const char *name, guint max, guint *value);

void np_json_put (JsonObject *object, JsonObject *rest, const char *name, JsonNode *value);
void np_json_put_string (JsonObject *object, JsonObject *rest, const char *name, const char *value);
void np_json_put_boolean (JsonObject *object, JsonObject *rest, const char *name, gboolean value);
void np_json_put_uint (JsonObject *object, JsonObject *rest, const char *name, guint value);
void np_json_put_array (JsonObject *object, JsonObject *rest, const char *name, JsonArray *array);
void np_json_put_object (JsonObject *object, JsonObject *rest, const char *name, JsonObject *value);
void np_json_put_strings (JsonObject *object, JsonObject *rest, const char *name, GPtrArray *strings);
void np_json_put_rest (JsonObject *object, JsonObject *rest);
JsonObject *np_json_open_rest (const char *unknown);
JsonObject *np_json_open_rest_of (JsonObject *rest, const char *name);

G_END_DECLS
