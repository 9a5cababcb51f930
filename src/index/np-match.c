#include "index/np-match.h"

#include "index/np-rows.h"

/* So many words go into one question to FTS5, whose own limit is 256 levels. */
#define MAX_WORDS 32

static NpMatch *
match_new (NpTermKind kind, NpRowSet *may)
{
  NpMatch *match = g_new0 (NpMatch, 1);

  match->kind = kind;
  match->may = may;
  return match;
}

/**
 * np_match_free:
 * @match: (transfer full) (nullable): a match
 */
void
np_match_free (NpMatch *match)
{
  if (match == NULL)
    return;
  np_row_set_free (match->may);
  np_row_set_free (match->must);
  np_phrase_free (match->phrase);
  g_clear_pointer (&match->children, g_ptr_array_unref);
  g_free (match);
}

static gboolean
match_text (NpDb *db, const NpTerm *term, NpMatch **match, GError **error)
{
  g_autoptr (NpPhrase) phrase = np_phrase_new (term);
  g_autoptr (NpRowSet) set = phrase != NULL ? np_rows_new (db, error) : NULL;
  g_autofree char *words = NULL;

  *match = NULL;
  if (phrase == NULL || set == NULL)
    return phrase == NULL;
  words = np_phrase_to_match (phrase, phrase->part);
  if (!np_rows_of_words (db, phrase->part, words, set, error))
    return FALSE;
  *match = match_new (NP_TERM_TEXT, g_steal_pointer (&set));
  if (phrase->tokens->len == 1)
    return TRUE;
  (*match)->must = np_row_set_new ((*match)->may->n_bits);
  (*match)->phrase = g_steal_pointer (&phrase);
  return TRUE;
}

static gboolean
match_fact (NpDb *db, const NpTerm *term, const NpTopicTree *tree, NpMatch **match, GError **error)
{
  g_autoptr (NpRowSet) set = np_rows_new (db, error);

  if (set == NULL || !np_rows_of_fact (db, term, tree, set, error))
    return FALSE;
  *match = match_new (NP_TERM_TEXT, g_steal_pointer (&set));
  return TRUE;
}

static NpMatch *
match_not (NpMatch *child)
{
  NpMatch *match = match_new (NP_TERM_NOT, np_row_set_copy (child->must != NULL ? child->must : child->may));

  np_row_set_invert (match->may);
  if (child->must != NULL)
    {
      match->must = np_row_set_copy (child->may);
      np_row_set_invert (match->must);
    }
  match->children = g_ptr_array_new_with_free_func ((GDestroyNotify) np_match_free);
  g_ptr_array_add (match->children, child);
  return match;
}

/* Adds a child to an AND or OR; @match NULL: it is the first. */
static NpMatch *
match_add (NpMatch *match, NpTermKind kind, NpMatch *child)
{
  void (*join) (NpRowSet *, const NpRowSet *) = kind == NP_TERM_AND ? np_row_set_intersect : np_row_set_unite;

  if (match == NULL)
    {
      match = match_new (kind, np_row_set_copy (child->may));
      match->must = child->must != NULL ? np_row_set_copy (child->must) : NULL;
      match->children = g_ptr_array_new_with_free_func ((GDestroyNotify) np_match_free);
    }
  else
    {
      if (match->must == NULL && child->must != NULL)
        match->must = np_row_set_copy (match->may);
      join (match->may, child->may);
      if (match->must != NULL)
        join (match->must, child->must != NULL ? child->must : child->may);
    }
  g_ptr_array_add (match->children, child);
  return match;
}

/**
 * np_match_join:
 * @a: (transfer full) (nullable): a match, `NULL` for everything
 * @b: (transfer full) (nullable): another
 *
 * Returns: (transfer full) (nullable): what both match
 */
NpMatch *
np_match_join (NpMatch *a, NpMatch *b)
{
  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  return match_add (match_add (NULL, NP_TERM_AND, a), NP_TERM_AND, b);
}

static gboolean
is_empty (const NpMatch *match)
{
  gint64 row = -1;

  return !np_row_set_next (match->may, &row);
}

/* Plain words that all have to be there are one question to FTS5, which goes through their rows side by side. */
static gboolean
match_plain_words (NpDb *db, const NpTerm *term, GHashTable *taken, NpMatch **match, GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (NpRowSet) set = NULL;

  for (guint i = 0, n = 0; i < term->children->len && n < MAX_WORDS; i++)
    {
      const NpTerm *child = term->children->pdata[i];
      g_autoptr (NpPhrase) phrase = NULL;
      g_autofree char *word = NULL;

      if (child->kind != NP_TERM_TEXT || child->field != NP_FIELD_ANY || (phrase = np_phrase_new (child)) == NULL
          || phrase->tokens->len > 1)
        continue;
      word = np_phrase_to_match (phrase, phrase->part);
      g_string_append_printf (words, "%s%s", n++ > 0 ? " AND " : "", word);
      g_hash_table_add (taken, (gpointer) child);
    }
  if (words->len == 0)
    return TRUE;
  set = np_rows_new (db, error);
  if (set == NULL || !np_rows_of_words (db, NP_N_PARTS, words->str, set, error))
    return FALSE;
  *match = match_add (NULL, NP_TERM_AND, match_new (NP_TERM_TEXT, g_steal_pointer (&set)));
  return TRUE;
}

static gboolean
match_group (NpDb *db, const NpTerm *term, const NpTopicTree *tree, NpMatch **match, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (NpMatch) all = NULL;

  if (term->kind == NP_TERM_AND && !match_plain_words (db, term, taken, &all, error))
    return FALSE;
  for (guint i = 0; i < term->children->len; i++)
    {
      NpMatch *child;

      if (term->kind == NP_TERM_AND && all != NULL && is_empty (all))
        break;
      if (g_hash_table_contains (taken, term->children->pdata[i]))
        continue;
      if (!np_match_new (db, term->children->pdata[i], tree, &child, error))
        return FALSE;
      if (child != NULL)
        all = match_add (g_steal_pointer (&all), term->kind, child);
    }
  *match = g_steal_pointer (&all);
  return TRUE;
}

/**
 * np_match_new:
 * @db: a connection
 * @term: (nullable): a search
 * @tree: (nullable): the topics
 * @match: (out) (transfer full) (nullable): what @term matches; `NULL` when it asks for nothing, so that all match
 * @error: what SQLite said, or `G_IO_ERROR_CANCELLED`
 *
 * Returns: whether it went well
 */
gboolean
np_match_new (NpDb *db, const NpTerm *term, const NpTopicTree *tree, NpMatch **match, GError **error)
{
  *match = NULL;
  if (term == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (db->cancellable, error))
    return FALSE;
  switch (term->kind)
    {
    case NP_TERM_TEXT:
      return match_text (db, term, match, error);
    case NP_TERM_AND:
    case NP_TERM_OR:
      return term->children == NULL || match_group (db, term, tree, match, error);
    case NP_TERM_NOT:
      if (term->children == NULL || term->children->len == 0)
        return TRUE;
      if (!np_match_new (db, term->children->pdata[0], tree, match, error))
        return FALSE;
      if (*match != NULL)
        *match = match_not (*match);
      return TRUE;
    case NP_TERM_SITE:
    case NP_TERM_TOPIC:
    case NP_TERM_BEFORE:
    case NP_TERM_AFTER:
    case NP_TERM_IS:
      return match_fact (db, term, tree, match, error);
    }
  return TRUE;
}

/**
 * np_match_new_topic:
 * @db: a connection
 * @key: the key of a topic
 * @tree: (nullable): the topics
 * @error: what SQLite said
 *
 * Returns: (transfer full) (nullable): the stories of the topic and of those inside it, aliases resolved; those that
 *   name exactly @key where @tree does not know it
 */
NpMatch *
np_match_new_topic (NpDb *db, const char *key, const NpTopicTree *tree, GError **error)
{
  g_autoptr (NpRowSet) set = np_rows_new (db, error);

  if (set == NULL || !np_rows_of_topic (db, key, tree, set, error))
    return NULL;
  return match_new (NP_TERM_TEXT, g_steal_pointer (&set));
}

/**
 * np_match_is_sure:
 * @match: a match
 * @row: a row of its `may`
 *
 * Returns: whether @row matches for certain; else np_match_check() has to look
 */
gboolean
np_match_is_sure (const NpMatch *match, gint64 row)
{
  return match->must == NULL || np_row_set_has (match->must, row);
}

static gboolean
may_have_phrase (NpDb *db, const NpPhrase *phrase, gint64 row, gboolean *may, GError **error)
{
  gboolean found;
  sqlite3_stmt *statement = np_db_look_up (db, NP_SQL_GET_PAIRS, row, &found, error);

  if (statement == NULL)
    return FALSE;
  *may =
      !found
      || np_phrase_may_be_in (phrase, sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
has_phrase (NpDb *db, const NpPhrase *phrase, gint64 row, gboolean *has, GError **error)
{
  g_autoptr (NpStoryText) text = NULL;
  gboolean may;

  *has = FALSE;
  if (!may_have_phrase (db, phrase, row, &may, error) || (may && !np_rows_read_text (db, row, &text, error)))
    return FALSE;
  *has = text != NULL && np_phrase_is_in (phrase, text);
  return TRUE;
}

/**
 * np_match_check:
 * @db: a connection
 * @match: a match
 * @row: a row
 * @matches: (out): whether it matches
 * @error: what SQLite said
 *
 * Returns: whether it went well
 */
gboolean
np_match_check (NpDb *db, const NpMatch *match, gint64 row, gboolean *matches, GError **error)
{
  *matches = np_row_set_has (match->may, row);
  if (!*matches || np_match_is_sure (match, row))
    return TRUE;
  if (match->phrase != NULL)
    return has_phrase (db, match->phrase, row, matches, error);
  for (guint i = 0; i < match->children->len; i++)
    {
      if (!np_match_check (db, match->children->pdata[i], row, matches, error))
        return FALSE;
      if (match->kind == NP_TERM_NOT)
        *matches = !*matches;
      if (*matches == (match->kind == NP_TERM_OR))
        return TRUE;
    }
  return TRUE;
}
