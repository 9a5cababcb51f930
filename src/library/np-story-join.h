/* A story that is spread over several pages becomes one again. */
#pragma once

#include "model/np-article.h"

G_BEGIN_DECLS

gboolean np_story_join_is_same (const NpArticle *article, const NpArticle *next);
guint np_story_join (NpArticle *article, const NpArticle *next);

G_END_DECLS
