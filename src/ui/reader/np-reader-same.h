/* Whether a story reads as before: what is not text (topics, stars, the place) may change without laying it out anew.
 */
#pragma once

#include "model/np-article.h"

G_BEGIN_DECLS

gboolean np_reader_same_strings (GPtrArray *a, GPtrArray *b);
gboolean np_reader_same_text (const NpArticle *a, const NpArticle *b);

G_END_DECLS
