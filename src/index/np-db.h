/* One connection to the index's file with its statements, each prepared once. A connection serves one thread at a
 * time. */
#pragma once

#include "index/np-row-set.h"
#include "index/np-sql.h"

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* How much of the file a connection keeps in memory: KiB, below 0 as SQLite wants it. */
#define NP_DB_CACHE "-2048"

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *statements[NP_SQL_N];
  GConverter *decompressor;
  GCancellable *cancellable; /* (nullable) stops the statement that runs */
  gboolean damaged;          /* SQLite said that the file is not what it was */
  NpRowSet *marked;          /* (nullable) where np_mark() of SQL adds rows */
  guint generation;          /* of the file, for the pool */
  gint64 last_row;           /* of those that were ever given; the writer's alone */
} NpDb;

NpDb *np_db_open (const char *path, gboolean create, GError **error);
void np_db_leave_log (NpDb *db);
void np_db_forget (NpDb *db);
void np_db_free (NpDb *db);
gboolean np_db_make_schema (NpDb *db, const char *library_id, GError **error);
gboolean np_db_check (NpDb *db, const char *library_id);
gboolean np_db_run (NpDb *db, const char *sql, GError **error);
sqlite3_stmt *np_db_get (NpDb *db, NpSql sql, GError **error);
gboolean np_db_step (NpDb *db, sqlite3_stmt *statement, gboolean *row, GError **error);
sqlite3_stmt *np_db_look_up (NpDb *db, NpSql sql, gint64 number, gboolean *found, GError **error);
gboolean np_db_do (NpDb *db, sqlite3_stmt *statement, GError **error);
gboolean np_db_mark (NpDb *db, sqlite3_stmt *statement, NpRowSet *set, GError **error);
void np_db_bind (sqlite3_stmt *statement, int column, const char *text);
void np_db_set_cancellable (NpDb *db, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpDb, np_db_free)

G_END_DECLS
