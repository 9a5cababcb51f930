/* The shortest way from one text to the other, found from both ends at once: E. W. Myers, "An O(ND) Difference
 * Algorithm and Its Variations", Algorithmica 1 (1986), §4b. */
#include "model/np-diff.h"

#include "model/np-diff-tokens.h"

/* After so many differences on the way the best so far is good enough: two texts that have nothing in common take no
 * longer than this times their length. */
#define MAX_STEPS 512

#define FAR (G_MAXINT / 2)

/* One comparison. Diagonal d is where the place in the first text less the one in the second is d. */
typedef struct
{
  GArray *a, *b;
  gboolean *gone, *come; /* which tokens of the first are not in the second, and the other way round */
  int *forward, *backward;
} Run;

typedef struct
{
  int a, a_end, b, b_end;
} Box;

/* The ends of the two ways; which diagonals they have reached. */
typedef struct
{
  int from, to;
} Reach;

static gboolean
same (const Run *run, int x, int y)
{
  return g_array_index (run->a, NpDiffToken, x).id == g_array_index (run->b, NpDiffToken, y).id;
}

/* One step further on every second diagonal that can be reached; beyond the box there is nothing. */
static void
widen (Reach *reach, int *ends, int first, int last, int nothing)
{
  if (reach->from > first)
    ends[--reach->from - 1] = nothing;
  else
    reach->from++;
  if (reach->to < last)
    ends[++reach->to + 1] = nothing;
  else
    reach->to--;
}

/* Gives whether the way forward has met the other. */
static gboolean
go_forward (const Run *run, const Box *box, const Reach *reach, const Reach *other, int *x, int *y)
{
  for (int d = reach->to; d >= reach->from; d -= 2)
    {
      *x = run->forward[d - 1] < run->forward[d + 1] ? run->forward[d + 1] : run->forward[d - 1] + 1;
      for (*y = *x - d; *x < box->a_end && *y < box->b_end && same (run, *x, *y); (*x)++)
        (*y)++;
      run->forward[d] = *x;
      if (other != NULL && other->from <= d && d <= other->to && run->backward[d] <= *x)
        return TRUE;
    }
  return FALSE;
}

static gboolean
go_backward (const Run *run, const Box *box, const Reach *reach, const Reach *other, int *x, int *y)
{
  for (int d = reach->to; d >= reach->from; d -= 2)
    {
      *x = run->backward[d - 1] < run->backward[d + 1] ? run->backward[d - 1] : run->backward[d + 1] - 1;
      for (*y = *x - d; *x > box->a && *y > box->b && same (run, *x - 1, *y - 1); (*x)--)
        (*y)--;
      run->backward[d] = *x;
      if (other != NULL && other->from <= d && d <= other->to && *x <= run->forward[d])
        return TRUE;
    }
  return FALSE;
}

/* The place that one of the two ways has come furthest to. */
static void
find_best (const Run *run, const Box *box, const Reach *forward, const Reach *backward, int *x, int *y)
{
  int best = -1, rest = FAR, other_x = box->a_end, other_y = box->b_end;

  for (int d = forward->to; d >= forward->from; d -= 2)
    {
      int at = MIN (MIN (run->forward[d], box->a_end), box->b_end + d);

      if (at + at - d > best)
        {
          best = at + at - d;
          *x = at;
          *y = at - d;
        }
    }
  for (int d = backward->to; d >= backward->from; d -= 2)
    {
      int at = MAX (MAX (run->backward[d], box->a), box->b + d);

      if (at + at - d < rest)
        {
          rest = at + at - d;
          other_x = at;
          other_y = at - d;
        }
    }
  if (box->a_end + box->b_end - rest > best - box->a - box->b)
    {
      *x = other_x;
      *y = other_y;
    }
}

/* A place on a shortest way through @box, or on a short one. */
static void
find_middle (const Run *run, const Box *box, int *x, int *y)
{
  int first = box->a - box->b_end, last = box->a_end - box->b;
  Reach forward = { box->a - box->b, box->a - box->b };
  Reach backward = { box->a_end - box->b_end, box->a_end - box->b_end };
  gboolean odd = (forward.from - backward.from) & 1;

  run->forward[forward.from] = box->a;
  run->backward[backward.from] = box->a_end;
  for (int step = 1; step <= MAX_STEPS; step++)
    {
      widen (&forward, run->forward, first, last, -1);
      if (go_forward (run, box, &forward, odd ? &backward : NULL, x, y))
        return;
      widen (&backward, run->backward, first, last, FAR);
      if (go_backward (run, box, &backward, odd ? NULL : &forward, x, y))
        return;
    }
  find_best (run, box, &forward, &backward, x, y);
}

static void
mark (gboolean *marks, int from, int to)
{
  for (int i = from; i < to; i++)
    marks[i] = TRUE;
}

static void
compare (const Run *run, Box box)
{
  Box first, second;
  int x = 0, y = 0;

  while (box.a < box.a_end && box.b < box.b_end && same (run, box.a, box.b))
    {
      box.a++;
      box.b++;
    }
  while (box.a < box.a_end && box.b < box.b_end && same (run, box.a_end - 1, box.b_end - 1))
    {
      box.a_end--;
      box.b_end--;
    }
  if (box.a < box.a_end && box.b < box.b_end)
    find_middle (run, &box, &x, &y);
  if (box.a == box.a_end || box.b == box.b_end || (x == box.a && y == box.b) || (x == box.a_end && y == box.b_end))
    {
      mark (run->gone, box.a, box.a_end);
      mark (run->come, box.b, box.b_end);
      return;
    }
  first = (Box){ box.a, x, box.b, y };
  second = (Box){ x, box.a_end, y, box.b_end };
  compare (run, first);
  compare (run, second);
}

/* A space or a comma between two changes says nothing: they are one. Gives how many tokens that are the same follow. */
static guint
count_between (const Run *run, guint i, guint j)
{
  guint n = 0;

  for (; i + n < run->a->len && j + n < run->b->len && !run->gone[i + n] && !run->come[j + n]; n++)
    {
      const NpDiffToken *token = &g_array_index (run->a, NpDiffToken, i + n);

      if (token->is_word || token->is_break)
        return 0;
    }
  return i + n < run->a->len || j + n < run->b->len ? n : 0;
}

static void
join_changes (const Run *run)
{
  gboolean changed = FALSE;

  for (guint i = 0, j = 0; i < run->a->len || j < run->b->len;)
    {
      guint n = 1;

      if (i < run->a->len && run->gone[i])
        i++;
      else if (j < run->b->len && run->come[j])
        j++;
      else
        {
          n = changed ? count_between (run, i, j) : 0;
          mark (run->gone, (int) i, (int) (i + n));
          mark (run->come, (int) j, (int) (j + n));
          i += MAX (n, 1);
          j += MAX (n, 1);
        }
      changed = n > 0;
    }
}

static gsize
end_of (GArray *tokens, guint n)
{
  return n > 0 ? g_array_index (tokens, NpDiffToken, n - 1).end : 0;
}

static void
add_part (GArray *parts, NpDiffKind kind, gsize start, gsize end)
{
  NpDiffPart part = { kind, start, end - start };

  if (end > start)
    g_array_append_val (parts, part);
}

/* What was removed stands before what was added in its place. */
static GArray *
list_parts (const Run *run)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (NpDiffPart));
  guint i = 0, j = 0;

  while (i < run->a->len || j < run->b->len)
    {
      guint from = i, to = j;

      while (i < run->a->len && run->gone[i])
        i++;
      while (j < run->b->len && run->come[j])
        j++;
      add_part (parts, NP_DIFF_REMOVED, end_of (run->a, from), end_of (run->a, i));
      add_part (parts, NP_DIFF_ADDED, end_of (run->b, to), end_of (run->b, j));
      to = j;
      while (i < run->a->len && j < run->b->len && !run->gone[i] && !run->come[j])
        {
          i++;
          j++;
        }
      add_part (parts, NP_DIFF_SAME, end_of (run->b, to), end_of (run->b, j));
    }
  return parts;
}

/**
 * np_diff_words:
 * @before: a text in UTF-8
 * @after: another
 *
 * Compares two texts word by word; where a script puts no space between words, character by character. When they have
 * little in common the way found need not be the shortest, but it always is a way: what is the same and what was
 * removed make @before, what is the same and what was added make @after.
 *
 * Returns: (transfer full) (element-type NpDiffPart): the way from one to the other, in the order of reading
 */
GArray *
np_diff_words (const char *before, const char *after)
{
  g_autoptr (GHashTable) ids = np_diff_tokens_new_ids ();
  g_autoptr (GArray) a = NULL, b = NULL;
  g_autofree gboolean *gone = NULL, *come = NULL;
  g_autofree int *forward = NULL, *backward = NULL;
  Run run;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  a = np_diff_tokens_of (before, ids);
  b = np_diff_tokens_of (after, ids);
  gone = g_new0 (gboolean, a->len + 1);
  come = g_new0 (gboolean, b->len + 1);
  forward = g_new (int, a->len + b->len + 3);
  backward = g_new (int, a->len + b->len + 3);
  run = (Run){ a, b, gone, come, forward + b->len + 1, backward + b->len + 1 };
  compare (&run, (Box){ 0, (int) a->len, 0, (int) b->len });
  join_changes (&run);
  return list_parts (&run);
}

/**
 * np_diff_count:
 * @parts: (element-type NpDiffPart): what np_diff_words() gave
 * @before: the first text
 * @after: the second
 * @removed: (out): how many words were removed
 * @added: (out): how many were added
 */
void
np_diff_count (GArray *parts, const char *before, const char *after, guint *removed, guint *added)
{
  g_return_if_fail (parts != NULL && before != NULL && after != NULL && removed != NULL && added != NULL);

  *removed = *added = 0;
  for (guint i = 0; i < parts->len; i++)
    {
      const NpDiffPart *part = &g_array_index (parts, NpDiffPart, i);
      g_autofree char *text = NULL;
      g_autoptr (GHashTable) ids = NULL;
      g_autoptr (GArray) tokens = NULL;

      if (part->kind == NP_DIFF_SAME)
        continue;
      text = g_strndup ((part->kind == NP_DIFF_REMOVED ? before : after) + part->start, part->length);
      ids = np_diff_tokens_new_ids ();
      tokens = np_diff_tokens_of (text, ids);
      for (guint j = 0; j < tokens->len; j++)
        *(part->kind == NP_DIFF_REMOVED ? removed : added) += g_array_index (tokens, NpDiffToken, j).is_word;
    }
}
