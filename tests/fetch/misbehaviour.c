#include "misbehaviour.h"

#include <stdio.h>
#include <string.h>

#define MIB  (1024 * 1024)
#define HTML "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n"

/* "Brotli keeps a story short. " twice, compressed */
static const guint8 brotli[] = { 0x1f, 0x37, 0x00, 0xf8, 0x8d, 0x94, 0xab, 0xed, 0x68, 0x21, 0xa4,
                                 0x6e, 0xeb, 0x2f, 0x69, 0x21, 0x19, 0xbb, 0xe1, 0xa0, 0x28, 0x4c,
                                 0xb6, 0x15, 0x4b, 0x11, 0xae, 0x62, 0x85, 0xa3, 0x98, 0xbb, 0x71,
                                 0xba, 0x9f, 0x31, 0xe1, 0x50, 0x1f, 0x5e, 0x54, 0x06, 0x14 };

static GBytes *
compress (GZlibCompressorFormat format, const void *data, gsize length)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (format, 9);
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (data, length, NULL);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, G_CONVERTER (compressor));
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  g_output_stream_splice (out, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

/* Sends @length bytes less @cut under a head that announces @length. */
static void
send_packed (RawRequest *request, const char *encoding, const void *data, gsize length, gsize cut)
{
  g_autofree char *head =
      g_strdup_printf (HTML "Content-Encoding: %s\r\nContent-Length: %zu\r\n\r\n", encoding, length);

  raw_send (request, head);
  raw_send_bytes (request, data, length - cut);
}

/* The body many times over: to be packed small. */
static char *
repeat (const char *body)
{
  GString *plain = g_string_new (NULL);

  while (plain->len < 100000)
    g_string_append (plain, body);
  g_string_truncate (plain, 100000);
  return g_string_free (plain, FALSE);
}

static void
send_gzip (RawRequest *request, GZlibCompressorFormat format, const char *encoding, gsize cut, const char *body)
{
  g_autofree char *plain = repeat (body);
  g_autoptr (GBytes) bytes = compress (format, plain, 100000);

  send_packed (request, encoding, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), cut);
}

/* 64 MiB of nothing, packed twice: some hundred bytes. */
static void
send_bomb (RawRequest *request)
{
  g_autofree char *plain = g_malloc0 (MIB);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) packer = g_converter_output_stream_new (out, G_CONVERTER (compressor));
  g_autoptr (GBytes) once = NULL, twice = NULL;

  for (guint i = 0; i < 64; i++)
    g_output_stream_write_all (packer, plain, MIB, NULL, NULL, NULL);
  g_output_stream_close (packer, NULL, NULL);
  once = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
  twice = compress (G_ZLIB_COMPRESSOR_FORMAT_GZIP, g_bytes_get_data (once, NULL), g_bytes_get_size (once));
  send_packed (request, "gzip, gzip", g_bytes_get_data (twice, NULL), g_bytes_get_size (twice), 0);
}

static void
send_layers (RawRequest *request)
{
  g_autoptr (GString) head = g_string_new (HTML "Content-Encoding: gzip");

  for (guint i = 0; i < 5000; i++)
    g_string_append (head, ",gzip");
  g_string_append (head, "\r\n\r\nx");
  raw_send (request, head->str);
}

static void
send_endless (RawRequest *request, const char *head)
{
  g_autofree char *chunk = g_strnfill (64 * 1024, 'x');

  raw_send (request, head);
  while (raw_send_bytes (request, chunk, 64 * 1024))
    ;
}

/* One piece every 300 ms: never idle, never done. */
static void
drip (RawRequest *request, const char *piece)
{
  while (raw_send (request, piece) && raw_sleep (request, 300))
    ;
}

static void
redirect (RawRequest *request, const char *location)
{
  g_autofree char *head =
      g_strdup_printf ("HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 4\r\n\r\nmove", location);
  raw_send (request, head);
}

static void
send_head_back (RawRequest *request)
{
  g_autofree char *head =
      g_strdup_printf (HTML "Set-Cookie: a=b\r\nContent-Length: %zu\r\n\r\n", strlen (request->head));

  raw_send (request, head);
  raw_send (request, request->head);
}

static gboolean
answer_redirects (RawRequest *request, const char *path)
{
  guint n;
  char next[32];

  if (sscanf (path, "/hops/%u", &n) == 1)
    {
      g_snprintf (next, sizeof next, n > 1 ? "/hops/%u" : "/ok", n - 1);
      redirect (request, next);
    }
  else if (g_str_equal (path, "/circle"))
    redirect (request, "/circle-back");
  else if (g_str_equal (path, "/circle-back"))
    redirect (request, "/circle#again");
  else if (sscanf (path, "/ever?%u", &n) == 1)
    {
      g_snprintf (next, sizeof next, "/ever?%u", n + 1);
      redirect (request, next);
    }
  else if (g_str_equal (path, "/a/b/relative"))
    redirect (request, "../../ok?x=%C3%A9");
  else if (g_str_equal (path, "/to-space"))
    redirect (request, "/ok?a b\xc3\xa9");
  else if (g_str_has_prefix (path, "/to?"))
    redirect (request, path + strlen ("/to?"));
  else if (g_str_equal (path, "/no-location"))
    raw_send (request, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n");
  else
    return FALSE;
  return TRUE;
}

static void
send_whole (RawRequest *request, const char *head, const char *body)
{
  g_autofree char *length = g_strdup_printf ("%sContent-Length: %zu\r\n\r\n", head, strlen (body));

  raw_send (request, length);
  raw_send (request, body);
}

static void
send_chunks (RawRequest *request, const char *body)
{
  raw_send (request, HTML "Transfer-Encoding: chunked\r\n\r\n");
  for (gsize at = 0; at < strlen (body); at += 3)
    {
      gsize n = MIN (3, strlen (body) - at);
      g_autofree char *chunk = g_strdup_printf ("%zx\r\n%.*s\r\n", n, (int) n, body + at);

      raw_send (request, chunk);
    }
  raw_send (request, "0\r\n\r\n");
}

/* In five pieces, in more time than nothing may come. */
static void
send_slowly (RawRequest *request, const char *body)
{
  gsize length = strlen (body), piece = (length + 4) / 5;
  g_autofree char *head = g_strdup_printf (HTML "Content-Length: %zu\r\n\r\n", length);

  raw_send (request, head);
  for (gsize at = 0; at < length && raw_sleep (request, 600); at += piece)
    raw_send_bytes (request, body + at, MIN (piece, length - at));
}

/* Answers as the path says; nothing at all for one that is not known. */
void
misbehave (RawRequest *request, gpointer user_data)
{
  const char *path = request->path;
  g_autofree char *body = user_data != NULL ? ((MisbehaviourBody) user_data) (path) : g_strdup ("story");
  guint status;

  if (answer_redirects (request, path) || misbehave_in_head (request, body))
    return;
  if (g_str_has_prefix (path, "/ok"))
    send_whole (request, HTML, body);
  else if (sscanf (path, "/status/%u", &status) == 1)
    {
      g_autofree char *head = g_strdup_printf ("HTTP/1.1 %u What\r\nContent-Length: 2\r\n\r\nno", status);
      raw_send (request, head);
    }
  else if (g_str_equal (path, "/endless-404"))
    send_endless (request, "HTTP/1.1 404 No\r\nConnection: close\r\n\r\n");
  else if (g_str_equal (path, "/latin"))
    raw_send (request,
              "HTTP/1.1 200 OK\r\nContent-Type: TEXT/HTML ; Charset=\"ISO-8859-1\"\r\nContent-Length: 2\r\n\r\n\xe9!");
  else if (g_str_equal (path, "/untyped"))
    raw_send (request, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
  else if (g_str_equal (path, "/empty"))
    raw_send (request, HTML "Content-Length: 0\r\n\r\n");
  else if (g_str_equal (path, "/no-content"))
    raw_send (request, "HTTP/1.1 204 No Content\r\n\r\n");
  else if (g_str_equal (path, "/until-close"))
    {
      raw_send (request, HTML "\r\n");
      raw_send (request, body);
    }
  else if (g_str_equal (path, "/chunked"))
    send_chunks (request, body);
  else if (g_str_equal (path, "/http-1.0"))
    {
      raw_send (request, "HTTP/1.0 200 OK\r\n\r\n");
      raw_send (request, body);
    }
  else if (g_str_equal (path, "/gzip"))
    send_gzip (request, G_ZLIB_COMPRESSOR_FORMAT_GZIP, "gzip", 0, body);
  else if (g_str_equal (path, "/x-gzip"))
    send_gzip (request, G_ZLIB_COMPRESSOR_FORMAT_GZIP, "X-GZIP", 0, body);
  else if (g_str_equal (path, "/gzip-cut"))
    send_gzip (request, G_ZLIB_COMPRESSOR_FORMAT_GZIP, "gzip", 40, body);
  else if (g_str_equal (path, "/deflate"))
    send_gzip (request, G_ZLIB_COMPRESSOR_FORMAT_ZLIB, "deflate", 0, body);
  else if (g_str_equal (path, "/brotli"))
    send_packed (request, "br", brotli, sizeof brotli, 0);
  else if (g_str_equal (path, "/unknown-encoding"))
    send_packed (request, "pigeon", "coo", 3, 0);
  else if (g_str_equal (path, "/bomb"))
    send_bomb (request);
  else if (g_str_equal (path, "/layers"))
    send_layers (request);
  else if (g_str_equal (path, "/big"))
    send_endless (request, HTML "Content-Length: 52428800\r\n\r\n");
  else if (g_str_equal (path, "/endless"))
    send_endless (request, HTML "\r\n");
  else if (g_str_equal (path, "/endless-head"))
    send_endless (request, "HTTP/1.1 200 OK\r\nX-A: ");
  else if (g_str_equal (path, "/silent"))
    raw_sleep (request, 20000);
  else if (g_str_equal (path, "/stall-head"))
    {
      raw_send (request, "HTTP/1.1 200 OK\r\nContent-Ty");
      raw_sleep (request, 20000);
    }
  else if (g_str_equal (path, "/stall-body"))
    {
      raw_send (request, HTML "Content-Length: 100\r\n\r\nsto");
      raw_sleep (request, 20000);
    }
  else if (g_str_equal (path, "/drip-head"))
    drip (request, raw_send (request, "HTTP/1.1 200 OK\r\n") ? "X-More: yes\r\n" : "");
  else if (g_str_equal (path, "/drip-byte"))
    drip (request, raw_send (request, "HTTP/1.1 200 OK\r\nX-A: ") ? "a" : "");
  else if (g_str_equal (path, "/drip-body"))
    drip (request, raw_send (request, HTML "Content-Length: 1000\r\n\r\n") ? "x" : "");
  else if (g_str_equal (path, "/slow-but-sure"))
    send_slowly (request, body);
  else if (g_str_equal (path, "/cut"))
    raw_send (request, HTML "Content-Length: 100\r\n\r\nsto");
  else if (g_str_equal (path, "/cut-chunked"))
    raw_send (request, HTML "Transfer-Encoding: chunked\r\n\r\n50\r\nsto");
  else if (g_str_equal (path, "/cut-head"))
    raw_send (request, "HTTP/1.1 200 OK\r\nContent-Type: text/ht");
  else if (g_str_equal (path, "/nonsense"))
    raw_send (request, "\x01\x02\x03 what is this?\r\n\r\n\xff\xfe");
  else if (g_str_equal (path, "/bad-chunk"))
    raw_send (request, HTML "Transfer-Encoding: chunked\r\n\r\nzz\r\nsto");
  else if (g_str_equal (path, "/head"))
    send_head_back (request);
}
