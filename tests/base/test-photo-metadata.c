#include "base/np-photo-metadata.h"

#include <gio/gio.h>
#include <string.h>

static void
put (GByteArray *out, const void *data, gsize size)
{
  g_byte_array_append (out, data, (guint) size);
}

static void
put_number (GByteArray *out, guint bytes, guint32 number)
{
  for (guint i = bytes; i-- > 0;)
    {
      guint8 byte = number >> (8 * i) & 0xFF;

      put (out, &byte, 1);
    }
}

static void
put_data_set (GByteArray *out, guint8 number, const char *text)
{
  const guint8 head[] = { 0x1C, 2, number };

  put (out, head, sizeof head);
  put_number (out, 2, (guint32) strlen (text));
  put (out, text, strlen (text));
}

/* The content of an APP13 segment: another resource with an odd name and length, then that of IPTC. */
static void
put_resources (GByteArray *out, const GByteArray *iptc)
{
  put (out, "Photoshop 3.0", 14);
  put (out, "8BIM\x03\xED\x03odd\0\0\0\x03xyz\0", 18);
  put (out, "8BIM\x04\x04\0\0", 8);
  put_number (out, 4, iptc->len);
  put (out, iptc->data, iptc->len);
}

/* A TIFF with three texts, of which the last is short enough to stand in its entry. */
static void
put_exif (GByteArray *out, gboolean big, const char *caption, const char *artist)
{
  guint caption_size = (guint) strlen (caption) + 1, artist_size = (guint) strlen (artist) + 1;
  const guint numbers[] = { 3, 0x010E, 2, caption_size, 50, 0x013B, 2, artist_size, 50 + caption_size, 0x8298, 2, 4 };
  const guint sizes[] = { 2, 2, 2, 4, 4, 2, 2, 4, 4, 2, 2, 4 };

  put (out, big ? "Exif\0\0MM\0*\0\0\0\x08" : "Exif\0\0II*\0\x08\0\0\0", 14);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (big)
      put_number (out, sizes[i], numbers[i]);
    else
      put_number (out, sizes[i], GUINT32_SWAP_LE_BE (numbers[i]) >> (32 - 8 * sizes[i]));
  put (out, "Bob\0\0\0\0\0", 8);
  put (out, caption, caption_size);
  put (out, artist, artist_size);
}

static void
put_segment (GByteArray *out, guint8 marker, const GByteArray *content)
{
  const guint8 head[] = { 0xFF, marker };

  put (out, head, 2);
  put_number (out, 2, content->len + 2);
  put (out, content->data, content->len);
}

static void
put_chunk (GByteArray *out, const char *type, const void *data, gsize size)
{
  put_number (out, 4, (guint32) size);
  put (out, type, 4);
  put (out, data, size);
  put_number (out, 4, 0);
}

static GByteArray *
start_jpeg (void)
{
  GByteArray *out = g_byte_array_new ();

  put (out, "\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0", 20);
  return out;
}

static GBytes *
end_jpeg (GByteArray *out)
{
  put (out, "\xFF\xDA\0\x02", 4);
  return g_byte_array_free_to_bytes (out);
}

static GBytes *
make_iptc (const char *caption, const char *creator, const char *credit)
{
  g_autoptr (GByteArray) iptc = g_byte_array_new (), content = g_byte_array_new ();
  GByteArray *out = start_jpeg ();

  put (iptc, "\x1C\x01\x5A\0\x03\x1B%G", 8);
  if (creator != NULL)
    put_data_set (iptc, 80, creator);
  put_data_set (iptc, 25, "harbour");
  if (credit != NULL)
    put_data_set (iptc, 110, credit);
  if (caption != NULL)
    put_data_set (iptc, 120, caption);
  put_resources (content, iptc);
  put_segment (out, 0xED, content);
  return end_jpeg (out);
}

static GByteArray *
make_xmp_content (const char *inner)
{
  g_autofree char *packet =
      g_strconcat ("<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                   "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>",
                   inner, "</rdf:RDF></x:xmpmeta><?xpacket end='w'?>", NULL);
  GByteArray *content = g_byte_array_new ();

  put (content, packet, strlen (packet));
  return content;
}

static GBytes *
make_xmp (const char *inner)
{
  g_autoptr (GByteArray) content = g_byte_array_new (), packet = make_xmp_content (inner);
  GByteArray *out = start_jpeg ();

  put (content, "http://ns.adobe.com/xap/1.0/", 29);
  put (content, packet->data, packet->len);
  put_segment (out, 0xE1, content);
  return end_jpeg (out);
}

#define SPACES                                                                                                         \
  "<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'"
#define ALT(name, first, second)                                                                                       \
  "<dc:" name "><rdf:Alt><rdf:li xml:lang='de'>" first "</rdf:li><rdf:li xml:lang='x-default'>" second                 \
  "</rdf:li></rdf:Alt></dc:" name ">"

static GBytes *
make_iptc_of_a_name (const char *name)
{
  return make_iptc (NULL, name, NULL);
}

static GBytes *
make_iptc_of_a_caption (const char *caption)
{
  return make_iptc (caption, NULL, NULL);
}

static GBytes *
make_iptc_whole (const char *caption)
{
  return make_iptc (caption, "Jane Roe", "The Valley Post");
}

static GBytes *
make_iptc_same_names (const char *caption)
{
  return make_iptc (caption, "Jane Roe", "Jane Roe/The Valley Post");
}

static GBytes *
make_exif_big (const char *caption)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  GByteArray *out = start_jpeg ();

  put_exif (content, TRUE, caption, "Ann Poe");
  put_segment (out, 0xE1, content);
  return end_jpeg (out);
}

static GBytes *
make_exif_little (const char *caption)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  GByteArray *out = start_jpeg ();

  put_exif (content, FALSE, caption, "Ann Poe");
  put_segment (out, 0xE1, content);
  return end_jpeg (out);
}

static GBytes *
make_webp (const char *inner)
{
  g_autoptr (GByteArray) packet = make_xmp_content (inner);
  GByteArray *out = g_byte_array_new ();

  put (out, "RIFF\0\0\0\0WEBPALPH\x01\0\0\0x\0XMP ", 26);
  for (guint i = 0; i < 4; i++)
    put_number (out, 1, packet->len >> (8 * i) & 0xFF);
  put (out, packet->data, packet->len);
  return g_byte_array_free_to_bytes (out);
}

/* XMP in a compressed iTXt chunk, and a plain tEXt in Latin-1. */
static GBytes *
make_png (const char *inner)
{
  g_autoptr (GByteArray) packet = make_xmp_content (inner), text = g_byte_array_new ();
  g_autoptr (GConverter) zlib = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  guint8 packed[4096];
  gsize read, written;
  GByteArray *out = g_byte_array_new ();

  g_assert_cmpint (g_converter_convert (zlib, packet->data, packet->len, packed, sizeof packed,
                                        G_CONVERTER_INPUT_AT_END, &read, &written, NULL),
                   ==, G_CONVERTER_FINISHED);
  put (text, "XML:com.adobe.xmp\0\x01\0\0\0", 22);
  put (text, packed, written);
  put (out, "\x89PNG\r\n\x1A\n", 8);
  put_chunk (out, "IHDR", "\0\0\x03\xE0\0\0\x02\x2E\x08\x02\0\0\0", 13);
  put_chunk (out, "tEXt", "Copyright\0\xA9 2019 Ren\xE9 Roe", 25);
  put_chunk (out, "iTXt", text->data, text->len);
  put_chunk (out, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (out);
}

/* A chunk that grows to many megabytes when it is inflated. */
static GBytes *
make_png_bomb (const char *unused)
{
  g_autoptr (GConverter) zlib = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  gsize size = 32 << 20, read, written;
  g_autofree guint8 *zeros = g_malloc (size), *packed = g_malloc (size);
  g_autoptr (GByteArray) text = g_byte_array_new ();
  GByteArray *out = g_byte_array_new ();

  memset (zeros, 'a', size);
  g_assert_cmpint (
      g_converter_convert (zlib, zeros, size, packed, size, G_CONVERTER_INPUT_AT_END, &read, &written, NULL), ==,
      G_CONVERTER_FINISHED);
  put (text, "Description\0\0", 13);
  put (text, packed, written);
  put (out, "\x89PNG\r\n\x1A\n", 8);
  for (guint i = 0; i < 100; i++)
    put_chunk (out, "zTXt", text->data, text->len);
  return g_byte_array_free_to_bytes (out);
}

static GBytes *
make_deep (const char *element)
{
  g_autoptr (GString) inner = g_string_new (NULL);

  for (guint i = 0; i < 10000; i++)
    g_string_append (inner, element);
  return make_xmp (inner->str);
}

static GBytes *
make_raw (const char *bytes)
{
  return g_bytes_new (bytes, strlen (bytes));
}

static const struct
{
  const char *name;
  GBytes *(*make) (const char *argument);
  const char *argument;
  const char *caption, *credit;
} rows[] = {
  { "iptc", make_iptc_whole, "The ferry leaves Lindholm.", "The ferry leaves Lindholm.", "Jane Roe/The Valley Post" },
  { "iptc-creator-in-credit", make_iptc_same_names, "The ferry leaves it.", "The ferry leaves it.",
    "Jane Roe/The Valley Post" },
  { "iptc-utf8", make_iptc_of_a_caption, "Fähre nach Łódź läuft aus", "Fähre nach Łódź läuft aus", NULL },
  { "iptc-latin-1", make_iptc_of_a_caption, "Die F\xE4hre l\xE4uft aus", "Die Fähre läuft aus", NULL },
  { "iptc-markup-is-text", make_iptc_of_a_caption, "<b>The ferry</b> leaves &amp; returns",
    "<b>The ferry</b> leaves &amp; returns", NULL },
  { "iptc-white-space", make_iptc_of_a_caption, "  The ferry\r\n\tleaves\x01 it ", "The ferry leaves it", NULL },
  { "iptc-file-name", make_iptc_of_a_caption, "DSC_0012", NULL, NULL },
  { "iptc-nobody", make_iptc_of_a_name, "Unknown", NULL, NULL },
  { "iptc-no-letters", make_iptc_of_a_name, "-", NULL, NULL },
  { "iptc-address", make_iptc_of_a_name, "https://example.org/jane", NULL, NULL },
  { "exif-big", make_exif_big, "The ferry leaves Lindholm", "The ferry leaves Lindholm", "Ann Poe" },
  { "exif-little", make_exif_little, "The ferry leaves Lindholm", "The ferry leaves Lindholm", "Ann Poe" },
  { "exif-camera", make_exif_little, "OLYMPUS DIGITAL CAMERA         ", NULL, "Ann Poe" },
  { "exif-program", make_exif_big, "Created with GIMP on a computer", NULL, "Ann Poe" },
  { "xmp", make_xmp,
    SPACES " photoshop:Credit='AFP'>" ALT ("description", "Die Fähre fährt", "The ferry leaves &quot;it&quot;")
        ALT ("rights", "© AFP", "© AFP or licensors") "<dc:creator><rdf:Seq><rdf:li>Jane Roe</rdf:li>"
                                                      "<rdf:li>Ann Poe</rdf:li></rdf:Seq></dc:creator>"
                                                      "</rdf:Description>",
    "The ferry leaves \"it\"", "Jane Roe, Ann Poe/AFP" },
  { "xmp-other-prefix", make_xmp,
    "<rdf:Description xmlns:a='http://purl.org/dc/elements/1.1/'><a:creator>Jane Roe</a:creator></rdf:Description>",
    NULL, "Jane Roe" },
  { "xmp-wrong-namespace", make_xmp,
    "<rdf:Description xmlns:dc='http://example.org/'><dc:creator>Jane Roe</dc:creator></rdf:Description>", NULL, NULL },
  { "xmp-rights-alone", make_xmp,
    SPACES ">" ALT ("rights", "x", "Copyright (c) 2017 Jane Roe. All rights reserved.") "</rdf:Description>", NULL,
    "Jane Roe" },
  { "xmp-broken-behind", make_xmp, SPACES "><photoshop:Credit>AFP</photoshop:Credit><dc:creator>Jane", NULL, "AFP" },
  { "xmp-entity", make_xmp, SPACES "><photoshop:Credit>&bomb;</photoshop:Credit></rdf:Description>", NULL, NULL },
  { "xmp-deep", make_deep, "<rdf:Bag>", NULL, NULL },
  { "webp", make_webp, SPACES " photoshop:Source='Kyodo'/>", NULL, "Kyodo" },
  { "png", make_png, SPACES ">" ALT ("description", "x", "The ferry leaves Lindholm") "</rdf:Description>",
    "The ferry leaves Lindholm", "René Roe" },
  { "png-bomb", make_png_bomb, NULL, NULL, NULL },
  { "empty", make_raw, "", NULL, NULL },
  { "short", make_raw, "\xFF\xD8\xFF", NULL, NULL },
  { "html", make_raw, "<!DOCTYPE html><title>404</title>", NULL, NULL },
};

/* A copy on the heap of the first @size bytes, so that a read past its end is seen. */
static NpPhotoFacts *
read_cut (GBytes *bytes, gsize size)
{
  g_autoptr (GBytes) cut = g_bytes_new (g_bytes_get_data (bytes, NULL), size);

  return np_photo_metadata_read (cut);
}

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GBytes) bytes = rows[i].make (rows[i].argument);
  gsize size = g_bytes_get_size (bytes);
  g_autoptr (NpPhotoFacts) facts = read_cut (bytes, size);
  g_autofree char *credit = np_photo_facts_dup_credit (facts);

  g_assert_cmpstr (facts->values[NP_PHOTO_CAPTION], ==, rows[i].caption);
  g_assert_cmpstr (credit, ==, rows[i].credit);
  /* Cut anywhere, it says less, and nothing else happens. */
  for (gsize cut = 0; cut < MIN (size, 3000); cut++)
    np_photo_facts_free (read_cut (bytes, cut));
}

/* Each byte set to the numbers that lead furthest astray: lengths and offsets are among them. */
static void
test_wrong_bytes (gconstpointer data)
{
  static const guint8 wrong[] = { 0x00, 0x01, 0x7F, 0x80, 0xFF };
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GBytes) bytes = rows[i].make (rows[i].argument);
  gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  for (gsize at = 0; at < MIN (size, 1500); at++)
    for (guint j = 0; j < G_N_ELEMENTS (wrong); j++)
      {
        guint8 right = copy[at];
        g_autoptr (GBytes) spoilt = NULL;

        copy[at] = wrong[j];
        spoilt = g_bytes_new (copy, size);
        np_photo_facts_free (np_photo_metadata_read (spoilt));
        copy[at] = right;
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/base/photo-metadata/", rows[i].name, NULL);
      g_autofree char *wrong = g_strconcat ("/base/photo-metadata/wrong-bytes/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
      /* The bomb and the deep one say nothing new there, a thousand times. */
      if (strcmp (rows[i].name, "png-bomb") != 0 && strcmp (rows[i].name, "xmp-deep") != 0)
        g_test_add_data_func (wrong, GSIZE_TO_POINTER (i), test_wrong_bytes);
    }
  return g_test_run ();
}
