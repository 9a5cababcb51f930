#include "library/np-health.h"

struct _NpHealth
{
  GMutex lock; /* of all below; held while the watcher is told, so that none is told after it went */
  NpHealthFunc func;
  gpointer user_data;
  gboolean stale;
};

/**
 * np_health_new:
 *
 * Returns: (transfer full): the health of an index of which nothing bad is known
 */
NpHealth *
np_health_new (void)
{
  NpHealth *self = g_new0 (NpHealth, 1);

  g_mutex_init (&self->lock);
  return self;
}

/**
 * np_health_free:
 * @self: (transfer full) (nullable): a health
 */
void
np_health_free (NpHealth *self)
{
  if (self == NULL)
    return;
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * np_health_watch:
 * @self: a health
 * @func: (nullable): who is told from now on; when this returns, nobody else is
 * @user_data: for @func
 */
void
np_health_watch (NpHealth *self, NpHealthFunc func, gpointer user_data)
{
  g_mutex_lock (&self->lock);
  self->func = func;
  self->user_data = user_data;
  g_mutex_unlock (&self->lock);
}

/**
 * np_health_is_stale:
 * @self: a health
 *
 * Returns: whether the index has to be rebuilt
 */
gboolean
np_health_is_stale (NpHealth *self)
{
  gboolean stale;

  g_mutex_lock (&self->lock);
  stale = self->stale;
  g_mutex_unlock (&self->lock);
  return stale;
}

/**
 * np_health_set_stale:
 * @self: a health
 * @stale: whether the index has to be rebuilt
 */
void
np_health_set_stale (NpHealth *self, gboolean stale)
{
  g_mutex_lock (&self->lock);
  if (stale && !self->stale && self->func != NULL)
    self->func (NP_HEALTH_STALE, self->user_data);
  self->stale = stale;
  g_mutex_unlock (&self->lock);
}

/**
 * np_health_tell_lost:
 * @self: a health
 *
 * Tells that a story left the index.
 */
void
np_health_tell_lost (NpHealth *self)
{
  g_mutex_lock (&self->lock);
  if (self->func != NULL)
    self->func (NP_HEALTH_LOST_STORY, self->user_data);
  g_mutex_unlock (&self->lock);
}
