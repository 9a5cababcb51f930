/* HTTP/2 (RFC 9113) as no server should speak it, in frames made by hand. */
#include "misbehaviour.h"

#include <string.h>

#define PREFACE_BYTES 24
#define FRAME_BYTES   9

typedef enum
{
  FRAME_DATA = 0,
  FRAME_HEADERS = 1,
  FRAME_RST_STREAM = 3,
  FRAME_SETTINGS = 4,
  FRAME_PUSH_PROMISE = 5,
  FRAME_PING = 6,
  FRAME_GOAWAY = 7,
  FRAME_WINDOW_UPDATE = 8,
  FRAME_CONTINUATION = 9
} FrameType;

#define END_STREAM  1
#define END_HEADERS 4

/* ":status: 200" of the static table, and "content-type: text/html" (RFC 7541, appendix A). */
static const guint8 ok_headers[] = { 0x88, 0x0f, 0x10, 0x09, 't', 'e', 'x', 't', '/', 'h', 't', 'm', 'l' };

static gboolean
send_frame (RawRequest *request, FrameType type, guint flags, guint32 stream, const void *payload, gsize length)
{
  guint8 head[FRAME_BYTES] = { length >> 16 & 0xff, length >> 8 & 0xff, length & 0xff,
                               (guint8) type,       (guint8) flags,     stream >> 24 & 0xff,
                               stream >> 16 & 0xff, stream >> 8 & 0xff, stream & 0xff };

  return raw_send_bytes (request, head, sizeof head) && (length == 0 || raw_send_bytes (request, payload, length));
}

static void
send_error (RawRequest *request, FrameType type, guint32 stream, guint8 code)
{
  const guint8 payload[8] = { [3] = type == FRAME_RST_STREAM ? code : 0, [7] = code };

  send_frame (request, type, 0, stream, payload, type == FRAME_RST_STREAM ? 4 : 8);
}

/* Reads up to the request; gives its stream, 0 when there is none. */
static guint32
read_request (RawRequest *request)
{
  guint8 head[FRAME_BYTES];
  g_autofree guint8 *rest = g_malloc (1 << 16);

  if (!raw_read (request, rest, PREFACE_BYTES))
    return 0;
  while (raw_read (request, head, sizeof head))
    {
      gsize length = (gsize) head[0] << 16 | head[1] << 8 | head[2];

      if (length > 1 << 16 || !raw_read (request, rest, length))
        return 0;
      if (head[3] == FRAME_HEADERS)
        return (guint32) (head[5] & 0x7f) << 24 | head[6] << 16 | head[7] << 8 | head[8];
    }
  return 0;
}

static void
send_ok (RawRequest *request, guint32 stream)
{
  send_frame (request, FRAME_HEADERS, END_HEADERS, stream, ok_headers, sizeof ok_headers);
}

static void
send_text (RawRequest *request, guint flags, guint32 stream, const char *text)
{
  send_frame (request, FRAME_DATA, flags, stream, text, strlen (text));
}

/* Frames without end, of which none says anything. */
static void
flood (RawRequest *request, FrameType type, guint flags, guint32 stream, const void *payload, gsize length)
{
  while (send_frame (request, type, flags, stream, payload, length) && raw_sleep (request, 1))
    ;
}

/* One long header, kept in the table and named ten thousand times. */
static void
send_header_bomb (RawRequest *request, guint32 stream)
{
  g_autoptr (GByteArray) block = g_byte_array_new ();
  g_autofree char *value = g_strnfill (3900, 'v');
  /* a new name of one letter, a value of 3900 bytes; then the newest entry again and again */
  const guint8 literal[] = { 0x40, 0x01, 'x', 0x7f, 0xbd, 0x1d };
  guint8 again[10000];

  memset (again, 0xbe, sizeof again);
  g_byte_array_append (block, ok_headers, sizeof ok_headers);
  g_byte_array_append (block, literal, sizeof literal);
  g_byte_array_append (block, (const guint8 *) value, 3900);
  g_byte_array_append (block, again, sizeof again);
  send_frame (request, FRAME_HEADERS, END_HEADERS, stream, block->data, block->len);
  raw_sleep (request, 20000);
}

static gboolean
misuse_stream (RawRequest *request, const char *what, guint32 stream, const char *body)
{
  static const guint8 cut_length[] = { 0x88, 0x0f, 0x0d, 0x05, '9', '9', '9', '9', '9' };
  static const guint8 no_status[] = { 0x0f, 0x10, 0x09, 't', 'e', 'x', 't', '/', 'h', 't', 'm', 'l' };
  static const guint8 bad_table[] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f };
  static const guint8 promise[] = { 0, 0, 0, 2, 0x82 };

  if (g_str_equal (what, "h2-story"))
    {
      send_ok (request, stream);
      send_text (request, END_STREAM, stream, body);
      raw_sleep (request, 500);
    }
  else if (g_str_equal (what, "h2-reset"))
    send_error (request, FRAME_RST_STREAM, stream, 2);
  else if (g_str_equal (what, "h2-reset-midway"))
    {
      send_ok (request, stream);
      send_text (request, 0, stream, "<p>It began");
      send_error (request, FRAME_RST_STREAM, stream, 8);
    }
  else if (g_str_equal (what, "h2-cut"))
    {
      send_ok (request, stream);
      send_text (request, 0, stream, "<p>It began");
    }
  else if (g_str_equal (what, "h2-too-short"))
    {
      send_frame (request, FRAME_HEADERS, END_HEADERS, stream, cut_length, sizeof cut_length);
      send_text (request, END_STREAM, stream, "<p>It began");
      raw_sleep (request, 500);
    }
  else if (g_str_equal (what, "h2-no-status"))
    send_frame (request, FRAME_HEADERS, END_HEADERS | END_STREAM, stream, no_status, sizeof no_status);
  else if (g_str_equal (what, "h2-bad-headers"))
    send_frame (request, FRAME_HEADERS, END_HEADERS, stream, bad_table, sizeof bad_table);
  else if (g_str_equal (what, "h2-header-bomb"))
    send_header_bomb (request, stream);
  else if (g_str_equal (what, "h2-push"))
    send_frame (request, FRAME_PUSH_PROMISE, END_HEADERS, stream, promise, sizeof promise);
  else if (g_str_equal (what, "h2-data-first"))
    send_text (request, END_STREAM, stream, body);
  else if (g_str_equal (what, "h2-stall"))
    {
      send_ok (request, stream);
      raw_sleep (request, 20000);
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
misuse_connection (RawRequest *request, const char *what, guint32 stream)
{
  static const guint8 huge_frame[FRAME_BYTES + 8] = { 0xff, 0xff, 0xff, FRAME_DATA, 0, 0, 0, 0, 1 };
  const guint8 zeros[16384] = { 0 };

  if (g_str_equal (what, "h2-goaway"))
    send_error (request, FRAME_GOAWAY, 0, 11);
  else if (g_str_equal (what, "h2-silent"))
    raw_sleep (request, 20000);
  else if (g_str_equal (what, "h2-garbage"))
    raw_send (request, "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff");
  else if (g_str_equal (what, "h2-http1"))
    raw_send (request, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nstory");
  else if (g_str_equal (what, "h2-huge-frame"))
    raw_send_bytes (request, huge_frame, sizeof huge_frame);
  else if (g_str_equal (what, "h2-window-zero"))
    send_frame (request, FRAME_WINDOW_UPDATE, 0, 0, zeros, 4);
  else if (g_str_equal (what, "h2-idle-stream"))
    send_text (request, END_STREAM, 99, "story");
  else if (g_str_equal (what, "h2-ping-flood"))
    flood (request, FRAME_PING, 0, 0, zeros, 8);
  else if (g_str_equal (what, "h2-settings-flood"))
    flood (request, FRAME_SETTINGS, 0, 0, zeros, 0);
  else if (g_str_equal (what, "h2-continuation-flood"))
    {
      send_frame (request, FRAME_HEADERS, 0, stream, ok_headers, sizeof ok_headers);
      flood (request, FRAME_CONTINUATION, 0, stream, zeros, 0);
    }
  else if (g_str_equal (what, "h2-endless"))
    {
      send_ok (request, stream);
      while (send_frame (request, FRAME_DATA, 0, stream, zeros, sizeof zeros))
        ;
    }
  else
    return FALSE;
  return TRUE;
}

/* Of a mute server with ALPN "h2"; @user_data is the name of what it does, with the story after a space. */
void
misbehave_in_http2 (RawRequest *request, gpointer user_data)
{
  const char *name = user_data;
  g_autofree char *what = g_strndup (name, strcspn (name, " "));
  guint32 stream;

  if (!g_str_equal (what, "h2-no-settings"))
    send_frame (request, FRAME_SETTINGS, 0, 0, NULL, 0);
  stream = read_request (request);
  if (stream != 0 && !misuse_stream (request, what, stream, name + strlen (what))
      && !misuse_connection (request, what, stream))
    raw_sleep (request, 20000);
}
