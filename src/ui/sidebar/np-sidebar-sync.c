#include "ui/sidebar/np-sidebar-sync.h"

#include "base/np-text.h"
#include "ui/sidebar/np-sidebar-item.h"

#include <string.h>

/**
 * np_sidebar_sync_store:
 * @store: rows
 * @fixed: how many of the first are no topics
 * @topics: (element-type NpTopic): what the others are to be
 *
 * What stayed in its place is left alone, so that nothing flickers and the selection and the focus stay.
 *
 * Returns: whether rows came, went or moved
 */
gboolean
np_sidebar_sync_store (GListStore *store, guint fixed, GPtrArray *topics)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store)) - fixed, head = 0, tail = 0;
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_old; i++)
    {
      NpSidebarItem *item = g_list_model_get_item (G_LIST_MODEL (store), fixed + i);

      g_ptr_array_add (old, item);
      g_hash_table_insert (known, (char *) np_sidebar_item_get_key (item), g_object_ref (item));
    }
  for (guint i = 0; i < topics->len; i++)
    {
      const NpTopic *topic = topics->pdata[i];
      NpSidebarItem *item = g_hash_table_lookup (known, topic->key);

      g_ptr_array_add (items, item != NULL ? g_object_ref (item) : np_sidebar_item_new_topic (topic->key));
    }
  while (head < MIN (old->len, items->len) && old->pdata[head] == items->pdata[head])
    head++;
  while (tail < MIN (old->len, items->len) - head
         && old->pdata[old->len - 1 - tail] == items->pdata[items->len - 1 - tail])
    tail++;
  if (head + tail == old->len && head + tail == items->len)
    return FALSE;
  g_list_store_splice (store, fixed + head, old->len - head - tail, items->pdata + head, items->len - head - tail);
  return TRUE;
}

/* The topics that are seen: those with the filter in their name and all that they are inside of; not the hidden ones.
 */
static GHashTable *
find_seen (NpTopicTree *tree, GPtrArray *all, const char *filter, gboolean hidden)
{
  GHashTable *seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const NpTopic *topic = all->pdata[i];
      g_autofree char *name = filter != NULL ? np_text_fold (topic->name) : NULL;

      if ((topic->hidden && !hidden) || (filter != NULL && strstr (name, filter) == NULL))
        continue;
      while (topic != NULL && g_hash_table_add (seen, (gpointer) topic))
        topic = np_topic_tree_resolve (tree, topic->parent);
    }
  return seen;
}

/**
 * np_sidebar_sync_group:
 * @tree: the topics
 * @filter: (nullable): what their names have to have, as np_text_fold() gives it
 * @hidden: whether hidden ones are shown
 *
 * Asked of the tree one by one, the topics inside each would go through all of it each time.
 *
 * Returns: (transfer full): the topics by the key of the one they are in, "" for the top, in their order
 */
GHashTable *
np_sidebar_sync_group (NpTopicTree *tree, const char *filter, gboolean hidden)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) all = np_topic_tree_list_all (tree);
  g_autoptr (GHashTable) seen = find_seen (tree, all, filter, hidden);
  gpointer group;

  for (guint i = 0; i < all->len; i++)
    {
      const NpTopic *topic = all->pdata[i];
      const NpTopic *parent = np_topic_tree_resolve (tree, topic->parent);
      const char *key = parent != NULL && parent != topic ? parent->key : "";

      if (!g_hash_table_contains (seen, topic))
        continue;
      group = g_hash_table_lookup (groups, key);
      if (group == NULL)
        g_hash_table_insert (groups, (char *) key, group = g_ptr_array_new ());
      g_ptr_array_add (group, (gpointer) topic);
    }
  return groups;
}
