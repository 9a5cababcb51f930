/* The imports that run, wait or failed, as a GListModel of NpImport; they run in threads. For the main thread. */
#pragma once

#include "library/np-catalog.h"
#include "library/np-import-job.h"
#include "library/np-import-state.h"

G_BEGIN_DECLS

#define NP_TYPE_IMPORT_QUEUE (np_import_queue_get_type ())
G_DECLARE_FINAL_TYPE (NpImportQueue, np_import_queue, NP, IMPORT_QUEUE, GObject)

NpImportQueue *np_import_queue_new (NpCatalog *catalog, NpFetcher *fetcher, NpImportSaved saved, gpointer user_data);
void np_import_queue_close (NpImportQueue *self);
NpFetcher *np_import_queue_get_fetcher (NpImportQueue *self);
void np_import_queue_set_fetch_timeout (NpImportQueue *self, guint seconds);
void np_import_queue_set_photos (NpImportQueue *self, gboolean photos);
void np_import_queue_set_patient (NpImportQueue *self, gboolean patient);
GListModel *np_import_queue_get_imports (NpImportQueue *self);
NpImport *np_import_queue_add (NpImportQueue *self, const NpImportTask *task, const char *title);
NpImport *np_import_queue_add_failed (NpImportQueue *self, const NpImportTask *task, const char *title,
                                      const GError *error);
void np_import_queue_remove (NpImportQueue *self, NpImport *import);

G_END_DECLS
