/* Taking a topic out of a tree that nobody else holds yet. */
#include "model/np-topic-tree.h"

/* The longest chain of aliases that is believed. */
#define MAX_STEPS 10000

/* Whether @key is that of @topic or leads to it from alias to alias. */
static gboolean
goes_by (const NpTopicTree *tree, const char *key, const NpTopic *topic)
{
  const NpTopic *at = np_topic_tree_get (tree, key);

  for (guint i = 0; at != NULL && at != topic && at->merged_into != NULL && i < MAX_STEPS; i++)
    at = np_topic_tree_get (tree, at->merged_into);
  return at == topic;
}

static gboolean
holds (GPtrArray *keys, const char *key)
{
  return g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL);
}

static void
forget_key (NpTopicTree *tree, const char *key)
{
  g_autoptr (GPtrArray) keys = NULL;

  np_topic_tree_remove (tree, key);
  keys = np_topic_tree_list_keys (tree);
  for (guint i = 0; i < keys->len; i++)
    {
      NpTopic *other = (NpTopic *) np_topic_tree_get (tree, keys->pdata[i]);

      g_hash_table_remove (other->related, key);
      g_hash_table_remove (other->apart, key);
      g_hash_table_remove (other->other, key);
    }
}

/**
 * np_topic_tree_drop:
 * @tree: a tree under construction
 * @key: a key
 *
 * Takes the topic out. What was inside it moves up to where it was; its aliases and relations go with it.
 */
void
np_topic_tree_drop (NpTopicTree *tree, const char *key)
{
  g_autoptr (GPtrArray) keys = NULL, gone = NULL;
  g_autofree char *parent = NULL;
  const NpTopic *topic;

  g_return_if_fail (tree != NULL && key != NULL);

  topic = np_topic_tree_get (tree, key);
  if (topic == NULL)
    return;
  parent = g_strdup (topic->parent);
  keys = np_topic_tree_list_keys (tree);
  gone = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < keys->len; i++)
    if (goes_by (tree, keys->pdata[i], topic))
      g_ptr_array_add (gone, g_strdup (keys->pdata[i]));
  for (guint i = 0; i < keys->len; i++)
    {
      NpTopic *other = (NpTopic *) np_topic_tree_get (tree, keys->pdata[i]);

      if (other->parent == NULL || !holds (gone, other->parent))
        continue;
      g_free (other->parent);
      other->parent = g_strdup (parent);
    }
  for (guint i = 0; i < gone->len; i++)
    forget_key (tree, gone->pdata[i]);
}
