/* A paragraph's sentences, in any language that Pango knows. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of a text in characters: [start, end). */
typedef struct
{
  int start, end;
} NpSentence;

GArray *np_sentences_split (const char *text, const char *language);

G_END_DECLS
