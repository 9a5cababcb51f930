#include "library/np-topic-shelf.h"

struct _NpTopicShelf
{
  GMutex lock;
  NpTopicTree *tree; /* under lock */
};

/**
 * np_topic_shelf_new:
 * @tree: (transfer full): topics
 *
 * Returns: (transfer full): a shelf with @tree on it
 */
NpTopicShelf *
np_topic_shelf_new (NpTopicTree *tree)
{
  NpTopicShelf *self = g_new0 (NpTopicShelf, 1);

  g_mutex_init (&self->lock);
  self->tree = tree;
  return self;
}

/**
 * np_topic_shelf_free:
 * @self: (transfer full) (nullable): a shelf
 */
void
np_topic_shelf_free (NpTopicShelf *self)
{
  if (self == NULL)
    return;
  np_topic_tree_unref (self->tree);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * np_topic_shelf_get:
 * @self: a shelf
 *
 * Returns: (transfer full): the topics as they are now
 */
NpTopicTree *
np_topic_shelf_get (NpTopicShelf *self)
{
  NpTopicTree *tree;

  g_mutex_lock (&self->lock);
  tree = np_topic_tree_ref (self->tree);
  g_mutex_unlock (&self->lock);
  return tree;
}

/**
 * np_topic_shelf_set:
 * @self: a shelf
 * @tree: the topics as they are from now on
 */
void
np_topic_shelf_set (NpTopicShelf *self, NpTopicTree *tree)
{
  g_mutex_lock (&self->lock);
  np_topic_tree_unref (self->tree);
  self->tree = np_topic_tree_ref (tree);
  g_mutex_unlock (&self->lock);
}
