/* A server on loopback that sends exactly what it is told, byte by byte if need be: for answers no real one gives. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RawServer RawServer;

/* One connection. Runs in a thread of its own; the connection is closed when it returns. */
typedef struct
{
  RawServer *server;
  GIOStream *stream;
  GOutputStream *out;
  const char *head; /* the whole request head; "" of a server that does not read it */
  const char *path; /* with query; "" as well */
} RawRequest;

typedef void (*RawHandler) (RawRequest *request, gpointer user_data);

RawServer *raw_server_new (RawHandler handler, gpointer user_data, GTlsCertificate *certificate);
RawServer *raw_server_new_mute (RawHandler handler, gpointer user_data, GTlsCertificate *certificate,
                                const char *const *protocols);
void raw_server_free (RawServer *server);
guint16 raw_server_get_port (RawServer *server);

gboolean raw_send (RawRequest *request, const char *text);
gboolean raw_send_bytes (RawRequest *request, const void *bytes, gsize length);
gboolean raw_read (RawRequest *request, void *bytes, gsize length);
gboolean raw_sleep (RawRequest *request, guint milliseconds);
guint16 raw_unused_port (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawServer, raw_server_free)

G_END_DECLS
