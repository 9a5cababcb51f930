/* Small pictures of photos: read and scaled in a thread, the last ones kept. For the main thread. */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

#define NP_TYPE_THUMBNAILS (np_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (NpThumbnails, np_thumbnails, NP, THUMBNAILS, GObject)

NpThumbnails *np_thumbnails_new (void);
GdkPaintable *np_thumbnails_get (NpThumbnails *self, const char *file);
void np_thumbnails_load_async (NpThumbnails *self, const char *file, int size, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
GdkPaintable *np_thumbnails_load_finish (NpThumbnails *self, GAsyncResult *result, GError **error);

G_END_DECLS
