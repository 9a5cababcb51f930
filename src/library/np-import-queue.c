#include "library/np-import-queue.h"

#include "base/np-uri.h"
#include "fetch/np-fetch-address.h"
#include "library/np-import-job.h"
#include "library/np-import-retry.h"
#include "library/np-import-schedule.h"

/* How many stories come in at the same time. */
#define MAX_RUNNING 8

/* And of one site, with a pause between them unless it is of the user's own network. */
#define MAX_PER_HOST 2
#define PAUSE        (200 * 1000)

struct _NpImportQueue
{
  GObject parent_instance;
  NpCatalog *catalog;
  NpFetcher *fetcher;
  NpWorkerPool *workers;
  GListStore *imports;
  GHashTable *running; /* char* what an address is compared by → NpImport* of it that runs; the list holds it */
  NpImportSchedule *schedule; /* of NpImportJob */
  guint timer;                /* starts what had to wait */
  gboolean no_photos;         /* what is imported from now on leaves its photos */
  gboolean patient;           /* waits for a network, however long that takes */
  GNetworkMonitor *monitor;
  GThreadPool *threads; /* of NpImportJob */
  gint at_work;         /* atomic: of them */
  GMainContext *context;
  NpImportSaved saved;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (NpImportQueue, np_import_queue, G_TYPE_OBJECT)

static void start_some (NpImportQueue *self);

static gboolean
on_timer (gpointer data)
{
  NpImportQueue *self = data;

  self->timer = 0;
  start_some (self);
  return G_SOURCE_REMOVE;
}

static void
set_timer (NpImportQueue *self, gint64 when)
{
  g_autoptr (GSource) source = NULL;

  if (self->timer != 0)
    g_source_remove (self->timer);
  self->timer = 0;
  if (when < 0)
    return;
  source = g_timeout_source_new ((guint) MAX ((when - g_get_monotonic_time ()) / 1000, 0) + 1);
  g_source_set_callback (source, on_timer, self, NULL);
  self->timer = g_source_attach (source, self->context);
}

static void
start_some (NpImportQueue *self)
{
  gint64 when = -1;
  NpImportJob *job;

  while (self->threads != NULL
         && (job = np_import_schedule_next (self->schedule, g_get_monotonic_time (), &when)) != NULL)
    g_thread_pool_push (self->threads, job, NULL);
  set_timer (self, when);
}

static void
forget_running (NpImportQueue *self, NpImport *import)
{
  g_autofree char *key = np_uri_compare_key (np_import_get_task (import)->url);

  if (key != NULL && g_hash_table_lookup (self->running, key) == import)
    g_hash_table_remove (self->running, key);
}

/* Whether that is not the end: what stood in the way can pass. */
static gboolean
try_again (NpImportQueue *self, NpImportJob *job, NpImportStep step, const GError *error)
{
  guint delay;

  if (step != NP_IMPORT_FAILED || self->threads == NULL
      || !np_import_retry_find_delay (self->fetcher, np_import_get_task (job->import), error, job->tries, self->patient,
                                      &delay))
    return FALSE;
  if (np_import_retry_is_waiting (error))
    np_import_set_offline (job->import);
  else
    job->tries++;
  np_import_update (job->import, NP_IMPORT_WAITING, -1, NULL);
  np_import_schedule_put_back (self->schedule, job->host, job, g_get_monotonic_time () + (gint64) delay * 1000);
  return TRUE;
}

/* On the main thread; an import may outlive its queue by a moment. */
static void
on_ended (NpImportJob *job, NpImportStep step, const NpImportResult *result, const GError *error)
{
  g_autoptr (NpImportQueue) self = g_weak_ref_get (&job->queue);

  if (self != NULL)
    {
      np_import_schedule_done (self->schedule, job->host);
      if (try_again (self, job, step, error))
        {
          start_some (self);
          return;
        }
      forget_running (self, job->import);
    }
  np_import_finish (job->import, step, step == NP_IMPORT_FAILED ? NULL : result, error);
  np_import_job_free (job);
  if (self != NULL)
    start_some (self);
}

static void
run_job (gpointer data, gpointer user_data)
{
  NpImportQueue *self = user_data; /* outlives its threads: np_import_queue_close() waits for them */
  const NpImportTools tools = { self->catalog, self->fetcher,   self->workers,
                                self->saved,   self->user_data, &self->at_work };

  np_import_job_run (data, &tools, self->context);
}

static void
np_import_queue_finalize (GObject *object)
{
  NpImportQueue *self = NP_IMPORT_QUEUE (object);

  np_import_queue_close (self);
  g_clear_pointer (&self->running, g_hash_table_unref);
  g_clear_pointer (&self->schedule, np_import_schedule_free);
  g_object_unref (self->imports);
  g_clear_object (&self->catalog);
  g_clear_object (&self->fetcher);
  g_object_unref (self->workers);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (np_import_queue_parent_class)->finalize (object);
}

static void
np_import_queue_class_init (NpImportQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_import_queue_finalize;
}

static void
on_network (NpImportQueue *self, gboolean available)
{
  if (available)
    {
      np_import_schedule_hurry (self->schedule);
      start_some (self);
    }
}

static gboolean
is_any (gpointer job)
{
  return TRUE;
}

static gboolean
is_cancelled (gpointer job)
{
  return g_cancellable_is_cancelled (np_import_get_cancellable (((NpImportJob *) job)->import));
}

/* Ends imports that have not begun. */
static void
end_waiting (NpImportQueue *self, NpImportScheduleIs is)
{
  g_autoptr (GPtrArray) jobs = np_import_schedule_steal (self->schedule, is);

  for (guint i = 0; i < jobs->len; i++)
    {
      NpImportJob *job = jobs->pdata[i];

      np_import_finish (job->import, NP_IMPORT_CANCELLED, NULL, NULL);
      forget_running (self, job->import);
      np_import_job_free (job);
    }
}

static gboolean
on_cancelled_idle (gpointer data)
{
  end_waiting (data, is_cancelled);
  return G_SOURCE_REMOVE;
}

/* In whatever thread cancels. */
static void
on_cancelled (GCancellable *cancellable, NpImportQueue *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, on_cancelled_idle, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static void
np_import_queue_init (NpImportQueue *self)
{
  self->imports = g_list_store_new (NP_TYPE_IMPORT);
  self->workers = np_worker_pool_new ();
  self->context = g_main_context_ref_thread_default ();
  self->running = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->schedule = np_import_schedule_new (MAX_RUNNING, MAX_PER_HOST);
  self->monitor = g_network_monitor_get_default ();
  g_signal_connect_object (self->monitor, "network-changed", G_CALLBACK (on_network), self, G_CONNECT_SWAPPED);
  self->threads = g_thread_pool_new (run_job, self, MAX_RUNNING, FALSE, NULL);
}

/**
 * np_import_queue_new:
 * @catalog: the library
 * @fetcher: the network
 * @saved: told of each story in the library
 * @user_data: for @saved; has to live until np_import_queue_close()
 *
 * Returns: (transfer full): a queue without imports
 */
NpImportQueue *
np_import_queue_new (NpCatalog *catalog, NpFetcher *fetcher, NpImportSaved saved, gpointer user_data)
{
  NpImportQueue *self = g_object_new (NP_TYPE_IMPORT_QUEUE, NULL);

  self->catalog = g_object_ref (catalog);
  self->fetcher = g_object_ref (fetcher);
  self->saved = saved;
  self->user_data = user_data;
  return self;
}

/**
 * np_import_queue_close:
 * @self: a queue
 *
 * Stops every import and waits for their threads.
 */
void
np_import_queue_close (NpImportQueue *self)
{
  g_return_if_fail (NP_IS_IMPORT_QUEUE (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->imports)); i++)
    {
      g_autoptr (NpImport) import = g_list_model_get_item (G_LIST_MODEL (self->imports), i);

      np_import_cancel (import);
    }
  set_timer (self, -1);
  end_waiting (self, is_any);
  if (self->threads != NULL)
    g_thread_pool_free (g_steal_pointer (&self->threads), FALSE, TRUE);
}

/**
 * np_import_queue_get_fetcher:
 * @self: a queue
 *
 * Returns: (transfer none): the network
 */
NpFetcher *
np_import_queue_get_fetcher (NpImportQueue *self)
{
  return self->fetcher;
}

/**
 * np_import_queue_set_fetch_timeout:
 * @self: a queue without imports
 * @seconds: how long a site may send nothing
 */
void
np_import_queue_set_fetch_timeout (NpImportQueue *self, guint seconds)
{
  g_return_if_fail (NP_IS_IMPORT_QUEUE (self));

  np_fetcher_set_idle_seconds (self->fetcher, seconds);
}

/**
 * np_import_queue_set_photos:
 * @self: a queue
 * @photos: whether the photos of stories are saved, of imports that begin from now on
 */
void
np_import_queue_set_photos (NpImportQueue *self, gboolean photos)
{
  g_return_if_fail (NP_IS_IMPORT_QUEUE (self));

  self->no_photos = !photos;
}

/**
 * np_import_queue_set_patient:
 * @self: a queue
 * @patient: whether imports wait for a network when there is none; else they fail
 */
void
np_import_queue_set_patient (NpImportQueue *self, gboolean patient)
{
  g_return_if_fail (NP_IS_IMPORT_QUEUE (self));

  self->patient = patient;
}

/**
 * np_import_queue_get_imports:
 * @self: a queue
 *
 * Returns: (transfer none): a list of NpImport, oldest first
 */
GListModel *
np_import_queue_get_imports (NpImportQueue *self)
{
  g_return_val_if_fail (NP_IS_IMPORT_QUEUE (self), NULL);

  return G_LIST_MODEL (self->imports);
}

static char *
dup_host (const char *url)
{
  g_autofree char *domain = url != NULL ? np_uri_dup_domain (url) : NULL;

  return domain != NULL ? g_steal_pointer (&domain) : g_strdup ("");
}

/**
 * np_import_queue_add:
 * @self: a queue
 * @task: what to import
 * @title: (nullable): what to call it until its headline is known
 *
 * Starts an import; when the same address is on its way already, that one is given back.
 *
 * Returns: (transfer none): the import
 */
NpImport *
np_import_queue_add (NpImportQueue *self, const NpImportTask *task, const char *title)
{
  g_autoptr (NpImport) import = NULL;
  g_autofree char *key = NULL, *host = NULL;
  NpImportTask own;
  NpImport *running;
  NpImportJob *job;

  g_return_val_if_fail (NP_IS_IMPORT_QUEUE (self) && task != NULL, NULL);

  key = np_uri_compare_key (task->url);
  running = key != NULL ? g_hash_table_lookup (self->running, key) : NULL;
  if (running != NULL)
    return running;
  own = *task;
  own.no_photos = self->no_photos;
  import = np_import_new (&own, title);
  g_list_store_append (self->imports, import);
  host = dup_host (task->url);
  job = np_import_job_new (G_OBJECT (self), import, host, on_ended);
  if (key != NULL)
    g_hash_table_insert (self->running, g_steal_pointer (&key), import);
  g_signal_connect_object (np_import_get_cancellable (import), "cancelled", G_CALLBACK (on_cancelled), self, 0);
  np_import_schedule_add (self->schedule, host, np_fetch_host_is_private (host) ? 0 : PAUSE, job);
  start_some (self);
  return import;
}

/**
 * np_import_queue_add_failed:
 * @self: a queue
 * @task: what was to be imported
 * @title: (nullable): what to call it
 * @error: of `NP_LIBRARY_ERROR`: why that cannot be
 *
 * Returns: (transfer none): an import that has failed
 */
NpImport *
np_import_queue_add_failed (NpImportQueue *self, const NpImportTask *task, const char *title, const GError *error)
{
  g_autoptr (NpImport) import = NULL;

  g_return_val_if_fail (NP_IS_IMPORT_QUEUE (self) && task != NULL && error != NULL, NULL);

  import = np_import_new (task, title);
  np_import_finish (import, NP_IMPORT_FAILED, NULL, error);
  g_list_store_append (self->imports, import);
  return import;
}

/**
 * np_import_queue_remove:
 * @self: a queue
 * @import: one of its imports; stopped if it still runs
 */
void
np_import_queue_remove (NpImportQueue *self, NpImport *import)
{
  guint position;

  g_return_if_fail (NP_IS_IMPORT_QUEUE (self) && NP_IS_IMPORT (import));

  np_import_cancel (import);
  if (g_list_store_find (self->imports, import, &position))
    g_list_store_remove (self->imports, position);
}
