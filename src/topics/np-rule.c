#include "topics/np-rule.h"

#include "base/np-text.h"

#include <string.h>

/* What of a story a rule looks at, each made when it is asked for. All but the captions is cheap. */
typedef struct
{
  const NpArticle *article;
  const NpTopicTree *tree;
  char *fields[NP_FIELD_NOTE + 1]; /* (nullable) words with a space before and behind each */
} Subject;

/* The words of a text, in lower case and without accents, with a space before and behind each. */
static char *
to_words (const char *text)
{
  g_autofree char *folded = np_text_fold (text);
  GString *words = g_string_new (" ");

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (words, c);
      else if (c != '\'' && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
  return g_string_free (words, FALSE);
}

static void
append (GString *text, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s\n", part);
}

static void
append_figures (GString *text, const NpArticle *article, NpTermField field)
{
  for (guint i = 0; i < article->figures->len; i++)
    {
      const NpFigure *figure = article->figures->pdata[i];

      if (field != NP_FIELD_CREDIT)
        append (text, figure->caption);
      if (field != NP_FIELD_CAPTION)
        append (text, figure->credit);
    }
}

static void
append_notes (GString *text, const NpArticle *article)
{
  append (text, article->note);
  for (guint i = 0; i < article->highlights->len; i++)
    append (text, ((const NpHighlight *) article->highlights->pdata[i])->note);
}

static char *
make_field (const NpArticle *article, NpTermField field)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *body = NULL;

  switch (field)
    {
    case NP_FIELD_HEADLINE:
      append (text, article->headline);
      break;
    case NP_FIELD_CAPTION:
    case NP_FIELD_CREDIT:
      append_figures (text, article, field);
      break;
    case NP_FIELD_BY:
      append (text, article->byline);
      for (guint i = 0; i < article->authors->len; i++)
        append (text, article->authors->pdata[i]);
      break;
    case NP_FIELD_NOTE:
      append_notes (text, article);
      break;
    case NP_FIELD_ANY:
      body = np_article_dup_text (article);
      append (text, article->headline);
      append (text, article->deck);
      append (text, article->byline);
      append (text, article->dateline);
      append (text, article->section);
      append (text, body);
      append_figures (text, article, field);
      append_notes (text, article);
      for (guint i = 0; i < article->keywords->len; i++)
        append (text, article->keywords->pdata[i]);
      break;
    }
  return to_words (text->str);
}

static gboolean
has_text (Subject *subject, const NpTerm *term)
{
  g_autofree char *words = to_words (term->text != NULL ? term->text : "");
  const char *start = words;

  if (subject->fields[term->field] == NULL)
    subject->fields[term->field] = make_field (subject->article, term->field);
  if (term->prefix)
    words[strlen (words) - 1] = '\0';
  /* Scripts that write no spaces have words within words. */
  if (g_unichar_iswide (g_utf8_get_char (words + 1)))
    {
      g_strchomp (words);
      start = words + 1;
    }
  return start[1] != '\0' && strstr (subject->fields[term->field], start) != NULL;
}

static gboolean
is_part (const char *whole, const char *part)
{
  g_autofree char *all = whole != NULL ? np_text_fold (whole) : NULL, *some = np_text_fold (part);

  return all != NULL && *some != '\0' && strstr (all, some) != NULL;
}

static gboolean
has_topic (const Subject *subject, const char *name)
{
  const NpTopic *topic = np_topic_tree_find (subject->tree, name);

  for (guint i = 0; topic != NULL && i < subject->article->topics->len; i++)
    {
      const NpTopic *own = np_topic_tree_resolve (subject->tree, subject->article->topics->pdata[i]);

      if (own != NULL && (own == topic || np_topic_tree_is_below (subject->tree, own->key, topic->key)))
        return TRUE;
    }
  return FALSE;
}

/* Days compare as text: "2018-05" begins before all of its days, and its end is behind them. */
static gboolean
is_before (const char *published, const char *day)
{
  return published != NULL && strncmp (published, day, strlen (day)) < 0;
}

static gboolean
is_after (const char *published, const char *day)
{
  return published != NULL && strncmp (published, day, strlen (day)) > 0;
}

static gboolean
has_state (const NpArticle *article, const char *state)
{
  if (g_str_equal (state, "unread") || g_str_equal (state, "read"))
    return article->read == g_str_equal (state, "read");
  return g_str_equal (state, "starred") ? article->starred : g_str_equal (state, "archived") && article->archived;
}

static gboolean
finds (Subject *subject, const NpTerm *term)
{
  const NpArticle *article = subject->article;
  gboolean all = term->kind == NP_TERM_AND;
  const char *text = term->text != NULL ? term->text : "";

  switch (term->kind)
    {
    case NP_TERM_AND:
    case NP_TERM_OR:
      for (guint i = 0; term->children != NULL && i < term->children->len; i++)
        if (finds (subject, term->children->pdata[i]) != all)
          return !all;
      return all;
    case NP_TERM_NOT:
      return !finds (subject, term->children->pdata[0]);
    case NP_TERM_TEXT:
      return has_text (subject, term);
    case NP_TERM_SITE:
      return is_part (article->site_name, text) || is_part (article->site_domain, text);
    case NP_TERM_TOPIC:
      return has_topic (subject, text);
    case NP_TERM_BEFORE:
      return is_before (article->published, text);
    case NP_TERM_AFTER:
      return is_after (article->published, text);
    case NP_TERM_IS:
      return has_state (article, text);
    }
  return FALSE;
}

static void
subject_clear (Subject *subject)
{
  for (guint i = 0; i < G_N_ELEMENTS (subject->fields); i++)
    g_free (subject->fields[i]);
}

/**
 * np_rule_new_query:
 * @search: a rule
 *
 * A search that is being typed takes its last word for the beginning of one; that of a rule is whole.
 *
 * Returns: (transfer full): what it means
 */
NpQuery *
np_rule_new_query (const char *search)
{
  g_autofree char *whole = g_strconcat (search, " ", NULL);

  return np_query_new (NP_PLACE_ALL, NULL, whole);
}

/**
 * np_rule_finds:
 * @term: what a search means
 * @article: a story
 * @tree: the topics
 *
 * Returns: whether the search finds the story
 */
gboolean
np_rule_finds (const NpTerm *term, const NpArticle *article, const NpTopicTree *tree)
{
  Subject subject = { .article = article, .tree = tree };
  gboolean found;

  g_return_val_if_fail (term != NULL && article != NULL && tree != NULL, FALSE);

  found = finds (&subject, term);
  subject_clear (&subject);
  return found;
}

/**
 * np_rule_list_topics:
 * @article: a story
 * @tree: the topics, with their rules
 *
 * A search that means nothing finds nothing.
 *
 * Returns: (transfer container) (element-type utf8): keys of the topics that a rule gives the story and that it has not
 *   yet, the tree's own strings
 */
GPtrArray *
np_rule_list_topics (const NpArticle *article, const NpTopicTree *tree)
{
  GPtrArray *topics = g_ptr_array_new ();
  g_autoptr (GPtrArray) keys = NULL;
  Subject subject = { .article = article, .tree = tree };

  g_return_val_if_fail (article != NULL && tree != NULL, topics);

  keys = np_topic_tree_list_keys (tree);
  for (guint i = 0; i < keys->len; i++)
    {
      const NpTopic *topic = np_topic_tree_get (tree, keys->pdata[i]), *real = np_topic_tree_resolve (tree, topic->key);
      gboolean found = FALSE;

      for (guint j = 0; real != NULL && !found && j < topic->rules->len; j++)
        {
          g_autoptr (NpQuery) query = np_rule_new_query (topic->rules->pdata[j]);

          found = query->term != NULL && finds (&subject, query->term);
        }
      if (found && !np_article_has_topic (article, real->key) && !g_ptr_array_find (topics, real->key, NULL))
        g_ptr_array_add (topics, real->key);
    }
  subject_clear (&subject);
  return topics;
}
