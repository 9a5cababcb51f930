/* What only the library does with an import: makes it, moves it on, ends it. All on the main thread. */
#pragma once

#include "library/np-import.h"
#include "library/np-importer.h"

G_BEGIN_DECLS

NpImport *np_import_new (const NpImportTask *task, const char *title);
const NpImportTask *np_import_get_task (NpImport *self);
GCancellable *np_import_get_cancellable (NpImport *self);
void np_import_set_offline (NpImport *self);
void np_import_update (NpImport *self, NpImportStep step, double progress, const char *title);
void np_import_finish (NpImport *self, NpImportStep step, const NpImportResult *result, const GError *error);

G_END_DECLS
