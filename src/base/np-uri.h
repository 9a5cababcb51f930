/* What Newsprint needs to know about addresses. All functions are pure and safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean np_uri_is_web (const char *uri);
char *np_uri_resolve (const char *base, const char *reference);
char *np_uri_without_user (const char *uri);
char *np_uri_without_fragment (const char *uri);
char *np_uri_compare_key (const char *uri);
char *np_uri_dup_domain (const char *uri);
char **np_uri_list_from_text (const char *text);

G_END_DECLS
