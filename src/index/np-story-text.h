/* The words of a story, part by part, as the index keeps them: to check phrases, to show the words around a match, and
 * to take a story out again. Packed, they are about half as large as the text. Pure. */
#pragma once

#include "model/np-article.h"
#include "model/np-query.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The parts in the order in which a match in them tells most. */
typedef enum
{
  NP_PART_HEADLINE,
  NP_PART_DECK,
  NP_PART_CAPTIONS,
  NP_PART_CREDITS,
  NP_PART_BY,
  NP_PART_BODY,
  NP_PART_NOTE,
  NP_PART_OTHER, /* site, section, place, keywords */
  NP_N_PARTS
} NpPart;

/* A plain record. */
typedef struct
{
  char *parts[NP_N_PARTS]; /* never NULL, valid UTF-8 */
} NpStoryText;

NpStoryText *np_story_text_new (const NpArticle *article);
void np_story_text_free (NpStoryText *text);
GBytes *np_story_text_pack (const NpStoryText *text);
NpStoryText *np_story_text_unpack (gconstpointer data, gsize size, GConverter *decompressor);
char *np_story_text_to_words (const NpStoryText *text, GBytes **pairs);
char *np_story_text_to_fields (const NpStoryText *text);
char np_part_letter (NpPart part);
char *np_part_to_words (const char *part);
NpPart np_part_of_field (NpTermField field);
char *np_valid_text (const char *text, gsize max_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpStoryText, np_story_text_free)

G_END_DECLS
