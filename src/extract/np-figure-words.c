#include "extract/np-figure-words.h"

#include "base/np-text.h"
#include "extract/np-caption.h"
#include "extract/np-credit-line.h"

#include <string.h>

/* Parts of a photo's element that say nothing about it. */
#define OTHER_NAMES                                                                                                    \
  (NP_NAME_SHARE | NP_NAME_HIDDEN | NP_NAME_ICON | NP_NAME_DIALOG | NP_NAME_RELATED | NP_NAME_NAVIGATION)

/* The texts around a photo on their way to its caption and credit. A line break parts what stands in elements of its
 * own. */
typedef struct
{
  const NpFigureMap *map;
  GString *caption;
  GString *credit;
  GString *others; /* of elements that are not named, where others are */
} Words;

/* Words of whose photo it is: "credit", "img-author". */
static gboolean
is_credit (const NpDom *dom, guint node)
{
  NpNames names = dom->nodes[node].names;

  return (names & NP_NAME_CREDIT) != 0
         || (names & (NP_NAME_AUTHOR | NP_NAME_PHOTO)) == (NP_NAME_AUTHOR | NP_NAME_PHOTO);
}

/* Whether @node, below @unit, holds nothing but a credit. A caption's wrapper is often named after both. */
static gboolean
names_credit (const NpDom *dom, guint node, guint unit)
{
  NpNames names = dom->nodes[node].names;

  if (node == unit)
    return is_credit (dom, node) && (names & NP_NAME_CAPTION) == 0;
  if (dom->nodes[node].tag == GUMBO_TAG_CITE)
    return TRUE;
  if (is_credit (dom, node))
    return (names & NP_NAME_CAPTION) == 0 || np_figure_map_is_caption (dom, dom->nodes[node].parent);
  return (names & NP_NAME_AUTHOR) != 0 && (names & NP_NAME_CAPTION) == 0;
}

/* Captions and credits are often hidden from screen readers alone, since the photo's alt says the same. */
static gboolean
is_hidden (const NpDom *dom, guint node)
{
  NpNames names = 0;

  if ((dom->nodes[node].flags & NP_DOM_UNSEEN) != 0)
    return TRUE;
  if ((dom->nodes[node].flags & NP_DOM_HIDDEN) == 0)
    return FALSE;
  for (guint up = node; up != NP_DOM_NONE && (dom->nodes[up].flags & NP_DOM_HIDDEN) != 0; up = dom->nodes[up].parent)
    {
      names |= dom->nodes[up].names;
      if (dom->nodes[up].text == NULL
          && (np_dom_attribute (dom, up, "hidden") != NULL || np_dom_attribute (dom, up, "style") != NULL))
        return TRUE;
    }
  return np_dom_find_above (dom, node, GUMBO_TAG_FIGCAPTION) == NP_DOM_NONE
         && ((names & (NP_NAME_CAPTION | NP_NAME_CREDIT)) == 0
             || np_dom_find_above (dom, node, GUMBO_TAG_FIGURE) == NP_DOM_NONE);
}

/* An element within a caption that is nothing but a credit with its label. */
static gboolean
reads_like_credit (const NpDom *dom, guint node, guint unit)
{
  const NpDomNode *at = &dom->nodes[node];
  g_autofree char *text = NULL, *caption = NULL, *credit = NULL;

  if (node == unit || np_dom_is_block (at->tag) || at->chars < 6 || at->chars * 10 >= dom->nodes[unit].chars * 9)
    return FALSE;
  text = np_dom_dup_text (dom, node);
  if (np_credit_line_judge (text) != NP_CREDIT_YES || !np_credit_line_is_labelled (text))
    return FALSE;
  np_credit_line_split (text, &caption, &credit);
  return caption == NULL && credit != NULL;
}

/* A link or button that does something with the photo: pins it, sends it, shows it larger. */
static gboolean
is_tool (const NpDom *dom, guint node)
{
  static const char *const signs[] = { "pinterest.", "facebook.com/shar", "twitter.com/intent",
                                       "mailto:", "whatsapp:" };
  const char *href = dom->nodes[node].tag == GUMBO_TAG_A ? np_dom_attribute (dom, node, "href") : NULL;

  for (guint i = 0; href != NULL && i < G_N_ELEMENTS (signs); i++)
    if (strstr (href, signs[i]) != NULL)
      return TRUE;
  return dom->nodes[node].tag == GUMBO_TAG_BUTTON || dom->nodes[node].tag == GUMBO_TAG_H1
         || dom->nodes[node].tag == GUMBO_TAG_UL || dom->nodes[node].tag == GUMBO_TAG_OL
         || dom->nodes[node].tag == GUMBO_TAG_FORM;
}

/* What stands in the element of a photo and is not about it. */
static gboolean
is_passed_over (const NpFigureMap *map, guint node)
{
  const NpDom *dom = map->body->dom;

  if (np_figure_map_count_photos (map, node) > 0)
    return FALSE;
  if (dom->nodes[node].text == NULL && dom->nodes[node].chars > 0 && dom->nodes[node].chars < 14)
    {
      g_autofree char *text = np_dom_dup_text (dom, node);

      if (np_caption_is_furniture (text))
        return TRUE;
    }
  return is_tool (dom, node) || ((dom->nodes[node].names & OTHER_NAMES) != 0 && !np_figure_map_is_caption (dom, node));
}

/* "…on Monday." + "Jane Roe" in two elements: the one ends a sentence, the other begins with a capital. */
static gboolean
is_seam (const GString *out, const char *text)
{
  return out->len > 0 && strchr (".!?)", out->str[out->len - 1]) != NULL && g_unichar_isupper (g_utf8_get_char (text));
}

/* Whether @node is a part of a caption by its name, and not the element of the photo itself. */
static gboolean
is_named_part (const Words *words, guint node, guint unit)
{
  const NpDomNode *at = &words->map->body->dom->nodes[node];

  return node != unit && at->text == NULL && at->chars > 0
         && (at->tag == GUMBO_TAG_FIGCAPTION || (at->names & NP_NAME_CAPTION) != 0)
         && np_figure_map_count_photos (words->map, node) == 0;
}

static gboolean
has_named_part (const Words *words, guint unit)
{
  for (guint i = unit + 1; i < words->map->body->dom->nodes[unit].end; i++)
    if (is_named_part (words, i, unit))
      return TRUE;
  return FALSE;
}

/* Line breaks within a text are no lines. */
static void
append_flat (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (out, *p == '\n' || *p == '\r' ? ' ' : *p);
}

/* Gathers the words of @unit: those of elements named so into the credit, the others into the caption. */
static void
gather (Words *words, guint unit)
{
  const NpBody *body = words->map->body;
  const NpDom *dom = body->dom;
  guint credit_end = 0, caption_end = 0, last = NP_DOM_NONE;
  gboolean named = has_named_part (words, unit);

  for (guint i = unit; i < dom->nodes[unit].end; i++)
    {
      const NpDomNode *at = &dom->nodes[i];
      GString *out;

      if (is_hidden (dom, i) || (i != unit && is_passed_over (words->map, i)))
        {
          i = at->end - 1;
          continue;
        }
      if (i >= caption_end && is_named_part (words, i, unit))
        caption_end = at->end;
      if (i >= credit_end && at->text == NULL && at->chars < 160 && at->tag != GUMBO_TAG_FIGCAPTION
          && (names_credit (dom, i, unit) || reads_like_credit (dom, i, unit)))
        {
          credit_end = at->end;
          g_string_append_c (words->credit, '\n');
        }
      out = i < credit_end ? words->credit : named && i >= caption_end ? words->others : words->caption;
      if (at->tag == GUMBO_TAG_BR)
        g_string_append_c (out, '\n');
      if (at->text == NULL)
        continue;
      if (last != NP_DOM_NONE
          && (body->blocks[last] != body->blocks[i]
              || (dom->nodes[last].parent != at->parent && is_seam (out, at->text))))
        g_string_append_c (out, '\n');
      if (!np_text_is_empty (at->text))
        last = i;
      append_flat (out, at->text);
    }
}

/* What stands beside a caption that is named so is not of it, unless it is a credit with a label. */
static void
add_labelled (Words *words)
{
  g_auto (GStrv) lines = g_strsplit (words->others->str, "\n", 20);

  for (guint i = 0; lines[i] != NULL; i++)
    if (np_credit_line_is_labelled (lines[i]) && np_credit_line_judge (lines[i]) == NP_CREDIT_YES)
      g_string_append_printf (words->caption, "\n%s", lines[i]);
}

/**
 * np_figure_words_read:
 * @map: the map of a page that was weighed
 * @unit: the element that holds a photo with its words
 * @more: (element-type guint): elements beside it with more words
 * @figure: gets its caption and credit
 */
void
np_figure_words_read (const NpFigureMap *map, guint unit, const GArray *more, NpFigure *figure)
{
  g_autoptr (GString) caption = g_string_new (NULL), credit = g_string_new (NULL), others = g_string_new (NULL);
  Words words = { map, caption, credit, others };
  g_autofree char *its_caption = NULL, *its_credit = NULL;

  gather (&words, unit);
  for (guint i = 0; more != NULL && i < more->len; i++)
    {
      g_string_append_c (caption, '\n');
      gather (&words, g_array_index (more, guint, i));
    }
  add_labelled (&words);
  np_caption_part (caption->str, credit->str, &its_caption, &its_credit);
  if (figure->caption == NULL)
    figure->caption = g_steal_pointer (&its_caption);
  if (figure->credit == NULL)
    figure->credit = g_steal_pointer (&its_credit);
}
