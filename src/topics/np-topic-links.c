#include "topics/np-topic-links.h"

#include "topics/np-link-measure.h"

#include <math.h>
#include <string.h>

/* How many words a topic is known by, and how many are given as a reason. */
#define MAX_KNOWN_BY 24
#define MAX_WORDS    4

/* A word that one headline of a topic has says nothing about it. */
#define MIN_WORD_STORIES 2

/* A story as it was counted, so that it can be taken out again. */
typedef struct
{
  gint64 row;
  guint hash, turn, month;
  GArray *topics, *named, *words;
} Counted;

struct _NpTopicLinks
{
  NpLinkTable *table;
  GHashTable *stories; /* Counted, by its row */
  guint turn;
};

static void
counted_free (gpointer data)
{
  Counted *story = data;

  g_array_unref (story->topics);
  g_array_unref (story->named);
  g_array_unref (story->words);
  g_free (story);
}

/**
 * np_topic_links_new:
 * @tree: the topics; another tree needs other links
 *
 * Returns: (transfer full): links from no stories
 */
NpTopicLinks *
np_topic_links_new (NpTopicTree *tree)
{
  NpTopicLinks *self;

  g_return_val_if_fail (tree != NULL, NULL);

  self = g_new0 (NpTopicLinks, 1);
  self->table = np_link_table_new (tree);
  self->stories = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, counted_free);
  return self;
}

/**
 * np_topic_links_free:
 * @self: (transfer full) (nullable): links
 */
void
np_topic_links_free (NpTopicLinks *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->stories);
  np_link_table_free (self->table);
  g_free (self);
}

/**
 * np_topic_links_get_tree:
 * @self: links
 *
 * Returns: (transfer none): the topics
 */
NpTopicTree *
np_topic_links_get_tree (NpTopicLinks *self)
{
  return self->table->tree;
}

/**
 * np_topic_links_get_table:
 * @self: links
 *
 * Returns: (transfer none): what was counted
 */
const NpLinkTable *
np_topic_links_get_table (NpTopicLinks *self)
{
  return self->table;
}

/**
 * np_topic_links_begin:
 * @self: links
 *
 * Begins to go through all stories there are: those that are not put until np_topic_links_end() are gone.
 */
void
np_topic_links_begin (NpTopicLinks *self)
{
  g_return_if_fail (self != NULL);

  self->turn++;
}

static guint
hash_story (const NpLinkStory *story)
{
  guint hash = story->month + (story->headline != NULL ? g_str_hash (story->headline) : 1);

  for (guint i = 0; story->keys != NULL && story->keys[i] != NULL; i++)
    hash = hash * 31 + g_str_hash (story->keys[i]);
  return hash;
}

/**
 * np_topic_links_put:
 * @self: links
 * @story: a story as it is now
 *
 * Counts @story, in the place of what it was. A story that is counted already and did not change costs nothing.
 */
void
np_topic_links_put (NpTopicLinks *self, const NpLinkStory *story)
{
  g_autoptr (GArray) tokens = NULL;
  Counted *counted;
  guint hash;

  g_return_if_fail (self != NULL && story != NULL);

  hash = hash_story (story);
  counted = g_hash_table_lookup (self->stories, &story->row);
  if (counted != NULL && counted->hash == hash)
    {
      counted->turn = self->turn;
      return;
    }
  np_topic_links_drop (self, story->row);
  tokens = np_suggest_tokenize_text (story->headline != NULL ? story->headline : "");
  counted = g_new0 (Counted, 1);
  counted->row = story->row;
  counted->hash = hash;
  counted->turn = self->turn;
  counted->month = story->month;
  counted->topics = np_link_table_list_topics (self->table, story->keys);
  counted->named = np_link_table_list_named (self->table, tokens);
  counted->words = np_link_table_list_words (self->table, tokens);
  np_link_table_count (self->table, counted->month, counted->topics, counted->named, counted->words, TRUE);
  g_hash_table_insert (self->stories, &counted->row, counted);
}

/**
 * np_topic_links_drop:
 * @self: links
 * @row: the row of a story
 *
 * Counts the story no more.
 */
void
np_topic_links_drop (NpTopicLinks *self, gint64 row)
{
  Counted *counted;

  g_return_if_fail (self != NULL);

  counted = g_hash_table_lookup (self->stories, &row);
  if (counted == NULL)
    return;
  np_link_table_count (self->table, counted->month, counted->topics, counted->named, counted->words, FALSE);
  g_hash_table_remove (self->stories, &row);
}

/**
 * np_topic_links_end:
 * @self: links
 *
 * Ends what np_topic_links_begin() began.
 */
void
np_topic_links_end (NpTopicLinks *self)
{
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (self != NULL);

  g_hash_table_iter_init (&iter, self->stories);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Counted *) value)->turn != self->turn)
      g_array_append_val (gone, ((Counted *) value)->row);
  for (guint i = 0; i < gone->len; i++)
    np_topic_links_drop (self, g_array_index (gone, gint64, i));
}

typedef struct
{
  guint word;
  double weight;
} Known;

static int
compare_known (gconstpointer a, gconstpointer b)
{
  const Known *first = a, *second = b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return first->word < second->word ? -1 : first->word > second->word;
}

/* The words that a topic's headlines have and others have not. */
static GArray *
list_known (const NpLinkTable *table, guint number)
{
  const NpLinkTopic *topic = np_link_table_get (table, number);
  GArray *known = g_array_new (FALSE, FALSE, sizeof (Known));
  GHashTableIter iter;
  gpointer word, n;

  g_hash_table_iter_init (&iter, topic->words);
  while (g_hash_table_iter_next (&iter, &word, &n))
    {
      guint spread = g_array_index (table->spread, guint, GPOINTER_TO_UINT (word));
      Known one = { GPOINTER_TO_UINT (word), GPOINTER_TO_UINT (n) * log ((table->n_stories + 1.0) / (spread + 1.0)) };

      if (GPOINTER_TO_UINT (n) >= MIN_WORD_STORIES && one.weight > 0)
        g_array_append_val (known, one);
    }
  g_array_sort (known, compare_known);
  g_array_set_size (known, MIN (known->len, MAX_KNOWN_BY));
  return known;
}

static char **
dup_common (const NpLinkTable *table, GArray *known, guint other)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  GHashTable *theirs = np_link_table_get (table, other)->words;

  for (guint i = 0, n = 0; i < known->len && n < MAX_WORDS; i++)
    {
      guint word = g_array_index (known, Known, i).word;

      if (GPOINTER_TO_UINT (g_hash_table_lookup (theirs, GUINT_TO_POINTER (word))) < MIN_WORD_STORIES)
        continue;
      g_strv_builder_add (words, table->spelled->pdata[word]);
      n++;
    }
  return g_strv_builder_end (words);
}

static NpTopicLink *
new_link (const NpLinkTable *table, guint number, guint other, GArray *known)
{
  const NpLinkTopic *one = np_link_table_get (table, number), *two = np_link_table_get (table, other);
  const NpLinkPair *pair = np_link_table_find (table, number, other);
  NpTopicRelation said = np_topic_tree_find_relation (table->tree, one->key, two->key);
  NpTopicLink *link;
  double strength = 0;

  if (said == NP_TOPIC_DISMISSED || (said != NP_TOPIC_RELATED && np_link_table_is_inside (table, number, other)))
    return NULL;
  if (pair != NULL)
    strength =
        np_link_add_named (np_link_measure (pair->shared, one->stories, two->stories, table->n_stories), pair->named);
  if (strength < NP_LINK_MIN_STRENGTH && said != NP_TOPIC_RELATED)
    return NULL;
  link = g_new0 (NpTopicLink, 1);
  link->key = g_strdup (two->key);
  link->strength = strength;
  link->mine = said == NP_TOPIC_RELATED;
  link->words = dup_common (table, known, other);
  if (pair == NULL)
    return link;
  link->shared = pair->shared;
  link->named = pair->named;
  for (guint i = 0; pair->months != NULL && i < pair->months->len; i++)
    {
      const NpLinkMonth *month = &g_array_index (pair->months, NpLinkMonth, i);

      if (month->stories > link->in_month || (month->stories == link->in_month && month->month > link->month))
        {
          link->month = month->month;
          link->in_month = month->stories;
        }
    }
  return link;
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const NpTopicLink *first = *(const NpTopicLink *const *) a, *second = *(const NpTopicLink *const *) b;

  if (first->mine != second->mine)
    return first->mine ? -1 : 1;
  if (first->strength != second->strength)
    return first->strength > second->strength ? -1 : 1;
  return strcmp (first->key, second->key);
}

/**
 * np_topic_link_free:
 * @link: (transfer full) (nullable): a link
 */
void
np_topic_link_free (NpTopicLink *link)
{
  if (link == NULL)
    return;
  g_free (link->key);
  g_strfreev (link->words);
  g_free (link);
}

/**
 * np_topic_links_list:
 * @self: links
 * @key: the key of a topic
 * @limit: how many at the most
 *
 * Returns: (transfer full) (element-type NpTopicLink): the topics that have to do with it: those that somebody related
 *   first, then by strength
 */
GPtrArray *
np_topic_links_list (NpTopicLinks *self, const char *key, guint limit)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) np_topic_link_free);
  g_autoptr (GHashTable) others = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) known = NULL;
  const NpTopic *topic;
  GHashTableIter iter;
  gpointer other;
  guint number;

  g_return_val_if_fail (self != NULL && key != NULL, links);

  topic = np_topic_tree_resolve (self->table->tree, key);
  if (topic == NULL)
    return links;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->table->numbers, topic->key));
  known = list_known (self->table, number);
  for (guint i = 0; i < np_link_table_get (self->table, number)->others->len; i++)
    g_hash_table_add (others,
                      GUINT_TO_POINTER (g_array_index (np_link_table_get (self->table, number)->others, guint, i)));
  np_link_table_add_mine (self->table, topic->key, others);
  g_hash_table_iter_init (&iter, others);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    {
      NpTopicLink *link = new_link (self->table, number, GPOINTER_TO_UINT (other), known);

      if (link != NULL)
        g_ptr_array_add (links, link);
    }
  g_ptr_array_sort (links, compare_links);
  if (links->len > limit)
    g_ptr_array_set_size (links, (int) limit);
  return links;
}

/**
 * np_topic_links_get_usage:
 * @self: links
 * @key: the key of a topic
 * @named: (out): how many headlines name it
 * @taken: (out): how many of those stories have it
 */
void
np_topic_links_get_usage (NpTopicLinks *self, const char *key, guint *named, guint *taken)
{
  gpointer number;

  g_return_if_fail (self != NULL && key != NULL && named != NULL && taken != NULL);

  *named = *taken = 0;
  if (!g_hash_table_lookup_extended (self->table->numbers, key, NULL, &number))
    return;
  *named = np_link_table_get (self->table, GPOINTER_TO_UINT (number))->named;
  *taken = np_link_table_get (self->table, GPOINTER_TO_UINT (number))->taken;
}
