/* The imports that were under way when the window was closed, kept for the next time. */
#pragma once

#include "library/np-import-queue.h"

G_BEGIN_DECLS

void np_import_pending_keep (NpImportQueue *queue, const char *path);
void np_import_pending_resume (NpImportQueue *queue, const char *path);

G_END_DECLS
