/* What the attributes of a photo's elements say about it. */
#pragma once

#include "extract/np-dom.h"
#include "model/np-figure.h"

G_BEGIN_DECLS

void np_figure_attributes_read (const NpDom *dom, guint image, NpFigure *figure);

G_END_DECLS
