/* Who may lead to an address of this computer. Loopback stands for all private addresses. */
#include "fetch/np-fetcher.h"

#include "misbehaviour.h"

#include <string.h>

static const NpFetchLimits limits = { .idle_seconds = 2, .page_bytes = 1000, .photo_bytes = 1000, .redirects = 10 };

/* A name server to which every name is loopback, as an attacker's may be. */
typedef struct
{
  GResolver parent_instance;
} LoopbackResolver;

typedef struct
{
  GResolverClass parent_class;
} LoopbackResolverClass;

GType loopback_resolver_get_type (void);
G_DEFINE_TYPE (LoopbackResolver, loopback_resolver, G_TYPE_RESOLVER)

static void
lookup_async (GResolver *resolver, const char *name, GResolverNameLookupFlags flags, GCancellable *cancellable,
              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);
  GInetAddress *address = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);

  if (flags & G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY)
    {
      g_object_unref (address);
      g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "no such name");
    }
  else
    g_task_return_pointer (task, g_list_prepend (NULL, address), (GDestroyNotify) g_resolver_free_addresses);
}

static GList *
lookup_finish (GResolver *resolver, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
loopback_resolver_class_init (LoopbackResolverClass *class)
{
  G_RESOLVER_CLASS (class)->lookup_by_name_with_flags_async = lookup_async;
  G_RESOLVER_CLASS (class)->lookup_by_name_with_flags_finish = lookup_finish;
}

static void
loopback_resolver_init (LoopbackResolver *self)
{
}

static void
check (NpFetcher *fetcher, const char *url, const char *referring_page, int error_code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpPage) page = np_fetcher_fetch (fetcher, url, NP_FETCH_PHOTO, referring_page, NULL, NULL, NULL, &error);

  g_test_message ("%s from %s: %s", url, referring_page, error != NULL ? error->message : "ok");
  if (error_code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, NP_FETCH_ERROR, error_code);
}

static void
test_figures (void)
{
  g_autoptr (RawServer) server = raw_server_new (misbehave, NULL, NULL);
  g_autoptr (NpFetcher) fetcher = np_fetcher_new_with_limits (&limits);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/ok", raw_server_get_port (server));
  static const struct
  {
    const char *referring_page;
    int error;
  } rows[] = {
    { NULL, -1 },
    { "http://127.0.0.1/page", -1 },
    { "http://192.168.7.7/page", -1 },
    { "http://[fd00::1]/page", -1 },
    { "http://localhost/page", -1 },
    { "http://93.184.216.34/page", NP_FETCH_ERROR_PRIVATE },
    { "https://public.example/page", NP_FETCH_ERROR_PRIVATE },
    { "not an address", NP_FETCH_ERROR_PRIVATE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    check (fetcher, url, rows[i].referring_page, rows[i].error);
}

/* A name that hides a private address is found out before anything is sent; the user may ask for it nevertheless, and
 * then its pages may refer to it. */
static void
test_names (void)
{
  g_autoptr (RawServer) server = raw_server_new (misbehave, NULL, NULL);
  g_autoptr (NpFetcher) fetcher = np_fetcher_new_with_limits (&limits);
  g_autofree char *url = g_strdup_printf ("http://hidden.example:%u/ok", raw_server_get_port (server));
  g_autoptr (GResolver) before = g_resolver_get_default ();
  g_autoptr (GResolver) loopback = g_object_new (loopback_resolver_get_type (), NULL);

  g_resolver_set_default (loopback);
  check (fetcher, url, "http://93.184.216.34/page", NP_FETCH_ERROR_PRIVATE);
  check (fetcher, url, "http://hidden.example/page", NP_FETCH_ERROR_PRIVATE);
  check (fetcher, url, NULL, -1);
  check (fetcher, url, "http://Hidden.example/page", -1);
  check (fetcher, url, "http://93.184.216.34/page", NP_FETCH_ERROR_PRIVATE);
  g_resolver_set_default (before);
}

/* What the user may ask for is a setting; a redirect within the own network goes the same way. */
static void
test_own_network (void)
{
  g_autoptr (RawServer) server = raw_server_new (misbehave, NULL, NULL);
  g_autoptr (NpFetcher) fetcher = np_fetcher_new_with_limits (&limits);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/ok", raw_server_get_port (server));

  np_fetcher_set_own_network (fetcher, FALSE);
  check (fetcher, url, NULL, NP_FETCH_ERROR_OWN_NETWORK);
  check (fetcher, url, "http://127.0.0.1/page", NP_FETCH_ERROR_PRIVATE);
  np_fetcher_set_own_network (fetcher, TRUE);
  check (fetcher, url, NULL, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fetch/private/figures", test_figures);
  g_test_add_func ("/fetch/private/names", test_names);
  g_test_add_func ("/fetch/private/own-network", test_own_network);
  return g_test_run ();
}
