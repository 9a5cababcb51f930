/* Writes an article into a text buffer, piece by piece, so that a long one shows its first screen at once. */
#pragma once

#include "model/np-article.h"
#include "ui/reader/np-reader-map.h"
#include "ui/reader/np-reader-tags.h"

G_BEGIN_DECLS

typedef enum
{
  NP_READER_CHILD_PHOTO, /* figure is set */
  NP_READER_CHILD_TABLE, /* block is set */
  NP_READER_CHILD_EMBED, /* block is set */
  NP_READER_CHILD_RULE
} NpReaderChildKind;

/* Something in the text that is not text. A plain record. */
typedef struct
{
  NpReaderChildKind kind;
  const NpBlock *block;   /* (nullable) */
  const NpFigure *figure; /* (nullable) */
  guint number;           /* of the figure */
} NpReaderChild;

/* Called for each thing that is not text, with the place that was made for it. */
typedef void (*NpReaderChildFunc) (GtkTextChildAnchor *anchor, const NpReaderChild *child, gpointer user_data);

typedef struct _NpReaderText NpReaderText;

NpReaderText *np_reader_text_new (NpArticle *article, GtkTextBuffer *buffer, NpReaderTags *tags, NpReaderMap *map,
                                  guint speed, NpReaderChildFunc add_child, gpointer user_data);
void np_reader_text_free (NpReaderText *self);
gboolean np_reader_text_write (NpReaderText *self, guint characters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReaderText, np_reader_text_free)

G_END_DECLS
