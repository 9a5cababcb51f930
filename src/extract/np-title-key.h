/* How titles and names are compared. Pure; safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *np_title_key (const char *text);
double np_title_compare (const char *a, const char *b, guint *shared);

G_END_DECLS
