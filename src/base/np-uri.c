#include "base/np-uri.h"

#include "base/np-text.h"

#include <string.h>

#define URI_FLAGS (G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_SCHEME_NORMALIZE)

/* Query parameters that say how a reader came to a page, never which page it is. */
static const char *const tracking_parameters[] = { "fbclid",      "gclid", "dclid", "msclkid", "mc_cid",  "mc_eid",
                                                   "igshid",      "yclid", "ncid",  "cmpid",   "ito",     "smid",
                                                   "smtyp",       "cmp",   "_ga",   "ref_src", "ref_url", "at_medium",
                                                   "at_campaign", "wt_mc", "xtor" };

/**
 * np_uri_is_web:
 * @uri: (nullable): a string
 *
 * Returns: whether @uri is an absolute http or https address with a host (RFC 3986)
 */
gboolean
np_uri_is_web (const char *uri)
{
  g_autoptr (GUri) parsed = uri != NULL ? g_uri_parse (uri, URI_FLAGS, NULL) : NULL;

  return parsed != NULL && g_uri_get_host (parsed) != NULL && *g_uri_get_host (parsed) != '\0'
         && (g_str_equal (g_uri_get_scheme (parsed), "http") || g_str_equal (g_uri_get_scheme (parsed), "https"));
}

/**
 * np_uri_resolve:
 * @base: (nullable): the absolute address of the page
 * @reference: (nullable): what the page says
 *
 * Resolves @reference against @base (RFC 3986, section 5), forgiving spaces as browsers do.
 *
 * Returns: (transfer full) (nullable): an absolute address of any scheme, `NULL` when there is none
 */
char *
np_uri_resolve (const char *base, const char *reference)
{
  g_autofree char *trimmed = NULL;
  g_autoptr (GUri) base_uri = NULL, uri = NULL;

  if (np_text_is_empty (reference))
    return NULL;
  trimmed = g_strstrip (g_strdup (reference));
  base_uri = base != NULL ? g_uri_parse (base, URI_FLAGS, NULL) : NULL;
  uri = base_uri != NULL ? g_uri_parse_relative (base_uri, trimmed, URI_FLAGS, NULL)
                         : g_uri_parse (trimmed, URI_FLAGS, NULL);
  /* GLib reads "//host;x/y" but cannot write it. */
  if (uri == NULL || (g_uri_get_host (uri) != NULL && strchr ("/", *g_uri_get_path (uri)) == NULL))
    return NULL;
  return g_uri_to_string (uri);
}

/**
 * np_uri_without_fragment:
 * @uri: (nullable): an address
 *
 * Returns: (transfer full) (nullable): @uri up to its `#`
 */
char *
np_uri_without_fragment (const char *uri)
{
  return uri != NULL ? g_strndup (uri, strcspn (uri, "#")) : NULL;
}

/**
 * np_uri_without_user:
 * @uri: (nullable): an address
 *
 * What opens a door is no part of an address that is kept or shown (RFC 3986, section 3.2.1).
 *
 * Returns: (transfer full) (nullable): @uri without a name and a password before its host
 */
char *
np_uri_without_user (const char *uri)
{
  const char *host = uri != NULL ? strstr (uri, "://") : NULL;
  gsize length = host != NULL ? strcspn (host + 3, "/?#\\") : 0;
  const char *at = host != NULL ? g_strrstr_len (host + 3, (gssize) length, "@") : NULL;
  g_autofree char *scheme = NULL;

  if (at == NULL)
    return g_strdup (uri);
  scheme = g_strndup (uri, (gsize) (host + 3 - uri));
  return g_strconcat (scheme, at + 1, NULL);
}

static gboolean
is_tracking (const char *pair)
{
  gsize length = strcspn (pair, "=");

  if (g_ascii_strncasecmp (pair, "utm_", 4) == 0)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (tracking_parameters); i++)
    if (strlen (tracking_parameters[i]) == length && g_ascii_strncasecmp (pair, tracking_parameters[i], length) == 0)
      return TRUE;
  return FALSE;
}

static char *
query_without_tracking (const char *query)
{
  g_auto (GStrv) pairs = g_strsplit (query, "&", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; pairs[i] != NULL; i++)
    if (*pairs[i] != '\0' && !is_tracking (pairs[i]))
      g_ptr_array_add (kept, pairs[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("&", (char **) kept->pdata);
}

/**
 * np_uri_compare_key:
 * @uri: (nullable): an address
 *
 * Gives the form under which two addresses of one page are equal: without scheme (http = https), `www.`, user, default
 * port, fragment, tracking parameters and the slash at the end. It is for comparing only, never for fetching.
 *
 * Returns: (transfer full) (nullable): the key, `NULL` when @uri is no web address
 */
char *
np_uri_compare_key (const char *uri)
{
  g_autoptr (GUri) parsed = NULL;
  g_autofree char *host = NULL, *path = NULL, *query = NULL;
  const char *bare;
  int port;

  if (!np_uri_is_web (uri))
    return NULL;
  parsed = g_uri_parse (uri, URI_FLAGS, NULL);
  host = g_ascii_strdown (g_uri_get_host (parsed), -1);
  bare = g_str_has_prefix (host, "www.") ? host + 4 : host;
  port = g_uri_get_port (parsed);
  path = g_strdup (g_uri_get_path (parsed));
  while (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  query = query_without_tracking (g_uri_get_query (parsed) != NULL ? g_uri_get_query (parsed) : "");
  if (port > 0 && port != 80 && port != 443)
    return g_strdup_printf ("%s:%d%s%s%s", bare, port, path, *query != '\0' ? "?" : "", query);
  return g_strconcat (bare, path, *query != '\0' ? "?" : "", query, NULL);
}

/**
 * np_uri_dup_domain:
 * @uri: (nullable): an address
 *
 * Returns: (transfer full) (nullable): the host of @uri in lower case without `www.`
 */
char *
np_uri_dup_domain (const char *uri)
{
  g_autoptr (GUri) parsed = uri != NULL ? g_uri_parse (uri, URI_FLAGS, NULL) : NULL;
  g_autofree char *host = NULL;

  if (parsed == NULL || g_uri_get_host (parsed) == NULL || *g_uri_get_host (parsed) == '\0')
    return NULL;
  host = g_ascii_strdown (g_uri_get_host (parsed), -1);
  return g_strdup (g_str_has_prefix (host, "www.") ? host + 4 : host);
}

/* Whether a word without a scheme is meant for an address: "www.example.org", "example.org/story", but not "e.g.",
 * "me@example.org", "../story.html" or "folder/story.html". */
static gboolean
looks_like_address (const char *word)
{
  gsize length = strcspn (word, "/");
  g_autofree char *host = g_strndup (word, length);
  const char *domain = strrchr (host, '.');

  return domain != NULL && domain != host && g_ascii_isalpha (domain[1]) && g_ascii_isalpha (domain[2])
         && strpbrk (word, "@: ") == NULL && (word[length] == '/' || g_str_has_prefix (word, "www."));
}

/**
 * np_uri_list_from_text:
 * @text: what was pasted or dropped (text/uri-list, RFC 2483, is one form of it)
 *
 * Tells whether @text is nothing but addresses, one or several, separated by white space; comment lines (`#`) are
 * passed over. An address without a scheme counts when it is the only word and looks like `host.tld/…`.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the addresses in order without repeats, or `NULL` when
 *   @text is anything else
 */
char **
np_uri_list_from_text (const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit_set (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = lines[i][0] == '#' ? NULL : g_strsplit_set (lines[i], " \t", -1);

      for (guint j = 0; words != NULL && words[j] != NULL; j++)
        {
          if (*words[j] == '\0')
            continue;
          if (!np_uri_is_web (words[j]) && !g_str_has_prefix (words[j], "file://"))
            {
              g_autofree char *whole = g_strstrip (g_strdup (text));
              g_autofree char *guess = NULL;

              if (!g_str_equal (whole, words[j]) || !looks_like_address (whole))
                return NULL;
              guess = g_strconcat ("https://", whole, NULL);
              if (!np_uri_is_web (guess))
                return NULL;
              g_strv_builder_add (builder, guess);
              g_hash_table_add (seen, g_steal_pointer (&guess));
              continue;
            }
          if (g_hash_table_add (seen, g_strdup (words[j])))
            g_strv_builder_add (builder, words[j]);
        }
    }
  return g_hash_table_size (seen) > 0 ? g_strv_builder_end (builder) : NULL;
}
