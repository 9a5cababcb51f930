/* The data: addresses of a page, as pages that were saved in one file have them by the megabyte (RFC 2397). */
#pragma once

#include "extract/np-parts.h"

G_BEGIN_DECLS

char *np_data_photos_take (const char *html, gsize length, NpParts *parts, gsize *out_length);

G_END_DECLS
