#include "library/np-catalog-topics.h"

#include "library/np-library-error.h"

/**
 * np_catalog_get_topics:
 * @self: a catalog
 *
 * Returns: (transfer full): the topics as they are now, frozen
 */
NpTopicTree *
np_catalog_get_topics (NpCatalog *self)
{
  g_return_val_if_fail (NP_IS_CATALOG (self), NULL);

  return np_topic_shelf_get (np_catalog_get_topic_shelf (self));
}

/**
 * np_catalog_set_topics:
 * @self: a catalog
 * @tree: (transfer none): the topics as they shall be
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: whether topics.json was written; if not, nothing changed
 */
gboolean
np_catalog_set_topics (NpCatalog *self, NpTopicTree *tree, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (NP_IS_CATALOG (self) && tree != NULL, FALSE);

  np_catalog_hold (self);
  if (np_store_write_topics (np_catalog_get_store (self), tree, &local))
    np_topic_shelf_set (np_catalog_get_topic_shelf (self), tree);
  np_catalog_release (self);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
  return FALSE;
}

/**
 * np_catalog_read_topics:
 * @catalog: the library
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Reads topics.json anew, for a change of it: a sync tool or an editor may have written it since, and what they wrote
 * must not be written over. Where there is no such file any more, or a damaged one, what is known of it is all there
 * is.
 *
 * Returns: (transfer full) (nullable): the topics as they are on disk, frozen
 */
NpTopicTree *
np_catalog_read_topics (NpCatalog *catalog, GError **error)
{
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (NP_IS_CATALOG (catalog), NULL);

  tree = np_store_read_topics (np_catalog_get_store (catalog), &local);
  if (tree == NULL)
    {
      g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
      return NULL;
    }
  keys = np_topic_tree_list_keys (tree);
  return keys->len > 0 ? g_steal_pointer (&tree) : np_catalog_get_topics (catalog);
}
