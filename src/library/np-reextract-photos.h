/* The photos of a story whose page was read anew: those that were saved stay with it. */
#pragma once

#include "model/np-article-fields.h"
#include "store/np-store.h"

G_BEGIN_DECLS

NpArticleFields np_reextract_photos (NpArticle *fresh, const NpArticle *old, NpArticleFields fields, NpStore *store);

G_END_DECLS
