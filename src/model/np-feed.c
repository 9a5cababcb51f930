#include "model/np-feed.h"

/**
 * np_feed_enclosure_new:
 * @url: its address
 *
 * Returns: (transfer full): a file of which nothing but its address is known
 */
NpFeedEnclosure *
np_feed_enclosure_new (const char *url)
{
  NpFeedEnclosure *enclosure;

  g_return_val_if_fail (url != NULL, NULL);

  enclosure = g_new0 (NpFeedEnclosure, 1);
  enclosure->url = g_strdup (url);
  return enclosure;
}

/**
 * np_feed_enclosure_free:
 * @enclosure: (transfer full) (nullable): a file of an entry
 */
void
np_feed_enclosure_free (NpFeedEnclosure *enclosure)
{
  if (enclosure == NULL)
    return;
  g_free (enclosure->url);
  g_free (enclosure->type);
  g_free (enclosure);
}

/**
 * np_feed_entry_new:
 *
 * Returns: (transfer full): an entry of which nothing is known
 */
NpFeedEntry *
np_feed_entry_new (void)
{
  NpFeedEntry *entry = g_new0 (NpFeedEntry, 1);

  entry->tags = g_ptr_array_new_with_free_func (g_free);
  entry->enclosures = g_ptr_array_new_with_free_func ((GDestroyNotify) np_feed_enclosure_free);
  return entry;
}

/**
 * np_feed_entry_free:
 * @entry: (transfer full) (nullable): an entry
 */
void
np_feed_entry_free (NpFeedEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->id);
  g_free (entry->title);
  g_free (entry->link);
  g_free (entry->author);
  g_free (entry->published);
  g_free (entry->updated);
  g_free (entry->summary);
  g_free (entry->content);
  g_free (entry->language);
  g_ptr_array_unref (entry->tags);
  g_ptr_array_unref (entry->enclosures);
  g_free (entry);
}

/**
 * np_feed_new:
 *
 * Returns: (transfer full): a feed without entries
 */
NpFeed *
np_feed_new (void)
{
  NpFeed *feed = g_new0 (NpFeed, 1);

  feed->feeds = g_ptr_array_new_with_free_func (g_free);
  feed->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) np_feed_entry_free);
  return feed;
}

/**
 * np_feed_free:
 * @feed: (transfer full) (nullable): a feed
 */
void
np_feed_free (NpFeed *feed)
{
  if (feed == NULL)
    return;
  g_free (feed->id);
  g_free (feed->title);
  g_free (feed->link);
  g_free (feed->language);
  g_free (feed->author);
  g_free (feed->subtitle);
  g_free (feed->published);
  g_free (feed->updated);
  g_ptr_array_unref (feed->entries);
  g_ptr_array_unref (feed->feeds);
  g_free (feed);
}
