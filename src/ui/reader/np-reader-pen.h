/* Writes paragraphs with their tags at the end of a text buffer. */
#pragma once

#include "model/np-block.h"
#include "ui/reader/np-reader-tags.h"

G_BEGIN_DECLS

/* Where and how to write. A plain record. */
typedef struct
{
  GtkTextBuffer *buffer;
  NpReaderTags *tags;
} NpReaderPen;

/* What a paragraph is. A plain record. */
typedef struct
{
  NpReaderTag role;
  const char *text;
  GArray *spans;      /* (nullable) of NpSpan, offsets in @text */
  const char *path;   /* the levels around it, as of np_reader_tags_get_indent() */
  const char *marker; /* (nullable) of the list's item that it begins */
} NpReaderParagraph;

int np_reader_pen_get_end (const NpReaderPen *pen);
int np_reader_pen_write (const NpReaderPen *pen, const NpReaderParagraph *paragraph);
void np_reader_pen_write_gap (const NpReaderPen *pen);
void np_reader_pen_mark_link (const NpReaderPen *pen, const char *href, int from, int to);
GtkTextChildAnchor *np_reader_pen_write_anchor (const NpReaderPen *pen);

G_END_DECLS
