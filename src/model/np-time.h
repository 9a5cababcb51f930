/* Times of stories: ISO 8601 as text, because a zone that the page does not say is never invented. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean np_time_is_valid (const char *time);
gint64 np_time_sort_key (const char *time);
char *np_time_now (void);
char *np_time_format_utc (gint64 unix_seconds);

G_END_DECLS
