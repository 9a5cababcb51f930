#include "worker/np-worker-pool.h"

struct _NpWorkerPool
{
  GObject parent_instance;
  GMutex mutex;
  GCond changed;      /* a worker is free, or someone was cancelled */
  GPtrArray *idle;    /* NpWorker*; of the mutex, as is: */
  guint may_be_added; /* workers that there are not yet */
};

G_DEFINE_FINAL_TYPE (NpWorkerPool, np_worker_pool, G_TYPE_OBJECT)

static void
np_worker_pool_finalize (GObject *object)
{
  NpWorkerPool *self = NP_WORKER_POOL (object);

  g_ptr_array_unref (self->idle);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  G_OBJECT_CLASS (np_worker_pool_parent_class)->finalize (object);
}

static void
np_worker_pool_class_init (NpWorkerPoolClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_worker_pool_finalize;
}

static void
np_worker_pool_init (NpWorkerPool *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->idle = g_ptr_array_new_with_free_func (g_object_unref);
  self->may_be_added = g_get_num_processors ();
}

/**
 * np_worker_pool_new:
 *
 * Returns: (transfer full): a pool of as many workers as there are cores; each is started when it is first needed
 */
NpWorkerPool *
np_worker_pool_new (void)
{
  return g_object_new (NP_TYPE_WORKER_POOL, NULL);
}

static void
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  NpWorkerPool *self = user_data;

  g_mutex_lock (&self->mutex);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

/* The worker that was used last comes first: the others' memory can sleep. */
static NpWorker *
take_worker (NpWorkerPool *self, GCancellable *cancellable, GError **error)
{
  NpWorker *worker = NULL;
  gulong handler = 0;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), self, NULL);
  g_mutex_lock (&self->mutex);
  while (self->idle->len == 0 && self->may_be_added == 0 && !g_cancellable_is_cancelled (cancellable))
    g_cond_wait (&self->changed, &self->mutex);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      if (self->idle->len > 0)
        worker = g_ptr_array_steal_index (self->idle, self->idle->len - 1);
      else
        {
          self->may_be_added--;
          worker = np_worker_new ();
        }
    }
  g_mutex_unlock (&self->mutex);
  g_cancellable_disconnect (cancellable, handler);
  return worker;
}

static void
give_back (NpWorkerPool *self, NpWorker *worker)
{
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->idle, worker);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

/**
 * np_worker_pool_extract:
 * @self: a pool
 * @page: what was fetched or opened
 * @leads: (out caller-allocates) (nullable): zeroed before; where the page leads
 * @cancellable: (nullable): stops waiting and reading
 * @error: as np_worker_extract_with_leads()
 *
 * Waits for a worker that is free and has it read @page. Blocking; safe from any thread.
 *
 * Returns: (transfer full) (nullable): the article
 */
NpArticle *
np_worker_pool_extract (NpWorkerPool *self, const NpPage *page, NpLeads *leads, GCancellable *cancellable,
                        GError **error)
{
  NpWorker *worker;
  NpArticle *article;

  g_return_val_if_fail (NP_IS_WORKER_POOL (self) && page != NULL, NULL);

  worker = take_worker (self, cancellable, error);
  if (worker == NULL)
    return NULL;
  article = np_worker_extract_with_leads (worker, page, leads, cancellable, error);
  give_back (self, worker);
  return article;
}

/**
 * np_worker_pool_read_feed:
 * @self: a pool
 * @page: what was fetched or opened
 * @cancellable: (nullable): stops waiting and reading
 * @error: as np_worker_read_feed()
 *
 * Waits for a worker that is free and has it read the feed that @page is. Blocking; safe from any thread.
 *
 * Returns: (transfer full) (nullable): the feed
 */
NpFeed *
np_worker_pool_read_feed (NpWorkerPool *self, const NpPage *page, GCancellable *cancellable, GError **error)
{
  NpWorker *worker;
  NpFeed *feed;

  g_return_val_if_fail (NP_IS_WORKER_POOL (self) && page != NULL, NULL);

  worker = take_worker (self, cancellable, error);
  if (worker == NULL)
    return NULL;
  feed = np_worker_read_feed (worker, page, cancellable, error);
  give_back (self, worker);
  return feed;
}
