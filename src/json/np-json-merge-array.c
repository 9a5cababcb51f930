/* Arrays of a merge: sets of words, lists of things with an id, and lists that can only be taken whole. */
#include "json/np-json-merge-run.h"

#include <string.h>

/* Members whose order says little and whose elements are words. */
static const char *const sets[] = { "topics",     "suggestedTopics", "keywords", "diagnostics", "dropped", "related",
                                    "notRelated", "notSame",         "rules",    "seen",        NULL };

static const char *
text_member (JsonNode *node, const char *name)
{
  JsonNode *member = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), name) : NULL;

  return member != NULL && JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_STRING
             ? json_node_get_string (member)
             : NULL;
}

/* A thing is known by its id or, a version of a story, by its file. */
static const char *
name_of (JsonNode *node)
{
  const char *id = text_member (node, "id");

  return id != NULL ? id : text_member (node, "file");
}

static gboolean
same_thing (JsonNode *a, JsonNode *b)
{
  const char *name = name_of (a), *other = name_of (b);

  return name != NULL || other != NULL ? g_strcmp0 (name, other) == 0 : json_node_equal (a, b);
}

/* Gives NULL where there is none. */
static JsonNode *
find (JsonNode *array, JsonNode *element)
{
  if (array == NULL || !JSON_NODE_HOLDS_ARRAY (array))
    return NULL;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (array)); i++)
    if (same_thing (json_array_get_element (json_node_get_array (array), i), element))
      return json_array_get_element (json_node_get_array (array), i);
  return NULL;
}

static gboolean
is_of_things (JsonNode *array)
{
  for (guint i = 0; i < json_array_get_length (json_node_get_array (array)); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (json_node_get_array (array), i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_set (const char *name, JsonNode *a, JsonNode *b)
{
  static const char *const things[] = { "highlights", "searches", "versions", "feeds", "items", NULL };

  if (g_strv_contains (things, name))
    return is_of_things (a) && is_of_things (b);
  return g_strv_contains (sets, name);
}

static void
add_elements (NpJsonMerge *run, NpJsonTriple values, JsonNode *of, JsonNode *result)
{
  for (guint i = 0; i < json_array_get_length (json_node_get_array (of)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (of), i), *merged;
      NpJsonTriple inner = { find (values.base, element), find (values.newer, element), find (values.older, element) };

      if (find (result, element) != NULL)
        continue;
      merged = np_json_merge_value (run, "", inner);
      if (merged != NULL)
        json_array_add_element (json_node_get_array (result), merged);
    }
}

/* The order of the newer, then what only the older has. */
static JsonNode *
merge_set (NpJsonMerge *run, NpJsonTriple values)
{
  JsonNode *result = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (result, json_array_new ());
  add_elements (run, values, values.newer, result);
  add_elements (run, values, values.older, result);
  return result;
}

/**
 * np_json_merge_figures_match:
 * @a: the figures of a story
 * @b: those of another version of it
 *
 * Returns: whether they are the same photos in the same order, whatever is said of each
 */
gboolean
np_json_merge_figures_match (JsonNode *a, JsonNode *b)
{
  JsonArray *first, *second;

  if (!JSON_NODE_HOLDS_ARRAY (a) || !JSON_NODE_HOLDS_ARRAY (b))
    return FALSE;
  first = json_node_get_array (a);
  second = json_node_get_array (b);
  if (json_array_get_length (first) != json_array_get_length (second))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (first); i++)
    {
      JsonNode *one = json_array_get_element (first, i), *other = json_array_get_element (second, i);

      if (!JSON_NODE_HOLDS_OBJECT (one) || !JSON_NODE_HOLDS_OBJECT (other)
          || g_strcmp0 (text_member (one, "source"), text_member (other, "source")) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Photo by photo. */
static JsonNode *
merge_figures (NpJsonMerge *run, NpJsonTriple values)
{
  JsonNode *result = json_node_new (JSON_NODE_ARRAY);
  gboolean based = values.base != NULL && np_json_merge_figures_match (values.base, values.newer);

  json_node_take_array (result, json_array_new ());
  for (guint i = 0; i < json_array_get_length (json_node_get_array (values.newer)); i++)
    {
      NpJsonTriple inner = { based ? json_array_get_element (json_node_get_array (values.base), i) : NULL,
                             json_array_get_element (json_node_get_array (values.newer), i),
                             json_array_get_element (json_node_get_array (values.older), i) };

      json_array_add_element (json_node_get_array (result), np_json_merge_value (run, "", inner));
    }
  return result;
}

/**
 * np_json_merge_takes_away:
 * @name: what they are called
 * @before: a value
 * @after: what one side made of it
 *
 * Returns: whether both are sets and something of @before is not in @after
 */
gboolean
np_json_merge_takes_away (const char *name, JsonNode *before, JsonNode *after)
{
  if (!JSON_NODE_HOLDS_ARRAY (before) || !JSON_NODE_HOLDS_ARRAY (after) || !is_set (name, before, after))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (before)); i++)
    if (find (after, json_array_get_element (json_node_get_array (before), i)) == NULL)
      return TRUE;
  return FALSE;
}

/**
 * np_json_merge_arrays:
 * @run: a merge
 * @name: what they are called
 * @values: two arrays that differ, and what they were
 *
 * Returns: (transfer full): one array
 */
JsonNode *
np_json_merge_arrays (NpJsonMerge *run, const char *name, NpJsonTriple values)
{
  if (values.base != NULL && !JSON_NODE_HOLDS_ARRAY (values.base))
    values.base = NULL;
  if (g_str_equal (name, "figures") && np_json_merge_figures_match (values.newer, values.older))
    return merge_figures (run, values);
  if (is_set (name, values.newer, values.older))
    return merge_set (run, values);
  return np_json_merge_win (run, values);
}
