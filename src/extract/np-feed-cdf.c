#include "extract/np-feed-format.h"
#include "extract/np-feed-modules.h"

#include "extract/np-feed-date.h"

/* Channel Definition Format (w3.org/TR/NOTE-CDFsubmit): the first feeds there were. Names in capitals, what matters in
 * attributes.
 *
 * CHANNEL: HREF LASTMOD (attributes), TITLE ABSTRACT ITEM CHANNEL
 * ITEM:    HREF LASTMOD (attributes), TITLE ABSTRACT */

static const NpFeedTag channel_tags[] = {
  { NP_FEED_NS_CORE, "title", NP_FEED_AS_LINE, NP_FEED_FIELD (title), 0 },
  { NP_FEED_NS_CORE, "abstract", NP_FEED_AS_HTML, NP_FEED_FIELD (subtitle), 0 },
  { NP_FEED_NS_CORE, "a", NP_FEED_AS_LINK, NP_FEED_FIELD (link), 0 },
  { NP_FEED_NS_OTHER, NULL },
};

static const NpFeedTag item_tags[] = {
  { NP_FEED_NS_CORE, "title", NP_FEED_AS_LINE, NP_FEED_ENTRY_FIELD (title), 0 },
  { NP_FEED_NS_CORE, "abstract", NP_FEED_AS_HTML, NP_FEED_ENTRY_FIELD (summary), 0 },
  { NP_FEED_NS_CORE, "a", NP_FEED_AS_LINK, NP_FEED_ENTRY_FIELD (link), 0 },
  { NP_FEED_NS_OTHER, NULL },
};

static void
read_attributes (const NpFeedXml *xml, xmlNode *node, char **link, char **updated)
{
  g_autofree char *href = np_feed_xml_dup_attribute (node, "href"), *time = np_feed_xml_dup_attribute (node, "lastmod");

  if (*link == NULL)
    *link = np_feed_xml_dup_url (xml, node, href);
  *updated = np_feed_date_parse (time, NULL);
}

static void
read_items (const NpFeedXml *xml, xmlNode *channel, NpFeed *feed)
{
  for (xmlNode *node = np_feed_xml_first (channel); node != NULL; node = np_feed_xml_next (node))
    if (np_feed_xml_is (xml, node, NP_FEED_NS_CORE, "item"))
      {
        NpFeedEntry *entry = np_feed_entry_new ();

        np_feed_tags_read_entry (xml, node, item_tags, np_feed_modules_entry, entry);
        read_attributes (xml, node, &entry->link, &entry->updated);
        np_feed_add_entry (feed, entry);
      }
}

/* What tells a CDF channel from that of an RSS feed. */
static gboolean
is_cdf (const NpFeedXml *xml)
{
  if (g_ascii_strcasecmp (np_feed_xml_name (xml->root), "channel") != 0)
    return FALSE;
  if (g_str_equal (np_feed_xml_name (xml->root), "CHANNEL") || xml->root->properties != NULL)
    return TRUE;
  for (xmlNode *node = np_feed_xml_first (xml->root); node != NULL; node = np_feed_xml_next (node))
    if (np_feed_xml_is (xml, node, NP_FEED_NS_CORE, "abstract"))
      return TRUE;
  return FALSE;
}

/**
 * np_feed_cdf_read:
 * @xml: a document
 * @feed: what to fill
 *
 * Returns: whether @xml is a channel of this format
 */
gboolean
np_feed_cdf_read (const NpFeedXml *xml, NpFeed *feed)
{
  if (!is_cdf (xml))
    return FALSE;
  np_feed_tags_read_feed (xml, xml->root, channel_tags, np_feed_modules_feed, feed);
  read_attributes (xml, xml->root, &feed->link, &feed->updated);
  read_items (xml, xml->root, feed);
  for (xmlNode *node = np_feed_xml_first (xml->root); node != NULL; node = np_feed_xml_next (node))
    if (np_feed_xml_is (xml, node, NP_FEED_NS_CORE, "channel"))
      read_items (xml, node, feed);
  return TRUE;
}
