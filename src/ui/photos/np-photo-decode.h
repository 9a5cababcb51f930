/* A photo's file becomes a texture, off the main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void np_photo_decode_async (const char *file, int width, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
GdkTexture *np_photo_decode_finish (GAsyncResult *result, int *width, int *height, GError **error);

G_END_DECLS
