#include "library/np-work-queue.h"

struct _NpWorkQueue
{
  gpointer owner;
  GMutex lock;       /* of pool */
  GThreadPool *pool; /* NULL once closed */
};

/* A piece of work on its way to the thread. */
typedef struct
{
  NpWorkFunc func;
  gpointer data;
} Work;

static void
run_work (gpointer data, gpointer user_data)
{
  g_autofree Work *work = data;

  work->func (user_data, work->data);
}

/**
 * np_work_queue_new:
 * @owner: handed to all work; has to live until np_work_queue_close()
 *
 * Returns: (transfer full): a queue
 */
NpWorkQueue *
np_work_queue_new (gpointer owner)
{
  NpWorkQueue *self = g_new0 (NpWorkQueue, 1);

  self->owner = owner;
  g_mutex_init (&self->lock);
  self->pool = g_thread_pool_new (run_work, owner, 1, FALSE, NULL);
  return self;
}

/**
 * np_work_queue_free:
 * @self: (transfer full) (nullable): a queue that nobody else uses any more
 */
void
np_work_queue_free (NpWorkQueue *self)
{
  if (self == NULL)
    return;
  np_work_queue_close (self);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * np_work_queue_push:
 * @self: a queue
 * @func: called in the thread, after all that was pushed before
 * @data: for @func
 *
 * Safe from any thread.
 *
 * Returns: whether it will be done; not after np_work_queue_close()
 */
gboolean
np_work_queue_push (NpWorkQueue *self, NpWorkFunc func, gpointer data)
{
  gboolean open;

  g_mutex_lock (&self->lock);
  open = self->pool != NULL;
  if (open)
    {
      Work *work = g_new0 (Work, 1);

      work->func = func;
      work->data = data;
      g_thread_pool_push (self->pool, work, NULL);
    }
  g_mutex_unlock (&self->lock);
  return open;
}

/**
 * np_work_queue_close:
 * @self: a queue
 *
 * Takes no more work, and waits until all that was pushed is done.
 */
void
np_work_queue_close (NpWorkQueue *self)
{
  GThreadPool *pool;

  g_mutex_lock (&self->lock);
  pool = g_steal_pointer (&self->pool);
  g_mutex_unlock (&self->lock);
  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);
}

/**
 * np_work_queue_is_open:
 * @self: a queue
 *
 * Returns: whether np_work_queue_close() was not called yet
 */
gboolean
np_work_queue_is_open (NpWorkQueue *self)
{
  gboolean open;

  g_mutex_lock (&self->lock);
  open = self->pool != NULL;
  g_mutex_unlock (&self->lock);
  return open;
}
