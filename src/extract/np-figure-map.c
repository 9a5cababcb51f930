#include "extract/np-figure-map.h"

#include "base/np-text.h"
#include "extract/np-credit-line.h"
#include "extract/np-image.h"

#include <string.h>

#define CAPTION_NAMES (NP_NAME_CAPTION | NP_NAME_CREDIT)

/* What stands after a photo and is no word about it. */
#define OTHER_NAMES                                                                                                    \
  (NP_NAME_NAVIGATION | NP_NAME_SHARE | NP_NAME_RELATED | NP_NAME_SIGN_UP | NP_NAME_COMMENTS | NP_NAME_ADVERT          \
   | NP_NAME_TAGS | NP_NAME_BYLINE | NP_NAME_DATE | NP_NAME_HEADLINE | NP_NAME_DECK | NP_NAME_LEAD)

/* A caption that says so may be longer than a text that only may be one. */
#define FIGCAPTION_MAX 2500

/* So many elements at most follow a photo with words about it. */
#define WORDS_MAX 3

/**
 * np_figure_map_is_caption:
 * @dom: a parsed page
 * @node: an element
 *
 * Returns: whether @node holds words of a photo by its name: its caption, its credit, or both
 */
gboolean
np_figure_map_is_caption (const NpDom *dom, guint node)
{
  NpNames names = dom->nodes[node].names;

  return dom->nodes[node].tag == GUMBO_TAG_FIGCAPTION
         || (((names & CAPTION_NAMES) != 0
              || (names & (NP_NAME_AUTHOR | NP_NAME_PHOTO)) == (NP_NAME_AUTHOR | NP_NAME_PHOTO))
             && dom->nodes[node].chars < NP_FIGURE_WORDS_MAX);
}

/* Whether the image @node is there for browsers without scripts, in the place of the one that ends at @photo_end. */
static gboolean
is_for_no_script (const NpDom *dom, guint node, guint photo_end)
{
  guint instead = np_dom_find_above (dom, node, GUMBO_TAG_NOSCRIPT);

  return instead != NP_DOM_NONE && instead >= photo_end && instead <= photo_end + 1
         && dom->nodes[instead].parent == dom->nodes[photo_end - 1].parent;
}

/**
 * np_figure_map_new:
 * @body: a page that was weighed
 * @scope: the element that photos and words are looked for in
 *
 * Returns: (transfer full): the map of its photos and captions
 */
NpFigureMap *
np_figure_map_new (const NpBody *body, guint scope)
{
  const NpDom *dom = body->dom;
  NpFigureMap *map = g_new0 (NpFigureMap, 1);
  guint caption_end = 0, photo_end = 0;

  map->body = body;
  map->scope = scope;
  map->photos = g_new0 (guint, dom->n_nodes + 1);
  map->captions = g_new0 (guint, dom->n_nodes + 1);
  for (guint i = 0; i < dom->n_nodes; i++)
    {
      gboolean photo = np_image_is_image (dom, i) && dom->nodes[i].chars == 0 && !np_image_is_sign (dom, i);

      if (photo && photo_end > 0 && is_for_no_script (dom, i, photo_end))
        photo = FALSE;
      if (photo)
        photo_end = dom->nodes[i].end;

      if (i >= caption_end && dom->nodes[i].text == NULL && np_figure_map_is_caption (dom, i))
        caption_end = dom->nodes[i].end;
      map->photos[i + 1] = map->photos[i] + photo;
      map->captions[i + 1] =
          map->captions[i] + (i < caption_end && dom->nodes[i].text != NULL ? dom->nodes[i].chars : 0);
    }
  return map;
}

/**
 * np_figure_map_free:
 * @map: (transfer full) (nullable): a map
 */
void
np_figure_map_free (NpFigureMap *map)
{
  if (map == NULL)
    return;
  g_free (map->photos);
  g_free (map->captions);
  g_free (map);
}

/**
 * np_figure_map_count_photos:
 * @map: a map
 * @node: an element
 *
 * Returns: how many photos stand in @node
 */
guint
np_figure_map_count_photos (const NpFigureMap *map, guint node)
{
  return map->photos[map->body->dom->nodes[node].end] - map->photos[node];
}

/**
 * np_figure_map_count_caption_chars:
 * @map: a map
 * @node: an element
 *
 * Returns: how many letters of captions and credits stand in @node
 */
guint
np_figure_map_count_caption_chars (const NpFigureMap *map, guint node)
{
  return map->captions[map->body->dom->nodes[node].end] - map->captions[node];
}

/**
 * np_figure_map_find_unit:
 * @map: a map
 * @image: an image element
 *
 * Returns: the element that holds a photo and its words and nothing else: a figure, or whatever the page has instead
 */
guint
np_figure_map_find_unit (const NpFigureMap *map, guint image)
{
  const NpDom *dom = map->body->dom;
  guint unit = image;

  for (guint up = dom->nodes[image].parent, steps = 0;
       up != NP_DOM_NONE && up != map->body->region && up != map->scope && steps < 9;
       up = dom->nodes[up].parent, steps++)
    {
      guint chars = dom->nodes[up].chars, rest = chars - MIN (chars, np_figure_map_count_caption_chars (map, up));
      gboolean named =
          dom->nodes[up].tag == GUMBO_TAG_FIGURE || (dom->nodes[up].names & (NP_NAME_PHOTO | NP_NAME_CAPTION)) != 0;

      if (np_figure_map_count_photos (map, up) > 1 && dom->nodes[up].tag != GUMBO_TAG_FIGURE)
        break;
      if (dom->nodes[up].tag == GUMBO_TAG_BODY || chars > (rest == 0 ? FIGCAPTION_MAX : NP_FIGURE_WORDS_MAX)
          || (rest > 0 && !(named && rest < 400)))
        break;
      if (dom->nodes[up].tag == GUMBO_TAG_P && rest > 0)
        break;
      unit = up;
      if (dom->nodes[up].tag == GUMBO_TAG_FIGURE)
        break;
    }
  return unit;
}

/* "Photo: Jane Roe/AFP" as a line of its own, or at the end of a caption. */
static gboolean
ends_in_credit (const char *text)
{
  g_autofree char *caption = NULL, *credit = NULL;

  if (strlen (text) > 700)
    return FALSE;
  np_credit_line_split (text, &caption, &credit);
  return credit != NULL && np_credit_line_is_labelled (text);
}

static gboolean
holds_caption (const NpFigureMap *map, guint node)
{
  const NpDom *dom = map->body->dom;

  gboolean found = FALSE;

  for (guint i = node + 1; i < dom->nodes[node].end; i++)
    {
      GumboTag tag = dom->nodes[i].tag;

      if ((tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) || tag == GUMBO_TAG_TIME
          || (dom->nodes[i].names & (NP_NAME_HEADLINE | NP_NAME_BYLINE | NP_NAME_DECK | NP_NAME_DATE)) != 0)
        return FALSE;
      found |= dom->nodes[i].text == NULL && dom->nodes[i].chars > 0 && np_figure_map_is_caption (dom, i);
    }
  return found;
}

/* Whether @node, the next thing after a photo, is about it. */
static gboolean
is_about_photo (const NpFigureMap *map, guint node)
{
  const NpDom *dom = map->body->dom;
  const NpDomNode *at = &dom->nodes[node];
  g_autofree char *text = NULL;

  if (np_figure_map_count_photos (map, node) > 0 || at->chars == 0
      || at->chars >= (at->tag == GUMBO_TAG_FIGCAPTION ? FIGCAPTION_MAX : NP_FIGURE_WORDS_MAX))
    return FALSE;
  if (at->text == NULL && np_figure_map_is_caption (dom, node))
    return TRUE;
  if (at->chars > 500 || at->links * 2 > at->chars || (at->names & OTHER_NAMES) != 0
      || (at->tag >= GUMBO_TAG_H1 && at->tag <= GUMBO_TAG_H6))
    return FALSE;
  if (at->text == NULL && holds_caption (map, node))
    return TRUE;
  if (at->text == NULL && (at->names & NP_NAME_PHOTO) != 0 && (at->names & NP_NAME_BODY) == 0)
    return TRUE;
  text = np_dom_dup_text (dom, node);
  return ends_in_credit (text);
}

/**
 * np_figure_map_list_words:
 * @map: a map
 * @unit: the element of a photo
 *
 * Returns: (transfer full) (element-type guint): the elements and texts right after @unit that are about its photo:
 * they say that they are captions or credits, or read like them
 */
GArray *
np_figure_map_list_words (const NpFigureMap *map, guint unit)
{
  const NpDom *dom = map->body->dom;
  GArray *words = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint up = unit, steps = 0; up != NP_DOM_NONE && up != map->scope && steps < 4;
       up = dom->nodes[up].parent, steps++)
    {
      guint parent = dom->nodes[up].parent, next = dom->nodes[up].end;

      if (parent == NP_DOM_NONE || up == map->body->region)
        break;
      while (next < dom->nodes[parent].end && words->len < WORDS_MAX)
        {
          if (dom->nodes[next].chars > 0 || np_figure_map_count_photos (map, next) > 0)
            {
              if (!is_about_photo (map, next))
                return words;
              g_array_append_val (words, next);
            }
          next = dom->nodes[next].end;
        }
      if (words->len > 0)
        break;
    }
  return words;
}
