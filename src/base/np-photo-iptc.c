#include "base/np-photo-iptc.h"

#include <string.h>

/* The bytes come from strangers: every access below is checked against the end. */

#define SIGNATURE     "Photoshop 3.0"
#define RESOURCE_IPTC 0x0404

/* Data sets of record 2 (IIM 4.2, chapter 6). */
static const struct
{
  guint8 number;
  NpPhotoFactKind kind;
} data_sets[] = {
  { 120, NP_PHOTO_CAPTION }, { 80, NP_PHOTO_CREATOR },    { 110, NP_PHOTO_CREDIT },
  { 115, NP_PHOTO_SOURCE },  { 116, NP_PHOTO_COPYRIGHT },
};

/* By-lines may repeat; the other data sets are there once. */
static void
read_data_sets (NpPhotoFacts *facts, const guint8 *data, gsize size)
{
  g_autoptr (GString) creators = g_string_new (NULL);
  gsize at = 0;

  while (at + 5 <= size && data[at] == 0x1C)
    {
      guint8 record = data[at + 1], number = data[at + 2];
      gsize length = (gsize) data[at + 3] << 8 | data[at + 4];

      at += 5;
      /* An extended data set, of 32 KiB and more, is no text of ours. */
      if (length > 0x7FFF || length > size - at)
        break;
      for (guint i = 0; record == 2 && i < G_N_ELEMENTS (data_sets); i++)
        if (data_sets[i].number != number)
          continue;
        else if (data_sets[i].kind != NP_PHOTO_CREATOR)
          np_photo_facts_offer (facts, data_sets[i].kind, (const char *) data + at, length);
        else if (creators->len < 1000)
          {
            if (creators->len > 0)
              g_string_append (creators, ", ");
            g_string_append_len (creators, (const char *) data + at,
                                 (gssize) strnlen ((const char *) data + at, length));
          }
      at += length;
    }
  np_photo_facts_offer (facts, NP_PHOTO_CREATOR, creators->str, creators->len);
}

/**
 * np_photo_iptc_read:
 * @facts: gets what is found and was not known
 * @data: the content of an APP13 segment
 * @size: its length in bytes
 *
 * Reads caption, by-line, credit, source and copyright notice of IPTC-IIM (IIM 4.2; Adobe Photoshop File Formats, Image
 * Resource Blocks). Whatever is not as it should be ends the reading.
 */
void
np_photo_iptc_read (NpPhotoFacts *facts, const guint8 *data, gsize size)
{
  gsize at = sizeof SIGNATURE;

  g_return_if_fail (facts != NULL);

  if (size < at || memcmp (data, SIGNATURE, at) != 0)
    return;
  while (at + 12 <= size && memcmp (data + at, "8BIM", 4) == 0)
    {
      guint id = (guint) data[at + 4] << 8 | data[at + 5];
      /* The name is a Pascal string, padded to an even length. */
      gsize name = ((gsize) data[at + 6] + 2) & ~(gsize) 1;
      gsize length;

      at += 6;
      if (name + 4 > size - at)
        break;
      at += name;
      length = (gsize) data[at] << 24 | (gsize) data[at + 1] << 16 | (gsize) data[at + 2] << 8 | data[at + 3];
      at += 4;
      if (length > size - at)
        break;
      if (id == RESOURCE_IPTC)
        read_data_sets (facts, data + at, length);
      at += MIN (length + (length & 1), size - at);
    }
}
