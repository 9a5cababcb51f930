#include "ui/map/np-map-draw.h"

#include "ui/topics/np-topic-color.h"

#include <math.h>

/* While circles move only the strongest lines are drawn: the others are no help then, and cost most of a frame. */
#define LINES_MOVING 1200

/* The most names that are drawn at once. */
#define MAX_NAMES 140

struct _NpMapDraw
{
  GtkWidget *widget; /* not owned: it owns this */
  NpTopicMap *map;
  NpTopicTree *tree;
  GHashTable *names; /* char* key → PangoLayout */
};

/**
 * np_map_draw_new:
 * @widget: what is drawn; it has to outlive this
 * @map: the map
 *
 * Returns: (transfer full): draws the map
 */
NpMapDraw *
np_map_draw_new (GtkWidget *widget, NpTopicMap *map)
{
  NpMapDraw *self = g_new0 (NpMapDraw, 1);

  self->widget = widget;
  self->map = g_object_ref (map);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

/**
 * np_map_draw_free:
 * @self: (transfer full) (nullable): what draws
 */
void
np_map_draw_free (NpMapDraw *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->map);
  g_clear_pointer (&self->tree, np_topic_tree_unref);
  g_hash_table_unref (self->names);
  g_free (self);
}

/**
 * np_map_draw_set_topics:
 * @self: what draws
 * @tree: the topics as they are called now
 */
void
np_map_draw_set_topics (NpMapDraw *self, NpTopicTree *tree)
{
  np_topic_tree_ref (tree);
  g_clear_pointer (&self->tree, np_topic_tree_unref);
  self->tree = tree;
  g_hash_table_remove_all (self->names);
}

typedef struct
{
  NpMapDraw *self;
  const NpMapSight *sight;
  const NpMapMarks *marks;
  const NpMapNode *nodes;
  guint n_nodes;
  GdkRGBA ink, accent;
  double width, height;
} Picture;

static gboolean
is_in_sight (const Picture *p, double x, double y, double radius)
{
  return x + radius > 0 && y + radius > 0 && x - radius < p->width && y - radius < p->height;
}

static void
set_color (cairo_t *cr, const GdkRGBA *color, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, alpha);
}

static void
draw_edge (const Picture *p, cairo_t *cr, const NpMapEdge *edge, gboolean marked)
{
  const NpMapNode *a = &p->nodes[edge->a], *b = &p->nodes[edge->b];
  double x1, y1, x2, y2;
  gboolean near = edge->a == p->marks->selected || edge->b == p->marks->selected || edge->a == p->marks->hovered
                  || edge->b == p->marks->hovered;

  np_map_sight_to_widget (p->self->widget, p->sight, a->x, a->y, &x1, &y1);
  np_map_sight_to_widget (p->self->widget, p->sight, b->x, b->y, &x2, &y2);
  if (MAX (x1, x2) < 0 || MAX (y1, y2) < 0 || MIN (x1, x2) > p->width || MIN (y1, y2) > p->height)
    return;
  cairo_set_line_width (cr, MAX (0.6, (0.8 + 6 * edge->strength) * MIN (p->sight->zoom, 1.6)));
  if (marked || near)
    set_color (cr, &p->accent, marked ? 1 : 0.75);
  else
    set_color (cr, &p->ink, 0.10 + 0.35 * edge->strength);
  if (edge->mine)
    cairo_set_dash (cr, (double[]){ 6, 3 }, 2, 0);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
  if (edge->mine)
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_edges (const Picture *p, cairo_t *cr)
{
  guint n, limit;
  const NpMapEdge *edges = np_topic_map_get_edges (p->self->map, &n);

  limit = np_topic_map_is_settled (p->self->map) ? n : MIN (n, LINES_MOVING);
  /* The strongest come last, over the others. */
  for (guint i = limit; i-- > 0;)
    draw_edge (p, cr, &edges[i], FALSE);
  if (p->marks->hovered_edge >= 0 && (guint) p->marks->hovered_edge < n)
    draw_edge (p, cr, &edges[p->marks->hovered_edge], TRUE);
}

static void
draw_nodes (const Picture *p, cairo_t *cr)
{
  for (guint i = 0; i < p->n_nodes; i++)
    {
      const NpTopic *topic = np_topic_tree_resolve (p->self->tree, p->nodes[i].key);
      GdkRGBA color = p->ink;
      double x, y, radius = MAX (2, p->nodes[i].radius * p->sight->zoom);
      gboolean colored = topic != NULL && np_topic_color_get (topic->color, &color);

      np_map_sight_to_widget (p->self->widget, p->sight, p->nodes[i].x, p->nodes[i].y, &x, &y);
      if (!is_in_sight (p, x, y, radius))
        continue;
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      set_color (cr, &color, colored ? 0.92 : 0.38);
      cairo_fill_preserve (cr);
      if (i == p->marks->selected || i == p->marks->target || i == p->marks->hovered)
        {
          cairo_set_line_width (cr, i == p->marks->hovered ? 2 : 4);
          set_color (cr, &p->accent, 1);
          cairo_stroke (cr);
        }
      cairo_new_path (cr);
    }
}

static void
draw_line (const Picture *p, cairo_t *cr)
{
  double x, y;

  if (p->marks->line_from >= p->n_nodes)
    return;
  np_map_sight_to_widget (p->self->widget, p->sight, p->nodes[p->marks->line_from].x, p->nodes[p->marks->line_from].y,
                          &x, &y);
  set_color (cr, &p->accent, 1);
  cairo_set_line_width (cr, 3);
  cairo_set_dash (cr, (double[]){ 8, 5 }, 2, 0);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, p->marks->line_x, p->marks->line_y);
  cairo_stroke (cr);
}

static PangoLayout *
get_name (NpMapDraw *self, const char *key)
{
  const NpTopic *topic = np_topic_tree_resolve (self->tree, key);
  PangoLayout *layout = g_hash_table_lookup (self->names, key);

  if (layout != NULL)
    return layout;
  layout = gtk_widget_create_pango_layout (self->widget, topic != NULL ? topic->name : key);
  pango_layout_set_width (layout, 150 * PANGO_SCALE);
  pango_layout_set_height (layout, 0);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  g_hash_table_insert (self->names, g_strdup (key), layout);
  return layout;
}

/* Gives whether there is room for the name of a node, and takes it. */
static gboolean
take_room (GArray *taken, const graphene_rect_t *room, gboolean must)
{
  for (guint i = 0; !must && i < taken->len; i++)
    if (graphene_rect_intersection (&g_array_index (taken, graphene_rect_t, i), room, NULL))
      return FALSE;
  g_array_append_val (taken, *room);
  return TRUE;
}

static void
draw_name (const Picture *p, GtkSnapshot *snapshot, guint i, GArray *taken, gboolean must)
{
  PangoLayout *layout = get_name (p->self, p->nodes[i].key);
  PangoRectangle ink;
  graphene_rect_t room;
  double x, y;

  np_map_sight_to_widget (p->self->widget, p->sight, p->nodes[i].x, p->nodes[i].y, &x, &y);
  if (!is_in_sight (p, x, y, 90))
    return;
  pango_layout_get_pixel_extents (layout, NULL, &ink);
  y += p->nodes[i].radius * p->sight->zoom + 2;
  graphene_rect_init (&room, (float) x - ink.width / 2.0f - 3, (float) y - 1, (float) ink.width + 6,
                      (float) ink.height + 2);
  if (!take_room (taken, &room, must))
    return;
  gtk_snapshot_save (snapshot);
  /* The layout is as wide as it may be, its text in the middle. */
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x - ink.x - ink.width / 2.0f, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &p->ink);
  gtk_snapshot_restore (snapshot);
}

typedef struct
{
  guint node, stories;
} Rank;

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *first = a, *second = b;

  return first->stories > second->stories ? -1 : first->stories < second->stories;
}

/* The largest first: where there is no room the smaller ones go without, until one comes nearer. */
static void
draw_names (const Picture *p, GtkSnapshot *snapshot)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (Rank));
  const guint marked[] = { p->marks->hovered, p->marks->target, p->marks->selected };

  for (gsize i = 0; i < G_N_ELEMENTS (marked); i++)
    if (marked[i] < p->n_nodes)
      draw_name (p, snapshot, marked[i], taken, taken->len == 0);
  for (guint i = 0; i < p->n_nodes; i++)
    {
      Rank rank = { i, p->nodes[i].stories };

      if (i != marked[0] && i != marked[1] && i != marked[2])
        g_array_append_val (ranks, rank);
    }
  g_array_sort (ranks, compare_ranks);
  for (guint i = 0; i < ranks->len && taken->len < MAX_NAMES; i++)
    draw_name (p, snapshot, g_array_index (ranks, Rank, i).node, taken, FALSE);
}

/**
 * np_map_draw_snapshot:
 * @self: what draws
 * @snapshot: where to draw
 * @sight: what is seen
 * @marks: what is special
 */
void
np_map_draw_snapshot (NpMapDraw *self, GtkSnapshot *snapshot, const NpMapSight *sight, const NpMapMarks *marks)
{
  Picture p = { .self = self, .sight = sight, .marks = marks };
  GtkStyleContext *style = gtk_widget_get_style_context (self->widget);
  cairo_t *cr;

  if (self->tree == NULL)
    return;
  p.nodes = np_topic_map_get_nodes (self->map, &p.n_nodes);
  p.width = gtk_widget_get_width (self->widget);
  p.height = gtk_widget_get_height (self->widget);
  gtk_style_context_get_color (style, &p.ink);
  if (!gtk_style_context_lookup_color (style, "accent_color", &p.accent))
    p.accent = p.ink;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) p.width, (float) p.height));
  draw_edges (&p, cr);
  draw_nodes (&p, cr);
  draw_line (&p, cr);
  cairo_destroy (cr);
  draw_names (&p, snapshot);
}
