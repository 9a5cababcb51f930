#include "model/np-searches.h"

#include "base/np-text.h"

struct _NpSearches
{
  GPtrArray *list; /* of NpSearch */
  char *unknown;   /* (nullable) JSON object: members this version does not know */
};

/**
 * np_searches_new:
 *
 * Returns: (transfer full): no searches
 */
NpSearches *
np_searches_new (void)
{
  NpSearches *searches = g_atomic_rc_box_new0 (NpSearches);

  searches->list = g_ptr_array_new_with_free_func ((GDestroyNotify) np_search_free);
  return searches;
}

/**
 * np_searches_ref:
 * @searches: searches
 *
 * Returns: (transfer full): @searches; from now on they are frozen
 */
NpSearches *
np_searches_ref (NpSearches *searches)
{
  return g_atomic_rc_box_acquire (searches);
}

static void
searches_clear (gpointer data)
{
  NpSearches *searches = data;

  g_ptr_array_unref (searches->list);
  g_free (searches->unknown);
}

/**
 * np_searches_unref:
 * @searches: (transfer full) (nullable): searches
 */
void
np_searches_unref (NpSearches *searches)
{
  if (searches != NULL)
    g_atomic_rc_box_release_full (searches, searches_clear);
}

/**
 * np_searches_copy:
 * @searches: searches
 *
 * Returns: (transfer full): a deep copy, to be changed
 */
NpSearches *
np_searches_copy (const NpSearches *searches)
{
  NpSearches *copy = np_searches_new ();

  g_return_val_if_fail (searches != NULL, copy);

  for (guint i = 0; i < searches->list->len; i++)
    g_ptr_array_add (copy->list, np_search_copy (searches->list->pdata[i]));
  copy->unknown = g_strdup (searches->unknown);
  return copy;
}

/**
 * np_searches_get_size:
 * @searches: searches
 *
 * Returns: how many there are
 */
guint
np_searches_get_size (const NpSearches *searches)
{
  g_return_val_if_fail (searches != NULL, 0);

  return searches->list->len;
}

/**
 * np_searches_get:
 * @searches: searches
 * @position: from 0
 *
 * Returns: (nullable): the search there, `NULL` behind the last
 */
const NpSearch *
np_searches_get (const NpSearches *searches, guint position)
{
  g_return_val_if_fail (searches != NULL, NULL);

  return position < searches->list->len ? searches->list->pdata[position] : NULL;
}

/**
 * np_searches_locate:
 * @searches: searches
 * @id: (nullable): an id
 *
 * Returns: its position, -1 when there is none
 */
int
np_searches_locate (const NpSearches *searches, const char *id)
{
  g_return_val_if_fail (searches != NULL, -1);

  for (guint i = 0; id != NULL && i < searches->list->len; i++)
    if (g_str_equal (((const NpSearch *) searches->list->pdata[i])->id, id))
      return (int) i;
  return -1;
}

/**
 * np_searches_find:
 * @searches: searches
 * @name_or_id: (nullable): what somebody calls it; case does not count in a name
 *
 * Returns: (nullable): the search
 */
const NpSearch *
np_searches_find (const NpSearches *searches, const char *name_or_id)
{
  int position = np_searches_locate (searches, name_or_id);
  g_autofree char *folded = NULL;

  if (position >= 0)
    return searches->list->pdata[position];
  folded = name_or_id != NULL ? np_text_fold (name_or_id) : NULL;
  for (guint i = 0; folded != NULL && i < searches->list->len; i++)
    {
      g_autofree char *name = np_text_fold (((const NpSearch *) searches->list->pdata[i])->name);

      if (g_str_equal (name, folded))
        return searches->list->pdata[i];
    }
  return NULL;
}

/**
 * np_searches_find_same:
 * @searches: searches
 * @query: a query
 *
 * Returns: (nullable): the search that looks for the same in the same place, whatever its order is
 */
const NpSearch *
np_searches_find_same (const NpSearches *searches, const NpQuery *query)
{
  g_return_val_if_fail (searches != NULL && query != NULL, NULL);

  for (guint i = 0; i < searches->list->len; i++)
    {
      const NpSearch *search = searches->list->pdata[i];

      if (search->place == query->place && g_strcmp0 (search->topic, query->topic) == 0
          && g_strcmp0 (search->text, query->text != NULL ? query->text : "") == 0)
        return search;
    }
  return NULL;
}

/**
 * np_searches_equal:
 * @a: searches
 * @b: others
 *
 * Returns: whether they are the same in the same order
 */
gboolean
np_searches_equal (const NpSearches *a, const NpSearches *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->list->len != b->list->len || g_strcmp0 (a->unknown, b->unknown) != 0)
    return FALSE;
  for (guint i = 0; i < a->list->len; i++)
    if (!np_search_equal (a->list->pdata[i], b->list->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * np_searches_get_unknown:
 * @searches: searches
 *
 * Returns: (nullable): a JSON object of the members of their file that this version does not know
 */
const char *
np_searches_get_unknown (const NpSearches *searches)
{
  g_return_val_if_fail (searches != NULL, NULL);

  return searches->unknown;
}

/**
 * np_searches_set_unknown:
 * @searches: searches that nobody else holds
 * @json: (nullable): a JSON object
 */
void
np_searches_set_unknown (NpSearches *searches, const char *json)
{
  g_autofree char *copy = g_strdup (json);

  g_return_if_fail (searches != NULL);

  g_free (searches->unknown);
  searches->unknown = g_steal_pointer (&copy);
}

/**
 * np_searches_put:
 * @searches: searches that nobody else holds
 * @search: (transfer full): a search; takes the place of the one with its id
 * @position: where a new one goes, from 0; -1 for the end
 */
void
np_searches_put (NpSearches *searches, NpSearch *search, int position)
{
  int old;

  g_return_if_fail (searches != NULL && search != NULL && search->id != NULL);

  old = np_searches_locate (searches, search->id);
  if (old >= 0)
    {
      np_search_free (searches->list->pdata[old]);
      searches->list->pdata[old] = search;
    }
  else
    g_ptr_array_insert (searches->list, position > (int) searches->list->len ? -1 : position, search);
}

/**
 * np_searches_rename:
 * @searches: searches that nobody else holds
 * @id: which one
 * @name: its new name
 *
 * Returns: whether there is such a search and the name is one
 */
gboolean
np_searches_rename (NpSearches *searches, const char *id, const char *name)
{
  int at = np_searches_locate (searches, id);
  g_autofree char *clean = name != NULL ? np_text_clean (name) : g_strdup ("");
  NpSearch *search;

  if (at < 0 || *clean == '\0')
    return FALSE;
  search = searches->list->pdata[at];
  g_free (search->name);
  search->name = g_steal_pointer (&clean);
  return TRUE;
}

/**
 * np_searches_move:
 * @searches: searches that nobody else holds
 * @id: which one
 * @position: where it is afterwards, from 0; -1 for the end
 *
 * Returns: whether there is such a search
 */
gboolean
np_searches_move (NpSearches *searches, const char *id, int position)
{
  int at = np_searches_locate (searches, id);
  NpSearch *search;

  if (at < 0)
    return FALSE;
  search = g_ptr_array_steal_index (searches->list, (guint) at);
  g_ptr_array_insert (searches->list, position > (int) searches->list->len ? -1 : position, search);
  return TRUE;
}

/**
 * np_searches_drop:
 * @searches: searches that nobody else holds
 * @id: which one
 *
 * Returns: whether there was such a search
 */
gboolean
np_searches_drop (NpSearches *searches, const char *id)
{
  int at = np_searches_locate (searches, id);

  if (at < 0)
    return FALSE;
  g_ptr_array_remove_index (searches->list, (guint) at);
  return TRUE;
}

/* Whether the searches that both have come in another order. */
static gboolean
are_reordered (const NpSearches *from, const NpSearches *to)
{
  int last = -1;

  for (guint i = 0; i < from->list->len; i++)
    {
      int at = np_searches_locate (to, ((const NpSearch *) from->list->pdata[i])->id);

      if (at >= 0 && at < last)
        return TRUE;
      last = MAX (last, at);
    }
  return FALSE;
}

/* Where a search of @to goes: behind the one that it comes after there. */
static int
place_behind (const NpSearches *searches, const NpSearches *to, guint position)
{
  for (guint i = position; i-- > 0;)
    {
      int at = np_searches_locate (searches, ((const NpSearch *) to->list->pdata[i])->id);

      if (at >= 0)
        return at + 1;
    }
  return 0;
}

/**
 * np_searches_apply:
 * @searches: searches that nobody else holds
 * @from: searches before a change
 * @to: the same after it
 *
 * Makes the change here too: what it did not touch stays as it is, also what others added in between.
 */
void
np_searches_apply (NpSearches *searches, const NpSearches *from, const NpSearches *to)
{
  gboolean reordered;

  g_return_if_fail (searches != NULL && from != NULL && to != NULL);

  reordered = are_reordered (from, to);
  for (guint i = 0; i < from->list->len; i++)
    if (np_searches_locate (to, ((const NpSearch *) from->list->pdata[i])->id) < 0)
      np_searches_drop (searches, ((const NpSearch *) from->list->pdata[i])->id);
  for (guint i = 0; i < to->list->len; i++)
    {
      const NpSearch *search = to->list->pdata[i];
      int before = np_searches_locate (from, search->id), now = np_searches_locate (searches, search->id);

      if (before < 0 || (now >= 0 && !np_search_equal (from->list->pdata[before], search)))
        np_searches_put (searches, np_search_copy (search), place_behind (searches, to, i));
    }
  for (guint i = 0; reordered && i < to->list->len; i++)
    {
      const NpSearch *search = to->list->pdata[i];
      int now = np_searches_locate (searches, search->id), place = place_behind (searches, to, i);

      if (now >= 0)
        np_searches_move (searches, search->id, place > now ? place - 1 : place);
    }
}
