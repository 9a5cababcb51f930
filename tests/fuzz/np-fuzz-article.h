/* What must be true of every article, whatever it was read from. */
#pragma once

#include "model/np-page.h"

G_BEGIN_DECLS

void np_fuzz_read_page (const guint8 *data, gsize size, const char *content_type, const char *url);

G_END_DECLS
