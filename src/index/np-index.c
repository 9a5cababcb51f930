#include "index/np-index-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* How many connections wait for the next reader; each holds up to 8 MiB of the file. */
#define MAX_IDLE  3
#define MAX_TRIES 3
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

  GMutex pool_lock;
  GPtrArray *idle; /* of NpDb; under pool_lock, as is generation */
  guint generation;
  gboolean closed;

  int damaged; /* atomic */
};

G_DEFINE_FINAL_TYPE (NpIndex, np_index, G_TYPE_OBJECT)

static void
np_index_finalize (GObject *object)
{
  NpIndex *self = NP_INDEX (object);

  np_index_close (self);
  g_ptr_array_unref (self->idle);
  g_free (self->path);
  g_free (self->library_id);
  g_rec_mutex_clear (&self->write_lock);
  g_mutex_clear (&self->pool_lock);
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
  g_mutex_init (&self->pool_lock);
  self->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) np_db_free);
}

static void
remove_files (const char *path)
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

/* Two programs may start at once: the one that comes second finds what the first has made. */
static NpDb *
open_or_make (const char *path, const char *library_id, gboolean *fresh, GError **error)
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
            return g_steal_pointer (&db);
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
          remove_files (path);
        }
    }
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
  self->writer = open_or_make (path, library_id, &self->fresh, &problem);
  if (self->writer == NULL)
    {
      g_debug ("%s; it is kept in memory", problem->message);
      return np_index_open_in_memory (error);
    }
  self->path = g_strdup (path);
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
 * Closes the files. What was not committed is forgotten. Whoever reads still finishes; later calls fail.
 */
void
np_index_close (NpIndex *self)
{
  g_return_if_fail (NP_IS_INDEX (self));

  g_mutex_lock (&self->pool_lock);
  self->closed = TRUE;
  self->generation++;
  g_ptr_array_set_size (self->idle, 0);
  g_mutex_unlock (&self->pool_lock);
  g_rec_mutex_lock (&self->write_lock);
  if (self->writer != NULL && self->path != NULL && (g_atomic_int_get (&self->damaged) || self->writer->damaged))
    remove_files (self->path);
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

/*< private >
 * np_index_lock_writer:
 * @self: an index
 * @error: it is closed
 *
 * Waits for its turn to write.
 *
 * Returns: (nullable): the connection to write with, until np_index_unlock_writer(); `NULL` holds nothing
 */
NpDb *
np_index_lock_writer (NpIndex *self, GError **error)
{
  g_rec_mutex_lock (&self->write_lock);
  if (self->writer != NULL)
    return self->writer;
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

static NpDb *
take_idle (NpIndex *self, guint *generation, gboolean *closed)
{
  NpDb *db = NULL;

  g_mutex_lock (&self->pool_lock);
  *generation = self->generation;
  *closed = self->closed;
  if (self->idle->len > 0)
    db = g_ptr_array_steal_index (self->idle, self->idle->len - 1);
  g_mutex_unlock (&self->pool_lock);
  return db;
}

/*< private >
 * np_index_acquire:
 * @self: an index
 * @cancellable: (nullable): stops what is read
 * @error: what SQLite said
 *
 * Gives a connection to read with. All that is read until np_index_release() is of one moment.
 *
 * Returns: (nullable): a connection for this thread alone
 */
NpDb *
np_index_acquire (NpIndex *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (NpDb) db = NULL;
  guint generation;
  gboolean closed;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (self->path == NULL)
    {
      NpDb *writer = np_index_lock_writer (self, error);

      if (writer != NULL)
        np_db_set_cancellable (writer, cancellable);
      return writer;
    }
  db = take_idle (self, &generation, &closed);
  if (closed)
    {
      g_set_error_literal (error, NP_INDEX_ERROR, NP_INDEX_ERROR_FAILED, "the index is closed");
      return NULL;
    }
  if (db == NULL)
    {
      db = np_db_open (self->path, FALSE, error);
      if (db == NULL)
        return NULL;
      db->generation = generation;
    }
  if (!np_db_run (db, "BEGIN", error))
    {
      if (db->damaged)
        g_atomic_int_set (&self->damaged, TRUE);
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
  if (db->damaged)
    g_atomic_int_set (&self->damaged, TRUE);
  if (self->path == NULL)
    {
      np_index_unlock_writer (self);
      return;
    }
  np_db_run (db, "COMMIT", NULL);
  g_mutex_lock (&self->pool_lock);
  if (db->generation == self->generation && self->idle->len < MAX_IDLE && !db->damaged)
    g_ptr_array_add (self->idle, g_steal_pointer (&db));
  g_mutex_unlock (&self->pool_lock);
  np_db_free (db);
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
  if (!self->in_transaction)
    return np_db_run (db, "BEGIN IMMEDIATE", error);
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
  return FALSE;
}

/*< private >
 * np_index_is_damaged:
 * @self: an index
 *
 * Returns: whether a reader found that the file is not what it was
 */
gboolean
np_index_is_damaged (NpIndex *self)
{
  return g_atomic_int_get (&self->damaged);
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
    remove_files (self->path);
  anew = open_or_make (self->path != NULL ? self->path : ":memory:", self->library_id, &fresh, error);
  if (anew == NULL)
    return FALSE;
  g_clear_pointer (&self->writer, np_db_free);
  self->writer = anew;
  g_mutex_lock (&self->pool_lock);
  self->generation++;
  g_ptr_array_set_size (self->idle, 0);
  g_mutex_unlock (&self->pool_lock);
  g_atomic_int_set (&self->damaged, FALSE);
  self->failed = FALSE;
  return !self->in_transaction || np_db_run (self->writer, "BEGIN IMMEDIATE", error);
}
