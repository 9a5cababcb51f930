/* Addresses from outside, as something that can be asked for. Pure. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *np_fetch_uri_escape (const char *url);
GUri *np_fetch_uri_parse (const char *url, GError **error);
char *np_fetch_uri_dup_host (GUri *uri);
GUri *np_fetch_uri_to_https (GUri *uri);

G_END_DECLS
