#include "json/np-json-upgrade.h"

#include "json/np-json-object.h"

/* Before the first version, files named none, and what has one name was a string or a list of strings. */

static gboolean
is_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/* "site": "ABC News" */
static void
article_to_1 (JsonObject *object)
{
  g_autofree char *site = NULL;
  JsonObject *inner;

  if (!is_string (json_object_get_member (object, "site")))
    return;
  site = np_json_take_string (object, "site");
  inner = json_object_new ();
  json_object_set_string_member (inner, "name", site);
  json_object_set_object_member (object, "site", inner);
}

/* "related": ["kim-jong-un"] */
static void
relations_to_1 (JsonObject *topics, const char *key, JsonNode *node, gpointer user_data)
{
  JsonObject *topic = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL, *related;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if (topic == NULL || np_json_get_array (topic, "related") == NULL)
    return;
  np_json_take_strings (topic, "related", keys);
  if (json_object_has_member (topic, "related")) /* what is no key stays, for whoever understands it */
    return;
  related = json_object_new ();
  for (guint i = 0; i < keys->len; i++)
    {
      JsonObject *relation = json_object_new ();

      json_object_set_string_member (relation, "why", "mine");
      json_object_set_object_member (related, keys->pdata[i], relation);
    }
  json_object_set_object_member (topic, "related", related);
}

static void
topics_to_1 (JsonObject *object)
{
  JsonObject *topics = np_json_get_object (object, "topics");

  if (topics != NULL)
    json_object_foreach_member (topics, relations_to_1, NULL);
}

/* Makes of each string in a list an object with the string as its @member. */
static void
strings_to_objects (JsonObject *object, const char *list, const char *member)
{
  JsonArray *array = np_json_get_array (object, list), *objects;

  if (array == NULL)
    return;
  objects = json_array_new ();
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (is_string (node))
        {
          JsonObject *inner = json_object_new ();

          json_object_set_string_member (inner, member, json_node_get_string (node));
          json_array_add_object_element (objects, inner);
        }
      else
        json_array_add_element (objects, json_node_copy (node));
    }
  json_object_set_array_member (object, list, objects);
}

/* "searches": ["unread AP"] */
static void
searches_to_1 (JsonObject *object)
{
  strings_to_objects (object, "searches", "text");
}

/* "feeds": ["https://…"] */
static void
feeds_to_1 (JsonObject *object)
{
  strings_to_objects (object, "feeds", "url");
}

/* One step each, in order: a file goes through all from its version on. */
static const struct
{
  const char *format;
  guint from;
  void (*step) (JsonObject *object);
} steps[] = {
  { "newsprint-article", 0, article_to_1 },
  { "newsprint-topics", 0, topics_to_1 },
  { "newsprint-searches", 0, searches_to_1 },
  { "newsprint-feeds", 0, feeds_to_1 },
};

/**
 * np_json_upgrade:
 * @object: what is in a file, "format" and "version" taken out
 * @format: its format
 * @version: its version; 0 where it names none
 *
 * Makes of an older file what the present version would have written. The file itself stays as it is until it is
 * written for another reason.
 */
void
np_json_upgrade (JsonObject *object, const char *format, guint version)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].from >= version && g_str_equal (steps[i].format, format))
      steps[i].step (object);
}
