/* Changing a tree of topics that nobody else holds yet; see also np-topic-tree-pairs.c. */
#include "model/np-topic-tree.h"

#include "base/np-text.h"

static char *
clean_name (const char *name, GError **error)
{
  g_autofree char *clean = np_text_clean (name);

  if (clean == NULL || *clean == '\0')
    {
      g_set_error (error, NP_TOPIC_ERROR, NP_TOPIC_ERROR_NAME, "a topic needs a name");
      return NULL;
    }
  return g_steal_pointer (&clean);
}

/* Gives the topic to change, never an alias. */
static NpTopic *
lookup (NpTopicTree *tree, const char *key, GError **error)
{
  const NpTopic *topic = np_topic_tree_resolve (tree, key);

  if (topic == NULL)
    g_set_error (error, NP_TOPIC_ERROR, NP_TOPIC_ERROR_UNKNOWN, "there is no topic “%s”", key);
  return (NpTopic *) topic;
}

static int
next_position (NpTopicTree *tree, const char *parent)
{
  g_autoptr (GPtrArray) siblings = np_topic_tree_list_children (tree, parent);

  return siblings->len > 0 ? ((NpTopic *) siblings->pdata[siblings->len - 1])->position + 1 : 0;
}

static char *
new_key (NpTopicTree *tree, const char *name)
{
  g_autofree char *slug = np_text_slug (name, 80);

  if (np_topic_tree_get (tree, slug) == NULL)
    return g_steal_pointer (&slug);
  for (guint i = 2;; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s-%u", slug, i);

      if (np_topic_tree_get (tree, key) == NULL)
        return g_steal_pointer (&key);
    }
}

/**
 * np_topic_tree_add:
 * @tree: a tree under construction
 * @name: the name of the new topic
 * @parent: (nullable): key of the topic it goes into
 * @error: `NP_TOPIC_ERROR_NAME`, `NP_TOPIC_ERROR_EXISTS`, `NP_TOPIC_ERROR_UNKNOWN` (the parent)
 *
 * Returns: (transfer none) (nullable): the new topic, the last of its siblings
 */
const NpTopic *
np_topic_tree_add (NpTopicTree *tree, const char *name, const char *parent, GError **error)
{
  g_autofree char *clean = NULL, *key = NULL;
  const NpTopic *other, *inside = NULL;
  NpTopic *topic;

  g_return_val_if_fail (tree != NULL, NULL);

  clean = clean_name (name, error);
  if (clean == NULL || (parent != NULL && (inside = lookup (tree, parent, error)) == NULL))
    return NULL;
  other = np_topic_tree_find (tree, clean);
  if (other != NULL)
    {
      g_set_error (error, NP_TOPIC_ERROR, NP_TOPIC_ERROR_EXISTS, "there is a topic “%s” already", other->name);
      return NULL;
    }
  key = new_key (tree, clean);
  topic = np_topic_new (key, clean);
  topic->parent = g_strdup (inside != NULL ? inside->key : NULL);
  topic->position = next_position (tree, topic->parent);
  np_topic_tree_put (tree, topic);
  return topic;
}

/**
 * np_topic_tree_rename:
 * @tree: a tree under construction
 * @key: a key
 * @name: the new name; the key stays
 * @error: `NP_TOPIC_ERROR_NAME`, `NP_TOPIC_ERROR_EXISTS`, `NP_TOPIC_ERROR_UNKNOWN`
 *
 * Returns: whether it was done
 */
gboolean
np_topic_tree_rename (NpTopicTree *tree, const char *key, const char *name, GError **error)
{
  g_autofree char *clean = NULL;
  NpTopic *topic;
  const NpTopic *other;

  g_return_val_if_fail (tree != NULL && key != NULL, FALSE);

  topic = lookup (tree, key, error);
  clean = topic != NULL ? clean_name (name, error) : NULL;
  if (clean == NULL)
    return FALSE;
  other = np_topic_tree_find (tree, clean);
  if (other != NULL && other != topic)
    {
      g_set_error (error, NP_TOPIC_ERROR, NP_TOPIC_ERROR_EXISTS, "there is a topic “%s” already", other->name);
      return FALSE;
    }
  g_free (topic->name);
  topic->name = g_steal_pointer (&clean);
  return TRUE;
}

static void
renumber (NpTopicTree *tree, const char *parent, NpTopic *moved, int position)
{
  g_autoptr (GPtrArray) siblings = np_topic_tree_list_children (tree, parent);

  g_ptr_array_remove (siblings, moved);
  g_ptr_array_insert (siblings, position < 0 || position > (int) siblings->len ? (int) siblings->len : position, moved);
  for (guint i = 0; i < siblings->len; i++)
    ((NpTopic *) siblings->pdata[i])->position = (int) i;
}

/**
 * np_topic_tree_move:
 * @tree: a tree under construction
 * @key: a key
 * @parent: (nullable): key of the topic it goes into, `NULL` for the top level
 * @position: its place among its new siblings from 0, -1 for the last
 * @error: `NP_TOPIC_ERROR_UNKNOWN`, `NP_TOPIC_ERROR_CYCLE`
 *
 * Returns: whether it was done
 */
gboolean
np_topic_tree_move (NpTopicTree *tree, const char *key, const char *parent, int position, GError **error)
{
  NpTopic *topic, *inside = NULL;

  g_return_val_if_fail (tree != NULL && key != NULL, FALSE);

  topic = lookup (tree, key, error);
  if (topic == NULL || (parent != NULL && (inside = lookup (tree, parent, error)) == NULL))
    return FALSE;
  if (inside != NULL && (inside == topic || np_topic_tree_is_below (tree, inside->key, topic->key)))
    {
      g_set_error (error, NP_TOPIC_ERROR, NP_TOPIC_ERROR_CYCLE, "“%s” cannot be inside itself", topic->name);
      return FALSE;
    }
  g_free (topic->parent);
  topic->parent = g_strdup (inside != NULL ? inside->key : NULL);
  renumber (tree, topic->parent, topic, position);
  return TRUE;
}

/**
 * np_topic_tree_merge:
 * @tree: a tree under construction
 * @key: a key; becomes an alias of @into
 * @into: a key; gets what was inside @key and its relations
 * @error: `NP_TOPIC_ERROR_UNKNOWN`, `NP_TOPIC_ERROR_CYCLE` (@into is @key)
 *
 * Merges two topics by changing the tree alone: stories go on naming @key. A topic may be merged into one that is
 * inside it; that one then moves up to where @key was.
 *
 * Returns: whether it was done
 */
gboolean
np_topic_tree_merge (NpTopicTree *tree, const char *key, const char *into, GError **error)
{
  NpTopic *topic, *target;
  GHashTableIter iter;
  gpointer value, why;

  g_return_val_if_fail (tree != NULL && key != NULL && into != NULL, FALSE);

  topic = lookup (tree, key, error);
  target = topic != NULL ? lookup (tree, into, error) : NULL;
  if (target == NULL)
    return FALSE;
  if (topic == target)
    {
      g_set_error (error, NP_TOPIC_ERROR, NP_TOPIC_ERROR_CYCLE, "“%s” cannot be merged into itself", topic->name);
      return FALSE;
    }
  if (np_topic_tree_is_below (tree, target->key, topic->key))
    np_topic_tree_move (tree, target->key, topic->parent, topic->position, NULL);
  /* What somebody said to be two is one from now on. */
  np_topic_tree_set_other (tree, topic->key, target->key, FALSE, NULL);
  g_free (topic->merged_into);
  topic->merged_into = g_strdup (target->key);
  g_hash_table_iter_init (&iter, topic->related);
  while (g_hash_table_iter_next (&iter, &value, &why))
    if (!g_str_equal (value, target->key))
      np_topic_tree_relate (tree, target->key, value, why, NULL);
  /* What was a relation to @key, or to an alias of it, would now be one of the topic to itself. */
  g_hash_table_iter_init (&iter, target->related);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    if (np_topic_tree_resolve (tree, value) == target)
      g_hash_table_iter_remove (&iter);
  return TRUE;
}

/**
 * np_topic_tree_set_color:
 * @tree: a tree under construction
 * @key: a key
 * @color: (nullable): the name of a colour, see NpTopic
 * @error: `NP_TOPIC_ERROR_UNKNOWN`
 *
 * Returns: whether it was done
 */
gboolean
np_topic_tree_set_color (NpTopicTree *tree, const char *key, const char *color, GError **error)
{
  NpTopic *topic;

  g_return_val_if_fail (tree != NULL && key != NULL, FALSE);

  topic = lookup (tree, key, error);
  if (topic == NULL)
    return FALSE;
  g_free (topic->color);
  topic->color = g_strdup (color);
  return TRUE;
}

/**
 * np_topic_tree_set_hidden:
 * @tree: a tree under construction
 * @key: a key
 * @hidden: whether it is left out where topics are listed
 * @error: `NP_TOPIC_ERROR_UNKNOWN`
 *
 * Returns: whether it was done
 */
gboolean
np_topic_tree_set_hidden (NpTopicTree *tree, const char *key, gboolean hidden, GError **error)
{
  NpTopic *topic;

  g_return_val_if_fail (tree != NULL && key != NULL, FALSE);

  topic = lookup (tree, key, error);
  if (topic == NULL)
    return FALSE;
  topic->hidden = hidden;
  return TRUE;
}

/**
 * np_topic_tree_set_rule:
 * @tree: a tree under construction
 * @key: a key
 * @search: a search, as people type it
 * @on: whether stories that it finds get the topic when they are imported
 * @error: `NP_TOPIC_ERROR_UNKNOWN`, `NP_TOPIC_ERROR_NAME` (an empty search)
 *
 * Adds a rule to a topic, at the end, or takes it away.
 *
 * Returns: whether it was done
 */
gboolean
np_topic_tree_set_rule (NpTopicTree *tree, const char *key, const char *search, gboolean on, GError **error)
{
  g_autofree char *clean = NULL;
  NpTopic *topic;
  guint at;

  g_return_val_if_fail (tree != NULL && key != NULL, FALSE);

  topic = lookup (tree, key, error);
  clean = topic != NULL ? clean_name (search, error) : NULL;
  if (clean == NULL)
    return FALSE;
  if (g_ptr_array_find_with_equal_func (topic->rules, clean, g_str_equal, &at))
    {
      if (!on)
        g_ptr_array_remove_index (topic->rules, at);
    }
  else if (on)
    g_ptr_array_add (topic->rules, g_steal_pointer (&clean));
  return TRUE;
}
