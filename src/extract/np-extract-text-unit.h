/* The pieces of a pasted text: one unit is one paragraph, however its lines were broken. */
#pragma once

#include "model/np-article.h"

G_BEGIN_DECLS

/* A plain record. */
typedef struct
{
  char *text;      /* white space folded */
  guint group;     /* units with no blank line between them have the same number */
  NpBlock *block;  /* (nullable) what Markdown made of it; NULL = plain text */
  NpFigure *photo; /* (nullable) a picture of Markdown */
} NpTextUnit;

GPtrArray *np_text_units_new (void);
void np_text_units_add (GPtrArray *units, const char *text, guint group, NpBlock *block);
GPtrArray *np_text_units_from_plain (const char *text);
char *np_text_units_normalize (const char *text);
NpBlock *np_text_units_new_paragraph (const char *text);
gboolean np_text_unit_is_plain (const NpTextUnit *unit);

G_END_DECLS
