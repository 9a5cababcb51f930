#include "fetch/np-fetch-hop.h"

#include "fetch/np-fetch-address.h"
#include "fetch/np-fetch-call.h"
#include "fetch/np-fetch-cause.h"

#include <string.h>

/* Nobody compresses an answer more often than this; each layer costs memory before the first byte is read. */
#define MAX_ENCODINGS 2
/* The body of a redirect is of no use, but when it is this small reading it keeps the connection. */
#define SMALL_BODY 4096
/* How often an answer is asked for, and over how many connections, one for each address of a host among them: libsoup
 * begins anew, without an end, where a server only ever says good-bye. */
#define MAX_STARTS      5
#define MAX_CONNECTIONS 32

typedef struct
{
  NpFetchSeat *seat;
  NpFetchWatch *watch;
  const NpFetchRequest *request;
  NpFetchAnswer *answer;
  SoupMessage *message;
  gboolean direct; /* no proxy: the address of the connection is the host's */
  guint starts, connections;
  guint64 received; /* bytes of the body as they came over the wire, where libsoup tells of them */
  GTlsCertificateFlags tls_errors;
  GError *error;
} Hop;

/* Turns what ended the call, if anything did, into an error for the caller. */
static gboolean
check (Hop *hop, GError **error)
{
  NpFetchWatchReason reason = np_fetch_watch_get_reason (hop->watch);
  const char *host = g_uri_get_host (hop->request->uri);

  if (reason != NP_FETCH_WATCH_NOTHING)
    g_propagate_error (error, np_fetch_cause_from_watch (reason, host, hop->request->idle_seconds));
  else if (hop->error != NULL)
    g_propagate_error (error, np_fetch_cause_from_transport (hop->error, host, hop->tls_errors, hop->request->online));
  else
    return TRUE;
  return FALSE;
}

static void
find_proxy (Hop *hop)
{
  g_autofree char *uri = g_uri_to_string_partial (hop->request->uri, G_URI_HIDE_USERINFO | G_URI_HIDE_FRAGMENT);
  g_auto (GStrv) proxies = np_fetch_call_find_proxies (hop->seat, hop->watch, uri);

  hop->direct = proxies == NULL || proxies[0] == NULL || g_str_has_prefix (proxies[0], "direct");
  np_fetch_watch_note (hop->watch);
}

/* Looked at before anything is sent, and at the address rather than the name: a name can be made to mean anything. */
static void
check_peer (Hop *hop, GSocketAddress *address)
{
  if (!hop->direct || !G_IS_INET_SOCKET_ADDRESS (address))
    return;
  hop->answer->was_private =
      np_fetch_address_is_private (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
  if (hop->answer->was_private && !hop->request->private_allowed)
    np_fetch_watch_stop (hop->watch, NP_FETCH_WATCH_PRIVATE);
}

static void
on_network_event (SoupMessage *message, GSocketClientEvent event, GIOStream *connection, Hop *hop)
{
  np_fetch_watch_note (hop->watch);
  if (event == G_SOCKET_CLIENT_CONNECTING && G_IS_SOCKET_CONNECTION (connection))
    {
      g_autoptr (GSocketAddress) address =
          g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);

      if (++hop->connections > MAX_CONNECTIONS)
        np_fetch_watch_stop (hop->watch, NP_FETCH_WATCH_RESTARTS);
      np_fetch_seat_add_socket (hop->seat, g_socket_connection_get_socket (G_SOCKET_CONNECTION (connection)));
      check_peer (hop, address);
    }
}

/* Also comes for a connection that was there already. */
static void
on_starting (SoupMessage *message, Hop *hop)
{
  if (++hop->starts > MAX_STARTS)
    np_fetch_watch_stop (hop->watch, NP_FETCH_WATCH_RESTARTS);
  check_peer (hop, soup_message_get_remote_address (message));
}

static gboolean
on_accept_certificate (SoupMessage *message, GTlsCertificate *certificate, GTlsCertificateFlags errors, Hop *hop)
{
  hop->tls_errors = errors;
  return FALSE;
}

/* @asked: (nullable): what libsoup said that it can undo, which is more in later versions; of brotli it speaks over
 * https alone */
static gboolean
encoding_is_known (const char *encodings, const char *asked)
{
  static const char *const known[] = { "gzip", "x-gzip", "deflate", "br", "identity", NULL };
  g_auto (GStrv) names = g_strsplit (encodings, ",", MAX_ENCODINGS + 1);

  if (g_strv_length (names) > MAX_ENCODINGS)
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    if (*g_strstrip (names[i]) != '\0' && !g_strv_contains (known, names[i])
        && (asked == NULL || !soup_header_contains (asked, names[i])))
      return FALSE;
  return TRUE;
}

/* Comes before libsoup builds the decoders. It compares their names by case, which RFC 9110, section 8.4.1 does not. */
static void
on_got_headers (SoupMessage *message, Hop *hop)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *value = soup_message_headers_get_list (headers, "Content-Encoding");
  const char *asked = soup_message_headers_get_list (soup_message_get_request_headers (message), "Accept-Encoding");
  g_autofree char *encodings = value != NULL ? g_ascii_strdown (value, -1) : NULL;

  np_fetch_watch_note (hop->watch);
  if (encodings == NULL)
    return;
  soup_message_headers_remove (headers, "Content-Encoding");
  if (encoding_is_known (encodings, asked))
    soup_message_headers_append (headers, "Content-Encoding", encodings);
  else if (SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (message)))
    np_fetch_watch_stop (hop->watch, NP_FETCH_WATCH_ENCODING);
}

/* Comes from where libsoup reads: it takes all that an HTTP/2 server sends before it lets anybody else do something, so
 * that a body without an end would fill the memory. Only the end of the connection ends that. */
static void
on_got_body_data (SoupMessage *message, guint size, Hop *hop)
{
  hop->received += size;
  if (hop->received <= hop->request->max_bytes + SMALL_BODY)
    return;
  np_fetch_watch_stop (hop->watch, NP_FETCH_WATCH_TOO_BIG);
  np_fetch_seat_cut (hop->seat);
}

static const char *
get_accept (NpFetchKind kind)
{
  switch (kind)
    {
    case NP_FETCH_PAGE:
      return "text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.5";
    case NP_FETCH_PHOTO:
      return "image/webp,image/png,image/jpeg,image/gif,image/*;q=0.8,*/*;q=0.1";
    case NP_FETCH_FEED:
      return "application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml,application/xml;q=0.9,"
             "text/xml;q=0.9,text/html;q=0.7,*/*;q=0.5";
    }
  return "*/*";
}

static SoupMessage *
message_new (Hop *hop)
{
  const NpFetchRequest *request = hop->request;
  SoupMessage *message = soup_message_new_from_uri (SOUP_METHOD_GET, request->uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_COLLECT_METRICS);
  soup_message_headers_append (headers, "Accept", get_accept (request->kind));
  if (request->etag != NULL)
    soup_message_headers_append (headers, "If-None-Match", request->etag);
  if (request->last_modified != NULL)
    soup_message_headers_append (headers, "If-Modified-Since", request->last_modified);
  g_signal_connect (message, "network-event", G_CALLBACK (on_network_event), hop);
  g_signal_connect (message, "starting", G_CALLBACK (on_starting), hop);
  g_signal_connect (message, "accept-certificate", G_CALLBACK (on_accept_certificate), hop);
  g_signal_connect (message, "got-headers", G_CALLBACK (on_got_headers), hop);
  if (g_signal_lookup ("got-body-data", SOUP_TYPE_MESSAGE) != 0) /* libsoup 3.4 */
    g_signal_connect (message, "got-body-data", G_CALLBACK (on_got_body_data), hop);
  return message;
}

static GInputStream *
send_message (Hop *hop, GError **error)
{
  GInputStream *stream = np_fetch_call_send (hop->seat, hop->watch, hop->message, &hop->error);

  if (!check (hop, error))
    g_clear_object (&stream);
  return stream;
}

static gboolean
too_big (Hop *hop, gsize limit, GError **error)
{
  g_autofree char *size = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, NP_FETCH_ERROR, NP_FETCH_ERROR_TOO_BIG, "What %s sends is bigger than %s",
               g_uri_get_host (hop->request->uri), size);
  return FALSE;
}

/* Reads @stream to its end into @body; an error when there is more than @limit. */
static gboolean
read_body (Hop *hop, GInputStream *stream, gsize limit, goffset total, GByteArray *body, GError **error)
{
  gssize got;

  do
    {
      got = np_fetch_call_read (hop->seat, hop->watch, stream, body, &hop->error);
      if (!check (hop, error))
        return FALSE;
      if (body->len > limit)
        return too_big (hop, limit, error);
      if (hop->request->progress != NULL && got > 0)
        hop->request->progress (body->len, total, hop->request->progress_data);
    }
  while (got > 0);
  return TRUE;
}

/* Seconds, or a date (RFC 9110, section 10.2.3): not a moment before it. */
static guint
read_retry_after (const char *text)
{
  g_autoptr (GDateTime) date = NULL, now = NULL;
  gint64 seconds;

  if (text == NULL)
    return 0;
  if (g_ascii_isdigit (*text))
    return (guint) MIN (g_ascii_strtoull (text, NULL, 10), G_MAXINT);
  date = soup_date_time_new_from_http_string (text);
  now = g_date_time_new_now_utc ();
  seconds = date != NULL ? (g_date_time_difference (date, now) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC : 0;
  return (guint) CLAMP (seconds, 0, G_MAXINT);
}

static void
read_headers (Hop *hop)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (hop->message);
  g_autoptr (GHashTable) parameters = NULL;
  const char *type = soup_message_headers_get_content_type (headers, &parameters);
  const char *charset = type != NULL ? g_hash_table_lookup (parameters, "charset") : NULL;

  hop->answer->status = soup_message_get_status (hop->message);
  hop->answer->location = g_strdup (soup_message_headers_get_one (headers, "Location"));
  hop->answer->content_type = type != NULL ? g_ascii_strdown (type, -1) : NULL;
  hop->answer->retry_after = read_retry_after (soup_message_headers_get_one (headers, "Retry-After"));
  hop->answer->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  hop->answer->last_modified = g_strdup (soup_message_headers_get_one (headers, "Last-Modified"));
  if (g_str_equal (g_uri_get_scheme (hop->request->uri), "https"))
    hop->answer->https_only = g_strdup (soup_message_headers_get_one (headers, "Strict-Transport-Security"));
  hop->answer->charset = charset != NULL && *charset != '\0' ? g_strdup (charset) : NULL;
}

/* libsoup takes an answer with `Connection: close` for complete wherever it ends; its length says better. */
static gboolean
is_cut_off (Hop *hop, guint64 length, GError **error)
{
  if (soup_message_metrics_get_response_body_bytes_received (soup_message_get_metrics (hop->message)) >= length)
    return FALSE;
  g_set_error (error, NP_FETCH_ERROR, NP_FETCH_ERROR_BROKEN, "%s ended the answer before it was complete",
               g_uri_get_host (hop->request->uri));
  return TRUE;
}

static gboolean
read_answer (Hop *hop, GInputStream *stream, GError **error)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();
  SoupMessageHeaders *headers;
  goffset length;
  gboolean packed;

  read_headers (hop);
  headers = soup_message_get_response_headers (hop->message);
  length = soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
               ? soup_message_headers_get_content_length (headers)
               : -1;
  if (!SOUP_STATUS_IS_SUCCESSFUL (hop->answer->status))
    {
      if (length >= 0 && length <= SMALL_BODY)
        read_body (hop, stream, SMALL_BODY * MAX_ENCODINGS, 0, body, NULL);
      return TRUE;
    }
  if (length > 0 && (guint64) length > hop->request->max_bytes)
    return too_big (hop, hop->request->max_bytes, error);
  /* the length of a compressed body is no measure of what is received */
  packed = soup_message_headers_get_one (headers, "Content-Encoding") != NULL;
  if (!read_body (hop, stream, hop->request->max_bytes, packed ? 0 : MAX (length, 0), body, error))
    return FALSE;
  if (length > 0 && is_cut_off (hop, length, error))
    return FALSE;
  hop->answer->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&body));
  return TRUE;
}

static gboolean
receive (Hop *hop, GError **error)
{
  GInputStream *stream = send_message (hop, error);
  gboolean ok = stream != NULL && read_answer (hop, stream, error);

  np_fetch_call_close (hop->seat, hop->watch, stream);
  return ok;
}

/* What needs no connection to be refused. */
static gboolean
check_host (Hop *hop, GError **error)
{
  const char *host = g_uri_get_host (hop->request->uri);

  if (!hop->request->private_allowed && np_fetch_host_is_private (host))
    np_fetch_watch_stop (hop->watch, NP_FETCH_WATCH_PRIVATE);
  if (!check (hop, error))
    return FALSE;
  /* RFC 6761, section 6.4: such a name never exists, and nobody is to be asked for it */
  if (g_str_has_suffix (host, ".invalid"))
    {
      g_set_error (error, NP_FETCH_ERROR, NP_FETCH_ERROR_NO_HOST, "There is no host named %s", host);
      return FALSE;
    }
  return TRUE;
}

/**
 * np_fetch_hop_run:
 * @seat: where to run; its context is the thread's default
 * @watch: ends it
 * @request: what to ask for
 * @answer: (out caller-allocates): zeroed before; what came, also of a redirect or an HTTP error
 * @error: return location
 *
 * Returns: whether there was an answer; else an error of NP_FETCH_ERROR or G_IO_ERROR_CANCELLED
 */
gboolean
np_fetch_hop_run (NpFetchSeat *seat, NpFetchWatch *watch, const NpFetchRequest *request, NpFetchAnswer *answer,
                  GError **error)
{
  Hop hop = { .seat = seat, .watch = watch, .request = request, .answer = answer };
  gboolean ok;

  if (!check_host (&hop, error))
    return FALSE;
  find_proxy (&hop);
  hop.message = message_new (&hop);
  np_fetch_watch_set_message (watch, hop.message);
  ok = receive (&hop, error);
  np_fetch_watch_set_message (watch, NULL);
  g_signal_handlers_disconnect_by_data (hop.message, &hop);
  g_object_unref (hop.message);
  g_clear_error (&hop.error);
  return ok;
}

/**
 * np_fetch_answer_clear:
 * @answer: an answer
 */
void
np_fetch_answer_clear (NpFetchAnswer *answer)
{
  g_clear_pointer (&answer->location, g_free);
  g_clear_pointer (&answer->content_type, g_free);
  g_clear_pointer (&answer->charset, g_free);
  g_clear_pointer (&answer->https_only, g_free);
  g_clear_pointer (&answer->etag, g_free);
  g_clear_pointer (&answer->last_modified, g_free);
  g_clear_pointer (&answer->bytes, g_bytes_unref);
}
