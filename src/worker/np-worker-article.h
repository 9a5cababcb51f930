/* An article on its way from the child to the parent: what extraction can say of a story, in few bytes and little time.
 * Between two ends of one program and never on disk, so it has no version. The photos that came with the page go along.
 * The parent takes nothing on trust: what an article cannot be is no article. */
#pragma once

#include "model/np-article.h"

G_BEGIN_DECLS

GBytes *np_worker_article_to_bytes (const NpArticle *article);
NpArticle *np_worker_article_from_bytes (GBytes *bytes);

G_END_DECLS
