#include "extract/np-feed-format.h"
#include "extract/np-feed-modules.h"

/* Atom 1.0 (RFC 4287) and 0.3 (mnot.net/drafts/draft-nottingham-atom-format-02), and whatever calls its root "feed" or
 * "entry", since the drafts had many namespaces.
 *
 * feed:  title subtitle (tagline) id link author updated (modified), xml:lang
 * entry: title id link author published (issued, created) updated (modified) summary content category, xml:lang
 *
 * An entry without author has that of its source, and else that of the feed (RFC 4287, 4.2.1). */

#define F NP_FEED_FIELD
#define E NP_FEED_ENTRY_FIELD

static const NpFeedTag feed_tags[] = {
  { NP_FEED_NS_CORE, "title", NP_FEED_AS_TEXT, F (title), 0 },
  { NP_FEED_NS_CORE, "subtitle", NP_FEED_AS_TEXT, F (subtitle), 0 },
  { NP_FEED_NS_CORE, "tagline", NP_FEED_AS_TEXT, F (subtitle), 1 },
  { NP_FEED_NS_CORE, "id", NP_FEED_AS_ID, F (id), 0 },
  { NP_FEED_NS_CORE, "link", NP_FEED_AS_LINK, F (link), 1 },
  { NP_FEED_NS_CORE, "author", NP_FEED_AS_PERSON, F (author), 0 },
  { NP_FEED_NS_CORE, "published", NP_FEED_AS_DATE, F (published), 0 },
  { NP_FEED_NS_CORE, "issued", NP_FEED_AS_DATE, F (published), 1 },
  { NP_FEED_NS_CORE, "updated", NP_FEED_AS_DATE, F (updated), 0 },
  { NP_FEED_NS_CORE, "modified", NP_FEED_AS_DATE, F (updated), 1 },
  { NP_FEED_NS_CORE, "language", NP_FEED_AS_ID, F (language), 0 },
  { NP_FEED_NS_OTHER, NULL },
};

static const NpFeedTag entry_tags[] = {
  { NP_FEED_NS_CORE, "title", NP_FEED_AS_TEXT, E (title), 0 },
  { NP_FEED_NS_CORE, "id", NP_FEED_AS_ID, E (id), 0 },
  { NP_FEED_NS_CORE, "link", NP_FEED_AS_LINK, E (link), 1 },
  { NP_FEED_NS_CORE, "author", NP_FEED_AS_PERSON, E (author), 0 },
  { NP_FEED_NS_CORE, "published", NP_FEED_AS_DATE, E (published), 0 },
  { NP_FEED_NS_CORE, "issued", NP_FEED_AS_DATE, E (published), 1 },
  { NP_FEED_NS_CORE, "created", NP_FEED_AS_DATE, E (published), 2 },
  { NP_FEED_NS_CORE, "updated", NP_FEED_AS_DATE, E (updated), 0 },
  { NP_FEED_NS_CORE, "modified", NP_FEED_AS_DATE, E (updated), 1 },
  { NP_FEED_NS_CORE, "summary", NP_FEED_AS_TEXT, E (summary), 0 },
  { NP_FEED_NS_CORE, "content", NP_FEED_AS_BODY, E (content), 0 },
  { NP_FEED_NS_CORE, "category", NP_FEED_AS_TAG },
  { NP_FEED_NS_OTHER, NULL },
};

/* What counts of the feed that an entry was taken from. */
static const NpFeedTag source_tags[] = {
  { NP_FEED_NS_CORE, "author", NP_FEED_AS_PERSON, F (author), 0 },
  { NP_FEED_NS_OTHER, NULL },
};

/* Content that stands elsewhere is where the entry leads, when it says nothing else. */
static void
read_elsewhere (const NpFeedXml *xml, xmlNode *node, NpFeedEntry *entry)
{
  g_autofree char *src = np_feed_xml_dup_attribute (node, "src");

  if (entry->link == NULL)
    entry->link = np_feed_xml_dup_url (xml, node, src);
}

static void
read_entry (const NpFeedXml *xml, xmlNode *parent, NpFeed *feed)
{
  NpFeedEntry *entry = np_feed_entry_new ();

  np_feed_tags_read_entry (xml, parent, entry_tags, np_feed_modules_entry, entry);
  for (xmlNode *node = np_feed_xml_first (parent); node != NULL; node = np_feed_xml_next (node))
    if (np_feed_xml_is (xml, node, NP_FEED_NS_CORE, "content"))
      read_elsewhere (xml, node, entry);
    else if (entry->author == NULL && np_feed_xml_is (xml, node, NP_FEED_NS_CORE, "source"))
      {
        g_autoptr (NpFeed) source = np_feed_new ();

        np_feed_tags_read_feed (xml, node, source_tags, np_feed_modules_feed, source);
        entry->author = g_steal_pointer (&source->author);
      }
  if (entry->author == NULL)
    entry->author = g_strdup (feed->author);
  np_feed_add_entry (feed, entry);
}

/**
 * np_feed_atom_read:
 * @xml: a document
 * @feed: what to fill
 *
 * Returns: whether @xml is an Atom feed, or one entry of it
 */
gboolean
np_feed_atom_read (const NpFeedXml *xml, NpFeed *feed)
{
  const char *name = np_feed_xml_name (xml->root);

  if (g_ascii_strcasecmp (name, "entry") == 0)
    {
      read_entry (xml, xml->root, feed);
      return TRUE;
    }
  if (g_ascii_strcasecmp (name, "feed") != 0)
    return FALSE;
  np_feed_tags_read_feed (xml, xml->root, feed_tags, np_feed_modules_feed, feed);
  for (xmlNode *node = np_feed_xml_first (xml->root); node != NULL; node = np_feed_xml_next (node))
    if (np_feed_xml_is (xml, node, NP_FEED_NS_CORE, "entry"))
      read_entry (xml, node, feed);
  return TRUE;
}
