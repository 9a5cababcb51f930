#include "extract/np-body.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-figure-attributes.h"
#include "extract/np-figure-promotion.h"
#include "extract/np-figure-words.h"
#include "extract/np-image-key.h"
#include "extract/np-image.h"

#include <string.h>

/* So many nodes behind a placeholder the image is looked for that it stands for. */
#define IMAGES_LOOK 12

#define CAPTION_NAMES (NP_NAME_CAPTION | NP_NAME_CREDIT)

typedef struct
{
  NpBody *body;
  NpFigureMap *map;
  GPtrArray *figures; /* of NpFigure */
  GHashTable *keys;   /* char* np_image_key() → index + 1 */
  gboolean is_guess;  /* the element that the photos are looked for in has no headline, and is no article */
} Reader;

/* Furniture that may hold the story's photos all the same. */
static gboolean
may_hold_photos (const NpDom *dom, guint node)
{
  NpNames names = dom->nodes[node].names;
  GumboTag tag = dom->nodes[node].tag;

  if (tag == GUMBO_TAG_NOSCRIPT)
    return TRUE;
  if ((dom->nodes[node].flags & NP_DOM_UNSEEN) != 0 || tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FOOTER
      || tag == GUMBO_TAG_FORM)
    return FALSE;
  if ((names
       & (NP_NAME_NAVIGATION | NP_NAME_FOOTER | NP_NAME_SHARE | NP_NAME_RELATED | NP_NAME_SIGN_UP | NP_NAME_COMMENTS
          | NP_NAME_ADVERT | NP_NAME_AUTHOR | NP_NAME_SIDE | NP_NAME_ICON | NP_NAME_SITE | NP_NAME_BYLINE))
      != 0)
    return FALSE;
  return tag == GUMBO_TAG_FIGURE || tag == GUMBO_TAG_BUTTON
         || (names & (NP_NAME_GALLERY | NP_NAME_PHOTO | CAPTION_NAMES | NP_NAME_PLAYER)) != 0;
}

static gboolean
is_framed (const NpDom *dom, guint unit, guint image)
{
  for (guint i = image; i != NP_DOM_NONE; i = dom->nodes[i].parent)
    {
      if (dom->nodes[i].tag == GUMBO_TAG_FIGURE)
        return TRUE;
      if (i == unit)
        break;
    }
  return FALSE;
}

/* A figure that stands within a link is a way to another story, with its photo. */
static gboolean
is_link_around (const NpDom *dom, guint unit)
{
  return np_dom_find_above (dom, dom->nodes[unit].parent, GUMBO_TAG_A) != NP_DOM_NONE;
}

/* Whether the figure @frame has something else to show than a photo: then its caption is not a photo's. */
static gboolean
shows_something_else (const Reader *reader, guint frame)
{
  const NpDom *dom = reader->body->dom;

  for (guint i = frame + 1; i < dom->nodes[frame].end; i++)
    {
      GumboTag tag = dom->nodes[i].tag;

      if ((reader->body->marks[i] & (NP_BODY_FIGURE | NP_BODY_GONE)) != 0 || tag == GUMBO_TAG_TABLE
          || tag == GUMBO_TAG_IFRAME || tag == GUMBO_TAG_VIDEO || tag == GUMBO_TAG_AUDIO || tag == GUMBO_TAG_PRE
          || tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_MATH || tag == GUMBO_TAG_P)
        return TRUE;
    }
  return FALSE;
}

/* Whether an image behind @node in the figure @frame can be had: one for browsers without scripts mostly. */
static gboolean
has_image_behind (const Reader *reader, guint node, guint frame)
{
  const NpDom *dom = reader->body->dom;
  guint end = MIN (dom->nodes[frame].end, dom->nodes[node].end + IMAGES_LOOK);

  for (guint i = dom->nodes[node].end; i < end; i++)
    {
      g_auto (NpImage) image = { 0 };

      if (np_image_is_image (dom, i) && np_image_read (dom, i, reader->body->base, &image))
        return TRUE;
    }
  return FALSE;
}

/* The words of a figure whose photo nobody can fetch, for want of an address. They make a figure without source. */
static void
read_words_alone (Reader *reader, guint frame, const char *alt)
{
  NpBody *body = reader->body;
  const NpDom *dom = body->dom;
  NpFigure *figure;

  if (frame == NP_DOM_NONE || dom->nodes[frame].chars == 0 || dom->nodes[frame].chars > NP_FIGURE_WORDS_MAX
      || np_figure_map_count_caption_chars (reader->map, frame) * 10 < dom->nodes[frame].chars * 8
      || body->marks[frame] != 0 || shows_something_else (reader, frame))
    return;
  figure = np_figure_new ();
  figure->alt = g_strdup (alt);
  np_figure_words_read (reader->map, frame, NULL, figure);
  g_ptr_array_add (reader->figures, figure);
  g_hash_table_insert (body->figures, GUINT_TO_POINTER (frame), GUINT_TO_POINTER (reader->figures->len));
  body->marks[frame] |= NP_BODY_FIGURE;
}

static void
read_photo (Reader *reader, guint node)
{
  NpBody *body = reader->body;
  const NpDom *dom = body->dom;
  g_auto (NpImage) image = { 0 };
  g_autofree char *key = NULL;
  NpFigure *figure;
  g_autoptr (GArray) words = NULL;
  guint unit, index;

  if (!np_image_read (dom, node, body->base, &image))
    {
      guint frame = np_dom_find_above (dom, node, GUMBO_TAG_FIGURE);

      /* The last image of its figure: the one before it may be a placeholder for it. */
      if (frame != NP_DOM_NONE && reader->map->photos[dom->nodes[frame].end] == reader->map->photos[node + 1]
          && !np_image_is_address (image.source, body->base) && !has_image_behind (reader, node, frame))
        read_words_alone (reader, frame, np_dom_attribute (dom, node, "alt"));
      return;
    }
  unit = np_figure_map_find_unit (reader->map, node);
  words = np_figure_map_list_words (reader->map, unit);
  if ((!is_framed (dom, unit, node) || is_link_around (dom, unit)) && words->len == 0
      && np_figure_promotion_leads_elsewhere (dom, node, body->base))
    return;
  if (unit < body->region && dom->nodes[unit].end <= body->region && !is_framed (dom, unit, node) && words->len == 0
      && dom->nodes[unit].chars == 0
      && (image.width > 0 ? image.width < 300 : reader->is_guess && np_text_is_empty (image.alt)))
    return;
  if ((body->marks[unit] & NP_BODY_FIGURE) != 0)
    return;
  key = np_image_key (image.source);
  index = GPOINTER_TO_UINT (g_hash_table_lookup (reader->keys, key));
  if (index > 0)
    {
      /* The same photo again, in another size. */
      figure = reader->figures->pdata[index - 1];
      if (np_image_key_width (image.source) > np_image_key_width (figure->source)
          && np_image_key_width (figure->source) > 0)
        {
          g_free (figure->source);
          figure->source = g_steal_pointer (&image.source);
        }
      body->marks[unit] |= NP_BODY_GONE;
      if (figure->caption == NULL && figure->credit == NULL)
        np_figure_words_read (reader->map, unit, words, figure);
    }
  else
    {
      figure = np_figure_new ();
      figure->source = g_steal_pointer (&image.source);
      figure->alt = g_steal_pointer (&image.alt);
      figure->width = image.width;
      figure->height = image.height;
      np_figure_words_read (reader->map, unit, words, figure);
      np_figure_attributes_read (dom, node, figure);
      if (np_figure_promotion_is (reader->map, node, unit, figure))
        {
          np_figure_free (figure);
          return;
        }
      g_ptr_array_add (reader->figures, figure);
      index = reader->figures->len;
      g_hash_table_insert (reader->keys, g_steal_pointer (&key), GUINT_TO_POINTER (index));
      g_hash_table_insert (body->figures, GUINT_TO_POINTER (unit), GUINT_TO_POINTER (index));
      body->marks[unit] |= NP_BODY_FIGURE;
    }
  for (guint i = 0; i < words->len; i++)
    body->marks[g_array_index (words, guint, i)] |= NP_BODY_GONE;
}

static guint
count_chars (const NpDom *dom, guint start, guint end)
{
  guint chars = 0;

  for (guint i = start; i < end; i++)
    chars += dom->nodes[i].text != NULL && (dom->nodes[i].flags & NP_DOM_UNSEEN) == 0 ? dom->nodes[i].chars : 0;
  return chars;
}

/* A photo over the headline stands outside of the element that holds headline and text: as long as there is next to no
 * text before, the story begins further up. */
static guint
find_beginning (const NpDom *dom, guint scope)
{
  for (guint steps = 0; steps < 4; steps++)
    {
      guint parent = dom->nodes[scope].parent;

      if (parent == NP_DOM_NONE || dom->nodes[parent].tag == GUMBO_TAG_BODY
          || dom->nodes[scope].tag == GUMBO_TAG_ARTICLE || count_chars (dom, parent, scope) > 200)
        break;
      scope = parent;
    }
  return scope;
}

/* The elements around the story's text, as long as next to nothing stands in them before it. */
static guint
find_frame (const NpDom *dom, guint region)
{
  guint scope = region;

  for (guint steps = 0; steps < 3; steps++)
    {
      guint parent = dom->nodes[scope].parent;

      if (parent == NP_DOM_NONE || dom->nodes[parent].tag == GUMBO_TAG_BODY || count_chars (dom, parent, region) > 200)
        break;
      scope = parent;
    }
  return scope;
}

/* Where photos are looked for: the story with its head, where a lead photo stands between headline and text, or over
 * both. */
static guint
find_scope (const NpBody *body, gboolean *is_guess)
{
  const NpDom *dom = body->dom;
  guint scope = body->region;

  *is_guess = FALSE;
  for (guint up = body->region; up != NP_DOM_NONE && dom->nodes[up].tag != GUMBO_TAG_BODY; up = dom->nodes[up].parent)
    {
      if (body->headline_node != NP_DOM_NONE && up <= body->headline_node && body->headline_node < dom->nodes[up].end)
        return find_beginning (dom, up);
      if (dom->nodes[up].tag == GUMBO_TAG_ARTICLE)
        scope = up;
    }
  *is_guess = scope == body->region && dom->nodes[scope].tag != GUMBO_TAG_ARTICLE;
  return *is_guess ? find_frame (dom, scope) : scope;
}

static gboolean
has_head_figure (const NpBody *body)
{
  GHashTableIter iter;
  gpointer node;

  g_hash_table_iter_init (&iter, body->figures);
  while (g_hash_table_iter_next (&iter, &node, NULL))
    if (body->dom->nodes[GPOINTER_TO_UINT (node)].end <= body->region)
      return TRUE;
  return FALSE;
}

/* Puts @figure, whose element is @unit, before all others. */
static void
insert_first (Reader *reader, NpFigure *figure, guint unit)
{
  GHashTable *figures = reader->body->figures;
  GHashTableIter iter;
  gpointer index;

  g_ptr_array_insert (reader->figures, 0, figure);
  g_hash_table_iter_init (&iter, figures);
  while (g_hash_table_iter_next (&iter, NULL, &index))
    g_hash_table_iter_replace (&iter, GUINT_TO_POINTER (GPOINTER_TO_UINT (index) + 1));
  g_hash_table_insert (figures, GUINT_TO_POINTER (unit), GUINT_TO_POINTER (1));
  reader->body->marks[unit] |= NP_BODY_FIGURE;
}

static gboolean
is_name_of_author (const NpBody *body, const char *credit)
{
  g_autofree char *name = np_text_slug (credit, 200), *byline = np_text_slug (body->byline, 400);

  return credit == NULL || (body->byline != NULL && strstr (byline, name) != NULL);
}

/* The words of a lead photo that a script puts into the head of the story. They make a figure without source, the
 * first, for whoever knows the photo. */
static void
read_head_caption (Reader *reader, guint first)
{
  NpBody *body = reader->body;
  const NpDom *dom = body->dom;

  if (has_head_figure (body))
    return;
  for (guint i = first; i < body->region; i++)
    {
      g_autoptr (GArray) words = NULL;
      g_autoptr (NpFigure) figure = NULL;

      if (dom->nodes[i].text != NULL || dom->nodes[i].end > body->region || dom->nodes[i].chars < 8
          || !np_figure_map_is_caption (dom, i) || (body->marks[i] & NP_BODY_GONE) != 0)
        continue;
      words = np_figure_map_list_words (reader->map, i);
      figure = np_figure_new ();
      np_figure_words_read (reader->map, i, words, figure);
      /* A name alone is the author's, where no photo is known that it could belong to. */
      if (figure->caption == NULL && (body->lead == NULL || is_name_of_author (body, figure->credit)))
        continue;
      insert_first (reader, g_steal_pointer (&figure), i);
      for (guint j = 0; j < words->len; j++)
        body->marks[g_array_index (words, guint, j)] |= NP_BODY_GONE;
      return;
    }
}

/* Whether @node stands in a part of the page that shows other things than the story. */
static gboolean
is_beside (const NpDom *dom, guint node)
{
  for (guint up = node; up != NP_DOM_NONE; up = dom->nodes[up].parent)
    {
      const NpDomNode *at = &dom->nodes[up];

      if (at->tag == GUMBO_TAG_BODY)
        return FALSE;
      if (at->tag == GUMBO_TAG_NAV || at->tag == GUMBO_TAG_FOOTER || at->tag == GUMBO_TAG_ASIDE
          || (at->flags & NP_DOM_HIDDEN) != 0
          || (at->names & (NP_NAME_NAVIGATION | NP_NAME_FOOTER | NP_NAME_RELATED | NP_NAME_COMMENTS | NP_NAME_SIDE))
                 != 0)
        return TRUE;
    }
  return FALSE;
}

/* Reads the image @node as the photo that the page names as its own. */
static gboolean
read_lead (Reader *reader, guint node, const char *key, gboolean same)
{
  const NpBody *body = reader->body;
  const NpDom *dom = body->dom;
  g_auto (NpImage) image = { 0 };
  g_autofree char *other = NULL;
  g_autoptr (GArray) words = NULL;
  g_autoptr (NpFigure) figure = NULL;
  guint unit;

  if (!np_image_is_image (dom, node) || !np_image_read (dom, node, body->base, &image))
    return FALSE;
  other = np_image_key (image.source);
  if ((same ? strcmp (key, other) != 0 : !np_image_key_is_alike (body->lead, image.source)) || is_beside (dom, node))
    return FALSE;
  unit = np_figure_map_find_unit (reader->map, node);
  words = np_figure_map_list_words (reader->map, unit);
  figure = np_figure_new ();
  figure->source = g_steal_pointer (&image.source);
  figure->alt = g_steal_pointer (&image.alt);
  figure->width = image.width;
  figure->height = image.height;
  np_figure_words_read (reader->map, unit, words, figure);
  np_figure_attributes_read (dom, node, figure);
  if (!same && figure->caption == NULL && figure->credit == NULL)
    return FALSE;
  insert_first (reader, g_steal_pointer (&figure), unit);
  return TRUE;
}

/* The photo that the page names as its own, where it stands outside of all that is looked at, or else another cut of it
 * that has words. */
static void
read_lead_elsewhere (Reader *reader, guint first, guint last)
{
  g_autofree char *key = reader->body->lead != NULL ? np_image_key (reader->body->lead) : NULL;

  if (key == NULL || g_hash_table_contains (reader->keys, key) || has_head_figure (reader->body))
    return;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < reader->body->dom->n_nodes; i++)
      if ((i < first || i >= last) && read_lead (reader, i, key, pass == 0))
        return;
}

/**
 * np_figures_read:
 * @body: a page whose region is known
 * @figures: (element-type NpFigure): gets the story's photos
 *
 * Reads the photos of the story in the order of the page, each once, with alt, caption and credit, and marks the
 * elements that hold them.
 */
void
np_figures_read (NpBody *body, GPtrArray *figures)
{
  const NpDom *dom = body->dom;
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean is_guess;
  guint scope = find_scope (body, &is_guess), first = scope, last = dom->nodes[body->region].end;
  g_autoptr (NpFigureMap) map = np_figure_map_new (body, scope);
  Reader reader = { body, map, figures, keys, is_guess };

  if (body->headline_node != NP_DOM_NONE && first < body->headline_node && body->headline_node < body->region)
    first = body->region == scope ? first : scope;
  for (guint i = first; i < last; i++)
    {
      if ((body->marks[i] & NP_BODY_MATH) != 0
          || ((body->marks[i] & NP_BODY_FURNITURE) != 0 && !may_hold_photos (dom, i)))
        i = dom->nodes[i].end - 1;
      else if (np_image_is_image (dom, i))
        read_photo (&reader, i);
      else if (dom->nodes[i].tag == GUMBO_TAG_FIGURE && np_figure_map_count_photos (map, i) == 0)
        read_words_alone (&reader, i, NULL);
    }
  read_lead_elsewhere (&reader, first, last);
  read_head_caption (&reader, first);
}
