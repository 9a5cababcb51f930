#include "topics/np-suggest.h"

#include "base/np-text.h"
#include "topics/np-suggest-names.h"

#include <string.h>

/* The longest name of a topic, in words, that is looked for in a text. */
#define MAX_TOPIC_WORDS   8
#define MAX_KEYWORD_CHARS 60

typedef struct
{
  GPtrArray *suggested; /* char* */
  GHashTable *taken;    /* keys of names, and "=key" of topics, that are not suggested again */
  GHashTable *by_name;  /* key of a name → NpTopic */
  const NpTopicTree *tree;
  guint limit;
} Suggester;

static void
learn_topics (Suggester *s, const NpArticle *article)
{
  g_autoptr (GPtrArray) keys = np_topic_tree_list_keys (s->tree);

  for (guint i = 0; i < keys->len; i++)
    {
      const NpTopic *topic = np_topic_tree_get (s->tree, keys->pdata[i]),
                    *real = np_topic_tree_resolve (s->tree, keys->pdata[i]);
      g_autofree char *key = topic != NULL ? np_suggest_key (topic->name) : NULL;

      if (real == NULL || key == NULL)
        continue;
      if (topic == real || !g_hash_table_contains (s->by_name, key))
        g_hash_table_insert (s->by_name, g_steal_pointer (&key), (gpointer) real);
    }
  for (guint i = 0; i < article->topics->len; i++)
    {
      const NpTopic *real = np_topic_tree_resolve (s->tree, article->topics->pdata[i]);

      if (real == NULL)
        continue;
      g_hash_table_add (s->taken, g_strconcat ("=", real->key, NULL));
      g_hash_table_add (s->taken, np_suggest_key (real->name));
    }
}

static void
suggest (Suggester *s, const char *name)
{
  g_autofree char *key = np_suggest_key (name), *mark = NULL;
  const NpTopic *topic = g_hash_table_lookup (s->by_name, key);

  if (s->suggested->len >= s->limit || *key == '\0' || g_hash_table_contains (s->taken, key))
    return;
  mark = topic != NULL ? g_strconcat ("=", topic->key, NULL) : NULL;
  if (mark != NULL && g_hash_table_contains (s->taken, mark))
    return;
  g_ptr_array_add (s->suggested, np_text_clean (topic != NULL ? topic->name : name));
  g_hash_table_add (s->taken, g_steal_pointer (&key));
  if (mark != NULL)
    g_hash_table_add (s->taken, g_steal_pointer (&mark));
}

/* A topic that the text names, and how often. */
typedef struct
{
  const NpTopic *topic;
  guint count, first;
} Mention;

static void
count_mention (GHashTable *mentions, const NpTopic *topic, guint where, guint weight)
{
  Mention *mention = g_hash_table_lookup (mentions, topic->key);

  if (mention == NULL)
    {
      mention = g_new0 (Mention, 1);
      mention->topic = topic;
      mention->first = where;
      g_hash_table_insert (mentions, topic->key, mention);
    }
  mention->count += weight;
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  const Mention *first = *(const Mention *const *) a, *second = *(const Mention *const *) b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;
  return strcmp (first->topic->key, second->topic->key);
}

/* All names of all topics at once: at each word, every run of words that begins there is looked up, the longest first.
 */
static void
find_in_words (const Suggester *s, GArray *tokens, GHashTable *mentions)
{
  for (guint i = 0; i < tokens->len;)
    {
      guint taken = 0, n;
      g_autoptr (GString) run = g_string_new (NULL);

      for (n = 1; n <= MAX_TOPIC_WORDS && i + n <= tokens->len; n++)
        {
          const NpSuggestToken *token = &g_array_index (tokens, NpSuggestToken, i + n - 1);
          g_autofree char *key = NULL;
          const NpTopic *topic;

          if (n > 1 && (token->apart || token->block != g_array_index (tokens, NpSuggestToken, i).block))
            break;
          g_string_append_printf (run, "%s%s", n > 1 ? " " : "", token->folded);
          key = np_suggest_key (run->str);
          topic = g_hash_table_lookup (s->by_name, key);
          if (topic == NULL)
            continue;
          count_mention (mentions, topic, i, token->block == 0 ? 3 : 1);
          taken = n;
        }
      i += MAX (taken, 1);
    }
}

/* Scripts that write no spaces between words are searched letter by letter. */
static void
find_in_letters (const Suggester *s, const char *text, GHashTable *mentions)
{
  GHashTableIter iter;
  gpointer key, topic;

  g_hash_table_iter_init (&iter, s->by_name);
  while (g_hash_table_iter_next (&iter, &key, &topic))
    {
      const char *found = g_unichar_iswide (g_utf8_get_char (key)) ? strstr (text, key) : NULL;

      if (found != NULL)
        count_mention (mentions, topic, (guint) MIN (found - text, G_MAXINT), 1);
    }
}

static void
suggest_known (Suggester *s, const NpArticle *article, GArray *tokens)
{
  g_autoptr (GHashTable) mentions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autofree char *body = np_article_dup_text (article);
  g_autofree char *text = g_strconcat (article->headline != NULL ? article->headline : "", "\n", body, NULL);
  g_autofree char *key = np_suggest_key (text);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer mention;

  if (g_hash_table_size (s->by_name) == 0)
    return;
  find_in_words (s, tokens, mentions);
  find_in_letters (s, key, mentions);
  g_hash_table_iter_init (&iter, mentions);
  while (g_hash_table_iter_next (&iter, NULL, &mention))
    g_ptr_array_add (list, mention);
  g_ptr_array_sort (list, compare_mentions);
  for (guint i = 0; i < list->len; i++)
    suggest (s, ((Mention *) list->pdata[i])->topic->name);
}

/* Often, early, of several words, in the headline. */
static guint
score (const NpSuggestName *name, const char *headline)
{
  guint points = name->count * 4;

  if (name->words > 1)
    points += name->count * 2 + 2;
  if (name->block <= 4)
    points += 4;
  if (headline != NULL)
    {
      const char *found = strstr (headline, name->key), *last = strrchr (name->key, ' ');

      if (found == NULL && last != NULL && strlen (last) > 4)
        found = strstr (headline, last + 1);
      if (found != NULL && (found == headline || found[-1] == ' '))
        points += 12;
    }
  return points;
}

typedef struct
{
  const NpSuggestName *name;
  guint points;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *first = a, *second = b;

  if (first->points != second->points)
    return first->points > second->points ? -1 : 1;
  if (first->name->block != second->name->block)
    return first->name->block < second->name->block ? -1 : 1;
  return strcmp (first->name->key, second->name->key);
}

/* "Aldis" says nothing new beside "Port Aldis". */
static gboolean
is_part_of_taken (const Suggester *s, const NpSuggestName *name)
{
  GHashTableIter iter;
  gpointer key;
  gsize length = strlen (name->key);

  if (name->words != 1)
    return FALSE;
  g_hash_table_iter_init (&iter, s->taken);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const char *taken = key, *found = strstr (taken, name->key);

      if (found != NULL && (found == taken || found[-1] == ' ') && (found[length] == ' ' || found[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

static void
suggest_new (Suggester *s, const NpArticle *article, GArray *tokens)
{
  g_autoptr (GPtrArray) names = np_suggest_find_names (tokens);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autofree char *headline = article->headline != NULL ? np_suggest_key (article->headline) : NULL;

  for (guint i = 0; i < names->len; i++)
    {
      Ranked one = { names->pdata[i], score (names->pdata[i], headline) };

      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len && s->suggested->len < s->limit; i++)
    if (!is_part_of_taken (s, g_array_index (ranked, Ranked, i).name))
      suggest (s, g_array_index (ranked, Ranked, i).name->name);
}

/**
 * np_suggest_topics:
 * @article: a story
 * @tree: (nullable): the topics there are
 * @limit: the most suggestions
 *
 * Gives names of topics that the story could have and does not have yet: those its page declares, then topics of the
 * tree that it names (by an alias too), then other names in it by how much they stand out.
 *
 * Returns: (transfer full) (element-type utf8): names, best first; a topic of the tree under its present name
 */
GPtrArray *
np_suggest_topics (const NpArticle *article, const NpTopicTree *tree, guint limit)
{
  Suggester s = { .tree = tree, .limit = limit };
  g_autoptr (GArray) tokens = NULL;

  s.suggested = np_strings_new ();
  g_return_val_if_fail (article != NULL, s.suggested);

  s.taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  s.by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (tree != NULL)
    learn_topics (&s, article);
  tokens = np_suggest_tokenize (article);
  for (guint i = 0; i < article->keywords->len; i++)
    if (g_utf8_strlen (article->keywords->pdata[i], -1) <= MAX_KEYWORD_CHARS)
      suggest (&s, article->keywords->pdata[i]);
  suggest_known (&s, article, tokens);
  suggest_new (&s, article, tokens);
  g_hash_table_unref (s.taken);
  g_hash_table_unref (s.by_name);
  return s.suggested;
}
