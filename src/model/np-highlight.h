/* A stretch of a story that the user marked, with a note of theirs. It is found again by its own words and those around
 * it, so it survives a new extraction (the selectors of the W3C Web Annotation Data Model, §4.2.4 and §4.2.5). */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* How many characters of the text before and after are kept to tell equal words apart. */
#define NP_HIGHLIGHT_CONTEXT 32

typedef struct _NpHighlight NpHighlight;

/* A plain record: see NpBlock for who may change it. */
struct _NpHighlight
{
  char *id;      /* unique in its story */
  char *text;    /* the words that were marked */
  char *prefix;  /* (nullable) the text before them */
  char *suffix;  /* (nullable) the text after them */
  guint start;   /* where they were when they were marked: characters of np_highlight_text_of() */
  char *color;   /* one of np_highlight_list_colors() */
  char *note;    /* (nullable) the user's words about it */
  char *created; /* (nullable) RFC 3339, UTC */
  char *unknown; /* (nullable) JSON object: members this version does not know */
};

NpHighlight *np_highlight_new (const char *text, guint start, guint end, const char *color);
NpHighlight *np_highlight_copy (const NpHighlight *highlight);
void np_highlight_free (NpHighlight *highlight);
const char *const *np_highlight_list_colors (void);
char *np_highlight_text_of (GPtrArray *blocks);
gboolean np_highlight_find (const NpHighlight *highlight, const char *text, guint *start, guint *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpHighlight, np_highlight_free)

G_END_DECLS
