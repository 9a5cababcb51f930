#include "index/np-index-file.h"

#include "index/np-index-error.h"

#include <glib/gstdio.h>

#define MAX_TRIES 3

/**
 * np_index_file_remove:
 * @path: the index's file
 *
 * Takes it away, with what SQLite keeps beside it. Who has it open reads it to the end.
 */
void
np_index_file_remove (const char *path)
{
  static const char *const ends[] = { "-wal", "-shm", "-journal", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);
      g_unlink (file);
    }
}

static gboolean
is_blank (NpDb *db)
{
  sqlite3_stmt *statement;
  gboolean blank;

  if (sqlite3_prepare_v2 (db->db, "SELECT count (*) FROM sqlite_schema", -1, &statement, NULL) != SQLITE_OK)
    return FALSE;
  blank = sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_int (statement, 0) == 0;
  sqlite3_finalize (statement);
  return blank;
}

/**
 * np_index_file_open:
 * @path: the index's file, or ":memory:"
 * @library_id: whose index it is
 * @fresh: (out): whether it was made anew
 * @error: it can neither be opened nor made
 *
 * Opens the index, or makes one in the place of what is there. Two programs may start at once: the one that comes
 * second finds what the first has made.
 *
 * Returns: (transfer full) (nullable): a connection to it
 */
NpDb *
np_index_file_open (const char *path, const char *library_id, gboolean *fresh, GError **error)
{
  for (guint try = 0;; try++)
    {
      g_autoptr (NpDb) db = NULL;

      g_clear_error (error);
      db = np_db_open (path, TRUE, error);
      *fresh = FALSE;
      if (db != NULL && np_db_check (db, library_id))
        return g_steal_pointer (&db);
      if (db != NULL && is_blank (db))
        {
          *fresh = TRUE;
          if (np_db_make_schema (db, library_id, error))
            {
              db->damaged = FALSE;
              return g_steal_pointer (&db);
            }
        }
      if (try >= MAX_TRIES)
        {
          if (error != NULL && *error == NULL)
            g_set_error (error, NP_INDEX_ERROR, NP_INDEX_ERROR_FAILED, "the index: %s cannot be used", path);
          return NULL;
        }
      if (*fresh)
        g_usleep (50000);
      else
        {
          g_clear_pointer (&db, np_db_free);
          np_index_file_remove (path);
        }
    }
}

/**
 * np_index_file_last_row:
 * @db: a connection to an index
 *
 * Returns: the last row that a story was given, 0 when there is none yet
 */
gint64
np_index_file_last_row (NpDb *db)
{
  sqlite3_stmt *statement = np_db_get (db, NP_SQL_LAST_ROW, NULL);
  gboolean row;
  gint64 last;

  if (statement == NULL || !np_db_step (db, statement, &row, NULL))
    return 0;
  last = row ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return last;
}

/**
 * np_index_file_skip_rows:
 * @db: a connection to an empty index
 * @last_row: the last row of the file before
 *
 * Gives no row a second time: lists still have the rows of the file before, and they must not become those of other
 * stories.
 */
void
np_index_file_skip_rows (NpDb *db, gint64 last_row)
{
  sqlite3_stmt *statement = np_db_get (db, NP_SQL_SKIP_ROWS, NULL);

  if (statement == NULL)
    return;
  sqlite3_bind_int64 (statement, 1, last_row);
  np_db_do (db, statement, NULL);
  db->last_row = last_row;
}
