/* What can be said of two topics of a tree that nobody else holds yet: that they are related, or not, the same, or not.
 */
#include "model/np-topic-tree.h"

/* Gives the two topics, never aliases; @first is NULL when they are one, or one is not there. */
static gboolean
lookup_two (NpTopicTree *tree, const char *a, const char *b, NpTopic **first, NpTopic **second, GError **error)
{
  *first = (NpTopic *) np_topic_tree_resolve (tree, a);
  *second = (NpTopic *) np_topic_tree_resolve (tree, b);
  if (*first == NULL || *second == NULL)
    g_set_error (error, NP_TOPIC_ERROR, NP_TOPIC_ERROR_UNKNOWN, "there is no topic “%s”", *first == NULL ? a : b);
  else if (*first == *second)
    g_set_error (error, NP_TOPIC_ERROR, NP_TOPIC_ERROR_CYCLE, "“%s” cannot be related to itself", (*first)->name);
  else
    return TRUE;
  return FALSE;
}

/* Takes out of @table all that stands for @topic, aliases of it among them. */
static void
forget (const NpTopicTree *tree, GHashTable *table, const NpTopic *topic)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (np_topic_tree_resolve (tree, key) == topic)
      g_hash_table_iter_remove (&iter);
}

/**
 * np_topic_tree_relate:
 * @tree: a tree under construction
 * @a: a key
 * @b: another
 * @why: (nullable): the reason, "mine" for a relation made by hand; `NULL` takes the relation away
 * @error: `NP_TOPIC_ERROR_UNKNOWN`, `NP_TOPIC_ERROR_CYCLE` (both are one)
 *
 * Relates two topics, in both directions. What was said against it is forgotten.
 *
 * Returns: whether it was done
 */
gboolean
np_topic_tree_relate (NpTopicTree *tree, const char *a, const char *b, const char *why, GError **error)
{
  NpTopic *first, *second;

  g_return_val_if_fail (tree != NULL && a != NULL && b != NULL, FALSE);

  if (!lookup_two (tree, a, b, &first, &second, error))
    return FALSE;
  forget (tree, first->related, second);
  forget (tree, second->related, first);
  if (why == NULL)
    return TRUE;
  forget (tree, first->apart, second);
  forget (tree, second->apart, first);
  g_hash_table_insert (first->related, g_strdup (second->key), g_strdup (why));
  g_hash_table_insert (second->related, g_strdup (first->key), g_strdup (why));
  return TRUE;
}

/**
 * np_topic_tree_dismiss:
 * @tree: a tree under construction
 * @a: a key
 * @b: another
 * @error: `NP_TOPIC_ERROR_UNKNOWN`, `NP_TOPIC_ERROR_CYCLE` (both are one)
 *
 * Takes the relation of two topics away, and keeps it from being found again. np_topic_tree_relate() forgets this.
 *
 * Returns: whether it was done
 */
gboolean
np_topic_tree_dismiss (NpTopicTree *tree, const char *a, const char *b, GError **error)
{
  NpTopic *first, *second;

  g_return_val_if_fail (tree != NULL && a != NULL && b != NULL, FALSE);

  if (!lookup_two (tree, a, b, &first, &second, error))
    return FALSE;
  forget (tree, first->related, second);
  forget (tree, second->related, first);
  g_hash_table_add (first->apart, g_strdup (second->key));
  g_hash_table_add (second->apart, g_strdup (first->key));
  return TRUE;
}

/**
 * np_topic_tree_set_other:
 * @tree: a tree under construction
 * @a: a key
 * @b: another
 * @other: whether the two are not the same, however alike their names are
 * @error: `NP_TOPIC_ERROR_UNKNOWN`, `NP_TOPIC_ERROR_CYCLE` (both are one)
 *
 * Returns: whether it was done
 */
gboolean
np_topic_tree_set_other (NpTopicTree *tree, const char *a, const char *b, gboolean other, GError **error)
{
  NpTopic *first, *second;

  g_return_val_if_fail (tree != NULL && a != NULL && b != NULL, FALSE);

  if (!lookup_two (tree, a, b, &first, &second, error))
    return FALSE;
  forget (tree, first->other, second);
  forget (tree, second->other, first);
  if (other)
    {
      g_hash_table_add (first->other, g_strdup (second->key));
      g_hash_table_add (second->other, g_strdup (first->key));
    }
  return TRUE;
}

static gboolean
stands_for (const NpTopicTree *tree, GHashTable *table, const NpTopic *topic)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (np_topic_tree_resolve (tree, key) == topic)
      return TRUE;
  return FALSE;
}

/**
 * np_topic_tree_find_relation:
 * @tree: a tree
 * @a: a key
 * @b: another
 *
 * Returns: what was said of the two
 */
NpTopicRelation
np_topic_tree_find_relation (const NpTopicTree *tree, const char *a, const char *b)
{
  const NpTopic *first, *second;

  g_return_val_if_fail (tree != NULL, NP_TOPIC_UNRELATED);

  first = np_topic_tree_resolve (tree, a);
  second = np_topic_tree_resolve (tree, b);
  if (first == NULL || second == NULL || first == second)
    return NP_TOPIC_UNRELATED;
  if (stands_for (tree, first->related, second) || stands_for (tree, second->related, first))
    return NP_TOPIC_RELATED;
  return stands_for (tree, first->apart, second) || stands_for (tree, second->apart, first) ? NP_TOPIC_DISMISSED
                                                                                            : NP_TOPIC_UNRELATED;
}

/**
 * np_topic_tree_is_other:
 * @tree: a tree
 * @a: a key
 * @b: another
 *
 * Returns: whether somebody said that the two are not the same
 */
gboolean
np_topic_tree_is_other (const NpTopicTree *tree, const char *a, const char *b)
{
  const NpTopic *first, *second;

  g_return_val_if_fail (tree != NULL, FALSE);

  first = np_topic_tree_resolve (tree, a);
  second = np_topic_tree_resolve (tree, b);
  return first != NULL && second != NULL && first != second
         && (stands_for (tree, first->other, second) || stands_for (tree, second->other, first));
}

/**
 * np_topic_tree_find_alias:
 * @tree: a tree
 * @name_or_key: (nullable): what somebody typed
 *
 * Returns: (transfer none) (nullable): the alias of that key or name; its own name is what the topic was called
 */
const NpTopic *
np_topic_tree_find_alias (const NpTopicTree *tree, const char *name_or_key)
{
  const NpTopic *topic;
  g_autoptr (GPtrArray) keys = NULL;

  g_return_val_if_fail (tree != NULL, NULL);

  topic = np_topic_tree_get (tree, name_or_key);
  if (topic != NULL)
    return topic->merged_into != NULL ? topic : NULL;
  topic = np_topic_tree_find (tree, name_or_key);
  keys = np_topic_tree_list_aliases (tree, topic != NULL ? topic->key : NULL);
  for (guint i = 0; i < keys->len; i++)
    if (np_topic_names_equal (((const NpTopic *) keys->pdata[i])->name, name_or_key))
      return keys->pdata[i];
  return NULL;
}

/**
 * np_topic_tree_list_aliases:
 * @tree: a tree
 * @key: (nullable): a key
 *
 * Returns: (transfer container) (element-type NpTopic): what was merged into the topic, in the order of the keys
 */
GPtrArray *
np_topic_tree_list_aliases (const NpTopicTree *tree, const char *key)
{
  GPtrArray *aliases = g_ptr_array_new ();
  g_autoptr (GPtrArray) keys = NULL;
  const NpTopic *topic;

  g_return_val_if_fail (tree != NULL, aliases);

  topic = np_topic_tree_resolve (tree, key);
  if (topic == NULL)
    return aliases;
  keys = np_topic_tree_list_keys (tree);
  for (guint i = 0; i < keys->len; i++)
    {
      const NpTopic *other = np_topic_tree_get (tree, keys->pdata[i]);

      if (other != topic && np_topic_tree_resolve (tree, other->key) == topic)
        g_ptr_array_add (aliases, (gpointer) other);
    }
  return aliases;
}

/**
 * np_topic_tree_unmerge:
 * @tree: a tree under construction
 * @alias: the key of an alias
 * @error: `NP_TOPIC_ERROR_UNKNOWN` (no alias of that key), `NP_TOPIC_ERROR_EXISTS` (a topic has its name by now)
 *
 * Makes a topic of an alias again, where it was, with what was inside it and has not been moved since. Stories that
 * name its key have it again.
 *
 * Returns: whether it was done
 */
gboolean
np_topic_tree_unmerge (NpTopicTree *tree, const char *alias, GError **error)
{
  NpTopic *topic;
  const NpTopic *other;
  g_autofree char *into = NULL;

  g_return_val_if_fail (tree != NULL && alias != NULL, FALSE);

  topic = (NpTopic *) np_topic_tree_get (tree, alias);
  if (topic == NULL || topic->merged_into == NULL)
    {
      g_set_error (error, NP_TOPIC_ERROR, NP_TOPIC_ERROR_UNKNOWN, "no topic was merged as “%s”", alias);
      return FALSE;
    }
  other = np_topic_tree_find (tree, topic->name);
  if (other != NULL && np_topic_names_equal (other->name, topic->name))
    {
      g_set_error (error, NP_TOPIC_ERROR, NP_TOPIC_ERROR_EXISTS, "there is a topic “%s” already", other->name);
      return FALSE;
    }
  into = g_steal_pointer (&topic->merged_into);
  /* Meanwhile the topic that it was in may have come into what is inside it. */
  if (np_topic_tree_is_below (tree, topic->key, topic->key))
    g_clear_pointer (&topic->parent, g_free);
  return np_topic_tree_set_other (tree, topic->key, into, TRUE, error);
}
