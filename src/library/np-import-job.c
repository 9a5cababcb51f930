#include "library/np-import-job.h"

/* News of an import on its way to the main thread. */
typedef struct
{
  NpImportJob *job;
  NpImport *import;
  NpImportStep step;
  double progress;
  char *title;
  NpImportResult result;
  GError *error;
  gboolean ended;
} News;

/**
 * np_import_job_new:
 * @queue: whose it is
 * @import: the import
 * @host: where it goes; "" when it goes nowhere
 * @ended: called when a run has ended
 *
 * Returns: (transfer full): a job that has not begun
 */
NpImportJob *
np_import_job_new (GObject *queue, NpImport *import, const char *host, NpImportJobEnded ended)
{
  NpImportJob *job = g_new0 (NpImportJob, 1);

  g_weak_ref_init (&job->queue, queue);
  job->import = g_object_ref (import);
  job->host = g_strdup (host);
  job->ended = ended;
  job->step = NP_IMPORT_WAITING;
  return job;
}

/**
 * np_import_job_free:
 * @job: (transfer full): a job that does not run
 */
void
np_import_job_free (NpImportJob *job)
{
  g_weak_ref_clear (&job->queue);
  g_object_unref (job->import);
  g_free (job->host);
  g_free (job);
}

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

  if (news->ended)
    news->job->ended (news->job, news->step, &news->result, news->error);
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
  NpImportJob *job = user_data;
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

static NpImportStep
step_of (const NpImportTask *task, const NpImportResult *result)
{
  if (result->update != NULL)
    return NP_IMPORT_UPDATED;
  if (result->already)
    return task->again ? NP_IMPORT_UNCHANGED : NP_IMPORT_ALREADY;
  return NP_IMPORT_DONE;
}

/* Another process sees what is said to be saved, unless more stories are about to come: then those are written to the
 * index together, by the last at the latest. */
static void
leave (const NpImportTools *tools)
{
  if (g_atomic_int_dec_and_test (tools->at_work))
    np_index_settle (np_catalog_get_index (tools->catalog));
}

/**
 * np_import_job_run:
 * @job: a job
 * @tools: what it works with
 * @context: where its news go
 *
 * Runs the import. Blocking; in a thread of its own. Nothing may be done with @job until its `ended` is called.
 */
void
np_import_job_run (NpImportJob *job, const NpImportTools *tools, GMainContext *context)
{
  const NpImportTask *task = np_import_get_task (job->import);
  GCancellable *cancellable = np_import_get_cancellable (job->import);
  News *news = g_new0 (News, 1);

  g_atomic_int_inc (tools->at_work);
  job->context = context;
  news->job = job;
  news->import = g_object_ref (job->import);
  news->ended = TRUE;
  if (!g_cancellable_set_error_if_cancelled (cancellable, &news->error)
      && np_importer_run (tools->catalog, tools->fetcher, tools->workers, task, on_progress, job, &news->result,
                          cancellable, &news->error)
      && tools->saved (task, &news->result, tools->user_data, &news->error))
    news->step = step_of (task, &news->result);
  else if (g_error_matches (news->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&news->error);
      news->step = NP_IMPORT_CANCELLED;
    }
  else
    news->step = NP_IMPORT_FAILED;
  leave (tools);
  send_news (context, news);
}
