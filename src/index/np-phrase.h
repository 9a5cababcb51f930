/* Words of a search next to each other: looked for in the kept text, and marked in it. Pure. */
#pragma once

#include "index/np-story-text.h"
#include "index/np-token.h"

G_BEGIN_DECLS

/* A word or a phrase as NpToken cuts it. A plain record. */
typedef struct
{
  GArray *tokens;  /* of NpToken; not empty */
  gboolean prefix; /* the last one is only the beginning of a word */
  NpPart part;     /* NP_N_PARTS: any */
} NpPhrase;

/* Bytes [start, end) of a text. */
typedef struct
{
  gsize start, end;
} NpStretch;

NpPhrase *np_phrase_new (const NpTerm *term);
NpPhrase *np_phrase_copy (const NpPhrase *phrase);
void np_phrase_free (NpPhrase *phrase);
char *np_phrase_to_match (const NpPhrase *phrase, NpPart part);
gboolean np_phrase_may_be_in (const NpPhrase *phrase, gconstpointer pairs, gsize size);
gboolean np_phrase_is_in (const NpPhrase *phrase, const NpStoryText *text);
void np_phrase_find (const NpPhrase *phrase, const char *text, guint limit, GArray *stretches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpPhrase, np_phrase_free)

G_END_DECLS
