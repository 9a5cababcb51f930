/* How large a photo is, known before anything of it is decoded: a small file can claim to be of any size. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than the cameras of newspapers make: a photo that has more would only eat the memory. */
#define NP_PHOTO_SIZE_MAX_PIXELS (100 * 1000 * 1000)

gboolean np_photo_size_read (const char *file, int *width, int *height, GError **error);

G_END_DECLS
