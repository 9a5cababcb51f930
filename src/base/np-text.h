/* Small functions on UTF-8 text that belong to no subject. All are pure and safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *np_text_clean (const char *text);
char *np_text_clean_lines (const char *text);
char *np_text_fold (const char *text);
char *np_text_slug (const char *text, gsize max_bytes);
char *np_text_shorten (const char *text, glong max_chars);
gboolean np_text_is_empty (const char *text);
gsize np_text_count_words (const char *text);
gsize np_text_span (const char *text, const char *set);
gsize np_text_span_without (const char *text, const char *set);

G_END_DECLS
