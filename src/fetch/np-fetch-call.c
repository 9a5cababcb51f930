#include "fetch/np-fetch-call.h"

#define CHUNK (64 * 1024)

/* As long as a call that was cancelled has to end; then its wires are cut, and then it is given up. */
#define CANCEL_TIME (G_USEC_PER_SEC / 2)

/* One call. Held by the one who waits and by the callback, which may come later than anyone waits, or never: libsoup
 * 3.2 forgets calls over HTTP/2 connections whose server breaks off in the middle of a frame. */
typedef struct
{
  guint refs;
  gboolean done;
  GInputStream *stream; /* (nullable) */
  char **proxies;       /* (nullable) */
  gssize got;
  char *buffer;  /* (nullable) what is read into */
  GError *error; /* (nullable) */
} Call;

static Call *
call_new (void)
{
  Call *call = g_new0 (Call, 1);

  call->refs = 2;
  return call;
}

static void
call_unref (Call *call)
{
  if (--call->refs > 0)
    return;
  g_clear_object (&call->stream);
  g_clear_pointer (&call->proxies, g_strfreev);
  g_clear_error (&call->error);
  g_free (call->buffer);
  g_free (call);
}

/* Runs the seat's context until the call has ended, or is given up. The watch wakes it now and then. */
static void
wait (Call *call, NpFetchSeat *seat, NpFetchWatch *watch)
{
  gint64 stopped = 0;

  while (!call->done)
    {
      g_main_context_iteration (np_fetch_seat_get_context (seat), TRUE);
      if (call->done || np_fetch_watch_get_reason (watch) == NP_FETCH_WATCH_NOTHING)
        continue;
      if (stopped == 0)
        stopped = g_get_monotonic_time ();
      else if (g_get_monotonic_time () - stopped > 2 * CANCEL_TIME)
        return;
      else if (g_get_monotonic_time () - stopped > CANCEL_TIME)
        np_fetch_seat_cut (seat);
    }
}

/* What the call says went wrong; of one that was given up the watch says why. */
static gboolean
check (Call *call, GError **error)
{
  if (call->done && call->error == NULL)
    return TRUE;
  if (call->done)
    g_propagate_error (error, g_steal_pointer (&call->error));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Given up");
  return FALSE;
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Call *call = user_data;

  call->stream = soup_session_send_finish (SOUP_SESSION (source), result, &call->error);
  call->done = TRUE;
  call_unref (call);
}

/**
 * np_fetch_call_send:
 * @seat: where to run
 * @watch: ends it
 * @message: what to send
 * @error: what libsoup or GIO said
 *
 * Returns: (transfer full) (nullable): the body of the answer
 */
GInputStream *
np_fetch_call_send (NpFetchSeat *seat, NpFetchWatch *watch, SoupMessage *message, GError **error)
{
  Call *call = call_new ();
  GInputStream *stream = NULL;

  soup_session_send_async (np_fetch_seat_get_session (seat), message, G_PRIORITY_DEFAULT,
                           np_fetch_watch_get_cancellable (watch), on_sent, call);
  wait (call, seat, watch);
  if (check (call, error))
    stream = g_steal_pointer (&call->stream);
  call_unref (call);
  return stream;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Call *call = user_data;

  call->got = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &call->error);
  call->done = TRUE;
  call_unref (call);
}

/**
 * np_fetch_call_read:
 * @seat: where to run
 * @watch: ends it
 * @stream: of np_fetch_call_send()
 * @body: what was read so far; gets a piece more
 * @error: what libsoup or GIO said
 *
 * Returns: how many bytes came, 0 at the end, -1 on error
 */
gssize
np_fetch_call_read (NpFetchSeat *seat, NpFetchWatch *watch, GInputStream *stream, GByteArray *body, GError **error)
{
  Call *call = call_new ();
  gssize got = -1;

  call->buffer = g_malloc (CHUNK);
  g_input_stream_read_async (stream, call->buffer, CHUNK, G_PRIORITY_DEFAULT, np_fetch_watch_get_cancellable (watch),
                             on_read, call);
  wait (call, seat, watch);
  if (check (call, error))
    {
      got = call->got;
      g_byte_array_append (body, (const guint8 *) call->buffer, (guint) got);
    }
  call_unref (call);
  return got;
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Call *call = user_data;

  g_input_stream_close_finish (G_INPUT_STREAM (source), result, &call->error);
  call->done = TRUE;
  call_unref (call);
}

/**
 * np_fetch_call_close:
 * @seat: where to run
 * @watch: ends it
 * @stream: (transfer full) (nullable): of np_fetch_call_send()
 *
 * Lets go of the body of an answer, read or not; its connection hears of it by that alone when it is one of HTTP/2.
 */
void
np_fetch_call_close (NpFetchSeat *seat, NpFetchWatch *watch, GInputStream *stream)
{
  Call *call;

  if (stream == NULL)
    return;
  call = call_new ();
  g_input_stream_close_async (stream, G_PRIORITY_DEFAULT, np_fetch_watch_get_cancellable (watch), on_closed, call);
  wait (call, seat, watch);
  call_unref (call);
  g_object_unref (stream);
}

static void
on_proxies (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Call *call = user_data;

  call->proxies = g_proxy_resolver_lookup_finish (G_PROXY_RESOLVER (source), result, NULL);
  call->done = TRUE;
  call_unref (call);
}

/**
 * np_fetch_call_find_proxies:
 * @seat: where to run
 * @watch: ends it
 * @uri: an address
 *
 * Returns: (transfer full) (nullable): what the way to @uri leads over, as of g_proxy_resolver_lookup()
 */
char **
np_fetch_call_find_proxies (NpFetchSeat *seat, NpFetchWatch *watch, const char *uri)
{
  Call *call = call_new ();
  char **proxies;

  g_proxy_resolver_lookup_async (g_proxy_resolver_get_default (), uri, np_fetch_watch_get_cancellable (watch),
                                 on_proxies, call);
  wait (call, seat, watch);
  proxies = g_steal_pointer (&call->proxies);
  call_unref (call);
  return proxies;
}
