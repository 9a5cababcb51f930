#include "index/np-row-set.h"

static gsize
n_words (const NpRowSet *set)
{
  return (set->n_bits + 63) / 64;
}

/**
 * np_row_set_new:
 * @n_bits: one more than the largest row that may be in it
 *
 * Returns: (transfer full): an empty set
 */
NpRowSet *
np_row_set_new (gsize n_bits)
{
  NpRowSet *set = g_new (NpRowSet, 1);

  set->n_bits = n_bits;
  set->bits = g_new0 (guint64, n_words (set) + 1);
  return set;
}

/**
 * np_row_set_copy:
 * @set: a set
 *
 * Returns: (transfer full): a copy of @set
 */
NpRowSet *
np_row_set_copy (const NpRowSet *set)
{
  NpRowSet *copy = np_row_set_new (set->n_bits);

  np_row_set_unite (copy, set);
  return copy;
}

/**
 * np_row_set_free:
 * @set: (transfer full) (nullable): a set
 */
void
np_row_set_free (NpRowSet *set)
{
  if (set == NULL)
    return;
  g_free (set->bits);
  g_free (set);
}

/**
 * np_row_set_intersect:
 * @set: a set
 * @other: a set of the same size
 *
 * Takes everything out of @set that is not in @other.
 */
void
np_row_set_intersect (NpRowSet *set, const NpRowSet *other)
{
  g_return_if_fail (set->n_bits == other->n_bits);

  for (gsize i = 0; i < n_words (set); i++)
    set->bits[i] &= other->bits[i];
}

/**
 * np_row_set_subtract:
 * @set: a set
 * @other: a set of the same size
 *
 * Takes everything of @other out of @set.
 */
void
np_row_set_subtract (NpRowSet *set, const NpRowSet *other)
{
  g_return_if_fail (set->n_bits == other->n_bits);

  for (gsize i = 0; i < n_words (set); i++)
    set->bits[i] &= ~other->bits[i];
}

/**
 * np_row_set_unite:
 * @set: a set
 * @other: a set of the same size
 *
 * Puts everything of @other into @set.
 */
void
np_row_set_unite (NpRowSet *set, const NpRowSet *other)
{
  g_return_if_fail (set->n_bits == other->n_bits);

  for (gsize i = 0; i < n_words (set); i++)
    set->bits[i] |= other->bits[i];
}

/**
 * np_row_set_invert:
 * @set: a set
 *
 * Makes @set hold what it did not; numbers of no story are then among them.
 */
void
np_row_set_invert (NpRowSet *set)
{
  for (gsize i = 0; i < n_words (set); i++)
    set->bits[i] = ~set->bits[i];
  if (set->n_bits % 64 != 0)
    set->bits[set->n_bits / 64] &= (G_GUINT64_CONSTANT (1) << (set->n_bits % 64)) - 1;
}

/**
 * np_row_set_count:
 * @set: a set
 *
 * Returns: how many rows are in it
 */
gsize
np_row_set_count (const NpRowSet *set)
{
  gsize count = 0;

  for (gsize i = 0; i < n_words (set); i++)
    count += (gsize) __builtin_popcountll (set->bits[i]);
  return count;
}

/**
 * np_row_set_next:
 * @set: a set
 * @row: (inout): a row, -1 to begin; the first row of @set after it
 *
 * Returns: whether there was one
 */
gboolean
np_row_set_next (const NpRowSet *set, gint64 *row)
{
  gsize bit = (gsize) (*row + 1);

  for (gsize i = bit / 64; i < n_words (set); i++)
    {
      guint64 word = set->bits[i];

      if (i == bit / 64)
        word &= ~G_GUINT64_CONSTANT (0) << (bit % 64);
      if (word == 0)
        continue;
      *row = (gint64) (i * 64) + __builtin_ctzll (word);
      return TRUE;
    }
  return FALSE;
}
