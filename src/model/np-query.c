#include "model/np-query.h"

#include "model/np-query-parser.h"

#include <string.h>

static const char *const place_names[] = { "all", "inbox", "starred", "archive", "trash" };
static const char *const sort_names[] = { "published", "saved", "headline", "site", "length", "relevance" };

G_DEFINE_BOXED_TYPE (NpQuery, np_query, np_query_ref, np_query_unref)

/**
 * np_query_new:
 * @place: where to look
 * @topic: (nullable): key of a topic to keep to
 * @text: (nullable): a search as people type it (DESIGN §2); it is parsed, and what is wrong with it is in `mistakes`
 *
 * Returns: (transfer full): a query, newest first; the caller may set its order before sharing it
 */
NpQuery *
np_query_new (NpPlace place, const char *topic, const char *text)
{
  NpQuery *query = g_atomic_rc_box_new0 (NpQuery);

  query->place = place;
  query->topic = g_strdup (topic);
  query->text = g_strdup (text);
  query->mistakes = g_array_new (FALSE, FALSE, sizeof (NpQueryMistake));
  query->term = text != NULL ? np_query_parse (text, query->mistakes) : NULL;
  return query;
}

/**
 * np_query_ref:
 * @query: a query
 *
 * Returns: (transfer full): @query; from now on it is frozen
 */
NpQuery *
np_query_ref (NpQuery *query)
{
  return g_atomic_rc_box_acquire (query);
}

static void
query_clear (gpointer data)
{
  NpQuery *query = data;

  g_free (query->topic);
  g_free (query->text);
  np_term_free (query->term);
  g_array_unref (query->mistakes);
}

/**
 * np_query_unref:
 * @query: (transfer full) (nullable): a query
 */
void
np_query_unref (NpQuery *query)
{
  if (query != NULL)
    g_atomic_rc_box_release_full (query, query_clear);
}

/**
 * np_query_equal:
 * @a: a query
 * @b: another
 *
 * Returns: whether both ask for the same stories in the same order
 */
gboolean
np_query_equal (const NpQuery *a, const NpQuery *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->place == b->place && a->sort == b->sort && !a->ascending == !b->ascending
         && g_strcmp0 (a->topic, b->topic) == 0 && g_strcmp0 (a->text, b->text) == 0;
}

static gboolean
term_has_words (const NpTerm *term)
{
  if (term == NULL || term->kind == NP_TERM_NOT)
    return FALSE;
  if (term->kind == NP_TERM_TEXT)
    return TRUE;
  for (guint i = 0; term->children != NULL && i < term->children->len; i++)
    if (term_has_words (term->children->pdata[i]))
      return TRUE;
  return FALSE;
}

/**
 * np_query_has_words:
 * @query: a query
 *
 * Returns: whether it looks for words, so that relevance and snippets mean something
 */
gboolean
np_query_has_words (const NpQuery *query)
{
  g_return_val_if_fail (query != NULL, FALSE);

  return term_has_words (query->term);
}

static gboolean
from_name (const char *const *names, guint n_names, const char *name, guint *value)
{
  for (guint i = 0; name != NULL && i < n_names; i++)
    if (strcmp (names[i], name) == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * np_place_to_string:
 * @place: a place
 *
 * Returns: its name in files and on the command line
 */
const char *
np_place_to_string (NpPlace place)
{
  g_return_val_if_fail ((guint) place < G_N_ELEMENTS (place_names), NULL);

  return place_names[place];
}

/**
 * np_place_from_string:
 * @name: (nullable): a name as of np_place_to_string()
 * @place: (out): the place
 *
 * Returns: whether @name is known
 */
gboolean
np_place_from_string (const char *name, NpPlace *place)
{
  guint value;

  if (!from_name (place_names, G_N_ELEMENTS (place_names), name, &value))
    return FALSE;
  *place = (NpPlace) value;
  return TRUE;
}

/**
 * np_sort_to_string:
 * @sort: an order
 *
 * Returns: its name in files and on the command line
 */
const char *
np_sort_to_string (NpSort sort)
{
  g_return_val_if_fail ((guint) sort < G_N_ELEMENTS (sort_names), NULL);

  return sort_names[sort];
}

/**
 * np_sort_from_string:
 * @name: (nullable): a name as of np_sort_to_string()
 * @sort: (out): the order
 *
 * Returns: whether @name is known
 */
gboolean
np_sort_from_string (const char *name, NpSort *sort)
{
  guint value;

  if (!from_name (sort_names, G_N_ELEMENTS (sort_names), name, &value))
    return FALSE;
  *sort = (NpSort) value;
  return TRUE;
}
