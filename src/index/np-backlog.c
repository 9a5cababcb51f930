#include "index/np-backlog.h"

/* How long the thread lets others go on first, microseconds: woken at once it takes the processor from who saved, and
 * of many that are saved one after the other a portion is written at a time, which costs a fraction of one by one. */
#define BREATH 50000

struct _NpBacklog
{
  NpBacklogFunc func;
  gpointer owner;
  gint n;            /* atomic: of those that are not written yet */
  gboolean settling; /* of whoever settles */
  GMutex lock;       /* of all below */
  GCond stopping;
  GPtrArray *pieces; /* until they are written; new ones at the end */
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
  g_mutex_init (&self->lock);
  g_cond_init (&self->stopping);
  self->pieces = g_ptr_array_new_with_free_func (piece_free);
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
  g_ptr_array_unref (self->pieces);
  g_cond_clear (&self->stopping);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
on_turn (gpointer data, gpointer user_data)
{
  NpBacklog *self = user_data;
  gint64 end = g_get_monotonic_time () + BREATH;

  if (np_backlog_is_empty (self))
    return;
  g_mutex_lock (&self->lock);
  while (!self->stopped && g_cond_wait_until (&self->stopping, &self->lock, end))
    ;
  g_mutex_unlock (&self->lock);
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
  g_ptr_array_add (self->pieces, piece);
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

/**
 * np_backlog_each:
 * @self: a backlog
 * @func: called with each piece that is not written yet, the newest first; it must not come here, and stops with
 * `FALSE`
 * @user_data: for @func
 *
 * Safe from any thread. A piece that was pushed is told of, or was written before this returns.
 */
void
np_backlog_each (NpBacklog *self, NpBacklogEach func, gpointer user_data)
{
  if (np_backlog_is_empty (self))
    return;
  g_mutex_lock (&self->lock);
  for (guint i = self->pieces->len; i > 0; i--)
    if (!func (self->pieces->pdata[i - 1], user_data))
      break;
  g_mutex_unlock (&self->lock);
}

/* Gives those that wait now. They stay where they are, for who looks for them, until they are written. */
static gpointer *
dup_pieces (NpBacklog *self, guint *n)
{
  gpointer *pieces;

  g_mutex_lock (&self->lock);
  *n = self->pieces->len;
  pieces = g_memdup2 (self->pieces->pdata, *n * sizeof (gpointer));
  g_mutex_unlock (&self->lock);
  return pieces;
}

static void
forget_first (NpBacklog *self, guint n)
{
  g_mutex_lock (&self->lock);
  g_ptr_array_remove_range (self->pieces, 0, n);
  g_mutex_unlock (&self->lock);
  /* Not before they are written: until then those who read have to wait. */
  g_atomic_int_add (&self->n, -(gint) n);
}

/**
 * np_backlog_settle:
 * @self: a backlog
 * @write: writes some pieces; it may come here again, which does nothing
 * @owner: for @write
 *
 * Writes all that waits, in the order in which it came. One thread at a time: the index's writer.
 */
void
np_backlog_settle (NpBacklog *self, NpBacklogWrite write, gpointer owner)
{
  if (self->settling)
    return;
  self->settling = TRUE;
  while (!np_backlog_is_empty (self))
    {
      guint n;
      g_autofree gpointer *pieces = dup_pieces (self, &n);

      write (owner, pieces, n);
      forget_first (self, n);
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
  g_cond_broadcast (&self->stopping);
  pool = g_steal_pointer (&self->pool);
  g_mutex_unlock (&self->lock);
  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);
}
