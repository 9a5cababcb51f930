#include "library/np-library.h"

#include "library/np-catalog-refresh.h"
#include "library/np-herald.h"
#include "library/np-library-parts.h"
#include "library/np-network.h"
#include "library/np-watcher.h"
#include "library/np-words.h"

/* An index that is damaged again and again lies on a bad disk; it is rebuilt at the next start. */
#define MAX_MENDED 5

enum
{
  SIGNAL_TOPICS, /* first, so that lists find the topics of their stories */
  SIGNAL_STORIES,
  SIGNAL_SEARCHES,
  SIGNAL_COUNTS,
  SIGNAL_HISTORY,
  SIGNAL_NOTICE,
  SIGNAL_REBUILDING,
  N_SIGNALS
};

/* What is told on the main thread: bits by the number of the signal. */
typedef enum
{
  NEWS_TOPICS = 1 << SIGNAL_TOPICS,
  NEWS_STORIES = 1 << SIGNAL_STORIES,
  NEWS_SEARCHES = 1 << SIGNAL_SEARCHES,
  NEWS_COUNTS = 1 << SIGNAL_COUNTS,
  NEWS_HISTORY = 1 << SIGNAL_HISTORY,
  NEWS_DAMAGE = 1 << SIGNAL_NOTICE,
  NEWS_REBUILDING = 1 << SIGNAL_REBUILDING
} News;

struct _NpLibrary
{
  GObject parent_instance;
  NpCatalog *catalog;
  NpEditor *editor;
  NpImportQueue *queue;
  NpHerald *herald;
  NpTally *tally;
  NpAdvisor *advisor;
  NpWorkQueue *worker;   /* changes in their order, counting, refreshing */
  NpWatcher *watcher;    /* (nullable) before np_library_start() */
  GCancellable *closing; /* stops a refresh when the library is closed */

  GMutex lock;        /* of all below */
  double rebuilding;  /* 0–1 */
  gboolean recount;   /* counting waits for its turn */
  gboolean started;   /* nobody waits for counting any more */
  guint times_mended; /* how often the index was rebuilt because it was damaged */
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpLibrary, np_library, G_TYPE_OBJECT)

static void
np_library_finalize (GObject *object)
{
  NpLibrary *self = NP_LIBRARY (object);

  np_library_close (self);
  g_clear_object (&self->queue);
  g_clear_object (&self->editor);
  g_clear_object (&self->catalog);
  g_clear_object (&self->herald);
  g_clear_object (&self->tally);
  g_clear_object (&self->advisor);
  g_clear_object (&self->closing);
  g_clear_pointer (&self->worker, np_work_queue_free);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (np_library_parent_class)->finalize (object);
}

static void
np_library_class_init (NpLibraryClass *klass)
{
  /* in the order of their numbers */
  static const char *const names[] = { "topics-changed", "stories-changed", "searches-changed", "counts-changed",
                                       "history-changed" };
  GType type = NP_TYPE_LIBRARY;

  G_OBJECT_CLASS (klass)->finalize = np_library_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NOTICE] =
      g_signal_new ("notice", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REBUILDING] =
      g_signal_new ("rebuilding", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
tell_damage (NpLibrary *self)
{
  g_autoptr (GPtrArray) damaged = np_store_take_damage (np_catalog_get_store (self->catalog));
  g_autoptr (GPtrArray) merged = np_store_take_merged (np_catalog_get_store (self->catalog));
  g_autoptr (GPtrArray) later = np_store_take_later (np_catalog_get_store (self->catalog));
  g_autofree char *words = np_words_for_files (damaged, merged, later);

  if (words != NULL)
    g_signal_emit (self, signals[SIGNAL_NOTICE], 0, words);
}

static void
on_news (guint news, gpointer user_data)
{
  g_autoptr (NpLibrary) self = g_object_ref (user_data);
  double rebuilding;

  g_mutex_lock (&self->lock);
  rebuilding = self->rebuilding;
  g_mutex_unlock (&self->lock);
  for (guint i = 0; i <= SIGNAL_HISTORY; i++)
    if (news & 1u << i)
      g_signal_emit (self, signals[i], 0);
  if (news & NEWS_REBUILDING)
    g_signal_emit (self, signals[SIGNAL_REBUILDING], 0, rebuilding);
  if (news & NEWS_DAMAGE)
    tell_damage (self);
}

static void
np_library_init (NpLibrary *self)
{
  g_mutex_init (&self->lock);
  self->closing = g_cancellable_new ();
  self->herald = np_herald_new (on_news, self);
  self->tally = np_tally_new ();
  self->worker = np_work_queue_new (self);
}

/**
 * np_library_is_open:
 * @self: a library
 *
 * Returns: whether np_library_close() was not called yet
 */
gboolean
np_library_is_open (NpLibrary *self)
{
  return np_work_queue_is_open (self->worker);
}

/**
 * np_library_get_catalog:
 * @self: a library
 *
 * Returns: (transfer none): its catalog
 */
NpCatalog *
np_library_get_catalog (NpLibrary *self)
{
  return self->catalog;
}

/**
 * np_library_get_editor:
 * @self: a library
 *
 * Returns: (transfer none): what does its changes
 */
NpEditor *
np_library_get_editor (NpLibrary *self)
{
  return self->editor;
}

/**
 * np_library_get_queue:
 * @self: a library
 *
 * Returns: (transfer none): its imports
 */
NpImportQueue *
np_library_get_queue (NpLibrary *self)
{
  return self->queue;
}

/**
 * np_library_get_advisor:
 * @self: a library
 *
 * Returns: (transfer none): who knows what its topics have to do with each other
 */
NpAdvisor *
np_library_get_advisor (NpLibrary *self)
{
  return self->advisor;
}

/**
 * np_library_push_work:
 * @self: a library
 * @func: called in the worker, after all that was pushed before
 * @data: for @func
 *
 * Safe from any thread.
 *
 * Returns: whether it will be done; not after np_library_close()
 */
gboolean
np_library_push_work (NpLibrary *self, NpWorkFunc func, gpointer data)
{
  return np_work_queue_push (self->worker, func, data);
}

/* Runs in the worker. */
static void
count_work (gpointer owner, gpointer data)
{
  NpLibrary *self = owner;

  g_mutex_lock (&self->lock);
  self->recount = FALSE;
  g_mutex_unlock (&self->lock);
  np_tally_count (self->tally, self->catalog);
  np_herald_tell (self->herald, NEWS_COUNTS);
}

/* Counting waits its turn behind the changes that wait already, so that many of them are counted once. Without
 * np_library_start() it is done when somebody asks. */
static void
want_counts (NpLibrary *self)
{
  np_tally_forget (self->tally);
  np_advisor_forget (self->advisor);
  g_mutex_lock (&self->lock);
  if (self->started && !self->recount)
    self->recount = np_library_push_work (self, count_work, NULL);
  g_mutex_unlock (&self->lock);
}

/**
 * np_library_tell_damage:
 * @self: a library
 *
 * Has it told when a file was found damaged. Safe from any thread.
 */
void
np_library_tell_damage (NpLibrary *self)
{
  np_herald_tell (self->herald, NEWS_DAMAGE);
}

/**
 * np_library_tell_changed:
 * @self: a library
 * @topics_too: whether the topics changed as well
 *
 * Has it told that stories and history changed. Safe from any thread.
 */
void
np_library_tell_changed (NpLibrary *self, gboolean topics_too)
{
  np_herald_tell (self->herald, NEWS_STORIES | NEWS_DAMAGE | NEWS_HISTORY | (topics_too ? NEWS_TOPICS : 0));
  want_counts (self);
}

/**
 * np_library_tell_searches:
 * @self: a library
 *
 * Has it told that other searches are kept, and has them counted. Safe from any thread.
 */
void
np_library_tell_searches (NpLibrary *self)
{
  np_herald_tell (self->herald, NEWS_SEARCHES | NEWS_HISTORY | NEWS_DAMAGE);
  want_counts (self);
}

/**
 * np_library_tell_progress:
 * @progress: of bringing the index up to date, 0–1
 * @user_data: a library
 *
 * Has it told. Safe from any thread.
 */
void
np_library_tell_progress (double progress, gpointer user_data)
{
  NpLibrary *self = user_data;

  g_mutex_lock (&self->lock);
  self->rebuilding = progress;
  g_mutex_unlock (&self->lock);
  np_herald_tell (self->herald, NEWS_REBUILDING | (progress < 1 ? NEWS_STORIES : 0));
}

/* Comes from any thread, with locks of the layers below held. */
static void
on_health (NpHealthNews news, gpointer user_data)
{
  NpLibrary *self = user_data;
  gboolean mend;

  switch (news)
    {
    case NP_HEALTH_STALE:
      g_mutex_lock (&self->lock);
      mend = self->times_mended++ < MAX_MENDED;
      g_mutex_unlock (&self->lock);
      if (mend)
        np_library_push_work (self, np_library_refresh_work, self->closing);
      break;
    case NP_HEALTH_LOST_STORY:
      np_library_tell_changed (self, FALSE);
      break;
    }
}

/**
 * np_library_open:
 * @folder: (nullable): the library's folder, made when it is missing; `NULL` for np_library_dup_default_folder()
 * @flags: how to open it
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Opens a library. Its index may be empty or behind what is on disk: np_library_start() or np_library_refresh() brings
 * it up to date. The library may turn out read-only whatever @flags say: see np_library_is_writable().
 *
 * Returns: (transfer full) (nullable): the library
 */
NpLibrary *
np_library_open (const char *folder, NpLibraryFlags flags, GError **error)
{
  g_autoptr (NpFetcher) fetcher = np_network_new_fetcher ();
  g_autoptr (NpLibrary) self = g_object_new (NP_TYPE_LIBRARY, NULL);
  g_autofree char *usual = np_library_dup_default_folder ();
  g_autofree char *journal = NULL;

  if (!np_library_check_folder (folder != NULL ? folder : usual, error))
    return NULL;
  self->catalog = np_catalog_open (folder != NULL ? folder : usual, (flags & NP_LIBRARY_READ_ONLY) != 0, error);
  if (self->catalog == NULL)
    return NULL;
  journal = g_build_filename (g_get_user_state_dir (), "newsprint", np_library_get_id (self), "undo", NULL);
  self->editor = np_editor_new (self->catalog, np_library_is_writable (self, NULL) ? journal : NULL);
  self->advisor = np_advisor_new (self->catalog);
  self->queue = np_import_queue_new (self->catalog, fetcher, np_library_import_saved, self);
  np_health_watch (np_catalog_get_health (self->catalog), on_health, self);
  np_herald_tell (self->herald, NEWS_DAMAGE | NEWS_HISTORY);
  return g_steal_pointer (&self);
}

/**
 * np_library_close:
 * @self: a library
 *
 * Stops imports, waits for changes that were asked for, and lets go of the library. Imports that have not ended are
 * kept for the next np_library_start(). Nothing may be asked of @self afterwards.
 */
void
np_library_close (NpLibrary *self)
{
  g_return_if_fail (NP_IS_LIBRARY (self));

  g_cancellable_cancel (self->closing);
  np_library_close_feeds (self);
  np_library_keep_imports (self);
  if (self->queue != NULL)
    np_import_queue_close (self->queue);
  if (self->catalog != NULL)
    np_health_watch (np_catalog_get_health (self->catalog), NULL, NULL);
  np_watcher_stop (self->watcher);
  np_work_queue_close (self->worker);
  g_clear_pointer (&self->watcher, np_watcher_free);
  if (self->catalog != NULL)
    np_catalog_close (self->catalog);
  np_herald_close (self->herald);
}

/* Runs in the worker. */
/**
 * np_library_count:
 * @self: a library
 *
 * Counts in the background, and after each change again: from now on np_library_get_counts() never waits. For the
 * window, which shows the stories first and calls np_library_start() then.
 */
void
np_library_count (NpLibrary *self)
{
  g_return_if_fail (NP_IS_LIBRARY (self));

  g_mutex_lock (&self->lock);
  self->started = TRUE;
  g_mutex_unlock (&self->lock);
  want_counts (self);
}

/**
 * np_library_start:
 * @self: a library
 *
 * Does np_library_count(), and brings the index up to date with the folder, in the background; for the window. From now
 * on what others do to the library's files is followed. Imports that had not ended when the library was closed the last
 * time begin anew.
 */
void
np_library_start (NpLibrary *self)
{
  gboolean started;

  g_return_if_fail (NP_IS_LIBRARY (self));

  g_mutex_lock (&self->lock);
  started = self->started;
  g_mutex_unlock (&self->lock);
  if (!started)
    np_library_count (self);
  if (self->watcher == NULL) /* before the refresh, so that nothing is missed in between */
    self->watcher = np_watcher_new (self->catalog, self->worker, NP_WATCH_EVENTS, np_library_tell_news, self);
  np_library_push_work (self, np_library_refresh_work, self->closing);
  np_library_resume_imports (self);
}

/**
 * np_library_get_tally:
 * @self: a library
 *
 * Counts before np_library_count(); afterwards the worker does.
 *
 * Returns: (transfer none): how many stories each place and topic has
 */
NpTally *
np_library_get_tally (NpLibrary *self)
{
  gboolean wait;

  g_mutex_lock (&self->lock);
  wait = !self->started;
  g_mutex_unlock (&self->lock);
  if (wait && !np_tally_is_counted (self->tally))
    np_tally_count (self->tally, self->catalog);
  return self->tally;
}
