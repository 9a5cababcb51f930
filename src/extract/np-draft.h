/* A block on its way into the article, with what decides whether it gets there. */
#pragma once

#include "model/np-block.h"

G_BEGIN_DECLS

typedef struct
{
  NpBlock *block; /* (nullable) NULL: something was left out here */
  guint node;     /* the element it was made from */
  guint chars;    /* seen letters and signs */
  guint links;    /* those of them in links */
  gboolean bold;  /* all of it is strong */
} NpDraft;

const char *np_draft_get_text (const NpDraft *draft);
void np_draft_drop (NpDraft *draft);
gboolean np_draft_says (const NpDraft *draft, const char *other);
gboolean np_draft_ends_sentence (const NpDraft *draft);

G_END_DECLS
