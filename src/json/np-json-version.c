#include "json/np-json-version.h"

#include "json/np-json-object.h"
#include "json/np-json-path.h"
#include "model/np-time.h"
#include "model/np-version.h"

/* NULL for what names no file of the library that could be one: the caller leaves it where it is. */
static NpVersion *
read_version (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *file = object != NULL ? json_object_get_member (object, "file") : NULL, *until;
  NpVersion *version;

  if (file == NULL || !JSON_NODE_HOLDS_VALUE (file) || json_node_get_value_type (file) != G_TYPE_STRING
      || !np_json_path_is_inside (json_node_get_string (file), "versions"))
    return NULL;
  version = np_version_new (NULL, NULL, NULL);
  version->file = np_json_take_string (object, "file");
  until = json_object_get_member (object, "until");
  if (until != NULL && JSON_NODE_HOLDS_VALUE (until) && json_node_get_value_type (until) == G_TYPE_STRING
      && np_time_is_valid (json_node_get_string (until)))
    version->until = np_json_take_string (object, "until");
  version->why = np_json_take_string (object, "why");
  version->unknown = np_json_take_rest (object);
  return version;
}

static gboolean
take_version (JsonNode *node, gpointer versions)
{
  NpVersion *version = read_version (node);

  if (version == NULL)
    return FALSE;
  g_ptr_array_add (versions, version);
  return TRUE;
}

/**
 * np_json_take_versions:
 * @object: an object
 * @name: a member: an array of versions
 * @versions: (element-type NpVersion): where to put them
 *
 * What is no version stays in @object.
 */
void
np_json_take_versions (JsonObject *object, const char *name, GPtrArray *versions)
{
  np_json_take_elements (object, name, take_version, versions);
}

static JsonNode *
write_version (const NpVersion *version)
{
  g_autoptr (JsonObject) rest = np_json_open_rest (version->unknown);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  np_json_put_string (object, rest, "file", version->file);
  np_json_put_string (object, rest, "until", version->until);
  np_json_put_string (object, rest, "why", version->why);
  np_json_put_rest (object, rest);
  json_node_take_object (node, object);
  return node;
}

/**
 * np_json_versions_to_array:
 * @versions: (element-type NpVersion): versions
 *
 * Returns: (transfer full): their JSON
 */
JsonArray *
np_json_versions_to_array (GPtrArray *versions)
{
  JsonArray *array = json_array_sized_new (versions->len);

  for (guint i = 0; i < versions->len; i++)
    {
      const NpVersion *version = versions->pdata[i];

      if (np_json_path_is_inside (version->file, "versions"))
        json_array_add_element (array, write_version (version));
    }
  return array;
}
