/* What people put right in a story: a field, a photo's words, a paragraph that does not belong there. Each gives a
 * change that can be undone, and says in the provenance that the field is the user's from now on. */
#pragma once

#include "library/np-change.h"

G_BEGIN_DECLS

typedef enum
{
  NP_PART_HEADLINE,
  NP_PART_DECK,
  NP_PART_BYLINE,
  NP_PART_PUBLISHED,
  NP_PART_CAPTION, /* of a photo */
  NP_PART_CREDIT,  /* of a photo */
} NpPart;

/* Where what is missing goes, besides after a block. */
#define NP_CORRECT_END       G_MAXUINT
#define NP_CORRECT_BEGINNING (G_MAXUINT - 1)

char *np_correct_dup_part (const NpArticle *article, NpPart part, guint figure);
NpChange *np_correct_part (const NpArticle *article, NpPart part, guint figure, const char *text, GError **error);
NpChange *np_correct_drop_block (const NpArticle *article, guint block);
NpChange *np_correct_make_caption (const NpArticle *article, guint block);
NpChange *np_correct_insert (const NpArticle *article, guint block, GPtrArray *blocks);

G_END_DECLS
