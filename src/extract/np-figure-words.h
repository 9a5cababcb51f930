/* The words that stand with a photo: its caption and its credit. */
#pragma once

#include "extract/np-figure-map.h"

G_BEGIN_DECLS

void np_figure_words_read (const NpFigureMap *map, guint unit, const GArray *more, NpFigure *figure);

G_END_DECLS
