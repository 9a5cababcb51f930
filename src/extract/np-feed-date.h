/* Dates as feeds write them. A zone that is not written is never made up. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *np_feed_date_parse (const char *text, const char *language);

G_END_DECLS
