/* Safe connections: which are refused, and HTTP/2 over those that are good, from many threads. */
#include "fetch/np-fetcher.h"

#include "certificates.h"

#include <libsoup/soup.h>
#include <string.h>

static const NpFetchLimits limits = {
  .idle_seconds = 5, .page_bytes = 1 << 20, .photo_bytes = 1 << 20, .redirects = 10
};

/* A server in a thread of its own. */
typedef struct
{
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  GMutex lock;
  GCond started;
  guint16 port;
  CertificateKind kind;
  gboolean plain;
} Server;

static void
answer (SoupServer *soup, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  const char *body = soup_server_message_get_http_version (message) == SOUP_HTTP_2_0 ? "two" : "one";

  if (g_str_equal (path, "/moved"))
    {
      soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "/");
      return;
    }
  if (g_str_equal (path, "/https-only"))
    soup_message_headers_append (soup_server_message_get_response_headers (message), "Strict-Transport-Security",
                                 "max-age=1000");
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, body, strlen (body));
}

static gpointer
serve (gpointer data)
{
  Server *server = data;
  g_autoptr (GTlsCertificate) certificate = certificate_new (server->kind);
  g_autoptr (SoupServer) soup = NULL;
  g_autoptr (GError) error = NULL;
  GSList *uris;

  g_main_context_push_thread_default (server->context);
  soup = soup_server_new ("tls-certificate", server->plain ? NULL : certificate, NULL);
  soup_server_add_handler (soup, NULL, answer, NULL, NULL);
  soup_server_listen_local (soup, 0, SOUP_SERVER_LISTEN_IPV4_ONLY | (server->plain ? 0 : SOUP_SERVER_LISTEN_HTTPS),
                            &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (soup);
  g_mutex_lock (&server->lock);
  server->port = g_uri_get_port (uris->data);
  g_cond_signal (&server->started);
  g_mutex_unlock (&server->lock);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_loop_run (server->loop);
  soup_server_disconnect (soup);
  g_main_context_pop_thread_default (server->context);
  return NULL;
}

static void
server_start (Server *server)
{
  server->context = g_main_context_new ();
  server->loop = g_main_loop_new (server->context, FALSE);
  g_mutex_init (&server->lock);
  g_cond_init (&server->started);
  server->thread = g_thread_new ("server", serve, server);
  g_mutex_lock (&server->lock);
  while (server->port == 0)
    g_cond_wait (&server->started, &server->lock);
  g_mutex_unlock (&server->lock);
}

static void
server_stop (Server *server)
{
  g_main_loop_quit (server->loop);
  g_thread_join (server->thread);
  g_main_loop_unref (server->loop);
  g_main_context_unref (server->context);
  g_mutex_clear (&server->lock);
  g_cond_clear (&server->started);
}

static char *
fetch (NpFetcher *fetcher, const char *scheme, const char *host, const Server *server, const char *path, GError **error)
{
  g_autofree char *url = g_strdup_printf ("%s://%s:%u%s", scheme, host, server->port, path);
  g_autoptr (NpPage) page = np_fetcher_fetch (fetcher, url, NP_FETCH_PAGE, NULL, NULL, NULL, NULL, error);

  return page != NULL ? g_strndup (g_bytes_get_data (page->bytes, NULL), g_bytes_get_size (page->bytes)) : NULL;
}

static void
test_refused (void)
{
  Server safe = { 0 }, other = { .kind = CERTIFICATE_OF_ANOTHER_HOST }, plain = { .plain = TRUE };
  g_autoptr (NpFetcher) fetcher = np_fetcher_new_with_limits (&limits);
  g_autoptr (GError) error = NULL;

  server_start (&safe);
  server_start (&other);
  server_start (&plain);
  g_assert_null (fetch (fetcher, "https", "127.0.0.1", &safe, "/", &error)); /* signed by nobody */
  g_assert_error (error, NP_FETCH_ERROR, NP_FETCH_ERROR_TLS);
  g_assert_nonnull (strstr (error->message, "trusts"));
  g_clear_error (&error);
  g_assert_null (fetch (fetcher, "https", "127.0.0.1", &plain, "/", &error)); /* no TLS at all */
  g_assert_nonnull (error);
  g_assert_true (error->domain == NP_FETCH_ERROR);
  g_test_message ("%s", error->message);
  g_clear_error (&error);

  certificates_trust ();
  g_assert_null (fetch (fetcher, "https", "127.0.0.1", &other, "/", &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, NP_FETCH_ERROR, NP_FETCH_ERROR_TLS);
  g_assert_nonnull (strstr (error->message, "another host"));
  server_stop (&safe);
  server_stop (&other);
  server_stop (&plain);
}

typedef struct
{
  NpFetcher *fetcher;
  Server *server;
} Work;

static gpointer
fetch_some (gpointer data)
{
  Work *work = data;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *body =
          fetch (work->fetcher, "https", "127.0.0.1", work->server, i % 5 == 4 ? "/moved" : "/", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (body, ==, "two");
    }
  return NULL;
}

/* Connections are left by one thread and taken up by the next. */
static void
test_http2 (void)
{
  Server server = { 0 };
  g_autoptr (NpFetcher) fetcher = np_fetcher_new_with_limits (&limits);
  Work work = { fetcher, &server };
  GThread *threads[6];

  certificates_trust ();
  server_start (&server);
  fetch_some (&work);
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("fetch", fetch_some, &work);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);
    }
  for (guint i = 0; i < 5; i++)
    g_thread_join (g_thread_new ("fetch", fetch_some, &work));
  g_clear_object (&fetcher);
  server_stop (&server);
}

/* A site that once said over TLS that it wants https alone is asked so from then on, also after a restart, whatever was
 * typed. What a site says without TLS anybody may have said. */
static void
test_https_only (void)
{
  Server safe = { 0 }, plain = { .plain = TRUE };
  g_autofree char *file = g_build_filename (g_get_user_state_dir (), "https-only", NULL);

  certificates_trust ();
  server_start (&safe);
  server_start (&plain);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (NpFetcher) fetcher = np_fetcher_new_with_limits (&limits);
      g_autoptr (GError) error = NULL;
      g_autofree char *typed = NULL, *told = NULL, *again = NULL;

      np_fetcher_set_hsts_file (fetcher, file);
      if (round == 0)
        {
          g_free (fetch (fetcher, "http", "localhost", &plain, "/https-only", &error));
          g_assert_no_error (error);
          again = fetch (fetcher, "http", "localhost", &plain, "/", &error);
          g_assert_no_error (error);
          g_assert_cmpstr (again, ==, "one");
          g_assert_null (fetch (fetcher, "http", "localhost", &safe, "/", NULL));
          told = fetch (fetcher, "https", "localhost", &safe, "/https-only", &error);
          g_assert_no_error (error);
        }
      typed = fetch (fetcher, "http", "localhost", &safe, "/", &error);
      g_assert_no_error (error);
      g_assert_cmpstr (typed, ==, "two");
    }
  server_stop (&safe);
  server_stop (&plain);
}

int
main (int argc, char **argv)
{
  g_setenv ("SOUP_SERVER_HTTP2", "1", TRUE); /* libsoup's server has it, but off */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fetch/tls/refused", test_refused);
  g_test_add_func ("/fetch/tls/https-only", test_https_only);
  g_test_add_func ("/fetch/tls/http2", test_http2);
  return g_test_run ();
}
