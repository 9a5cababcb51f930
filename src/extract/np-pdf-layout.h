/* The lines of a PDF with their places, as `pdftotext -bbox-layout` (Poppler) writes them. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line of text. A plain record; lengths in points from the page's upper left corner. */
typedef struct
{
  char *text; /* valid UTF-8, one space between words */
  double left, top, right, bottom;
  double size; /* of its letters: the height of most of its words */
  guint page;  /* from 0 */
  guint block; /* counts through the document */
} NpPdfLine;

typedef struct
{
  char *title;     /* (nullable) */
  char *author;    /* (nullable) */
  char *created;   /* (nullable) as it is written */
  GArray *lines;   /* of NpPdfLine, in the order in which they are read */
  GArray *heights; /* double: of each page */
} NpPdfLayout;

NpPdfLayout *np_pdf_layout_read (const char *text, gsize length);
void np_pdf_layout_free (NpPdfLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpPdfLayout, np_pdf_layout_free)

G_END_DECLS
