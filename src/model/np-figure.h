/* A photo of a story, with its caption and credit (IPTC: Description, Credit Line). */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _NpFigure NpFigure;

/* A plain record: see NpBlock for who may change it. */
struct _NpFigure
{
  char *file;    /* (nullable) in the library: "media/ab/ab34….jpg"; NULL while it was not saved */
  char *source;  /* (nullable) absolute address it came from */
  char *alt;     /* (nullable) */
  char *caption; /* (nullable) without the credit */
  char *credit;  /* (nullable) without a label such as "Photo:" */
  guint width;   /* pixels, 0 = unknown */
  guint height;  /* pixels, 0 = unknown */
  GBytes *bytes; /* (nullable) the photo itself, where it came with the page; not in the library's JSON */
  char *unknown; /* (nullable) JSON object: members this version does not know */
};

NpFigure *np_figure_new (void);
NpFigure *np_figure_copy (const NpFigure *figure);
void np_figure_free (NpFigure *figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpFigure, np_figure_free)

G_END_DECLS
