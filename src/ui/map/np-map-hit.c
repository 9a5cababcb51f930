#include "ui/map/np-map-hit.h"

#include <math.h>

/**
 * np_map_hit_node:
 * @map: a map
 * @x: a place on it
 * @y: the same
 * @slack: how far beside a circle still counts
 * @without: the number of a circle that does not count, `G_MAXUINT` for none
 *
 * Returns: the number of the circle there, the nearest when there are several, `G_MAXUINT` for none
 */
guint
np_map_hit_node (NpTopicMap *map, double x, double y, double slack, guint without)
{
  guint n, found = G_MAXUINT;
  const NpMapNode *nodes = np_topic_map_get_nodes (map, &n);
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      double away = hypot (nodes[i].x - x, nodes[i].y - y);

      if (i == without || away > nodes[i].radius + slack || away >= nearest)
        continue;
      nearest = away;
      found = i;
    }
  return found;
}

static double
find_distance (const NpMapNode *a, const NpMapNode *b, double x, double y)
{
  double dx = b->x - a->x, dy = b->y - a->y, square = dx * dx + dy * dy;
  double along = square > 0 ? CLAMP (((x - a->x) * dx + (y - a->y) * dy) / square, 0, 1) : 0;

  return hypot (a->x + along * dx - x, a->y + along * dy - y);
}

/**
 * np_map_hit_edge:
 * @map: a map
 * @x: a place on it
 * @y: the same
 * @slack: how far beside a line still counts
 *
 * Returns: the number of the line there, the nearest when there are several, -1 for none
 */
int
np_map_hit_edge (NpTopicMap *map, double x, double y, double slack)
{
  guint n_nodes, n;
  const NpMapNode *nodes = np_topic_map_get_nodes (map, &n_nodes);
  const NpMapEdge *edges = np_topic_map_get_edges (map, &n);
  double nearest = slack;
  int found = -1;

  for (guint i = 0; i < n; i++)
    {
      double away = find_distance (&nodes[edges[i].a], &nodes[edges[i].b], x, y);

      if (away >= nearest)
        continue;
      nearest = away;
      found = (int) i;
    }
  return found;
}

/**
 * np_map_hit_next:
 * @map: a map
 * @from: the number of a circle, `G_MAXUINT` for none
 * @dx: which way to look: -1, 0 or 1
 * @dy: the same
 *
 * Returns: the number of the nearest circle that way; the largest of all when @from is none
 */
guint
np_map_hit_next (NpTopicMap *map, guint from, double dx, double dy)
{
  guint n, found = from;
  const NpMapNode *nodes = np_topic_map_get_nodes (map, &n);
  double best = G_MAXDOUBLE;

  if (from >= n)
    {
      for (guint i = 0; i < n; i++)
        if (found >= n || nodes[i].stories > nodes[found].stories)
          found = i;
      return found;
    }
  for (guint i = 0; i < n; i++)
    {
      double x = nodes[i].x - nodes[from].x, y = nodes[i].y - nodes[from].y;
      double ahead = x * dx + y * dy, aside = fabs (x * dy - y * dx);

      /* A circle straight ahead is nearer than one that lies aside. */
      if (i == from || ahead <= 0 || ahead + 2 * aside >= best)
        continue;
      best = ahead + 2 * aside;
      found = i;
    }
  return found;
}
