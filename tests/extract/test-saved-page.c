/* Pages that were saved with their photos in one file: MHTML, and pages with data: addresses. */
#include "extract/np-data-photos.h"
#include "extract/np-extract.h"
#include "extract/np-mime.h"
#include "extract/np-saved-page.h"
#include "saved-file.h"

#include <string.h>

static NpArticle *
extract (const char *text, const char *url)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (NpPage) page = np_page_new (bytes);
  g_autoptr (GError) error = NULL;
  NpArticle *article;

  page->url = g_strdup (url);
  page->final_url = g_strdup (url);
  article = np_extract (page, &error);
  g_assert_no_error (error);
  return article;
}

static void
assert_photo (const NpArticle *article, guint index, GBytes *photo, const char *source)
{
  const NpFigure *figure;

  g_assert_cmpuint (article->figures->len, >, index);
  figure = article->figures->pdata[index];
  g_assert_nonnull (figure->bytes);
  g_assert_true (g_bytes_equal (figure->bytes, photo));
  g_assert_cmpstr (figure->source, ==, source);
}

static void
test_mhtml (void)
{
  g_autoptr (GBytes) photo = saved_file_make_photo (800, 600, 1), second = saved_file_make_photo (640, 480, 2);
  g_autofree char *text = saved_file_make_mhtml (photo, second);
  g_autoptr (NpArticle) article = extract (text, "file:///home/ann/rain.mhtml");
  const NpFigure *figure;

  g_assert_cmpstr (article->headline, ==, "Rain – at last");
  g_assert_cmpstr (article->url, ==, "https://news.example/2018/rain");
  g_assert_cmpuint (article->figures->len, ==, 2);
  assert_photo (article, 0, photo, "https://news.example/p/square.jpg?w=400");
  assert_photo (article, 1, second, NULL);
  figure = article->figures->pdata[0];
  g_assert_cmpstr (figure->caption, ==, "The square.");
  g_assert_cmpstr (figure->credit, ==, "B. Example/AP");
}

/* Of Internet Explorer and Word: the page lay on a disk, and so did what belongs to it. */
static void
test_mhtml_of_a_disk (void)
{
  g_autoptr (GBytes) photo = saved_file_make_photo (800, 600, 1);
  g_autofree char *data = saved_file_to_base64 (photo, TRUE);
  g_autofree char *text = g_strconcat (
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\nThis is a message in several parts.\n--b\n"
      "Content-Location: file:///C:/A/rain.htm\nContent-Type: text/html; charset=\"iso-8859-1\"\n\n"
      "<h1>R\xE4in</h1>" SAVED_FILE_PARAGRAPH "<img src=\"rain-files/image001.png\">" SAVED_FILE_PARAGRAPH
      "\n--b\nContent-Location: file:///C:/A/rain-files/image001.png\nContent-Transfer-Encoding: base64\nContent-Type: "
      "image/png\n\n",
      data, "\n--b--\n", NULL);
  g_autoptr (NpArticle) article = extract (text, "file:///home/ann/rain.mht");

  g_assert_cmpstr (article->headline, ==, "Räin");
  assert_photo (article, 0, photo, "file:///home/ann/rain-files/image001.png");
}

typedef struct
{
  const char *name;
  const char *text;
  int parts; /* -1: it is no message */
  const char *types;
} MimeRow;

static const MimeRow mime_rows[] = {
  { "empty", "", -1, "" },
  { "no headers", "<html>", -1, "" },
  { "one part only", "Content-Type: text/html\n\n<p>a", -1, "" },
  { "no boundary said", "Content-Type: multipart/related\n\n--b\n\na", -1, "" },
  { "boundary never comes", "Content-Type: multipart/related; boundary=b\n\ntext", 0, "" },
  { "cut off", "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>a", 1, "text/html" },
  { "cut off in headers", "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html", 0, "" },
  { "part without headers", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\na\n--b--", 1, "text/plain" },
  { "text behind the end", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\na\n--b--\n--c\nx", 1, "text/plain" },
  { "one in another",
    "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=\"b2\"\n\n--b2\n"
    "Content-Type: text/plain\n\na\n--b2\nContent-Type: text/html\n\nb\n--b2--\n--b\nContent-Type: "
    "image/png\n\nc\n--b--",
    3, "text/plain text/html image/png" },
  { "boundary of a part inside it", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--bc\ny\n--b--", 1,
    "text/plain" },
  { "blanks behind the boundary", "Content-Type: multipart/mixed; boundary=b\n\n--b  \n\nx\n--b-- \n", 1,
    "text/plain" },
  { "header in lines",
    "Content-Type:\n multipart/mixed;\n\tboundary =\n \"b\"\n\n--b\nCONTENT-TYPE:TEXT/HTML;x\n\nx\n--b--", 1,
    "text/html" },
};

static void
test_mime (gconstpointer data)
{
  const MimeRow *row = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (row->text, strlen (row->text));
  g_autoptr (NpMime) mime = np_mime_read (bytes);
  g_autoptr (GString) types = g_string_new (NULL);

  g_assert_cmpint (mime != NULL ? (int) mime->parts->len : -1, ==, row->parts);
  for (int i = 0; i < row->parts; i++)
    g_string_append_printf (types, "%s%s", i > 0 ? " " : "", ((NpMimePart *) mime->parts->pdata[i])->type);
  g_assert_cmpstr (types->str, ==, row->types);
}

static void
test_quoted (void)
{
  static const char text[] =
      "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: Quoted-Printable\n\n"
      "a=3Db=\r\nc=\nd=zz=4\n--b--";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (NpMime) mime = np_mime_read (bytes);
  const NpMimePart *part = mime->parts->pdata[0];

  g_assert_cmpmem (g_bytes_get_data (part->bytes, NULL), g_bytes_get_size (part->bytes), "a=bcd=zz=4", 10);
}

static void
test_data_photos (void)
{
  g_autoptr (GBytes) photo = saved_file_make_photo (800, 600, 1), icon = saved_file_make_photo (32, 32, 2);
  g_autofree char *photo_data = saved_file_to_base64 (photo, FALSE), *icon_data = saved_file_to_base64 (icon, FALSE);
  g_autofree char *text = g_strconcat (
      "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://news.example/2018/rain \n "
      "saved date: today\n-->"
      "<style>@font-face{src:url(data:font/woff2;base64,",
      icon_data, ")}</style><article><h1>Rain at last</h1>" SAVED_FILE_PARAGRAPH "<img src=\"data:image/png;base64,",
      icon_data, "\" class=x>" SAVED_FILE_PARAGRAPH "<figure><img src=data:image/png;base64,", photo_data,
      " width=800><figcaption>The square. Photo: B. Example/AP</figcaption>"
      "</figure>" SAVED_FILE_PARAGRAPH "</article>",
      NULL);
  g_autoptr (NpArticle) article = extract (text, "file:///home/ann/rain.html");
  const NpFigure *figure;

  g_assert_cmpstr (article->url, ==, "https://news.example/2018/rain");
  g_assert_cmpstr (article->site_domain, ==, "news.example");
  g_assert_cmpuint (article->figures->len, ==, 1);
  assert_photo (article, 0, photo, NULL);
  figure = article->figures->pdata[0];
  g_assert_cmpstr (figure->caption, ==, "The square.");
  g_assert_cmpstr (figure->credit, ==, "B. Example/AP");
}

/* A photo that the page shows twice stands in the style once. */
static void
test_photo_in_style (void)
{
  g_autoptr (GBytes) photo = saved_file_make_photo (800, 600, 3);
  g_autofree char *data = saved_file_to_base64 (photo, FALSE);
  g_autofree char *text =
      g_strconcat ("<style>:root{--sf-img-7: url(\"data:image/png;base64,", data,
                   "\")}</style><article><h1>Rain at last</h1>" SAVED_FILE_PARAGRAPH
                   "<img src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\" "
                   "width=\"800\" height=\"600\"></svg>' alt=Square "
                   "style=\"background-image:var(--sf-img-7)!important\">" SAVED_FILE_PARAGRAPH "</article>",
                   NULL);
  g_autoptr (NpArticle) article = extract (text, NULL);

  g_assert_cmpuint (article->figures->len, ==, 1);
  assert_photo (article, 0, photo, NULL);
}

typedef struct
{
  const char *name;
  const char *html;
  const char *address;
} AddressRow;

static const AddressRow address_rows[] = {
  { "chrome", "<!DOCTYPE html>\n<!-- saved from url=(0023)https://news.example/a -->\n<html>",
    "https://news.example/a" },
  { "singlefile", "<html><!--\n Page saved with SingleFile \n url: https://news.example/a \n saved date: x -->",
    "https://news.example/a" },
  { "not of the web", "<!-- saved from url=(0014)about:internet -->", NULL },
  { "a file", "<!-- saved from url=(0014)file:///etc/passwd -->", NULL },
  { "nothing", "<html>", NULL },
  { "cut off", "<!-- saved from url=(", NULL },
};

static void
test_address (gconstpointer data)
{
  const AddressRow *row = data;
  g_autofree char *address = np_saved_page_dup_address (row->html);

  g_assert_cmpstr (address, ==, row->address);
}

typedef struct
{
  const char *name;
  const char *html;
  const char *taken; /* NULL: as it is */
} DataRow;

static const DataRow data_rows[] = {
  { "none", "<p>a", NULL },
  { "short", "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">",
    "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">" },
  { "words", "<p>The data: they say so, data:", "<p>The data: they say so, data:" },
  { "id", "<img src=cid:a@b><img src=\"cid:c d\">",
    "<img src=https://cid.invalid/a%40b><img src=\"https://cid.invalid/c d\">" },
  { "words of an id", "<p>acid:rain and cid: too", "<p>acid:rain and cid: too" },
  { "no type", "<img src='data:,x'>", "<img src='data:,x'>" },
  { "a property without photo", "<i style='x:var(--sf-img-1)'>", NULL },
};

static void
test_data (gconstpointer data)
{
  const DataRow *row = data;
  g_autoptr (NpParts) parts = np_parts_new ();
  gsize length;
  g_autofree char *taken = np_data_photos_take (row->html, strlen (row->html), parts, &length);

  g_assert_cmpstr (taken, ==, row->taken);
}

#define ADD_ROWS(rows, folder, function)                                                                               \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                                                      \
    {                                                                                                                  \
      g_autofree char *path = g_strdup_printf ("/extract/saved-page/" folder "/%s", rows[i].name);                     \
      g_test_add_data_func (path, &rows[i], function);                                                                 \
    }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/extract/saved-page/mhtml", test_mhtml);
  g_test_add_func ("/extract/saved-page/mhtml of a disk", test_mhtml_of_a_disk);
  g_test_add_func ("/extract/saved-page/quoted-printable", test_quoted);
  g_test_add_func ("/extract/saved-page/data photos", test_data_photos);
  g_test_add_func ("/extract/saved-page/photo in style", test_photo_in_style);
  ADD_ROWS (mime_rows, "mime", test_mime)
  ADD_ROWS (address_rows, "address", test_address)
  ADD_ROWS (data_rows, "data", test_data)
  return g_test_run ();
}
