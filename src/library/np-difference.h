/* Which fields of a story are not the same in two versions of it. */
#pragma once

#include "model/np-article-fields.h"

G_BEGIN_DECLS

NpArticleFields np_difference_of (const NpArticle *a, const NpArticle *b, NpArticleFields fields);

G_END_DECLS
