/* The imports that are under way, kept for the next time however this one ends. */
#pragma once

#include "library/np-import-queue.h"

G_BEGIN_DECLS

typedef struct _NpImportKeeper NpImportKeeper;

NpImportKeeper *np_import_keeper_new (NpImportQueue *queue, const char *path);
void np_import_keeper_free (NpImportKeeper *self);
void np_import_pending_resume (NpImportQueue *queue, const char *path);

G_END_DECLS
