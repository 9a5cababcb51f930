#include "topics/np-link-measure.h"

#include <math.h>

/**
 * np_link_measure:
 * @shared: how many stories two topics have in common
 * @a: how many the one has
 * @b: how many the other has
 * @all: how many there are
 *
 * Gives the normalised pointwise mutual information of two topics, and less of it where few stories speak for it.
 *
 * Returns: 0 when they meet no more often than by chance, near to 1 when one hardly comes without the other
 */
double
np_link_measure (guint shared, guint a, guint b, guint all)
{
  double together, chance, fewer = MIN (a, b);

  if (shared < NP_LINK_FLOOR || all == 0 || a == 0 || b == 0)
    return 0;
  together = (double) shared / all;
  chance = (double) a / all * ((double) b / all);
  if (together >= 1)
    return 0;
  return MAX (log (together / chance) / -log (together), 0) * shared / (shared + 1.0) * fewer / (fewer + 1.0);
}

/**
 * np_link_add_named:
 * @strength: of a link, 0–1
 * @named: how many headlines of the one topic name the other
 *
 * Headlines say as much as a weak link, and add to a strong one.
 *
 * Returns: the strength of both, 0–1
 */
double
np_link_add_named (double strength, guint named)
{
  return named < NP_LINK_FLOOR ? strength : 1 - (1 - strength) * (1 - MIN (0.3, 0.03 * named));
}

/**
 * np_link_table_add_mine:
 * @table: the counts
 * @key: the key of a topic
 * @others: gets the numbers of the topics that somebody related to it, with stories in common or without
 */
void
np_link_table_add_mine (const NpLinkTable *table, const char *key, GHashTable *others)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, np_topic_tree_get (table->tree, key)->related);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    {
      const NpTopic *topic = np_topic_tree_resolve (table->tree, other);
      gpointer number;

      if (topic != NULL && g_hash_table_lookup_extended (table->numbers, topic->key, NULL, &number))
        g_hash_table_add (others, number);
    }
}
