#include "index/np-backlog.h"

/* How long the thread lets who saved go on first: woken at once it takes the processor from it, microseconds. */
#define BREATH 10000

struct _NpBacklog
{
  NpBacklogFunc func;
  gpointer owner;
  GDestroyNotify piece_free;
  gint n;            /* atomic: of those that are not written yet */
  gboolean settling; /* of whoever settles */
  GMutex lock;       /* of all below */
  GQueue waiting;    /* of pieces */
  GThreadPool *pool; /* NULL before there is anything to do, and once stopped */
  gboolean stopped;
};

/**
 * np_backlog_new:
 * @func: called in a thread when there is something to write; it calls np_backlog_settle()
 * @owner: for @func; has to live until np_backlog_stop()
 * @piece_free: frees a piece
 *
 * Returns: (transfer full): an empty backlog
 */
NpBacklog *
np_backlog_new (NpBacklogFunc func, gpointer owner, GDestroyNotify piece_free)
{
  NpBacklog *self = g_new0 (NpBacklog, 1);

  self->func = func;
  self->owner = owner;
  self->piece_free = piece_free;
  g_mutex_init (&self->lock);
  g_queue_init (&self->waiting);
  return self;
}

/**
 * np_backlog_free:
 * @self: (transfer full) (nullable): a backlog that was stopped; what still waits is forgotten
 */
void
np_backlog_free (NpBacklog *self)
{
  if (self == NULL)
    return;
  g_queue_clear_full (&self->waiting, self->piece_free);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
on_turn (gpointer data, gpointer user_data)
{
  NpBacklog *self = user_data;

  if (np_backlog_is_empty (self))
    return;
  g_usleep (BREATH);
  self->func (self->owner);
}

/**
 * np_backlog_push:
 * @self: a backlog
 * @piece: (transfer full): what is to be written
 *
 * Safe from any thread.
 */
void
np_backlog_push (NpBacklog *self, gpointer piece)
{
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->waiting, piece);
  g_atomic_int_inc (&self->n);
  if (self->pool == NULL && !self->stopped)
    self->pool = g_thread_pool_new (on_turn, self, 1, FALSE, NULL);
  if (self->pool != NULL)
    g_thread_pool_push (self->pool, self, NULL);
  g_mutex_unlock (&self->lock);
}

/**
 * np_backlog_is_empty:
 * @self: a backlog
 *
 * Returns: whether all that was ever pushed is written
 */
gboolean
np_backlog_is_empty (NpBacklog *self)
{
  return g_atomic_int_get (&self->n) == 0;
}

static gpointer
take_first (NpBacklog *self)
{
  gpointer piece;

  g_mutex_lock (&self->lock);
  piece = g_queue_pop_head (&self->waiting);
  g_mutex_unlock (&self->lock);
  return piece;
}

/**
 * np_backlog_settle:
 * @self: a backlog
 * @write: writes one piece; it may come here again, which does nothing
 * @owner: for @write
 *
 * Writes all that waits, in the order in which it came. One thread at a time: the index's writer.
 */
void
np_backlog_settle (NpBacklog *self, NpBacklogWrite write, gpointer owner)
{
  gpointer piece;

  if (self->settling || np_backlog_is_empty (self))
    return;
  self->settling = TRUE;
  while ((piece = take_first (self)) != NULL)
    {
      write (owner, piece);
      /* Not before it is written: until then those who read have to wait. */
      g_atomic_int_add (&self->n, -1);
      self->piece_free (piece);
    }
  self->settling = FALSE;
}

/**
 * np_backlog_stop:
 * @self: a backlog
 *
 * Waits until the thread has written what was pushed, and ends it. What is pushed after that waits for somebody else.
 */
void
np_backlog_stop (NpBacklog *self)
{
  GThreadPool *pool;

  g_mutex_lock (&self->lock);
  self->stopped = TRUE;
  pool = g_steal_pointer (&self->pool);
  g_mutex_unlock (&self->lock);
  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);
}
