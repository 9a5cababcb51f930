/* Reads a search as people type it: words, "phrases", prefix*, -not, OR, parentheses and fields (DESIGN §2). */
#pragma once

#include "model/np-term.h"

G_BEGIN_DECLS

NpTerm *np_query_parse (const char *text, GArray *mistakes);

G_END_DECLS
