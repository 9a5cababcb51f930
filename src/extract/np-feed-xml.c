#include "extract/np-feed-xml.h"

#include "base/np-uri.h"
#include "extract/np-feed-mend.h"

#include <libxml/parser.h>
#include <string.h>

/* Nothing is loaded (no network, no external subset), no entity is declared (the document type declaration is gone
 * before), and without XML_PARSE_HUGE libxml2 holds its own limits: 256 elements deep, 10 MB a text. */
#define OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_COMPACT)

/* Beginnings of namespaces, in lower case and without "http://www." and the like. */
static const struct
{
  const char *start;
  NpFeedNs ns;
} namespaces[] = {
  { "w3.org/2005/atom", NP_FEED_NS_ATOM },
  { "purl.org/atom/ns#", NP_FEED_NS_ATOM },
  { "purl.org/atom-blog", NP_FEED_NS_ATOM },
  { "purl.org/dc/elements", NP_FEED_NS_DC },
  { "purl.org/dc/terms", NP_FEED_NS_DCTERMS },
  { "purl.org/rss/1.0/modules/content", NP_FEED_NS_CONTENT },
  { "purl.org/rss/1.0/modules/", NP_FEED_NS_OTHER },
  { "search.yahoo.com/mrss", NP_FEED_NS_MEDIA },
  { "itunes.com/dtds/podcast", NP_FEED_NS_ITUNES },
  { "example.com/dtds/podcast", NP_FEED_NS_ITUNES },
  { "w3.org/1999/xhtml", NP_FEED_NS_XHTML },
  { "w3.org/1999/02/22-rdf", NP_FEED_NS_RDF },
  { "rssnamespace.org/feedburner", NP_FEED_NS_FEEDBURNER },
  { "purl.org/rss/1.0", NP_FEED_NS_CORE },
  { "purl.org/net/rss1.1", NP_FEED_NS_CORE },
  { "channel.netscape.com/rdf/simple/0.9", NP_FEED_NS_CORE },
  { "my.netscape.com/rdf/simple/0.9", NP_FEED_NS_CORE },
  { "my.netscape.com/publish/formats/rss", NP_FEED_NS_CORE },
  { "backend.userland.com/rss", NP_FEED_NS_CORE },
  { "blogs.law.harvard.edu/tech/rss", NP_FEED_NS_CORE },
};

/* What prefixes mean when their namespace was forgotten. */
static const struct
{
  const char *prefix;
  NpFeedNs ns;
} prefixes[] = {
  { "atom", NP_FEED_NS_ATOM },
  { "a10", NP_FEED_NS_ATOM },
  { "dc", NP_FEED_NS_DC },
  { "dcterms", NP_FEED_NS_DCTERMS },
  { "content", NP_FEED_NS_CONTENT },
  { "media", NP_FEED_NS_MEDIA },
  { "itunes", NP_FEED_NS_ITUNES },
  { "xhtml", NP_FEED_NS_XHTML },
  { "rdf", NP_FEED_NS_RDF },
  { "rss", NP_FEED_NS_CORE },
  { "feedburner", NP_FEED_NS_FEEDBURNER },
};

/**
 * np_feed_xml_parse:
 * @text: valid UTF-8: what has to be XML
 * @base: (nullable): its address
 *
 * Parses @text as XML, and when it is not well-formed what it seems to mean.
 *
 * Returns: (transfer full) (nullable): the document, `NULL` when there is no element in it
 */
NpFeedXml *
np_feed_xml_parse (const char *text, const char *base)
{
  g_autofree char *start = np_feed_mend_prolog (text), *mended = np_feed_mend_references (start), *closed = NULL;
  xmlDoc *doc;
  NpFeedXml *xml;

  doc = xmlReadMemory (mended, (int) MIN (strlen (mended), G_MAXINT), NULL, "UTF-8", OPTIONS);
  if (doc == NULL)
    {
      closed = np_feed_mend_tags (mended);
      doc = xmlReadMemory (closed, (int) MIN (strlen (closed), G_MAXINT), NULL, "UTF-8", OPTIONS | XML_PARSE_RECOVER);
    }
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    {
      xmlFreeDoc (doc);
      return NULL;
    }
  xml = g_new0 (NpFeedXml, 1);
  xml->doc = doc;
  xml->root = xmlDocGetRootElement (doc);
  xml->base = g_strdup (base);
  return xml;
}

/**
 * np_feed_xml_free:
 * @xml: (transfer full) (nullable): a document
 */
void
np_feed_xml_free (NpFeedXml *xml)
{
  if (xml == NULL)
    return;
  xmlFreeDoc (xml->doc);
  g_free (xml->base);
  g_free (xml);
}

static xmlNode *
find_element (xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->next;
  return node;
}

/**
 * np_feed_xml_first:
 * @parent: an element
 *
 * Returns: (transfer none) (nullable): the first element in it
 */
xmlNode *
np_feed_xml_first (xmlNode *parent)
{
  return find_element (parent->children);
}

/**
 * np_feed_xml_next:
 * @node: an element
 *
 * Returns: (transfer none) (nullable): the next one beside it
 */
xmlNode *
np_feed_xml_next (xmlNode *node)
{
  return find_element (node->next);
}

static NpFeedNs
find_ns (const char *href)
{
  static const char *const starts[] = { "http://", "https://", "www." };
  g_autofree char *lower = g_ascii_strdown (href, -1);
  const char *name = lower;

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (name, starts[i]))
      name += strlen (starts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    if (g_str_has_prefix (name, namespaces[i].start))
      return namespaces[i].ns;
  return NP_FEED_NS_OTHER;
}

/**
 * np_feed_xml_ns:
 * @xml: a document
 * @node: an element in it
 *
 * Returns: whose @node is
 */
NpFeedNs
np_feed_xml_ns (const NpFeedXml *xml, const xmlNode *node)
{
  const char *name = (const char *) node->name, *colon = strchr (name, ':');
  NpFeedNs ns;

  if (node->ns == NULL || node->ns->href == NULL || *node->ns->href == '\0')
    {
      for (guint i = 0; colon != NULL && i < G_N_ELEMENTS (prefixes); i++)
        if (g_ascii_strncasecmp (name, prefixes[i].prefix, colon - name) == 0
            && strlen (prefixes[i].prefix) == (gsize) (colon - name))
          return prefixes[i].ns;
      return colon == NULL ? NP_FEED_NS_CORE : NP_FEED_NS_OTHER;
    }
  ns = find_ns ((const char *) node->ns->href);
  if (ns != NP_FEED_NS_RDF && xml->root->ns != NULL && xmlStrEqual (node->ns->href, xml->root->ns->href))
    return NP_FEED_NS_CORE;
  return ns;
}

/**
 * np_feed_xml_name:
 * @node: an element
 *
 * Returns: (transfer none): its name without prefix, in the case it is written in
 */
const char *
np_feed_xml_name (const xmlNode *node)
{
  const char *colon = strrchr ((const char *) node->name, ':');

  return colon != NULL ? colon + 1 : (const char *) node->name;
}

/**
 * np_feed_xml_is:
 * @xml: a document
 * @node: an element in it
 * @ns: whose
 * @name: its name; upper and lower case are the same
 *
 * Returns: whether @node is that element
 */
gboolean
np_feed_xml_is (const NpFeedXml *xml, const xmlNode *node, NpFeedNs ns, const char *name)
{
  return g_ascii_strcasecmp (np_feed_xml_name (node), name) == 0 && np_feed_xml_ns (xml, node) == ns;
}

/**
 * np_feed_xml_dup_attribute:
 * @node: an element
 * @name: an attribute, of whatever namespace; upper and lower case are the same
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
np_feed_xml_dup_attribute (const xmlNode *node, const char *name)
{
  const xmlAttr *other = NULL;

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *written = (const char *) attribute->name, *colon = strrchr (written, ':');

      if (g_ascii_strcasecmp (colon != NULL ? colon + 1 : written, name) != 0)
        continue;
      if (attribute->ns == NULL && colon == NULL)
        return np_feed_xml_dup_text ((const xmlNode *) attribute);
      other = attribute;
    }
  /* Another's attribute of that name says something else, but for RDF's, which are about the element. */
  return other != NULL && (other->ns == NULL || find_ns ((const char *) other->ns->href) == NP_FEED_NS_RDF)
             ? np_feed_xml_dup_text ((const xmlNode *) other)
             : NULL;
}

/* The node that follows in document order below @top, or NULL. */
static const xmlNode *
step (const xmlNode *top, const xmlNode *node)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != top && node->next == NULL)
    node = node->parent;
  return node != top ? node->next : NULL;
}

/**
 * np_feed_xml_dup_text:
 * @node: an element or attribute
 *
 * Returns: (transfer full): all text in it as it stands
 */
char *
np_feed_xml_dup_text (const xmlNode *node)
{
  GString *out = g_string_new (NULL);

  for (const xmlNode *at = node->children; at != NULL; at = step (node, at))
    if (at->content != NULL && (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE))
      g_string_append (out, (const char *) at->content);
  return g_string_free (out, FALSE);
}

static gboolean
is_void (const char *name)
{
  static const char *const names[] = { "area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                       "input", "link", "meta", "param", "source", "track", "wbr" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

static void
append_end (GString *out, const xmlNode *node)
{
  if (node->type == XML_ELEMENT_NODE && !is_void (np_feed_xml_name (node)))
    g_string_append_printf (out, "</%s>", np_feed_xml_name (node));
}

/**
 * np_feed_xml_dup_html:
 * @node: an element
 *
 * Gives what is in @node as HTML for np_feed_text_line(), elements without their attributes.
 *
 * Returns: (transfer full): markup
 */
char *
np_feed_xml_dup_html (const xmlNode *node)
{
  GString *out = g_string_new (NULL);
  const xmlNode *at = node->children;

  while (at != NULL)
    {
      if (at->type == XML_ELEMENT_NODE)
        g_string_append_printf (out, "<%s>", np_feed_xml_name (at));
      else if (at->content != NULL && (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE))
        {
          g_autofree char *text = g_markup_escape_text ((const char *) at->content, -1);

          g_string_append (out, text);
        }
      if (at->type == XML_ELEMENT_NODE && at->children != NULL)
        {
          at = at->children;
          continue;
        }
      append_end (out, at);
      for (; at->next == NULL && at->parent != node; append_end (out, at))
        at = at->parent;
      at = at->next;
    }
  return g_string_free (out, FALSE);
}

/**
 * np_feed_xml_dup_url:
 * @xml: a document
 * @node: the element that says it
 * @reference: (nullable): what it says
 *
 * Returns: (transfer full) (nullable): @reference as an absolute address (XML Base), as it stands when there is nothing
 *   to resolve it against, `NULL` when it is empty
 */
char *
np_feed_xml_dup_url (const NpFeedXml *xml, xmlNode *node, const char *reference)
{
  g_autofree char *trimmed = reference != NULL ? g_strstrip (g_strdup (reference)) : NULL;
  g_autofree char *base = g_strdup (xml->base);
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();
  char *resolved;

  if (trimmed == NULL || *trimmed == '\0')
    return NULL;
  if (g_uri_peek_scheme (trimmed) != NULL)
    return g_steal_pointer (&trimmed);
  for (xmlNode *up = node; up != NULL && up->type == XML_ELEMENT_NODE; up = up->parent)
    g_ptr_array_add (chain, up);
  for (guint i = chain->len; i > 0; i--)
    {
      xmlChar *said = xmlGetNsProp (chain->pdata[i - 1], (const xmlChar *) "base", XML_XML_NAMESPACE);
      char *joined = said != NULL ? np_uri_resolve (base, (const char *) said) : NULL;

      if (joined != NULL)
        {
          g_free (base);
          base = joined;
        }
      xmlFree (said);
    }
  resolved = np_uri_resolve (base, trimmed);
  return resolved != NULL ? resolved : g_steal_pointer (&trimmed);
}

/**
 * np_feed_xml_dup_language:
 * @node: an element
 *
 * Returns: (transfer full) (nullable): the `xml:lang` that holds for it
 */
char *
np_feed_xml_dup_language (xmlNode *node)
{
  for (xmlNode *up = node; up != NULL && up->type == XML_ELEMENT_NODE; up = up->parent)
    {
      xmlChar *said = xmlGetNsProp (up, (const xmlChar *) "lang", XML_XML_NAMESPACE);

      if (said != NULL)
        {
          /* xml:lang="" says that nothing is known. */
          char *language = *said != '\0' ? g_strdup ((const char *) said) : NULL;

          xmlFree (said);
          return language;
        }
    }
  return NULL;
}
