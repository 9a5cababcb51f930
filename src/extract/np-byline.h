/* Names of authors, out of lines such as "By Jane Doe and John Smith, Staff Writers". Pure; safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands between what the page sets in lines of its own: mostly names, and then roles, places and buttons. */
#define NP_BYLINE_LINE "‖"

GPtrArray *np_byline_parse (const char *text, const char *site);
char *np_byline_dup_desk (const char *text);

G_END_DECLS
