/* searches.json of NpStore. */
#include "store/np-store.h"

#include "json/np-json-searches.h"
#include "store/np-store-document.h"

static gpointer
parse (GBytes *bytes, gboolean *later, GError **error)
{
  return np_json_searches_from_bytes (bytes, later, error);
}

static const NpStoreDocument document = { "searches.json", parse, (GDestroyNotify) np_searches_unref, FALSE };

/**
 * np_store_read_searches:
 * @self: a library
 * @error: any of `NP_STORE_ERROR` but `NP_STORE_ERROR_DAMAGED`
 *
 * Reads the searches that are kept. A file that cannot be parsed is set aside, as np_store_take_damage() tells, and
 * counts as none.
 *
 * Returns: (transfer full) (nullable): the searches, none when there is no file
 */
NpSearches *
np_store_read_searches (NpStore *self, GError **error)
{
  gpointer searches;

  g_return_val_if_fail (NP_IS_STORE (self), NULL);

  if (!np_store_read_document (self, &document, &searches, error))
    return NULL;
  return searches != NULL ? searches : np_searches_new ();
}

/**
 * np_store_write_searches:
 * @self: a library
 * @searches: the searches
 * @error: any of `NP_STORE_ERROR`
 *
 * Returns: whether they are on disk
 */
gboolean
np_store_write_searches (NpStore *self, const NpSearches *searches, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (NP_IS_STORE (self) && searches != NULL, FALSE);

  bytes = np_json_searches_to_bytes (searches);
  return np_store_write_document (self, &document, bytes, error);
}
