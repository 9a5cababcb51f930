#include "topics/np-link-table.h"

#include "topics/np-suggest-words.h"

#include <string.h>

/* Words of headlines that are shorter say nothing, in bytes. */
#define MIN_WORD 4

static void
topic_free (gpointer data)
{
  NpLinkTopic *topic = data;

  g_free (topic->key);
  g_array_unref (topic->months);
  g_array_unref (topic->others);
  g_array_unref (topic->above);
  g_hash_table_unref (topic->words);
  g_free (topic);
}

static void
pair_free (gpointer data)
{
  NpLinkPair *pair = data;

  g_clear_pointer (&pair->months, g_array_unref);
  g_free (pair);
}

static guint
hash_pair (gconstpointer key)
{
  return (guint) ((*(const guint64 *) key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32);
}

static void
add_topics (NpLinkTable *self)
{
  g_autoptr (GPtrArray) all = np_topic_tree_list_all (self->tree);

  for (guint i = 0; i < all->len; i++)
    {
      NpLinkTopic *topic = g_new0 (NpLinkTopic, 1);

      topic->key = g_strdup (((const NpTopic *) all->pdata[i])->key);
      topic->months = g_array_new (FALSE, FALSE, sizeof (NpLinkMonth));
      topic->others = g_array_new (FALSE, FALSE, sizeof (guint));
      topic->above = g_array_new (FALSE, FALSE, sizeof (guint));
      topic->words = g_hash_table_new (NULL, NULL);
      g_ptr_array_add (self->topics, topic);
      g_hash_table_insert (self->numbers, topic->key, GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < all->len; i++)
    {
      const NpTopic *topic = all->pdata[i], *parent = np_topic_tree_resolve (self->tree, topic->parent);
      NpLinkTopic *link = self->topics->pdata[i];

      /* As many steps as there are topics end a circle. */
      for (guint step = 0; parent != NULL && parent != topic && step < all->len; step++)
        {
          guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, parent->key));

          g_array_append_val (link->above, number);
          parent = np_topic_tree_resolve (self->tree, parent->parent);
        }
    }
}

/**
 * np_link_table_new:
 * @tree: the topics
 *
 * Returns: (transfer full): counts of no stories
 */
NpLinkTable *
np_link_table_new (NpTopicTree *tree)
{
  NpLinkTable *self = g_new0 (NpLinkTable, 1);
  guint none = 0;

  self->tree = np_topic_tree_ref (tree);
  self->finder = np_name_finder_new (tree);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->topics = g_ptr_array_new_with_free_func (topic_free);
  self->pairs = g_hash_table_new_full (hash_pair, g_int64_equal, NULL, pair_free);
  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  self->spelled = g_ptr_array_new_with_free_func (g_free);
  self->spread = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->spelled, g_strdup (""));
  g_array_append_val (self->spread, none);
  add_topics (self);
  return self;
}

/**
 * np_link_table_free:
 * @self: (transfer full) (nullable): the counts
 */
void
np_link_table_free (NpLinkTable *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->pairs);
  g_ptr_array_unref (self->topics);
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->spelled);
  g_array_unref (self->spread);
  g_clear_pointer (&self->months, g_array_unref);
  np_name_finder_unref (self->finder);
  np_topic_tree_unref (self->tree);
  g_free (self);
}

/**
 * np_link_table_get:
 * @self: the counts
 * @number: the number of a topic
 *
 * Returns: (transfer none): the topic
 */
const NpLinkTopic *
np_link_table_get (const NpLinkTable *self, guint number)
{
  return self->topics->pdata[number];
}

/**
 * np_link_table_find:
 * @self: the counts
 * @a: the number of a topic
 * @b: that of another
 *
 * Returns: (transfer none) (nullable): what the two have in common
 */
NpLinkPair *
np_link_table_find (const NpLinkTable *self, guint a, guint b)
{
  guint64 key = (guint64) MIN (a, b) << 32 | MAX (a, b);

  return g_hash_table_lookup (self->pairs, &key);
}

static gboolean
contains (GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

static void
add_once (GArray *numbers, guint number)
{
  if (!contains (numbers, number))
    g_array_append_val (numbers, number);
}

/**
 * np_link_table_is_inside:
 * @self: the counts
 * @a: the number of a topic
 * @b: that of another
 *
 * Returns: whether one of them is inside the other, so that what they have in common says nothing
 */
gboolean
np_link_table_is_inside (const NpLinkTable *self, guint a, guint b)
{
  return contains (np_link_table_get (self, a)->above, b) || contains (np_link_table_get (self, b)->above, a);
}

/**
 * np_link_table_list_topics:
 * @self: the counts
 * @keys: (array zero-terminated=1): the keys that a story names
 *
 * Returns: (transfer full) (element-type guint): the numbers of its topics and of those that they are inside of
 */
GArray *
np_link_table_list_topics (const NpLinkTable *self, const char *const *keys)
{
  GArray *topics = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      const NpTopic *topic = np_topic_tree_resolve (self->tree, keys[i]);
      guint number = topic != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, topic->key)) : 0;
      GArray *above;

      if (topic == NULL)
        continue;
      add_once (topics, number);
      above = np_link_table_get (self, number)->above;
      for (guint j = 0; j < above->len; j++)
        add_once (topics, g_array_index (above, guint, j));
    }
  return topics;
}

/**
 * np_link_table_list_named:
 * @self: the counts
 * @tokens: (element-type NpSuggestToken): the words of a headline
 *
 * Returns: (transfer full) (element-type guint): the numbers of the topics that it names
 */
GArray *
np_link_table_list_named (const NpLinkTable *self, GArray *tokens)
{
  g_autoptr (GArray) mentions = np_name_finder_find (self->finder, tokens);
  GArray *named = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < mentions->len; i++)
    {
      const char *key = g_array_index (mentions, NpNameMention, i).key;
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));

      g_array_append_val (named, number);
    }
  return named;
}

/**
 * np_link_table_list_words:
 * @self: the counts
 * @tokens: (element-type NpSuggestToken): the words of a headline
 *
 * Returns: (transfer full) (element-type guint): the numbers of those that say something, each once
 */
GArray *
np_link_table_list_words (NpLinkTable *self, GArray *tokens)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < tokens->len; i++)
    {
      const char *word = g_array_index (tokens, NpSuggestToken, i).folded;
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word)), none = 0;

      if (number == 0 && strlen (word) >= MIN_WORD && !g_ascii_isdigit (*word) && !np_suggest_is_function_word (word))
        {
          number = self->spelled->len;
          g_ptr_array_add (self->spelled, g_strdup (word));
          g_array_append_val (self->spread, none);
          g_hash_table_insert (self->words, self->spelled->pdata[number], GUINT_TO_POINTER (number));
        }
      if (number != 0)
        add_once (words, number);
    }
  return words;
}

static void
count_month (GArray **months, guint month, int by)
{
  NpLinkMonth fresh = { (guint16) month, 1 };

  if (month == 0 || month > G_MAXUINT16)
    return;
  if (*months == NULL)
    *months = g_array_sized_new (FALSE, FALSE, sizeof (NpLinkMonth), 1);
  for (guint i = (*months)->len; i-- > 0;)
    {
      NpLinkMonth *old = &g_array_index (*months, NpLinkMonth, i);

      if (old->month != month)
        continue;
      if (by > 0 ? old->stories < G_MAXUINT16 : old->stories > 0)
        old->stories = (guint16) (old->stories + by);
      return;
    }
  if (by > 0)
    g_array_append_val (*months, fresh);
}

static NpLinkPair *
get_pair (NpLinkTable *self, guint a, guint b)
{
  NpLinkPair *pair = np_link_table_find (self, a, b);

  if (pair != NULL)
    return pair;
  pair = g_new0 (NpLinkPair, 1);
  pair->key = (guint64) MIN (a, b) << 32 | MAX (a, b);
  g_hash_table_insert (self->pairs, &pair->key, pair);
  g_array_append_val (((NpLinkTopic *) self->topics->pdata[a])->others, b);
  g_array_append_val (((NpLinkTopic *) self->topics->pdata[b])->others, a);
  return pair;
}

static void
count_words (NpLinkTable *self, NpLinkTopic *topic, GArray *words, int by)
{
  for (guint i = 0; i < words->len; i++)
    {
      gpointer word = GUINT_TO_POINTER (g_array_index (words, guint, i));
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (topic->words, word)) + (guint) by;

      if (n == 0)
        g_hash_table_remove (topic->words, word);
      else
        g_hash_table_insert (topic->words, word, GUINT_TO_POINTER (n));
    }
}

static void
count_pairs (NpLinkTable *self, guint month, GArray *topics, guint i, int by)
{
  guint one = g_array_index (topics, guint, i);

  for (guint j = i + 1; j < topics->len; j++)
    {
      guint other = g_array_index (topics, guint, j);
      NpLinkPair *pair;

      if (np_link_table_is_inside (self, one, other))
        continue;
      pair = get_pair (self, one, other);
      pair->shared += (guint) by;
      count_month (&pair->months, month, by);
    }
}

static void
count_named (NpLinkTable *self, GArray *topics, GArray *named, int by)
{
  for (guint i = 0; i < named->len; i++)
    {
      guint number = g_array_index (named, guint, i);
      NpLinkTopic *topic = self->topics->pdata[number];

      topic->named += (guint) by;
      if (contains (topics, number))
        topic->taken += (guint) by;
      for (guint j = 0; j < topics->len; j++)
        {
          guint other = g_array_index (topics, guint, j);

          if (other != number && !np_link_table_is_inside (self, number, other))
            get_pair (self, number, other)->named += (guint) by;
        }
    }
}

/**
 * np_link_table_count:
 * @self: the counts
 * @month: when the story was published, 0 when that is not known
 * @topics: (element-type guint): its topics
 * @named: (element-type guint): the topics that its headline names
 * @words: (element-type guint): the words of its headline
 * @on: whether it counts from now on; else it did until now
 */
void
np_link_table_count (NpLinkTable *self, guint month, GArray *topics, GArray *named, GArray *words, gboolean on)
{
  int by = on ? 1 : -1;

  self->n_stories += (guint) by;
  count_month (&self->months, month, by);
  for (guint i = 0; i < words->len; i++)
    g_array_index (self->spread, guint, g_array_index (words, guint, i)) += (guint) by;
  for (guint i = 0; i < topics->len; i++)
    {
      NpLinkTopic *topic = self->topics->pdata[g_array_index (topics, guint, i)];

      topic->stories += (guint) by;
      count_month (&topic->months, month, by);
      count_words (self, topic, words, by);
      count_pairs (self, month, topics, i, by);
    }
  count_named (self, topics, named, by);
}
