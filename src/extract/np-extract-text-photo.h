/* Photos in a pasted text: "PHOTO: alt text", then lines with caption and credit. */
#pragma once

#include "extract/np-extract-text-unit.h"

G_BEGIN_DECLS

NpFigure *np_text_photo_take (GPtrArray *units, guint *next);

G_END_DECLS
