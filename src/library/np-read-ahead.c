#include "library/np-read-ahead.h"

/* So many are read before they are asked for: enough that nobody waits for one long story. */
#define WINDOW 64
/* Who writes is one more, and is as fast as two who read. */
#define MAX_THREADS 3

struct _NpReadAhead
{
  NpStore *store;
  const NpIndexFile *files;
  guint n_files;
  GThread *threads[MAX_THREADS]; /* (nullable) each */

  GMutex lock;                   /* of all below */
  GCond turned;                  /* something was read, or taken */
  NpIndexEntry *entries[WINDOW]; /* (nullable) each; of file i at i % WINDOW */
  gboolean ready[WINDOW];
  guint n_begun, n_taken;
  gboolean stop;
  GError *trouble; /* (nullable) with the first file that is there and cannot be read */
};

static NpIndexEntry *
read_entry (NpReadAhead *self, const NpIndexFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = np_store_read_article (self->store, file->path, &error);
  NpIndexEntry *entry = article != NULL ? np_index_entry_new (article, file) : NULL;

  if (entry != NULL)
    np_index_entry_cut (entry);
  else if (!g_error_matches (error, NP_STORE_ERROR, NP_STORE_ERROR_DAMAGED)
           && !g_error_matches (error, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND))
    {
      g_mutex_lock (&self->lock);
      if (self->trouble == NULL)
        self->trouble = g_steal_pointer (&error);
      g_mutex_unlock (&self->lock);
    }
  return entry;
}

/* Waits until there is room; FALSE when there is nothing left to read. */
static gboolean
begin_next (NpReadAhead *self, guint *number)
{
  gboolean begun;

  g_mutex_lock (&self->lock);
  while (!self->stop && self->n_begun < self->n_files && self->n_begun >= self->n_taken + WINDOW)
    g_cond_wait (&self->turned, &self->lock);
  begun = !self->stop && self->n_begun < self->n_files;
  if (begun)
    *number = self->n_begun++;
  g_mutex_unlock (&self->lock);
  return begun;
}

static gpointer
read_on (gpointer data)
{
  NpReadAhead *self = data;
  guint number;

  while (begin_next (self, &number))
    {
      NpIndexEntry *entry = read_entry (self, &self->files[number]);

      g_mutex_lock (&self->lock);
      self->entries[number % WINDOW] = entry;
      self->ready[number % WINDOW] = TRUE;
      g_cond_broadcast (&self->turned);
      g_mutex_unlock (&self->lock);
    }
  return NULL;
}

/**
 * np_read_ahead_new:
 * @store: the library
 * @files: (array length=n_files): the files to read; they have to live as long as this
 * @n_files: their number
 *
 * Begins to read. A file that cannot be read is the store's to set aside.
 *
 * Returns: (transfer full): who reads
 */
NpReadAhead *
np_read_ahead_new (NpStore *store, const NpIndexFile *files, guint n_files)
{
  NpReadAhead *self = g_new0 (NpReadAhead, 1);
  guint n_threads = MIN (MIN (g_get_num_processors (), MAX_THREADS), n_files);

  self->store = g_object_ref (store);
  self->files = files;
  self->n_files = n_files;
  g_mutex_init (&self->lock);
  g_cond_init (&self->turned);
  for (guint i = 0; i < n_threads; i++)
    self->threads[i] = g_thread_new ("read-ahead", read_on, self);
  return self;
}

/**
 * np_read_ahead_free:
 * @self: (transfer full) (nullable): who reads
 *
 * Stops, and waits until nothing is being read any more.
 */
void
np_read_ahead_free (NpReadAhead *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->lock);
  self->stop = TRUE;
  g_cond_broadcast (&self->turned);
  g_mutex_unlock (&self->lock);
  for (guint i = 0; i < MAX_THREADS; i++)
    g_clear_pointer (&self->threads[i], g_thread_join);
  for (guint i = 0; i < WINDOW; i++)
    np_index_entry_free (self->entries[i]);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->turned);
  g_object_unref (self->store);
  g_clear_error (&self->trouble);
  g_free (self);
}

/**
 * np_read_ahead_take_trouble:
 * @self: who reads, after the last file
 * @error: any of `NP_STORE_ERROR`: a file is there and cannot be read, as on a disk that fails
 *
 * Returns: whether there was none
 */
gboolean
np_read_ahead_take_trouble (NpReadAhead *self, GError **error)
{
  GError *trouble;

  g_mutex_lock (&self->lock);
  trouble = g_steal_pointer (&self->trouble);
  g_mutex_unlock (&self->lock);
  if (trouble == NULL)
    return TRUE;
  g_propagate_error (error, trouble);
  return FALSE;
}

/**
 * np_read_ahead_next:
 * @self: who reads
 *
 * Waits for the next file, in their order. To be called once for each of them at the most.
 *
 * Returns: (transfer full) (nullable): what is to be written of it, `NULL` when it cannot be read
 */
NpIndexEntry *
np_read_ahead_next (NpReadAhead *self)
{
  NpIndexEntry *entry;
  guint slot;

  g_mutex_lock (&self->lock);
  slot = self->n_taken % WINDOW;
  while (!self->ready[slot])
    g_cond_wait (&self->turned, &self->lock);
  entry = g_steal_pointer (&self->entries[slot]);
  self->ready[slot] = FALSE;
  self->n_taken++;
  g_cond_broadcast (&self->turned);
  g_mutex_unlock (&self->lock);
  return entry;
}
