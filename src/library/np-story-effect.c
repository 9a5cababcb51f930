#include "library/np-story-effect.h"

#include "json/np-json-article.h"

/* What a change can change of a story, but for its words. */
typedef struct
{
  gboolean read, starred, archived, trashed;
  GPtrArray *topics;
} State;

struct _NpStoryEffect
{
  char *id;
  State before, after;
  NpArticleFields fields;  /* that were edited */
  NpArticle *words_before; /* (nullable) with only these fields */
  NpArticle *words_after;  /* (nullable) the same */
};

static State
state_of (const NpArticle *article, gboolean trashed)
{
  State state = { article->read, article->starred, article->archived, trashed, np_strings_copy (article->topics) };

  return state;
}

/**
 * np_story_effect_new:
 * @before: the article before the change
 * @trashed_before: whether it was in the trash
 * @after: the article after it
 * @trashed_after: whether it is in the trash
 *
 * Returns: (transfer full): what the change did to the state of the story
 */
NpStoryEffect *
np_story_effect_new (const NpArticle *before, gboolean trashed_before, const NpArticle *after, gboolean trashed_after)
{
  NpStoryEffect *story = g_new0 (NpStoryEffect, 1);

  story->id = g_strdup (before->id);
  story->before = state_of (before, trashed_before);
  story->after = state_of (after, trashed_after);
  return story;
}

/**
 * np_story_effect_free:
 * @story: (transfer full) (nullable): an effect
 */
void
np_story_effect_free (NpStoryEffect *story)
{
  if (story == NULL)
    return;
  g_free (story->id);
  g_ptr_array_unref (story->before.topics);
  g_ptr_array_unref (story->after.topics);
  g_clear_pointer (&story->words_before, np_article_unref);
  g_clear_pointer (&story->words_after, np_article_unref);
  g_free (story);
}

static NpArticle *
with_only (const NpArticle *article, NpArticleFields fields)
{
  NpArticle *words = np_article_new ();

  /* A block names its photo by the number: without the photos the number could not be read back. */
  np_article_take_fields (words, article,
                          fields & NP_ARTICLE_BODY ? (NpArticleFields) (fields | NP_ARTICLE_FIGURES) : fields);
  return words;
}

/**
 * np_story_effect_set_fields:
 * @story: an effect
 * @before: the article before the change
 * @after: the article after it
 * @fields: the fields that were edited
 */
void
np_story_effect_set_fields (NpStoryEffect *story, const NpArticle *before, const NpArticle *after,
                            NpArticleFields fields)
{
  g_return_if_fail (story != NULL && before != NULL && after != NULL && story->fields == 0);

  story->fields = fields;
  story->words_before = with_only (before, fields);
  story->words_after = with_only (after, fields);
}

/* Whether stories may be given @key: it is a topic's, or one's that was deleted and may come back. */
static gboolean
may_be_named (const NpTopicTree *tree, const char *key)
{
  return np_topic_tree_resolve (tree, key) != NULL || g_hash_table_contains (np_topic_tree_get_dropped (tree), key);
}

/* Turns @topics from @from to @to; what others added or took off in between stays so. A topic that is no more, since
 * taking back the change that made it was cut off before it was written down, is not given to the story again. */
static void
apply_topics (GPtrArray *topics, GPtrArray *from, GPtrArray *to, const NpTopicTree *tree)
{
  gboolean untouched = topics->len == from->len;

  for (guint i = 0; untouched && i < from->len; i++)
    untouched = g_str_equal (topics->pdata[i], from->pdata[i]);
  for (guint i = from->len; i-- > 0;)
    {
      guint at;

      if ((untouched || !np_strings_contain (to, from->pdata[i]))
          && g_ptr_array_find_with_equal_func (topics, from->pdata[i], g_str_equal, &at))
        g_ptr_array_remove_index (topics, at);
    }
  for (guint i = 0; i < to->len; i++)
    if (!np_strings_contain (topics, to->pdata[i]) && (untouched || !np_strings_contain (from, to->pdata[i]))
        && (np_strings_contain (from, to->pdata[i]) || may_be_named (tree, to->pdata[i])))
      g_ptr_array_add (topics, g_strdup (to->pdata[i]));
}

/**
 * np_story_effect_apply:
 * @story: an effect
 * @catalog: the library it was done in
 * @backwards: whether to take it back, else it is done again
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: whether it was done
 */
gboolean
np_story_effect_apply (const NpStoryEffect *story, NpCatalog *catalog, gboolean backwards, GError **error)
{
  const State *from = backwards ? &story->after : &story->before, *to = backwards ? &story->before : &story->after;
  const NpArticle *words = backwards ? story->words_before : story->words_after;
  gboolean trashed = FALSE;
  g_autoptr (NpArticle) article = NULL;
  g_autoptr (NpTopicTree) tree = NULL;

  g_return_val_if_fail (story != NULL && NP_IS_CATALOG (catalog), FALSE);

  article = np_catalog_read (catalog, story->id, &trashed, error);
  if (article == NULL)
    return FALSE;
  if (from->read != to->read)
    article->read = to->read;
  if (from->starred != to->starred)
    article->starred = to->starred;
  if (from->archived != to->archived)
    article->archived = to->archived;
  tree = np_catalog_get_topics (catalog);
  apply_topics (article->topics, from->topics, to->topics, tree);
  if (words != NULL)
    np_article_take_fields (article, words, story->fields);
  if (!np_catalog_write (catalog, article, error))
    return FALSE;
  return from->trashed == to->trashed || np_catalog_set_trashed (catalog, story->id, to->trashed, error);
}

static GVariant *
state_to_variant (const State *state)
{
  g_auto (GVariantBuilder) topics = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);

  for (guint i = 0; i < state->topics->len; i++)
    g_variant_builder_add (&topics, "s", state->topics->pdata[i]);
  return g_variant_new ("(bbbbas)", state->read, state->starred, state->archived, state->trashed, &topics);
}

static State
state_from_variant (GVariant *variant)
{
  State state = { .topics = np_strings_new () };
  g_autoptr (GVariantIter) topics = NULL;
  char *key;

  g_variant_get (variant, "(bbbbas)", &state.read, &state.starred, &state.archived, &state.trashed, &topics);
  while (g_variant_iter_next (topics, "s", &key))
    g_ptr_array_add (state.topics, key);
  return state;
}

static GVariant *
words_to_variant (const NpArticle *words)
{
  g_autoptr (GBytes) bytes = words != NULL ? np_json_article_to_bytes (words) : g_bytes_new_static ("", 0);

  return g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
}

static NpArticle *
words_from_variant (GVariant *variant)
{
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (variant);

  return g_bytes_get_size (bytes) > 0 ? np_json_article_from_bytes (bytes, NULL) : NULL;
}

/**
 * np_story_effect_to_variant:
 * @story: an effect
 *
 * Returns: (transfer floating): @story for the undo journal, of type `NP_STORY_EFFECT_VARIANT`
 */
GVariant *
np_story_effect_to_variant (const NpStoryEffect *story)
{
  g_return_val_if_fail (story != NULL, NULL);

  return g_variant_new ("(s@(bbbbas)@(bbbbas)u@ay@ay)", story->id, state_to_variant (&story->before),
                        state_to_variant (&story->after), (guint) story->fields, words_to_variant (story->words_before),
                        words_to_variant (story->words_after));
}

/**
 * np_story_effect_new_from_variant:
 * @variant: of type `NP_STORY_EFFECT_VARIANT`
 *
 * Returns: (transfer full): the effect
 */
NpStoryEffect *
np_story_effect_new_from_variant (GVariant *variant)
{
  NpStoryEffect *story = g_new0 (NpStoryEffect, 1);
  g_autoptr (GVariant) before = NULL, after = NULL, words_before = NULL, words_after = NULL;
  guint fields;

  g_variant_get (variant, "(s@(bbbbas)@(bbbbas)u@ay@ay)", &story->id, &before, &after, &fields, &words_before,
                 &words_after);
  story->before = state_from_variant (before);
  story->after = state_from_variant (after);
  story->fields = (NpArticleFields) (fields & NP_ARTICLE_FIELDS_ALL);
  story->words_before = words_from_variant (words_before);
  story->words_after = words_from_variant (words_after);
  return story;
}
