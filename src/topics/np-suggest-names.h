/* Finds the names of people, places and bodies in a text by their form. Pure. */
#pragma once

#include "topics/np-suggest-token.h"

G_BEGIN_DECLS

/* A name and how often the text has it. A plain record. */
typedef struct
{
  char *key;  /* as np_suggest_key() gives it */
  char *name; /* as the text writes it, the first way */
  guint words;
  guint count;    /* in all, mentions by the surname alone among them */
  guint inside;   /* not at the beginning of a sentence */
  guint at_place; /* behind "in", "from", … */
  guint block;    /* the first block that has it */
} NpSuggestName;

void np_suggest_name_free (NpSuggestName *name);
GPtrArray *np_suggest_find_names (GArray *tokens);

G_END_DECLS
