#include "extract/np-body.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-body-phrases.h"
#include "extract/np-figure-words.h"
#include "extract/np-image-key.h"
#include "extract/np-image.h"

#include <string.h>

#define CAPTION_NAMES (NP_NAME_CAPTION | NP_NAME_CREDIT)

/* For each node, how many photos and how many letters of captions stand before it: the difference between a subtree's
 * ends is what it holds. */
typedef struct
{
  NpBody *body;
  GPtrArray *figures; /* of NpFigure */
  GHashTable *keys;   /* char* np_image_key() → index + 1 */
  guint *photos;
  guint *captions;
  guint scope;
} Reader;

static gboolean
leads_elsewhere (const NpDom *dom, guint node, const char *base)
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

static guint
count_photos (const Reader *reader, guint node)
{
  return reader->photos[reader->body->dom->nodes[node].end] - reader->photos[node];
}

static guint
count_caption_chars (const Reader *reader, guint node)
{
  return reader->captions[reader->body->dom->nodes[node].end] - reader->captions[node];
}

/* Whether the image @node is there for browsers without scripts, in the place of the one that ends at @photo_end. */
static gboolean
is_for_no_script (const NpDom *dom, guint node, guint photo_end)
{
  guint instead = np_dom_find_above (dom, node, GUMBO_TAG_NOSCRIPT);

  return instead != NP_DOM_NONE && instead >= photo_end && instead <= photo_end + 1
         && dom->nodes[instead].parent == dom->nodes[photo_end - 1].parent;
}

static void
count_everything (Reader *reader)
{
  const NpDom *dom = reader->body->dom;
  guint caption_end = 0, photo_end = 0;

  for (guint i = 0; i < dom->n_nodes; i++)
    {
      gboolean photo = np_image_is_image (dom, i) && dom->nodes[i].chars == 0;

      if (photo && photo_end > 0 && is_for_no_script (dom, i, photo_end))
        photo = FALSE;
      if (photo)
        photo_end = dom->nodes[i].end;

      if (i >= caption_end && dom->nodes[i].text == NULL && np_figure_words_is_caption (dom, i))
        caption_end = dom->nodes[i].end;
      reader->photos[i + 1] = reader->photos[i] + photo;
      reader->captions[i + 1] =
          reader->captions[i] + (i < caption_end && dom->nodes[i].text != NULL ? dom->nodes[i].chars : 0);
    }
}

/* The element that holds a photo and its words and nothing else: a figure, or whatever the page has instead. */
static guint
find_unit (const Reader *reader, guint image)
{
  const NpDom *dom = reader->body->dom;
  guint unit = image;

  for (guint up = dom->nodes[image].parent, steps = 0;
       up != NP_DOM_NONE && up != reader->body->region && up != reader->scope && steps < 9;
       up = dom->nodes[up].parent, steps++)
    {
      guint chars = dom->nodes[up].chars, rest = chars - MIN (chars, count_caption_chars (reader, up));
      gboolean named =
          dom->nodes[up].tag == GUMBO_TAG_FIGURE || (dom->nodes[up].names & (NP_NAME_PHOTO | NP_NAME_CAPTION)) != 0;

      if (count_photos (reader, up) > 1 && dom->nodes[up].tag != GUMBO_TAG_FIGURE)
        break;
      if (dom->nodes[up].tag == GUMBO_TAG_BODY || chars > NP_FIGURE_WORDS_MAX || (rest > 0 && !(named && rest < 400)))
        break;
      if (dom->nodes[up].tag == GUMBO_TAG_P && rest > 0)
        break;
      unit = up;
      if (dom->nodes[up].tag == GUMBO_TAG_FIGURE)
        break;
    }
  return unit;
}

/* The words under the photo that stand outside its own element: in the next one, when it says it is a caption. */
static guint
find_next_caption (const Reader *reader, guint unit)
{
  const NpDom *dom = reader->body->dom;

  for (guint up = unit, steps = 0; up != NP_DOM_NONE && up != reader->scope && steps < 4;
       up = dom->nodes[up].parent, steps++)
    {
      guint parent = dom->nodes[up].parent, next = dom->nodes[up].end;

      if (parent == NP_DOM_NONE)
        break;
      while (next < dom->nodes[parent].end && dom->nodes[next].chars == 0 && count_photos (reader, next) == 0)
        next = dom->nodes[next].end;
      if (next >= dom->nodes[parent].end)
        continue;
      return dom->nodes[next].text == NULL && np_figure_words_is_caption (dom, next) && count_photos (reader, next) == 0
                     && dom->nodes[next].chars > 0
                 ? next
                 : NP_DOM_NONE;
    }
  return NP_DOM_NONE;
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

static char *
dup_host_of_link (const NpDom *dom, guint node, const char *base)
{
  guint link = np_dom_find_above (dom, node, GUMBO_TAG_A);
  g_autofree char *address = link != NP_DOM_NONE ? np_uri_resolve (base, np_dom_attribute (dom, link, "href")) : NULL;

  return np_uri_dup_domain (address);
}

/* A picture that advertises: its words invite, or they and the picture lead to another site. */
static gboolean
is_promotion (const Reader *reader, guint image, guint unit, const NpFigure *figure)
{
  const NpDom *dom = reader->body->dom;
  g_autofree char *there = NULL, *here = NULL;

  if (figure->caption != NULL && np_body_phrases_is_furniture (figure->caption, np_text_count_words (figure->caption)))
    return TRUE;
  if ((dom->nodes[image].flags & NP_DOM_IN_LINK) == 0 || dom->nodes[unit].links * 10 < dom->nodes[unit].chars * 8)
    return FALSE;
  here = np_uri_dup_domain (reader->body->base);
  there = dup_host_of_link (dom, image, reader->body->base);
  return here != NULL && there != NULL && strstr (here, there) == NULL && strstr (there, here) == NULL
         && leads_elsewhere (dom, image, reader->body->base);
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

/* The words of a figure whose photo nobody can fetch, for want of an address. They make a figure without source. */
static void
read_words_alone (Reader *reader, guint frame, const char *alt)
{
  NpBody *body = reader->body;
  const NpDom *dom = body->dom;
  NpFigure *figure;

  if (frame == NP_DOM_NONE || dom->nodes[frame].chars == 0 || dom->nodes[frame].chars > NP_FIGURE_WORDS_MAX
      || count_caption_chars (reader, frame) * 10 < dom->nodes[frame].chars * 8 || body->marks[frame] != 0
      || shows_something_else (reader, frame))
    return;
  figure = np_figure_new ();
  figure->alt = g_strdup (alt);
  np_figure_words_read (body, frame, NP_DOM_NONE, figure);
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
  guint unit, next, index;

  if (!np_image_read (dom, node, body->base, &image))
    {
      guint frame = np_dom_find_above (dom, node, GUMBO_TAG_FIGURE);

      /* The last image of its figure: the one before it may be a placeholder for it. */
      if (frame != NP_DOM_NONE && reader->photos[dom->nodes[frame].end] == reader->photos[node + 1]
          && !np_image_is_address (image.source, body->base))
        read_words_alone (reader, frame, np_dom_attribute (dom, node, "alt"));
      return;
    }
  unit = find_unit (reader, node);
  next = find_next_caption (reader, unit);
  if (!is_framed (dom, unit, node) && next == NP_DOM_NONE && leads_elsewhere (dom, node, body->base))
    return;
  if (unit < body->region && dom->nodes[unit].end <= body->region && !is_framed (dom, unit, node) && next == NP_DOM_NONE
      && dom->nodes[unit].chars == 0 && image.width > 0 && image.width < 300)
    return;
  if ((body->marks[unit] & NP_BODY_FIGURE) != 0)
    return;
  key = np_image_key (image.source);
  index = GPOINTER_TO_UINT (g_hash_table_lookup (reader->keys, key));
  if (index > 0)
    {
      /* The same photo again, in another size. */
      figure = reader->figures->pdata[index - 1];
      body->marks[unit] |= NP_BODY_GONE;
      if (figure->caption == NULL && figure->credit == NULL)
        np_figure_words_read (reader->body, unit, next, figure);
    }
  else
    {
      figure = np_figure_new ();
      figure->source = g_steal_pointer (&image.source);
      figure->alt = g_steal_pointer (&image.alt);
      figure->width = image.width;
      figure->height = image.height;
      np_figure_words_read (reader->body, unit, next, figure);
      if (is_promotion (reader, node, unit, figure))
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
  if (next != NP_DOM_NONE)
    body->marks[next] |= NP_BODY_GONE;
}

/* Where photos are looked for: the story with its head, where a lead photo stands between headline and text. */
static guint
find_scope (const NpBody *body)
{
  const NpDom *dom = body->dom;
  guint scope = body->region;

  for (guint up = body->region; up != NP_DOM_NONE && dom->nodes[up].tag != GUMBO_TAG_BODY; up = dom->nodes[up].parent)
    {
      if (body->headline_node != NP_DOM_NONE && up <= body->headline_node && body->headline_node < dom->nodes[up].end)
        return up;
      if (dom->nodes[up].tag == GUMBO_TAG_ARTICLE)
        scope = up;
    }
  return scope;
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

/* The words of a lead photo that a script puts into the head of the story. They make a figure without source, the
 * first, for whoever knows the photo. */
static void
read_head_caption (Reader *reader, guint first)
{
  NpBody *body = reader->body;
  const NpDom *dom = body->dom;
  NpFigure *figure;
  GHashTableIter iter;
  gpointer index;

  if (has_head_figure (body))
    return;
  for (guint i = first; i < body->region; i++)
    {
      if (dom->nodes[i].text != NULL || dom->nodes[i].end > body->region || dom->nodes[i].chars < 8
          || !np_figure_words_is_caption (dom, i) || (body->marks[i] & NP_BODY_GONE) != 0)
        continue;
      figure = np_figure_new ();
      np_figure_words_read (reader->body, i, NP_DOM_NONE, figure);
      g_ptr_array_insert (reader->figures, 0, figure);
      g_hash_table_iter_init (&iter, body->figures);
      while (g_hash_table_iter_next (&iter, NULL, &index))
        g_hash_table_iter_replace (&iter, GUINT_TO_POINTER (GPOINTER_TO_UINT (index) + 1));
      g_hash_table_insert (body->figures, GUINT_TO_POINTER (i), GUINT_TO_POINTER (1));
      body->marks[i] |= NP_BODY_FIGURE;
      return;
    }
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
  g_autofree guint *photos = g_new0 (guint, dom->n_nodes + 1);
  g_autofree guint *captions = g_new0 (guint, dom->n_nodes + 1);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = { body, figures, keys, photos, captions, find_scope (body) };
  guint first = reader.scope, last = dom->nodes[body->region].end;

  count_everything (&reader);
  if (body->headline_node != NP_DOM_NONE && first < body->headline_node && body->headline_node < body->region)
    first = body->region == reader.scope ? first : reader.scope;
  for (guint i = first; i < last; i++)
    {
      if ((body->marks[i] & NP_BODY_FURNITURE) != 0 && !may_hold_photos (dom, i))
        i = dom->nodes[i].end - 1;
      else if (np_image_is_image (dom, i))
        read_photo (&reader, i);
      else if (dom->nodes[i].tag == GUMBO_TAG_FIGURE && count_photos (&reader, i) == 0)
        read_words_alone (&reader, i, NULL);
    }
  read_head_caption (&reader, first);
}
