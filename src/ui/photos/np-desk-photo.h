/* One photo of many stories, with all the captions and credits that they gave it. */
#pragma once

#include "model/np-article.h"

G_BEGIN_DECLS

#define NP_TYPE_DESK_PHOTO (np_desk_photo_get_type ())
G_DECLARE_FINAL_TYPE (NpDeskPhoto, np_desk_photo, NP, DESK_PHOTO, GObject)

/* Where the photo stands. A plain record. */
typedef struct
{
  char *id;       /* of the story */
  char *headline; /* of the story, "" where it has none */
  char *caption;  /* (nullable) */
} NpDeskUse;

NpDeskPhoto *np_desk_photo_new (const char *file);
void np_desk_photo_add (NpDeskPhoto *self, const NpArticle *article, const NpFigure *figure);
const char *np_desk_photo_get_file (NpDeskPhoto *self);
GPtrArray *np_desk_photo_get_credits (NpDeskPhoto *self);
char *np_desk_photo_dup_credit (NpDeskPhoto *self);
char *np_desk_photo_dup_caption (NpDeskPhoto *self);
GPtrArray *np_desk_photo_get_uses (NpDeskPhoto *self);
NpFigure *np_desk_photo_new_figure (NpDeskPhoto *self);
gboolean np_desk_photo_matches (NpDeskPhoto *self, const char *folded);

G_END_DECLS
