#include "library/np-effect.h"

#include "json/np-json-topics.h"
#include "library/np-library-error.h"
#include "library/np-topic-effect.h"

/* Topics that differ, before and after; a key that is missing on one side did not exist there. */
struct _NpEffect
{
  GPtrArray *stories;         /* of NpStoryEffect */
  NpTopicTree *topics_before; /* (nullable) only the topics that differ */
  NpTopicTree *topics_after;  /* (nullable) the same */
  NpSearchEffect *searches;   /* (nullable) */
};

/**
 * np_effect_new:
 *
 * Returns: (transfer full): the effect of a change that has done nothing yet
 */
NpEffect *
np_effect_new (void)
{
  NpEffect *effect = g_new0 (NpEffect, 1);

  effect->stories = g_ptr_array_new_with_free_func ((GDestroyNotify) np_story_effect_free);
  return effect;
}

/**
 * np_effect_free:
 * @effect: (transfer full) (nullable): an effect
 */
void
np_effect_free (NpEffect *effect)
{
  if (effect == NULL)
    return;
  g_ptr_array_unref (effect->stories);
  g_clear_pointer (&effect->topics_before, np_topic_tree_unref);
  g_clear_pointer (&effect->topics_after, np_topic_tree_unref);
  np_search_effect_free (effect->searches);
  g_free (effect);
}

/**
 * np_effect_is_empty:
 * @effect: an effect
 *
 * Returns: whether nothing was changed
 */
gboolean
np_effect_is_empty (const NpEffect *effect)
{
  return effect->stories->len == 0 && effect->topics_before == NULL && effect->searches == NULL;
}

/**
 * np_effect_add_story:
 * @effect: an effect
 * @before: the article before the change
 * @trashed_before: whether it was in the trash
 * @after: the article after it
 * @trashed_after: whether it is in the trash
 */
void
np_effect_add_story (NpEffect *effect, const NpArticle *before, gboolean trashed_before, const NpArticle *after,
                     gboolean trashed_after)
{
  g_return_if_fail (effect != NULL && before != NULL && after != NULL);

  g_ptr_array_add (effect->stories, np_story_effect_new (before, trashed_before, after, trashed_after));
}

/* The topics and aliases of @tree that are not the same in @other, deleted ones among them. */
static NpTopicTree *
difference (const NpTopicTree *tree, const NpTopicTree *other)
{
  NpTopicTree *result = np_topic_tree_new ();
  g_autoptr (GPtrArray) keys = np_topic_tree_list_keys (tree);
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < keys->len; i++)
    {
      const NpTopic *topic = np_topic_tree_get (tree, keys->pdata[i]);

      if (!np_topic_equal (topic, np_topic_tree_get (other, topic->key)))
        np_topic_tree_put (result, np_topic_copy (topic));
    }
  g_hash_table_iter_init (&iter, np_topic_tree_get_dropped (tree));
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (np_topic_tree_get_dropped (other), key))
      g_hash_table_add (np_topic_tree_get_dropped (result), g_strdup (key));
  return result;
}

/**
 * np_effect_add_edit:
 * @effect: an effect
 * @before: the article before the change
 * @after: the article after it
 * @fields: the fields that were changed
 * @trashed: whether it is in the trash
 */
void
np_effect_add_edit (NpEffect *effect, const NpArticle *before, const NpArticle *after, NpArticleFields fields,
                    gboolean trashed)
{
  NpStoryEffect *story;

  g_return_if_fail (effect != NULL && before != NULL && after != NULL);

  story = np_story_effect_new (before, trashed, after, trashed);
  np_story_effect_set_fields (story, before, after, fields);
  g_ptr_array_add (effect->stories, story);
}

/* Whether a difference has nothing in it: a change that left all as it was is no step to undo. */
static gboolean
is_nothing (const NpTopicTree *difference)
{
  g_autoptr (GPtrArray) keys = np_topic_tree_list_keys (difference);

  return keys->len == 0 && g_hash_table_size (np_topic_tree_get_dropped (difference)) == 0;
}

/**
 * np_effect_set_topics:
 * @effect: an effect
 * @before: the topics before the change
 * @after: the topics after it
 */
void
np_effect_set_topics (NpEffect *effect, const NpTopicTree *before, const NpTopicTree *after)
{
  g_return_if_fail (effect != NULL && before != NULL && after != NULL);

  g_clear_pointer (&effect->topics_before, np_topic_tree_unref);
  g_clear_pointer (&effect->topics_after, np_topic_tree_unref);
  effect->topics_before = difference (before, after);
  effect->topics_after = difference (after, before);
  if (!is_nothing (effect->topics_before) || !is_nothing (effect->topics_after))
    return;
  g_clear_pointer (&effect->topics_before, np_topic_tree_unref);
  g_clear_pointer (&effect->topics_after, np_topic_tree_unref);
}

/**
 * np_effect_take_searches:
 * @effect: an effect
 * @searches: (transfer full) (nullable): what the change did to the searches that are kept
 */
void
np_effect_take_searches (NpEffect *effect, NpSearchEffect *searches)
{
  g_return_if_fail (effect != NULL);

  np_search_effect_free (effect->searches);
  effect->searches = searches;
}

static gboolean
apply_stories (const NpEffect *effect, NpCatalog *catalog, gboolean backwards, GError **error)
{
  for (guint i = 0; i < effect->stories->len; i++)
    {
      g_autoptr (GError) local = NULL;

      if (!np_story_effect_apply (effect->stories->pdata[i], catalog, backwards, &local)
          && !np_library_error_is_of_story (local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * np_effect_apply:
 * @effect: an effect
 * @catalog: the library it was done in
 * @backwards: whether to take it back, else it is done again
 * @error: of `NP_LIBRARY_ERROR`
 *
 * A story that is gone from the library, or whose file is damaged, is passed over: there is nothing to take back, and
 * it must not keep what was done before from being undone.
 *
 * Topics that come are written before the stories that are to name them, topics that go after the stories that named
 * them: wherever this is cut off no story names a topic that is not there, and it can be tried again.
 *
 * Returns: whether all of it was done
 */
gboolean
np_effect_apply (const NpEffect *effect, NpCatalog *catalog, gboolean backwards, GError **error)
{
  NpTopicTree *from, *to;

  g_return_val_if_fail (effect != NULL && NP_IS_CATALOG (catalog), FALSE);

  from = backwards ? effect->topics_after : effect->topics_before;
  to = backwards ? effect->topics_before : effect->topics_after;
  if (from != NULL && !np_topic_effect_bring (from, to, catalog, error))
    return FALSE;
  if (effect->searches != NULL && !np_search_effect_apply (effect->searches, catalog, backwards, error))
    return FALSE;
  return apply_stories (effect, catalog, backwards, error)
         && (from == NULL || np_topic_effect_take (from, to, catalog, error));
}

static GVariant *
tree_to_variant (const NpTopicTree *tree)
{
  g_autoptr (GBytes) bytes = tree != NULL ? np_json_topics_to_bytes (tree) : g_bytes_new_static ("", 0);

  return g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
}

static NpTopicTree *
tree_from_variant (GVariant *variant)
{
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (variant);

  return g_bytes_get_size (bytes) > 0 ? np_json_topics_part_from_bytes (bytes, NULL) : NULL;
}

/**
 * np_effect_to_variant:
 * @effect: an effect
 *
 * Returns: (transfer floating): @effect for the undo journal, of type `NP_EFFECT_VARIANT`
 */
GVariant *
np_effect_to_variant (const NpEffect *effect)
{
  GVariantBuilder stories = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" NP_STORY_EFFECT_VARIANT));

  g_return_val_if_fail (effect != NULL, NULL);

  for (guint i = 0; i < effect->stories->len; i++)
    g_variant_builder_add_value (&stories, np_story_effect_to_variant (effect->stories->pdata[i]));
  return g_variant_new ("(@a" NP_STORY_EFFECT_VARIANT "@ay@ay@" NP_SEARCH_EFFECT_VARIANT ")",
                        g_variant_builder_end (&stories), tree_to_variant (effect->topics_before),
                        tree_to_variant (effect->topics_after), np_search_effect_to_variant (effect->searches));
}

/**
 * np_effect_new_from_variant:
 * @variant: of type `NP_EFFECT_VARIANT`
 *
 * Returns: (transfer full): the effect
 */
NpEffect *
np_effect_new_from_variant (GVariant *variant)
{
  NpEffect *effect = np_effect_new ();
  g_autoptr (GVariant) stories = NULL, before = NULL, after = NULL, searches = NULL;

  g_return_val_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE (NP_EFFECT_VARIANT)), effect);

  g_variant_get (variant, "(@a" NP_STORY_EFFECT_VARIANT "@ay@ay@" NP_SEARCH_EFFECT_VARIANT ")", &stories, &before,
                 &after, &searches);
  for (gsize i = 0; i < g_variant_n_children (stories); i++)
    {
      g_autoptr (GVariant) story = g_variant_get_child_value (stories, i);

      g_ptr_array_add (effect->stories, np_story_effect_new_from_variant (story));
    }
  effect->topics_before = tree_from_variant (before);
  effect->topics_after = tree_from_variant (after);
  effect->searches = np_search_effect_new_from_variant (searches);
  if (effect->topics_before == NULL || effect->topics_after == NULL)
    {
      g_clear_pointer (&effect->topics_before, np_topic_tree_unref);
      g_clear_pointer (&effect->topics_after, np_topic_tree_unref);
    }
  return effect;
}
