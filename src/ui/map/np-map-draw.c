#include "ui/map/np-map-draw.h"

#include "ui/map/np-map-lines.h"
#include "ui/topics/np-topic-color.h"

#include <math.h>

/* The most names that are drawn while something moves. */
#define NAMES_MOVING 60

/* Half the side of the square in a circle that no name may cover, in pixels. */
#define SMALLEST_KNOWN 7

/* The most names that are drawn at once, and that are set for the first time in one frame. */
#define MAX_NAMES 140
#define NEW_NAMES 20

struct _NpMapDraw
{
  GtkWidget *widget; /* not owned: it owns this */
  NpTopicMap *map;
  NpTopicTree *tree;
  NpMapLines *lines;
  GHashTable *names; /* char* key → PangoLayout */
  guint n_new;       /* of them set in this frame */
  guint more_id;     /* draws those for which there was no time; 0: none */
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
  self->lines = np_map_lines_new (widget);
  g_signal_connect_swapped (map, "changed", G_CALLBACK (np_map_lines_forget), self->lines);
  g_signal_connect_swapped (map, "moved", G_CALLBACK (np_map_lines_forget), self->lines);
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
  g_clear_handle_id (&self->more_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->map, self->lines);
  np_map_lines_free (self->lines);
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
  NpMapLook look;
  GdkRGBA ground; /* behind names */
  guint n_nodes;
  gboolean rests;
} Picture;

static gboolean
is_in_sight (const Picture *p, double x, double y, double radius)
{
  return x + radius > 0 && y + radius > 0 && x - radius < p->look.width && y - radius < p->look.height;
}

static void
set_color (cairo_t *cr, const GdkRGBA *color, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, alpha);
}

static void
draw_nodes (const Picture *p, cairo_t *cr)
{
  for (guint i = 0; i < p->n_nodes; i++)
    {
      const NpTopic *topic = np_topic_tree_resolve (p->self->tree, p->look.nodes[i].key);
      GdkRGBA color = p->look.ink;
      double x, y, radius = MAX (2, p->look.nodes[i].radius * p->look.sight->zoom);
      gboolean colored = topic != NULL && np_topic_color_get (topic->color, &color);

      np_map_sight_to_widget (p->self->widget, p->look.sight, p->look.nodes[i].x, p->look.nodes[i].y, &x, &y);
      if (!is_in_sight (p, x, y, radius))
        continue;
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      set_color (cr, &color, colored ? 0.92 : 0.38);
      cairo_fill_preserve (cr);
      if (i == p->look.marks->selected || i == p->look.marks->target || i == p->look.marks->hovered)
        {
          cairo_set_line_width (cr, i == p->look.marks->hovered ? 2 : 4);
          set_color (cr, &p->look.accent, 1);
          cairo_stroke (cr);
        }
      cairo_new_path (cr);
    }
}

static void
draw_line (const Picture *p, cairo_t *cr)
{
  double x, y;

  if (p->look.marks->line_from >= p->n_nodes)
    return;
  np_map_sight_to_widget (p->self->widget, p->look.sight, p->look.nodes[p->look.marks->line_from].x,
                          p->look.nodes[p->look.marks->line_from].y, &x, &y);
  set_color (cr, &p->look.accent, 1);
  cairo_set_line_width (cr, 3);
  cairo_set_dash (cr, (double[]){ 8, 5 }, 2, 0);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, p->look.marks->line_x, p->look.marks->line_y);
  cairo_stroke (cr);
}

static gboolean
draw_more_cb (gpointer data)
{
  NpMapDraw *self = data;

  self->more_id = 0;
  gtk_widget_queue_draw (self->widget);
  return G_SOURCE_REMOVE;
}

/* The name of a topic as it is set, or NULL when enough was done for one frame. */
static PangoLayout *
get_name (NpMapDraw *self, const char *key)
{
  const NpTopic *topic = np_topic_tree_resolve (self->tree, key);
  PangoLayout *layout = g_hash_table_lookup (self->names, key);

  if (layout != NULL)
    return layout;
  if (self->n_new++ >= NEW_NAMES)
    {
      if (self->more_id == 0)
        self->more_id = g_idle_add (draw_more_cb, self);
      return NULL;
    }
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
  PangoLayout *layout;
  PangoRectangle ink;
  graphene_rect_t room;
  double x, y;

  np_map_sight_to_widget (p->self->widget, p->look.sight, p->look.nodes[i].x, p->look.nodes[i].y, &x, &y);
  if (!is_in_sight (p, x, y, 90))
    return;
  layout = get_name (p->self, p->look.nodes[i].key);
  if (layout == NULL)
    return;
  pango_layout_get_pixel_extents (layout, NULL, &ink);
  y += p->look.nodes[i].radius * p->look.sight->zoom + 2;
  graphene_rect_init (&room, (float) x - ink.width / 2.0f - 3, (float) y - 1, (float) ink.width + 6,
                      (float) ink.height + 2);
  if (!take_room (taken, &room, must))
    return;
  /* What lies under a name is to be seen, but not to be in its way. */
  gtk_snapshot_append_color (snapshot, &p->ground, &room);
  gtk_snapshot_save (snapshot);
  /* The layout is as wide as it may be, its text in the middle. */
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x - ink.x - ink.width / 2.0f, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &p->look.ink);
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

/* No name is to lie over a circle that is large enough to be known by it. */
static void
take_circles (const Picture *p, GArray *taken)
{
  for (guint i = 0; i < p->n_nodes; i++)
    {
      /* The square inside the circle: a name may touch its rim. */
      double x, y, half = p->look.nodes[i].radius * p->look.sight->zoom * 0.7;
      graphene_rect_t room;

      if (half < SMALLEST_KNOWN)
        continue;
      np_map_sight_to_widget (p->self->widget, p->look.sight, p->look.nodes[i].x, p->look.nodes[i].y, &x, &y);
      if (!is_in_sight (p, x, y, half))
        continue;
      graphene_rect_init (&room, (float) (x - half), (float) (y - half), (float) (2 * half), (float) (2 * half));
      g_array_append_val (taken, room);
    }
}

/* The largest first: where there is no room the smaller ones go without, until one comes nearer. */
static void
draw_names (const Picture *p, GtkSnapshot *snapshot)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (Rank));
  guint n_marked, n_circles;
  const guint marked[] = { p->look.marks->hovered, p->look.marks->target, p->look.marks->selected };

  for (gsize i = 0; i < G_N_ELEMENTS (marked); i++)
    if (marked[i] < p->n_nodes)
      draw_name (p, snapshot, marked[i], taken, taken->len == 0);
  n_marked = taken->len;
  take_circles (p, taken);
  n_circles = taken->len - n_marked;
  for (guint i = 0; i < p->n_nodes; i++)
    {
      Rank rank = { i, p->look.nodes[i].stories };

      if (i != marked[0] && i != marked[1] && i != marked[2])
        g_array_append_val (ranks, rank);
    }
  g_array_sort (ranks, compare_ranks);
  for (guint i = 0; i < ranks->len && taken->len - n_circles < (p->rests ? MAX_NAMES : NAMES_MOVING); i++)
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
  Picture p = { .self = self, .look = { .sight = sight, .marks = marks } };
  GtkStyleContext *style = gtk_widget_get_style_context (self->widget);
  cairo_t *cr;

  if (self->tree == NULL)
    return;
  p.look.nodes = np_topic_map_get_nodes (self->map, &p.n_nodes);
  p.look.moving = !np_topic_map_is_settled (self->map);
  self->n_new = 0;
  p.look.edges = np_topic_map_get_edges (self->map, &p.look.n_edges);
  p.look.width = gtk_widget_get_width (self->widget);
  p.look.height = gtk_widget_get_height (self->widget);
  gtk_style_context_get_color (style, &p.look.ink);
  if (!gtk_style_context_lookup_color (style, "accent_color", &p.look.accent))
    p.look.accent = p.look.ink;
  if (!gtk_style_context_lookup_color (style, "view_bg_color", &p.ground))
    p.ground = (GdkRGBA){ 0, 0, 0, 0 };
  p.ground.alpha *= 0.6f;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) p.look.width, (float) p.look.height));
  p.rests = np_map_lines_draw (self->lines, cr, &p.look);
  draw_nodes (&p, cr);
  draw_line (&p, cr);
  cairo_destroy (cr);
  draw_names (&p, snapshot);
}
