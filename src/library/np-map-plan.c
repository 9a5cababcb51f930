#include "library/np-map-plan.h"

#include <math.h>

/* More lines than this are a ball of wool. */
#define MAX_EDGES 5000

/* How big a circle is: that of a topic without stories, and how its radius grows with the root of them. */
#define SMALLEST 7.0f
#define GROWTH   2.6f
#define LARGEST  70.0f

/* How much a topic pulls what is inside it, as a line of that strength does. */
#define TIE 0.35f

typedef struct
{
  guint from, to;
  NpMapPlan *plan;
} Planning;

/* What is inside a topic keeps near to it. */
static GArray *
list_ties (const NpTopicTree *tree, GArray *nodes)
{
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (NpMapEdge));
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < nodes->len; i++)
    g_hash_table_insert (numbers, (char *) g_array_index (nodes, NpMapNode, i).key, GUINT_TO_POINTER (i));
  for (guint i = 0; i < nodes->len; i++)
    {
      const NpTopic *topic = np_topic_tree_resolve (tree, g_array_index (nodes, NpMapNode, i).key);
      const NpTopic *parent = np_topic_tree_resolve (tree, topic->parent);
      NpMapEdge tie = { i, 0, TIE, FALSE };
      gpointer number;

      if (parent == NULL || !g_hash_table_lookup_extended (numbers, parent->key, NULL, &number))
        continue;
      tie.b = GPOINTER_TO_UINT (number);
      if (tie.b != i)
        g_array_append_val (ties, tie);
    }
  return ties;
}

static void
plan_cb (NpTopicLinks *links, gpointer user_data)
{
  Planning *planning = user_data;
  g_autoptr (GArray) nodes = NULL, edges = NULL;
  NpMapPlan *plan = g_new0 (NpMapPlan, 1);

  np_topic_links_map (links, planning->from, planning->to, MAX_EDGES, &nodes, &edges);
  np_topic_links_get_months (links, &plan->first, &plan->last);
  plan->keys = g_new0 (char *, nodes->len + 1);
  plan->nodes = g_array_sized_new (FALSE, FALSE, sizeof (NpMapNode), nodes->len);
  plan->edges = g_array_sized_new (FALSE, FALSE, sizeof (NpMapEdge), edges->len);
  for (guint i = 0; i < nodes->len; i++)
    {
      const NpLinkNode *from = &g_array_index (nodes, NpLinkNode, i);
      NpMapNode node = { plan->keys[i] = g_strdup (from->key), from->stories, 0, 0,
                         MIN (SMALLEST + GROWTH * sqrtf ((float) from->stories), LARGEST) };

      g_array_append_val (plan->nodes, node);
    }
  for (guint i = 0; i < edges->len; i++)
    {
      const NpLinkEdge *from = &g_array_index (edges, NpLinkEdge, i);
      NpMapEdge edge = { from->a, from->b, (float) from->strength, from->mine };

      g_array_append_val (plan->edges, edge);
    }
  plan->ties = list_ties (np_topic_links_get_tree (links), plan->nodes);
  planning->plan = plan;
}

/**
 * np_map_plan_new:
 * @advisor: knows what topics have to do with each other
 * @from: the first month, 0 for all time
 * @to: the last month
 *
 * Blocking.
 *
 * Returns: (transfer full): what a map of that time shows
 */
NpMapPlan *
np_map_plan_new (NpAdvisor *advisor, guint from, guint to)
{
  Planning planning = { from, to, NULL };

  np_advisor_with_links (advisor, plan_cb, &planning);
  return planning.plan;
}

/**
 * np_map_plan_free:
 * @plan: (transfer full) (nullable): a plan
 */
void
np_map_plan_free (NpMapPlan *plan)
{
  if (plan == NULL)
    return;
  g_strfreev (plan->keys);
  g_array_unref (plan->nodes);
  g_array_unref (plan->edges);
  g_array_unref (plan->ties);
  g_free (plan);
}

/**
 * np_map_plan_lay_out:
 * @plan: a plan
 * @places: where circles were the last time
 *
 * Returns: (transfer full): its circles and lines, to be moved
 */
NpLayout *
np_map_plan_lay_out (const NpMapPlan *plan, NpMapPlaces *places)
{
  NpLayout *layout = np_layout_new (plan->nodes->len);

  for (guint i = 0; i < plan->nodes->len; i++)
    {
      float x, y;

      np_layout_get_node (layout, i)->radius = g_array_index (plan->nodes, NpMapNode, i).radius;
      if (np_map_places_find (places, plan->keys[i], &x, &y))
        np_layout_place (layout, i, x, y);
    }
  for (guint i = 0; i < plan->edges->len; i++)
    {
      const NpMapEdge *edge = &g_array_index (plan->edges, NpMapEdge, i);

      np_layout_add_edge (layout, edge->a, edge->b, edge->strength);
    }
  for (guint i = 0; i < plan->ties->len; i++)
    {
      const NpMapEdge *tie = &g_array_index (plan->ties, NpMapEdge, i);

      np_layout_add_edge (layout, tie->a, tie->b, tie->strength);
    }
  np_layout_scatter (layout);
  return layout;
}
