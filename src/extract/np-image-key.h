/* Whether two addresses stand for one photo: the same photo is offered in many sizes and cuts. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint np_image_key_width (const char *source);
char *np_image_key (const char *source);
gboolean np_image_key_tells (const char *source);
gboolean np_image_key_is_cut (const char *source, const char *other);
gboolean np_image_key_is_alike (const char *source, const char *other);

G_END_DECLS
