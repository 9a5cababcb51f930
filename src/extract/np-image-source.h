/* Where an image element keeps the address of its image. */
#pragma once

#include "extract/np-dom.h"

G_BEGIN_DECLS

char *np_image_source_find (const NpDom *dom, guint node, guint *width);
gboolean np_image_source_is_late (const NpDom *dom, guint node);
char *np_image_source_best_of_set (const char *srcset, guint *width);
char *np_image_source_from_json (const char *json);
char *np_image_source_from_style (const char *style);

G_END_DECLS
