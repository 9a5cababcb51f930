#include "library/np-advisor.h"

#include "library/np-library-error.h"
#include "topics/np-story-likeness.h"
#include "topics/np-topic-twins.h"

/* How many of the stories that the index thinks near are read to compare them. */
#define CANDIDATES 4

struct _NpAdvisor
{
  GObject parent_instance;
  NpCatalog *catalog;
  GMutex lock;         /* of all below; held while counting */
  NpTopicLinks *links; /* (nullable) */
  gboolean counted;
  GMutex finding;       /* of the two below */
  NpTopicTree *tree;    /* (nullable) whose names the finder finds */
  NpNameFinder *finder; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (NpAdvisor, np_advisor, G_TYPE_OBJECT)

static void
np_advisor_finalize (GObject *object)
{
  NpAdvisor *self = NP_ADVISOR (object);

  g_clear_pointer (&self->links, np_topic_links_free);
  g_clear_pointer (&self->finder, np_name_finder_unref);
  g_clear_pointer (&self->tree, np_topic_tree_unref);
  g_clear_object (&self->catalog);
  g_mutex_clear (&self->lock);
  g_mutex_clear (&self->finding);
  G_OBJECT_CLASS (np_advisor_parent_class)->finalize (object);
}

static void
np_advisor_class_init (NpAdvisorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_advisor_finalize;
}

static void
np_advisor_init (NpAdvisor *self)
{
  g_mutex_init (&self->lock);
  g_mutex_init (&self->finding);
}

/**
 * np_advisor_new:
 * @catalog: the library
 *
 * Returns: (transfer full): an advisor who has counted nothing yet
 */
NpAdvisor *
np_advisor_new (NpCatalog *catalog)
{
  NpAdvisor *self = g_object_new (NP_TYPE_ADVISOR, NULL);

  self->catalog = g_object_ref (catalog);
  return self;
}

/**
 * np_advisor_forget:
 * @self: an advisor
 *
 * Notes that stories changed. Never waits.
 */
void
np_advisor_forget (NpAdvisor *self)
{
  g_return_if_fail (NP_IS_ADVISOR (self));

  g_atomic_int_set (&self->counted, FALSE);
}

static void
put_cb (gint64 row, guint day, const char *headline, const char *const *keys, gpointer links)
{
  NpLinkStory story = { row, day > 0 ? NP_MONTH (day / 10000, day / 100 % 100) : 0, keys, headline };

  np_topic_links_put (links, &story);
}

/* Counts what changed since the last time; called with the lock held. An index that fails leaves what was counted. */
static void
count (NpAdvisor *self)
{
  g_autoptr (NpTopicTree) tree = np_catalog_get_topics (self->catalog);
  gboolean same = self->links != NULL && np_topic_links_get_tree (self->links) == tree;

  if (same && g_atomic_int_get (&self->counted))
    return;
  if (!same)
    {
      g_clear_pointer (&self->links, np_topic_links_free);
      self->links = np_topic_links_new (tree);
    }
  g_atomic_int_set (&self->counted, TRUE);
  np_topic_links_begin (self->links);
  if (np_index_each_topics (np_catalog_get_index (self->catalog), put_cb, self->links, NULL))
    np_topic_links_end (self->links);
  else
    g_atomic_int_set (&self->counted, FALSE);
}

/**
 * np_advisor_with_links:
 * @self: an advisor
 * @func: (scope call): called once, in this thread
 * @user_data: for @func
 *
 * Lends what was counted, brought up to date.
 */
void
np_advisor_with_links (NpAdvisor *self, NpAdvisorFunc func, gpointer user_data)
{
  g_return_if_fail (NP_IS_ADVISOR (self) && func != NULL);

  g_mutex_lock (&self->lock);
  count (self);
  func (self->links, user_data);
  g_mutex_unlock (&self->lock);
}

/* The finder is made once for a tree: that takes longer than to use it. */
static NpNameFinder *
get_finder (NpAdvisor *self, NpTopicTree *tree)
{
  NpNameFinder *finder;

  g_mutex_lock (&self->finding);
  if (self->tree != tree)
    {
      g_clear_pointer (&self->finder, np_name_finder_unref);
      g_clear_pointer (&self->tree, np_topic_tree_unref);
      self->finder = np_name_finder_new (tree);
      self->tree = np_topic_tree_ref (tree);
    }
  finder = np_name_finder_ref (self->finder);
  g_mutex_unlock (&self->finding);
  return finder;
}

/**
 * np_advisor_suggest:
 * @self: an advisor
 * @article: a story
 * @flags: what to suggest
 * @limit: the most suggestions
 *
 * Returns: (transfer full) (element-type NpTopicSuggestion): topics that it could have, best first
 */
GPtrArray *
np_advisor_suggest (NpAdvisor *self, const NpArticle *article, NpSuggestFlags flags, guint limit)
{
  static const char *const why[] = { "keyword", "named", "new" };
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) np_topic_suggestion_free);
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (NpNameFinder) finder = NULL;
  g_autoptr (GPtrArray) found = NULL;
  gboolean counted;

  g_return_val_if_fail (NP_IS_ADVISOR (self) && article != NULL, result);

  tree = np_catalog_get_topics (self->catalog);
  finder = get_finder (self, tree);
  /* What was counted last will do, and nobody waits for counting. */
  counted = g_mutex_trylock (&self->lock);
  found = np_suggest_topics (article, tree, finder, counted ? self->links : NULL, flags, limit);
  if (counted)
    g_mutex_unlock (&self->lock);
  for (guint i = 0; i < found->len; i++)
    {
      const NpSuggestion *one = found->pdata[i];
      NpTopicSuggestion *suggestion = g_new0 (NpTopicSuggestion, 1);

      suggestion->name = g_strdup (one->name);
      suggestion->key = g_strdup (one->key);
      suggestion->why = why[one->why];
      suggestion->count = one->count;
      g_ptr_array_add (result, suggestion);
    }
  return result;
}

static NpTopicPair *
new_pair (const NpTopicTree *tree, const char *key, const NpTopicLink *link)
{
  const NpTopic *topic = np_topic_tree_resolve (tree, key), *other = np_topic_tree_resolve (tree, link->key);
  NpTopicPair *pair = g_new0 (NpTopicPair, 1);

  pair->key = g_strdup (topic->key);
  pair->other = g_strdup (link->key);
  pair->name = g_strdup (topic->name);
  pair->other_name = g_strdup (other->name);
  pair->strength = link->strength;
  pair->mine = link->mine;
  pair->shared = link->shared;
  pair->named = link->named;
  pair->words = g_strdupv (link->words);
  pair->in_month = link->in_month;
  pair->year = link->month > 0 ? (link->month - 1) / 12 : 0;
  pair->month = link->month > 0 ? (link->month - 1) % 12 + 1 : 0;
  return pair;
}

typedef struct
{
  const char *key;
  guint limit;
  GPtrArray *pairs;
} Listing;

static void
list_cb (NpTopicLinks *links, gpointer user_data)
{
  Listing *listing = user_data;
  g_autoptr (GPtrArray) found = np_topic_links_list (links, listing->key, listing->limit);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (listing->pairs, new_pair (np_topic_links_get_tree (links), listing->key, found->pdata[i]));
}

/**
 * np_advisor_list_related:
 * @self: an advisor
 * @key: the key of a topic
 * @limit: how many at the most
 *
 * Returns: (transfer full) (element-type NpTopicPair): what it is related to, best first
 */
GPtrArray *
np_advisor_list_related (NpAdvisor *self, const char *key, guint limit)
{
  Listing listing = { key, limit, g_ptr_array_new_with_free_func ((GDestroyNotify) np_topic_pair_free) };

  np_advisor_with_links (self, list_cb, &listing);
  return listing.pairs;
}

static guint
count_cb (const char *key, gpointer counts)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
}

/**
 * np_advisor_list_twins:
 * @self: an advisor
 *
 * Returns: (transfer full) (element-type NpTopicPair): topics that may be one and the same, the surest first; the first
 *   of a pair has fewer stories
 */
GPtrArray *
np_advisor_list_twins (NpAdvisor *self)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) np_topic_pair_free);
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (NP_IS_ADVISOR (self), pairs);

  tree = np_catalog_get_topics (self->catalog);
  counts = np_index_count_topics (np_catalog_get_index (self->catalog), tree, NULL);
  found = np_topic_twins_find (tree, counts != NULL ? count_cb : NULL, counts);
  for (guint i = 0; i < found->len; i++)
    {
      const NpTopicTwins *twins = found->pdata[i];
      NpTopicPair *pair = g_new0 (NpTopicPair, 1);

      pair->key = g_strdup (twins->key);
      pair->other = g_strdup (twins->other);
      pair->name = g_strdup (twins->name);
      pair->other_name = g_strdup (twins->other_name);
      pair->why = np_twin_why_to_string (twins->why);
      g_ptr_array_add (pairs, pair);
    }
  return pairs;
}

/* One that the index thinks near. */
typedef struct
{
  NpStory *story;
  NpStoryLikeness likeness;
} Near;

static void
near_clear (gpointer data)
{
  g_clear_object (&((Near *) data)->story);
  np_story_likeness_clear (&((Near *) data)->likeness);
}

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const Near *first = a, *second = b;

  return first->likeness.score > second->likeness.score ? -1 : first->likeness.score < second->likeness.score;
}

static NpRelatedStory *
new_related (const NpTopicTree *tree, const Near *near)
{
  NpRelatedStory *related = g_new0 (NpRelatedStory, 1);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  related->story = g_object_ref (near->story);
  related->names = g_strdupv (near->likeness.names);
  for (guint i = 0; near->likeness.topics[i] != NULL; i++)
    g_strv_builder_add (names, np_topic_tree_get (tree, near->likeness.topics[i])->name);
  related->topics = g_strv_builder_end (names);
  return related;
}

/**
 * np_advisor_find_stories:
 * @self: an advisor
 * @article: a story of the library
 * @limit: how many at the most
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Looks for stories that have topics, names and words in common with @article. Those that are its text once more are
 * left out.
 *
 * Returns: (transfer full) (element-type NpRelatedStory) (nullable): stories, best first
 */
GPtrArray *
np_advisor_find_stories (NpAdvisor *self, const NpArticle *article, guint limit, GError **error)
{
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (NpStoryTraits) mine = NULL;
  g_autoptr (GArray) near = NULL;
  g_autoptr (GError) local = NULL;
  GPtrArray *result;

  g_return_val_if_fail (NP_IS_ADVISOR (self) && article != NULL && article->id != NULL, NULL);

  tree = np_catalog_get_topics (self->catalog);
  candidates =
      np_index_find_related (np_catalog_get_index (self->catalog), article->id, tree, limit * CANDIDATES, &local);
  if (candidates == NULL)
    {
      g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
      return NULL;
    }
  mine = np_story_traits_new (article, tree);
  near = g_array_new (FALSE, FALSE, sizeof (Near));
  g_array_set_clear_func (near, near_clear);
  for (guint i = 0; i < candidates->len; i++)
    {
      NpStory *story = candidates->pdata[i];
      g_autoptr (NpArticle) other = np_catalog_read (self->catalog, np_story_get_id (story), NULL, NULL);
      g_autoptr (NpStoryTraits) theirs = other != NULL ? np_story_traits_new (other, tree) : NULL;
      Near one = { g_object_ref (story), { 0 } };

      if (theirs != NULL)
        np_story_likeness_measure (mine, theirs, &one.likeness);
      g_array_append_val (near, one);
    }
  g_array_sort (near, compare_near);
  result = g_ptr_array_new_with_free_func ((GDestroyNotify) np_related_story_free);
  for (guint i = 0; i < near->len && result->len < limit; i++)
    if (g_array_index (near, Near, i).likeness.score > 0 && !g_array_index (near, Near, i).likeness.twice)
      g_ptr_array_add (result, new_related (tree, &g_array_index (near, Near, i)));
  return result;
}
