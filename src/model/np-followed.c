#include "model/np-followed.h"

#include "base/np-text.h"
#include "base/np-uri.h"

#include <string.h>

/* How many entries of a feed wait on the shelf at most, and how many of a feed that is new here. */
#define MAX_ITEMS   500
#define FIRST_ITEMS 20

/* How many keys are remembered of entries that the feed has no more. */
#define MAX_SEEN 4000

/* A deck is no story. */
#define DECK_CHARS 300

/**
 * np_followed_new:
 * @id: what tells it from other feeds
 * @url: its address
 *
 * Returns: (transfer full): a feed of which nothing was read yet
 */
NpFollowed *
np_followed_new (const char *id, const char *url)
{
  NpFollowed *followed;

  g_return_val_if_fail (id != NULL && url != NULL, NULL);

  followed = g_new0 (NpFollowed, 1);
  followed->id = g_strdup (id);
  followed->url = g_strdup (url);
  followed->items = g_ptr_array_new_with_free_func (g_object_unref);
  followed->seen = g_ptr_array_new_with_free_func (g_free);
  return followed;
}

/**
 * np_followed_free:
 * @followed: (transfer full) (nullable): a feed
 */
void
np_followed_free (NpFollowed *followed)
{
  if (followed == NULL)
    return;
  g_free (followed->id);
  g_free (followed->url);
  g_free (followed->title);
  g_free (followed->link);
  g_free (followed->followed);
  g_free (followed->etag);
  g_free (followed->last_modified);
  g_free (followed->trouble);
  g_free (followed->detail);
  g_free (followed->unknown);
  g_ptr_array_unref (followed->items);
  g_ptr_array_unref (followed->seen);
  g_free (followed);
}

/**
 * np_followed_copy:
 * @followed: a feed
 * @with_seen: whether with the keys of what was seen
 *
 * Returns: (transfer full): a copy; it shares the items, which never change
 */
NpFollowed *
np_followed_copy (const NpFollowed *followed, gboolean with_seen)
{
  NpFollowed *copy = np_followed_new (followed->id, followed->url);

  copy->title = g_strdup (followed->title);
  copy->link = g_strdup (followed->link);
  copy->followed = g_strdup (followed->followed);
  copy->etag = g_strdup (followed->etag);
  copy->last_modified = g_strdup (followed->last_modified);
  copy->trouble = g_strdup (followed->trouble);
  copy->detail = g_strdup (followed->detail);
  copy->unknown = g_strdup (followed->unknown);
  for (guint i = 0; i < followed->items->len; i++)
    g_ptr_array_add (copy->items, g_object_ref (followed->items->pdata[i]));
  for (guint i = 0; with_seen && i < followed->seen->len; i++)
    g_ptr_array_add (copy->seen, g_strdup (followed->seen->pdata[i]));
  return copy;
}

static char *
dup_sum (const char *what)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, what, -1);

  return g_strndup (sum, 16);
}

/* What an entry is known by ever after: its id, or what comes next to one. */
static char *
dup_key (const NpFeedEntry *entry)
{
  g_autofree char *link = np_uri_compare_key (entry->link);
  g_autofree char *what = g_strjoin ("\n",
                                     entry->id != NULL ? entry->id
                                     : link != NULL    ? link
                                                       : "",
                                     entry->id == NULL && link == NULL ? entry->title : NULL, NULL);

  return dup_sum (what);
}

/* And by its story's address: feeds give a story another id when they change it. NULL when that is its key already. */
static char *
dup_link_key (const NpFeedEntry *entry)
{
  g_autofree char *link = entry->id != NULL ? np_uri_compare_key (entry->link) : NULL;

  return link != NULL ? dup_sum (link) : NULL;
}

/* Adds @key, unless it is NULL or there already. */
static void
remember (GPtrArray *current, GHashTable *has, char *key)
{
  if (key == NULL || g_hash_table_contains (has, key))
    {
      g_free (key);
      return;
    }
  g_hash_table_add (has, key);
  g_ptr_array_add (current, key);
}

static NpFeedItem *
item_new (const NpFollowed *followed, const NpFeedEntry *entry, const char *key, const char *now)
{
  g_autofree char *text = g_strdup (!np_text_is_empty (entry->summary) ? entry->summary : entry->content);
  g_autofree char *line = np_text_clean (text), *deck = np_text_shorten (line, DECK_CHARS);
  NpFeedItemInit init = { .id = key,
                          .feed = followed->id,
                          .site = followed->title,
                          .headline = entry->title,
                          .deck = np_text_is_empty (deck) ? NULL : deck,
                          .link = entry->link,
                          .author = entry->author,
                          .published = entry->published != NULL ? entry->published : entry->updated,
                          .arrived = now };

  return np_feed_item_new (&init);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  gint64 x = np_feed_item_get_sort_key (*(NpFeedItem *const *) a),
         y = np_feed_item_get_sort_key (*(NpFeedItem *const *) b);

  return x < y ? 1 : x > y ? -1 : 0;
}

static void
replace (char **field, const char *value)
{
  if (value == NULL || *value == '\0' || g_strcmp0 (*field, value) == 0)
    return;
  g_free (*field);
  *field = g_strdup (value);
}

/* Forgets the oldest keys, but none that the feed still has: they stand at the end. */
static void
trim (NpFollowed *followed, gboolean first)
{
  guint limit = first ? FIRST_ITEMS : MAX_ITEMS;

  g_ptr_array_sort (followed->items, compare_items);
  if (followed->items->len > limit)
    g_ptr_array_remove_range (followed->items, limit, followed->items->len - limit);
  if (followed->seen->len > MAX_SEEN)
    g_ptr_array_remove_range (followed->seen, 0, followed->seen->len - MAX_SEEN);
}

/**
 * np_followed_take:
 * @followed: a feed
 * @feed: what was read of it
 * @now: the time
 * @is_saved: (nullable): tells which stories need not be shown because they are here already
 * @user_data: for @is_saved
 *
 * Puts the entries of @feed on the shelf that never were there: an entry that was once seen is never shown again, even
 * when its title, text or time have changed, or its id while its address is the same. Of a feed that was never read
 * before only the newest are.
 *
 * Returns: how many are new
 */
guint
np_followed_take (NpFollowed *followed, const NpFeed *feed, const char *now, NpFollowedIsSaved is_saved,
                  gpointer user_data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) current = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) has = g_hash_table_new (g_str_hash, g_str_equal); /* the strings of current */
  gboolean first = followed->seen->len == 0 && followed->items->len == 0;
  guint before = followed->items->len, n_new = 0;

  replace (&followed->title, feed->title);
  replace (&followed->link, feed->link);
  for (guint i = 0; i < followed->seen->len; i++)
    g_hash_table_add (seen, g_strdup (followed->seen->pdata[i]));
  for (guint i = 0; i < feed->entries->len; i++)
    {
      const NpFeedEntry *entry = feed->entries->pdata[i];
      g_autofree char *key = dup_key (entry), *link_key = dup_link_key (entry);
      gboolean known = !g_hash_table_add (seen, g_strdup (key));

      if (link_key != NULL)
        known |= !g_hash_table_add (seen, g_strdup (link_key));
      if (!known && np_uri_is_web (entry->link) && (is_saved == NULL || !is_saved (entry->link, user_data)))
        {
          g_ptr_array_add (followed->items, item_new (followed, entry, key, now));
          n_new++;
        }
      remember (current, has, g_steal_pointer (&key));
      remember (current, has, g_steal_pointer (&link_key));
    }
  /* What the feed has now is the newest there is to remember. */
  for (guint i = followed->seen->len; i-- > 0;)
    if (g_hash_table_contains (has, followed->seen->pdata[i]))
      g_ptr_array_remove_index (followed->seen, i);
  g_ptr_array_extend_and_steal (followed->seen, g_steal_pointer (&current));
  trim (followed, first);
  return first ? followed->items->len - before : n_new;
}

/**
 * np_followed_drop_item:
 * @followed: a feed
 * @item: the id of one of its items
 *
 * Returns: whether it was on the shelf; it no longer is
 */
gboolean
np_followed_drop_item (NpFollowed *followed, const char *item)
{
  for (guint i = 0; i < followed->items->len; i++)
    if (g_str_equal (np_feed_item_get_id (followed->items->pdata[i]), item))
      {
        g_ptr_array_remove_index (followed->items, i);
        return TRUE;
      }
  return FALSE;
}

/**
 * np_followed_drop_story:
 * @followed: a feed
 * @link: the address of a story
 *
 * Returns: whether it was on the shelf, however often; it no longer is
 */
gboolean
np_followed_drop_story (NpFollowed *followed, const char *link)
{
  g_autofree char *key = np_uri_compare_key (link);
  guint before = followed->items->len;

  for (guint i = followed->items->len; key != NULL && i-- > 0;)
    {
      g_autofree char *own = np_uri_compare_key (np_feed_item_get_link (followed->items->pdata[i]));

      if (g_strcmp0 (own, key) == 0)
        g_ptr_array_remove_index (followed->items, i);
    }
  return followed->items->len < before;
}

/**
 * np_followed_put_item:
 * @followed: a feed
 * @item: (transfer none): an item that was taken off the shelf
 *
 * Returns: whether it is on the shelf again; `FALSE` when it was there
 */
gboolean
np_followed_put_item (NpFollowed *followed, NpFeedItem *item)
{
  for (guint i = 0; i < followed->items->len; i++)
    if (g_str_equal (np_feed_item_get_id (followed->items->pdata[i]), np_feed_item_get_id (item)))
      return FALSE;
  g_ptr_array_add (followed->items, g_object_ref (item));
  g_ptr_array_sort (followed->items, compare_items);
  return TRUE;
}

/**
 * np_following_new:
 *
 * Returns: (transfer full): no feeds
 */
NpFollowing *
np_following_new (void)
{
  NpFollowing *following = g_new0 (NpFollowing, 1);

  following->feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) np_followed_free);
  return following;
}

/**
 * np_following_free:
 * @following: (transfer full) (nullable): feeds
 */
void
np_following_free (NpFollowing *following)
{
  if (following == NULL)
    return;
  g_ptr_array_unref (following->feeds);
  g_free (following->unknown);
  g_free (following);
}

/**
 * np_following_find:
 * @following: feeds
 * @id_or_url: the id of one, or an address of it or of its page
 *
 * Returns: (transfer none) (nullable): that feed
 */
NpFollowed *
np_following_find (NpFollowing *following, const char *id_or_url)
{
  g_autofree char *key = np_uri_compare_key (id_or_url);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < following->feeds->len; i++)
      {
        NpFollowed *followed = following->feeds->pdata[i];
        g_autofree char *own = np_uri_compare_key (pass == 0 ? followed->url : followed->link);

        if (g_str_equal (followed->id, id_or_url) || (key != NULL && g_strcmp0 (own, key) == 0))
          return followed;
      }
  return NULL;
}
