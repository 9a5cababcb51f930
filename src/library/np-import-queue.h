/* The imports that run, wait or failed, as a GListModel of NpImport; they run in threads. For the main thread. */
#pragma once

#include "library/np-catalog.h"
#include "library/np-import-state.h"

G_BEGIN_DECLS

#define NP_TYPE_IMPORT_QUEUE (np_import_queue_get_type ())
G_DECLARE_FINAL_TYPE (NpImportQueue, np_import_queue, NP, IMPORT_QUEUE, GObject)

/* Called in the thread of an import when its story is in the library, before the import is reported as done. */
typedef void (*NpImportSaved) (const NpImportTask *task, const NpImportResult *result, gpointer user_data);

NpImportQueue *np_import_queue_new (NpCatalog *catalog, NpImportSaved saved, gpointer user_data);
void np_import_queue_close (NpImportQueue *self);
void np_import_queue_set_fetch_timeout (NpImportQueue *self, guint seconds);
GListModel *np_import_queue_get_imports (NpImportQueue *self);
NpImport *np_import_queue_add (NpImportQueue *self, const NpImportTask *task, const char *title);
NpImport *np_import_queue_add_failed (NpImportQueue *self, const NpImportTask *task, const char *title,
                                      const GError *error);
void np_import_queue_remove (NpImportQueue *self, NpImport *import);

G_END_DECLS
