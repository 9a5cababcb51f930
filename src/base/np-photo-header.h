/* What the first bytes of a photo say: its format and its size in pixels, without decoding it. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean np_photo_header_read (GBytes *bytes, const char **extension, guint *width, guint *height);

G_END_DECLS
