#include "extract/np-feed-format.h"
#include "extract/np-feed-modules.h"

#include "base/np-uri.h"

/* RSS 0.91 to 2.0 (rssboard.org/rss-specification), RSS 0.90 and 1.0, which are RDF (web.resource.org/rss/1.0/spec),
 * and RSS 1.1. In RDF the items stand beside the channel, in the others inside it; both are looked for in both.
 *
 * channel: title link description language managingEditor author pubDate lastBuildDate
 * item:    title link description author guid pubDate category enclosure fullitem body, and rdf:about */

#define F NP_FEED_FIELD
#define E NP_FEED_ENTRY_FIELD

static const NpFeedTag feed_tags[] = {
  { NP_FEED_NS_CORE, "title", NP_FEED_AS_LINE, F (title), 0 },
  { NP_FEED_NS_CORE, "link", NP_FEED_AS_LINK, F (link), 1 },
  { NP_FEED_NS_CORE, "description", NP_FEED_AS_HTML, F (subtitle), 0 },
  { NP_FEED_NS_CORE, "tagline", NP_FEED_AS_HTML, F (subtitle), 1 },
  { NP_FEED_NS_CORE, "language", NP_FEED_AS_ID, F (language), 0 },
  { NP_FEED_NS_CORE, "author", NP_FEED_AS_PERSON, F (author), 0 },
  { NP_FEED_NS_CORE, "managingeditor", NP_FEED_AS_PERSON, F (author), 1 },
  { NP_FEED_NS_CORE, "pubdate", NP_FEED_AS_DATE, F (published), 0 },
  { NP_FEED_NS_CORE, "lastbuilddate", NP_FEED_AS_DATE, F (updated), 0 },
  { NP_FEED_NS_CORE, "date", NP_FEED_AS_DATE, F (updated), 1 },
  { NP_FEED_NS_CORE, "id", NP_FEED_AS_ID, F (id), 0 },
  { NP_FEED_NS_CORE, "guid", NP_FEED_AS_ID, F (id), 0 },
  { NP_FEED_NS_OTHER, NULL },
};

static const NpFeedTag item_tags[] = {
  { NP_FEED_NS_CORE, "title", NP_FEED_AS_LINE, E (title), 0 },
  { NP_FEED_NS_CORE, "link", NP_FEED_AS_LINK, E (link), 1 },
  { NP_FEED_NS_CORE, "description", NP_FEED_AS_HTML, E (summary), 0 },
  { NP_FEED_NS_CORE, "summary", NP_FEED_AS_HTML, E (summary), 1 },
  { NP_FEED_NS_CORE, "fullitem", NP_FEED_AS_STORY, E (content), 0 },
  { NP_FEED_NS_CORE, "content", NP_FEED_AS_STORY, E (content), 1 },
  { NP_FEED_NS_CORE, "encoded", NP_FEED_AS_STORY, E (content), 2 },
  { NP_FEED_NS_CORE, "body", NP_FEED_AS_STORY, E (content), 3 },
  { NP_FEED_NS_CORE, "author", NP_FEED_AS_PERSON, E (author), 0 },
  { NP_FEED_NS_CORE, "guid", NP_FEED_AS_ID, E (id), 0 },
  { NP_FEED_NS_CORE, "id", NP_FEED_AS_ID, E (id), 1 },
  { NP_FEED_NS_CORE, "pubdate", NP_FEED_AS_DATE, E (published), 0 },
  { NP_FEED_NS_CORE, "published", NP_FEED_AS_DATE, E (published), 1 },
  { NP_FEED_NS_CORE, "date", NP_FEED_AS_DATE, E (published), 2 },
  { NP_FEED_NS_CORE, "updated", NP_FEED_AS_DATE, E (updated), 0 },
  { NP_FEED_NS_CORE, "modified", NP_FEED_AS_DATE, E (updated), 1 },
  { NP_FEED_NS_CORE, "category", NP_FEED_AS_TAG },
  { NP_FEED_NS_CORE, "keywords", NP_FEED_AS_TAGS },
  { NP_FEED_NS_CORE, "enclosure", NP_FEED_AS_FILE },
  { NP_FEED_NS_OTHER, NULL },
};

/* A guid is the address of the story unless it says that it is not. */
static void
read_permalink (const NpFeedXml *xml, xmlNode *item, NpFeedEntry *entry)
{
  if (entry->link != NULL)
    return;
  for (xmlNode *node = np_feed_xml_first (item); node != NULL; node = np_feed_xml_next (node))
    {
      g_autofree char *is_link = NULL, *url = NULL;

      if (!np_feed_xml_is (xml, node, NP_FEED_NS_CORE, "guid"))
        continue;
      is_link = np_feed_xml_dup_attribute (node, "ispermalink");
      url = np_feed_xml_dup_url (xml, node, entry->id);
      if ((is_link == NULL || g_ascii_strcasecmp (is_link, "false") != 0) && np_uri_is_web (url))
        entry->link = g_steal_pointer (&url);
      return;
    }
}

static void
read_item (const NpFeedXml *xml, xmlNode *item, NpFeed *feed)
{
  g_autoptr (NpFeedEntry) entry = np_feed_entry_new ();
  g_autofree char *about = np_feed_xml_dup_attribute (item, "about");

  np_feed_tags_read_entry (xml, item, item_tags, np_feed_modules_entry, entry);
  if (entry->id == NULL && about != NULL && *about != '\0')
    entry->id = g_steal_pointer (&about);
  read_permalink (xml, item, entry);
  if (entry->link == NULL && np_uri_is_web (entry->id) && xml->root != NULL
      && np_feed_xml_ns (xml, xml->root) == NP_FEED_NS_RDF)
    entry->link = g_strdup (entry->id);
  np_feed_add_entry (feed, g_steal_pointer (&entry));
}

static void
read_items (const NpFeedXml *xml, xmlNode *parent, NpFeed *feed)
{
  for (xmlNode *node = np_feed_xml_first (parent); node != NULL; node = np_feed_xml_next (node))
    if (np_feed_xml_is (xml, node, NP_FEED_NS_CORE, "item"))
      read_item (xml, node, feed);
    else if (np_feed_xml_is (xml, node, NP_FEED_NS_CORE, "items"))
      for (xmlNode *inner = np_feed_xml_first (node); inner != NULL; inner = np_feed_xml_next (inner))
        if (np_feed_xml_is (xml, inner, NP_FEED_NS_CORE, "item"))
          read_item (xml, inner, feed);
}

/**
 * np_feed_rss_read:
 * @xml: a document
 * @feed: what to fill
 *
 * Returns: whether @xml is an RSS feed
 */
gboolean
np_feed_rss_read (const NpFeedXml *xml, NpFeed *feed)
{
  const char *name = np_feed_xml_name (xml->root);
  gboolean found = g_ascii_strcasecmp (name, "rss") == 0 || g_ascii_strcasecmp (name, "rdf") == 0;

  /* A channel alone is RSS 1.1, or RSS whose first tag was lost; CDF, which has one too, is asked before. */
  if (g_ascii_strcasecmp (name, "channel") == 0)
    {
      np_feed_tags_read_feed (xml, xml->root, feed_tags, np_feed_modules_feed, feed);
      read_items (xml, xml->root, feed);
      return TRUE;
    }
  if (!found)
    return FALSE;
  for (xmlNode *node = np_feed_xml_first (xml->root); node != NULL; node = np_feed_xml_next (node))
    if (np_feed_xml_is (xml, node, NP_FEED_NS_CORE, "channel"))
      {
        g_autofree char *about = np_feed_xml_dup_attribute (node, "about");

        np_feed_tags_read_feed (xml, node, feed_tags, np_feed_modules_feed, feed);
        if (feed->id == NULL && about != NULL && *about != '\0')
          feed->id = g_steal_pointer (&about);
        read_items (xml, node, feed);
      }
  read_items (xml, xml->root, feed);
  return TRUE;
}
