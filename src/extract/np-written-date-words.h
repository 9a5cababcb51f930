/* The words of written dates in many languages. Read-only tables, built once; safe from any thread. */
#pragma once

#include "extract/np-written-date-vocabulary.h"

G_BEGIN_DECLS

typedef struct
{
  guint kinds;    /* NpDateWordKind */
  guint months;   /* bit 1 = January, …: every month that it can be */
  guint weekdays; /* bit 0 = Monday, … */
  int offset;     /* of an era */
} NpDateWord;

char *np_date_words_fold (const char *text);
const NpDateWord *np_date_words_lookup (const char *folded);
const NpDateWord *np_date_words_lookup_start (const char *folded);
guint np_date_words_lookup_month (const char *folded, const char *language);

G_END_DECLS
