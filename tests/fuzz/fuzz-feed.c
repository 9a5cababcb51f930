/* What a site could send for a feed. */
#include "extract/np-feed-reader.h"
#include "json/np-json-feed.h"
#include "np-fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size), json = NULL;
  g_autoptr (NpPage) page = np_page_new (bytes);
  g_autoptr (NpFeed) feed = NULL, again = NULL;

  page->url = g_strdup ("https://example.org/feed");
  feed = np_feed_read (page, NULL);
  if (feed == NULL)
    return 0;
  json = np_json_feed_to_bytes (feed);
  again = np_json_feed_from_bytes (json, NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (again->entries->len, ==, feed->entries->len);
  return 0;
}
