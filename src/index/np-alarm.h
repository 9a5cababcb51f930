/* Who is told when the index cannot be believed any more. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NpAlarm NpAlarm;

typedef void (*NpAlarmFunc) (gpointer user_data);

NpAlarm *np_alarm_new (void);
void np_alarm_free (NpAlarm *self);
void np_alarm_set_func (NpAlarm *self, NpAlarmFunc func, gpointer user_data);
void np_alarm_damage (NpAlarm *self);
void np_alarm_doubt (NpAlarm *self);
gboolean np_alarm_is_damaged (NpAlarm *self);
void np_alarm_reset (NpAlarm *self);

G_END_DECLS
