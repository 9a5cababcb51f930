#include "library/np-new-shelf.h"

#include "base/np-uri.h"

static int
compare_items (gconstpointer a, gconstpointer b)
{
  gint64 x = np_feed_item_get_sort_key (*(NpFeedItem *const *) a);
  gint64 y = np_feed_item_get_sort_key (*(NpFeedItem *const *) b);

  return x < y ? 1 : x > y ? -1 : 0;
}

/**
 * np_new_shelf_collect:
 * @following: the feeds
 *
 * Returns: (transfer full) (element-type NpFeedItem): what of them is on the shelf, newest first; the same story of two
 *   feeds once
 */
GPtrArray *
np_new_shelf_collect (const NpFollowing *following)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < following->feeds->len; i++)
    {
      const NpFollowed *followed = following->feeds->pdata[i];

      for (guint j = 0; j < followed->items->len; j++)
        if (g_hash_table_add (links, np_uri_compare_key (np_feed_item_get_link (followed->items->pdata[j]))))
          g_ptr_array_add (items, g_object_ref (followed->items->pdata[j]));
    }
  g_ptr_array_sort (items, compare_items);
  return items;
}

static gboolean
is_same (GListStore *store, guint position, NpFeedItem *item)
{
  g_autoptr (NpFeedItem) old = g_list_model_get_item (G_LIST_MODEL (store), position);

  return g_str_equal (np_feed_item_get_id (old), np_feed_item_get_id (item))
         && g_str_equal (np_feed_item_get_feed (old), np_feed_item_get_feed (item));
}

/**
 * np_new_shelf_show:
 * @store: of NpFeedItem
 * @items: (element-type NpFeedItem): what is to be in it
 *
 * Touches only what is different, so that what is selected stays so. For the main thread.
 */
void
np_new_shelf_show (GListStore *store, GPtrArray *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store)), first = 0, last = 0;

  while (first < MIN (n, items->len) && is_same (store, first, items->pdata[first]))
    first++;
  while (last < MIN (n, items->len) - first && is_same (store, n - 1 - last, items->pdata[items->len - 1 - last]))
    last++;
  if (first + last < MAX (n, items->len))
    g_list_store_splice (store, first, n - first - last, items->pdata + first, items->len - first - last);
}
