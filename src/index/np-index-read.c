#include "index/np-index-private.h"
#include "index/np-rows.h"
#include "index/np-snippet.h"

static const char *
text_of (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

static GPtrArray *
list_topics (NpDb *db, gint64 row, GError **error)
{
  g_autoptr (GPtrArray) topics = np_strings_new ();
  sqlite3_stmt *statement = np_db_get (db, NP_SQL_LIST_STORY_TOPICS, error);
  gboolean more = TRUE;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, row);
  while (more)
    {
      if (!np_db_step (db, statement, &more, error))
        return NULL;
      if (more)
        g_ptr_array_add (topics, g_strdup (text_of (statement, 0)));
    }
  g_ptr_array_add (topics, NULL);
  return g_steal_pointer (&topics);
}

/* What a search found in a story, marked. */
typedef struct
{
  char *snippet, *headline; /* (nullable) */
} Marked;

static void
marked_clear (Marked *marked)
{
  g_free (marked->snippet);
  g_free (marked->headline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Marked, marked_clear)

static gboolean
read_marked (NpDb *db, gint64 row, const NpQuery *query, Marked *marked, GError **error)
{
  g_autoptr (NpStoryText) text = NULL;

  if (query == NULL || !np_query_has_words (query))
    return TRUE;
  if (!np_rows_read_text (db, row, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  marked->snippet = np_snippet_new (text, query->term);
  marked->headline = np_snippet_mark_headline (text, query->term);
  return TRUE;
}

/*< private >
 * np_index_read_story:
 * @db: a connection
 * @row: a row
 * @query: (nullable): whose matches the snippet shows
 * @error: what SQLite said, or `NP_INDEX_ERROR_FAILED` for a row that is not there
 *
 * Returns: (transfer full) (nullable): the story
 */
NpStory *
np_index_read_story (NpDb *db, gint64 row, const NpQuery *query, GError **error)
{
  g_autoptr (GPtrArray) topics = list_topics (db, row, error);
  g_auto (Marked) marked = { 0 };
  sqlite3_stmt *statement;
  NpStoryInit init = { .row = row };
  NpStory *story;
  gboolean found;

  if (topics == NULL || !read_marked (db, row, query, &marked, error)
      || (statement = np_db_look_up (db, NP_SQL_GET_STORY, row, &found, error)) == NULL)
    return NULL;
  if (!found)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "the index has no row %" G_GINT64_FORMAT, row);
      return NULL;
    }
  init.id = text_of (statement, 0);
  init.path = text_of (statement, 1);
  init.url = text_of (statement, 2);
  init.headline = text_of (statement, 3);
  init.deck = text_of (statement, 4);
  init.site = text_of (statement, 5);
  init.byline = text_of (statement, 6);
  init.published = text_of (statement, 7);
  init.saved = text_of (statement, 8);
  init.thumbnail = text_of (statement, 9);
  init.words = (guint) sqlite3_column_int64 (statement, 10);
  init.read = sqlite3_column_int (statement, 11) != 0;
  init.starred = sqlite3_column_int (statement, 12) != 0;
  init.archived = sqlite3_column_int (statement, 13) != 0;
  init.trashed = sqlite3_column_int (statement, 14) == NP_BIN_TRASH;
  init.topics = (const char *const *) topics->pdata;
  init.snippet = marked.snippet;
  init.marked_headline = marked.headline;
  story = np_story_new (&init);
  sqlite3_reset (statement);
  return story;
}

/**
 * np_index_get_story:
 * @self: an index
 * @row: a row of np_index_find_rows()
 * @query: (nullable): the search, for the snippet
 * @error: what SQLite said, or `G_IO_ERROR_NOT_FOUND` when the story is not there any more
 *
 * Returns: (transfer full) (nullable): the story
 */
NpStory *
np_index_get_story (NpIndex *self, gint64 row, const NpQuery *query, GError **error)
{
  NpStory *story;
  NpDb *db;

  g_return_val_if_fail (NP_IS_INDEX (self), NULL);

  db = np_index_acquire (self, NULL, error);
  if (db == NULL)
    return NULL;
  story = np_index_read_story (db, row, query, error);
  np_index_release (self, db);
  return story;
}

/**
 * np_index_list_stories:
 * @self: an index
 * @rows: (array length=n_rows): rows of np_index_find_rows()
 * @n_rows: their number
 * @query: (nullable): the search, for the snippets
 * @cancellable: (nullable): to stop
 *
 * Reads them at one time, which takes less than one by one.
 *
 * Returns: (transfer full) (element-type NpStory): those that are there and can be read, in their order
 */
GPtrArray *
np_index_list_stories (NpIndex *self, const gint64 *rows, guint n_rows, const NpQuery *query, GCancellable *cancellable)
{
  GPtrArray *stories = g_ptr_array_new_with_free_func (g_object_unref);
  NpDb *db;

  g_return_val_if_fail (NP_IS_INDEX (self), stories);

  db = n_rows > 0 ? np_index_acquire (self, cancellable, NULL) : NULL;
  if (db == NULL)
    return stories;
  for (guint i = 0; i < n_rows; i++)
    {
      NpStory *story = np_index_read_story (db, rows[i], query, NULL);

      if (story != NULL)
        g_ptr_array_add (stories, story);
    }
  np_index_release (self, db);
  return stories;
}

/**
 * np_index_find_story:
 * @self: an index
 * @id: an article's id
 * @error: what SQLite said
 *
 * Returns: (transfer full) (nullable): the story, also one in the trash; `NULL` without an error when there is none
 */
NpStory *
np_index_find_story (NpIndex *self, const char *id, GError **error)
{
  NpStory *story = NULL;
  gint64 row;
  NpDb *db;

  g_return_val_if_fail (NP_IS_INDEX (self) && id != NULL, NULL);

  db = np_index_acquire (self, NULL, error);
  if (db == NULL)
    return NULL;
  if (np_rows_find (db, id, &row, error) && row != 0)
    story = np_index_read_story (db, row, NULL, error);
  np_index_release (self, db);
  return story;
}

/**
 * np_index_each_file:
 * @self: an index
 * @func: called with each file; it must not call the index, and stops the walk with `FALSE`
 * @user_data: for @func
 * @error: what SQLite said
 *
 * Tells what is known of each article's file, to find out which ones are others now.
 *
 * Returns: whether all were gone through, or @func stopped it
 */
gboolean
np_index_each_file (NpIndex *self, NpIndexFileFunc func, gpointer user_data, GError **error)
{
  sqlite3_stmt *statement;
  gboolean more = TRUE, good;
  NpDb *db;

  g_return_val_if_fail (NP_IS_INDEX (self) && func != NULL, FALSE);

  db = np_index_acquire (self, NULL, error);
  if (db == NULL)
    return FALSE;
  statement = np_db_get (db, NP_SQL_EACH_FILE, error);
  good = statement != NULL;
  while (good && more)
    {
      good = np_db_step (db, statement, &more, error);
      if (good && more)
        {
          NpIndexFile file = { text_of (statement, 1), sqlite3_column_int64 (statement, 2),
                               sqlite3_column_int64 (statement, 3), sqlite3_column_int (statement, 4) };

          more = func (&file, text_of (statement, 0), user_data);
        }
    }
  np_db_forget (db);
  np_index_release (self, db);
  return good;
}
