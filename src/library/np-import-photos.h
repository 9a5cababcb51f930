/* Gets the photos of a story that is being imported and puts them into the store. */
#pragma once

#include "fetch/np-fetcher.h"
#include "model/np-article.h"
#include "model/np-page.h"
#include "store/np-store.h"

G_BEGIN_DECLS

/* What a diagnostic of such a photo begins with. */
#define NP_IMPORT_PHOTO_NOT_SAVED "photo not saved: "

/* More photos than this stay on the web; their captions and credits are kept. */
#define NP_IMPORT_MAX_PHOTOS 60

typedef void (*NpImportPhotosProgress) (guint done, guint total, gpointer user_data);

gboolean np_import_save_photo (NpFigure *figure, GBytes *bytes, NpStore *store, GError **error);
void np_import_leave_photos (NpArticle *article);
void np_import_photos (NpArticle *article, const NpPage *page, const char *file, NpStore *store, NpFetcher *fetcher,
                       NpImportPhotosProgress progress, gpointer user_data, GCancellable *cancellable);

G_END_DECLS
