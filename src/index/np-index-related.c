#include "index/np-index-private.h"
#include "index/np-match.h"
#include "index/np-rows.h"

#include <math.h>
#include <string.h>

/* A topic or word that more stories than this have says nothing about what is near to what. */
#define MAX_ROWS 5000
/* How many words of a headline and its keywords are looked for. */
#define MAX_WORDS 16
/* The shortest word of letters that is looked for, in bytes. */
#define MIN_WORD 4

/* What the stories found so far have in common with the one they are compared to. */
typedef struct
{
  NpDb *db;
  gint64 row;
  NpRowSet *rows; /* those with a score */
  double *scores;
} Nearness;

/* Adds what sharing one thing is worth to each row of @set: the rarer it is, the more. */
static void
add_set (Nearness *near, const NpRowSet *set, double weight)
{
  gsize count = np_row_set_count (set);
  double gain;

  if (count < 2 || count > MAX_ROWS)
    return;
  gain = weight * log (1 + (double) set->n_bits / (double) count);
  np_row_set_unite (near->rows, set);
  for (gint64 row = -1; np_row_set_next (set, &row);)
    near->scores[row] += gain;
}

static gboolean
add_words (Nearness *near, NpSql sql, const char *match, double weight, GError **error)
{
  g_autoptr (NpRowSet) set = np_rows_new (near->db, error);
  sqlite3_stmt *statement = set != NULL ? np_db_get (near->db, sql, error) : NULL;

  if (statement == NULL)
    return FALSE;
  np_db_bind (statement, 1, match);
  if (!np_db_mark (near->db, statement, set, error))
    return FALSE;
  add_set (near, set, weight);
  return TRUE;
}

static gboolean
add_topics (Nearness *near, const NpTopicTree *tree, const char *const *topics, GError **error)
{
  for (guint i = 0; topics[i] != NULL; i++)
    {
      const NpTopic *topic = tree != NULL ? np_topic_tree_resolve (tree, topics[i]) : NULL;
      g_autoptr (NpMatch) match = np_match_new_topic (near->db, topic != NULL ? topic->key : topics[i], tree, error);

      if (match == NULL)
        return FALSE;
      add_set (near, match->may, 2);
    }
  return TRUE;
}

/* The words of the headline and of the keywords, in other headlines and anywhere. */
static gboolean
add_text (Nearness *near, const NpStoryText *text, GError **error)
{
  g_autofree char *joined = g_strconcat (text->parts[NP_PART_HEADLINE], "\n", text->parts[NP_PART_OTHER], NULL);
  g_autofree char *words = np_part_to_words (joined);
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0, n = 0; list[i] != NULL && n < MAX_WORDS; i++)
    {
      g_autofree char *match = g_strdup_printf ("\"%s\"", list[i]), *headline = NULL;

      if (strlen (list[i]) < MIN_WORD)
        continue;
      n++;
      headline = g_strdup_printf ("\"%c%s\"", np_part_letter (NP_PART_HEADLINE), list[i]);
      if (!add_words (near, NP_SQL_ROWS_BY_FIELDS, headline, 1, error)
          || !add_words (near, NP_SQL_ROWS_BY_WORDS, match, 0.5, error))
        return FALSE;
    }
  return TRUE;
}

static void
drop (Nearness *near, gint64 row)
{
  g_autoptr (NpRowSet) set = np_row_set_new (near->rows->n_bits);

  np_row_set_add (set, row);
  np_row_set_invert (set);
  np_row_set_intersect (near->rows, set);
}

static gboolean
drop_same_url (Nearness *near, GError **error)
{
  sqlite3_stmt *statement = np_db_get (near->db, NP_SQL_LIST_URLS, error);
  gboolean more = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, near->row);
  while (more)
    {
      if (!np_db_step (near->db, statement, &more, error))
        return FALSE;
      if (more)
        drop (near, sqlite3_column_int64 (statement, 0));
    }
  return TRUE;
}

typedef struct
{
  gint64 row;
  double score;
} Near;

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const Near *first = a, *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return first->row > second->row ? -1 : first->row < second->row;
}

static GPtrArray *
take_best (Nearness *near, guint limit, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Near));
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_object_unref);

  for (gint64 row = -1; np_row_set_next (near->rows, &row);)
    {
      Near one = { row, near->scores[row] };
      g_array_append_val (found, one);
    }
  g_array_sort (found, compare_near);
  for (guint i = 0; i < found->len && stories->len < limit; i++)
    {
      g_autoptr (NpStory) story = np_index_read_story (near->db, g_array_index (found, Near, i).row, NULL, error);

      if (story == NULL)
        return NULL;
      if (!np_story_get_trashed (story))
        g_ptr_array_add (stories, g_steal_pointer (&story));
    }
  return g_steal_pointer (&stories);
}

static GPtrArray *
find_related (NpDb *db, const char *id, const NpTopicTree *tree, guint limit, GError **error)
{
  g_autoptr (NpRowSet) rows = np_rows_new (db, error);
  g_autofree double *scores = rows != NULL ? g_new0 (double, rows->n_bits) : NULL;
  Nearness near = { .db = db, .rows = rows, .scores = scores };
  g_autoptr (NpStoryText) text = NULL;
  g_autoptr (NpStory) story = NULL;

  if (rows == NULL || !np_rows_find (db, id, &near.row, error))
    return NULL;
  if (near.row == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);
  story = np_index_read_story (db, near.row, NULL, error);
  if (story == NULL || !np_rows_read_text (db, near.row, &text, error)
      || !add_topics (&near, tree, np_story_get_topics (story), error)
      || (text != NULL && !add_text (&near, text, error)) || !drop_same_url (&near, error))
    return NULL;
  drop (&near, near.row);
  return take_best (&near, limit, error);
}

/**
 * np_index_find_related:
 * @self: an index
 * @id: an article's id
 * @tree: (nullable): the topics, to resolve aliases
 * @limit: how many at most
 * @error: what SQLite said
 *
 * Looks for the stories that have most in common with a story: topics, and words of its headline and keywords, rare
 * ones more than common ones. The story itself, others of the same address and the trash are left out.
 *
 * Returns: (transfer full) (element-type NpStory) (nullable): stories, best first; empty when there is no such story
 */
GPtrArray *
np_index_find_related (NpIndex *self, const char *id, const NpTopicTree *tree, guint limit, GError **error)
{
  GPtrArray *stories;
  NpDb *db;

  g_return_val_if_fail (NP_IS_INDEX (self) && id != NULL, NULL);

  db = np_index_acquire (self, NULL, error);
  if (db == NULL)
    return NULL;
  stories = find_related (db, id, tree, limit, error);
  np_index_release (self, db);
  return stories;
}
