#include "base/np-photo-exif.h"

#include <string.h>

/* The bytes come from strangers: every access below is checked against the end. */

#define TYPE_ASCII 2
#define TYPE_UTF8  129
#define ENTRY_SIZE 12

typedef struct
{
  const guint8 *data;
  gsize size;
  gboolean big;
} Tiff;

static guint
get16 (const Tiff *tiff, gsize at)
{
  const guint8 *p = tiff->data + at;

  return tiff->big ? (guint) p[0] << 8 | p[1] : (guint) p[1] << 8 | p[0];
}

static guint
get32 (const Tiff *tiff, gsize at)
{
  return tiff->big ? get16 (tiff, at) << 16 | get16 (tiff, at + 2) : get16 (tiff, at + 2) << 16 | get16 (tiff, at);
}

/* A text of up to four bytes stands in the entry itself. */
static void
read_text (NpPhotoFacts *facts, NpPhotoFactKind kind, const Tiff *tiff, gsize entry)
{
  guint type = get16 (tiff, entry + 2);
  gsize count = get32 (tiff, entry + 4);
  gsize at = count > 4 ? get32 (tiff, entry + 8) : entry + 8;

  if ((type == TYPE_ASCII || type == TYPE_UTF8) && at < tiff->size && count <= tiff->size - at)
    np_photo_facts_offer (facts, kind, (const char *) tiff->data + at, count);
}

/**
 * np_photo_exif_read:
 * @facts: gets what is found and was not known
 * @data: a TIFF file, as Exif carries it, with or without "Exif\0\0" before it
 * @size: its length in bytes
 *
 * Reads ImageDescription, Artist and Copyright of the first directory (CIPA DC-008, TIFF 6.0). No pointer is followed
 * but those of these three.
 */
void
np_photo_exif_read (NpPhotoFacts *facts, const guint8 *data, gsize size)
{
  Tiff tiff = { data, size, FALSE };
  gsize at, entries;

  g_return_if_fail (facts != NULL);

  if (size >= 6 && memcmp (data, "Exif\0", 5) == 0)
    {
      tiff.data += 6;
      tiff.size -= 6;
    }
  if (tiff.size < 10 || (memcmp (tiff.data, "MM\0*", 4) != 0 && memcmp (tiff.data, "II*\0", 4) != 0))
    return;
  tiff.big = tiff.data[0] == 'M';
  at = get32 (&tiff, 4);
  if (at > tiff.size - 2)
    return;
  entries = get16 (&tiff, at);
  at += 2;
  for (gsize i = 0; i < entries && ENTRY_SIZE <= tiff.size - at; i++, at += ENTRY_SIZE)
    switch (get16 (&tiff, at))
      {
      case 0x010E:
        read_text (facts, NP_PHOTO_CAPTION, &tiff, at);
        break;
      case 0x013B:
        read_text (facts, NP_PHOTO_CREATOR, &tiff, at);
        break;
      case 0x8298:
        read_text (facts, NP_PHOTO_COPYRIGHT, &tiff, at);
        break;
      default:
        break;
      }
}
