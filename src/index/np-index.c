#include "index/np-index-private.h"

#include "index/np-db-pool.h"
#include "index/np-index-file.h"

/* The cache of who writes many stories, as NP_DB_CACHE. */
#define LARGE_CACHE "-65536"

struct _NpIndex
{
  GObject parent_instance;
  char *path; /* NULL: in memory, where the writer's connection serves the readers too */
  char *library_id;
  gboolean fresh;

  GRecMutex write_lock; /* held from np_index_begin() to np_index_commit(); in memory by readers too */
  NpDb *writer;         /* NULL once closed; under write_lock */
  gboolean in_transaction;
  gboolean failed; /* what was begun cannot be committed */

  NpDbPool *readers;

  NpBacklog *later;
  NpAlarm *alarm;
};

G_DEFINE_FINAL_TYPE (NpIndex, np_index, G_TYPE_OBJECT)

static void
np_index_finalize (GObject *object)
{
  NpIndex *self = NP_INDEX (object);

  np_index_close (self);
  np_backlog_free (self->later);
  np_alarm_free (self->alarm);
  np_db_pool_free (self->readers);
  g_free (self->path);
  g_free (self->library_id);
  g_rec_mutex_clear (&self->write_lock);
  G_OBJECT_CLASS (np_index_parent_class)->finalize (object);
}

static void
np_index_class_init (NpIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_index_finalize;
}

static void
np_index_init (NpIndex *self)
{
  g_rec_mutex_init (&self->write_lock);
  self->later = np_backlog_new ((NpBacklogFunc) np_index_settle, self, np_index_waiting_free);
  self->alarm = np_alarm_new ();
  self->readers = np_db_pool_new ();
}

/**
 * np_index_open:
 * @path: the index's file; its folder is made when it is not there
 * @library_id: the library's id; an index of another library is not used
 * @error: no memory
 *
 * Opens the index. One that is missing, damaged, of another version or of another library is made anew, empty: see
 * np_index_is_fresh(). Where its folder cannot be written, the index lives in memory.
 *
 * Returns: (transfer full) (nullable): the index
 */
NpIndex *
np_index_open (const char *path, const char *library_id, GError **error)
{
  g_autoptr (NpIndex) self = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL && library_id != NULL, NULL);

  self = g_object_new (NP_TYPE_INDEX, NULL);
  folder = g_path_get_dirname (path);
  g_mkdir_with_parents (folder, 0700);
  self->library_id = g_strdup (library_id);
  self->writer = np_index_file_open (path, library_id, &self->fresh, &problem);
  if (self->writer == NULL)
    {
      g_debug ("%s; it is kept in memory", problem->message);
      return np_index_open_in_memory (error);
    }
  self->path = g_strdup (path);
  self->writer->last_row = np_index_file_last_row (self->writer);
  return g_steal_pointer (&self);
}

/**
 * np_index_open_in_memory:
 * @error: no memory
 *
 * Returns: (transfer full) (nullable): an empty index that is gone when it is closed
 */
NpIndex *
np_index_open_in_memory (GError **error)
{
  g_autoptr (NpIndex) self = g_object_new (NP_TYPE_INDEX, NULL);

  self->library_id = g_strdup ("");
  self->fresh = TRUE;
  self->writer = np_db_open (":memory:", TRUE, error);
  if (self->writer == NULL || !np_db_make_schema (self->writer, self->library_id, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * np_index_close:
 * @self: an index
 *
 * Closes the files, with all that np_index_put_later() was given. What was not committed is forgotten. Whoever reads
 * still finishes; later calls fail.
 */
void
np_index_close (NpIndex *self)
{
  g_return_if_fail (NP_IS_INDEX (self));

  np_backlog_stop (self->later);
  np_db_pool_close (self->readers);
  g_rec_mutex_lock (&self->write_lock);
  if (self->writer != NULL && self->path != NULL && (np_index_is_damaged (self) || self->writer->damaged))
    np_index_file_remove (self->path);
  g_clear_pointer (&self->writer, np_db_free);
  g_rec_mutex_unlock (&self->write_lock);
}

/**
 * np_index_is_fresh:
 * @self: an index
 *
 * Returns: whether it was made anew when it was opened, so that it has to be filled
 */
gboolean
np_index_is_fresh (NpIndex *self)
{
  g_return_val_if_fail (NP_IS_INDEX (self), FALSE);

  return self->fresh;
}

/**
 * np_index_watch:
 * @self: an index
 * @func: (nullable): who is told of damage from now on; when this returns, nobody else is
 * @user_data: for @func
 *
 * Whoever reads or writes may find that the file is not what it was. np_index_clear() makes another.
 */
void
np_index_watch (NpIndex *self, NpIndexDamageFunc func, gpointer user_data)
{
  g_return_if_fail (NP_IS_INDEX (self));

  np_alarm_set_func (self->alarm, func, user_data);
}

/*< private >
 * np_index_get_later:
 * @self: an index
 *
 * Returns: (transfer none): what waits to be written
 */
NpBacklog *
np_index_get_later (NpIndex *self)
{
  return self->later;
}

/*< private >
 * np_index_lock_writer:
 * @self: an index
 * @error: it is closed
 *
 * Waits for its turn to write, after all that np_index_put_later() was given.
 *
 * Returns: (nullable): the connection to write with, until np_index_unlock_writer(); `NULL` holds nothing
 */
NpDb *
np_index_lock_writer (NpIndex *self, GError **error)
{
  g_rec_mutex_lock (&self->write_lock);
  if (self->writer != NULL)
    {
      np_index_settle_writer (self, self->writer, self->alarm);
      return self->writer;
    }
  g_rec_mutex_unlock (&self->write_lock);
  g_set_error_literal (error, NP_INDEX_ERROR, NP_INDEX_ERROR_FAILED, "the index is closed");
  return NULL;
}

/*< private >
 * np_index_unlock_writer:
 * @self: an index whose writer this thread has
 */
void
np_index_unlock_writer (NpIndex *self)
{
  g_rec_mutex_unlock (&self->write_lock);
}

/* Passes on what SQLite said to @db, unless that is a file of before; NULL: the file cannot even be opened. */
static void
note_damage (NpIndex *self, const NpDb *db)
{
  if ((db != NULL && !db->damaged) || !np_db_pool_is_current (self->readers, db))
    return;
  np_alarm_damage (self->alarm);
}

/*< private >
 * np_index_acquire_unsettled:
 * @self: an index
 * @cancellable: (nullable): stops what is read
 * @error: what SQLite said
 *
 * Gives a connection to read with, without what np_index_put_later() was given and is not written. All that is read
 * until np_index_release() is of one moment.
 *
 * Returns: (nullable): a connection for this thread alone
 */
NpDb *
np_index_acquire_unsettled (NpIndex *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (NpDb) db = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (self->path == NULL)
    {
      NpDb *writer = np_index_lock_writer (self, error);

      if (writer != NULL)
        np_db_set_cancellable (writer, cancellable);
      return writer;
    }
  db = np_db_pool_take (self->readers, self->path, error);
  if (db == NULL)
    {
      note_damage (self, NULL);
      return NULL;
    }
  if (!np_db_run (db, "BEGIN", error))
    {
      note_damage (self, db);
      return NULL;
    }
  np_db_set_cancellable (db, cancellable);
  return g_steal_pointer (&db);
}

/*< private >
 * np_index_release:
 * @self: an index
 * @db: (transfer full): a connection of np_index_acquire()
 */
void
np_index_release (NpIndex *self, NpDb *db)
{
  np_db_set_cancellable (db, NULL);
  for (guint i = 0; i < NP_SQL_N; i++)
    if (db->statements[i] != NULL && sqlite3_stmt_busy (db->statements[i]))
      sqlite3_reset (db->statements[i]);
  note_damage (self, db);
  if (self->path == NULL)
    {
      np_index_unlock_writer (self);
      return;
    }
  np_db_run (db, "COMMIT", NULL);
  np_db_pool_give (self->readers, db);
}

/**
 * np_index_begin:
 * @self: an index
 * @error: what SQLite said; nothing is begun then
 *
 * Begins to write many stories at once. Others who write wait until the same thread calls np_index_commit(), which it
 * has to do, whatever goes wrong between. Readers see nothing of it until then, and what is not written yet takes
 * memory: a few thousand stories are a good portion.
 *
 * Returns: whether it was begun
 */
gboolean
np_index_begin (NpIndex *self, GError **error)
{
  NpDb *db;

  g_return_val_if_fail (NP_IS_INDEX (self), FALSE);

  db = np_index_lock_writer (self, error);
  if (db == NULL)
    return FALSE;
  if (np_db_run (db, "PRAGMA cache_size = " LARGE_CACHE "; BEGIN IMMEDIATE", error))
    {
      self->failed = FALSE;
      return self->in_transaction = TRUE;
    }
  note_damage (self, db);
  np_index_unlock_writer (self);
  return FALSE;
}

static gboolean
commit (NpIndex *self, NpDb *db, GError **error)
{
  gboolean done = FALSE;

  if (self->failed)
    g_set_error_literal (error, NP_INDEX_ERROR, NP_INDEX_ERROR_FAILED, "the index: a write before failed");
  else
    done = np_db_run (db, "COMMIT", error);
  if (!sqlite3_get_autocommit (db->db))
    np_db_run (db, "ROLLBACK", NULL);
  np_db_run (db, "PRAGMA cache_size = " NP_DB_CACHE "; PRAGMA shrink_memory", NULL);
  note_damage (self, db);
  return done;
}

/**
 * np_index_commit:
 * @self: an index on which this thread called np_index_begin() with success
 * @error: what SQLite said; what was written since is undone then
 *
 * Returns: whether all since np_index_begin() is there for readers; not when any of it failed
 */
gboolean
np_index_commit (NpIndex *self, GError **error)
{
  NpDb *db;
  gboolean done;

  g_return_val_if_fail (NP_IS_INDEX (self), FALSE);

  db = np_index_lock_writer (self, error);
  if (db == NULL)
    return FALSE;
  done = commit (self, db, error);
  if (self->in_transaction)
    np_index_unlock_writer (self);
  self->in_transaction = FALSE;
  np_index_unlock_writer (self);
  return done;
}

/*< private >
 * np_index_enter:
 * @self: an index whose writer this thread has
 * @db: the writer
 * @error: what SQLite said
 *
 * Begins one change, alone or as a part of what np_index_begin() began. A part is not guarded by a savepoint: at each
 * of those FTS5 writes down the words it has gathered, and filling the index takes twice as long. A change that fails
 * halfway takes all that was begun with it instead. The lock is taken at once: a reader that becomes a writer later may
 * find that it cannot.
 *
 * Returns: whether it was begun; np_index_leave() ends it
 */
gboolean
np_index_enter (NpIndex *self, NpDb *db, GError **error)
{
  if (!self->in_transaction && !np_db_run (db, "BEGIN IMMEDIATE", error))
    {
      note_damage (self, db);
      return FALSE;
    }
  if (!self->in_transaction)
    return TRUE;
  if (self->failed)
    g_set_error_literal (error, NP_INDEX_ERROR, NP_INDEX_ERROR_FAILED, "the index: a write before failed");
  return !self->failed;
}

/*< private >
 * np_index_leave:
 * @self: an index whose writer this thread has
 * @db: the writer
 * @good: whether the change went well; @error is set if not
 * @error: what SQLite said
 *
 * Ends what np_index_enter() began.
 *
 * Returns: whether the change is made
 */
gboolean
np_index_leave (NpIndex *self, NpDb *db, gboolean good, GError **error)
{
  if (self->in_transaction)
    {
      self->failed |= !good;
      return good;
    }
  if (good && np_db_run (db, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (db->db))
    np_db_run (db, "ROLLBACK", NULL);
  note_damage (self, db);
  return FALSE;
}

/**
 * np_index_is_damaged:
 * @self: an index
 *
 * Returns: whether anybody found that the file is not what it was
 */
gboolean
np_index_is_damaged (NpIndex *self)
{
  return np_alarm_is_damaged (self->alarm);
}

/*< private >
 * np_index_make_anew:
 * @self: an index whose writer this thread has
 * @error: what SQLite said
 *
 * Takes the damaged file away and makes another. Who still reads the old one reads it to the end. A transaction that
 * was begun goes on in the new file.
 *
 * Returns: whether there is an empty index
 */
gboolean
np_index_make_anew (NpIndex *self, GError **error)
{
  NpDb *anew;
  gboolean fresh;

  if (self->path != NULL)
    np_index_file_remove (self->path);
  anew = np_index_file_open (self->path != NULL ? self->path : ":memory:", self->library_id, &fresh, error);
  if (anew == NULL)
    return FALSE;
  np_index_file_skip_rows (anew, self->writer->last_row);
  np_db_leave_log (self->writer);
  np_db_free (self->writer);
  self->writer = anew;
  self->writer->generation = np_db_pool_renew (self->readers);
  np_alarm_reset (self->alarm);
  self->failed = FALSE;
  return !self->in_transaction || np_db_run (self->writer, "BEGIN IMMEDIATE", error);
}
