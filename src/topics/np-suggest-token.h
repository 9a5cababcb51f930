/* The words of a story for finding names in it. */
#pragma once

#include "model/np-article.h"

G_BEGIN_DECLS

/* A plain record. */
typedef struct
{
  char *word; /* as it is written, without a possessive ending */
  char *folded;
  guint block;      /* the headline is 0 */
  gboolean capital; /* begins with a capital letter */
  gboolean start;   /* the first of its sentence */
  gboolean apart;   /* a mark stands between it and the word before */
} NpSuggestToken;

char *np_suggest_key (const char *name);
GArray *np_suggest_tokenize_text (const char *text);
GArray *np_suggest_tokenize (const NpArticle *article);

G_END_DECLS
