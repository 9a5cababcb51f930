#include "library/np-change-search.h"

#include "library/np-change-variant.h"
#include "library/np-library-error.h"

static GQuark
search_quark (void)
{
  return g_quark_from_static_string ("np-change-search");
}

/* Swallows @search: what is wanted of it is its id, and what the kind of change says. */
static NpChange *
change_new (NpChangeKind kind, NpSearch *search, int position)
{
  NpChange *change = np_change_new_of (kind, NULL, NULL, NULL, NULL, position);

  g_object_set_qdata_full (G_OBJECT (change), search_quark (), search, (GDestroyNotify) np_search_free);
  return change;
}

static const NpSearch *
get_search (NpChange *change)
{
  return g_object_get_qdata (G_OBJECT (change), search_quark ());
}

/**
 * np_change_new_keep_search:
 * @search: a search; one with the same id is replaced
 * @position: its place among the others, from 0; -1 for the last
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_keep_search (const NpSearch *search, int position)
{
  g_return_val_if_fail (search != NULL, NULL);

  return change_new (NP_CHANGE_KEEP_SEARCH, np_search_copy (search), position);
}

/**
 * np_change_new_rename_search:
 * @id: the id of a search
 * @name: its new name
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_rename_search (const char *id, const char *name)
{
  g_return_val_if_fail (id != NULL && name != NULL, NULL);

  return change_new (NP_CHANGE_RENAME_SEARCH, np_search_new (id, name, ""), -1);
}

/**
 * np_change_new_move_search:
 * @id: the id of a search
 * @position: its place among the others, from 0; -1 for the last
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_move_search (const char *id, int position)
{
  g_return_val_if_fail (id != NULL, NULL);

  return change_new (NP_CHANGE_MOVE_SEARCH, np_search_new (id, id, ""), position);
}

/**
 * np_change_new_drop_search:
 * @id: the id of a search
 *
 * Returns: (transfer full): a change, not yet done
 */
NpChange *
np_change_new_drop_search (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return change_new (NP_CHANGE_DROP_SEARCH, np_search_new (id, id, ""), -1);
}

/**
 * np_change_is_of_searches:
 * @change: a change
 *
 * Returns: whether it is about a search that is kept
 */
gboolean
np_change_is_of_searches (NpChange *change)
{
  NpChangeKind kind = np_change_get_kind (change);

  return kind >= NP_CHANGE_KEEP_SEARCH && kind <= NP_CHANGE_DROP_SEARCH;
}

static gboolean
change_searches (NpChange *change, NpSearches *searches)
{
  const NpSearch *search = get_search (change);
  int position = np_change_get_position (change);

  switch ((int) np_change_get_kind (change))
    {
    case NP_CHANGE_KEEP_SEARCH:
      np_searches_put (searches, np_search_copy (search), position);
      return TRUE;
    case NP_CHANGE_RENAME_SEARCH:
      return np_searches_rename (searches, search->id, search->name);
    case NP_CHANGE_MOVE_SEARCH:
      return np_searches_move (searches, search->id, position);
    case NP_CHANGE_DROP_SEARCH:
      return np_searches_drop (searches, search->id);
    }
  return FALSE;
}

/**
 * np_change_do_search:
 * @change: one of np_change_is_of_searches()
 * @catalog: where
 * @effect: gets what was done
 * @error: of `NP_LIBRARY_ERROR`: `NP_LIBRARY_ERROR_NO_SUCH_SEARCH` when it is not kept any more
 *
 * Returns: whether it is done and on disk
 */
gboolean
np_change_do_search (NpChange *change, NpCatalog *catalog, NpEffect *effect, GError **error)
{
  NpSearchShelf *shelf = np_catalog_get_searches (catalog);
  const NpSearch *wanted = get_search (change), *old;
  g_autoptr (NpSearches) before = NULL, after = NULL;

  if (wanted == NULL || (before = np_search_shelf_read (shelf, error)) == NULL)
    return FALSE;
  after = np_searches_copy (before);
  old = np_searches_find (before, wanted->id);
  np_change_set_names (change, old != NULL ? old->name : wanted->name, wanted->name);
  if (!change_searches (change, after))
    {
      g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_SEARCH, "there is no search “%s”", wanted->name);
      return FALSE;
    }
  if (np_searches_equal (before, after))
    return TRUE;
  if (!np_search_shelf_set (shelf, after, error))
    return FALSE;
  np_effect_take_searches (effect, np_search_effect_new (before, after));
  return TRUE;
}
