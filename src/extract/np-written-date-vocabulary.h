/* The words of dates in many languages, as np-written-date-words.c takes them in. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a word can be. One word can be several things: "mar" is March and, in other languages, Tuesday. */
typedef enum
{
  NP_DATE_WORD_MONTH = 1 << 0,
  NP_DATE_WORD_WEEKDAY = 1 << 1,
  NP_DATE_WORD_AM = 1 << 2,
  NP_DATE_WORD_PM = 1 << 3,
  NP_DATE_WORD_NOON = 1 << 4,
  NP_DATE_WORD_HOUR = 1 << 5,         /* stands behind the hour: "14h40", "15 Uhr" */
  NP_DATE_WORD_ERA = 1 << 6,          /* of years: offset is the year before its first */
  NP_DATE_WORD_PUBLISHED = 1 << 7,    /* what follows is the time of publishing */
  NP_DATE_WORD_UPDATED = 1 << 8,      /* what follows is the time of a change */
  NP_DATE_WORD_FILLER = 1 << 9,       /* "of", "at", "um", "ago": part of a date line, says nothing */
  NP_DATE_WORD_DAY_FIRST = 1 << 10,   /* of a language that writes the day before the month in figures */
  NP_DATE_WORD_NIGHT = 1 << 11,       /* from six in the evening to six in the morning */
  NP_DATE_WORD_MINUTE = 1 << 12,      /* stands behind the minutes */
  NP_DATE_WORD_SOLAR_MONTH = 1 << 13, /* of the Persian calendar */
  NP_DATE_WORD_UNTIL = 1 << 14        /* what follows is when something ends */
} NpDateWordKind;

/* Words of one kind, separated by "|". */
typedef struct
{
  guint kinds; /* NpDateWordKind */
  const char *words;
} NpDateWordRow;

/* Each ends with a row of nothing. */
extern const NpDateWordRow np_date_word_rows[];
extern const char *const np_date_weekday_rows[]; /* weekdays from Monday on, separated by ";" */

G_END_DECLS
