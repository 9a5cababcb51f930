/* Reads the time of day (np-written-date-reader.c) and the day (np-written-date-day.c) of a date line, and holds what
 * was read. Used by np-written-date.c alone. */
#pragma once

#include "extract/np-written-date-token.h"

G_BEGIN_DECLS

/* What stands between two labels of a date line, and what was found there. A plain record. */
typedef struct
{
  NpDateToken *tokens;
  guint n;
  const char *language;
  int year, month, day;     /* 0 = not found */
  gboolean unsure;          /* a date is written, but not which */
  int hour, minute, second; /* -1 = not found */
  gboolean has_zone;
  NpDateZone zone;
} NpDateReader;

gboolean np_date_reader_is_number (const NpDateReader *r, guint i);
gboolean np_date_reader_is_mark (const NpDateReader *r, guint i, gunichar mark);
gboolean np_date_reader_is_kind (const NpDateReader *r, guint i, guint kinds);
gboolean np_date_reader_is_word (const NpDateReader *r, guint i, const char *word);
void np_date_reader_use (NpDateReader *r, guint first, guint last);
void np_date_reader_read_times (NpDateReader *r);
void np_date_reader_read_day (NpDateReader *r);

G_END_DECLS
