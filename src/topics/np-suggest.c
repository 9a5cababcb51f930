#include "topics/np-suggest.h"

#include "base/np-text.h"
#include "topics/np-suggest-names.h"

#include <math.h>
#include <string.h>

#define MAX_KEYWORD_CHARS 60

/* A keyword is above all that is only named, a topic of the library above new names of the same standing. */
#define KEYWORD_POINTS 1000
#define KNOWN_POINTS   40

/* What could be suggested, with its standing. */
typedef struct
{
  char *name;
  const char *key; /* (nullable) */
  NpSuggestWhy why;
  guint count, order;
  double points;
} Candidate;

typedef struct
{
  const NpArticle *article;
  const NpTopicTree *tree; /* (nullable) */
  const NpNameFinder *finder;
  NpTopicLinks *links; /* (nullable) */
  GArray *candidates;  /* of Candidate */
  GHashTable *taken;   /* keys of names, and "=key" of topics, that are not suggested again */
} Suggester;

static void
candidate_clear (gpointer data)
{
  g_free (((Candidate *) data)->name);
}

/**
 * np_suggestion_copy:
 * @suggestion: a suggestion
 *
 * Returns: (transfer full): a copy
 */
NpSuggestion *
np_suggestion_copy (const NpSuggestion *suggestion)
{
  NpSuggestion *copy = g_new0 (NpSuggestion, 1);

  *copy = *suggestion;
  copy->name = g_strdup (suggestion->name);
  copy->key = g_strdup (suggestion->key);
  return copy;
}

/**
 * np_suggestion_free:
 * @suggestion: (transfer full) (nullable): a suggestion
 */
void
np_suggestion_free (NpSuggestion *suggestion)
{
  if (suggestion == NULL)
    return;
  g_free (suggestion->name);
  g_free (suggestion->key);
  g_free (suggestion);
}

/* What the story has is not suggested, under none of its names. */
static void
take_own (Suggester *s)
{
  for (guint i = 0; s->tree != NULL && i < s->article->topics->len; i++)
    {
      const NpTopic *real = np_topic_tree_resolve (s->tree, s->article->topics->pdata[i]);

      if (real == NULL)
        continue;
      g_hash_table_add (s->taken, g_strconcat ("=", real->key, NULL));
      g_hash_table_add (s->taken, np_suggest_key (real->name));
    }
}

static gboolean
take (Suggester *s, const char *name, const char *key)
{
  g_autofree char *folded = np_suggest_key (name), *mark = key != NULL ? g_strconcat ("=", key, NULL) : NULL;

  if (*folded == '\0' || g_hash_table_contains (s->taken, folded)
      || (mark != NULL && g_hash_table_contains (s->taken, mark)))
    return FALSE;
  g_hash_table_add (s->taken, g_steal_pointer (&folded));
  if (mark != NULL)
    g_hash_table_add (s->taken, g_steal_pointer (&mark));
  return TRUE;
}

static void
add (Suggester *s, const char *name, const char *key, NpSuggestWhy why, guint count, double points)
{
  const NpTopic *topic = key != NULL ? np_topic_tree_get (s->tree, key) : NULL;
  Candidate candidate = {
    np_text_clean (topic != NULL ? topic->name : name), key, why, count, s->candidates->len, points
  };

  g_array_append_val (s->candidates, candidate);
}

/* How often somebody took the topic where a headline named it: from 0.5 for never to 1.5 for always. */
static double
find_favour (Suggester *s, const char *key)
{
  guint named = 0, taken = 0;

  if (s->links != NULL)
    np_topic_links_get_usage (s->links, key, &named, &taken);
  return 0.5 + (taken + 1.0) / (named + 2.0);
}

static void
add_keywords (Suggester *s)
{
  GPtrArray *keywords = s->article->keywords;

  for (guint i = 0; i < keywords->len; i++)
    {
      const char *name = keywords->pdata[i], *key = np_name_finder_get_key (s->finder, name);

      if (g_utf8_strlen (name, -1) <= MAX_KEYWORD_CHARS)
        add (s, name, key, NP_SUGGEST_KEYWORD, 0, KEYWORD_POINTS - i);
    }
}

static void
add_known (Suggester *s, GArray *tokens)
{
  g_autoptr (GArray) mentions = np_name_finder_find (s->finder, tokens);

  for (guint i = 0; i < mentions->len; i++)
    {
      const NpNameMention *mention = &g_array_index (mentions, NpNameMention, i);
      double points = 8 * log2 (1.0 + mention->count + 2.0 * mention->headline) - mention->first / 1000.0;

      add (s, NULL, mention->key, NP_SUGGEST_NAMED, mention->count,
           (KNOWN_POINTS + points) * find_favour (s, mention->key));
    }
}

/* Often, early, of several words, in the headline. */
static double
score (const NpSuggestName *name, const char *headline)
{
  double points = name->count * 4;

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
  /* The points of what is named all the time would else grow over everything. */
  return 12 * log2 (1 + points / 4);
}

static void
add_new (Suggester *s, GArray *tokens)
{
  g_autoptr (GPtrArray) names = np_suggest_find_names (tokens);
  g_autofree char *headline = s->article->headline != NULL ? np_suggest_key (s->article->headline) : NULL;

  for (guint i = 0; i < names->len; i++)
    {
      const NpSuggestName *name = names->pdata[i];

      add (s, name->name, np_name_finder_get_key (s->finder, name->name), NP_SUGGEST_NEW, name->count,
           score (name, headline));
    }
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->points != second->points)
    return first->points > second->points ? -1 : 1;
  return first->order < second->order ? -1 : first->order > second->order;
}

/* "Aldis" says nothing new beside "Port Aldis". */
static gboolean
is_part_of_taken (const Suggester *s, const char *name)
{
  g_autofree char *folded = np_suggest_key (name);
  gsize length = strlen (folded);
  GHashTableIter iter;
  gpointer key;

  if (strchr (folded, ' ') != NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, s->taken);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const char *taken = key, *found = *taken != '=' ? strstr (taken, folded) : NULL;

      if (found != NULL && (found == taken || found[-1] == ' ') && (found[length] == ' ' || found[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
choose (Suggester *s, guint limit)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) np_suggestion_free);

  g_array_sort (s->candidates, compare_candidates);
  for (guint i = 0; i < s->candidates->len && chosen->len < limit; i++)
    {
      const Candidate *candidate = &g_array_index (s->candidates, Candidate, i);
      NpSuggestion suggestion = { candidate->name, (char *) candidate->key, candidate->why, candidate->count };

      if (candidate->why == NP_SUGGEST_NEW && is_part_of_taken (s, candidate->name))
        continue;
      if (take (s, candidate->name, candidate->key))
        g_ptr_array_add (chosen, np_suggestion_copy (&suggestion));
    }
  return chosen;
}

/**
 * np_suggest_topics:
 * @article: a story
 * @tree: (nullable): the topics there are
 * @finder: (nullable): finds the names of @tree; made anew when it is `NULL`, which takes longer than all the rest
 * @links: (nullable): what was counted of the stories there are: what was taken before comes first
 * @flags: what to suggest
 * @limit: the most suggestions
 *
 * Looks for topics that the story could have and does not have yet: those its page declares, then topics of the tree
 * that it names (by an alias too), among them other names in it by how much they stand out.
 *
 * Returns: (transfer full) (element-type NpSuggestion): best first
 */
GPtrArray *
np_suggest_topics (const NpArticle *article, const NpTopicTree *tree, const NpNameFinder *finder, NpTopicLinks *links,
                   NpSuggestFlags flags, guint limit)
{
  Suggester s = { .article = article, .tree = tree, .links = links };
  g_autoptr (NpNameFinder) own = NULL;
  g_autoptr (GArray) tokens = NULL;
  GPtrArray *chosen;

  g_return_val_if_fail (article != NULL, NULL);

  own = finder == NULL ? np_name_finder_new (tree) : NULL;
  s.finder = finder != NULL ? finder : own;
  s.candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (s.candidates, candidate_clear);
  s.taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  take_own (&s);
  tokens = np_suggest_tokenize (article);
  if ((flags & NP_SUGGEST_WITHOUT_KEYWORDS) == 0)
    add_keywords (&s);
  add_known (&s, tokens);
  add_new (&s, tokens);
  chosen = choose (&s, limit);
  g_array_unref (s.candidates);
  g_hash_table_unref (s.taken);
  return chosen;
}

/**
 * np_suggest_list_names:
 * @suggestions: (element-type NpSuggestion): suggestions
 *
 * Returns: (transfer full) (element-type utf8): their names
 */
GPtrArray *
np_suggest_list_names (GPtrArray *suggestions)
{
  GPtrArray *names = np_strings_new ();

  for (guint i = 0; i < suggestions->len; i++)
    g_ptr_array_add (names, g_strdup (((NpSuggestion *) suggestions->pdata[i])->name));
  return names;
}
