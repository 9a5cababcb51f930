#include "index/np-index-private.h"

/* One story that is being read, row by row: one a topic. */
typedef struct
{
  gint64 row;
  guint day;
  char *headline;
  GPtrArray *keys; /* char*, NULL at the end once it is told */
} Reading;

static void
tell (Reading *reading, NpIndexTopicsFunc func, gpointer user_data)
{
  g_ptr_array_add (reading->keys, NULL);
  if (reading->row >= 0)
    func (reading->row, reading->day, reading->headline, (const char *const *) reading->keys->pdata, user_data);
  g_ptr_array_set_size (reading->keys, 0);
  g_clear_pointer (&reading->headline, g_free);
}

static gboolean
read_all (NpDb *db, Reading *reading, NpIndexTopicsFunc func, gpointer user_data, GError **error)
{
  sqlite3_stmt *statement = np_db_get (db, NP_SQL_EACH_HEADLINE, error);
  gboolean more = TRUE;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      gint64 row;
      const char *key;

      if (!np_db_step (db, statement, &more, error))
        return FALSE;
      row = more ? sqlite3_column_int64 (statement, 0) : -1;
      if (row != reading->row)
        {
          tell (reading, func, user_data);
          reading->row = row;
          reading->day = more ? (guint) MAX (sqlite3_column_int (statement, 1), 0) : 0;
          reading->headline = more ? g_strdup ((const char *) sqlite3_column_text (statement, 2)) : NULL;
        }
      key = more ? (const char *) sqlite3_column_text (statement, 3) : NULL;
      if (key != NULL)
        g_ptr_array_add (reading->keys, g_strdup (key));
    }
  return TRUE;
}

/**
 * np_index_each_topics:
 * @self: an index
 * @func: (scope call): called for each story that is not in the trash, in the order of the rows
 * @user_data: for @func
 * @error: what SQLite said
 *
 * Goes through all stories once, for those who count what topics have in common.
 *
 * Returns: whether it went well
 */
gboolean
np_index_each_topics (NpIndex *self, NpIndexTopicsFunc func, gpointer user_data, GError **error)
{
  Reading reading = { .row = -1 };
  gboolean good;
  NpDb *db;

  g_return_val_if_fail (NP_IS_INDEX (self) && func != NULL, FALSE);

  db = np_index_acquire (self, NULL, error);
  if (db == NULL)
    return FALSE;
  reading.keys = g_ptr_array_new_with_free_func (g_free);
  good = read_all (db, &reading, func, user_data, error);
  g_ptr_array_unref (reading.keys);
  g_free (reading.headline);
  np_index_release (self, db);
  return good;
}
