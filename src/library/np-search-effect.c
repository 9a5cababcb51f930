#include "library/np-search-effect.h"

#include "json/np-json-searches.h"

struct _NpSearchEffect
{
  NpSearches *before;
  NpSearches *after;
};

/**
 * np_search_effect_new:
 * @before: the searches before a change
 * @after: the searches after it
 *
 * Returns: (transfer full): what the change did
 */
NpSearchEffect *
np_search_effect_new (NpSearches *before, NpSearches *after)
{
  NpSearchEffect *effect = g_new0 (NpSearchEffect, 1);

  effect->before = np_searches_ref (before);
  effect->after = np_searches_ref (after);
  return effect;
}

/**
 * np_search_effect_free:
 * @effect: (transfer full) (nullable): what a change did
 */
void
np_search_effect_free (NpSearchEffect *effect)
{
  if (effect == NULL)
    return;
  np_searches_unref (effect->before);
  np_searches_unref (effect->after);
  g_free (effect);
}

/**
 * np_search_effect_apply:
 * @effect: what a change did
 * @catalog: the library it was done in
 * @backwards: whether to take it back, else it is done again
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: whether it is on disk
 */
gboolean
np_search_effect_apply (const NpSearchEffect *effect, NpCatalog *catalog, gboolean backwards, GError **error)
{
  NpSearchShelf *shelf = np_catalog_get_searches (catalog);
  g_autoptr (NpSearches) now = np_search_shelf_read (shelf, error), changed = NULL;

  if (now == NULL)
    return FALSE;
  changed = np_searches_copy (now);
  np_searches_apply (changed, backwards ? effect->after : effect->before, backwards ? effect->before : effect->after);
  return np_search_shelf_set (shelf, changed, error);
}

static GVariant *
searches_to_variant (const NpSearches *searches)
{
  g_autoptr (GBytes) bytes = searches != NULL ? np_json_searches_to_bytes (searches) : g_bytes_new_static ("", 0);

  return g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
}

static NpSearches *
searches_from_variant (GVariant *variant)
{
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (variant);

  return g_bytes_get_size (bytes) > 0 ? np_json_searches_from_bytes (bytes, NULL, NULL) : NULL;
}

/**
 * np_search_effect_to_variant:
 * @effect: (nullable): what a change did
 *
 * Returns: (transfer floating): @effect for the undo journal, of type `NP_SEARCH_EFFECT_VARIANT`
 */
GVariant *
np_search_effect_to_variant (const NpSearchEffect *effect)
{
  return g_variant_new ("(@ay@ay)", searches_to_variant (effect != NULL ? effect->before : NULL),
                        searches_to_variant (effect != NULL ? effect->after : NULL));
}

/**
 * np_search_effect_new_from_variant:
 * @variant: of type `NP_SEARCH_EFFECT_VARIANT`
 *
 * Returns: (transfer full) (nullable): what a change did, `NULL` when it left the searches alone
 */
NpSearchEffect *
np_search_effect_new_from_variant (GVariant *variant)
{
  g_autoptr (GVariant) first = NULL, second = NULL;
  g_autoptr (NpSearches) before = NULL, after = NULL;

  g_variant_get (variant, "(@ay@ay)", &first, &second);
  before = searches_from_variant (first);
  after = searches_from_variant (second);
  return before != NULL && after != NULL ? np_search_effect_new (before, after) : NULL;
}
