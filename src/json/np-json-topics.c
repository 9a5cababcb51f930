#include "json/np-json-topics.h"

#include "json/np-json-error.h"
#include "json/np-json-object.h"
#include "json/np-json-print.h"
#include "json/np-json-syntax.h"
#include "model/np-article.h"

#include <string.h>

#define FORMAT "newsprint-topics"

static const char *const colors[] = { "blue", "green", "yellow", "orange", "red", "purple", "brown", "gray", NULL };

/* A colour of a later version stays behind. */
static char *
take_color (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "color");
  const char *name = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  return name == NULL || g_strv_contains (colors, name) ? np_json_take_string (object, "color") : NULL;
}

static void
take_related (JsonObject *object, NpTopic *topic)
{
  JsonObject *related = np_json_get_object (object, "related");
  g_autoptr (GList) keys = related != NULL ? json_object_get_members (related) : NULL;

  for (GList *l = keys; l != NULL; l = l->next)
    {
      g_autofree char *key = g_strdup (l->data), *why = NULL;
      JsonObject *relation = np_json_get_object (related, key);

      if (relation == NULL)
        continue;
      why = np_json_take_string (relation, "why");
      g_hash_table_insert (topic->related, g_strdup (key), why != NULL ? g_steal_pointer (&why) : g_strdup (""));
      np_json_drop_if_empty (related, key);
    }
  np_json_drop_if_empty (object, "related");
}

static int
take_position (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "position");
  gint64 position;

  if (np_json_take_null (object, "position") || node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_INT64)
    return 0;
  position = CLAMP (json_node_get_int (node), G_MININT, G_MAXINT);
  json_object_remove_member (object, "position");
  return (int) position;
}

static gboolean
take_true (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  gboolean yes = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;

  if (!yes)
    return FALSE;
  yes = json_node_get_boolean (node);
  json_object_remove_member (object, member);
  return yes;
}

static void
take_set (JsonObject *object, const char *member, GHashTable *set)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  np_json_take_strings (object, member, keys);
  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (set, g_strdup (keys->pdata[i]));
}

static NpTopic *
read_topic (const char *key, JsonObject *object)
{
  g_autofree char *name = np_json_take_string (object, "name");
  NpTopic *topic = np_topic_new (key, name != NULL && *name != '\0' ? name : key);

  topic->parent = np_json_take_string (object, "parent");
  topic->position = take_position (object);
  topic->color = take_color (object);
  topic->merged_into = np_json_take_string (object, "mergedInto");
  topic->hidden = take_true (object, "hidden");
  take_related (object, topic);
  take_set (object, "notRelated", topic->apart);
  take_set (object, "notSame", topic->other);
  np_json_take_strings (object, "rules", topic->rules);
  topic->unknown = np_json_take_rest (object);
  return topic;
}

/* Cuts the circles that are made by following one member from topic to topic, each in one place. A circle comes about
 * when two machines each move a topic into the other's; what is in it could be seen nowhere. */
static void
cut_circles (const NpTopicTree *tree, GPtrArray *topics, gsize member)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL); /* topic → number of the walk that came by, from 1 */

  for (guint walk = 1; walk <= topics->len; walk++)
    for (NpTopic *topic = topics->pdata[walk - 1], *next; topic != NULL; topic = next)
      {
        char **key = G_STRUCT_MEMBER_P (topic, member);

        if (g_hash_table_contains (seen, topic))
          break;
        g_hash_table_insert (seen, topic, GUINT_TO_POINTER (walk));
        next =
            (NpTopic *) (key == &topic->parent ? np_topic_tree_resolve (tree, *key) : np_topic_tree_get (tree, *key));
        if ((next == NULL && key == &topic->merged_into)
            || (next != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (seen, next)) == walk))
          g_clear_pointer (key, g_free);
      }
}

static void
take_dropped (JsonObject *object, NpTopicTree *tree)
{
  g_autoptr (GPtrArray) keys = np_strings_new ();

  np_json_take_strings (object, "dropped", keys);
  for (guint i = 0; i < keys->len; i++)
    if (np_topic_tree_get (tree, keys->pdata[i]) == NULL)
      g_hash_table_add (np_topic_tree_get_dropped (tree), g_strdup (keys->pdata[i]));
}

/* Gives what was no topic. */
static JsonObject *
read_topics (JsonObject *object, NpTopicTree *tree, gboolean whole)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();
  JsonObject *others = json_object_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    if (JSON_NODE_HOLDS_OBJECT (node) && *key != '\0')
      {
        g_ptr_array_add (topics, read_topic (key, json_node_get_object (node)));
        np_topic_tree_put (tree, topics->pdata[topics->len - 1]);
      }
    else
      json_object_set_member (others, key, json_node_copy (node));
  if (whole)
    {
      cut_circles (tree, topics, G_STRUCT_OFFSET (NpTopic, merged_into));
      cut_circles (tree, topics, G_STRUCT_OFFSET (NpTopic, parent));
    }
  return others;
}

static NpTopicTree *
read_tree (GBytes *bytes, gboolean whole, gboolean *later, GError **error)
{
  guint version;
  g_autoptr (JsonObject) object = NULL;
  g_autofree char *unknown = NULL;
  JsonObject *topics;
  NpTopicTree *tree;

  object = np_json_parse_document (bytes, FORMAT, NP_JSON_TOPICS_VERSION, later != NULL ? &version : NULL, error);
  if (object == NULL)
    return NULL;
  if (later != NULL)
    *later = version > NP_JSON_TOPICS_VERSION;
  tree = np_topic_tree_new ();
  topics = np_json_get_object (object, "topics");
  if (topics != NULL)
    json_object_set_object_member (object, "topics", read_topics (topics, tree, whole));
  np_json_drop_if_empty (object, "topics");
  take_dropped (object, tree);
  unknown = np_json_take_rest (object);
  np_topic_tree_set_unknown (tree, unknown);
  return tree;
}

/**
 * np_json_topics_from_bytes:
 * @bytes: topics.json
 * @later: (out) (optional): whether a later version wrote it: then what is understood of it is given, to be looked at
 * and not to be written; where nobody asks, such a file is an error
 * @error: any of `NP_JSON_ERROR`
 *
 * Reads the topics. Each is in reach: one that is inside itself, by some way, or an alias of nothing, is set free.
 *
 * Returns: (transfer full) (nullable): the topics
 */
NpTopicTree *
np_json_topics_from_bytes (GBytes *bytes, gboolean *later, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_tree (bytes, TRUE, later, error);
}

/**
 * np_json_topics_part_from_bytes:
 * @bytes: np_json_topics_to_bytes() of some topics of a tree
 * @error: any of `NP_JSON_ERROR`
 *
 * Reads some topics as they are: what they are inside of or aliases of may be among the others.
 *
 * Returns: (transfer full) (nullable): the topics
 */
NpTopicTree *
np_json_topics_part_from_bytes (GBytes *bytes, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_tree (bytes, FALSE, NULL, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static JsonObject *
related_to_object (GHashTable *related, JsonObject *rest)
{
  JsonObject *object = json_object_new ();
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (related), compare_names);

  for (GList *l = keys; l != NULL; l = l->next)
    {
      g_autoptr (JsonObject) relation_rest = np_json_open_rest_of (rest, l->data);
      JsonObject *relation = json_object_new ();

      np_json_put_string (relation, relation_rest, "why", g_hash_table_lookup (related, l->data));
      np_json_put_rest (relation, relation_rest);
      np_json_put_object (object, rest, l->data, relation);
    }
  np_json_put_rest (object, rest);
  return object;
}

static void
put_set (JsonObject *object, JsonObject *rest, const char *member, GHashTable *set)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GList) list = g_list_sort (g_hash_table_get_keys (set), compare_names);

  for (GList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (keys, l->data);
  if (keys->len > 0)
    np_json_put_strings (object, rest, member, keys);
}

/* Members that say nothing are left out: most topics have but a name. */
static JsonObject *
write_topic (const NpTopic *topic)
{
  g_autoptr (JsonObject) rest = np_json_open_rest (topic->unknown);
  g_autoptr (JsonObject) related_rest = np_json_open_rest_of (rest, "related");
  JsonObject *object = json_object_new ();

  np_json_put_string (object, rest, "name", topic->name);
  if (topic->parent != NULL)
    np_json_put_string (object, rest, "parent", topic->parent);
  if (topic->position != 0 || !json_object_has_member (rest, "position"))
    np_json_put (object, rest, "position", json_node_init_int (json_node_alloc (), topic->position));
  if (topic->color != NULL && g_strv_contains (colors, topic->color))
    np_json_put_string (object, rest, "color", topic->color);
  if (topic->hidden)
    np_json_put (object, rest, "hidden", json_node_init_boolean (json_node_alloc (), TRUE));
  if (g_hash_table_size (topic->related) > 0 || json_object_get_size (related_rest) > 0)
    np_json_put_object (object, rest, "related", related_to_object (topic->related, related_rest));
  put_set (object, rest, "notRelated", topic->apart);
  put_set (object, rest, "notSame", topic->other);
  if (topic->rules->len > 0)
    np_json_put_strings (object, rest, "rules", topic->rules);
  if (topic->merged_into != NULL)
    np_json_put_string (object, rest, "mergedInto", topic->merged_into);
  np_json_put_rest (object, rest);
  return object;
}

static void
put_dropped (JsonObject *object, JsonObject *rest, const NpTopicTree *tree)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (np_topic_tree_get_dropped (tree)), compare_names);
  g_autoptr (GPtrArray) array = g_ptr_array_new ();

  for (GList *l = keys; l != NULL; l = l->next)
    g_ptr_array_add (array, l->data);
  if (array->len > 0)
    np_json_put_strings (object, rest, "dropped", array);
}

/**
 * np_json_topics_to_bytes:
 * @tree: topics
 *
 * Returns: (transfer full): topics.json, the topics ordered by their key
 */
GBytes *
np_json_topics_to_bytes (const NpTopicTree *tree)
{
  g_autoptr (JsonObject) object = json_object_new (), rest = NULL, topics_rest = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  JsonObject *topics;

  g_return_val_if_fail (tree != NULL, NULL);

  rest = np_json_open_rest (np_topic_tree_get_unknown (tree));
  topics_rest = np_json_open_rest_of (rest, "topics");
  topics = json_object_new ();
  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", NP_JSON_TOPICS_VERSION);
  keys = np_topic_tree_list_keys (tree);
  for (guint i = 0; i < keys->len; i++)
    json_object_set_object_member (topics, keys->pdata[i], write_topic (np_topic_tree_get (tree, keys->pdata[i])));
  np_json_put_rest (topics, topics_rest);
  np_json_put_object (object, rest, "topics", topics);
  put_dropped (object, rest, tree);
  np_json_put_rest (object, rest);
  return np_json_print_document (object);
}
