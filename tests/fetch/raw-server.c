#include "raw-server.h"

#include <string.h>

struct _RawServer
{
  GSocketListener *listener;
  GCancellable *stop;
  GThread *thread;
  GTlsCertificate *certificate; /* (nullable) owned */
  char **protocols;             /* (nullable) */
  gboolean mute;                /* reads nothing by itself */
  guint16 port;
  RawHandler handler;
  gpointer user_data;
  GAsyncQueue *threads; /* GThread* of the connections, to be joined */
};

typedef struct
{
  RawServer *server;
  GIOStream *stream;
} Connection;

static char *
read_head (GIOStream *stream, GCancellable *stop)
{
  GString *head = g_string_new (NULL);
  GInputStream *in = g_io_stream_get_input_stream (stream);
  char c;

  while (strstr (head->str, "\r\n\r\n") == NULL && g_input_stream_read (in, &c, 1, stop, NULL) == 1)
    g_string_append_c (head, c);
  return g_string_free (head, FALSE);
}

static gpointer
serve (gpointer data)
{
  g_autofree Connection *connection = data;
  RawServer *server = connection->server;
  g_autoptr (GIOStream) stream = connection->stream;
  g_autoptr (GIOStream) tls = NULL;
  g_autofree char *head = NULL;
  g_auto (GStrv) words = NULL;

  if (server->certificate != NULL)
    {
      tls = g_tls_server_connection_new (stream, server->certificate, NULL);
      if (server->protocols != NULL)
        g_tls_connection_set_advertised_protocols (G_TLS_CONNECTION (tls), (const char *const *) server->protocols);
      if (!g_tls_connection_handshake (G_TLS_CONNECTION (tls), server->stop, NULL))
        return NULL;
    }
  head = server->mute ? g_strdup ("") : read_head (tls != NULL ? tls : stream, server->stop);
  words = server->mute ? g_strsplit ("  ", " ", 3) : g_strsplit (head, " ", 3);
  if (g_strv_length (words) == 3)
    {
      RawRequest request = { .server = server,
                             .stream = tls != NULL ? tls : stream,
                             .out = g_io_stream_get_output_stream (tls != NULL ? tls : stream),
                             .head = head,
                             .path = words[1] };
      server->handler (&request, server->user_data);
    }
  g_io_stream_close (tls != NULL ? tls : stream, NULL, NULL);
  return NULL;
}

static gpointer
accept_all (gpointer data)
{
  RawServer *server = data;

  for (;;)
    {
      GSocketConnection *stream = g_socket_listener_accept (server->listener, NULL, server->stop, NULL);
      Connection *connection;

      if (stream == NULL)
        return NULL;
      connection = g_new (Connection, 1);
      *connection = (Connection){ .server = server, .stream = G_IO_STREAM (stream) };
      g_async_queue_push (server->threads, g_thread_new ("connection", serve, connection));
    }
}

static RawServer *
make_server (RawHandler handler, gpointer user_data, GTlsCertificate *certificate, const char *const *protocols,
             gboolean mute)
{
  RawServer *server = g_new0 (RawServer, 1);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  server->listener = g_socket_listener_new ();
  server->stop = g_cancellable_new ();
  server->certificate = certificate != NULL ? g_object_ref (certificate) : NULL;
  server->protocols = g_strdupv ((char **) protocols);
  server->mute = mute;
  server->handler = handler;
  server->user_data = user_data;
  server->threads = g_async_queue_new ();
  g_socket_listener_add_address (server->listener, any, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &address,
                                 &error);
  g_assert_no_error (error);
  server->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
  server->thread = g_thread_new ("server", accept_all, server);
  return server;
}

RawServer *
raw_server_new (RawHandler handler, gpointer user_data, GTlsCertificate *certificate)
{
  return make_server (handler, user_data, certificate, NULL, FALSE);
}

/* A server that leaves all reading to @handler, also of what no HTTP/1 is; @protocols are those of ALPN. */
RawServer *
raw_server_new_mute (RawHandler handler, gpointer user_data, GTlsCertificate *certificate, const char *const *protocols)
{
  return make_server (handler, user_data, certificate, protocols, TRUE);
}

void
raw_server_free (RawServer *server)
{
  GThread *thread;

  g_cancellable_cancel (server->stop);
  g_thread_join (server->thread);
  while ((thread = g_async_queue_try_pop (server->threads)) != NULL)
    g_thread_join (thread);
  g_async_queue_unref (server->threads);
  g_object_unref (server->listener);
  g_object_unref (server->stop);
  g_clear_object (&server->certificate);
  g_strfreev (server->protocols);
  g_free (server);
}

guint16
raw_server_get_port (RawServer *server)
{
  return server->port;
}

gboolean
raw_send_bytes (RawRequest *request, const void *bytes, gsize length)
{
  return g_output_stream_write_all (request->out, bytes, length, NULL, request->server->stop, NULL);
}

gboolean
raw_send (RawRequest *request, const char *text)
{
  return raw_send_bytes (request, text, strlen (text));
}

gboolean
raw_read (RawRequest *request, void *bytes, gsize length)
{
  gsize got = 0;

  return g_input_stream_read_all (g_io_stream_get_input_stream (request->stream), bytes, length, &got,
                                  request->server->stop, NULL)
         && got == length;
}

/* Waits; FALSE when the server is being stopped. */
gboolean
raw_sleep (RawRequest *request, guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    {
      if (g_cancellable_is_cancelled (request->server->stop))
        return FALSE;
      g_usleep (10 * G_TIME_SPAN_MILLISECOND);
    }
  return TRUE;
}

/* A port of loopback at which nobody listens. */
guint16
raw_unused_port (void)
{
  g_autoptr (GSocket) socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr (GSocketAddress) address = NULL;

  g_assert_true (g_socket_bind (socket, any, FALSE, NULL));
  address = g_socket_get_local_address (socket, NULL);
  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
}
