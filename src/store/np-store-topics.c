/* topics.json of NpStore. */
#include "store/np-store.h"

#include "json/np-json-topics.h"
#include "store/np-store-document.h"

static gpointer
parse (GBytes *bytes, gboolean *later, GError **error)
{
  return np_json_topics_from_bytes (bytes, later, error);
}

static const NpStoreDocument document = { "topics.json", parse, (GDestroyNotify) np_topic_tree_unref, TRUE };

/**
 * np_store_read_topics:
 * @self: a library
 * @error: any of `NP_STORE_ERROR` but `NP_STORE_ERROR_DAMAGED`
 *
 * Reads the topics. A file that cannot be parsed is set aside, as np_store_take_damage() tells, and counts as none.
 *
 * Returns: (transfer full) (nullable): the topics, none when there is no file
 */
NpTopicTree *
np_store_read_topics (NpStore *self, GError **error)
{
  gpointer tree;

  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  if (!np_store_read_document (self, &document, &tree, error))
    return NULL;
  return tree != NULL ? tree : np_topic_tree_new ();
}

/**
 * np_store_write_topics:
 * @self: a library
 * @tree: the topics
 * @error: any of `NP_STORE_ERROR`
 *
 * Returns: whether they are on disk
 */
gboolean
np_store_write_topics (NpStore *self, const NpTopicTree *tree, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (NP_IS_STORE (self) && tree != NULL, FALSE);

  bytes = np_json_topics_to_bytes (tree);
  return np_store_write_document (self, &document, bytes, error);
}
