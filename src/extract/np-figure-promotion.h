/* Pictures that are no photos of the story: ways to other stories, wares, portraits of the author. */
#pragma once

#include "extract/np-figure-map.h"

G_BEGIN_DECLS

gboolean np_figure_promotion_leads_elsewhere (const NpDom *dom, guint node, const char *base);
gboolean np_figure_promotion_is (const NpFigureMap *map, guint image, guint unit, const NpFigure *figure);

G_END_DECLS
