/* The names of months in many languages, as np-written-date-words.c takes them in. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Months from January on, separated by ";", other forms of one month by "|". */
typedef struct
{
  const char *language, *months;
} NpDateMonthRow;

/* Each ends with a row of nothing. */
extern const NpDateMonthRow np_date_month_rows[];
extern const NpDateMonthRow np_date_solar_month_rows[]; /* of the Persian calendar, from Farvardin on */

G_END_DECLS
