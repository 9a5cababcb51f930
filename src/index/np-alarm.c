#include "index/np-alarm.h"

struct _NpAlarm
{
  GMutex lock; /* of all below; held while the function is called */
  NpAlarmFunc func;
  gpointer user_data;
  gboolean damaged;
};

/**
 * np_alarm_new:
 *
 * Returns: (transfer full): an alarm that nobody hears yet
 */
NpAlarm *
np_alarm_new (void)
{
  NpAlarm *self = g_new0 (NpAlarm, 1);

  g_mutex_init (&self->lock);
  return self;
}

/**
 * np_alarm_free:
 * @self: (transfer full) (nullable): an alarm
 */
void
np_alarm_free (NpAlarm *self)
{
  if (self == NULL)
    return;
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * np_alarm_set_func:
 * @self: an alarm
 * @func: (nullable): what is called from now on; when this returns, nothing else is
 * @user_data: for @func
 */
void
np_alarm_set_func (NpAlarm *self, NpAlarmFunc func, gpointer user_data)
{
  g_mutex_lock (&self->lock);
  self->func = func;
  self->user_data = user_data;
  g_mutex_unlock (&self->lock);
}

/**
 * np_alarm_damage:
 * @self: an alarm
 *
 * Says that the file is not what it was: once until np_alarm_reset().
 */
void
np_alarm_damage (NpAlarm *self)
{
  g_mutex_lock (&self->lock);
  if (!self->damaged && self->func != NULL)
    self->func (self->user_data);
  self->damaged = TRUE;
  g_mutex_unlock (&self->lock);
}

/**
 * np_alarm_doubt:
 * @self: an alarm
 *
 * Says that something is missing in the file, which is good apart from that.
 */
void
np_alarm_doubt (NpAlarm *self)
{
  g_mutex_lock (&self->lock);
  if (self->func != NULL)
    self->func (self->user_data);
  g_mutex_unlock (&self->lock);
}

/**
 * np_alarm_is_damaged:
 * @self: an alarm
 *
 * Returns: whether np_alarm_damage() was called since np_alarm_reset()
 */
gboolean
np_alarm_is_damaged (NpAlarm *self)
{
  gboolean damaged;

  g_mutex_lock (&self->lock);
  damaged = self->damaged;
  g_mutex_unlock (&self->lock);
  return damaged;
}

/**
 * np_alarm_reset:
 * @self: an alarm
 *
 * There is another file, that is good.
 */
void
np_alarm_reset (NpAlarm *self)
{
  g_mutex_lock (&self->lock);
  self->damaged = FALSE;
  g_mutex_unlock (&self->lock);
}
