/* The words of written dates in many languages. Read-only tables, built once; safe from any thread. */
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
  NP_DATE_WORD_HOUR = 1 << 5,      /* stands behind the hour: "14h40", "15 Uhr" */
  NP_DATE_WORD_ZONE = 1 << 6,      /* offset is known */
  NP_DATE_WORD_PUBLISHED = 1 << 7, /* what follows is the time of publishing */
  NP_DATE_WORD_UPDATED = 1 << 8,   /* what follows is the time of a change */
  NP_DATE_WORD_FILLER = 1 << 9,    /* "of", "at", "um", "ago": part of a date line, says nothing */
  NP_DATE_WORD_DAY_FIRST = 1 << 10 /* of a language that writes the day before the month in figures */
} NpDateWordKind;

typedef struct
{
  guint kinds;    /* NpDateWordKind */
  guint months;   /* bit 1 = January, …: every month that it can be */
  guint weekdays; /* bit 0 = Monday, … */
  int offset;     /* of a zone: minutes east of UTC */
} NpDateWord;

const NpDateWord *np_date_words_lookup (const char *folded);
const NpDateWord *np_date_words_lookup_start (const char *folded);
guint np_date_words_lookup_month (const char *folded, const char *language);

G_END_DECLS
