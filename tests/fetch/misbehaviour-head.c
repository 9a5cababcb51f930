/* Heads of answers that no server should send. */
#include "misbehaviour.h"

#include <string.h>

#define OK "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n"

/* Each is a head, up to the last header; the body follows after an empty line. */
static const struct
{
  const char *path;
  const char *head;
} heads[] = {
  { "/no-reason", "HTTP/1.1 200\r\nContent-Type: text/html\r\nConnection: close\r\n" },
  { "/lower-case", "HTTP/1.1 200 ok\r\ncontent-type:text/html\r\nconnection:close\r\n" },
  { "/folded", OK "X-Long: one\r\n two\r\n\tthree\r\n" },
  { "/no-colon", OK "this is no header\r\n" },
  { "/empty-name", OK ": value\r\n" },
  { "/latin-header", OK "X-Name: \xe9\xe8\xff\r\n" },
  { "/cookies", OK "Set-Cookie: a=b; Max-Age=99999\r\nSet-Cookie: c=d\r\n" },
  { "/two-types", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Type: text/html\r\nConnection: close\r\n" },
  { "/odd-type", "HTTP/1.1 200 OK\r\nContent-Type: ;;text/html;charset=;x=\"\r\nConnection: close\r\n" },
  { "/length-negative", OK "Content-Length: -1\r\n" },
  { "/length-words", OK "Content-Length: a few\r\n" },
  { "/length-huge", OK "Content-Length: 999999999999999999\r\n" },
  { "/length-overflow", OK "Content-Length: 99999999999999999999999999\r\n" },
  { "/length-and-chunked", OK "Content-Length: 3\r\nTransfer-Encoding: identity\r\n" },
  { "/link-elsewhere", OK "Link: <http://127.0.0.1:1/>; rel=canonical\r\nRefresh: 0; url=http://127.0.0.1:1/\r\n" },
  { "/version-9", "HTTP/9.9 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n" },
  { "/https-only", OK "Strict-Transport-Security: max-age=100000\r\n" },
  { "/line-feeds", "HTTP/1.1 200 OK\nContent-Type: text/html\nConnection: close\n" },
};

static void
send_many_headers (RawRequest *request, guint n)
{
  g_autoptr (GString) head = g_string_new (OK);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (head, "X-%u: yes\r\n", i);
  g_string_append (head, "\r\n");
  raw_send (request, head->str);
}

/* Provisional answers (RFC 9110, section 15.2) without end. */
static void
send_provisional (RawRequest *request)
{
  while (raw_send (request, "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n") && raw_sleep (request, 20))
    ;
}

/* A stream that says it is packed, and is a block that is not (RFC 7932, section 9.2). */
static void
send_brotli (RawRequest *request, const char *body)
{
  gsize length = strlen (body);
  guint32 bits = (guint32) ((length - 1) << 4 | 1 << 20);
  guint8 head[3] = { bits & 0xff, bits >> 8 & 0xff, bits >> 16 & 0xff };

  raw_send (request, OK "Content-Encoding: br\r\n\r\n");
  raw_send_bytes (request, head, sizeof head);
  raw_send_bytes (request, body, length);
  raw_send_bytes (request, "\x03", 1);
}

static gboolean
answer_late (RawRequest *request, const char *path)
{
  static const struct
  {
    const char *path;
    const char *line, *value;
  } rows[] = {
    { "/busy/seconds", "429 Slow Down", "120" },
    { "/busy/date", "503 Later", "Wed, 21 Oct 2015 07:28:00 GMT" },
    { "/busy/never", "503 Later", "99999999999999999999" },
    { "/busy/nonsense", "429 Slow Down", "soon; \x01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (path, rows[i].path))
      {
        g_autofree char *head = g_strdup_printf ("HTTP/1.1 %s\r\nRetry-After: %s\r\nContent-Length: 0\r\n\r\n",
                                                 rows[i].line, rows[i].value);

        raw_send (request, head);
        return TRUE;
      }
  return FALSE;
}

static gboolean
answer_packed (RawRequest *request, const char *path, const char *body)
{
  if (g_str_equal (path, "/brotli-story"))
    send_brotli (request, body);
  else if (g_str_equal (path, "/zstd"))
    raw_send (request, OK "Content-Encoding: zstd\r\n\r\n\x28\xb5\x2f\xfd");
  else if (g_str_equal (path, "/gzip-of-nothing"))
    raw_send (request, OK "Content-Encoding: gzip\r\nContent-Length: 0\r\n\r\n");
  else if (g_str_equal (path, "/gzip-lie"))
    {
      raw_send (request, OK "Content-Encoding: gzip\r\n\r\n");
      raw_send (request, body);
    }
  else
    return FALSE;
  return TRUE;
}

/* Gives whether the path is one of these. */
gboolean
misbehave_in_head (RawRequest *request, const char *body)
{
  const char *path = request->path;

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_equal (path, heads[i].path))
      {
        raw_send (request, heads[i].head);
        raw_send (request, "\r\n");
        raw_send (request, body);
        return TRUE;
      }
  if (answer_late (request, path) || answer_packed (request, path, body))
    return TRUE;
  if (g_str_equal (path, "/null-in-head"))
    {
      raw_send_bytes (request, OK "X-Null: a\0b\r\n\r\n", strlen (OK) + 15);
      raw_send (request, body);
    }
  else if (g_str_equal (path, "/headers-900"))
    {
      send_many_headers (request, 900);
      raw_send (request, body);
    }
  else if (g_str_equal (path, "/headers-1000000"))
    send_many_headers (request, 1000000);
  else if (g_str_equal (path, "/provisional"))
    send_provisional (request);
  else if (g_str_equal (path, "/long-location"))
    {
      g_autofree char *far = g_strnfill (40000, 'a');

      raw_send (request, "HTTP/1.1 302 Found\r\nLocation: /");
      raw_send (request, far);
      raw_send (request, "\r\nContent-Length: 0\r\n\r\n");
    }
  else
    return FALSE;
  return TRUE;
}
