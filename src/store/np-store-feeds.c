/* feeds.json of NpStore. */
#include "store/np-store.h"

#include "json/np-json-following.h"
#include "store/np-store-document.h"

static gpointer
parse (GBytes *bytes, gboolean *later, GError **error)
{
  return np_json_following_from_bytes (bytes, later, error);
}

static const NpStoreDocument document = { "feeds.json", parse, (GDestroyNotify) np_following_free, FALSE };

/**
 * np_store_read_feeds:
 * @self: a library
 * @error: any of `NP_STORE_ERROR` but `NP_STORE_ERROR_DAMAGED`
 *
 * Reads the feeds that are followed. A file that cannot be parsed is set aside, as np_store_take_damage() tells, and
 * counts as none.
 *
 * Returns: (transfer full) (nullable): the feeds, none when there is no file
 */
NpFollowing *
np_store_read_feeds (NpStore *self, GError **error)
{
  gpointer following;

  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  if (!np_store_read_document (self, &document, &following, error))
    return NULL;
  return following != NULL ? following : np_following_new ();
}

/**
 * np_store_write_feeds:
 * @self: a library
 * @following: the feeds
 * @error: any of `NP_STORE_ERROR`
 *
 * Returns: whether they are on disk
 */
gboolean
np_store_write_feeds (NpStore *self, const NpFollowing *following, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (NP_IS_STORE (self) && following != NULL, FALSE);

  bytes = np_json_following_to_bytes (following);
  return np_store_write_document (self, &document, bytes, error);
}
