#include "model/np-topic.h"

/**
 * np_topic_new:
 * @key: its stable key
 * @name: its name
 *
 * Returns: (transfer full): a topic at the top level, without colour and relations
 */
NpTopic *
np_topic_new (const char *key, const char *name)
{
  NpTopic *topic;

  g_return_val_if_fail (key != NULL && name != NULL, NULL);

  topic = g_new0 (NpTopic, 1);
  topic->key = g_strdup (key);
  topic->name = g_strdup (name);
  topic->related = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return topic;
}

/**
 * np_topic_copy:
 * @topic: a topic
 *
 * Returns: (transfer full): a deep copy
 */
NpTopic *
np_topic_copy (const NpTopic *topic)
{
  NpTopic *copy;
  GHashTableIter iter;
  gpointer key, why;

  g_return_val_if_fail (topic != NULL, NULL);

  copy = np_topic_new (topic->key, topic->name);
  copy->parent = g_strdup (topic->parent);
  copy->position = topic->position;
  copy->color = g_strdup (topic->color);
  copy->merged_into = g_strdup (topic->merged_into);
  copy->unknown = g_strdup (topic->unknown);
  g_hash_table_iter_init (&iter, topic->related);
  while (g_hash_table_iter_next (&iter, &key, &why))
    g_hash_table_insert (copy->related, g_strdup (key), g_strdup (why));
  return copy;
}

/**
 * np_topic_free:
 * @topic: (transfer full) (nullable): a topic
 */
void
np_topic_free (NpTopic *topic)
{
  if (topic == NULL)
    return;
  g_free (topic->key);
  g_free (topic->name);
  g_free (topic->parent);
  g_free (topic->color);
  g_free (topic->merged_into);
  g_free (topic->unknown);
  g_hash_table_unref (topic->related);
  g_free (topic);
}
