/* Lists in a pasted text that are no part of the story: its topics, and links to other stories. */
#pragma once

#include "extract/np-extract-text-unit.h"
#include "model/np-article.h"

G_BEGIN_DECLS

gboolean np_text_lists_take (GPtrArray *units, guint *next, NpArticle *article);

G_END_DECLS
