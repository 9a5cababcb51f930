/* Mistakes in a search, in words. */
#pragma once

#include "model/np-query.h"

G_BEGIN_DECLS

char *np_search_words_for_mistakes (const NpQuery *query);

G_END_DECLS
