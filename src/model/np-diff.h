/* What differs between two texts, word by word. Pure; its time is bounded, however different they are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NP_DIFF_SAME,
  NP_DIFF_REMOVED, /* in the first text alone */
  NP_DIFF_ADDED    /* in the second alone */
} NpDiffKind;

/* A stretch of the second text or, when it was removed, of the first; in bytes. */
typedef struct
{
  NpDiffKind kind;
  gsize start;
  gsize length;
} NpDiffPart;

GArray *np_diff_words (const char *before, const char *after);
void np_diff_count (GArray *parts, const char *before, const char *after, guint *removed, guint *added);

G_END_DECLS
