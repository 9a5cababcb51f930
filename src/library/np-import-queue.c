#include "library/np-import-queue.h"

#include "base/np-uri.h"

/* How many stories come in at the same time. */
#define MAX_RUNNING 8

struct _NpImportQueue
{
  GObject parent_instance;
  NpCatalog *catalog;
  NpFetcher *fetcher;
  NpWorkerPool *workers;
  GListStore *imports;
  GThreadPool *threads; /* of Job */
  GMainContext *context;
  NpImportSaved saved;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (NpImportQueue, np_import_queue, G_TYPE_OBJECT)

/* What a thread is given: nothing of it changes while it runs. */
typedef struct
{
  NpImportQueue *queue; /* outlives its threads: np_import_queue_close() waits for them */
  NpImport *import;
  GMainContext *context;
  NpImportStep step; /* what was last told, and when: a photo a millisecond need not be drawn */
  gint64 told;
} Job;

/* News of an import on its way to the main thread. */
typedef struct
{
  NpImport *import;
  NpImportStep step;
  double progress;
  char *title;
  NpImportResult result;
  GError *error;
  gboolean finished;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->import);
  g_free (news->title);
  g_clear_error (&news->error);
  np_import_result_clear (&news->result);
  g_free (news);
}

static gboolean
on_news (gpointer data)
{
  News *news = data;

  if (news->finished)
    np_import_finish (news->import, news->step, news->step == NP_IMPORT_FAILED ? NULL : &news->result, news->error);
  else if (np_import_is_running (news->import))
    np_import_update (news->import, news->step, news->progress, news->title);
  return G_SOURCE_REMOVE;
}

static void
send_news (GMainContext *context, News *news)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_news, news, news_free);
  g_source_attach (source, context);
}

/* Runs in the thread of the import. */
static void
on_progress (NpImportStep step, double progress, const char *title, gpointer user_data)
{
  Job *job = user_data;
  gint64 now = g_get_monotonic_time ();
  News *news;

  if (step == job->step && title == NULL && now - job->told < 50 * 1000)
    return;
  job->step = step;
  job->told = now;
  news = g_new0 (News, 1);
  news->import = g_object_ref (job->import);
  news->step = step;
  news->progress = progress;
  news->title = g_strdup (title);
  send_news (job->context, news);
}

static void
run_job (gpointer data, gpointer user_data)
{
  Job *job = data;
  NpImportQueue *queue = job->queue;
  const NpImportTask *task = np_import_get_task (job->import);
  GCancellable *cancellable = np_import_get_cancellable (job->import);
  News *news = g_new0 (News, 1);

  news->import = g_object_ref (job->import);
  news->finished = TRUE;
  if (!g_cancellable_set_error_if_cancelled (cancellable, &news->error)
      && np_importer_run (queue->catalog, queue->fetcher, queue->workers, task, on_progress, job, &news->result,
                          cancellable, &news->error))
    {
      queue->saved (task, &news->result, queue->user_data);
      news->step = news->result.already ? NP_IMPORT_ALREADY : NP_IMPORT_DONE;
    }
  else if (g_error_matches (news->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&news->error);
      news->step = NP_IMPORT_CANCELLED;
    }
  else
    news->step = NP_IMPORT_FAILED;
  send_news (job->context, news);
  g_main_context_unref (job->context);
  g_object_unref (job->import);
  g_free (job);
}

static void
np_import_queue_finalize (GObject *object)
{
  NpImportQueue *self = NP_IMPORT_QUEUE (object);

  np_import_queue_close (self);
  g_object_unref (self->imports);
  g_object_unref (self->catalog);
  g_object_unref (self->fetcher);
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
np_import_queue_init (NpImportQueue *self)
{
  self->imports = g_list_store_new (NP_TYPE_IMPORT);
  self->fetcher = np_fetcher_new ();
  self->workers = np_worker_pool_new ();
  self->context = g_main_context_ref_thread_default ();
  self->threads = g_thread_pool_new (run_job, NULL, MAX_RUNNING, FALSE, NULL);
}

/**
 * np_import_queue_new:
 * @catalog: the library
 * @saved: told of each story in the library
 * @user_data: for @saved; has to live until np_import_queue_close()
 *
 * Returns: (transfer full): a queue without imports
 */
NpImportQueue *
np_import_queue_new (NpCatalog *catalog, NpImportSaved saved, gpointer user_data)
{
  NpImportQueue *self = g_object_new (NP_TYPE_IMPORT_QUEUE, NULL);

  self->catalog = g_object_ref (catalog);
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
  if (self->threads != NULL)
    g_thread_pool_free (g_steal_pointer (&self->threads), FALSE, TRUE);
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

static NpImport *
find_running (NpImportQueue *self, const char *url)
{
  g_autofree char *key = np_uri_compare_key (url);

  for (guint i = 0; key != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->imports)); i++)
    {
      g_autoptr (NpImport) import = g_list_model_get_item (G_LIST_MODEL (self->imports), i);
      g_autofree char *other = np_uri_compare_key (np_import_get_source (import));

      if (np_import_is_running (import) && g_strcmp0 (other, key) == 0)
        return import; /* the list goes on holding it */
    }
  return NULL;
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
  NpImport *running;
  Job *job;

  g_return_val_if_fail (NP_IS_IMPORT_QUEUE (self) && task != NULL, NULL);

  running = find_running (self, task->url);
  if (running != NULL)
    return running;
  import = np_import_new (task, title);
  g_list_store_append (self->imports, import);
  job = g_new0 (Job, 1);
  job->queue = self;
  job->import = g_object_ref (import);
  job->context = g_main_context_ref (self->context);
  job->step = NP_IMPORT_WAITING;
  g_thread_pool_push (self->threads, job, NULL);
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
