/* What a change did to one story: its state before and after, and of an edit the fields that it touched. */
#pragma once

#include "library/np-catalog.h"
#include "model/np-article-fields.h"

G_BEGIN_DECLS

typedef struct _NpStoryEffect NpStoryEffect;

/* Id, state before and after, the fields that were edited, and an article with these alone, before and after. */
#define NP_STORY_EFFECT_VARIANT "(s(bbbbas)(bbbbas)uayay)"

NpStoryEffect *np_story_effect_new (const NpArticle *before, gboolean trashed_before, const NpArticle *after,
                                    gboolean trashed_after);
void np_story_effect_free (NpStoryEffect *story);
void np_story_effect_set_fields (NpStoryEffect *story, const NpArticle *before, const NpArticle *after,
                                 NpArticleFields fields);
gboolean np_story_effect_apply (const NpStoryEffect *story, NpCatalog *catalog, gboolean backwards, GError **error);
GVariant *np_story_effect_to_variant (const NpStoryEffect *story);
NpStoryEffect *np_story_effect_new_from_variant (GVariant *variant);

G_END_DECLS
