#include "index/np-rank.h"

#include "index/np-rows.h"
#include "index/np-phrase.h"

#include <math.h>

/* So many words of a search count; the others only have to be there. */
#define MAX_WORDS 8

struct _NpRank
{
  NpRowSet *rows; /* those with a score above 0 */
  float *scores;
};

/**
 * np_rank_free:
 * @rank: (transfer full) (nullable): a rank
 */
void
np_rank_free (NpRank *rank)
{
  if (rank == NULL)
    return;
  np_row_set_free (rank->rows);
  g_free (rank->scores);
  g_free (rank);
}

/* The terms that a story should have, not those it should not. */
static void
list_wanted (const NpTerm *term, GPtrArray *phrases)
{
  if (term == NULL || phrases->len >= MAX_WORDS || term->kind == NP_TERM_NOT)
    return;
  if (term->kind == NP_TERM_TEXT)
    {
      NpPhrase *phrase = np_phrase_new (term);

      if (phrase != NULL)
        g_ptr_array_add (phrases, phrase);
    }
  for (guint i = 0; term->children != NULL && i < term->children->len; i++)
    list_wanted (term->children->pdata[i], phrases);
}

/* Adds to the score of each story that has @phrase's words in @part: more, the fewer such stories there are. */
static gboolean
add_scores (NpDb *db, NpRank *rank, const NpPhrase *phrase, NpPart part, double weight, const NpRowSet *among,
            GError **error)
{
  g_autofree char *match = np_phrase_to_match (phrase, part);
  g_autoptr (NpRowSet) set = np_row_set_new (among->n_bits);
  double gain;

  if (!np_rows_of_words (db, part, match, set, error))
    return FALSE;
  gain = weight * log (2 + (double) among->n_bits / (1 + (double) np_row_set_count (set)));
  np_row_set_intersect (set, among);
  np_row_set_unite (rank->rows, set);
  for (gint64 row = -1; np_row_set_next (set, &row);)
    rank->scores[row] += (float) gain;
  return TRUE;
}

/**
 * np_rank_new:
 * @db: a connection
 * @term: (nullable): a search
 * @among: the rows that may match it
 * @rank: (out) (transfer full): their scores
 * @error: what SQLite said
 *
 * Returns: whether it went well
 */
gboolean
np_rank_new (NpDb *db, const NpTerm *term, const NpRowSet *among, NpRank **rank, GError **error)
{
  static const struct
  {
    NpPart part;
    double weight;
  } parts[] = { { NP_PART_HEADLINE, 4 }, { NP_PART_DECK, 1.5 } };
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) np_phrase_free);
  g_autoptr (NpRank) made = g_new0 (NpRank, 1);

  made->rows = np_row_set_new (among->n_bits);
  made->scores = g_new0 (float, among->n_bits);
  list_wanted (term, phrases);
  for (guint i = 0; i < phrases->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
      if (!add_scores (db, made, phrases->pdata[i], parts[j].part, parts[j].weight, among, error))
        return FALSE;
  *rank = g_steal_pointer (&made);
  return TRUE;
}

static void
rung_clear (gpointer data)
{
  np_row_set_free (((NpRankRung *) data)->rows);
}

static int
compare_rungs (gconstpointer a, gconstpointer b)
{
  const NpRankRung *first = a, *second = b;

  return first->score > second->score ? -1 : first->score < second->score;
}

static void
add_to_rung (GArray *rungs, float score, gint64 row, gsize n_bits)
{
  NpRankRung rung = { score, NULL };
  guint i = 0;

  while (i < rungs->len && g_array_index (rungs, NpRankRung, i).score != score)
    i++;
  if (i == rungs->len)
    {
      rung.rows = np_row_set_new (n_bits);
      g_array_append_val (rungs, rung);
    }
  np_row_set_add (g_array_index (rungs, NpRankRung, i).rows, row);
}

/**
 * np_rank_split:
 * @rank: a rank
 * @among: rows
 *
 * Returns: (transfer full) (element-type NpRankRung): the rows of @among by their score, best first
 */
GArray *
np_rank_split (const NpRank *rank, const NpRowSet *among)
{
  GArray *rungs = g_array_new (FALSE, FALSE, sizeof (NpRankRung));
  NpRankRung last = { 0, np_row_set_copy (among) };

  g_array_set_clear_func (rungs, rung_clear);
  for (gint64 row = -1; np_row_set_next (rank->rows, &row);)
    if (np_row_set_has (among, row))
      add_to_rung (rungs, rank->scores[row], row, among->n_bits);
  for (guint i = 0; i < rungs->len; i++)
    np_row_set_subtract (last.rows, g_array_index (rungs, NpRankRung, i).rows);
  g_array_append_val (rungs, last);
  g_array_sort (rungs, compare_rungs);
  return rungs;
}

/**
 * np_rank_get:
 * @rank: a rank
 * @row: a row
 *
 * Returns: its score, the higher the better
 */
double
np_rank_get (const NpRank *rank, gint64 row)
{
  return np_row_set_has (rank->rows, row) ? (double) rank->scores[row] : 0;
}
