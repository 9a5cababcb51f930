/* From the bytes of a page to its characters. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *np_charset_decode (const char *bytes, gsize length, const char *transport, gboolean is_html, gsize *out_length);

G_END_DECLS
