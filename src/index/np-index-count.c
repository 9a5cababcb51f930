#include "index/np-index-private.h"

/**
 * np_index_count:
 * @self: an index
 * @counts: (out): how many stories each place has
 * @error: what SQLite said
 *
 * Returns: whether it went well
 */
gboolean
np_index_count (NpIndex *self, NpCounts *counts, GError **error)
{
  sqlite3_stmt *statement;
  gboolean good, more = TRUE;
  NpDb *db;

  g_return_val_if_fail (NP_IS_INDEX (self) && counts != NULL, FALSE);

  *counts = (NpCounts){ 0 };
  db = np_index_acquire (self, NULL, error);
  if (db == NULL)
    return FALSE;
  statement = np_db_get (db, NP_SQL_TOTALS, error);
  good = statement != NULL;
  while (good && (good = np_db_step (db, statement, &more, error)) && more)
    {
      int bin = sqlite3_column_int (statement, 0), starred = sqlite3_column_int (statement, 1);
      int read = sqlite3_column_int (statement, 2);
      guint n = (guint) sqlite3_column_int (statement, 3);

      if (bin == NP_BIN_TRASH)
        {
          counts->trash += n;
          continue;
        }
      counts->all += n;
      counts->starred += starred ? n : 0;
      counts->archive += bin == NP_BIN_ARCHIVE ? n : 0;
      counts->inbox += bin == NP_BIN_INBOX ? n : 0;
      counts->unread += bin == NP_BIN_INBOX && !read ? n : 0;
    }
  np_index_release (self, db);
  return good;
}

/* The topics that a key of a story counts for: what it stands for, and everything that is inside of. */
typedef struct
{
  GArray *chains;     /* of guint: for each number in the file the index of its topic in lists, or 0 for none */
  GPtrArray *topics;  /* of NpTopic: lists' index → topic; 0 is NULL */
  GArray *parents;    /* of guint: lists' index → that of the topic it is inside, 0 for none */
  GArray *counts;     /* of guint */
  GArray *last_rows;  /* of gint64: the story that was counted last, so that it counts once */
  GHashTable *places; /* NpTopic → lists' index */
} Tally;

static void
tally_add (Tally *tally, const NpTopicTree *tree, const NpTopic *topic)
{
  guint zero = 0;
  gint64 no_row = -1;

  while (topic != NULL && !g_hash_table_contains (tally->places, topic))
    {
      const NpTopic *parent = np_topic_tree_resolve (tree, topic->parent);
      guint mine = tally->topics->len, above;

      g_ptr_array_add (tally->topics, (gpointer) topic);
      g_array_append_val (tally->counts, zero);
      g_array_append_val (tally->last_rows, no_row);
      g_hash_table_insert (tally->places, (gpointer) topic, GUINT_TO_POINTER (mine));
      above = parent != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (tally->places, parent)) : 0;
      if (above == 0 && parent != NULL)
        above = mine + 1; /* it comes next */
      g_array_append_val (tally->parents, above);
      topic = parent;
    }
}

static void
tally_init (Tally *tally, const NpTopicTree *tree)
{
  g_autoptr (GPtrArray) all = np_topic_tree_list_all (tree);
  guint zero = 0;
  gint64 no_row = -1;

  tally->chains = g_array_new (FALSE, TRUE, sizeof (guint));
  tally->topics = g_ptr_array_new ();
  tally->parents = g_array_new (FALSE, TRUE, sizeof (guint));
  tally->counts = g_array_new (FALSE, TRUE, sizeof (guint));
  tally->last_rows = g_array_new (FALSE, TRUE, sizeof (gint64));
  tally->places = g_hash_table_new (NULL, NULL);
  g_ptr_array_add (tally->topics, NULL);
  g_array_append_val (tally->parents, zero);
  g_array_append_val (tally->counts, zero);
  g_array_append_val (tally->last_rows, no_row);
  for (guint i = 0; i < all->len; i++)
    tally_add (tally, tree, all->pdata[i]);
}

static void
tally_clear (Tally *tally)
{
  g_array_unref (tally->chains);
  g_ptr_array_unref (tally->topics);
  g_array_unref (tally->parents);
  g_array_unref (tally->counts);
  g_array_unref (tally->last_rows);
  g_hash_table_unref (tally->places);
}

static gboolean
read_numbers (NpDb *db, Tally *tally, const NpTopicTree *tree, GError **error)
{
  sqlite3_stmt *statement = np_db_get (db, NP_SQL_TOPIC_KEYS, error);
  gboolean more = TRUE;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      gint64 number;
      const NpTopic *topic;

      if (!np_db_step (db, statement, &more, error))
        return FALSE;
      number = more ? sqlite3_column_int64 (statement, 0) : -1;
      if (number < 0 || number > G_MAXINT32)
        continue;
      topic = np_topic_tree_resolve (tree, (const char *) sqlite3_column_text (statement, 1));
      if (tally->chains->len <= number)
        g_array_set_size (tally->chains, (guint) number + 1);
      if (topic != NULL)
        g_array_index (tally->chains, guint, number) = GPOINTER_TO_UINT (g_hash_table_lookup (tally->places, topic));
    }
  return TRUE;
}

/* A story counts once for a topic, however many of the topics inside it has: its rows come together. A topic that has
 * the story already has had it counted for all above it, which also ends a cycle. */
static void
tally_count (Tally *tally, gint64 row, gint64 number)
{
  guint place = number >= 0 && number < tally->chains->len ? g_array_index (tally->chains, guint, number) : 0;

  while (place != 0 && g_array_index (tally->last_rows, gint64, place) != row)
    {
      g_array_index (tally->last_rows, gint64, place) = row;
      g_array_index (tally->counts, guint, place)++;
      place = g_array_index (tally->parents, guint, place);
    }
}

static gboolean
count_all (NpDb *db, Tally *tally, GError **error)
{
  sqlite3_stmt *statement = np_db_get (db, NP_SQL_EACH_STORY_TOPIC, error);
  gboolean more = TRUE;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      if (!np_db_step (db, statement, &more, error))
        return FALSE;
      if (more)
        tally_count (tally, sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1));
    }
  return TRUE;
}

/**
 * np_index_count_topics:
 * @self: an index
 * @tree: the topics
 * @error: what SQLite said
 *
 * Counts the stories of each topic, those of the topics inside it and of its aliases among them, each story once. What
 * is in the trash does not count. The stories are gone through once, however many topics there are.
 *
 * Returns: (transfer full) (element-type utf8 guint) (nullable): key → number, for each topic that has any
 */
GHashTable *
np_index_count_topics (NpIndex *self, const NpTopicTree *tree, GError **error)
{
  GHashTable *counts = NULL;
  Tally tally;
  NpDb *db;

  g_return_val_if_fail (NP_IS_INDEX (self) && tree != NULL, NULL);

  db = np_index_acquire (self, NULL, error);
  if (db == NULL)
    return NULL;
  tally_init (&tally, tree);
  if (read_numbers (db, &tally, tree, error) && count_all (db, &tally, error))
    {
      counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 1; i < tally.topics->len; i++)
        if (g_array_index (tally.counts, guint, i) > 0)
          g_hash_table_insert (counts, g_strdup (((NpTopic *) tally.topics->pdata[i])->key),
                               GUINT_TO_POINTER (g_array_index (tally.counts, guint, i)));
    }
  tally_clear (&tally);
  np_db_forget (db);
  np_index_release (self, db);
  return counts;
}
