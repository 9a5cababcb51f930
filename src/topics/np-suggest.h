/* Which topics a story could have. Pure. */
#pragma once

#include "model/np-article.h"
#include "model/np-topic-tree.h"

G_BEGIN_DECLS

GPtrArray *np_suggest_topics (const NpArticle *article, const NpTopicTree *tree, guint limit);

G_END_DECLS
