#include "index/np-rows.h"

#include "base/np-text.h"

#include <stdio.h>

/**
 * np_rows_new:
 * @db: a connection
 * @error: what SQLite said
 *
 * Returns: (transfer full) (nullable): an empty set for the rows that there are
 */
NpRowSet *
np_rows_new (NpDb *db, GError **error)
{
  sqlite3_stmt *statement = np_db_get (db, NP_SQL_MAX_ROW, error);
  gboolean row;
  gint64 max;

  if (statement == NULL || !np_db_step (db, statement, &row, error))
    return NULL;
  max = row ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return np_row_set_new ((gsize) CLAMP (max, 0, G_MAXINT32) + 1);
}

/**
 * np_rows_find:
 * @db: a connection
 * @id: an article's id
 * @row: (out): its row, 0 when it has none
 * @error: what SQLite said
 *
 * Returns: whether it went well
 */
gboolean
np_rows_find (NpDb *db, const char *id, gint64 *row, GError **error)
{
  sqlite3_stmt *statement = np_db_get (db, NP_SQL_FIND_ID, error);
  gboolean found;

  *row = 0;
  if (statement == NULL)
    return FALSE;
  np_db_bind (statement, 1, id);
  if (!np_db_step (db, statement, &found, error))
    return FALSE;
  if (found)
    *row = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * np_rows_read_text:
 * @db: a connection
 * @row: a row
 * @text: (out) (transfer full) (nullable): its text, %NULL when there is none that can be read
 * @error: what SQLite said
 *
 * Returns: whether it went well
 */
gboolean
np_rows_read_text (NpDb *db, gint64 row, NpStoryText **text, GError **error)
{
  gboolean found;
  sqlite3_stmt *statement = np_db_look_up (db, NP_SQL_GET_TEXT, row, &found, error);

  *text = NULL;
  if (statement == NULL)
    return FALSE;
  if (found)
    *text = np_story_text_unpack (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0),
                                  db->decompressor);
  sqlite3_reset (statement);
  return TRUE;
}

/* The rows of a statement with one text or one number to bind. */
static gboolean
rows_of (NpDb *db, NpSql sql, const char *text, gint64 number, NpRowSet *set, GError **error)
{
  sqlite3_stmt *statement = np_db_get (db, sql, error);

  if (statement == NULL)
    return FALSE;
  if (text != NULL)
    np_db_bind (statement, 1, text);
  else
    sqlite3_bind_int64 (statement, 1, number);
  return np_db_mark (db, statement, set, error);
}

/**
 * np_rows_of_topic:
 * @db: a connection
 * @key: the key of a topic
 * @tree: (nullable): the topics
 * @set: where to add the rows of the stories that belong to it, aliases and the topics inside it resolved; those that
 *   name exactly @key where @tree does not know it
 * @error: what SQLite said
 *
 * Returns: whether it went well
 */
gboolean
np_rows_of_topic (NpDb *db, const char *key, const NpTopicTree *tree, NpRowSet *set, GError **error)
{
  g_autoptr (GPtrArray) keys = tree != NULL ? np_topic_tree_list_keys_below (tree, key) : g_ptr_array_new ();

  if (keys->len == 0)
    g_ptr_array_add (keys, (char *) key);
  for (guint i = 0; i < keys->len; i++)
    if (!rows_of (db, NP_SQL_ROWS_BY_TOPIC, keys->pdata[i], 0, set, error))
      return FALSE;
  return TRUE;
}

/* yyyymmdd of the first or of the last day that @text names; a month or a year is all of its days. */
static gint64
day_of (const char *text, gboolean last)
{
  int year = 0, month = 0, day = 0, n = text != NULL ? sscanf (text, "%4d-%2d-%2d", &year, &month, &day) : 0;

  return (gint64) year * 10000 + (n >= 2 ? month : last ? 99 : 0) * 100 + (n >= 3 ? day : last ? 99 : 0);
}

static gboolean
rows_of_state (NpDb *db, const char *state, NpRowSet *set, GError **error)
{
  static const struct
  {
    const char *name;
    NpSql sql;
    int value;
  } states[] = {
    { "unread", NP_SQL_ROWS_READ, 0 },
    { "read", NP_SQL_ROWS_READ, 1 },
    { "starred", NP_SQL_ROWS_STARRED, 1 },
    { "archived", NP_SQL_ROWS_ARCHIVED, 1 },
    { "highlighted", NP_SQL_ROWS_HIGHLIGHTED, 1 },
    { "trashed", NP_SQL_ROWS_BY_BIN, NP_BIN_TRASH },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (state, states[i].name) == 0)
      return rows_of (db, states[i].sql, NULL, states[i].value, set, error);
  return TRUE;
}

/**
 * np_rows_of_words:
 * @db: a connection
 * @part: where the words have to stand; `NP_N_PARTS` for anywhere
 * @match: an expression of np_phrase_to_match() for @part
 * @set: where to add the rows
 * @error: what SQLite said, or `G_IO_ERROR_CANCELLED`
 *
 * Returns: whether it went well
 */
gboolean
np_rows_of_words (NpDb *db, NpPart part, const char *match, NpRowSet *set, GError **error)
{
  return rows_of (db, part == NP_N_PARTS ? NP_SQL_ROWS_BY_WORDS : NP_SQL_ROWS_BY_FIELDS, match, 0, set, error);
}

static gboolean
rows_of_site (NpDb *db, const char *site, NpRowSet *set, GError **error)
{
  g_autofree char *folded = np_text_fold (site != NULL ? site : "");

  return rows_of (db, NP_SQL_ROWS_BY_SITE, folded, 0, set, error);
}

/**
 * np_rows_of_fact:
 * @db: a connection
 * @term: a term without children, of another kind than text
 * @tree: (nullable): the topics
 * @set: where to add the rows
 * @error: what SQLite said, or `G_IO_ERROR_CANCELLED`
 *
 * Returns: whether it went well
 */
gboolean
np_rows_of_fact (NpDb *db, const NpTerm *term, const NpTopicTree *tree, NpRowSet *set, GError **error)
{
  const NpTopic *topic;

  switch (term->kind)
    {
    case NP_TERM_SITE:
      return rows_of_site (db, term->text, set, error);
    case NP_TERM_TOPIC:
      topic = tree != NULL ? np_topic_tree_find (tree, term->text) : NULL;
      return topic == NULL || np_rows_of_topic (db, topic->key, tree, set, error);
    case NP_TERM_BEFORE:
      return rows_of (db, NP_SQL_ROWS_BEFORE, NULL, day_of (term->text, FALSE), set, error);
    case NP_TERM_AFTER:
      return rows_of (db, NP_SQL_ROWS_AFTER, NULL, day_of (term->text, TRUE), set, error);
    case NP_TERM_IS:
      return rows_of_state (db, term->text, set, error);
    case NP_TERM_AND:
    case NP_TERM_OR:
    case NP_TERM_NOT:
    case NP_TERM_TEXT:
      break;
    }
  return TRUE;
}
