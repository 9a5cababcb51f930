#include "model/np-topic-tree.h"

#include "base/np-text.h"
#include "model/np-topic-order.h"

#include <string.h>

struct _NpTopicTree
{
  GHashTable *topics;  /* key → NpTopic, aliases among them */
  GHashTable *dropped; /* set of char*: keys of topics that the user deleted; stories may still name them */
  char *unknown;
};

G_DEFINE_BOXED_TYPE (NpTopicTree, np_topic_tree, np_topic_tree_ref, np_topic_tree_unref)
G_DEFINE_QUARK (np - topic - error - quark, np_topic_error)

/* The longest chain of aliases or parents that is believed; files of others may hold a cycle. */
#define MAX_STEPS 10000

/**
 * np_topic_tree_new:
 *
 * Returns: (transfer full): a tree without topics
 */
NpTopicTree *
np_topic_tree_new (void)
{
  NpTopicTree *tree = g_atomic_rc_box_new0 (NpTopicTree);

  tree->topics = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) np_topic_free);
  tree->dropped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return tree;
}

/**
 * np_topic_tree_ref:
 * @tree: a tree
 *
 * Returns: (transfer full): @tree; from now on it is frozen
 */
NpTopicTree *
np_topic_tree_ref (NpTopicTree *tree)
{
  return g_atomic_rc_box_acquire (tree);
}

static void
tree_clear (gpointer data)
{
  NpTopicTree *tree = data;

  g_hash_table_unref (tree->topics);
  g_hash_table_unref (tree->dropped);
  g_free (tree->unknown);
}

/**
 * np_topic_tree_unref:
 * @tree: (transfer full) (nullable): a tree
 */
void
np_topic_tree_unref (NpTopicTree *tree)
{
  if (tree != NULL)
    g_atomic_rc_box_release_full (tree, tree_clear);
}

/**
 * np_topic_tree_copy:
 * @tree: a tree
 *
 * Returns: (transfer full): a deep copy that the caller alone holds and may change
 */
NpTopicTree *
np_topic_tree_copy (const NpTopicTree *tree)
{
  NpTopicTree *copy = np_topic_tree_new ();
  GHashTableIter iter;
  gpointer topic;

  g_hash_table_iter_init (&iter, tree->topics);
  while (g_hash_table_iter_next (&iter, NULL, &topic))
    np_topic_tree_put (copy, np_topic_copy (topic));
  g_hash_table_iter_init (&iter, tree->dropped);
  while (g_hash_table_iter_next (&iter, &topic, NULL))
    g_hash_table_add (copy->dropped, g_strdup (topic));
  copy->unknown = g_strdup (tree->unknown);
  return copy;
}

/**
 * np_topic_tree_get:
 * @tree: a tree
 * @key: (nullable): a key
 *
 * Returns: (transfer none) (nullable): the topic or alias of exactly that key
 */
const NpTopic *
np_topic_tree_get (const NpTopicTree *tree, const char *key)
{
  g_return_val_if_fail (tree != NULL, NULL);

  return key != NULL ? g_hash_table_lookup (tree->topics, key) : NULL;
}

/**
 * np_topic_tree_resolve:
 * @tree: a tree
 * @key: (nullable): a key, maybe of a topic that was merged
 *
 * Returns: (transfer none) (nullable): the topic that @key stands for today
 */
const NpTopic *
np_topic_tree_resolve (const NpTopicTree *tree, const char *key)
{
  const NpTopic *topic = np_topic_tree_get (tree, key);

  for (guint i = 0; topic != NULL && topic->merged_into != NULL; i++)
    {
      if (i > MAX_STEPS)
        return NULL;
      topic = np_topic_tree_get (tree, topic->merged_into);
    }
  return topic;
}

/**
 * np_topic_tree_find:
 * @tree: a tree
 * @name_or_key: (nullable): what somebody typed
 *
 * Looks for a topic by key, then by name, then by the name of an alias, case and accents aside.
 *
 * Returns: (transfer none) (nullable): the topic, never an alias
 */
const NpTopic *
np_topic_tree_find (const NpTopicTree *tree, const char *name_or_key)
{
  g_autofree char *folded = NULL;
  const NpTopic *alias = NULL;
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (tree != NULL, NULL);

  if (np_text_is_empty (name_or_key))
    return NULL;
  if (g_hash_table_contains (tree->topics, name_or_key))
    return np_topic_tree_resolve (tree, name_or_key);
  folded = np_text_fold (name_or_key);
  g_hash_table_iter_init (&iter, tree->topics);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const NpTopic *topic = value;
      g_autofree char *name = np_text_fold (topic->name);

      if (!g_str_equal (name, folded))
        continue;
      if (topic->merged_into == NULL)
        return topic;
      alias = topic;
    }
  return alias != NULL ? np_topic_tree_resolve (tree, alias->key) : NULL;
}

/* A parent that is missing or an alias counts as what it resolves to, or as none. */
static const char *
effective_parent (const NpTopicTree *tree, const NpTopic *topic)
{
  const NpTopic *parent = np_topic_tree_resolve (tree, topic->parent);

  return parent != NULL && parent != topic ? parent->key : NULL;
}

/**
 * np_topic_tree_list_all:
 * @tree: a tree
 *
 * Returns: (transfer container) (element-type NpTopic): every topic that is no alias, by position, then by name;
 *   the topics are the tree's
 */
GPtrArray *
np_topic_tree_list_all (const NpTopicTree *tree)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer topic;

  g_return_val_if_fail (tree != NULL, list);

  g_hash_table_iter_init (&iter, tree->topics);
  while (g_hash_table_iter_next (&iter, NULL, &topic))
    if (((NpTopic *) topic)->merged_into == NULL)
      g_ptr_array_add (list, topic);
  np_topics_sort (list);
  return list;
}

/**
 * np_topic_tree_list_children:
 * @tree: a tree
 * @parent: (nullable): a key, `NULL` for the top level
 *
 * Returns: (transfer container) (element-type NpTopic): the topics right inside @parent in their order
 */
GPtrArray *
np_topic_tree_list_children (const NpTopicTree *tree, const char *parent)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (tree != NULL, list);

  g_hash_table_iter_init (&iter, tree->topics);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      NpTopic *topic = value;

      if (topic->merged_into == NULL && g_strcmp0 (effective_parent (tree, topic), parent) == 0)
        g_ptr_array_add (list, topic);
    }
  np_topics_sort (list);
  return list;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * np_topic_tree_list_keys:
 * @tree: a tree
 *
 * Returns: (transfer container) (element-type utf8): every key in the order of its bytes, aliases among them; the
 * tree's own strings
 */
GPtrArray *
np_topic_tree_list_keys (const NpTopicTree *tree)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (tree != NULL, keys);

  g_hash_table_iter_init (&iter, tree->topics);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);
  return keys;
}

/**
 * np_topic_tree_list_keys_below:
 * @tree: a tree
 * @key: a key
 *
 * Gives every key under which a story belongs to the topic @key: its own, those of the topics inside it at any depth,
 * and those of the aliases of all of them.
 *
 * Returns: (transfer container) (element-type utf8): keys, the tree's own strings; empty when there is no such topic
 */
GPtrArray *
np_topic_tree_list_keys_below (const NpTopicTree *tree, const char *key)
{
  GPtrArray *keys = g_ptr_array_new ();
  const NpTopic *top;
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (tree != NULL, keys);

  top = np_topic_tree_resolve (tree, key);
  if (top == NULL)
    return keys;
  g_hash_table_iter_init (&iter, tree->topics);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const NpTopic *topic = value, *real = np_topic_tree_resolve (tree, topic->key);

      if (real != NULL && (real == top || np_topic_tree_is_below (tree, real->key, top->key)))
        g_ptr_array_add (keys, topic->key);
    }
  return keys;
}

/**
 * np_topic_tree_get_size:
 * @tree: a tree
 *
 * Returns: the number of topics, aliases not counted
 */
guint
np_topic_tree_get_size (const NpTopicTree *tree)
{
  GHashTableIter iter;
  gpointer topic;
  guint n = 0;

  g_return_val_if_fail (tree != NULL, 0);

  g_hash_table_iter_init (&iter, tree->topics);
  while (g_hash_table_iter_next (&iter, NULL, &topic))
    n += ((NpTopic *) topic)->merged_into == NULL;
  return n;
}

/**
 * np_topic_tree_is_below:
 * @tree: a tree
 * @key: a key
 * @ancestor: a key
 *
 * Returns: whether @key is inside @ancestor, at any depth; a topic is not inside itself
 */
gboolean
np_topic_tree_is_below (const NpTopicTree *tree, const char *key, const char *ancestor)
{
  const NpTopic *topic = np_topic_tree_resolve (tree, key), *top = np_topic_tree_resolve (tree, ancestor);

  for (guint i = 0; topic != NULL && top != NULL && i < MAX_STEPS; i++)
    {
      const char *parent = effective_parent (tree, topic);

      if (parent == NULL)
        return FALSE;
      if (g_str_equal (parent, top->key))
        return TRUE;
      topic = np_topic_tree_get (tree, parent);
    }
  return FALSE;
}

/**
 * np_topic_tree_get_dropped:
 * @tree: a tree; for changes one under construction
 *
 * Returns: (transfer none) (element-type utf8): the set of the keys of deleted topics, which stories may still name
 */
GHashTable *
np_topic_tree_get_dropped (const NpTopicTree *tree)
{
  return tree->dropped;
}

/**
 * np_topic_tree_get_unknown:
 * @tree: a tree
 *
 * Returns: (nullable): a JSON object of the members of topics.json that this version does not know
 */
const char *
np_topic_tree_get_unknown (const NpTopicTree *tree)
{
  return tree->unknown;
}

/**
 * np_topic_tree_put:
 * @tree: a tree under construction
 * @topic: (transfer full): a topic; takes the place of one with its key
 */
void
np_topic_tree_put (NpTopicTree *tree, NpTopic *topic)
{
  g_return_if_fail (tree != NULL && topic != NULL);

  g_hash_table_remove (tree->dropped, topic->key);
  g_hash_table_replace (tree->topics, topic->key, topic);
}

/**
 * np_topic_tree_remove:
 * @tree: a tree under construction
 * @key: a key
 *
 * Takes out one topic or alias, and nothing else: np_topic_tree_drop() does what a person means by it.
 */
void
np_topic_tree_remove (NpTopicTree *tree, const char *key)
{
  g_return_if_fail (tree != NULL && key != NULL);

  g_hash_table_remove (tree->topics, key);
}

/**
 * np_topic_tree_set_unknown:
 * @tree: a tree under construction
 * @json: (nullable): a JSON object
 */
void
np_topic_tree_set_unknown (NpTopicTree *tree, const char *json)
{
  g_return_if_fail (tree != NULL);

  g_free (tree->unknown);
  tree->unknown = g_strdup (json);
}
