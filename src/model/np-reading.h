/* A story as somebody reads it from top to bottom: what is compared when it comes in anew. Pure. */
#pragma once

#include "model/np-article.h"

G_BEGIN_DECLS

char *np_reading_of (const NpArticle *article);
gboolean np_reading_equal (const NpArticle *a, const NpArticle *b);
gboolean np_reading_has_same_photos (const NpArticle *a, const NpArticle *b);

G_END_DECLS
