/* An early look at a page, before the parser, whose time is quadratic in nesting and in the attributes of a tag. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NP_NESTING_MAX_OPEN       1000
#define NP_NESTING_MAX_ATTRIBUTES 200

gboolean np_nesting_tame (char *html, gsize length);

G_END_DECLS
