#include "fetch/np-fetcher.h"

#include "base/np-uri.h"
#include "fetch/np-fetch-address.h"
#include "fetch/np-fetch-cause.h"
#include "fetch/np-fetch-hop.h"
#include "fetch/np-fetch-hsts.h"
#include "fetch/np-fetch-policy.h"
#include "fetch/np-fetch-refusals.h"
#include "fetch/np-fetch-uri.h"

static const NpFetchLimits program_limits = {
  .idle_seconds = 30, .page_bytes = 20 << 20, .photo_bytes = 40 << 20, .redirects = 10
};

struct _NpFetcher
{
  GObject parent_instance;

  NpFetchLimits limits;
  NpFetchSeats *seats;
  GNetworkMonitor *monitor;
  NpFetchRefusals *refusals;
  NpFetchHsts *hsts;
  NpFetchPolicy *policy;
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
  g_clear_pointer (&self->hsts, np_fetch_hsts_free);
  g_clear_pointer (&self->policy, np_fetch_policy_free);
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
  self->limits = program_limits;
  self->seats = np_fetch_seats_new ();
  self->refusals = np_fetch_refusals_new ();
  self->hsts = np_fetch_hsts_new ();
  self->policy = np_fetch_policy_new ();
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

/**
 * np_fetcher_set_user_agent:
 * @self: a fetcher
 * @user_agent: (nullable): what to call the program (RFC 9110, section 10.1.5); `NULL` or empty: by its name
 *
 * From the next fetch on. What may not stand in a header is left out. Safe from any thread.
 */
void
np_fetcher_set_user_agent (NpFetcher *self, const char *user_agent)
{
  g_return_if_fail (NP_IS_FETCHER (self));

  np_fetch_policy_set_user_agent (self->policy, user_agent);
}

/**
 * np_fetcher_set_own_network:
 * @self: a fetcher
 * @allowed: whether the user may ask for addresses of this computer and its network; what a public page leads to never
 *   may be one
 *
 * From the next fetch on; allowed unless it is set. Safe from any thread.
 */
void
np_fetcher_set_own_network (NpFetcher *self, gboolean allowed)
{
  g_return_if_fail (NP_IS_FETCHER (self));

  np_fetch_policy_set_own_network (self->policy, allowed);
}

/**
 * np_fetcher_set_hsts_file:
 * @self: a fetcher
 * @path: where to remember which sites want https alone (RFC 6797)
 *
 * Without this they are remembered as long as @self lives.
 */
void
np_fetcher_set_hsts_file (NpFetcher *self, const char *path)
{
  g_return_if_fail (NP_IS_FETCHER (self) && path != NULL);

  np_fetch_hsts_set_file (self->hsts, path);
}

/* Goes to the safe address of a site that wants no other. */
static void
upgrade (Fetch *fetch)
{
  g_autofree char *host = np_fetch_uri_dup_host (fetch->uri);
  GUri *safe;

  if (!g_str_equal (g_uri_get_scheme (fetch->uri), "http")
      || !np_fetch_hsts_has (fetch->fetcher->hsts, host, g_get_real_time () / G_USEC_PER_SEC))
    return;
  safe = np_fetch_uri_to_https (fetch->uri);
  g_uri_unref (fetch->uri);
  fetch->uri = safe;
}

static void
learn (Fetch *fetch, const NpFetchAnswer *answer)
{
  g_autofree char *host = np_fetch_uri_dup_host (fetch->uri);

  if (answer->https_only != NULL)
    np_fetch_hsts_learn (fetch->fetcher->hsts, host, answer->https_only, g_get_real_time () / G_USEC_PER_SEC);
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
  g_autofree char *escaped = np_fetch_uri_escape (location);
  g_autofree char *target = np_uri_resolve (from, escaped);
  g_autofree char *reached = NULL;
  g_autoptr (GUri) uri = NULL;

  if (target == NULL)
    {
      g_set_error (error, NP_FETCH_ERROR, NP_FETCH_ERROR_BROKEN, "%s redirects to “%s”, which is not an address", host,
                   escaped);
      return FALSE;
    }
  uri = np_fetch_uri_parse (target, error);
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

      upgrade (fetch);
      fetch->request.uri = fetch->uri;
      fetch->request.online = g_network_monitor_get_network_available (fetch->fetcher->monitor)
                              || np_fetch_host_is_private (g_uri_get_host (fetch->uri));
      if (!np_fetch_hop_run (fetch->seat, fetch->watch, &fetch->request, &answer, error))
        return FALSE;
      learn (fetch, &answer);
      if (answer.was_private && fetch->referring_page == NULL)
        np_fetch_policy_add_private (fetch->fetcher->policy, fetch->uri);
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

/* The user's own address, not one that a page led to: then it is the settings that stand in the way. */
static void
explain_private (const Fetch *fetch, GError **error)
{
  if (error == NULL || !g_error_matches (*error, NP_FETCH_ERROR, NP_FETCH_ERROR_PRIVATE)
      || fetch->referring_page != NULL || fetch->page->redirects->len > 0)
    return;
  g_clear_error (error);
  g_set_error (error, NP_FETCH_ERROR, NP_FETCH_ERROR_OWN_NETWORK,
               "%s is this computer or one of its own network, which the settings do not allow",
               g_uri_get_host (fetch->uri));
}

/* Does what @fetch asks for; its request is complete but for its limits. */
static NpPage *
do_fetch (Fetch *fetch, const char *url, GCancellable *cancellable, GError **error)
{
  NpFetcher *self = fetch->fetcher;
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  GMainContext *context;
  gboolean ok;

  fetch->uri = np_fetch_uri_parse (url, error);
  if (fetch->uri == NULL)
    return NULL;
  fetch->request.max_bytes = fetch->request.kind == NP_FETCH_PHOTO ? self->limits.photo_bytes : self->limits.page_bytes;
  fetch->request.private_allowed = np_fetch_policy_may_be_private (self->policy, fetch->referring_page);
  fetch->request.idle_seconds = self->limits.idle_seconds;
  fetch->page = np_page_new (nothing);
  fetch->page->url = g_strdup (url);

  fetch->seat = np_fetch_seats_take (self->seats);
  np_fetch_policy_apply (self->policy, fetch->seat);
  context = np_fetch_seat_get_context (fetch->seat);
  g_main_context_push_thread_default (context);
  fetch->watch = np_fetch_watch_new (context, self->limits.idle_seconds, self->limits.total_seconds, cancellable);
  ok = run (fetch, error);
  if (!ok)
    explain_private (fetch, error);
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
 *   `final_url`; the server is told nothing of it
 * @progress: (nullable): called in this thread while bytes come
 * @user_data: for @progress
 * @cancellable: (nullable): ends the fetch at once from any thread
 * @error: return location
 *
 * Fetches @url and blocks until that is done. Safe from any thread, several at once. Redirects are followed (RFC 9110,
 * section 15.4), each checked as the first address was and listed in the page; compression is undone; no cookie is
 * taken or sent, and no referrer. What the user asks for (no @referring_page) may lie anywhere; what a public page
 * refers or redirects to may not be this computer or its network.
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
 * @referring_page: (nullable): the address of the page that refers to @url
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
np_fetcher_fetch_changed (NpFetcher *self, const char *url, NpFetchKind kind, const char *referring_page,
                          const char *etag, const char *last_modified, GCancellable *cancellable, GError **error)
{
  Fetch fetch = { .fetcher = self, .referring_page = referring_page };

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
