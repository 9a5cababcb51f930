/* The writing half of np-json-object.h. */
#include "json/np-json-object.h"

#include "json/np-json-syntax.h"

/**
 * np_json_put:
 * @object: an object under construction
 * @rest: what was kept of the object when it was read
 * @name: a member
 * @value: (transfer full) (nullable): its value; `NULL` when the record has none
 *
 * Adds a member. Where the record has no value, what was kept under that name is given back, or null is written.
 */
void
np_json_put (JsonObject *object, JsonObject *rest, const char *name, JsonNode *value)
{
  JsonNode *kept = json_object_get_member (rest, name);

  if (value == NULL)
    value = kept != NULL ? json_node_copy (kept) : json_node_init_null (json_node_alloc ());
  if (kept != NULL)
    json_object_remove_member (rest, name);
  json_object_set_member (object, name, value);
}

static JsonNode *
new_string (const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  return json_node_init_string (json_node_alloc (), valid);
}

/**
 * np_json_put_string:
 * @object: an object under construction
 * @rest: what was kept of it
 * @name: a member
 * @value: (nullable): its value
 */
void
np_json_put_string (JsonObject *object, JsonObject *rest, const char *name, const char *value)
{
  np_json_put (object, rest, name, value != NULL ? new_string (value) : NULL);
}

/**
 * np_json_put_boolean:
 * @object: an object under construction
 * @rest: what was kept of it
 * @name: a member
 * @value: its value; what was kept stands only for `FALSE`
 */
void
np_json_put_boolean (JsonObject *object, JsonObject *rest, const char *name, gboolean value)
{
  gboolean give_back = !value && json_object_has_member (rest, name);

  np_json_put (object, rest, name, give_back ? NULL : json_node_init_boolean (json_node_alloc (), value));
}

/**
 * np_json_put_uint:
 * @object: an object under construction
 * @rest: what was kept of it
 * @name: a member
 * @value: its value; what was kept stands only for 0
 */
void
np_json_put_uint (JsonObject *object, JsonObject *rest, const char *name, guint value)
{
  gboolean give_back = value == 0 && json_object_has_member (rest, name);

  np_json_put (object, rest, name, give_back ? NULL : json_node_init_int (json_node_alloc (), value));
}

/**
 * np_json_put_array:
 * @object: an object under construction
 * @rest: what was kept of it
 * @name: a member
 * @array: (transfer full): its value; elements that were kept follow its own
 */
void
np_json_put_array (JsonObject *object, JsonObject *rest, const char *name, JsonArray *array)
{
  JsonArray *kept = np_json_get_array (rest, name);
  gboolean give_back = kept == NULL && json_array_get_length (array) == 0 && json_object_has_member (rest, name);
  JsonNode *node;

  for (guint i = 0; kept != NULL && i < json_array_get_length (kept); i++)
    json_array_add_element (array, json_node_copy (json_array_get_element (kept, i)));
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  if (give_back)
    g_clear_pointer (&node, json_node_unref);
  np_json_put (object, rest, name, node);
}

/* Whether an object says nothing: each member is null, false, zero or empty. */
static gboolean
is_blank (JsonObject *object)
{
  JsonObjectIter iter;
  JsonNode *value;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, NULL, &value))
    if (JSON_NODE_HOLDS_OBJECT (value) ? json_object_get_size (json_node_get_object (value)) > 0
        : JSON_NODE_HOLDS_ARRAY (value)
            ? json_array_get_length (json_node_get_array (value)) > 0
            : JSON_NODE_HOLDS_VALUE (value)
                  && (json_node_get_value_type (value) == G_TYPE_STRING || json_node_get_boolean (value)
                      || json_node_get_double (value) != 0))
      return FALSE;
  return TRUE;
}

/**
 * np_json_put_object:
 * @object: an object under construction
 * @rest: what was kept of it, np_json_open_rest_of() called for @name
 * @name: a member
 * @value: (transfer full): its value; something that is no object and was kept stands only for one that says nothing
 */
void
np_json_put_object (JsonObject *object, JsonObject *rest, const char *name, JsonObject *value)
{
  gboolean give_back = json_object_has_member (rest, name) && is_blank (value);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, value);
  if (give_back)
    g_clear_pointer (&node, json_node_unref);
  np_json_put (object, rest, name, node);
}

/**
 * np_json_put_strings:
 * @object: an object under construction
 * @rest: what was kept of it
 * @name: a member
 * @strings: (element-type utf8): its value
 */
void
np_json_put_strings (JsonObject *object, JsonObject *rest, const char *name, GPtrArray *strings)
{
  JsonArray *array = json_array_sized_new (strings->len);

  for (guint i = 0; i < strings->len; i++)
    json_array_add_element (array, new_string (strings->pdata[i]));
  np_json_put_array (object, rest, name, array);
}

/**
 * np_json_put_rest:
 * @object: an object under construction, everything known in it
 * @rest: what was kept of it
 *
 * Gives back what was kept and has no place yet, in the order it had.
 */
void
np_json_put_rest (JsonObject *object, JsonObject *rest)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, rest);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!json_object_has_member (object, name))
      json_object_set_member (object, name, json_node_copy (value));
}

/**
 * np_json_open_rest:
 * @unknown: (nullable): the `unknown` of a record
 *
 * Returns: (transfer full): what was kept, to be given to the np_json_put functions
 */
JsonObject *
np_json_open_rest (const char *unknown)
{
  g_autoptr (JsonNode) node = np_json_parse_kept (unknown);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : json_object_new ();
}

/**
 * np_json_open_rest_of:
 * @rest: what was kept of an object
 * @name: a member of it that is an object
 *
 * Returns: (transfer full): what was kept of that member
 */
JsonObject *
np_json_open_rest_of (JsonObject *rest, const char *name)
{
  JsonObject *inner = np_json_get_object (rest, name);

  if (inner == NULL)
    return json_object_new ();
  json_object_ref (inner);
  json_object_remove_member (rest, name);
  return inner;
}
