/* A block's text with its spans as Pango markup, for labels. */
#pragma once

#include "model/np-block.h"

G_BEGIN_DECLS

char *np_reader_markup (const NpBlock *block);

G_END_DECLS
