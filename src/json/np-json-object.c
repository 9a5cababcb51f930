#include "json/np-json-object.h"

#include "json/np-json-print.h"

#include <math.h>

static JsonNode *
get (JsonObject *object, const char *name)
{
  return json_object_get_member (object, name);
}

static gboolean
holds (JsonNode *node, GType type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/* Whether a number without a fraction stands there: 2 and, as other programs write it, 2.0. */
static gboolean
get_whole (JsonNode *node, double *value)
{
  if (holds (node, G_TYPE_INT64))
    *value = (double) json_node_get_int (node);
  else if (holds (node, G_TYPE_DOUBLE))
    *value = json_node_get_double (node);
  else
    return FALSE;
  return *value == floor (*value);
}

/**
 * np_json_take_null:
 * @object: an object
 * @name: a member
 *
 * Returns: whether the member was there as null; it is no more
 */
gboolean
np_json_take_null (JsonObject *object, const char *name)
{
  JsonNode *node = get (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_NULL (node))
    return FALSE;
  json_object_remove_member (object, name);
  return TRUE;
}

/**
 * np_json_take_string:
 * @object: an object
 * @name: a member
 *
 * Returns: (transfer full) (nullable): the string, `NULL` when there is none
 */
char *
np_json_take_string (JsonObject *object, const char *name)
{
  JsonNode *node = get (object, name);
  char *string;

  if (np_json_take_null (object, name) || !holds (node, G_TYPE_STRING))
    return NULL;
  string = json_node_dup_string (node);
  json_object_remove_member (object, name);
  return string;
}

/**
 * np_json_take_boolean:
 * @object: an object
 * @name: a member
 *
 * Returns: whether the member is true
 */
gboolean
np_json_take_boolean (JsonObject *object, const char *name)
{
  JsonNode *node = get (object, name);
  gboolean value;

  if (np_json_take_null (object, name) || !holds (node, G_TYPE_BOOLEAN))
    return FALSE;
  value = json_node_get_boolean (node);
  json_object_remove_member (object, name);
  return value;
}

/**
 * np_json_get_uint:
 * @object: an object
 * @name: a member
 * @max: the largest value that makes sense
 * @value: (out): the number; stays as it is when there is none
 *
 * Returns: whether the member is a whole number from 0 to @max; it stays in @object
 */
gboolean
np_json_get_uint (JsonObject *object, const char *name, guint max, guint *value)
{
  double number;

  if (!get_whole (get (object, name), &number) || number < 0 || number > max)
    return FALSE;
  *value = (guint) number;
  return TRUE;
}

/**
 * np_json_take_uint:
 * @object: an object
 * @name: a member
 * @max: the largest value that makes sense
 *
 * Returns: the number, 0 when there is none
 */
guint
np_json_take_uint (JsonObject *object, const char *name, guint max)
{
  guint value = 0;

  if (!np_json_take_null (object, name) && np_json_get_uint (object, name, max, &value))
    json_object_remove_member (object, name);
  return value;
}

/**
 * np_json_take_elements:
 * @object: an object
 * @name: a member: an array
 * @take: is given each of its elements, and says whether it took what is in it
 * @user_data: for @take
 *
 * What was not taken stays in @object, in its order; an array of which nothing is left goes. A member that is no array
 * stays as it is.
 */
void
np_json_take_elements (JsonObject *object, const char *name, NpJsonTakeElement take, gpointer user_data)
{
  g_autoptr (JsonArray) others = json_array_new ();
  JsonArray *array;

  if (np_json_take_null (object, name))
    return;
  array = np_json_get_array (object, name);
  if (array == NULL)
    return;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!take (element, user_data))
        json_array_add_element (others, json_node_copy (element));
    }
  if (json_array_get_length (others) > 0)
    json_object_set_array_member (object, name, g_steal_pointer (&others));
  else
    json_object_remove_member (object, name);
}

static gboolean
take_string_element (JsonNode *element, gpointer strings)
{
  if (!holds (element, G_TYPE_STRING))
    return FALSE;
  g_ptr_array_add (strings, json_node_dup_string (element));
  return TRUE;
}

/**
 * np_json_take_strings:
 * @object: an object
 * @name: a member
 * @strings: (element-type utf8): where to put the strings; a single string counts as a list of one
 *
 * Elements that are no strings stay in the member.
 */
void
np_json_take_strings (JsonObject *object, const char *name, GPtrArray *strings)
{
  JsonNode *node = get (object, name);

  if (np_json_take_null (object, name) || node == NULL)
    return;
  if (holds (node, G_TYPE_STRING))
    {
      g_ptr_array_add (strings, np_json_take_string (object, name));
      return;
    }
  np_json_take_elements (object, name, take_string_element, strings);
}

/**
 * np_json_get_object:
 * @object: an object
 * @name: a member
 *
 * Returns: (transfer none) (nullable): the member when it is an object
 */
JsonObject *
np_json_get_object (JsonObject *object, const char *name)
{
  JsonNode *node = get (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * np_json_get_array:
 * @object: an object
 * @name: a member
 *
 * Returns: (transfer none) (nullable): the member when it is an array
 */
JsonArray *
np_json_get_array (JsonObject *object, const char *name)
{
  JsonNode *node = get (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * np_json_drop_if_empty:
 * @object: an object
 * @name: a member
 *
 * Takes the member out when nothing is in it.
 */
void
np_json_drop_if_empty (JsonObject *object, const char *name)
{
  JsonObject *inner = np_json_get_object (object, name);

  if (!np_json_take_null (object, name) && inner != NULL && json_object_get_size (inner) == 0)
    json_object_remove_member (object, name);
}

/**
 * np_json_take_rest:
 * @object: an object of which everything known was taken
 *
 * Returns: (transfer full) (nullable): a JSON object of what is left, `NULL` for nothing
 */
char *
np_json_take_rest (JsonObject *object)
{
  g_autoptr (JsonNode) node = NULL;

  if (json_object_get_size (object) == 0)
    return NULL;
  node = json_node_init_object (json_node_alloc (), object);
  return np_json_print_compact (node);
}
