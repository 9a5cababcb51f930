/* topics.json of NpStore. */
#include "store/np-store.h"

#include "json/np-json-article.h"
#include "json/np-json-topics.h"
#include "store/np-store-parts.h"

#define FILE_NAME "topics.json"

/* Gives NULL without an error when there is none, or when it was damaged and set aside. */
static NpTopicTree *
parse (NpStore *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autofree char *where = NULL;
  NpTopicTree *tree = np_json_topics_from_bytes (bytes, &trouble);

  if (tree != NULL)
    return tree;
  if (g_error_matches (trouble, NP_JSON_ERROR, NP_JSON_ERROR_VERSION))
    g_set_error (error, NP_STORE_ERROR, NP_STORE_ERROR_VERSION, "cannot use “%s”: %s", FILE_NAME, trouble->message);
  else
    np_store_set_aside (self, FILE_NAME, bytes, trouble->message, &where, error);
  return NULL;
}

/* Gives NULL without an error when there is no such file. */
static GBytes *
load (NpStore *self, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  GBytes *bytes = np_disk_read (np_store_get_disk (self), FILE_NAME, NP_STORE_MAX_FILE, &trouble);

  if (bytes == NULL && !g_error_matches (trouble, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&trouble));
  return bytes;
}

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
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) trouble = NULL;
  NpTopicTree *tree = NULL;

  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  bytes = load (self, &trouble);
  if (bytes != NULL)
    tree = parse (self, bytes, &trouble);
  if (trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return NULL;
    }
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
  g_autoptr (NpStoreWriting) writing = NULL;
  g_autoptr (GBytes) bytes = NULL, old = NULL;
  g_autoptr (GError) trouble = NULL;

  g_return_val_if_fail (NP_IS_STORE (self) && tree != NULL, FALSE);

  writing = np_store_writing (self, error);
  if (writing == NULL)
    return FALSE;
  bytes = np_json_topics_to_bytes (tree);
  if (np_disk_holds (np_store_get_disk (self), FILE_NAME, bytes))
    return TRUE;
  old = load (self, &trouble);
  /* A file of a later version, or one that others broke, is never written over. */
  if (old != NULL)
    np_topic_tree_unref (parse (self, old, &trouble));
  if (trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  return np_disk_write (np_store_get_disk (self), FILE_NAME, bytes, NP_DISK_REPLACE, error);
}
