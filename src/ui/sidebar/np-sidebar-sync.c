#include "ui/sidebar/np-sidebar-sync.h"

#include "base/np-text.h"
#include "ui/sidebar/np-sidebar-item.h"

#include <string.h>

struct _NpSidebarTopics
{
  NpTopicTree *tree;
  GPtrArray *all; /* of NpTopic, which are the tree's */
  char **names;   /* (nullable) of each of @all, folded */
};

/* A row that was once made is the same row when its topic is seen again. */
static NpSidebarItem *
find_item (GHashTable *known, const NpTopic *topic)
{
  NpSidebarItem *item = g_hash_table_lookup (known, topic->key);

  if (item == NULL)
    {
      item = np_sidebar_item_new_topic (topic->key);
      g_hash_table_insert (known, (char *) np_sidebar_item_get_key (item), item);
    }
  return item;
}

/**
 * np_sidebar_sync_new_known:
 *
 * Returns: (transfer full): the rows of topics that were made, by their keys; none yet
 */
GHashTable *
np_sidebar_sync_new_known (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

static gboolean
is_gone (gpointer key, gpointer item, gpointer tree)
{
  return np_topic_tree_get (tree, key) == NULL;
}

/**
 * np_sidebar_sync_forget:
 * @known: rows of topics
 * @tree: the topics that are there
 *
 * Lets go of the rows of those that are not.
 */
void
np_sidebar_sync_forget (GHashTable *known, NpTopicTree *tree)
{
  g_hash_table_foreach_remove (known, is_gone, tree);
}

/**
 * np_sidebar_sync_store:
 * @store: rows
 * @fixed: how many of the first are no topics
 * @topics: (element-type NpTopic): what the others are to be
 * @known: the rows of topics that were made
 *
 * What stayed in its place is left alone, so that nothing flickers and the selection and the focus stay.
 *
 * Returns: whether rows came, went or moved
 */
gboolean
np_sidebar_sync_store (GListStore *store, guint fixed, GPtrArray *topics, GHashTable *known)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store)) - fixed, head = 0, tail = 0;
  g_autoptr (GPtrArray) items = NULL, old = NULL;

  if (n_old == 0 && topics->len == 0)
    return FALSE; /* as it is with most of them */
  items = g_ptr_array_new_full (topics->len, NULL);
  old = g_ptr_array_new_full (n_old, g_object_unref);
  for (guint i = 0; i < n_old; i++)
    g_ptr_array_add (old, g_list_model_get_item (G_LIST_MODEL (store), fixed + i));
  for (guint i = 0; i < topics->len; i++)
    g_ptr_array_add (items, find_item (known, topics->pdata[i]));
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

/**
 * np_sidebar_topics_new:
 * @tree: topics
 *
 * Returns: (transfer full): the topics in their order, for as long as the tree is the same
 */
NpSidebarTopics *
np_sidebar_topics_new (NpTopicTree *tree)
{
  NpSidebarTopics *self = g_new0 (NpSidebarTopics, 1);

  g_return_val_if_fail (tree != NULL, NULL);

  self->tree = np_topic_tree_ref (tree);
  self->all = np_topic_tree_list_all (tree);
  return self;
}

/**
 * np_sidebar_topics_free:
 * @self: (nullable): topics
 */
void
np_sidebar_topics_free (NpSidebarTopics *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->names, g_strfreev);
  g_ptr_array_unref (self->all);
  np_topic_tree_unref (self->tree);
  g_free (self);
}

/**
 * np_sidebar_topics_are_of:
 * @self: (nullable): topics
 * @tree: a tree
 *
 * Returns: whether they are those of @tree
 */
gboolean
np_sidebar_topics_are_of (NpSidebarTopics *self, NpTopicTree *tree)
{
  return self != NULL && self->tree == tree;
}

/* Names as they are compared, made once: a letter that is typed asks for all of them. */
static void
fold_names (NpSidebarTopics *self)
{
  if (self->names != NULL)
    return;
  self->names = g_new0 (char *, self->all->len + 1);
  for (guint i = 0; i < self->all->len; i++)
    self->names[i] = np_text_fold (((const NpTopic *) self->all->pdata[i])->name);
}

/* The topics that are seen: those with the filter in their name and all that they are inside of; not the hidden ones.
 */
static GHashTable *
find_seen (NpSidebarTopics *self, const char *filter, gboolean hidden)
{
  GHashTable *seen = g_hash_table_new (NULL, NULL);

  if (filter != NULL)
    fold_names (self);
  for (guint i = 0; i < self->all->len; i++)
    {
      const NpTopic *topic = self->all->pdata[i];

      if ((topic->hidden && !hidden) || (filter != NULL && strstr (self->names[i], filter) == NULL))
        continue;
      while (topic != NULL && g_hash_table_add (seen, (gpointer) topic))
        topic = np_topic_tree_resolve (self->tree, topic->parent);
    }
  return seen;
}

/**
 * np_sidebar_sync_group:
 * @self: the topics
 * @filter: (nullable): what their names have to have, as np_text_fold() gives it
 * @hidden: whether hidden ones are shown
 *
 * Asked of the tree one by one, the topics inside each would go through all of it each time.
 *
 * Returns: (transfer full): the topics by the key of the one they are in, "" for the top, in their order
 */
GHashTable *
np_sidebar_sync_group (NpSidebarTopics *self, const char *filter, gboolean hidden)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) seen = find_seen (self, filter, hidden);
  gpointer group;

  for (guint i = 0; i < self->all->len; i++)
    {
      const NpTopic *topic = self->all->pdata[i];
      const NpTopic *parent = np_topic_tree_resolve (self->tree, topic->parent);
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
