#include "ui/map/np-map-lines.h"

/* While something moves only the strongest lines are drawn, and none as dashes: the others are no help then, and cost
 * most of a frame. */
#define LINES_MOVING 400

/* How wide a line is then, at most: what is wide takes long. */
#define WIDEST 2.0

/* What is seen rests when it has not changed for so long, in ms. */
#define REST 120

struct _NpMapLines
{
  GtkWidget *widget;      /* not owned: it owns this */
  NpMapSight sight;       /* of the last drawing */
  guint rest_id;          /* 0: none */
  gboolean rests;         /* nothing changed since */
  cairo_surface_t *layer; /* (nullable) all lines, of this sight */
  double width, height;   /* of the layer, in pixels of the widget */
  GdkRGBA ink;
};

/**
 * np_map_lines_new:
 * @widget: what is drawn; it has to outlive this
 *
 * Returns: (transfer full): draws lines
 */
NpMapLines *
np_map_lines_new (GtkWidget *widget)
{
  NpMapLines *self = g_new0 (NpMapLines, 1);

  self->widget = widget;
  return self;
}

/**
 * np_map_lines_free:
 * @self: (transfer full) (nullable): what draws lines
 */
void
np_map_lines_free (NpMapLines *self)
{
  if (self == NULL)
    return;
  np_map_lines_forget (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_free (self);
}

/**
 * np_map_lines_forget:
 * @self: what draws lines
 *
 * Forgets the picture: circles moved, or lines are others.
 */
void
np_map_lines_forget (NpMapLines *self)
{
  g_clear_pointer (&self->layer, cairo_surface_destroy);
}

static void
draw_line (NpMapLines *self, cairo_t *cr, const NpMapLook *look, const NpMapEdge *edge, const GdkRGBA *color,
           double alpha)
{
  const NpMapNode *a = &look->nodes[edge->a], *b = &look->nodes[edge->b];
  gboolean dashed = edge->mine && !look->moving && self->rests;
  double x1, y1, x2, y2;

  np_map_sight_to_widget (self->widget, look->sight, a->x, a->y, &x1, &y1);
  np_map_sight_to_widget (self->widget, look->sight, b->x, b->y, &x2, &y2);
  if (MAX (x1, x2) < 0 || MAX (y1, y2) < 0 || MIN (x1, x2) > look->width || MIN (y1, y2) > look->height)
    return;
  cairo_set_line_width (
      cr, CLAMP ((0.8 + 6 * edge->strength) * MIN (look->sight->zoom, 1.6), 0.6, self->rests ? G_MAXDOUBLE : WIDEST));
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, alpha);
  if (dashed)
    cairo_set_dash (cr, (double[]){ 6, 3 }, 2, 0);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
  if (dashed)
    cairo_set_dash (cr, NULL, 0, 0);
}

/* The strongest come last, over the others. */
static void
draw_plain (NpMapLines *self, cairo_t *cr, const NpMapLook *look, guint limit)
{
  for (guint i = limit; i-- > 0;)
    draw_line (self, cr, look, &look->edges[i], &look->ink, 0.10 + 0.35 * look->edges[i].strength);
}

static void
draw_marked (NpMapLines *self, cairo_t *cr, const NpMapLook *look)
{
  const NpMapMarks *marks = look->marks;

  for (guint i = look->n_edges; i-- > 0;)
    {
      const NpMapEdge *edge = &look->edges[i];

      if (edge->a == marks->selected || edge->b == marks->selected || edge->a == marks->hovered
          || edge->b == marks->hovered)
        draw_line (self, cr, look, edge, &look->accent, 0.75);
    }
  if (marks->hovered_edge >= 0 && (guint) marks->hovered_edge < look->n_edges)
    draw_line (self, cr, look, &look->edges[marks->hovered_edge], &look->accent, 1);
}

static void
make_layer (NpMapLines *self, const NpMapLook *look)
{
  int scale = gtk_widget_get_scale_factor (self->widget);
  cairo_t *cr;

  np_map_lines_forget (self);
  self->layer = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) look->width * scale, (int) look->height * scale);
  cairo_surface_set_device_scale (self->layer, scale, scale);
  self->width = look->width;
  self->height = look->height;
  self->ink = look->ink;
  cr = cairo_create (self->layer);
  draw_plain (self, cr, look, look->n_edges);
  cairo_destroy (cr);
}

static gboolean
rest_cb (gpointer data)
{
  NpMapLines *self = data;

  self->rest_id = 0;
  self->rests = TRUE;
  gtk_widget_queue_draw (self->widget);
  return G_SOURCE_REMOVE;
}

/* Whether what is seen has been the same for a while. */
static gboolean
is_at_rest (NpMapLines *self, const NpMapLook *look)
{
  gboolean same =
      self->sight.x == look->sight->x && self->sight.y == look->sight->y && self->sight.zoom == look->sight->zoom;

  self->sight = *look->sight;
  if (same && self->rests && !look->moving)
    return TRUE;
  if (same && !look->moving && self->rest_id != 0)
    return FALSE;
  self->rests = FALSE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (!look->moving)
    self->rest_id = g_timeout_add (REST, rest_cb, self);
  return FALSE;
}

/**
 * np_map_lines_draw:
 * @self: what draws lines
 * @cr: where to draw
 * @look: what to draw
 *
 * Returns: whether all of it rests; if not, it is drawn again as soon as it does
 */
gboolean
np_map_lines_draw (NpMapLines *self, cairo_t *cr, const NpMapLook *look)
{
  gboolean rests = is_at_rest (self, look);

  if (rests)
    {
      if (self->layer == NULL || self->width != look->width || self->height != look->height
          || !gdk_rgba_equal (&self->ink, &look->ink))
        make_layer (self, look);
      cairo_set_source_surface (cr, self->layer, 0, 0);
      cairo_paint (cr);
    }
  else
    {
      np_map_lines_forget (self);
      draw_plain (self, cr, look, MIN (look->n_edges, LINES_MOVING));
    }
  draw_marked (self, cr, look);
  return rests;
}
