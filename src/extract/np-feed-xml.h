/* The XML of a feed: its elements by what they mean, whatever prefix or namespace its author gave them. */
#pragma once

#include "extract/np-feed-text.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* Whose an element is. */
typedef enum
{
  NP_FEED_NS_CORE, /* the format's own: no namespace, that of the root, or one that RSS, RDF or CDF feeds have */
  NP_FEED_NS_ATOM,
  NP_FEED_NS_DC,
  NP_FEED_NS_DCTERMS,
  NP_FEED_NS_CONTENT,
  NP_FEED_NS_MEDIA,
  NP_FEED_NS_ITUNES,
  NP_FEED_NS_XHTML,
  NP_FEED_NS_RDF,
  NP_FEED_NS_FEEDBURNER,
  NP_FEED_NS_OTHER
} NpFeedNs;

typedef struct
{
  xmlDoc *doc;
  xmlNode *root;
  char *base; /* (nullable) the address of the feed */
} NpFeedXml;

NpFeedXml *np_feed_xml_parse (const char *text, const char *base);
void np_feed_xml_free (NpFeedXml *xml);

xmlNode *np_feed_xml_first (xmlNode *parent);
xmlNode *np_feed_xml_next (xmlNode *node);
NpFeedNs np_feed_xml_ns (const NpFeedXml *xml, const xmlNode *node);
gboolean np_feed_xml_is (const NpFeedXml *xml, const xmlNode *node, NpFeedNs ns, const char *name);
const char *np_feed_xml_name (const xmlNode *node);
char *np_feed_xml_dup_attribute (const xmlNode *node, const char *name);
char *np_feed_xml_dup_text (const xmlNode *node);
char *np_feed_xml_dup_html (const xmlNode *node);
char *np_feed_xml_dup_url (const NpFeedXml *xml, xmlNode *node, const char *reference);
char *np_feed_xml_dup_language (xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpFeedXml, np_feed_xml_free)

G_END_DECLS
