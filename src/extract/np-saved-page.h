/* What browsers write into a page that they save. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *np_saved_page_dup_address (const char *html);

G_END_DECLS
