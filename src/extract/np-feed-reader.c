#include "extract/np-feed-reader.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-charset.h"
#include "extract/np-feed-format.h"

#include <libxml/parser.h>
#include <string.h>

/* Asked in turn. CDF before RSS: both have channels. */
static gboolean (*const formats[]) (const NpFeedXml *xml, NpFeed *feed) = {
  np_feed_atom_read,
  np_feed_cdf_read,
  np_feed_rss_read,
};

/**
 * np_feed_add_entry:
 * @feed: a feed
 * @entry: (transfer full): what was read
 *
 * Adds @entry, unless nothing is in it or there are as many as anyone can want.
 */
void
np_feed_add_entry (NpFeed *feed, NpFeedEntry *entry)
{
  if (feed->entries->len < NP_FEED_MAX_ENTRIES)
    g_ptr_array_add (feed->entries, entry);
  else
    np_feed_entry_free (entry);
}

/* The charset that the transport should have said: UTF-16 without a mark shows by its zeros, and a declaration that can
 * be read as ASCII is not in UTF-16, whatever it claims. */
static const char *
find_charset (const NpPage *page)
{
  gsize size;
  const guchar *b = g_bytes_get_data (page->bytes, &size);
  const char *declaration = (const char *) b;

  if (size >= 4 && b[0] == 0 && b[1] != 0 && b[2] == 0)
    return "utf-16be";
  if (size >= 4 && b[0] != 0 && b[1] == 0 && b[2] != 0)
    return "utf-16le";
  if (size > 5 && memcmp (b, "<?xml", 5) == 0)
    {
      const char *end = memchr (declaration, '>', MIN (size, 1024));
      g_autofree char *head = g_ascii_strdown (declaration, end != NULL ? end - declaration : 5);

      if (strstr (head, "utf-16") != NULL || strstr (head, "utf-32") != NULL || strstr (head, "ucs-") != NULL)
        return "utf-8";
    }
  return page->charset;
}

static NpFeed *
read_xml (const char *text, const char *base)
{
  g_autoptr (NpFeedXml) xml = np_feed_xml_parse (text, base);
  g_autoptr (NpFeed) feed = np_feed_new ();

  for (guint i = 0; xml != NULL && i < G_N_ELEMENTS (formats); i++)
    if (formats[i](xml, feed))
      return g_steal_pointer (&feed);
  return NULL;
}

/**
 * np_feed_read:
 * @page: what was fetched or opened
 * @error: `NP_EXTRACT_ERROR_EMPTY`, or `NP_EXTRACT_ERROR_TYPE` when it is no feed
 *
 * Reads a feed of any format, also one that is not quite what its format asks for. Of a web page that names feeds it
 * gives those.
 *
 * Returns: (transfer full) (nullable): the feed
 */
NpFeed *
np_feed_read (const NpPage *page, GError **error)
{
  const char *base;
  g_autofree char *text = NULL;
  gsize size, length;
  const char *bytes;
  NpFeed *feed;

  g_return_val_if_fail (page != NULL, NULL);

  base = page->final_url != NULL ? page->final_url : page->url;
  if (!np_uri_is_web (base))
    base = NULL; /* a file that came from who knows where */
  bytes = g_bytes_get_data (page->bytes, &size);
  text = np_charset_decode (bytes, size, find_charset (page), TRUE, &length);
  if (np_text_is_empty (text))
    {
      g_set_error_literal (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_EMPTY, "It is empty");
      return NULL;
    }
  feed = np_feed_json_read (text, length, base);
  if (feed == NULL)
    feed = read_xml (text, base);
  if (feed == NULL)
    feed = np_feed_page_read (text, length, base);
  if (feed == NULL)
    g_set_error_literal (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_TYPE, "This is no feed");
  return feed;
}

/**
 * np_feed_reader_warm_up:
 *
 * Makes what the XML parser makes once, for a process that may do less later.
 */
void
np_feed_reader_warm_up (void)
{
  xmlInitParser ();
}
