/* Words that are no names: function words, titles, days and months of several languages. Read-only, thread-safe. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean np_suggest_is_function_word (const char *folded);
gboolean np_suggest_is_calendar_word (const char *folded);
gboolean np_suggest_is_title (const char *folded);
gboolean np_suggest_is_particle (const char *word);
gboolean np_suggest_is_place_word (const char *folded);
gboolean np_suggest_is_determiner (const char *folded);
gboolean np_suggest_is_german (const char *folded);
gboolean np_suggest_ends_like_german_noun (const char *folded);
gboolean np_suggest_is_german_adjective (const char *folded);

G_END_DECLS
