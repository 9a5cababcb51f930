#include "fetch/np-fetch-uri.h"

#include "base/np-uri.h"
#include "fetch/np-fetch-error.h"

#include <libsoup/soup.h>
#include <string.h>

/**
 * np_fetch_uri_escape:
 * @url: an address as pages and people write it, with spaces and in any script
 *
 * Returns: (transfer full): @url with what may not stand in an address (RFC 3986) as %XX
 */
char *
np_fetch_uri_escape (const char *url)
{
  GString *out = g_string_sized_new (strlen (url));

  for (const char *p = url; *p != '\0'; p++)
    if (g_ascii_isgraph (*p) && strchr ("\"<>\\^`{|}", *p) == NULL)
      g_string_append_c (out, *p);
    else
      g_string_append_printf (out, "%%%02X", (guchar) *p);
  return g_string_free (out, FALSE);
}

/**
 * np_fetch_uri_parse:
 * @url: an address from outside
 * @error: return location for a `NP_FETCH_ERROR`
 *
 * Reads an address; only what has a host and may be asked for comes back.
 *
 * Returns: (transfer full) (nullable): it, without fragment
 */
GUri *
np_fetch_uri_parse (const char *url, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (url));
  g_autofree char *bare = np_uri_without_fragment (trimmed);
  g_autofree char *escaped = np_fetch_uri_escape (bare);
  g_autoptr (GUri) uri = g_uri_parse (escaped, SOUP_HTTP_URI_FLAGS, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  if (scheme != NULL && !g_str_equal (scheme, "http") && !g_str_equal (scheme, "https"))
    g_set_error (error, NP_FETCH_ERROR, NP_FETCH_ERROR_SCHEME, "%s: is not fetched, only http and https are", scheme);
  else if (scheme == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0'
           || !g_utf8_validate (g_uri_get_host (uri), -1, NULL))
    g_set_error (error, NP_FETCH_ERROR, NP_FETCH_ERROR_URL, "“%s” is not an address", escaped);
  else
    return g_steal_pointer (&uri);
  return NULL;
}

/**
 * np_fetch_uri_dup_host:
 * @uri: an address with a host
 *
 * Returns: (transfer full): its host in lower case, without the dot that may end it
 */
char *
np_fetch_uri_dup_host (GUri *uri)
{
  char *host = g_ascii_strdown (g_uri_get_host (uri), -1);

  if (g_str_has_suffix (host, "."))
    host[strlen (host) - 1] = '\0';
  return host;
}

/**
 * np_fetch_uri_to_https:
 * @uri: an http address
 *
 * Returns: (transfer full): the same over https: port 80 becomes 443, any other stays (RFC 6797, section 8.3)
 */
GUri *
np_fetch_uri_to_https (GUri *uri)
{
  int port = g_uri_get_port (uri) == 80 ? -1 : g_uri_get_port (uri);

  return g_uri_build (SOUP_HTTP_URI_FLAGS, "https", g_uri_get_userinfo (uri), g_uri_get_host (uri), port,
                      g_uri_get_path (uri), g_uri_get_query (uri), NULL);
}
