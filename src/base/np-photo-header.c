#include "base/np-photo-header.h"

#include <string.h>

/* The bytes come from strangers: every access below is checked against the end. */
typedef struct
{
  const guint8 *data;
  gsize size;
} Photo;

static guint
be16 (const guint8 *p)
{
  return (guint) p[0] << 8 | p[1];
}

static guint
be32 (const guint8 *p)
{
  return (guint) p[0] << 24 | (guint) p[1] << 16 | (guint) p[2] << 8 | p[3];
}

static guint
le16 (const guint8 *p)
{
  return (guint) p[1] << 8 | p[0];
}

static guint
le24 (const guint8 *p)
{
  return (guint) p[2] << 16 | (guint) p[1] << 8 | p[0];
}

static gboolean
starts_with (Photo photo, gsize offset, const char *magic, gsize length)
{
  return photo.size >= offset + length && memcmp (photo.data + offset, magic, length) == 0;
}

/* ITU-T T.81: walks the marker segments up to the frame header. */
static void
read_jpeg (Photo photo, guint *width, guint *height)
{
  gsize at = 2;

  while (at + 9 < photo.size && photo.data[at] == 0xFF)
    {
      guint8 marker = photo.data[at + 1];

      if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
        {
          *height = be16 (photo.data + at + 5);
          *width = be16 (photo.data + at + 7);
          return;
        }
      if (marker == 0xFF)
        at++;
      else if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8))
        at += 2;
      else
        at += 2 + MAX (be16 (photo.data + at + 2), 2);
    }
}

/* RFC 9649: the first chunk tells. */
static void
read_webp (Photo photo, guint *width, guint *height)
{
  if (photo.size < 30)
    return;
  if (starts_with (photo, 12, "VP8X", 4))
    {
      *width = le24 (photo.data + 24) + 1;
      *height = le24 (photo.data + 27) + 1;
    }
  else if (starts_with (photo, 12, "VP8L", 4))
    {
      *width = (le16 (photo.data + 21) & 0x3FFF) + 1;
      *height = ((le24 (photo.data + 22) >> 6) & 0x3FFF) + 1;
    }
  else if (starts_with (photo, 12, "VP8 ", 4))
    {
      *width = le16 (photo.data + 26) & 0x3FFF;
      *height = le16 (photo.data + 28) & 0x3FFF;
    }
}

/* ISO/IEC 23008-12: the largest "ispe" property; a search for it is enough for a hint of the size. */
static void
read_avif (Photo photo, guint *width, guint *height)
{
  for (gsize i = 0; i + 16 <= MIN (photo.size, 4096); i++)
    if (memcmp (photo.data + i, "ispe", 4) == 0 && be32 (photo.data + i + 8) > *width)
      {
        *width = be32 (photo.data + i + 8);
        *height = be32 (photo.data + i + 12);
      }
}

static gboolean
is_svg (Photo photo)
{
  gsize n = MIN (photo.size, 1024);

  return g_strstr_len ((const char *) photo.data, (gssize) n, "<svg") != NULL && memchr (photo.data, 0, n) == NULL;
}

/**
 * np_photo_header_read:
 * @bytes: what was received as a photo
 * @extension: (out): "jpg", "png", "gif", "webp", "avif" or "svg"
 * @width: (out): pixels, 0 when the header does not say
 * @height: (out): pixels, 0 when the header does not say
 *
 * Tells from its content, whatever its name or declared type, whether @bytes is a photo, and which.
 *
 * Returns: whether @bytes is in one of the formats that Newsprint keeps
 */
gboolean
np_photo_header_read (GBytes *bytes, const char **extension, guint *width, guint *height)
{
  Photo photo;

  g_return_val_if_fail (bytes != NULL && extension != NULL && width != NULL && height != NULL, FALSE);

  photo.data = g_bytes_get_data (bytes, &photo.size);
  *extension = NULL;
  *width = *height = 0;
  if (photo.size < 12)
    return FALSE;
  if (starts_with (photo, 0, "\xFF\xD8\xFF", 3))
    {
      *extension = "jpg";
      read_jpeg (photo, width, height);
    }
  else if (starts_with (photo, 0, "\x89PNG\r\n\x1A\n", 8))
    {
      *extension = "png";
      if (photo.size >= 24)
        {
          *width = be32 (photo.data + 16);
          *height = be32 (photo.data + 20);
        }
    }
  else if (starts_with (photo, 0, "GIF8", 4))
    {
      *extension = "gif";
      *width = le16 (photo.data + 6);
      *height = le16 (photo.data + 8);
    }
  else if (starts_with (photo, 0, "RIFF", 4) && starts_with (photo, 8, "WEBP", 4))
    {
      *extension = "webp";
      read_webp (photo, width, height);
    }
  else if (starts_with (photo, 4, "ftypavi", 7))
    {
      *extension = "avif";
      read_avif (photo, width, height);
    }
  else if (is_svg (photo))
    *extension = "svg";
  return *extension != NULL;
}
