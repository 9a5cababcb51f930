/* An early look at a page, before the parser, whose time is quadratic in nesting. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NP_NESTING_MAX_OPEN       1000
#define NP_NESTING_MAX_ATTRIBUTES 2000

gboolean np_nesting_is_sane (const char *html, gsize length);

G_END_DECLS
