/* What a change did to the searches that are kept: how they were before and after. */
#pragma once

#include "library/np-catalog.h"

G_BEGIN_DECLS

typedef struct _NpSearchEffect NpSearchEffect;

/* Both are empty where the searches were not changed. */
#define NP_SEARCH_EFFECT_VARIANT "(ayay)"

NpSearchEffect *np_search_effect_new (NpSearches *before, NpSearches *after);
void np_search_effect_free (NpSearchEffect *effect);
gboolean np_search_effect_apply (const NpSearchEffect *effect, NpCatalog *catalog, gboolean backwards, GError **error);
GVariant *np_search_effect_to_variant (const NpSearchEffect *effect);
NpSearchEffect *np_search_effect_new_from_variant (GVariant *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpSearchEffect, np_search_effect_free)

G_END_DECLS
