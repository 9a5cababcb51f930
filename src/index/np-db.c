#include "index/np-db.h"

#include "index/np-index-error.h"

#include <string.h>

/* How long one process waits for the other's write, ms. */
#define BUSY_TIMEOUT 10000
/* How many steps of SQLite's machine pass between two looks at the cancellable: less than a tenth of a millisecond. */
#define STEPS_BETWEEN_LOOKS 2000

/* What another file would answer better. A full disk, no memory or another program's lock is not of that kind; a table
 * that is not there is: somebody put another file in the place of ours. */
static gboolean
is_damage (int code, const char *message)
{
  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_IOERR || code == SQLITE_CANTOPEN
         || code == SQLITE_READONLY || (code == SQLITE_ERROR && g_str_has_prefix (message, "no such table"));
}

static gboolean
fail (NpDb *db, GError **error)
{
  int code = sqlite3_errcode (db->db);

  if (code == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
      return FALSE;
    }
  db->damaged |= is_damage (code, sqlite3_errmsg (db->db));
  g_set_error (error, NP_INDEX_ERROR, NP_INDEX_ERROR_FAILED, "the index: %s", sqlite3_errmsg (db->db));
  return FALSE;
}

/**
 * np_db_run:
 * @db: a connection
 * @sql: statements without values
 * @error: what SQLite said
 *
 * Returns: whether they were carried out
 */
gboolean
np_db_run (NpDb *db, const char *sql, GError **error)
{
  return sqlite3_exec (db->db, sql, NULL, NULL, NULL) == SQLITE_OK || fail (db, error);
}

/* np_mark (row): adds a row to a set. Given row by row to us, a common word would take several times as long. */
static void
mark (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const NpDb *db = sqlite3_user_data (context);

  if (db->marked != NULL)
    np_row_set_add (db->marked, sqlite3_value_int64 (values[0]));
  sqlite3_result_int (context, 1);
}

/**
 * np_db_open:
 * @path: the file, or ":memory:"
 * @create: whether it may be made
 * @error: what SQLite said
 *
 * Returns: (transfer full) (nullable): a connection
 */
NpDb *
np_db_open (const char *path, gboolean create, GError **error)
{
  g_autoptr (NpDb) db = g_new0 (NpDb, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (create ? SQLITE_OPEN_CREATE : 0);

  db->decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  if (sqlite3_open_v2 (path, &db->db, flags, NULL) != SQLITE_OK)
    {
      g_set_error (error, NP_INDEX_ERROR, NP_INDEX_ERROR_FAILED, "the index: %s",
                   db->db != NULL ? sqlite3_errmsg (db->db) : "no memory");
      return NULL;
    }
  sqlite3_busy_timeout (db->db, BUSY_TIMEOUT);
  sqlite3_create_function_v2 (db->db, "np_mark", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, db, mark, NULL, NULL, NULL);
  /* A damaged or foreign schema must not run anything: https://www.sqlite.org/security.html */
  sqlite3_db_config (db->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (!create)
    np_db_leave_log (db);
  if (!np_db_run (db,
                  "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"
                  "PRAGMA synchronous = NORMAL; PRAGMA cache_size = " NP_DB_CACHE
                  "; PRAGMA journal_size_limit = 67108864;",
                  error))
    return NULL;
  return g_steal_pointer (&db);
}

/**
 * np_db_leave_log:
 * @db: a connection
 *
 * Has the log left alone when @db is closed. SQLite's last connection to a file takes the log away by its name; where
 * the file was replaced, that name is the new file's.
 */
void
np_db_leave_log (NpDb *db)
{
  sqlite3_db_config (db->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

/**
 * np_db_forget:
 * @db: a connection that went through all of a table
 *
 * Gives back what @db keeps of the file in memory: the end of that table is nothing that anybody asks for next.
 */
void
np_db_forget (NpDb *db)
{
  sqlite3_db_release_memory (db->db);
}

/**
 * np_db_free:
 * @db: (transfer full) (nullable): a connection that nobody uses
 */
void
np_db_free (NpDb *db)
{
  if (db == NULL)
    return;
  for (guint i = 0; i < NP_SQL_N; i++)
    sqlite3_finalize (db->statements[i]);
  sqlite3_close_v2 (db->db);
  g_clear_object (&db->decompressor);
  g_free (db);
}

/**
 * np_db_make_schema:
 * @db: a connection to an empty file
 * @library_id: whose index it is
 * @error: what SQLite said
 *
 * Returns: whether the tables were made
 */
gboolean
np_db_make_schema (NpDb *db, const char *library_id, GError **error)
{
  sqlite3_stmt *statement;
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", NP_SQL_VERSION);

  /* Large pages: several packed texts fit on one, where of the usual size each would leave half of its page empty. */
  if (!np_db_run (db, "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL", error)
      || !np_db_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (np_db_run (db, np_sql_schema, error) && np_db_run (db, version, error)
      && (statement = np_db_get (db, NP_SQL_SET_META, error)) != NULL)
    {
      np_db_bind (statement, 1, library_id);
      if (np_db_do (db, statement, error) && np_db_run (db, "COMMIT", error))
        return TRUE;
    }
  np_db_run (db, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * np_db_check:
 * @db: a connection
 * @library_id: whose index it should be
 *
 * Looks whether the file is an index of this library and version and can be read. It looks at the beginning of each
 * table and not at every page, since each start of the program waits for it; what is damaged deeper shows when it is
 * read.
 *
 * Returns: whether it can be used
 */
gboolean
np_db_check (NpDb *db, const char *library_id)
{
  sqlite3_stmt *statement;
  gboolean row = FALSE, same;

  if (sqlite3_prepare_v2 (db->db, "PRAGMA user_version", -1, &statement, NULL) != SQLITE_OK)
    return FALSE;
  same = sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_int (statement, 0) == NP_SQL_VERSION;
  sqlite3_finalize (statement);
  if (!same || (statement = np_db_get (db, NP_SQL_GET_META, NULL)) == NULL || !np_db_step (db, statement, &row, NULL))
    return FALSE;
  same = row && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), library_id) == 0;
  sqlite3_reset (statement);
  if (!same)
    return FALSE;
  for (NpSql sql = 0; sql < NP_SQL_N; sql++)
    if (np_db_get (db, sql, NULL) == NULL)
      return FALSE;
  return np_db_run (db,
                    "SELECT * FROM stories LIMIT 1; SELECT row FROM stories ORDER BY published_key LIMIT 1;"
                    "SELECT * FROM texts LIMIT 1; SELECT * FROM story_topics LIMIT 1; SELECT * FROM totals;"
                    "SELECT rowid FROM words WHERE words MATCH 'a*' LIMIT 1;"
                    "SELECT rowid FROM fields WHERE fields MATCH 'a*' LIMIT 1;",
                    NULL);
}

/**
 * np_db_get:
 * @db: a connection
 * @sql: which statement
 * @error: what SQLite said
 *
 * Returns: (transfer none) (nullable): the statement, ready to be bound
 */
sqlite3_stmt *
np_db_get (NpDb *db, NpSql sql, GError **error)
{
  sqlite3_stmt *statement = db->statements[sql];

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  if (sqlite3_prepare_v3 (db->db, np_sql_text (sql), -1, SQLITE_PREPARE_PERSISTENT, &db->statements[sql], NULL)
      != SQLITE_OK)
    {
      fail (db, error);
      return NULL;
    }
  return db->statements[sql];
}

/**
 * np_db_step:
 * @db: a connection
 * @statement: one of its statements
 * @row: (out): whether there is a row; at the end the statement is reset
 * @error: what SQLite said, or `G_IO_ERROR_CANCELLED`
 *
 * Looks at the cancellable before each row: a search of many small statements stops as soon as one long one.
 *
 * Returns: whether it went well
 */
gboolean
np_db_step (NpDb *db, sqlite3_stmt *statement, gboolean *row, GError **error)
{
  int code;

  *row = FALSE;
  if (g_cancellable_set_error_if_cancelled (db->cancellable, error))
    {
      sqlite3_reset (statement);
      return FALSE;
    }
  code = sqlite3_step (statement);
  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    fail (db, error);
  sqlite3_reset (statement);
  return code == SQLITE_DONE;
}

/**
 * np_db_look_up:
 * @db: a connection
 * @sql: one whose only value is a number
 * @number: such as a row
 * @found: (out): whether there is anything
 * @error: what SQLite said, or `G_IO_ERROR_CANCELLED`
 *
 * Returns: (transfer none) (nullable): the statement, at what it found: it is to be reset when that was read
 */
sqlite3_stmt *
np_db_look_up (NpDb *db, NpSql sql, gint64 number, gboolean *found, GError **error)
{
  sqlite3_stmt *statement = np_db_get (db, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, number);
  return np_db_step (db, statement, found, error) ? statement : NULL;
}

/**
 * np_db_do:
 * @db: a connection
 * @statement: one of its statements, that gives no rows
 * @error: what SQLite said
 *
 * Returns: whether it went well
 */
gboolean
np_db_do (NpDb *db, sqlite3_stmt *statement, GError **error)
{
  gboolean row;

  if (!np_db_step (db, statement, &row, error))
    return FALSE;
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * np_db_mark:
 * @db: a connection
 * @statement: one of its statements that calls np_mark(), bound
 * @set: where to add the rows
 * @error: what SQLite said, or `G_IO_ERROR_CANCELLED`
 *
 * Returns: whether it went well
 */
gboolean
np_db_mark (NpDb *db, sqlite3_stmt *statement, NpRowSet *set, GError **error)
{
  gboolean row, done;

  db->marked = set;
  done = np_db_step (db, statement, &row, error);
  db->marked = NULL;
  sqlite3_reset (statement);
  return done;
}

/**
 * np_db_bind:
 * @statement: a statement
 * @column: which value, from 1
 * @text: (nullable): the value; it has to live until the statement is done
 */
void
np_db_bind (sqlite3_stmt *statement, int column, const char *text)
{
  if (text != NULL)
    sqlite3_bind_text (statement, column, text, -1, SQLITE_STATIC);
  else
    sqlite3_bind_null (statement, column);
}

static int
look (void *data)
{
  return g_cancellable_is_cancelled (data);
}

/**
 * np_db_set_cancellable:
 * @db: a connection
 * @cancellable: (nullable): what stops its statements from now on; `NULL` for nothing
 */
void
np_db_set_cancellable (NpDb *db, GCancellable *cancellable)
{
  db->cancellable = cancellable;
  sqlite3_progress_handler (db->db, cancellable != NULL ? STEPS_BETWEEN_LOOKS : 0, look, cancellable);
}
