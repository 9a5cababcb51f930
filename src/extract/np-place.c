#include "extract/np-place.h"

#include <string.h>

/**
 * np_place_holds:
 * @dom: a parsed page
 * @node: a node
 * @heading: the element of the headline, or NP_DOM_NONE
 *
 * Returns: whether the headline is in @node, or is it. Such an element is about the story, whatever its name
 */
gboolean
np_place_holds (const NpDom *dom, guint node, guint heading)
{
  return heading != NP_DOM_NONE && node <= heading && heading < dom->nodes[node].end;
}

/* "teaser-meta", "footer.entry-meta": what is named after a date or an author is about that. */
static gboolean
is_line_of_story (NpNames names)
{
  return (names & (NP_NAME_DATE | NP_NAME_META | NP_NAME_BYLINE)) != 0;
}

/* What has most of the page's text is named after what stands beside its text: "with-sidebar". */
static gboolean
is_layout (const NpDom *dom, guint node)
{
  return dom->body != NP_DOM_NONE && dom->nodes[node].chars > 400
         && dom->nodes[node].chars > dom->nodes[dom->body].chars / 2;
}

/**
 * np_place_is_elsewhere:
 * @dom: a parsed page
 * @node: a node
 * @heading: the element of the headline, or NP_DOM_NONE
 * @names: what elements are named that are not about the story
 *
 * Returns: whether @node is in a part of the page that is not about its story
 */
gboolean
np_place_is_elsewhere (const NpDom *dom, guint node, guint heading, NpNames names)
{
  for (guint up = node; up != NP_DOM_NONE && dom->nodes[up].tag != GUMBO_TAG_BODY && !np_place_holds (dom, up, heading);
       up = dom->nodes[up].parent)
    {
      GumboTag tag = dom->nodes[up].tag;

      if (is_line_of_story (dom->nodes[up].names) || is_layout (dom, up))
        continue;
      if ((dom->nodes[up].names & names) != 0 || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_NAV
          || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FIGURE)
        return TRUE;
    }
  return FALSE;
}

/* "/", "https://valley.example", "index.html": the front page. */
static gboolean
is_front_page (const char *href)
{
  const char *path = strstr (href, "://");

  if (path != NULL)
    return path[3 + strcspn (path + 3, "/?#")] == '\0' || strcmp (path + 3 + strcspn (path + 3, "/?#"), "/") == 0;
  return strcmp (href, "/") == 0 || strcmp (href, "./") == 0 || strcmp (href, "/index.html") == 0;
}

/**
 * np_place_shows_site:
 * @dom: a parsed page
 * @heading: a heading
 *
 * Returns: whether it is the site's, on each of its pages: named so, or nothing but a link to the front page
 */
gboolean
np_place_shows_site (const NpDom *dom, guint heading)
{
  if ((dom->nodes[heading].names & NP_NAME_SITE) != 0)
    return TRUE;
  for (guint i = heading; i < dom->nodes[heading].end; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_A && dom->nodes[i].chars == dom->nodes[heading].chars)
      {
        const char *href = np_dom_attribute (dom, i, "href");

        return href != NULL && is_front_page (href);
      }
  return FALSE;
}
