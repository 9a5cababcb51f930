#include "extract/np-figure-promotion.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-body-phrases.h"

#include <string.h>

/* The most letters of a card that leads to another story: its headline and a line more. */
#define CARD_MAX 300

/**
 * np_figure_promotion_leads_elsewhere:
 * @dom: a parsed page
 * @node: an image
 * @base: (nullable): the address of the page
 *
 * Returns: whether @node stands in a link to another page, and not to a picture
 */
gboolean
np_figure_promotion_leads_elsewhere (const NpDom *dom, guint node, const char *base)
{
  static const char *const pictures[] = { ".jpg",  ".jpeg", ".png",    ".webp", "attachment",
                                          "photo", "image", "gallery", "foto",  "bild" };
  guint link = np_dom_find_above (dom, node, GUMBO_TAG_A);
  const char *href = link != NP_DOM_NONE ? np_dom_attribute (dom, link, "href") : NULL;
  g_autofree char *address = NULL, *lower = NULL, *here = NULL, *there = NULL;

  if (href == NULL || *href == '#' || *href == '\0' || strncmp (href, "javascript:", 11) == 0)
    return FALSE;
  lower = g_ascii_strdown (href, -1);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (strstr (lower, pictures[i]) != NULL)
      return FALSE;
  address = np_uri_resolve (base, href);
  here = np_uri_compare_key (base);
  there = np_uri_compare_key (address);
  return here == NULL || there == NULL || strcmp (here, there) != 0;
}

static char *
dup_host_of_link (const NpDom *dom, guint node, const char *base)
{
  guint link = np_dom_find_above (dom, node, GUMBO_TAG_A);
  g_autofree char *address = link != NP_DOM_NONE ? np_uri_resolve (base, np_dom_attribute (dom, link, "href")) : NULL;

  return np_uri_dup_domain (address);
}

/* The words invite, or they and the picture lead to another site. */
static gboolean
invites (const NpFigureMap *map, guint image, guint unit, const NpFigure *figure)
{
  const NpDom *dom = map->body->dom;
  const char *base = map->body->base;
  g_autofree char *there = NULL, *here = NULL;

  if (figure->caption != NULL && np_body_phrases_is_furniture (figure->caption, np_text_count_words (figure->caption)))
    return TRUE;
  if ((dom->nodes[image].flags & NP_DOM_IN_LINK) == 0 || dom->nodes[unit].links * 10 < dom->nodes[unit].chars * 8)
    return FALSE;
  here = np_uri_dup_domain (base);
  there = dup_host_of_link (dom, image, base);
  return here != NULL && there != NULL && strstr (here, there) == NULL && strstr (there, here) == NULL
         && np_figure_promotion_leads_elsewhere (dom, image, base);
}

/* "19,90 € 9,90 €": a ware, not a caption. */
static gboolean
is_price (const char *caption)
{
  static const char *const currencies[] = { "€", "$", "£", "EUR", "USD", "CHF", "zł", "₽", "¥", "円" };
  gboolean priced = FALSE;

  if (caption == NULL || np_text_count_words (caption) > 6 || strpbrk (caption, "0123456789") == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    priced |= strstr (caption, currencies[i]) != NULL;
  return priced && strcspn (caption, "0123456789") < 6;
}

/* A link to another page within @node. */
static gboolean
holds_way_out (const NpDom *dom, guint node, const char *base)
{
  for (guint i = node; i < dom->nodes[node].end; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_A && np_figure_promotion_leads_elsewhere (dom, i, base))
      return TRUE;
  return FALSE;
}

/* A picture over a linked headline: the nearest words around it are mostly a link. */
static gboolean
is_card (const NpFigureMap *map, guint image)
{
  const NpDom *dom = map->body->dom;

  for (guint up = dom->nodes[image].parent, steps = 0;
       up != NP_DOM_NONE && up != map->body->region && up != map->scope && steps < 6;
       up = dom->nodes[up].parent, steps++)
    {
      const NpDomNode *at = &dom->nodes[up];

      if (at->tag == GUMBO_TAG_BODY || np_figure_map_count_photos (map, up) != 1)
        return FALSE;
      if (at->chars > 0)
        return at->chars < CARD_MAX && at->links * 10 >= at->chars * 6 && holds_way_out (dom, up, map->body->base);
    }
  return FALSE;
}

/* "Jane Roe", on a page by Jane Roe. */
static gboolean
is_author (const NpBody *body, const NpFigure *figure)
{
  g_autofree char *alt = NULL, *byline = NULL;

  if (body->byline == NULL || figure->alt == NULL || np_text_count_words (figure->alt) < 2)
    return FALSE;
  alt = np_text_slug (figure->alt, 200);
  byline = np_text_slug (body->byline, 400);
  return strstr (byline, alt) != NULL;
}

/**
 * np_figure_promotion_is:
 * @map: the map of a page
 * @image: an image element
 * @unit: the element that holds it with its words
 * @figure: what was read of it
 *
 * Returns: whether @figure is no photo of the story: it advertises, leads to another one, or shows the author
 */
gboolean
np_figure_promotion_is (const NpFigureMap *map, guint image, guint unit, const NpFigure *figure)
{
  if (invites (map, image, unit, figure) || is_price (figure->caption))
    return TRUE;
  return figure->caption == NULL && figure->credit == NULL
         && (is_card (map, image) || is_author (map->body, figure)
             || (np_figure_promotion_leads_elsewhere (map->body->dom, image, map->body->base)
                 && map->body->dom->nodes[unit].chars == 0));
}
