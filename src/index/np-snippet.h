/* The words around the matches of a search. Pure. */
#pragma once

#include "index/np-story-text.h"
#include "model/np-query.h"

G_BEGIN_DECLS

char *np_snippet_new (const NpStoryText *text, const NpTerm *term);
char *np_snippet_mark_headline (const NpStoryText *text, const NpTerm *term);
GArray *np_snippet_find (const NpTerm *term, const char *text);

G_END_DECLS
