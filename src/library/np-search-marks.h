/* Where a text has what a search looks for. */
#pragma once

#include "model/np-query.h"

G_BEGIN_DECLS

/* A stretch of a text, in characters: [start, end). */
typedef struct
{
  int start, end;
} NpSearchMark;

GArray *np_search_marks_find (const char *search, const char *text);

G_END_DECLS
