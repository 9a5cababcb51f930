/* A text as what np-diff compares: words, the white space and each sign between them; each the same number wherever it
 * stands. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint id;
  gboolean is_word;
  gboolean is_break; /* ends a paragraph */
  gsize end;         /* bytes from the start of the text; it begins where the one before it ends */
} NpDiffToken;

GArray *np_diff_tokens_of (const char *text, GHashTable *ids);
GHashTable *np_diff_tokens_new_ids (void);

G_END_DECLS
