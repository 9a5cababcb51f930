/* Brings the index in step with files that somebody else changed, a few at a time, so that nobody waits for long. */
#pragma once

#include "library/np-catalog.h"

G_BEGIN_DECLS

/* What became of it. A plain record. */
typedef struct
{
  gboolean stories; /* some came, went or changed */
  gboolean topics;
  gboolean searches;
  gboolean feeds;   /* feeds.json may be another */
  gboolean root;    /* library.json is of a later version: nothing can be written any more */
  GPtrArray *again; /* char*: files that could not be read yet; they may be half written */
} NpCatalogNews;

gboolean np_catalog_update (NpCatalog *self, const char *const *paths, guint n_paths, NpCatalogNews *news,
                            GError **error);
gboolean np_catalog_find_changed (NpCatalog *self, GPtrArray *paths, GCancellable *cancellable, GError **error);

G_END_DECLS
