#include "library/np-topic-effect.h"

#include "json/np-json-topics.h"
#include "library/np-catalog-topics.h"

/* Whether @tree has a topic of which @other does not know. */
static gboolean
has_more (const NpTopicTree *tree, const NpTopicTree *other)
{
  g_autoptr (GPtrArray) keys = np_topic_tree_list_keys (tree);

  for (guint i = 0; i < keys->len; i++)
    if (np_topic_tree_get (other, keys->pdata[i]) == NULL)
      return TRUE;
  return FALSE;
}

/* An index that does not say counts as a yes: nothing is taken away on its word. */
static gboolean
is_named (NpCatalog *catalog, const char *key)
{
  static const NpPlace places[] = { NP_PLACE_ALL, NP_PLACE_TRASH };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (NpQuery) query = np_query_new (places[i], key, NULL);
      guint n;

      if (!np_index_count_found (np_catalog_get_index (catalog), query, NULL, &n, NULL) || n > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_any_named (NpCatalog *catalog, const char *key, GPtrArray *aliases)
{
  for (guint i = 0; i < aliases->len; i++)
    if (is_named (catalog, ((const NpTopic *) aliases->pdata[i])->key))
      return TRUE;
  return is_named (catalog, key);
}

/* Takes @key and its aliases out. One that was deleted is noted as such; one that only was not there yet stays when
 * stories name it in spite of all: others gave it to them, or a change that was cut off before it was written down. */
static void
take_out (NpTopicTree *tree, const char *key, const NpTopicTree *to, NpCatalog *catalog)
{
  gboolean deleted = g_hash_table_contains (np_topic_tree_get_dropped (to), key);
  g_autoptr (GPtrArray) aliases = np_topic_tree_list_aliases (tree, key);

  if (!deleted && is_any_named (catalog, key, aliases))
    return;
  for (guint i = 0; deleted && i < aliases->len; i++)
    g_hash_table_add (np_topic_tree_get_dropped (tree), g_strdup (((const NpTopic *) aliases->pdata[i])->key));
  np_topic_tree_drop (tree, key);
  if (deleted)
    g_hash_table_add (np_topic_tree_get_dropped (tree), g_strdup (key));
}

/**
 * np_topic_effect_cut_loose_ends:
 * @tree: a tree under construction
 * @key: the key of a topic in it
 *
 * What the topic names and @tree does not have is taken off it: what it is inside of, what it was merged into, what it
 * is related to.
 */
void
np_topic_effect_cut_loose_ends (NpTopicTree *tree, const char *key)
{
  g_autoptr (NpTopic) topic = NULL;
  GHashTableIter iter;
  gpointer other;

  g_return_if_fail (tree != NULL && np_topic_tree_get (tree, key) != NULL);

  topic = np_topic_copy (np_topic_tree_get (tree, key));
  if (np_topic_tree_get (tree, topic->parent) == NULL)
    g_clear_pointer (&topic->parent, g_free);
  if (np_topic_tree_get (tree, topic->merged_into) == NULL)
    g_clear_pointer (&topic->merged_into, g_free);
  g_hash_table_iter_init (&iter, topic->related);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    if (np_topic_tree_get (tree, other) == NULL)
      g_hash_table_iter_remove (&iter);
  np_topic_tree_put (tree, g_steal_pointer (&topic));
}

/* Reads the topics anew and writes them as they shall be; what goes stays with @keep. */
static gboolean
write_tree (const NpTopicTree *from, const NpTopicTree *to, gboolean keep, NpCatalog *catalog, GError **error)
{
  g_autoptr (NpTopicTree) now = np_catalog_read_topics (catalog, error);
  g_autoptr (NpTopicTree) tree = NULL, whole = NULL;
  g_autoptr (GPtrArray) gone = np_topic_tree_list_keys (from);
  g_autoptr (GPtrArray) back = np_topic_tree_list_keys (to);
  g_autoptr (GBytes) bytes = NULL;

  if (now == NULL)
    return FALSE;
  tree = np_topic_tree_copy (now);
  for (guint i = 0; !keep && i < gone->len; i++)
    if (np_topic_tree_get (to, gone->pdata[i]) == NULL)
      take_out (tree, gone->pdata[i], to, catalog);
  for (guint i = 0; i < back->len; i++)
    np_topic_tree_put (tree, np_topic_copy (np_topic_tree_get (to, back->pdata[i])));
  /* What the topics were inside of may be gone by now, or inside of them: reading cuts circles. */
  for (guint i = 0; i < back->len; i++)
    np_topic_effect_cut_loose_ends (tree, back->pdata[i]);
  bytes = np_json_topics_to_bytes (tree);
  whole = np_json_topics_from_bytes (bytes, NULL, NULL);
  return np_catalog_set_topics (catalog, whole != NULL ? whole : tree, error);
}

/**
 * np_topic_effect_bring:
 * @from: the topics that differ, as they are
 * @to: the same as they shall be
 * @catalog: the library
 * @error: of `NP_LIBRARY_ERROR`
 *
 * The first step, before the stories: what comes, comes; what goes is still there.
 *
 * Returns: whether it was done
 */
gboolean
np_topic_effect_bring (const NpTopicTree *from, const NpTopicTree *to, NpCatalog *catalog, GError **error)
{
  g_return_val_if_fail (from != NULL && to != NULL && NP_IS_CATALOG (catalog), FALSE);

  if (has_more (from, to) && !has_more (to, from))
    return TRUE;
  return write_tree (from, to, TRUE, catalog, error);
}

/**
 * np_topic_effect_take:
 * @from: the topics that differ, as they were
 * @to: the same as they shall be
 * @catalog: the library
 * @error: of `NP_LIBRARY_ERROR`
 *
 * The last step, after the stories: what goes, goes, but for topics that were not there before and that stories still
 * name.
 *
 * Returns: whether it was done
 */
gboolean
np_topic_effect_take (const NpTopicTree *from, const NpTopicTree *to, NpCatalog *catalog, GError **error)
{
  g_return_val_if_fail (from != NULL && to != NULL && NP_IS_CATALOG (catalog), FALSE);

  return !has_more (from, to) || write_tree (from, to, FALSE, catalog, error);
}
