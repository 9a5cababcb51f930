#include "hostile-pages.h"

#include "misbehaviour.h"

#include <string.h>

#define HEAD(type) "HTTP/1.1 200 OK\r\nContent-Type: " type "\r\nConnection: close\r\n\r\n"
#define HTML       HEAD ("text/html")

/* A story that no other path tells; what follows is still in it. */
char *
hostile_story (const char *path)
{
  g_autofree char *name = g_strcanon (g_strdup (path), G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS, ' ');

  return g_strdup_printf (
      "<!doctype html><html lang=en><title>The flood of %s</title><article><h1>The flood of %s</h1>"
      "<p>The river rose in the night of %s and by the morning the market stood under water, which "
      "the mayor had not expected at this time of the year.</p><p>Nobody was hurt, and the shops of "
      "%s opened again two days later, as people said on the bridge.</p>\n",
      name, name, name, name);
}

/* What stands around the story, by the name of the page. */
static const struct
{
  const char *path;
  const char *head;
  const char *before;
  const char *after;
} around[] = {
  { "/page/plain", HTML, "", "" },
  { "/page/charset-unknown", HEAD ("text/html; charset=x-klingon"), "", "" },
  { "/page/charset-empty", HEAD ("text/html; charset="), "", "" },
  { "/page/meta-lie", HTML, "<meta charset=utf-16>", "" },
  { "/page/latin-lie", HEAD ("text/html; charset=utf-8"), "",
    "<p>The caf\xe9 on the square stayed dry, its owner said." },
  { "/page/utf8-lie", HEAD ("text/html; charset=iso-8859-1"), "",
    "<p>The caf\xc3\xa9 on the square stayed dry, its owner said." },
  { "/page/base-file", HTML, "<base href=file:///etc/>", "<figure><img src=passwd width=800 height=600></figure>" },
  { "/page/base-script", HTML, "<base href='javascript:alert(1)//'>", "" },
  { "/page/doctype-laughs", HEAD ("application/xhtml+xml"),
    "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]><p>&c;</p>",
    "" },
  { "/page/handlers", HTML, "<body onload=alert(1)><script>while(1);</script>", "<p onclick=alert(1)>Over." },
  { "/page/canonical-nonsense", HTML, "<html amp><link rel=canonical href='http://[::1'>", "" },
  { "/page/canonical-file", HTML, "<html amp><link rel=canonical href='file:///etc/passwd'>", "" },
  { "/page/canonical-private", HTML, "<html amp><link rel=canonical href='http://127.0.0.1:1/private'>", "" },
  { "/page/canonical-stalls", HTML, "<html amp><link rel=canonical href='/silent'>", "" },
  { "/page/canonical-bomb", HTML, "<html amp><link rel=canonical href='/bomb'>", "" },
  { "/page/next-stalls", HTML, "<link rel=next href='?page=2'>", "" },
  { "/page/next-private", HTML, "<link rel=next href='http://127.0.0.1:1/page/next-private?page=2'>", "" },
  { "/page/refresh-late", HTML, "<meta http-equiv=refresh content='29;url=/silent'>", "" },
  { "/page/photo-html", HTML, "", "<figure><img src=/photo/html.jpg width=800 height=600></figure>" },
  { "/page/photo-gone", HTML, "", "<figure><img src=/status/404 width=800 height=600></figure>" },
  { "/page/photo-stalls", HTML, "", "<figure><img src=/silent width=800 height=600></figure>" },
  { "/page/photo-endless", HTML, "", "<figure><img src=/endless width=800 height=600></figure>" },
  { "/page/photo-bomb", HTML, "", "<figure><img src=/bomb width=800 height=600></figure>" },
  { "/page/photo-cut", HTML, "", "<figure><img src=/cut width=800 height=600></figure>" },
  { "/page/photo-huge", HTML, "", "<figure><img src=/photo/huge.png width=800 height=600></figure>" },
  { "/page/photo-zero", HTML, "", "<figure><img src=/photo/zero.png width=800 height=600></figure>" },
  { "/page/photo-file", HTML, "", "<figure><img src=file:///etc/passwd width=800 height=600></figure>" },
  { "/page/photo-private", HTML, "", "<figure><img src=http://127.0.0.1:1/a.png width=800 height=600></figure>" },
  { "/page/photo-leads-home", HTML, "", "<figure><img src=/to?http://127.0.0.1:1/ width=800 height=600></figure>" },
  { "/page/photo-data", HTML, "", "<figure><img src='data:image/png;base64,!!!!' width=800 height=600></figure>" },
};

/* Whole pages without a story. */
static const struct
{
  const char *path;
  const char *answer;
} whole[] = {
  { "/page/nothing", HTML "<html><body></body></html>" },
  { "/page/white", HTML "  \n\t \r\n " },
  { "/page/script", HTML "<title>App</title><noscript>You need to enable JavaScript to run this app.</noscript>"
                         "<div id=root></div><script src=/app.js></script>" },
  { "/page/log-in", HTML "<title>Log in</title><form action=/login><h1>Log in</h1><label>Password<input type=password "
                         "name=p></label><button>Log in</button></form>" },
  { "/page/svg", HEAD ("image/svg+xml") "<svg xmlns='http://www.w3.org/2000/svg'><circle r='4'/></svg>" },
  { "/page/refresh-circle", HTML "<meta http-equiv=refresh content='0;url=/page/refresh-circle?again'>Wait." },
  { "/page/refresh-circle?again", HTML "<meta http-equiv=refresh content='0;url=/page/refresh-circle'>Wait." },
  { "/page/refresh-file", HTML "<meta http-equiv=refresh content='0;url=file:///etc/passwd'>" },
  { "/page/refresh-private", HTML "<meta http-equiv=refresh content='0;url=http://127.0.0.1:1/'>Wait." },
  { "/page/mime-nonsense", HEAD ("multipart/related") "MIME-Version: 1.0\r\nContent-Type: multipart/related; "
                                                      "boundary=\"\"\r\n\r\n--\r\n--\r\n--\r\n" },
};

static void
send_times (RawRequest *request, const char *text, guint n)
{
  GString *out = g_string_sized_new (strlen (text) * n);

  for (guint i = 0; i < n; i++)
    g_string_append (out, text);
  raw_send_bytes (request, out->str, out->len);
  g_string_free (out, TRUE);
}

/* Pages whose harm is in their size. */
static const struct
{
  const char *path;
  const char *before; /* once */
  const char *again;
  guint times;
  const char *after; /* once; the story follows */
} large[] = {
  { "/page/elements", "", "<b></b>", 1000000, "" },
  { "/page/open-elements", "", "<b>", 1000000, "" },
  { "/page/nesting", "", "<div>", 100000, "" },
  { "/page/nesting-tables", "", "<table><tr><td>", 100000, "" },
  { "/page/attributes", "<p ", "a=1 ", 300000, ">" },
  { "/page/attribute", "<p title='", "0123456789", 500000, "'>" },
  { "/page/comment", "<!--", "0123456789", 500000, "-->" },
  { "/page/entities", "<p>", "&amp;", 500000, "</p>" },
  { "/page/nulls", "<p>", "\xef\xbf\xbd", 100000, "</p>" },
  { "/page/json-ld-deep", "<script type='application/ld+json'>", "[", 500000, "</script>" },
  { "/page/metas", "", "<meta name=author content=nobody>", 100000, "" },
  { "/page/links", "", "<a rel=next href='?page=2'>Next</a>", 100000, "" },
  { "/page/forms", "", "<form><input><select><option>", 100000, "" },
  { "/page/photos-many", "", "<img src=/status/404 width=800 height=600>", 5000, "" },
};

static gboolean
answer_large (RawRequest *request, const char *path, const char *story)
{
  for (gsize i = 0; i < G_N_ELEMENTS (large); i++)
    if (g_str_equal (path, large[i].path))
      {
        raw_send (request, HTML "<!doctype html><html><body>");
        raw_send (request, large[i].before);
        send_times (request, large[i].again, large[i].times);
        raw_send (request, large[i].after);
        raw_send (request, story);
        return TRUE;
      }
  return FALSE;
}

/* The story in UTF-16, which is neither what is declared nor what it seems. */
static void
send_utf16 (RawRequest *request, const char *story)
{
  gsize length;
  g_autofree char *wide = g_convert (story, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);

  raw_send (request, HEAD ("text/html; charset=utf-8") "\xff\xfe");
  raw_send_bytes (request, wide, length);
}

static void
send_null_bytes (RawRequest *request, const char *story)
{
  raw_send (request, HTML);
  for (const char *p = story; *p != '\0'; p += strlen (p) > 50 ? 50 : strlen (p))
    {
      raw_send_bytes (request, p, MIN (strlen (p), 50));
      raw_send_bytes (request, "\0\0", 2);
    }
}

/* A PNG that is nothing but its first chunk (PNG, 11.2.2). */
static void
send_png (RawRequest *request, guint32 side)
{
  guint8 png[33] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R' };

  for (guint i = 0; i < 4; i++)
    png[16 + i] = png[20 + i] = side >> (24 - 8 * i) & 0xff;
  png[24] = 8;
  png[25] = 2;
  raw_send (request, HEAD ("image/png"));
  raw_send_bytes (request, png, sizeof png);
}

/* A story with photos that are all there, each with an address of its own. */
static void
send_photos (RawRequest *request, const char *story, guint n)
{
  raw_send (request, HTML);
  raw_send (request, story);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *figure =
          g_strdup_printf ("<figure><img src='/photo/huge.png/flood-of-day-%u.png' width=800 height=600>"
                           "<figcaption>The flood of day %u.</figcaption></figure>",
                           i, i);

      raw_send (request, figure);
    }
}

static gboolean
answer_bytes (RawRequest *request, const char *path, const char *story)
{
  if (g_str_equal (path, "/page/jpeg"))
    raw_send (request, HEAD ("image/jpeg") "\xff\xd8\xff\xe0nothing");
  else if (g_str_equal (path, "/page/jpeg-as-html"))
    {
      raw_send (request, HTML);
      raw_send_bytes (request, "\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xdb\0\x43\0", 26);
    }
  else if (g_str_equal (path, "/page/utf16-lie"))
    send_utf16 (request, story);
  else if (g_str_equal (path, "/page/null-bytes"))
    send_null_bytes (request, story);
  else if (g_str_equal (path, "/page/one-line"))
    {
      raw_send (request, HEAD ("text/plain"));
      send_times (request, "The river rose in the night and ", 300000);
    }
  else if (g_str_equal (path, "/page/photos-hundred"))
    send_photos (request, story, 100);
  else if (g_str_equal (path, "/photo/html.jpg"))
    raw_send (request, HEAD ("image/jpeg") "<html><h1>Buy a licence for this photo");
  else if (g_str_has_prefix (path, "/photo/huge.png"))
    send_png (request, 30000);
  else if (g_str_equal (path, "/photo/zero.png"))
    send_png (request, 0);
  else
    return FALSE;
  return TRUE;
}

/* Also a proxy: of a whole address the path counts. */
void
hostile_answer (RawRequest *request, gpointer user_data)
{
  const char *slash = g_str_has_prefix (request->path, "http://") ? strchr (request->path + 7, '/') : request->path;
  g_autofree char *path = g_strdup (slash != NULL ? slash : "/");
  g_autofree char *story = hostile_story (path);
  RawRequest inner = *request;

  inner.path = path;
  for (gsize i = 0; i < G_N_ELEMENTS (around); i++)
    if (g_str_equal (path, around[i].path))
      {
        raw_send (request, around[i].head);
        raw_send (request, around[i].before);
        raw_send (request, story);
        raw_send (request, around[i].after);
        return;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    if (g_str_equal (path, whole[i].path))
      {
        raw_send (request, whole[i].answer);
        return;
      }
  if (g_str_equal (path, "/page/next-stalls?page=2"))
    raw_sleep (request, 20000);
  else if (!answer_large (request, path, story) && !answer_bytes (&inner, path, story))
    misbehave (&inner, (gpointer) hostile_story);
}
