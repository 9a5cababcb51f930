/* A set of row numbers as bits: a hundred thousand stories are 12 KiB, and "and", "or", "not" are a few microseconds.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 *bits;
  gsize n_bits; /* rows from 0 to n_bits - 1 can be in it */
} NpRowSet;

NpRowSet *np_row_set_new (gsize n_bits);
NpRowSet *np_row_set_copy (const NpRowSet *set);
void np_row_set_free (NpRowSet *set);
void np_row_set_intersect (NpRowSet *set, const NpRowSet *other);
void np_row_set_subtract (NpRowSet *set, const NpRowSet *other);
void np_row_set_unite (NpRowSet *set, const NpRowSet *other);
void np_row_set_invert (NpRowSet *set);
gsize np_row_set_count (const NpRowSet *set);
gboolean np_row_set_next (const NpRowSet *set, gint64 *row);

/* A row beyond the set's size is one that was written after the search began: it is left out. */
static inline void
np_row_set_add (NpRowSet *set, gint64 row)
{
  if (row >= 0 && (guint64) row < set->n_bits)
    set->bits[row >> 6] |= G_GUINT64_CONSTANT (1) << (row & 63);
}

static inline gboolean
np_row_set_has (const NpRowSet *set, gint64 row)
{
  return row >= 0 && (guint64) row < set->n_bits && (set->bits[row >> 6] >> (row & 63) & 1) != 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpRowSet, np_row_set_free)

G_END_DECLS
