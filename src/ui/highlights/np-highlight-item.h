/* One highlight among those of many stories. */
#pragma once

#include "model/np-article.h"

G_BEGIN_DECLS

#define NP_TYPE_HIGHLIGHT_ITEM (np_highlight_item_get_type ())
G_DECLARE_FINAL_TYPE (NpHighlightItem, np_highlight_item, NP, HIGHLIGHT_ITEM, GObject)

NpHighlightItem *np_highlight_item_new (const NpArticle *article, const NpHighlight *highlight);
const NpHighlight *np_highlight_item_get_highlight (NpHighlightItem *self);
const char *np_highlight_item_get_story_id (NpHighlightItem *self);
const char *np_highlight_item_get_story_name (NpHighlightItem *self);
gboolean np_highlight_item_matches (NpHighlightItem *self, const char *folded);

G_END_DECLS
