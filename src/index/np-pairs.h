/* Which words of a story stand next to each other, as a few bits each: tells of most stories that a phrase is not in
 * them, without a look at their text. What it does not tell of has to be looked at. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64 np_pairs_hash_word (const char *word, gsize length);
guint32 np_pairs_join (guint64 first, guint64 second);
GBytes *np_pairs_pack (GArray *pairs);
gboolean np_pairs_may_have (gconstpointer data, gsize size, guint32 pair);

G_END_DECLS
