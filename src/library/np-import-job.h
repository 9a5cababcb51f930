/* One import in its thread, and its news on the way to the main thread. */
#pragma once

#include "library/np-import-state.h"

G_BEGIN_DECLS

/* Called in the thread of an import when its story is in the library, before the import is reported as done; saves the
 * new version of one that was there before. FALSE with @error, of `NP_LIBRARY_ERROR`: that could not be done. */
typedef gboolean (*NpImportSaved) (const NpImportTask *task, const NpImportResult *result, gpointer user_data,
                                   GError **error);

/* What every import works with. A plain record that owns nothing. */
typedef struct
{
  NpCatalog *catalog;
  NpFetcher *fetcher;
  NpWorkerPool *workers;
  NpImportSaved saved;
  gpointer user_data; /* for saved */
  gint *at_work;      /* atomic: how many imports run at this moment */
} NpImportTools;

typedef struct _NpImportJob NpImportJob;

/* Called on the main thread when a run has ended; what is to be done with the job is up to it. */
typedef void (*NpImportJobEnded) (NpImportJob *job, NpImportStep step, const NpImportResult *result,
                                  const GError *error);

struct _NpImportJob
{
  GWeakRef queue; /* whose it is */
  NpImport *import;
  char *host; /* "" when it needs none */
  guint tries;
  NpImportJobEnded ended;
  GMainContext *context; /* of the main thread, while it runs */
  NpImportStep step;     /* what was last told, and when: a photo a millisecond need not be drawn */
  gint64 told;
};

NpImportJob *np_import_job_new (GObject *queue, NpImport *import, const char *host, NpImportJobEnded ended);
void np_import_job_free (NpImportJob *job);
void np_import_job_run (NpImportJob *job, const NpImportTools *tools, GMainContext *context);

G_END_DECLS
