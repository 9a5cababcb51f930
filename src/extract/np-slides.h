/* Stories that are shown a piece at a time: slideshows and lists of pages within a page. */
#pragma once

#include "extract/np-dom.h"

G_BEGIN_DECLS

gboolean np_slides_show (NpDom *dom);

G_END_DECLS
