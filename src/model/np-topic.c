#include "model/np-topic.h"

#include "base/np-text.h"

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
  topic->apart = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  topic->other = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  topic->rules = g_ptr_array_new_with_free_func (g_free);
  return topic;
}

static void
copy_set (GHashTable *from, GHashTable *to)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (to, g_strdup (key));
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
  copy->hidden = topic->hidden;
  copy_set (topic->apart, copy->apart);
  copy_set (topic->other, copy->other);
  for (guint i = 0; i < topic->rules->len; i++)
    g_ptr_array_add (copy->rules, g_strdup (topic->rules->pdata[i]));
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
  g_hash_table_unref (topic->apart);
  g_hash_table_unref (topic->other);
  g_ptr_array_unref (topic->rules);
  g_free (topic);
}

/* Of tables whose values are strings, or NULL throughout. */
static gboolean
tables_equal (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key, value, other;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_lookup_extended (b, key, NULL, &other) || (value != key && g_strcmp0 (value, other) != 0))
      return FALSE;
  return TRUE;
}

static gboolean
rules_equal (GPtrArray *a, GPtrArray *b)
{
  gboolean equal = a->len == b->len;

  for (guint i = 0; equal && i < a->len; i++)
    equal = g_str_equal (a->pdata[i], b->pdata[i]);
  return equal;
}

/**
 * np_topic_equal:
 * @a: (nullable): a topic
 * @b: (nullable): another
 *
 * Returns: whether both are there and all that is known of them is the same
 */
gboolean
np_topic_equal (const NpTopic *a, const NpTopic *b)
{
  return a != NULL && b != NULL && g_strcmp0 (a->key, b->key) == 0 && g_strcmp0 (a->name, b->name) == 0
         && g_strcmp0 (a->parent, b->parent) == 0 && a->position == b->position && g_strcmp0 (a->color, b->color) == 0
         && g_strcmp0 (a->merged_into, b->merged_into) == 0 && a->hidden == b->hidden
         && g_strcmp0 (a->unknown, b->unknown) == 0 && tables_equal (a->related, b->related)
         && tables_equal (a->apart, b->apart) && tables_equal (a->other, b->other) && rules_equal (a->rules, b->rules);
}

/**
 * np_topic_names_equal:
 * @a: a name
 * @b: another
 *
 * Returns: whether they are one name, case and accents aside
 */
gboolean
np_topic_names_equal (const char *a, const char *b)
{
  g_autofree char *first = np_text_fold (a), *second = np_text_fold (b);

  return g_str_equal (first, second);
}
