#include "extract/np-metadata.h"

#include "base/np-text.h"
#include "extract/np-place.h"

#include <string.h>

#define NOT_THE_STORY                                                                                                  \
  (NP_NAME_COMMENTS | NP_NAME_RELATED | NP_NAME_SIDE | NP_NAME_FOOTER | NP_NAME_NAVIGATION | NP_NAME_ADVERT            \
   | NP_NAME_SITE)

/* The most headings below the first rank that are read. */
#define LOWER_HEADINGS_MAX 6

static void
add_heading (NpMetadata *metadata, const NpDom *dom, guint node, int trust)
{
  guint up = dom->nodes[node].parent;
  g_autofree char *text = np_dom_dup_text (dom, node);
  gboolean named = up != NP_DOM_NONE && (np_dom_names_above (dom, node, dom->nodes[up].parent) & NP_NAME_HEADLINE) != 0;

  np_metadata_add (metadata, NP_FACT_HEADLINE, text, "page", trust + (named ? 6 : 0));
}

/* A lone h1 is nearly always the headline, of several the one that the page's titles name, or else the first; one in
 * the site's head is the site's. */
static void
read_headings (NpMetadata *metadata, const NpDom *dom)
{
  gboolean named = metadata->heading != NP_DOM_NONE && dom->nodes[metadata->heading].tag == GUMBO_TAG_H1;
  guint n = 0, lower = 0, first = NP_DOM_NONE;

  for (guint i = 0; i < dom->n_nodes; i++)
    {
      const NpDomNode *at = &dom->nodes[i];

      if (at->tag < GUMBO_TAG_H1 || at->tag > GUMBO_TAG_H4 || at->chars <= 2 || at->chars >= 300
          || (at->flags & NP_DOM_UNSEEN) != 0)
        continue;
      if (at->tag == GUMBO_TAG_H1
          && (np_place_shows_site (dom, i)
              || np_place_is_elsewhere (dom, i, NP_DOM_NONE, NP_NAME_DIALOG | NP_NAME_COMMENTS)))
        add_heading (metadata, dom, i, 14);
      else if (at->tag == GUMBO_TAG_H1)
        {
          first = first == NP_DOM_NONE ? i : first;
          add_heading (metadata, dom, i, (named ? i == metadata->heading : n == 0) ? 68 : 58);
          n++;
        }
      else if (lower < LOWER_HEADINGS_MAX && !np_place_is_elsewhere (dom, i, NP_DOM_NONE, NOT_THE_STORY))
        add_heading (metadata, dom, i, 40 - (int) lower++);
    }
  if (n == 1)
    add_heading (metadata, dom, first, 80);
}

static void
read_head (NpMetadata *metadata, const NpDom *dom)
{
  const char *language = np_dom_attribute (dom, 0, "lang");

  if (language == NULL)
    language = np_dom_attribute (dom, 0, "xml:lang");
  np_metadata_add (metadata, NP_FACT_LANGUAGE, language, "page", 60);
  for (guint i = 0; i < dom->n_nodes; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_TITLE && i + 1 < dom->nodes[i].end
        && dom->nodes[i].source->v.element.tag_namespace == GUMBO_NAMESPACE_HTML)
      {
        np_metadata_add (metadata, NP_FACT_TITLE, dom->nodes[i + 1].text, "page", 20);
        break;
      }
  for (guint i = 0; i < dom->n_nodes; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_LINK)
      {
        const char *rel = np_dom_attribute (dom, i, "rel");

        if (rel != NULL && g_ascii_strcasecmp (rel, "canonical") == 0)
          np_metadata_add (metadata, NP_FACT_CANONICAL, np_dom_attribute (dom, i, "href"), "meta", 80);
        else if (rel != NULL && g_ascii_strcasecmp (rel, "image_src") == 0)
          np_metadata_add (metadata, NP_FACT_PHOTO, np_dom_attribute (dom, i, "href"), "meta", 50);
      }
}

/**
 * np_metadata_read_page:
 * @metadata: facts; gets those of the page's own elements
 * @dom: a parsed page
 * @url: (nullable): its address
 */
void
np_metadata_read_page (NpMetadata *metadata, const NpDom *dom, const char *url)
{
  read_head (metadata, dom);
  read_headings (metadata, dom);
}
