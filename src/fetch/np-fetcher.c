#include "fetch/np-fetcher.h"

#include "base/np-uri.h"
#include "fetch/np-fetch-address.h"
#include "fetch/np-fetch-cause.h"
#include "fetch/np-fetch-hop.h"
#include "fetch/np-fetch-refusals.h"

#include <string.h>

static const NpFetchLimits program_limits = {
  .idle_seconds = 30, .page_bytes = 20 << 20, .photo_bytes = 40 << 20, .redirects = 10
};

struct _NpFetcher
{
  GObject parent_instance;

  NpFetchLimits limits;
  NpFetchSeats *seats;
  GNetworkMonitor *monitor;
  GMutex lock;
  NpFetchRefusals *refusals;
  GHashTable *private_hosts; /* char* hosts of this computer's network that the user asked for; under lock */
};

G_DEFINE_FINAL_TYPE (NpFetcher, np_fetcher, G_TYPE_OBJECT)

/* One call of np_fetcher_fetch(). */
typedef struct
{
  NpFetcher *fetcher;
  NpFetchSeat *seat;
  NpFetchWatch *watch;
  NpFetchRequest request;
  GUri *uri; /* the current one, without fragment */
  NpPage *page;
  const char *referring_page; /* (nullable) NULL: the user asked for it */
} Fetch;

static void
np_fetcher_finalize (GObject *object)
{
  NpFetcher *self = NP_FETCHER (object);

  g_clear_pointer (&self->seats, np_fetch_seats_free);
  g_clear_pointer (&self->refusals, np_fetch_refusals_free);
  g_clear_pointer (&self->private_hosts, g_hash_table_unref);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (np_fetcher_parent_class)->finalize (object);
}

static void
np_fetcher_class_init (NpFetcherClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_fetcher_finalize;
}

static void
np_fetcher_init (NpFetcher *self)
{
  g_mutex_init (&self->lock);
  self->limits = program_limits;
  self->seats = np_fetch_seats_new ();
  self->refusals = np_fetch_refusals_new ();
  self->private_hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* the monitor listens in the context of the thread that asks first: it has to be one that goes on running */
  self->monitor = g_network_monitor_get_default ();
}

/**
 * np_fetcher_new:
 *
 * Makes a fetcher with the limits of the program. Call it in a thread whose main context goes on running.
 *
 * Returns: (transfer full): a fetcher
 */
NpFetcher *
np_fetcher_new (void)
{
  return g_object_new (NP_TYPE_FETCHER, NULL);
}

/**
 * np_fetcher_new_with_limits:
 * @limits: the limits
 *
 * Returns: (transfer full): a fetcher with limits of its own
 */
NpFetcher *
np_fetcher_new_with_limits (const NpFetchLimits *limits)
{
  NpFetcher *self = np_fetcher_new ();

  self->limits = *limits;
  return self;
}

/**
 * np_fetcher_set_idle_seconds:
 * @self: a fetcher that fetches nothing yet
 * @seconds: how long a site may send nothing
 */
void
np_fetcher_set_idle_seconds (NpFetcher *self, guint seconds)
{
  g_return_if_fail (NP_IS_FETCHER (self));

  self->limits.idle_seconds = seconds;
}

/* Gives @url with what may not stand in an address (RFC 3986) as %XX: pages and people write spaces and any script. */
static char *
escape (const char *url)
{
  GString *out = g_string_sized_new (strlen (url));

  for (const char *p = url; *p != '\0'; p++)
    if (g_ascii_isgraph (*p) && strchr ("\"<>\\^`{|}", *p) == NULL)
      g_string_append_c (out, *p);
    else
      g_string_append_printf (out, "%%%02X", (guchar) *p);
  return g_string_free (out, FALSE);
}

/* Reads an address from outside; only what has a host and may be asked for comes back. */
static GUri *
parse (const char *url, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (url));
  g_autofree char *bare = np_uri_without_fragment (trimmed);
  g_autofree char *escaped = escape (bare);
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

static char *
dup_origin (GUri *uri)
{
  g_autoptr (GUri) origin = g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri),
                                         g_uri_get_port (uri), "/", NULL, NULL);

  return g_uri_to_string (origin);
}

/* Photos are often refused without a referrer; the site is enough. None goes from https to http, as browsers do. */
static char *
dup_referrer (const char *referring_page, GUri *uri)
{
  g_autoptr (GUri) page = referring_page != NULL ? parse (referring_page, NULL) : NULL;

  if (page == NULL
      || (g_str_equal (g_uri_get_scheme (page), "https") && !g_str_equal (g_uri_get_scheme (uri), "https")))
    return NULL;
  return dup_origin (page);
}

static char *
dup_host_key (GUri *uri)
{
  return g_ascii_strdown (g_uri_get_host (uri), -1);
}

/* A page of the user's own network may refer to that network; a public one may not. Looking its name up again would
 * let a public page change its mind about where it lies, so what counts is where it was fetched from. */
static gboolean
page_is_private (NpFetcher *self, const char *referring_page)
{
  g_autoptr (GUri) page = parse (referring_page, NULL);
  g_autofree char *host = page != NULL ? dup_host_key (page) : NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  if (host == NULL)
    return FALSE;
  if (np_fetch_host_is_private (host))
    return TRUE;
  locker = g_mutex_locker_new (&self->lock);
  return g_hash_table_contains (self->private_hosts, host);
}

static void
remember_private_host (NpFetcher *self, GUri *uri)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_hash_table_add (self->private_hosts, dup_host_key (uri));
}

static gboolean
redirects_on (const NpFetchAnswer *answer)
{
  switch (answer->status)
    {
    case SOUP_STATUS_MULTIPLE_CHOICES:
    case SOUP_STATUS_MOVED_PERMANENTLY:
    case SOUP_STATUS_FOUND:
    case SOUP_STATUS_SEE_OTHER:
    case SOUP_STATUS_TEMPORARY_REDIRECT:
    case 308: /* Permanent Redirect, RFC 7538 */
      return answer->location != NULL;
    default:
      return FALSE;
    }
}

/* Goes to where @location says, when that is an address, may be fetched, and was not tried before. */
static gboolean
follow (Fetch *fetch, const char *location, GError **error)
{
  const char *host = g_uri_get_host (fetch->uri);
  g_autofree char *from = g_uri_to_string (fetch->uri);
  g_autofree char *escaped = escape (location);
  g_autofree char *target = np_uri_resolve (from, escaped);
  g_autofree char *reached = NULL;
  g_autoptr (GUri) uri = NULL;

  if (target == NULL)
    {
      g_set_error (error, NP_FETCH_ERROR, NP_FETCH_ERROR_BROKEN, "%s redirects to “%s”, which is not an address", host,
                   escaped);
      return FALSE;
    }
  uri = parse (target, error);
  if (uri == NULL)
    {
      g_prefix_error (error, "%s redirects: ", host);
      return FALSE;
    }
  g_ptr_array_add (fetch->page->redirects, g_steal_pointer (&from));
  reached = g_uri_to_string (uri);
  if (g_ptr_array_find_with_equal_func (fetch->page->redirects, reached, g_str_equal, NULL))
    g_set_error (error, NP_FETCH_ERROR, NP_FETCH_ERROR_REDIRECTS, "%s redirects in a circle", host);
  else if (fetch->page->redirects->len > fetch->fetcher->limits.redirects)
    g_set_error (error, NP_FETCH_ERROR, NP_FETCH_ERROR_REDIRECTS, "%s redirects more than %u times", host,
                 fetch->fetcher->limits.redirects);
  else
    {
      g_uri_unref (fetch->uri);
      fetch->uri = g_steal_pointer (&uri);
      return TRUE;
    }
  return FALSE;
}

static void
take_answer (Fetch *fetch, NpFetchAnswer *answer)
{
  NpPage *page = fetch->page;

  if (answer->bytes != NULL)
    {
      g_bytes_unref (page->bytes);
      page->bytes = g_steal_pointer (&answer->bytes);
    }
  page->status = answer->status;
  page->content_type = g_steal_pointer (&answer->content_type);
  page->charset = g_steal_pointer (&answer->charset);
  page->etag = g_steal_pointer (&answer->etag);
  page->last_modified = g_steal_pointer (&answer->last_modified);
  page->final_url = g_uri_to_string (fetch->uri);
}

/* Whether we have what the server has. */
static gboolean
is_unchanged (const Fetch *fetch, const NpFetchAnswer *answer)
{
  return answer->status == SOUP_STATUS_NOT_MODIFIED
         && (fetch->request.etag != NULL || fetch->request.last_modified != NULL);
}

/* Asks, and goes on asking where it is sent to, until there is a page or an error. */
static gboolean
run (Fetch *fetch, GError **error)
{
  for (;;)
    {
      g_auto (NpFetchAnswer) answer = { 0 };
      g_autofree char *referrer = dup_referrer (fetch->referring_page, fetch->uri);

      fetch->request.referrer = referrer;
      fetch->request.uri = fetch->uri;
      fetch->request.online = g_network_monitor_get_network_available (fetch->fetcher->monitor)
                              || np_fetch_host_is_private (g_uri_get_host (fetch->uri));
      if (!np_fetch_hop_run (fetch->seat, fetch->watch, &fetch->request, &answer, error))
        return FALSE;
      if (answer.was_private && fetch->referring_page == NULL)
        remember_private_host (fetch->fetcher, fetch->uri);
      fetch->request.private_allowed &= answer.was_private;
      if (answer.bytes != NULL || is_unchanged (fetch, &answer))
        {
          take_answer (fetch, &answer);
          return TRUE;
        }
      if (!redirects_on (&answer))
        {
          np_fetch_refusals_add (fetch->fetcher->refusals, fetch->page->url, answer.status, answer.retry_after);
          g_propagate_error (error, np_fetch_cause_from_status (answer.status, g_uri_get_host (fetch->uri)));
          return FALSE;
        }
      if (!follow (fetch, answer.location, error))
        return FALSE;
    }
}

/* Does what @fetch asks for; its request is complete but for its limits. */
static NpPage *
do_fetch (Fetch *fetch, const char *url, GCancellable *cancellable, GError **error)
{
  NpFetcher *self = fetch->fetcher;
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  GMainContext *context;
  gboolean ok;

  fetch->uri = parse (url, error);
  if (fetch->uri == NULL)
    return NULL;
  fetch->request.max_bytes = fetch->request.kind == NP_FETCH_PHOTO ? self->limits.photo_bytes : self->limits.page_bytes;
  fetch->request.private_allowed = fetch->referring_page == NULL || page_is_private (self, fetch->referring_page);
  fetch->request.idle_seconds = self->limits.idle_seconds;
  fetch->page = np_page_new (nothing);
  fetch->page->url = g_strdup (url);

  fetch->seat = np_fetch_seats_take (self->seats);
  context = np_fetch_seat_get_context (fetch->seat);
  g_main_context_push_thread_default (context);
  fetch->watch = np_fetch_watch_new (context, self->limits.idle_seconds, cancellable);
  ok = run (fetch, error);
  np_fetch_watch_free (fetch->watch);
  while (g_main_context_iteration (context, FALSE)) /* connections that are being closed */
    ;
  g_main_context_pop_thread_default (context);
  np_fetch_seats_give_back (self->seats, fetch->seat, ok);

  g_uri_unref (fetch->uri);
  if (!ok)
    g_clear_pointer (&fetch->page, np_page_free);
  return fetch->page;
}

/**
 * np_fetcher_fetch:
 * @self: a fetcher
 * @url: an http or https address; white space around it and a fragment are of no account
 * @kind: what is expected: decides what is asked for and how big it may be
 * @referring_page: (nullable): the address of the page that refers to @url, as the fetch of that page gave it in
 *   `final_url`; the server is told no more of it than its origin
 * @progress: (nullable): called in this thread while bytes come
 * @user_data: for @progress
 * @cancellable: (nullable): ends the fetch at once from any thread
 * @error: return location
 *
 * Fetches @url and blocks until that is done. Safe from any thread, several at once. Redirects are followed (RFC 9110,
 * section 15.4), each checked as the first address was and listed in the page; compression is undone; no cookie is
 * taken or sent. What the user asks for (no @referring_page) may lie anywhere; what a public page refers or redirects
 * to may not be this computer or its network.
 *
 * Returns: (transfer full) (nullable): the page of a success (2xx), maybe of no bytes; else `NULL` with an error of
 *   NP_FETCH_ERROR that names the host and the cause, or G_IO_ERROR_CANCELLED
 */
NpPage *
np_fetcher_fetch (NpFetcher *self, const char *url, NpFetchKind kind, const char *referring_page,
                  NpFetchProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Fetch fetch = { .fetcher = self, .referring_page = referring_page };

  g_return_val_if_fail (NP_IS_FETCHER (self), NULL);
  g_return_val_if_fail (url != NULL, NULL);

  fetch.request = (NpFetchRequest){ .kind = kind, .progress = progress, .progress_data = user_data };
  return do_fetch (&fetch, url, cancellable, error);
}

/**
 * np_fetcher_fetch_changed:
 * @self: a fetcher
 * @url: an http or https address
 * @kind: what is expected
 * @etag: (nullable): of the version that is here already
 * @last_modified: (nullable): of that version, as the server said it
 * @cancellable: (nullable): ends the fetch at once from any thread
 * @error: return location
 *
 * Like np_fetcher_fetch(), but asks for another version than the one that is here (RFC 9110, section 13).
 *
 * Returns: (transfer full) (nullable): the page; of status 304 and without bytes when there is no other version
 */
NpPage *
np_fetcher_fetch_changed (NpFetcher *self, const char *url, NpFetchKind kind, const char *etag,
                          const char *last_modified, GCancellable *cancellable, GError **error)
{
  Fetch fetch = { .fetcher = self };

  g_return_val_if_fail (NP_IS_FETCHER (self), NULL);
  g_return_val_if_fail (url != NULL, NULL);

  fetch.request = (NpFetchRequest){ .kind = kind, .etag = etag, .last_modified = last_modified };
  return do_fetch (&fetch, url, cancellable, error);
}

/**
 * np_fetcher_take_refusal:
 * @self: a fetcher
 * @url: an address that could not be fetched
 * @status: (out): the HTTP status of the last answer
 * @retry_after: (out): in how many seconds the server wants to be asked again (RFC 9110, section 10.2.3); 0 = it does
 *   not say
 *
 * Safe from any thread. What is known of @url is forgotten then.
 *
 * Returns: whether the server had refused it
 */
gboolean
np_fetcher_take_refusal (NpFetcher *self, const char *url, guint *status, guint *retry_after)
{
  g_return_val_if_fail (NP_IS_FETCHER (self) && url != NULL, FALSE);

  return np_fetch_refusals_take (self->refusals, url, status, retry_after);
}
