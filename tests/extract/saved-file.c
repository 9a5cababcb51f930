#include "saved-file.h"

#include <string.h>

#define HEAD                                                                                                           \
  "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://news.example/2018/rain\r\nSubject: Rain\r\n"       \
  "MIME-Version: 1.0\r\nContent-Type: "                                                                                \
  "multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--B--x\"\r\n\r\n\r\n"
#define HTML_PART "----B--x\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml>\r\n"
#define LAST      "\r\n----B--x--\r\n"

/* The first bytes of a PNG of that size, and more that are different for each. */
GBytes *
saved_file_make_photo (guint width, guint height, guint8 fill)
{
  static const guint8 head[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R' };
  guint8 *data = g_malloc (4000);

  memset (data, fill, 4000);
  memcpy (data, head, sizeof head);
  for (guint i = 0; i < 4; i++)
    {
      data[16 + i] = (guint8) (width >> (24 - 8 * i));
      data[20 + i] = (guint8) (height >> (24 - 8 * i));
    }
  memcpy (data + 24, "\x08\x02\0\0\0", 5);
  return g_bytes_new_take (data, 4000);
}

/* As mail programs write it, in lines of 76 characters. */
char *
saved_file_to_base64 (GBytes *bytes, gboolean lines)
{
  g_autofree char *flat = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  GString *out = g_string_new (NULL);

  for (const char *p = flat; lines && *p != '\0'; p += MIN (76, strlen (p)))
    g_string_append_printf (out, "%.76s\r\n", p);
  return lines ? g_string_free (out, FALSE) : (g_string_free (out, TRUE), g_strdup (flat));
}

/* A page with a photo that it names in another size, and one that it names by its id. */
char *
saved_file_make_mhtml (GBytes *first, GBytes *second)
{
  g_autofree char *first_data = saved_file_to_base64 (first, TRUE);
  g_autofree char *second_data = saved_file_to_base64 (second, TRUE);
  return g_strconcat (
      HEAD HTML_PART
      "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://news.example/2018/rain\r\n\r\n"
      "<html><head><title>Rain</title></head><body><article><h1>Rain =E2=80=93 at last</h1>" SAVED_FILE_PARAGRAPH
      "<figure><img src=3D\"https://news.example/p/square.jpg\" srcset=3D\"/p/square.jpg?w=3D400 400w\">=\r\n"
      "<figcaption>The square. Photo: B. Example/AP</figcaption></figure>" SAVED_FILE_PARAGRAPH
      "<p><img src=3D\"cid:second@mhtml\"></p></article></body></html>\r\n",
      "----B--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
      "Content-Location: https://news.example/p/square.jpg?w=400\r\n\r\n",
      first_data,
      "----B--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: BASE64 \r\nContent-ID: <second@mhtml>\r\n\r\n",
      second_data, LAST, NULL);
}
