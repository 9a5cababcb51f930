#include "extract/np-feed-format.h"

#include "base/np-uri.h"
#include "extract/np-dom.h"
#include "extract/np-nesting.h"

#include <string.h>

/* Feeds that a web page names (HTML Living Standard, 4.6.7.1; RSS autodiscovery): link rel=alternate of a feed's type.
 */

#define MAX_FEEDS 16

static gboolean
has_word (const char *list, const char *word)
{
  g_auto (GStrv) words = list != NULL ? g_strsplit_set (list, " \t\r\n", -1) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_feed_type (const char *type)
{
  static const char *const types[] = {
    "application/atom+xml", "application/rss+xml",   "application/rdf+xml", "application/feed+json", "text/xml",
    "application/xml",      "application/x.atom+xml"
  };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strncasecmp (type + strspn (type, " "), types[i], strlen (types[i])) == 0)
      return TRUE;
  return FALSE;
}

/* The feed of the comments is not the one that is meant. */
static gboolean
is_of_comments (const char *url, const char *title)
{
  g_autofree char *down = title != NULL ? g_utf8_strdown (title, -1) : NULL;

  return strstr (url, "/comments/") != NULL || (down != NULL && strstr (down, "comment") != NULL);
}

static void
add_feed (NpFeed *feed, GPtrArray *later, const NpDom *dom, guint node, const char *base)
{
  const char *href = np_dom_attribute (dom, node, "href");
  g_autofree char *url = np_uri_resolve (base, href);

  if (!np_uri_is_web (url) || feed->feeds->len + later->len >= MAX_FEEDS)
    return;
  if (is_of_comments (url, np_dom_attribute (dom, node, "title")))
    g_ptr_array_add (later, g_steal_pointer (&url));
  else if (!g_ptr_array_find_with_equal_func (feed->feeds, url, g_str_equal, NULL))
    g_ptr_array_add (feed->feeds, g_steal_pointer (&url));
}

/**
 * np_feed_page_read:
 * @text: valid UTF-8: a web page; np_nesting_tame() changes it
 * @length: its bytes
 * @base: (nullable): its address
 *
 * Returns: (transfer full) (nullable): a feed without entries that lists the feeds of the page; `NULL` when it names
 * none
 */
NpFeed *
np_feed_page_read (char *text, gsize length, const char *base)
{
  g_autoptr (NpFeed) feed = np_feed_new ();
  g_autoptr (GPtrArray) later = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NpDom) dom = NULL;
  g_autofree char *own_base = NULL;

  if (!np_nesting_tame (text, length))
    return NULL;
  dom = np_dom_parse (text, length);
  for (guint i = 0; i < dom->n_nodes && own_base == NULL; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_BASE)
      own_base = np_uri_resolve (base, np_dom_attribute (dom, i, "href"));
  for (guint i = 0; i < dom->n_nodes; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_LINK && has_word (np_dom_attribute (dom, i, "rel"), "alternate")
        && is_feed_type (np_dom_attribute (dom, i, "type")))
      add_feed (feed, later, dom, i, own_base != NULL ? own_base : base);
  for (guint i = 0; i < later->len; i++)
    g_ptr_array_add (feed->feeds, g_strdup (later->pdata[i]));
  return feed->feeds->len > 0 ? g_steal_pointer (&feed) : NULL;
}
