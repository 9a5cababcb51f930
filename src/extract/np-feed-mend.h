/* Makes XML of what feeds have for XML. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *np_feed_mend_prolog (const char *text);
char *np_feed_mend_references (const char *text);
char *np_feed_mend_tags (const char *text);

G_END_DECLS
