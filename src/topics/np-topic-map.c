/* What a map of the topics shows; the rest of NpTopicLinks is in np-topic-links.c. */
#include "topics/np-link-measure.h"
#include "topics/np-topic-links.h"

static guint
count_between (GArray *months, guint from, guint to)
{
  guint n = 0;

  for (guint i = 0; months != NULL && i < months->len; i++)
    {
      const NpLinkMonth *month = &g_array_index (months, NpLinkMonth, i);

      n += month->month >= from && month->month <= to ? month->stories : 0;
    }
  return n;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const NpLinkEdge *first = a, *second = b;

  if (first->mine != second->mine)
    return first->mine ? -1 : 1;
  return first->strength > second->strength ? -1 : first->strength < second->strength;
}

static GArray *
list_edges (const NpLinkTable *table, GArray *nodes, GArray *places, gboolean all_time, guint from, guint to, guint all)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (NpLinkEdge));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, table->pairs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const NpLinkPair *pair = value;
      guint one = (guint) (pair->key >> 32), two = (guint) pair->key;
      guint a = g_array_index (places, guint, one), b = g_array_index (places, guint, two);
      guint shared = all_time ? pair->shared : count_between (pair->months, from, to);
      NpLinkEdge edge = { a, b, 0, FALSE };
      NpTopicRelation said;

      if (a == G_MAXUINT || b == G_MAXUINT)
        continue;
      edge.strength = np_link_add_named (np_link_measure (shared, g_array_index (nodes, NpLinkNode, a).stories,
                                                          g_array_index (nodes, NpLinkNode, b).stories, all),
                                         all_time ? pair->named : 0);
      if (edge.strength < NP_LINK_MIN_STRENGTH)
        continue;
      said = np_topic_tree_find_relation (table->tree, np_link_table_get (table, one)->key,
                                          np_link_table_get (table, two)->key);
      if (said == NP_TOPIC_UNRELATED)
        g_array_append_val (edges, edge);
    }
  return edges;
}

static void
add_my_edges (const NpLinkTable *table, GArray *places, GArray *edges)
{
  for (guint i = 0; i < table->topics->len; i++)
    {
      g_autoptr (GHashTable) others = g_hash_table_new (NULL, NULL);
      GHashTableIter iter;
      gpointer other;

      np_link_table_add_mine (table, np_link_table_get (table, i)->key, others);
      g_hash_table_iter_init (&iter, others);
      while (g_hash_table_iter_next (&iter, &other, NULL))
        {
          guint a = g_array_index (places, guint, i), b = g_array_index (places, guint, GPOINTER_TO_UINT (other));
          const NpLinkPair *pair = np_link_table_find (table, i, GPOINTER_TO_UINT (other));
          NpLinkEdge edge = { a, b, 0.3, TRUE };

          if (a == G_MAXUINT || b == G_MAXUINT || GPOINTER_TO_UINT (other) <= i)
            continue;
          if (pair != NULL)
            edge.strength = MAX (0.3, np_link_measure (pair->shared, np_link_table_get (table, i)->stories,
                                                       np_link_table_get (table, GPOINTER_TO_UINT (other))->stories,
                                                       table->n_stories));
          g_array_append_val (edges, edge);
        }
    }
}

/**
 * np_topic_links_map:
 * @self: links
 * @from: the first month, 0 for all time
 * @to: the last month
 * @limit: the most lines; the strongest stay
 * @nodes: (out) (transfer full) (element-type NpLinkNode): the topics that have stories then
 * @edges: (out) (transfer full) (element-type NpLinkEdge): what they have to do with each other, strongest first
 *
 * Gives all that a map of the topics shows. Hidden topics are not on it.
 */
void
np_topic_links_map (NpTopicLinks *self, guint from, guint to, guint limit, GArray **nodes, GArray **edges)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  const NpLinkTable *table;

  g_return_if_fail (self != NULL && nodes != NULL && edges != NULL);

  table = np_topic_links_get_table (self);
  *nodes = g_array_new (FALSE, FALSE, sizeof (NpLinkNode));
  for (guint i = 0; i < table->topics->len; i++)
    {
      const NpLinkTopic *topic = np_link_table_get (table, i);
      NpLinkNode node = { topic->key, from == 0 ? topic->stories : count_between (topic->months, from, to) };
      guint place = (*nodes)->len;

      if (np_topic_tree_get (table->tree, topic->key)->hidden || (node.stories == 0 && from != 0))
        place = G_MAXUINT;
      else
        g_array_append_val (*nodes, node);
      g_array_append_val (places, place);
    }
  *edges = list_edges (table, *nodes, places, from == 0, from, to,
                       from == 0 ? table->n_stories : count_between (table->months, from, to));
  add_my_edges (table, places, *edges);
  g_array_sort (*edges, compare_edges);
  if ((*edges)->len > limit)
    g_array_set_size (*edges, limit);
}

/**
 * np_topic_links_get_months:
 * @self: links
 * @first: (out): the month of the oldest story that has a topic, 0 when there is none
 * @last: (out): that of the newest
 */
void
np_topic_links_get_months (NpTopicLinks *self, guint *first, guint *last)
{
  g_return_if_fail (self != NULL && first != NULL && last != NULL);

  *first = *last = 0;
  for (guint i = 0; i < np_topic_links_get_table (self)->topics->len; i++)
    {
      GArray *months = np_link_table_get (np_topic_links_get_table (self), i)->months;

      for (guint j = 0; j < months->len; j++)
        {
          const NpLinkMonth *month = &g_array_index (months, NpLinkMonth, j);

          if (month->stories == 0)
            continue;
          *first = *first == 0 ? month->month : MIN (*first, month->month);
          *last = MAX (*last, month->month);
        }
    }
}
