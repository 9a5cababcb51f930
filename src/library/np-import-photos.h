/* Gets the photos of a story that is being imported and puts them into the store. */
#pragma once

#include "fetch/np-fetcher.h"
#include "model/np-article.h"
#include "model/np-page.h"
#include "store/np-store.h"

G_BEGIN_DECLS

/* More photos than this stay on the web; their captions and credits are kept. */
#define NP_IMPORT_MAX_PHOTOS 60

typedef void (*NpImportPhotosProgress) (guint done, guint total, gpointer user_data);

void np_import_photos (NpArticle *article, const NpPage *page, const char *file, NpStore *store, NpFetcher *fetcher,
                       NpImportPhotosProgress progress, gpointer user_data, GCancellable *cancellable);

G_END_DECLS
