/* The names of time zones, as people write them behind a time of day. Pure; safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a name means. A plain record. */
typedef struct
{
  int offset;      /* minutes east of UTC, in winter */
  gboolean summer; /* an hour more while North America has summer time: "ET" */
} NpDateZone;

gboolean np_date_zone_look_up (const char *folded, const char *language, NpDateZone *zone);
int np_date_zone_get_offset (const NpDateZone *zone, int year, int month, int day, int hour);

G_END_DECLS
