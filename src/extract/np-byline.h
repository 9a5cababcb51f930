/* Names of authors, out of lines such as "By Jane Doe and John Smith, Staff Writers". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *np_byline_parse (const char *text, const char *site);

G_END_DECLS
