/* Splits a date line into tokens. */
#pragma once

#include "extract/np-written-date-words.h"
#include "extract/np-written-date-zone.h"

G_BEGIN_DECLS

typedef enum
{
  NP_DATE_TOKEN_NUMBER,
  NP_DATE_TOKEN_WORD,
  NP_DATE_TOKEN_MARK
} NpDateTokenType;

/* A plain record. */
typedef struct
{
  NpDateTokenType type;
  gboolean spaced;  /* white space stands before it */
  gboolean used;    /* the reader knows what it is */
  gunichar mark;    /* of a mark */
  guint digits;     /* of a number */
  int value;        /* of a number; -1 when it is too long to be of a date */
  char *word;       /* (nullable) of a word: folded; several with one space between when they are one entry */
  NpDateWord known; /* of a word */
  gboolean is_zone; /* a word that names a zone */
  NpDateZone zone;
} NpDateToken;

GArray *np_date_tokens_new (const char *text, const char *language);

G_END_DECLS
