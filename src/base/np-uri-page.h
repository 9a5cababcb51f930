/* Addresses of a story that is spread over several pages. All functions are pure and safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean np_uri_page_is_after (const char *page, const char *other);
gboolean np_uri_page_follows (const char *first, guint number, const char *other);

G_END_DECLS
