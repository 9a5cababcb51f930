#include "topics/np-story-likeness.h"

#include "topics/np-suggest-names.h"
#include "topics/np-suggest-words.h"

#include <math.h>
#include <string.h>

/* How many names are given as a reason. */
#define MAX_NAMES 4

/* Runs of so many words are hardly ever the same in two texts that were written by two people. */
#define RUN 6

/* Texts that have this share of the shorter one's runs in common are one. */
#define TWICE 0.5

struct _NpStoryTraits
{
  GHashTable *topics; /* set of char* keys, aliases resolved */
  GHashTable *names;  /* key of a name → NpSuggestName, owned by list */
  GPtrArray *list;    /* of NpSuggestName in the order of the text */
  GHashTable *runs;   /* set of hashes */
  GHashTable *words;  /* set of char* of headline and deck */
  char *headline;     /* as np_suggest_key() gives it, with a space before and behind */
};

static void
add_runs (NpStoryTraits *self, GArray *tokens)
{
  for (guint i = 0; i + RUN <= tokens->len; i++)
    {
      guint hash = 5381;

      if (g_array_index (tokens, NpSuggestToken, i).block < 2)
        continue;
      for (guint j = i; j < i + RUN; j++)
        hash = hash * 33 + g_str_hash (g_array_index (tokens, NpSuggestToken, j).folded);
      g_hash_table_add (self->runs, GUINT_TO_POINTER (hash));
    }
}

static void
add_words (NpStoryTraits *self, GArray *tokens)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      const NpSuggestToken *token = &g_array_index (tokens, NpSuggestToken, i);

      if (token->block < 2 && strlen (token->folded) >= 4 && !np_suggest_is_function_word (token->folded))
        g_hash_table_add (self->words, g_strdup (token->folded));
    }
}

/**
 * np_story_traits_new:
 * @article: a story
 * @tree: the topics
 *
 * Returns: (transfer full): what it is compared by
 */
NpStoryTraits *
np_story_traits_new (const NpArticle *article, const NpTopicTree *tree)
{
  NpStoryTraits *self;
  g_autoptr (GArray) tokens = NULL;
  g_autofree char *headline = NULL;

  g_return_val_if_fail (article != NULL && tree != NULL, NULL);

  self = g_new0 (NpStoryTraits, 1);
  self->topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->runs = g_hash_table_new (NULL, NULL);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < article->topics->len; i++)
    {
      const NpTopic *topic = np_topic_tree_resolve (tree, article->topics->pdata[i]);

      if (topic != NULL)
        g_hash_table_add (self->topics, g_strdup (topic->key));
    }
  tokens = np_suggest_tokenize (article);
  self->list = np_suggest_find_names (tokens);
  for (guint i = 0; i < self->list->len; i++)
    g_hash_table_insert (self->names, ((NpSuggestName *) self->list->pdata[i])->key, self->list->pdata[i]);
  add_runs (self, tokens);
  add_words (self, tokens);
  headline = np_suggest_key (article->headline != NULL ? article->headline : "");
  self->headline = g_strdup_printf (" %s ", headline);
  return self;
}

/**
 * np_story_traits_free:
 * @self: (transfer full) (nullable): traits
 */
void
np_story_traits_free (NpStoryTraits *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->topics);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->list);
  g_hash_table_unref (self->runs);
  g_hash_table_unref (self->words);
  g_free (self->headline);
  g_free (self);
}

static gboolean
is_in_headline (const NpStoryTraits *self, const char *name)
{
  g_autofree char *word = g_strdup_printf (" %s ", name);

  return strstr (self->headline, word) != NULL;
}

static guint
count_common (GHashTable *a, GHashTable *b)
{
  GHashTable *small = g_hash_table_size (a) < g_hash_table_size (b) ? a : b, *large = small == a ? b : a;
  GHashTableIter iter;
  gpointer key;
  guint n = 0;

  g_hash_table_iter_init (&iter, small);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    n += g_hash_table_contains (large, key);
  return n;
}

/* A name of one story that the other has, and how much it says. */
typedef struct
{
  const char *name;
  double weight;
} Shared;

static int
compare_shared (gconstpointer a, gconstpointer b)
{
  const Shared *first = a, *second = b;

  return first->weight > second->weight ? -1 : first->weight < second->weight ? 1 : strcmp (first->name, second->name);
}

static GArray *
list_names (const NpStoryTraits *a, const NpStoryTraits *b)
{
  GArray *shared = g_array_new (FALSE, FALSE, sizeof (Shared));

  for (guint i = 0; i < a->list->len; i++)
    {
      const NpSuggestName *mine = a->list->pdata[i], *theirs = g_hash_table_lookup (b->names, mine->key);
      Shared one = { mine->name, 0 };

      if (theirs == NULL)
        continue;
      one.weight = log2 (1 + MIN (mine->count, theirs->count)) * (mine->words > 1 ? 1.5 : 1);
      one.weight += is_in_headline (a, mine->key) + is_in_headline (b, mine->key);
      g_array_append_val (shared, one);
    }
  g_array_sort (shared, compare_shared);
  return shared;
}

/**
 * np_story_likeness_measure:
 * @a: what one story is compared by
 * @b: what another is
 * @likeness: (out caller-allocates): what they have in common; cleared with np_story_likeness_clear()
 */
void
np_story_likeness_measure (const NpStoryTraits *a, const NpStoryTraits *b, NpStoryLikeness *likeness)
{
  g_autoptr (GStrvBuilder) topics = g_strv_builder_new (), names = g_strv_builder_new ();
  g_autoptr (GArray) shared = NULL;
  GHashTableIter iter;
  gpointer key;
  guint runs, shorter;

  g_return_if_fail (a != NULL && b != NULL && likeness != NULL);

  *likeness = (NpStoryLikeness){ 0 };
  g_hash_table_iter_init (&iter, a->topics);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_contains (b->topics, key))
      {
        likeness->score += 3;
        g_strv_builder_add (topics, key);
      }
  shared = list_names (a, b);
  for (guint i = 0; i < shared->len; i++)
    {
      likeness->score += g_array_index (shared, Shared, i).weight;
      if (i < MAX_NAMES)
        g_strv_builder_add (names, g_array_index (shared, Shared, i).name);
    }
  likeness->score += 1.5 * count_common (a->words, b->words);
  runs = count_common (a->runs, b->runs);
  shorter = MIN (g_hash_table_size (a->runs), g_hash_table_size (b->runs));
  likeness->twice = shorter >= RUN && runs > TWICE * shorter;
  likeness->topics = g_strv_builder_end (topics);
  likeness->names = g_strv_builder_end (names);
}

/**
 * np_story_likeness_clear:
 * @likeness: what two stories have in common
 *
 * Frees what @likeness holds.
 */
void
np_story_likeness_clear (NpStoryLikeness *likeness)
{
  g_clear_pointer (&likeness->topics, g_strfreev);
  g_clear_pointer (&likeness->names, g_strfreev);
}
