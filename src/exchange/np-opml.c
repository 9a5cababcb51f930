#include "exchange/np-opml.h"

#include "base/np-text.h"
#include "base/np-uri.h"

#include <libxml/parser.h>
#include <string.h>

/* Read: outline with xmlUrl (also xmlurl, url), its text or title, its htmlUrl, however deep in other outlines, which
 * are folders. Written: one list without folders. No entity is declared and nothing is loaded. */

#define OPTIONS (XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA)

/* More feeds than anybody follows. */
#define MAX_FEEDS 5000

/**
 * np_opml_feed_new:
 * @url: its address
 * @title: (nullable): what it is called
 * @link: (nullable): the page that it is of
 *
 * Returns: (transfer full): a feed
 */
NpOpmlFeed *
np_opml_feed_new (const char *url, const char *title, const char *link)
{
  NpOpmlFeed *feed;

  g_return_val_if_fail (url != NULL, NULL);

  feed = g_new0 (NpOpmlFeed, 1);
  feed->url = g_strdup (url);
  feed->title = g_strdup (title);
  feed->link = g_strdup (link);
  return feed;
}

/**
 * np_opml_feed_free:
 * @feed: (transfer full) (nullable): a feed
 */
void
np_opml_feed_free (NpOpmlFeed *feed)
{
  if (feed == NULL)
    return;
  g_free (feed->url);
  g_free (feed->title);
  g_free (feed->link);
  g_free (feed);
}

/* An attribute's value, cleaned, NULL when there is none; upper and lower case are the same. */
static char *
dup_attribute (xmlNode *node, const char *name)
{
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (g_ascii_strcasecmp ((const char *) attribute->name, name) == 0)
      {
        xmlChar *value = xmlNodeListGetString (node->doc, attribute->children, 1);
        g_autofree char *clean = value != NULL ? np_text_clean ((const char *) value) : NULL;

        xmlFree (value);
        return np_text_is_empty (clean) ? NULL : g_steal_pointer (&clean);
      }
  return NULL;
}

static void
read_outline (GPtrArray *feeds, xmlNode *node)
{
  static const char *const addresses[] = { "xmlurl", "url" };
  g_autofree char *url = NULL, *title = NULL, *link = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (addresses) && url == NULL; i++)
    url = dup_attribute (node, addresses[i]);
  if (g_ascii_strncasecmp (url != NULL ? url : "", "feed:", 5) == 0)
    memmove (url, url + 5, strlen (url + 5) + 1);
  if (!np_uri_is_web (url) || feeds->len >= MAX_FEEDS)
    return;
  for (guint i = 0; i < feeds->len; i++)
    if (g_str_equal (((NpOpmlFeed *) feeds->pdata[i])->url, url))
      return;
  title = dup_attribute (node, "title");
  if (title == NULL)
    title = dup_attribute (node, "text");
  link = dup_attribute (node, "htmlurl");
  g_ptr_array_add (feeds, np_opml_feed_new (url, title, link));
}

/**
 * np_opml_read:
 * @bytes: a file
 * @error: `G_IO_ERROR_INVALID_DATA` when it is no OPML
 *
 * Returns: (transfer full) (nullable) (element-type NpOpmlFeed): its feeds, each once
 */
GPtrArray *
np_opml_read (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlDoc *doc = size > 0 && size < G_MAXINT ? xmlReadMemory (data, (int) size, NULL, NULL, OPTIONS) : NULL;
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL, *node = root;
  GPtrArray *feeds = NULL;

  if (root == NULL || g_ascii_strcasecmp ((const char *) root->name, "opml") != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "This is no OPML");
      xmlFreeDoc (doc);
      return NULL;
    }
  feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) np_opml_feed_free);
  while (node != NULL)
    {
      if (node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, "outline") == 0)
        read_outline (feeds, node);
      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      while (node != root && node->next == NULL)
        node = node->parent;
      node = node != root ? node->next : NULL;
    }
  xmlFreeDoc (doc);
  return feeds;
}

/* XML allows no control characters, not even as references. */
static void
append_attribute (GString *out, const char *name, const char *value)
{
  g_autofree char *clean = np_text_clean (value), *escaped = NULL;

  if (clean == NULL)
    return;
  escaped = g_markup_escape_text (clean, -1);
  g_string_append_printf (out, " %s=\"%s\"", name, escaped);
}

/**
 * np_opml_write:
 * @feeds: (element-type NpOpmlFeed): feeds
 *
 * Returns: (transfer full): an OPML file of them
 */
GBytes *
np_opml_write (GPtrArray *feeds)
{
  g_autoptr (GString) out =
      g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n"
                    "    <title>Newsprint</title>\n  </head>\n  <body>\n");

  for (guint i = 0; i < feeds->len; i++)
    {
      const NpOpmlFeed *feed = feeds->pdata[i];

      g_string_append (out, "    <outline type=\"rss\"");
      append_attribute (out, "text", feed->title != NULL ? feed->title : feed->url);
      append_attribute (out, "title", feed->title);
      append_attribute (out, "xmlUrl", feed->url);
      append_attribute (out, "htmlUrl", feed->link);
      g_string_append (out, "/>\n");
    }
  g_string_append (out, "  </body>\n</opml>\n");
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
