#include "library/np-watcher.h"

#include <string.h>

/* So many files are looked at before others have their turn: some tens of milliseconds. */
#define PORTION 50

/* While a sync tool writes on and on, lists are brought up to date no more often. */
#define TELL_USEC (500 * 1000)

struct _NpWatcher
{
  NpCatalog *catalog;
  NpWorkQueue *queue;
  NpWatcherFunc func;
  gpointer user_data;
  GCancellable *stopping;
  NpWatch *watch;

  GMutex lock;       /* of all below */
  GHashTable *paths; /* set of char*: to be looked at */
  gboolean everything;
  gboolean queued; /* work waits for its turn */

  /* of the thread of the queue */
  NpCatalogNews untold;
  gint64 told;
};

static void work (gpointer owner, gpointer data);

/* Called with the lock held. */
static void
want_work (NpWatcher *self)
{
  if (!self->queued && (self->everything || g_hash_table_size (self->paths) > 0))
    self->queued = np_work_queue_push (self->queue, work, self);
}

/* Runs in the thread of the watch. */
static void
on_watch (GPtrArray *paths, gpointer user_data)
{
  NpWatcher *self = user_data;

  g_mutex_lock (&self->lock);
  self->everything |= paths == NULL;
  for (guint i = 0; paths != NULL && i < paths->len; i++)
    g_hash_table_add (self->paths, g_strdup (paths->pdata[i]));
  want_work (self);
  g_mutex_unlock (&self->lock);
}

/* Gives the next paths; @everything: whether all of the library has to be looked at first. */
static GPtrArray *
take_portion (NpWatcher *self, gboolean *everything)
{
  GPtrArray *portion = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer path;

  g_mutex_lock (&self->lock);
  *everything = self->everything;
  self->everything = FALSE;
  g_hash_table_iter_init (&iter, self->paths);
  while (portion->len < PORTION && g_hash_table_iter_next (&iter, &path, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (portion, path);
    }
  g_mutex_unlock (&self->lock);
  return portion;
}

/* The files that are not stories. */
static const char *const top_files[] = { "topics.json", "searches.json", "feeds.json", "library.json" };

static void
look_at_all (NpWatcher *self)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  if (!np_catalog_find_changed (self->catalog, paths, self->stopping, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("not all of the library could be looked at: %s", error->message);
  for (guint i = 0; i < G_N_ELEMENTS (top_files); i++)
    g_ptr_array_add (paths, g_strdup (top_files[i]));
  on_watch (paths, self);
}

static void
tell (NpWatcher *self, gboolean last)
{
  gint64 now = g_get_monotonic_time ();

  if ((!self->untold.stories && !self->untold.topics && !self->untold.searches && !self->untold.feeds
       && !self->untold.root)
      || (!last && now - self->told < TELL_USEC))
    return;
  self->told = now;
  self->func (&self->untold, self->user_data);
  self->untold = (NpCatalogNews){ .again = self->untold.again };
}

/* Runs in the thread of the queue. An index that has to be rebuilt is: that finds what changed here as well. */
static void
work (gpointer owner, gpointer data)
{
  NpWatcher *self = data;
  gboolean everything, more;
  g_autoptr (GPtrArray) portion = take_portion (self, &everything);
  g_autoptr (GError) error = NULL;

  if (everything && !g_cancellable_is_cancelled (self->stopping))
    look_at_all (self);
  if (!g_cancellable_is_cancelled (self->stopping) && !np_health_is_stale (np_catalog_get_health (self->catalog))
      && !np_catalog_update (self->catalog, (const char *const *) portion->pdata, portion->len, &self->untold, &error))
    g_message ("changes by others could not be followed: %s", error->message);
  for (guint i = 0; i < self->untold.again->len; i++)
    np_watch_tell_again (self->watch, self->untold.again->pdata[i]);
  g_ptr_array_set_size (self->untold.again, 0);
  g_mutex_lock (&self->lock);
  self->queued = FALSE;
  want_work (self);
  more = self->queued;
  g_mutex_unlock (&self->lock);
  tell (self, !more);
}

/* Runs in the thread of the queue, before any work that is asked for later: what that finds is all there was until the
 * watch was at work, and what comes afterwards is told. */
static void
wait_for_watch (gpointer owner, gpointer data)
{
  np_watch_wait (((NpWatcher *) data)->watch);
}

/**
 * np_watcher_new:
 * @catalog: the library
 * @queue: whose thread does the work; it has to be closed before np_watcher_free()
 * @mode: how to learn what others do
 * @func: told when something changed
 * @user_data: for @func
 *
 * Returns: (transfer full): a watcher, at work
 */
NpWatcher *
np_watcher_new (NpCatalog *catalog, NpWorkQueue *queue, NpWatchMode mode, NpWatcherFunc func, gpointer user_data)
{
  NpWatcher *self = g_new0 (NpWatcher, 1);

  self->catalog = g_object_ref (catalog);
  self->queue = queue;
  self->func = func;
  self->user_data = user_data;
  self->stopping = g_cancellable_new ();
  self->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->untold.again = g_ptr_array_new_with_free_func (g_free);
  g_mutex_init (&self->lock);
  self->watch = np_watch_new (np_catalog_get_store (catalog), mode, on_watch, self);
  np_work_queue_push (queue, wait_for_watch, self);
  return self;
}

/**
 * np_watcher_stop:
 * @self: (nullable): a watcher
 *
 * Ends it; work that waits is let go of.
 */
void
np_watcher_stop (NpWatcher *self)
{
  if (self != NULL)
    g_cancellable_cancel (self->stopping);
}

/**
 * np_watcher_free:
 * @self: (transfer full) (nullable): a watcher whose queue is closed
 */
void
np_watcher_free (NpWatcher *self)
{
  if (self == NULL)
    return;
  np_watch_free (self->watch);
  g_hash_table_unref (self->paths);
  g_ptr_array_unref (self->untold.again);
  g_object_unref (self->stopping);
  g_object_unref (self->catalog);
  g_mutex_clear (&self->lock);
  g_free (self);
}
