/* Which failures can pass, and how long to wait before the next try. */
#pragma once

#include "fetch/np-fetcher.h"
#include "library/np-importer.h"

G_BEGIN_DECLS

gboolean np_import_retry_is_waiting (const GError *error);
gboolean np_import_retry_find_delay (NpFetcher *fetcher, const NpImportTask *task, const GError *error, guint tries,
                                     gboolean patient, guint *milliseconds);

G_END_DECLS
