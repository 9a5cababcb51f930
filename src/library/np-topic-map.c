#include "library/np-topic-map-make.h"

#include "library/np-herald.h"
#include "library/np-map-plan.h"

/* How long the thread rests between two steps, in µs: no faster than frames are drawn. */
#define REST 16000

/* What is told on the main thread. */
enum
{
  NEWS_CHANGED = 1 << 0,
  NEWS_MOVED = 1 << 1
};

struct _NpTopicMap
{
  GObject parent_instance;
  NpAdvisor *advisor;
  NpMapPlaces *places;
  NpHerald *herald;
  GThread *thread; /* (nullable) */

  /* The main thread's */
  NpMapPlan *plan; /* (nullable) what is shown */

  GMutex lock; /* of all below */
  GCond wake;
  NpMapPlan *next; /* (nullable) what is to be shown from now on */
  float *points;   /* (nullable) x and y of each node of the newest plan */
  guint n_points;
  guint turn; /* which plan the thread is to work on */
  guint from, to;
  guint held; /* node that is held, G_MAXUINT for none */
  float held_x, held_y;
  gboolean closed, settled;
};

G_DEFINE_FINAL_TYPE (NpTopicMap, np_topic_map, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
np_topic_map_finalize (GObject *object)
{
  NpTopicMap *self = NP_TOPIC_MAP (object);

  np_topic_map_close (self);
  np_map_plan_free (self->plan);
  np_map_plan_free (self->next);
  g_free (self->points);
  g_clear_pointer (&self->places, np_map_places_free);
  g_clear_object (&self->herald);
  g_clear_object (&self->advisor);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);
  G_OBJECT_CLASS (np_topic_map_parent_class)->finalize (object);
}

static void
np_topic_map_class_init (NpTopicMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_topic_map_finalize;
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", NP_TYPE_TOPIC_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVED] =
      g_signal_new ("moved", NP_TYPE_TOPIC_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* Takes over what the thread has, on the main thread. */
static void
on_news (guint news, gpointer user_data)
{
  NpTopicMap *self = user_data;
  gboolean changed;

  g_mutex_lock (&self->lock);
  changed = self->next != NULL;
  if (changed)
    {
      np_map_plan_free (self->plan);
      self->plan = g_steal_pointer (&self->next);
    }
  if (self->plan != NULL && self->points != NULL && self->n_points == self->plan->nodes->len)
    for (guint i = 0; i < self->n_points; i++)
      {
        g_array_index (self->plan->nodes, NpMapNode, i).x = self->points[2 * i];
        g_array_index (self->plan->nodes, NpMapNode, i).y = self->points[2 * i + 1];
      }
  g_mutex_unlock (&self->lock);
  g_signal_emit (self, signals[changed ? SIGNAL_CHANGED : SIGNAL_MOVED], 0);
}

static void
np_topic_map_init (NpTopicMap *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  self->herald = np_herald_new (on_news, self);
  self->held = G_MAXUINT;
}

/* Hands the places on; called with the lock held. */
static void
publish (NpTopicMap *self, NpLayout *layout)
{
  if (self->n_points != np_layout_get_size (layout) || self->points == NULL)
    {
      g_free (self->points);
      self->n_points = np_layout_get_size (layout);
      self->points = g_new0 (float, 2 * self->n_points + 2);
    }
  for (guint i = 0; i < self->n_points; i++)
    {
      self->points[2 * i] = np_layout_get_node (layout, i)->x;
      self->points[2 * i + 1] = np_layout_get_node (layout, i)->y;
    }
}

/* Holds what is held; called with the lock held. Nothing else moves meanwhile, or what it is dropped on would make room
 * for it and be gone. Gives whether something is held. */
static gboolean
hold (NpTopicMap *self, NpLayout *layout, guint *held)
{
  if (*held < np_layout_get_size (layout) && *held != self->held)
    {
      np_layout_get_node (layout, *held)->fixed = FALSE;
      np_layout_warm (layout, 0.15f);
    }
  *held = self->held;
  if (*held >= np_layout_get_size (layout))
    return FALSE;
  np_layout_place (layout, *held, self->held_x, self->held_y);
  np_layout_get_node (layout, *held)->fixed = TRUE;
  return TRUE;
}

static void
keep_places (NpTopicMap *self, char **keys, NpLayout *layout)
{
  for (guint i = 0; i < np_layout_get_size (layout); i++)
    np_map_places_put (self->places, keys[i], np_layout_get_node (layout, i)->x, np_layout_get_node (layout, i)->y);
  np_map_places_save (self->places);
}

/* One plan, until it rests and another is wanted; called with the lock held, and ends so. */
static void
work_on (NpTopicMap *self, guint turn)
{
  guint from = self->from, to = self->to;
  NpMapPlan *plan;
  g_autoptr (NpLayout) layout = NULL;
  g_auto (GStrv) keys = NULL;
  guint held = G_MAXUINT;
  gboolean kept = FALSE;

  g_mutex_unlock (&self->lock);
  plan = np_map_plan_new (self->advisor, from, to);
  layout = np_map_plan_lay_out (plan, self->places);
  keys = g_strdupv (plan->keys);
  g_mutex_lock (&self->lock);
  np_map_plan_free (self->next);
  self->next = plan;
  self->settled = FALSE;
  publish (self, layout);
  np_herald_tell (self->herald, NEWS_CHANGED);
  while (!self->closed && self->turn == turn)
    {
      gboolean holds = hold (self, layout, &held), moves;

      g_mutex_unlock (&self->lock);
      moves = !holds && np_layout_step (layout);
      if (!moves && !holds && !kept)
        keep_places (self, keys, layout);
      kept = !moves && !holds;
      g_mutex_lock (&self->lock);
      if (moves || !self->settled)
        {
          publish (self, layout);
          self->settled = !moves && !holds;
          np_herald_tell (self->herald, NEWS_MOVED);
        }
      if (moves)
        g_cond_wait_until (&self->wake, &self->lock, g_get_monotonic_time () + REST);
      else
        g_cond_wait (&self->wake, &self->lock);
    }
  if (!kept)
    keep_places (self, keys, layout);
}

static gpointer
thread_func (gpointer data)
{
  NpTopicMap *self = data;

  g_mutex_lock (&self->lock);
  while (!self->closed)
    work_on (self, self->turn);
  g_mutex_unlock (&self->lock);
  return NULL;
}

/**
 * np_topic_map_new:
 * @advisor: knows what topics have to do with each other
 * @file: keeps the places
 *
 * Returns: (transfer full): a map that shows nothing yet
 */
NpTopicMap *
np_topic_map_new (NpAdvisor *advisor, const char *file)
{
  NpTopicMap *self = g_object_new (NP_TYPE_TOPIC_MAP, NULL);

  self->advisor = g_object_ref (advisor);
  self->places = np_map_places_load (file);
  return self;
}

/**
 * np_topic_map_show:
 * @self: a map
 * @from: the first month, as year × 12 + month from 1; 0 for all time
 * @to: the last month
 *
 * Shows the topics that have stories then, as they are now. "changed" tells when they are there.
 */
void
np_topic_map_show (NpTopicMap *self, guint from, guint to)
{
  g_return_if_fail (NP_IS_TOPIC_MAP (self));

  g_mutex_lock (&self->lock);
  self->from = from;
  self->to = to;
  self->turn++;
  self->held = G_MAXUINT;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
  if (self->thread == NULL && !self->closed)
    self->thread = g_thread_new ("map", thread_func, self);
}

/**
 * np_topic_map_get_months:
 * @self: a map
 * @first: (out): the month of the oldest story that has a topic, 0 when there is none
 * @last: (out): that of the newest
 */
void
np_topic_map_get_months (NpTopicMap *self, guint *first, guint *last)
{
  g_return_if_fail (NP_IS_TOPIC_MAP (self) && first != NULL && last != NULL);

  *first = self->plan != NULL ? self->plan->first : 0;
  *last = self->plan != NULL ? self->plan->last : 0;
}

/**
 * np_topic_map_get_nodes:
 * @self: a map
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n) (nullable): the circles, until "changed"; their places until "moved"
 */
const NpMapNode *
np_topic_map_get_nodes (NpTopicMap *self, guint *n)
{
  g_return_val_if_fail (NP_IS_TOPIC_MAP (self) && n != NULL, NULL);

  *n = self->plan != NULL ? self->plan->nodes->len : 0;
  return *n > 0 ? &g_array_index (self->plan->nodes, NpMapNode, 0) : NULL;
}

/**
 * np_topic_map_get_edges:
 * @self: a map
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n) (nullable): the lines, strongest first, until "changed"
 */
const NpMapEdge *
np_topic_map_get_edges (NpTopicMap *self, guint *n)
{
  g_return_val_if_fail (NP_IS_TOPIC_MAP (self) && n != NULL, NULL);

  *n = self->plan != NULL ? self->plan->edges->len : 0;
  return *n > 0 ? &g_array_index (self->plan->edges, NpMapEdge, 0) : NULL;
}

/**
 * np_topic_map_find:
 * @self: a map
 * @key: (nullable): the key of a topic
 *
 * Returns: the number of its circle, `G_MAXUINT` when it is not shown
 */
guint
np_topic_map_find (NpTopicMap *self, const char *key)
{
  g_return_val_if_fail (NP_IS_TOPIC_MAP (self), G_MAXUINT);

  for (guint i = 0; key != NULL && self->plan != NULL && i < self->plan->nodes->len; i++)
    if (g_str_equal (self->plan->keys[i], key))
      return i;
  return G_MAXUINT;
}

/**
 * np_topic_map_hold:
 * @self: a map
 * @node: the number of a circle
 * @x: where it is put
 * @y: the same
 *
 * Holds a circle in a place; those around it make room when it is let go.
 */
void
np_topic_map_hold (NpTopicMap *self, guint node, float x, float y)
{
  g_return_if_fail (NP_IS_TOPIC_MAP (self));

  g_mutex_lock (&self->lock);
  self->held = node;
  self->held_x = x;
  self->held_y = y;
  self->settled = FALSE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
}

/**
 * np_topic_map_let_go:
 * @self: a map
 *
 * Lets the circle go that is held.
 */
void
np_topic_map_let_go (NpTopicMap *self)
{
  g_return_if_fail (NP_IS_TOPIC_MAP (self));

  g_mutex_lock (&self->lock);
  self->held = G_MAXUINT;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
}

/**
 * np_topic_map_is_settled:
 * @self: a map
 *
 * Returns: whether nothing moves
 */
gboolean
np_topic_map_is_settled (NpTopicMap *self)
{
  gboolean settled;

  g_return_val_if_fail (NP_IS_TOPIC_MAP (self), TRUE);

  g_mutex_lock (&self->lock);
  settled = self->settled;
  g_mutex_unlock (&self->lock);
  return settled;
}

/**
 * np_topic_map_close:
 * @self: a map
 *
 * Ends the thread and keeps the places. It has to be closed before the library is.
 */
void
np_topic_map_close (NpTopicMap *self)
{
  g_return_if_fail (NP_IS_TOPIC_MAP (self));

  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&self->thread, g_thread_join);
  np_herald_close (self->herald);
}
