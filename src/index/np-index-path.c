/* The stories of NpIndex by the path of their file. */
#include "index/np-index-private.h"

/**
 * np_index_find_id_by_path:
 * @self: an index
 * @file: (inout): `path` says which file; the rest is filled in as the index knows it
 * @error: what SQLite said
 *
 * Returns: (transfer full) (nullable): the id of the story of that file; `NULL` without an error when there is none
 */
char *
np_index_find_id_by_path (NpIndex *self, NpIndexFile *file, GError **error)
{
  sqlite3_stmt *statement;
  char *id = NULL;
  gboolean found;
  NpDb *db;

  g_return_val_if_fail (NP_IS_INDEX (self) && file != NULL && file->path != NULL, NULL);

  db = np_index_acquire (self, NULL, error);
  if (db == NULL)
    return NULL;
  statement = np_db_get (db, NP_SQL_FIND_PATH, error);
  if (statement != NULL)
    {
      np_db_bind (statement, 1, file->path);
      sqlite3_bind_int64 (statement, 2, np_sql_hash_address (file->path));
      if (np_db_step (db, statement, &found, error) && found)
        {
          id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
          file->size = sqlite3_column_int64 (statement, 1);
          file->mtime_ns = sqlite3_column_int64 (statement, 2);
          file->trashed = sqlite3_column_int (statement, 3);
        }
    }
  np_index_release (self, db);
  return id;
}
