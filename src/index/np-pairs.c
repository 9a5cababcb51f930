#include "index/np-pairs.h"

/* With so many bits for each pair, repeated ones among them, five of six stories that have both words but not next to
 * each other are told. */
#define BITS_PER_PAIR 4
#define MIN_BYTES     8

/**
 * np_pairs_hash_word:
 * @word: a word as NpToken has it
 * @length: its length, bytes
 *
 * Returns: a number that stands for it (FNV-1a)
 */
guint64
np_pairs_hash_word (const char *word, gsize length)
{
  guint64 hash = 14695981039346656037u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) word[i]) * 1099511628211u;
  return hash;
}

/**
 * np_pairs_join:
 * @first: of np_pairs_hash_word()
 * @second: of the word behind it
 *
 * Returns: a number that stands for both in this order
 */
guint32
np_pairs_join (guint64 first, guint64 second)
{
  guint64 hash = (first ^ second * 0x9E3779B97F4A7C15u) * 0xBF58476D1CE4E5B9u;

  return (guint32) (hash >> 32);
}

/**
 * np_pairs_pack:
 * @pairs: (element-type guint32): numbers of np_pairs_join()
 *
 * Returns: (transfer full): the bits: each pair has set one of them
 */
GBytes *
np_pairs_pack (GArray *pairs)
{
  gsize size = MAX (((gsize) pairs->len * BITS_PER_PAIR + 7) / 8, MIN_BYTES);
  guint8 *bits = g_malloc0 (size);

  for (guint i = 0; i < pairs->len; i++)
    {
      guint32 bit = g_array_index (pairs, guint32, i) % (guint32) (size * 8);

      bits[bit / 8] |= (guint8) (1 << bit % 8);
    }
  return g_bytes_new_take (bits, size);
}

/**
 * np_pairs_may_have:
 * @data: (nullable): bits of np_pairs_pack()
 * @size: their number of bytes
 * @pair: of np_pairs_join()
 *
 * Returns: whether the two words may stand next to each other; `FALSE` is certain
 */
gboolean
np_pairs_may_have (gconstpointer data, gsize size, guint32 pair)
{
  guint32 bit = size > 0 ? pair % (guint32) (size * 8) : 0;

  return size == 0 || (((const guint8 *) data)[bit / 8] >> bit % 8 & 1) != 0;
}
