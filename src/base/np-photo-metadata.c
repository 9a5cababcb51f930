#include "base/np-photo-metadata.h"

#include "base/np-photo-exif.h"
#include "base/np-photo-iptc.h"
#include "base/np-photo-xmp.h"

#include <gio/gio.h>
#include <string.h>

/* The bytes come from strangers: every access below is checked against the end, and there is an end to the parts that
 * are looked at. */
#define MAX_PARTS    2000
#define MAX_INFLATED (512 * 1024)

#define XMP_HEADER "http://ns.adobe.com/xap/1.0/"

/* A stretch of the photo. */
typedef struct
{
  const guint8 *data;
  gsize size;
} Part;

typedef enum
{
  KIND_XMP,
  KIND_IPTC,
  KIND_EXIF,
  N_KINDS
} Kind;

/* What was found, the best source last asked first: programs keep XMP, then IPTC; Exif is mostly the camera's. */
typedef struct
{
  Part parts[N_KINDS];
} Found;

static gboolean
begins (Part part, const char *magic, gsize length)
{
  return part.size >= length && memcmp (part.data, magic, length) == 0;
}

static void
keep (Found *found, Kind kind, Part part, gsize skip)
{
  if (found->parts[kind].data == NULL && part.size > skip)
    found->parts[kind] = (Part){ part.data + skip, part.size - skip };
}

static void
use (const Found *found, NpPhotoFacts *facts)
{
  if (found->parts[KIND_XMP].data != NULL)
    np_photo_xmp_read (facts, found->parts[KIND_XMP].data, found->parts[KIND_XMP].size);
  if (found->parts[KIND_IPTC].data != NULL)
    np_photo_iptc_read (facts, found->parts[KIND_IPTC].data, found->parts[KIND_IPTC].size);
  if (found->parts[KIND_EXIF].data != NULL)
    np_photo_exif_read (facts, found->parts[KIND_EXIF].data, found->parts[KIND_EXIF].size);
}

/* ITU-T T.81, Exif 2.3, XMP part 3: the APP segments before the scan. */
static void
read_jpeg (Part photo, Found *found)
{
  gsize at = 2;

  for (guint n = 0; n < MAX_PARTS && photo.size - at >= 4 && photo.data[at] == 0xFF; n++)
    {
      guint8 marker = photo.data[at + 1];
      gsize length = (gsize) photo.data[at + 2] << 8 | photo.data[at + 3];
      Part segment;

      if (marker == 0xFF)
        {
          at++;
          continue;
        }
      if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8))
        {
          at += 2;
          continue;
        }
      if (marker == 0xDA || marker == 0xD9 || length < 2 || length + 2 > photo.size - at)
        return;
      segment = (Part){ photo.data + at + 4, length - 2 };
      if (marker == 0xE1 && begins (segment, XMP_HEADER, sizeof XMP_HEADER))
        keep (found, KIND_XMP, segment, sizeof XMP_HEADER);
      else if (marker == 0xE1 && begins (segment, "Exif\0", 5))
        keep (found, KIND_EXIF, segment, 0);
      else if (marker == 0xED && begins (segment, "Photoshop 3.0", sizeof "Photoshop 3.0"))
        keep (found, KIND_IPTC, segment, 0);
      at += 2 + length;
    }
}

/* RFC 9649: chunks in a RIFF file. */
static void
read_webp (Part photo, Found *found)
{
  gsize at = 12;

  for (guint n = 0; n < MAX_PARTS && photo.size - at >= 8; n++)
    {
      const guint8 *p = photo.data + at;
      gsize length = (gsize) p[7] << 24 | (gsize) p[6] << 16 | (gsize) p[5] << 8 | p[4];
      Part chunk;

      at += 8;
      if (length > photo.size - at)
        return;
      chunk = (Part){ p + 8, length };
      if (memcmp (p, "XMP ", 4) == 0)
        keep (found, KIND_XMP, chunk, 0);
      else if (memcmp (p, "EXIF", 4) == 0)
        keep (found, KIND_EXIF, chunk, 0);
      at += MIN (length + (length & 1), photo.size - at);
    }
}

/* (nullable): the content of a compressed chunk, up to a limit. */
static GBytes *
inflate (const guint8 *data, gsize size)
{
  g_autoptr (GConverter) zlib = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, zlib);
  g_autofree char *buffer = g_malloc (MAX_INFLATED);
  gsize length = 0;

  g_input_stream_read_all (stream, buffer, MAX_INFLATED, &length, NULL, NULL);
  return length > 0 ? g_bytes_new (buffer, length) : NULL;
}

/* The texts that PNG itself has names for (PNG 3rd edition, 11.3.3), and the XMP packet. */
static void
use_png_text (NpPhotoFacts *facts, const char *keyword, Part text, gboolean compressed)
{
  static const struct
  {
    const char *keyword;
    NpPhotoFactKind kind;
  } rows[] = { { "Description", NP_PHOTO_CAPTION },
               { "Author", NP_PHOTO_CREATOR },
               { "Copyright", NP_PHOTO_COPYRIGHT } };
  g_autoptr (GBytes) inflated = NULL;

  if (compressed)
    {
      inflated = inflate (text.data, text.size);
      if (inflated == NULL)
        return;
      text.data = g_bytes_get_data (inflated, &text.size);
    }
  if (strcmp (keyword, "XML:com.adobe.xmp") == 0)
    np_photo_xmp_read (facts, text.data, text.size);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (keyword, rows[i].keyword) == 0)
      np_photo_facts_offer (facts, rows[i].kind, (const char *) text.data, text.size);
}

/* Reads a tEXt, zTXt or iTXt chunk. */
static void
read_png_text (Part chunk, const guint8 *type, NpPhotoFacts *facts)
{
  const guint8 *end = memchr (chunk.data, 0, MIN (chunk.size, 80));
  const char *keyword = (const char *) chunk.data;
  Part text;
  gboolean compressed = type[0] == 'z';

  if (end == NULL)
    return;
  text = (Part){ end + 1, chunk.size - (gsize) (end + 1 - chunk.data) };
  if (type[0] == 'z' && text.size >= 1)
    text = (Part){ text.data + 1, text.size - 1 };
  if (type[0] == 'i')
    {
      if (text.size < 2)
        return;
      compressed = text.data[0] == 1;
      text = (Part){ text.data + 2, text.size - 2 };
      /* The language, and the keyword in that language. */
      for (guint i = 0; i < 2; i++)
        {
          end = text.size > 0 ? memchr (text.data, 0, text.size) : NULL;
          if (end == NULL)
            return;
          text = (Part){ end + 1, text.size - (gsize) (end + 1 - text.data) };
        }
    }
  if (text.size > 0)
    use_png_text (facts, keyword, text, compressed);
}

static void
read_png (Part photo, NpPhotoFacts *facts)
{
  Found found = { 0 };
  gsize at = 8;

  for (guint n = 0, texts = 0; n < MAX_PARTS && photo.size - at >= 12; n++)
    {
      const guint8 *p = photo.data + at;
      gsize length = (gsize) p[0] << 24 | (gsize) p[1] << 16 | (gsize) p[2] << 8 | p[3];

      if (length > photo.size - at - 12)
        break;
      /* Only so many texts: each may have to be inflated. */
      if ((memcmp (p + 4, "tEXt", 4) == 0 || memcmp (p + 4, "zTXt", 4) == 0 || memcmp (p + 4, "iTXt", 4) == 0)
          && length > 0 && texts++ < 20)
        read_png_text ((Part){ p + 8, length }, p + 4, facts);
      else if (memcmp (p + 4, "eXIf", 4) == 0)
        keep (&found, KIND_EXIF, (Part){ p + 8, length }, 0);
      at += length + 12;
    }
  use (&found, facts);
}

/**
 * np_photo_metadata_read:
 * @bytes: a photo
 *
 * Reads what a JPEG, PNG or WebP photo says of itself: XMP first, then IPTC-IIM, then Exif. Photos of other formats say
 * nothing.
 *
 * Returns: (transfer full): the facts; those that are not known are `NULL`
 */
NpPhotoFacts *
np_photo_metadata_read (GBytes *bytes)
{
  NpPhotoFacts *facts = np_photo_facts_new ();
  Found found = { 0 };
  Part photo;

  g_return_val_if_fail (bytes != NULL, facts);

  photo.data = g_bytes_get_data (bytes, &photo.size);
  if (begins (photo, "\xFF\xD8\xFF", 3))
    read_jpeg (photo, &found);
  else if (photo.size >= 12 && begins (photo, "RIFF", 4) && memcmp (photo.data + 8, "WEBP", 4) == 0)
    read_webp (photo, &found);
  else if (begins (photo, "\x89PNG\r\n\x1A\n", 8))
    read_png (photo, facts);
  use (&found, facts);
  return facts;
}
