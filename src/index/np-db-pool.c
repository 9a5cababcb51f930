#include "index/np-db-pool.h"

#include "index/np-index-error.h"

/* How many connections wait for the next reader; each holds up to 2 MiB of the file. */
#define MAX_IDLE 2

struct _NpDbPool
{
  GMutex lock;     /* of all below */
  GPtrArray *idle; /* of NpDb */
  guint generation;
  gboolean closed;
};

/**
 * np_db_pool_new:
 *
 * Returns: (transfer full): a pool without connections
 */
NpDbPool *
np_db_pool_new (void)
{
  NpDbPool *self = g_new0 (NpDbPool, 1);

  g_mutex_init (&self->lock);
  self->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) np_db_free);
  return self;
}

/**
 * np_db_pool_free:
 * @self: (transfer full) (nullable): a pool whose connections were all given back
 */
void
np_db_pool_free (NpDbPool *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->idle);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static NpDb *
take_idle (NpDbPool *self, guint *generation, gboolean *closed)
{
  NpDb *db = NULL;

  g_mutex_lock (&self->lock);
  *generation = self->generation;
  *closed = self->closed;
  if (self->idle->len > 0)
    db = g_ptr_array_steal_index (self->idle, self->idle->len - 1);
  g_mutex_unlock (&self->lock);
  return db;
}

/**
 * np_db_pool_take:
 * @self: a pool
 * @path: the index's file
 * @error: what SQLite said; `NP_INDEX_ERROR_FAILED` after np_db_pool_close()
 *
 * Returns: (transfer full) (nullable): a connection for this thread alone
 */
NpDb *
np_db_pool_take (NpDbPool *self, const char *path, GError **error)
{
  guint generation;
  gboolean closed;
  NpDb *db = take_idle (self, &generation, &closed);

  if (closed)
    {
      g_set_error_literal (error, NP_INDEX_ERROR, NP_INDEX_ERROR_FAILED, "the index is closed");
      return NULL;
    }
  if (db == NULL)
    {
      db = np_db_open (path, FALSE, error);
      if (db != NULL)
        db->generation = generation;
    }
  return db;
}

/**
 * np_db_pool_give:
 * @self: a pool
 * @db: (transfer full): a connection of np_db_pool_take()
 *
 * Keeps it for the next who needs one, when it is any good.
 */
void
np_db_pool_give (NpDbPool *self, NpDb *db)
{
  g_mutex_lock (&self->lock);
  if (db->generation == self->generation && self->idle->len < MAX_IDLE && !db->damaged)
    g_ptr_array_add (self->idle, g_steal_pointer (&db));
  g_mutex_unlock (&self->lock);
  np_db_free (db);
}

/**
 * np_db_pool_renew:
 * @self: a pool
 *
 * Uses no connection of before any more: the file is another.
 *
 * Returns: the number of connections to the new file, for those who open one by themselves
 */
guint
np_db_pool_renew (NpDbPool *self)
{
  guint generation;

  g_mutex_lock (&self->lock);
  generation = ++self->generation;
  g_ptr_array_set_size (self->idle, 0);
  g_mutex_unlock (&self->lock);
  return generation;
}

/**
 * np_db_pool_close:
 * @self: a pool
 *
 * Gives no connection any more.
 */
void
np_db_pool_close (NpDbPool *self)
{
  np_db_pool_renew (self);
  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  g_mutex_unlock (&self->lock);
}

/**
 * np_db_pool_is_current:
 * @self: a pool
 * @db: (nullable): a connection; `NULL` for one that could not be opened just now
 *
 * Returns: whether @db reads the file that is used now
 */
gboolean
np_db_pool_is_current (NpDbPool *self, const NpDb *db)
{
  gboolean current;

  g_mutex_lock (&self->lock);
  current = !self->closed && (db == NULL || db->generation == self->generation);
  g_mutex_unlock (&self->lock);
  return current;
}
