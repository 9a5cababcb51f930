/* What a change did: each story's state and the topics before and after, so that it can be taken back and done again.
 * Taking back touches only what the change touched, so what others did meanwhile stays. */
#pragma once

#include "library/np-search-effect.h"
#include "library/np-story-effect.h"

G_BEGIN_DECLS

typedef struct _NpEffect NpEffect;

#define NP_EFFECT_VARIANT "(a" NP_STORY_EFFECT_VARIANT "ayay" NP_SEARCH_EFFECT_VARIANT ")"

NpEffect *np_effect_new (void);
void np_effect_free (NpEffect *effect);
gboolean np_effect_is_empty (const NpEffect *effect);
void np_effect_add_story (NpEffect *effect, const NpArticle *before, gboolean trashed_before, const NpArticle *after,
                          gboolean trashed_after);
void np_effect_add_edit (NpEffect *effect, const NpArticle *before, const NpArticle *after, NpArticleFields fields,
                         gboolean trashed);
void np_effect_set_topics (NpEffect *effect, const NpTopicTree *before, const NpTopicTree *after);
void np_effect_take_searches (NpEffect *effect, NpSearchEffect *searches);
gboolean np_effect_apply (const NpEffect *effect, NpCatalog *catalog, gboolean backwards, GError **error);
GVariant *np_effect_to_variant (const NpEffect *effect);
NpEffect *np_effect_new_from_variant (GVariant *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpEffect, np_effect_free)

G_END_DECLS
