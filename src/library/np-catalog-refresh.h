/* Brings the index in step with the folder, whoever changed it. */
#pragma once

#include "library/np-catalog.h"

G_BEGIN_DECLS

/* Called in the thread that refreshes; @progress is 0–1. */
typedef void (*NpCatalogProgress) (double progress, gpointer user_data);

gboolean np_catalog_refresh (NpCatalog *self, gboolean rebuild, NpCatalogProgress progress, gpointer user_data,
                             gboolean *changed, GCancellable *cancellable, GError **error);

G_END_DECLS
