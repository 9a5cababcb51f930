/* Values become words: times and lengths as people read them, in their language. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *np_format_published (const char *time);
char *np_format_date (const char *time, GDateTime *now);
char *np_format_reading_time (guint words, guint speed);
char *np_format_stories (guint n);
char *np_format_until (const char *time);
char *np_format_changes (guint added, guint removed, gboolean photos);

G_END_DECLS
