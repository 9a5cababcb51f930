#include "fetch/np-fetch-cause.h"

#include <libsoup/soup.h>

/* Not in libsoup's list. */
#define TOO_MANY_REQUESTS     429 /* RFC 6585 */
#define UNAVAILABLE_FOR_LEGAL 451 /* RFC 7725 */

static const char *
tls_cause (GTlsCertificateFlags flags)
{
  if (flags & G_TLS_CERTIFICATE_REVOKED)
    return "its certificate was revoked";
  if (flags & G_TLS_CERTIFICATE_EXPIRED)
    return "its certificate has expired";
  if (flags & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return "its certificate is not valid yet";
  if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return "its certificate is for another host";
  if (flags & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return "its certificate was not signed by an authority that this computer trusts";
  if (flags & G_TLS_CERTIFICATE_INSECURE)
    return "its certificate is too weak";
  return "its certificate is not good";
}

static NpFetchError
class_of_io (int code, gboolean online)
{
  switch (code)
    {
    case G_IO_ERROR_CONNECTION_REFUSED:
    case G_IO_ERROR_PROXY_FAILED:
    case G_IO_ERROR_PROXY_AUTH_FAILED:
    case G_IO_ERROR_PROXY_NEED_AUTH:
    case G_IO_ERROR_PROXY_NOT_ALLOWED:
      return NP_FETCH_ERROR_REFUSED;
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_NETWORK_UNREACHABLE:
      return online ? NP_FETCH_ERROR_REFUSED : NP_FETCH_ERROR_OFFLINE;
    case G_IO_ERROR_HOST_NOT_FOUND:
      return online ? NP_FETCH_ERROR_NO_HOST : NP_FETCH_ERROR_OFFLINE;
    case G_IO_ERROR_TIMED_OUT:
      return NP_FETCH_ERROR_TIMEOUT;
    default:
      return NP_FETCH_ERROR_BROKEN;
    }
}

static GError *
broken (const GError *error, const char *host)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT)
      || g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_EOF))
    return g_error_new (NP_FETCH_ERROR, NP_FETCH_ERROR_BROKEN, "%s ended the answer before it was complete", host);
  return g_error_new (NP_FETCH_ERROR, NP_FETCH_ERROR_BROKEN, "%s sent something that cannot be read: %s", host,
                      error->message);
}

static GError *
from_resolver (const GError *error, const char *host, gboolean online)
{
  if (!online)
    return g_error_new (NP_FETCH_ERROR, NP_FETCH_ERROR_OFFLINE, "There is no network to reach %s", host);
  if (error->code == G_RESOLVER_ERROR_NOT_FOUND)
    return g_error_new (NP_FETCH_ERROR, NP_FETCH_ERROR_NO_HOST, "There is no host named %s", host);
  return g_error_new (NP_FETCH_ERROR, NP_FETCH_ERROR_NO_HOST, "The host %s could not be looked up: %s", host,
                      error->message);
}

/**
 * np_fetch_cause_from_transport:
 * @error: what GIO or libsoup said
 * @host: the host that was asked
 * @flags: what is wrong with its certificate, 0 for nothing
 * @online: whether this computer has a network
 *
 * Returns: (transfer full): the same as an error of NP_FETCH_ERROR
 */
GError *
np_fetch_cause_from_transport (const GError *error, const char *host, GTlsCertificateFlags flags, gboolean online)
{
  NpFetchError class;

  if (flags != 0)
    return g_error_new (NP_FETCH_ERROR, NP_FETCH_ERROR_TLS, "The connection to %s is not safe: %s", host,
                        tls_cause (flags));
  if (error->domain == G_RESOLVER_ERROR)
    return from_resolver (error, host, online);
  if (error->domain == G_TLS_ERROR && error->code != G_TLS_ERROR_EOF)
    return g_error_new (NP_FETCH_ERROR, NP_FETCH_ERROR_TLS, "No safe connection to %s: %s", host, error->message);
  class = error->domain == G_IO_ERROR ? class_of_io (error->code, online) : NP_FETCH_ERROR_BROKEN;
  if (class == NP_FETCH_ERROR_BROKEN)
    return broken (error, host);
  if (class == NP_FETCH_ERROR_OFFLINE)
    return g_error_new (NP_FETCH_ERROR, class, "There is no network to reach %s", host);
  return g_error_new (NP_FETCH_ERROR, class, "%s cannot be reached: %s", host, error->message);
}

/**
 * np_fetch_cause_from_watch:
 * @reason: why the watch ended the fetch, not `NP_FETCH_WATCH_NOTHING`
 * @host: the host that was asked
 * @idle_seconds: the limit
 *
 * Returns: (transfer full): an error of NP_FETCH_ERROR, or G_IO_ERROR_CANCELLED when the caller ended it
 */
GError *
np_fetch_cause_from_watch (NpFetchWatchReason reason, const char *host, guint idle_seconds)
{
  switch (reason)
    {
    case NP_FETCH_WATCH_IDLE:
      return g_error_new (NP_FETCH_ERROR, NP_FETCH_ERROR_TIMEOUT, "%s sent nothing for %u s", host, idle_seconds);
    case NP_FETCH_WATCH_SLOW:
      return g_error_new (NP_FETCH_ERROR, NP_FETCH_ERROR_TIMEOUT, "%s sends too slowly to ever finish", host);
    case NP_FETCH_WATCH_PRIVATE:
      return g_error_new (NP_FETCH_ERROR, NP_FETCH_ERROR_PRIVATE,
                          "A public page leads to %s, which is this computer or one of its own network", host);
    case NP_FETCH_WATCH_ENCODING:
      return g_error_new (NP_FETCH_ERROR, NP_FETCH_ERROR_BROKEN,
                          "%s sent its answer in a compression that Newsprint does not know", host);
    case NP_FETCH_WATCH_TOO_BIG:
      return g_error_new (NP_FETCH_ERROR, NP_FETCH_ERROR_TOO_BIG, "What %s sends has no end, or is far too big", host);
    case NP_FETCH_WATCH_RESTARTS:
      return g_error_new (NP_FETCH_ERROR, NP_FETCH_ERROR_BROKEN, "%s ends every connection before it has answered",
                          host);
    case NP_FETCH_WATCH_NOTHING:
    case NP_FETCH_WATCH_CANCELLED:
      break;
    }
  return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
}

static NpFetchError
class_of_status (guint status)
{
  switch (status)
    {
    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_GONE:
      return NP_FETCH_ERROR_GONE;
    case SOUP_STATUS_UNAUTHORIZED:
    case SOUP_STATUS_PAYMENT_REQUIRED:
    case SOUP_STATUS_FORBIDDEN:
    case SOUP_STATUS_PROXY_UNAUTHORIZED:
    case UNAVAILABLE_FOR_LEGAL:
      return NP_FETCH_ERROR_FORBIDDEN;
    case TOO_MANY_REQUESTS:
    case SOUP_STATUS_SERVICE_UNAVAILABLE:
      return NP_FETCH_ERROR_BUSY;
    default:
      return NP_FETCH_ERROR_SERVER;
    }
}

/**
 * np_fetch_cause_from_status:
 * @status: an HTTP status that is neither success nor a redirect
 * @host: the host that was asked
 *
 * Returns: (transfer full): an error of NP_FETCH_ERROR
 */
GError *
np_fetch_cause_from_status (guint status, const char *host)
{
  /* RFC 9110 gives the server's phrase no meaning and HTTP/2 has none, so the usual one is as good and never hostile.
   */
  const char *phrase = status == TOO_MANY_REQUESTS       ? "Too Many Requests"
                       : status == UNAVAILABLE_FOR_LEGAL ? "Unavailable For Legal Reasons"
                                                         : soup_status_get_phrase (status);

  return g_error_new (NP_FETCH_ERROR, class_of_status (status), "%s answered %u (%s)", host, status, phrase);
}
