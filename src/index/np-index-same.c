/* Which story of NpIndex is the one of an address or of a page. What waits to be written is looked at as it waits:
 * every story that is saved asks this, and would otherwise have the one before it written first, alone. */
#include "index/np-index-private.h"

#include "base/np-uri.h"

static void
add_key (gint64 keys[NP_INDEX_KEYS], guint *n, const char *text)
{
  gint64 key;

  if (text == NULL)
    return;
  key = np_sql_hash_address (text);
  for (guint i = 0; i < *n; i++)
    if (keys[i] == key)
      return;
  keys[(*n)++] = key;
}

/*< private >
 * np_index_list_keys:
 * @article: an article
 * @keys: (out): what it is found by: its addresses, as they are compared, and the page that it was made from
 *
 * Returns: how many there are, each once
 */
guint
np_index_list_keys (const NpArticle *article, gint64 keys[NP_INDEX_KEYS])
{
  const char *urls[NP_INDEX_KEYS - 1] = { article->url, article->canonical_url, article->provenance.final_url };
  g_autofree char *page = np_sql_dup_page_key (article->provenance.page);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autofree char *key = np_uri_compare_key (urls[i]);

      add_key (keys, &n, key);
    }
  add_key (keys, &n, page);
  return n;
}

static char *
read_id (NpDb *db, gint64 key, GError **error)
{
  gboolean found;
  sqlite3_stmt *statement = np_db_look_up (db, NP_SQL_FIND_URL, key, &found, error);
  char *id = NULL;

  if (statement == NULL)
    return NULL;
  if (found)
    id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return id;
}

static char *
find_id (NpIndex *self, const gint64 *keys, guint n, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *id = NULL;
  NpDb *db;

  for (guint i = 0; id == NULL && i < n; i++)
    id = np_index_find_waiting (self, keys[i]);
  if (id != NULL || n == 0 || (db = np_index_acquire_unsettled (self, NULL, error)) == NULL)
    return id;
  for (guint i = 0; id == NULL && local == NULL && i < n; i++)
    id = read_id (db, keys[i], &local);
  np_index_release (self, db);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return id;
}

/**
 * np_index_find_id_by_url:
 * @self: an index
 * @url: an address
 * @error: what SQLite said
 *
 * Looks for the story that was saved from @url, that says @url is its own address, or that @url led to; addresses are
 * compared as by np_uri_compare_key(). One that is not in the trash comes first.
 *
 * Returns: (transfer full) (nullable): its id; `NULL` without an error when there is none
 */
char *
np_index_find_id_by_url (NpIndex *self, const char *url, GError **error)
{
  g_autofree char *text = NULL;
  gint64 key;

  g_return_val_if_fail (NP_IS_INDEX (self) && url != NULL, NULL);

  text = np_uri_compare_key (url);
  if (text == NULL)
    return NULL;
  key = np_sql_hash_address (text);
  return find_id (self, &key, 1, error);
}

/**
 * np_index_find_same:
 * @self: an index
 * @article: an article
 * @error: what SQLite said
 *
 * Looks for a story with one of the addresses of @article, or made from the very same page. One that is not in the
 * trash comes first.
 *
 * Returns: (transfer full) (nullable): its id; `NULL` without an error when there is none
 */
char *
np_index_find_same (NpIndex *self, const NpArticle *article, GError **error)
{
  gint64 keys[NP_INDEX_KEYS];

  g_return_val_if_fail (NP_IS_INDEX (self) && article != NULL, NULL);

  return find_id (self, keys, np_index_list_keys (article, keys), error);
}
