#include "index/np-index-private.h"
#include "index/np-match.h"
#include "index/np-rank.h"

/* A set of at most so many rows is put in order by reading their keys; a larger one is met often enough when the whole
 * order is walked through. Both take about a millisecond here. */
#define FEW_ROWS 800

/* What the stories of one answer have to be, and which of them are wanted. */
typedef struct
{
  NpDb *db;
  const NpQuery *query;
  NpMatch *match;   /* NULL: every story */
  gboolean trashed; /* the search asks for the trash itself */
  guint skip;
  guint limit;
  GArray *rows; /* of gint64 */
} Finding;

static gboolean
asks_for_trash (const NpTerm *term)
{
  if (term == NULL)
    return FALSE;
  if (term->kind == NP_TERM_IS)
    return g_strcmp0 (term->text, "trashed") == 0;
  for (guint i = 0; term->children != NULL && i < term->children->len; i++)
    if (asks_for_trash (term->children->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_place (const Finding *finding, int bin, gboolean starred)
{
  switch (finding->query->place)
    {
    case NP_PLACE_ALL:
      return bin != NP_BIN_TRASH || finding->trashed;
    case NP_PLACE_INBOX:
      return bin == NP_BIN_INBOX;
    case NP_PLACE_STARRED:
      return bin != NP_BIN_TRASH && starred;
    case NP_PLACE_ARCHIVE:
      return bin == NP_BIN_ARCHIVE;
    case NP_PLACE_TRASH:
      return bin == NP_BIN_TRASH;
    }
  return FALSE;
}

static gboolean
is_full (const Finding *finding)
{
  return finding->rows->len >= finding->limit;
}

/* Takes the next row of the order, when it is one of those that are asked for. */
static gboolean
offer (Finding *finding, gint64 row, GError **error)
{
  gboolean matches = TRUE;

  if (finding->match != NULL && !np_match_check (finding->db, finding->match, row, &matches, error))
    return FALSE;
  if (!matches)
    return TRUE;
  if (finding->skip > 0)
    finding->skip--;
  else
    g_array_append_val (finding->rows, row);
  return TRUE;
}

static NpSql
order_of (const NpQuery *query)
{
  int down = query->ascending ? 0 : 1;

  switch (query->sort)
    {
    case NP_SORT_SAVED:
      return (NpSql) (NP_SQL_BY_SAVED + down);
    case NP_SORT_HEADLINE:
      return (NpSql) (NP_SQL_BY_HEADLINE + down);
    case NP_SORT_SITE:
      return (NpSql) (NP_SQL_BY_SITE + down);
    case NP_SORT_LENGTH:
      return (NpSql) (NP_SQL_BY_LENGTH + down);
    case NP_SORT_PUBLISHED:
    case NP_SORT_RELEVANCE:
      break;
    }
  return (NpSql) (NP_SQL_BY_PUBLISHED + down);
}

/* Goes through all stories in their order, and takes those of @among; NULL: any. */
static gboolean
walk (Finding *finding, const NpRowSet *among, GError **error)
{
  sqlite3_stmt *statement = np_db_get (finding->db, order_of (finding->query), error);
  gboolean more = TRUE;

  if (statement == NULL)
    return FALSE;
  while (!is_full (finding))
    {
      gint64 row;

      if (!np_db_step (finding->db, statement, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      row = sqlite3_column_int64 (statement, 0);
      if (among != NULL && !np_row_set_has (among, row))
        continue;
      if (!is_in_place (finding, sqlite3_column_int (statement, 1), sqlite3_column_int (statement, 2) != 0))
        continue;
      if (!offer (finding, row, error))
        return FALSE;
    }
  sqlite3_reset (statement);
  return TRUE;
}

/* What a row is put in order by. */
typedef struct
{
  gint64 row;
  gint64 number;
  char *text; /* (nullable) */
  double score;
  int bin;
  gboolean starred;
} Key;

static void
key_clear (gpointer data)
{
  g_free (((Key *) data)->text);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Key *first = a, *second = b;
  int order = g_strcmp0 (first->text, second->text);

  if (first->score != second->score)
    return first->score < second->score ? -1 : 1;
  if (order != 0)
    return order;
  if (first->number != second->number)
    return first->number < second->number ? -1 : 1;
  return first->row < second->row ? -1 : first->row > second->row;
}

static int
compare_keys_down (gconstpointer a, gconstpointer b)
{
  return compare_keys (b, a);
}

static gboolean
read_key (Finding *finding, gint64 row, Key *key, gboolean *found, GError **error)
{
  sqlite3_stmt *statement = np_db_look_up (finding->db, NP_SQL_KEYS_OF_ROW, row, found, error);

  if (statement == NULL)
    return FALSE;
  if (!*found)
    return TRUE;
  *key = (Key){ .row = row, .bin = sqlite3_column_int (statement, 1), .starred = sqlite3_column_int (statement, 2) };
  switch (finding->query->sort)
    {
    case NP_SORT_SAVED:
      key->number = sqlite3_column_int64 (statement, 4);
      break;
    case NP_SORT_LENGTH:
      key->number = sqlite3_column_int64 (statement, 5);
      break;
    case NP_SORT_HEADLINE:
      key->text = g_strdup ((const char *) sqlite3_column_text (statement, 6));
      break;
    case NP_SORT_SITE:
      key->text = g_strdup ((const char *) sqlite3_column_text (statement, 7));
      break;
    case NP_SORT_PUBLISHED:
    case NP_SORT_RELEVANCE:
      key->number = sqlite3_column_int64 (statement, 3);
      break;
    }
  sqlite3_reset (statement);
  return TRUE;
}

/* Puts the rows of @set in order and offers them. */
static gboolean
sort_and_offer (Finding *finding, const NpRowSet *set, const NpRank *rank, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));

  g_array_set_clear_func (keys, key_clear);
  for (gint64 row = -1; np_row_set_next (set, &row);)
    {
      gboolean found;
      Key key;

      if (!read_key (finding, row, &key, &found, error))
        return FALSE;
      if (!found)
        continue;
      if (!is_in_place (finding, key.bin, key.starred))
        {
          key_clear (&key);
          continue;
        }
      key.score = rank != NULL ? np_rank_get (rank, row) : 0;
      g_array_append_val (keys, key);
    }
  g_array_sort (keys, finding->query->ascending ? compare_keys : compare_keys_down);
  for (guint i = 0; i < keys->len && !is_full (finding); i++)
    if (!offer (finding, g_array_index (keys, Key, i).row, error))
      return FALSE;
  return TRUE;
}

/* The rows of @set in the order of the query. */
static gboolean
take_set (Finding *finding, const NpRowSet *set, GError **error)
{
  if (np_row_set_count (set) <= FEW_ROWS)
    return sort_and_offer (finding, set, NULL, error);
  return walk (finding, set, error);
}

/* Best first, by date among equals; or the other way round. A search has few scores, however many stories it finds:
 * those of one score are put in order only when it is their turn, so that the first page does not wait for the others.
 */
static gboolean
find_by_rank (Finding *finding, GError **error)
{
  const NpRowSet *may = finding->match->may;
  g_autoptr (NpRank) rank = NULL;
  g_autoptr (GArray) rungs = NULL;

  if (!np_rank_new (finding->db, finding->query->term, may, &rank, error))
    return FALSE;
  if (np_row_set_count (may) <= FEW_ROWS)
    return sort_and_offer (finding, may, rank, error);
  rungs = np_rank_split (rank, may);
  for (guint i = 0; i < rungs->len && !is_full (finding); i++)
    if (!take_set (finding, g_array_index (rungs, NpRankRung, finding->query->ascending ? rungs->len - 1 - i : i).rows,
                   error))
      return FALSE;
  return TRUE;
}

static gboolean
find (Finding *finding, const NpTopicTree *tree, GError **error)
{
  const NpQuery *query = finding->query;
  NpMatch *topic = NULL;

  if (!np_match_new (finding->db, query->term, tree, &finding->match, error))
    return FALSE;
  if (query->topic != NULL && (topic = np_match_new_topic (finding->db, query->topic, tree, error)) == NULL)
    return FALSE;
  finding->match = np_match_join (finding->match, topic);
  if (finding->match == NULL)
    return walk (finding, NULL, error);
  if (query->sort == NP_SORT_RELEVANCE && np_query_has_words (query))
    return find_by_rank (finding, error);
  return take_set (finding, finding->match->may, error);
}

/**
 * np_index_count_found:
 * @self: an index
 * @query: what to look for
 * @tree: (nullable): the topics, for the query's topic and for `topic:`
 * @count: (out): how many stories np_index_find_rows() would give
 * @error: what SQLite said
 *
 * Returns: whether it went well
 */
gboolean
np_index_count_found (NpIndex *self, const NpQuery *query, const NpTopicTree *tree, guint *count, GError **error)
{
  g_autoptr (NpQuery) unsorted = NULL;
  g_autoptr (GArray) rows = NULL;

  g_return_val_if_fail (NP_IS_INDEX (self) && query != NULL && count != NULL, FALSE);

  unsorted = np_query_new (query->place, query->topic, query->text); /* relevance would be worked out for nothing */
  rows = np_index_find_rows (self, unsorted, tree, 0, G_MAXUINT, NULL, error);
  *count = rows != NULL ? rows->len : 0;
  return rows != NULL;
}

/**
 * np_index_find_rows:
 * @self: an index
 * @query: what to look for
 * @tree: (nullable): the topics, for the query's topic and for `topic:`
 * @offset: how many of the first to leave out
 * @limit: how many to give at most
 * @cancellable: (nullable): stops it
 * @error: what SQLite said, or `G_IO_ERROR_CANCELLED`
 *
 * Gives the rows of the stories of @query in its order, equal ones by row. Relevance is: the words looked for stand in
 * the headline, then in the deck, rare words before common ones, the newest first among equals. The trash is left out,
 * except in its place and when the search has `is:trashed`.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): rows for np_index_get_story()
 */
GArray *
np_index_find_rows (NpIndex *self, const NpQuery *query, const NpTopicTree *tree, guint offset, guint limit,
                    GCancellable *cancellable, GError **error)
{
  Finding finding = { .query = query, .skip = offset, .limit = limit };
  gboolean done;

  g_return_val_if_fail (NP_IS_INDEX (self) && query != NULL, NULL);

  finding.db = np_index_acquire (self, cancellable, error);
  if (finding.db == NULL)
    return NULL;
  finding.trashed = asks_for_trash (query->term);
  finding.rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  done = find (&finding, tree, error);
  np_match_free (finding.match);
  np_index_release (self, finding.db);
  if (!done)
    g_clear_pointer (&finding.rows, g_array_unref);
  return finding.rows;
}
