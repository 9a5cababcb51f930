/* The words that stand with a photo: its caption and its credit. */
#pragma once

#include "extract/np-body.h"

G_BEGIN_DECLS

/* The most letters that the words around a photo may have. */
#define NP_FIGURE_WORDS_MAX 900

gboolean np_figure_words_is_caption (const NpDom *dom, guint node);
void np_figure_words_read (const NpBody *body, guint unit, guint next, NpFigure *figure);

G_END_DECLS
