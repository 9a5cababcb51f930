#include "topics/np-layout.h"

#include <math.h>

/* All lengths are in the pixels of a map that is not zoomed. */

/* Circles farther apart than this do not push each other; also the width of a cell of the grid that finds the near
 * ones. */
#define REACH 220.0f
#define PUSH  900.0f
#define PULL  0.16f
/* Keeps what has no lines from drifting away. */
#define GRAVITY 0.012f
/* How much room is kept between the edges of two circles, and how long a line of strength 1 is, and one of 0. */
#define GAP       14.0f
#define LINE      36.0f
#define WEAK_LINE 150.0f
/* Each step is smaller than the one before, so that it comes to rest. */
#define COOLING    0.985f
#define COLD       0.004f
#define KNOWN_HEAT 0.12f
#define DRAG       0.55f
#define MAX_CELLS  512

typedef struct
{
  NpLayoutNode node;
  float vx, vy;
  gboolean placed;
  guint degree;
  int next; /* in its cell of the grid, -1 for the last */
} Body;

struct _NpLayout
{
  Body *bodies;
  guint n;
  GArray *edges; /* of NpLayoutEdge */
  float heat;
};

/**
 * np_layout_new:
 * @n_nodes: how many circles there are
 *
 * Returns: (transfer full): a layout of circles that have no place yet
 */
NpLayout *
np_layout_new (guint n_nodes)
{
  NpLayout *self = g_new0 (NpLayout, 1);

  self->n = n_nodes;
  self->bodies = g_new0 (Body, MAX (n_nodes, 1));
  self->edges = g_array_new (FALSE, FALSE, sizeof (NpLayoutEdge));
  self->heat = 1;
  for (guint i = 0; i < n_nodes; i++)
    self->bodies[i].node.radius = 8;
  return self;
}

/**
 * np_layout_free:
 * @self: (transfer full) (nullable): a layout
 */
void
np_layout_free (NpLayout *self)
{
  if (self == NULL)
    return;
  g_free (self->bodies);
  g_array_unref (self->edges);
  g_free (self);
}

/**
 * np_layout_get_size:
 * @self: a layout
 *
 * Returns: how many circles it has
 */
guint
np_layout_get_size (const NpLayout *self)
{
  return self->n;
}

/**
 * np_layout_get_node:
 * @self: a layout
 * @node: the number of a circle
 *
 * Returns: (transfer none): the circle; its radius may be set, and whether it is held
 */
NpLayoutNode *
np_layout_get_node (NpLayout *self, guint node)
{
  g_return_val_if_fail (self != NULL && node < self->n, NULL);

  return &self->bodies[node].node;
}

/**
 * np_layout_add_edge:
 * @self: a layout
 * @a: the number of a circle
 * @b: that of another
 * @strength: how much it pulls, 0–1
 */
void
np_layout_add_edge (NpLayout *self, guint a, guint b, float strength)
{
  NpLayoutEdge edge = { a, b, CLAMP (strength, 0.0f, 1.0f) };

  g_return_if_fail (self != NULL && a < self->n && b < self->n && a != b);

  g_array_append_val (self->edges, edge);
  self->bodies[a].degree++;
  self->bodies[b].degree++;
}

/**
 * np_layout_place:
 * @self: a layout
 * @node: the number of a circle
 * @x: where its middle is
 * @y: the same
 *
 * Puts a circle somewhere, as it was the last time.
 */
void
np_layout_place (NpLayout *self, guint node, float x, float y)
{
  g_return_if_fail (self != NULL && node < self->n && isfinite (x) && isfinite (y));

  self->bodies[node].node.x = x;
  self->bodies[node].node.y = y;
  self->bodies[node].vx = self->bodies[node].vy = 0;
  self->bodies[node].placed = TRUE;
}

/* The nth seed of a sunflower: near to the middle, and no two in one place. */
static void
scatter_one (NpLayout *self, guint i, float x, float y)
{
  float angle = (float) i * 2.399963f, away = 18 * sqrtf ((float) i + 1);

  np_layout_place (self, i, x + away * cosf (angle), y + away * sinf (angle));
}

/**
 * np_layout_scatter:
 * @self: a layout
 *
 * Gives each circle that has no place one: beside one that it has the strongest line to, else around the middle. The
 * more of them have a place already, the less will move.
 */
void
np_layout_scatter (NpLayout *self)
{
  g_autofree float *best = NULL;
  g_autofree gint64 *beside = NULL;
  guint fresh = 0;

  g_return_if_fail (self != NULL);

  best = g_new0 (float, self->n + 1);
  beside = g_new (gint64, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    beside[i] = -1;
  for (guint i = 0; i < self->edges->len; i++)
    {
      const NpLayoutEdge *edge = &g_array_index (self->edges, NpLayoutEdge, i);

      if (self->bodies[edge->b].placed && edge->strength > best[edge->a])
        best[edge->a] = edge->strength, beside[edge->a] = edge->b;
      if (self->bodies[edge->a].placed && edge->strength > best[edge->b])
        best[edge->b] = edge->strength, beside[edge->b] = edge->a;
    }
  for (guint i = 0; i < self->n; i++)
    fresh += !self->bodies[i].placed;
  self->heat = MAX (KNOWN_HEAT, (float) fresh / (float) MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    if (!self->bodies[i].placed && beside[i] >= 0)
      {
        const Body *other = &self->bodies[beside[i]];
        float angle = (float) i * 2.399963f, away = other->node.radius + self->bodies[i].node.radius + LINE;

        np_layout_place (self, i, other->node.x + away * cosf (angle), other->node.y + away * sinf (angle));
      }
    else if (!self->bodies[i].placed)
      scatter_one (self, i, 0, 0);
}

/**
 * np_layout_warm:
 * @self: a layout
 * @heat: how much may move, 0–1
 *
 * Lets it move again: fully where all is new, a little where one circle was moved by hand.
 */
void
np_layout_warm (NpLayout *self, float heat)
{
  g_return_if_fail (self != NULL);

  self->heat = MAX (self->heat, CLAMP (heat, 0.0f, 1.0f));
}

static void
pull (NpLayout *self)
{
  for (guint i = 0; i < self->edges->len; i++)
    {
      const NpLayoutEdge *edge = &g_array_index (self->edges, NpLayoutEdge, i);
      Body *a = &self->bodies[edge->a], *b = &self->bodies[edge->b];
      float dx = b->node.x - a->node.x, dy = b->node.y - a->node.y;
      float distance = MAX (sqrtf (dx * dx + dy * dy), 0.1f);
      float rest = a->node.radius + b->node.radius + LINE + (1 - edge->strength) * (WEAK_LINE - LINE);
      /* What has many lines is pulled less by each of them, so that it does not tremble. */
      float force = PULL * (0.2f + edge->strength) * (distance - rest) / distance * self->heat;
      float share = (float) a->degree / (float) (a->degree + b->degree);

      force /= sqrtf ((float) MIN (a->degree, b->degree));
      a->vx += dx * force * (1 - share);
      a->vy += dy * force * (1 - share);
      b->vx -= dx * force * share;
      b->vy -= dy * force * share;
    }
}

static void
push_two (NpLayout *self, guint i, guint j)
{
  Body *a = &self->bodies[i], *b = &self->bodies[j];
  float dx = b->node.x - a->node.x, dy = b->node.y - a->node.y, square, distance, free, force;

  if (dx == 0 && dy == 0)
    dx = 0.1f * (float) (j - i), dy = 0.07f;
  square = dx * dx + dy * dy;
  if (square > REACH * REACH)
    return;
  distance = sqrtf (square);
  free = distance - a->node.radius - b->node.radius;
  force = PUSH / MAX (square, 100.0f) * self->heat;
  /* Circles that lie over each other part, however cold it is. */
  if (free < GAP)
    force += (GAP - free) * 0.22f / distance * MAX (self->heat, 0.3f);
  a->vx -= dx * force;
  a->vy -= dy * force;
  b->vx += dx * force;
  b->vy += dy * force;
}

/* The circles by the cell of a grid they are in: only those of neighbouring cells can push each other. */
static int *
new_grid (NpLayout *self, float left, float top, guint width, guint height)
{
  int *cells = g_new (int, width *height);

  for (guint i = 0; i < width * height; i++)
    cells[i] = -1;
  for (guint i = 0; i < self->n; i++)
    {
      guint x = MIN ((guint) ((self->bodies[i].node.x - left) / REACH), width - 1);
      guint y = MIN ((guint) ((self->bodies[i].node.y - top) / REACH), height - 1);

      self->bodies[i].next = cells[y * width + x];
      cells[y * width + x] = (int) i;
    }
  return cells;
}

static void
push_cells (NpLayout *self, const int *cells, guint one, guint other)
{
  for (int i = cells[one]; i >= 0; i = self->bodies[i].next)
    for (int j = one == other ? self->bodies[i].next : cells[other]; j >= 0; j = self->bodies[j].next)
      push_two (self, (guint) MIN (i, j), (guint) MAX (i, j));
}

static void
push (NpLayout *self)
{
  float left = G_MAXFLOAT, top = G_MAXFLOAT, right = -G_MAXFLOAT, bottom = -G_MAXFLOAT;
  g_autofree int *cells = NULL;
  guint width, height;

  for (guint i = 0; i < self->n; i++)
    {
      left = MIN (left, self->bodies[i].node.x);
      right = MAX (right, self->bodies[i].node.x);
      top = MIN (top, self->bodies[i].node.y);
      bottom = MAX (bottom, self->bodies[i].node.y);
    }
  width = (guint) MIN ((right - left) / REACH + 1, MAX_CELLS);
  height = (guint) MIN ((bottom - top) / REACH + 1, MAX_CELLS);
  cells = new_grid (self, left, top, width, height);
  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        guint cell = y * width + x;

        push_cells (self, cells, cell, cell);
        if (x + 1 < width)
          push_cells (self, cells, cell, cell + 1);
        if (y + 1 < height)
          push_cells (self, cells, cell, cell + width);
        if (y + 1 < height && x + 1 < width)
          push_cells (self, cells, cell, cell + width + 1);
        if (y + 1 < height && x > 0)
          push_cells (self, cells, cell, cell + width - 1);
      }
}

static void
move (NpLayout *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      Body *body = &self->bodies[i];
      float speed;

      body->vx = (body->vx - body->node.x * GRAVITY * self->heat) * DRAG;
      body->vy = (body->vy - body->node.y * GRAVITY * self->heat) * DRAG;
      speed = sqrtf (body->vx * body->vx + body->vy * body->vy);
      if (body->node.fixed || !isfinite (speed))
        body->vx = body->vy = 0;
      else if (speed > 60)
        body->vx *= 60 / speed, body->vy *= 60 / speed;
      body->node.x += body->vx;
      body->node.y += body->vy;
    }
}

/**
 * np_layout_step:
 * @self: a layout whose circles all have a place
 *
 * Moves the circles a little.
 *
 * Returns: whether they go on moving
 */
gboolean
np_layout_step (NpLayout *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->n == 0 || self->heat < COLD)
    return FALSE;
  pull (self);
  push (self);
  move (self);
  self->heat *= COOLING;
  return self->heat >= COLD;
}
