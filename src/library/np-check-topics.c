/* The topics of a check: topics.json as it stands in the file, and the keys that stories name. */
#include "library/np-check-run.h"

#include "json/np-json-syntax.h"
#include "json/np-json-topics.h"
#include "library/np-topic-effect.h"
#include "store/np-store-files.h"

#include <string.h>

#define FILE_NAME "topics.json"

static const char *
member (JsonObject *topic, const char *name)
{
  JsonNode *node = json_object_get_member (topic, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static JsonObject *
get_topic (JsonObject *topics, const char *key)
{
  JsonNode *node = key != NULL ? json_object_get_member (topics, key) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Follows what leads on from a topic: as many steps as there are topics end, or go in a circle. */
static gboolean
leads_to_an_end (JsonObject *topics, JsonObject *topic)
{
  guint left = json_object_get_size (topics) + 1;

  for (; topic != NULL && left > 0; left--)
    topic = get_topic (topics,
                       member (topic, "mergedInto") != NULL ? member (topic, "mergedInto") : member (topic, "parent"));
  return left > 0;
}

/* Gives what is wrong with a topic: the key that it names and that is not there, or its own when it is inside itself.
 */
static const char *
find_fault (JsonObject *topics, const char *key, JsonObject *topic)
{
  const char *parent = member (topic, "parent"), *merged = member (topic, "mergedInto");
  JsonNode *related = json_object_get_member (topic, "related");
  JsonObjectIter iter;
  const char *other;

  if (parent != NULL && get_topic (topics, parent) == NULL)
    return parent;
  if (merged != NULL && get_topic (topics, merged) == NULL)
    return merged;
  if (!leads_to_an_end (topics, topic))
    return key;
  if (related == NULL || !JSON_NODE_HOLDS_OBJECT (related))
    return NULL;
  json_object_iter_init (&iter, json_node_get_object (related));
  while (json_object_iter_next (&iter, &other, NULL))
    if (get_topic (topics, other) == NULL)
      return other;
  return NULL;
}

/* Whether something was found. */
static gboolean
check_file (NpCheckRun *run, GBytes *bytes, guint first)
{
  g_autoptr (JsonNode) node = np_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  g_autoptr (NpJsonSchema) schema = np_json_schema_new ("topics");
  g_autofree char *where = NULL, *why = NULL, *detail = NULL;
  JsonNode *topics;
  JsonObjectIter iter;
  const char *key;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  if (!np_json_schema_check (schema, node, &where, &why))
    {
      detail = g_strdup_printf ("%s %s", where, why);
      np_check_add (run, NP_CHECK_SCHEMA, TRUE, FILE_NAME, detail);
    }
  topics = json_object_get_member (json_node_get_object (node), "topics");
  if (topics == NULL || !JSON_NODE_HOLDS_OBJECT (topics))
    return run->findings->len > first;
  json_object_iter_init_ordered (&iter, json_node_get_object (topics));
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      JsonObject *topic = get_topic (json_node_get_object (topics), key);
      const char *fault = topic != NULL ? find_fault (json_node_get_object (topics), key, topic) : NULL;

      if (fault != NULL)
        np_check_add (run, NP_CHECK_TREE, TRUE, key, fault);
    }
  return run->findings->len > first;
}

/* The reader of topics.json cuts circles and frees aliases of nothing; what else leads nowhere is cut here. */
static void
cut_loose_ends (NpTopicTree *tree)
{
  g_autoptr (GPtrArray) keys = np_topic_tree_list_keys (tree);

  for (guint i = 0; i < keys->len; i++)
    np_topic_effect_cut_loose_ends (tree, keys->pdata[i]);
}

/* What is wrong with a topic's own members goes the way of np_json_schema_prune(). */
static NpTopicTree *
read_mended (GBytes *bytes)
{
  g_autoptr (JsonNode) node = np_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  g_autoptr (NpJsonSchema) schema = np_json_schema_new ("topics");
  g_autofree char *text = NULL;
  g_autoptr (GBytes) pruned = NULL;

  np_json_schema_prune (schema, node, FALSE);
  text = json_to_string (node, FALSE);
  pruned = g_bytes_new (text, strlen (text));
  return np_json_topics_from_bytes (pruned, NULL, NULL);
}

static void
mend_file (NpCheckRun *run, GBytes *bytes, guint first)
{
  g_autoptr (NpTopicTree) tree = read_mended (bytes);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok = FALSE;

  if (tree != NULL)
    {
      cut_loose_ends (tree);
      kept = np_store_keep_copy (run->store, FILE_NAME, "some topics were inside themselves or led nowhere", &error);
      ok = kept != NULL && np_catalog_set_topics (run->catalog, tree, &error);
    }
  for (guint i = first; i < run->findings->len; i++)
    {
      NpCheckFinding *finding = run->findings->pdata[i];

      finding->mended = ok;
      finding->kept = g_strdup (kept);
      if (error != NULL)
        np_check_take_trouble (finding, g_error_copy (error));
    }
  if (ok)
    {
      np_topic_tree_unref (run->tree);
      run->tree = np_topic_tree_ref (tree);
    }
}

/* "north-korea" becomes "North korea": who made the key may have had a better name, but no file has it. */
static char *
name_for (const NpTopicTree *tree, const char *key)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (key), "-", ' ');
  g_autofree char *first = g_utf8_strup (spaced, (gssize) (g_utf8_next_char (spaced) - spaced));
  g_autofree char *name = g_strconcat (first, g_utf8_next_char (spaced), NULL);

  return np_topic_tree_find (tree, name) == NULL ? g_steal_pointer (&name) : g_strdup (key);
}

/* A key that stories name and that nobody deleted becomes a topic: what belongs together stays together. */
static void
mend_keys (NpCheckRun *run, guint first)
{
  g_autoptr (NpTopicTree) tree = np_topic_tree_copy (run->tree);
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (run->orphan), (GCompareFunc) strcmp);
  g_autoptr (GError) error = NULL;

  for (GList *l = keys; l != NULL; l = l->next)
    {
      g_autofree char *name = name_for (tree, l->data);
      NpTopic *topic = np_topic_new (l->data, name);

      topic->position = G_MAXINT16;
      np_topic_tree_put (tree, topic);
    }
  np_catalog_set_topics (run->catalog, tree, &error);
  for (guint i = first; i < run->findings->len; i++)
    {
      NpCheckFinding *finding = run->findings->pdata[i];

      finding->mended = error == NULL;
      if (error != NULL)
        np_check_take_trouble (finding, g_error_copy (error));
    }
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const NpCheckFinding *first = *(const NpCheckFinding *const *) a, *second = *(const NpCheckFinding *const *) b;

  return g_strcmp0 (first->detail, second->detail);
}

static void
check_keys (NpCheckRun *run)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint first = run->findings->len;
  GHashTableIter iter;
  gpointer key, path;

  g_hash_table_iter_init (&iter, run->orphan);
  while (g_hash_table_iter_next (&iter, &key, &path))
    np_check_add (run, NP_CHECK_TOPIC, TRUE, path, key);
  if (run->findings->len > first + 1)
    qsort (run->findings->pdata + first, run->findings->len - first, sizeof (gpointer), compare_findings);
  if (run->repair && run->findings->len > first)
    mend_keys (run, first);
}

/**
 * np_check_topics:
 * @run: a check whose stories are done
 *
 * Checks topics.json as it stands in the file, for np_json_topics_from_bytes() shows it better than it is, and then the
 * keys that stories name.
 */
void
np_check_topics (NpCheckRun *run)
{
  g_autoptr (GBytes) bytes = np_store_read_file (run->store, FILE_NAME, NULL);
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  g_autoptr (JsonNode) node = text != NULL ? np_json_parse (text, length, NULL) : NULL;
  guint first = run->findings->len, version = np_check_version_of (node);

  if (node != NULL && version > NP_JSON_TOPICS_VERSION)
    np_check_add (run, NP_CHECK_VERSION, TRUE, FILE_NAME, NULL);
  else if (node != NULL && version < NP_JSON_TOPICS_VERSION)
    g_debug ("topics.json is of version %u", version); /* what is read of it is of this version */
  else if (bytes != NULL && check_file (run, bytes, first) && run->repair)
    mend_file (run, bytes, first);
  check_keys (run);
}
