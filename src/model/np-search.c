#include "model/np-search.h"

#include "base/np-text.h"

/**
 * np_search_new:
 * @id: its id
 * @name: (nullable): what it is called; by its text where there is no name, or else by its id
 * @text: the search as it was typed
 *
 * Returns: (transfer full): a search of all stories, the newest first
 */
NpSearch *
np_search_new (const char *id, const char *name, const char *text)
{
  NpSearch *search = g_new0 (NpSearch, 1);

  search->id = g_strdup (id);
  search->text = g_strdup (text);
  search->name = np_text_clean (!np_text_is_empty (name) ? name : !np_text_is_empty (text) ? text : id);
  search->place = NP_PLACE_ALL;
  search->sort = NP_SORT_PUBLISHED;
  return search;
}

/**
 * np_search_new_for:
 * @query: what is to be kept
 * @name: (nullable): what it is called; `NULL` for its text
 *
 * Returns: (transfer full): a search with an id of its own
 */
NpSearch *
np_search_new_for (const NpQuery *query, const char *name)
{
  g_autofree char *id = g_uuid_string_random ();
  NpSearch *search;

  g_return_val_if_fail (query != NULL, NULL);

  search = np_search_new (id, name, query->text != NULL ? query->text : "");
  search->place = query->place;
  search->topic = g_strdup (query->topic);
  search->sort = query->sort;
  search->ascending = query->ascending;
  return search;
}

/**
 * np_search_copy:
 * @search: a search
 *
 * Returns: (transfer full): a deep copy
 */
NpSearch *
np_search_copy (const NpSearch *search)
{
  NpSearch *copy;

  g_return_val_if_fail (search != NULL, NULL);

  copy = g_new0 (NpSearch, 1);
  *copy = *search;
  copy->id = g_strdup (search->id);
  copy->name = g_strdup (search->name);
  copy->text = g_strdup (search->text);
  copy->topic = g_strdup (search->topic);
  copy->unknown = g_strdup (search->unknown);
  return copy;
}

/**
 * np_search_free:
 * @search: (transfer full) (nullable): a search
 */
void
np_search_free (NpSearch *search)
{
  if (search == NULL)
    return;
  g_free (search->id);
  g_free (search->name);
  g_free (search->text);
  g_free (search->topic);
  g_free (search->unknown);
  g_free (search);
}

/**
 * np_search_equal:
 * @a: a search
 * @b: another
 *
 * Returns: whether all of them is the same
 */
gboolean
np_search_equal (const NpSearch *a, const NpSearch *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->text, b->text) == 0
         && a->place == b->place && g_strcmp0 (a->topic, b->topic) == 0 && a->sort == b->sort
         && !a->ascending == !b->ascending && g_strcmp0 (a->unknown, b->unknown) == 0;
}

/**
 * np_search_to_query:
 * @search: a search
 *
 * Returns: (transfer full): what the list is asked for
 */
NpQuery *
np_search_to_query (const NpSearch *search)
{
  NpQuery *query;

  g_return_val_if_fail (search != NULL, NULL);

  query = np_query_new (search->place, search->topic, *search->text != '\0' ? search->text : NULL);
  query->sort = search->sort;
  query->ascending = search->ascending;
  return query;
}
