#include "extract/np-figure-words.h"

#include "base/np-text.h"
#include "extract/np-credit-line.h"

#include <string.h>

#define CAPTION_NAMES (NP_NAME_CAPTION | NP_NAME_CREDIT)

/* Words of whose photo it is: "credit", "img-author". */
static gboolean
is_credit (const NpDom *dom, guint node)
{
  NpNames names = dom->nodes[node].names;

  return (names & NP_NAME_CREDIT) != 0
         || (names & (NP_NAME_AUTHOR | NP_NAME_PHOTO)) == (NP_NAME_AUTHOR | NP_NAME_PHOTO);
}

/**
 * np_figure_words_is_caption:
 * @dom: a parsed page
 * @node: an element
 *
 * Returns: whether @node holds words of a photo: its caption, its credit, or both
 */
gboolean
np_figure_words_is_caption (const NpDom *dom, guint node)
{
  return dom->nodes[node].tag == GUMBO_TAG_FIGCAPTION
         || (((dom->nodes[node].names & CAPTION_NAMES) != 0 || is_credit (dom, node))
             && dom->nodes[node].chars < NP_FIGURE_WORDS_MAX);
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
    return (names & NP_NAME_CAPTION) == 0 || np_figure_words_is_caption (dom, dom->nodes[node].parent);
  return (names & NP_NAME_AUTHOR) != 0 && (names & NP_NAME_CAPTION) == 0;
}

/* Gathers the words of @node: those of elements named so into @credit, the others into @caption. */
static void
gather_words (const NpBody *body, guint node, GString *caption, GString *credit)
{
  const NpDom *dom = body->dom;
  guint credit_end = 0, last = NP_DOM_NONE;

  for (guint i = node; i < dom->nodes[node].end; i++)
    {
      const NpDomNode *at = &dom->nodes[i];
      GString *out = i < credit_end ? credit : caption;

      if ((at->flags & (NP_DOM_UNSEEN | NP_DOM_HIDDEN)) != 0 || at->tag == GUMBO_TAG_BUTTON
          || (at->names & (NP_NAME_SHARE | NP_NAME_HIDDEN | NP_NAME_ICON | NP_NAME_DIALOG)) != 0)
        {
          i = at->end - 1;
          continue;
        }
      if (i >= credit_end && at->text == NULL && at->chars < 160 && at->tag != GUMBO_TAG_FIGCAPTION
          && names_credit (dom, i, node))
        {
          credit_end = at->end;
          g_string_append_c (credit, ' ');
        }
      if (at->tag == GUMBO_TAG_BR)
        g_string_append_c (out, ' ');
      if (at->text == NULL)
        continue;
      if (last != NP_DOM_NONE && body->blocks[last] != body->blocks[i])
        g_string_append_c (out, ' ');
      last = i;
      g_string_append (out, at->text);
    }
}

/* "Image caption The bridge" begins with what only names the words; "The bridge. Photo" ends with the label of a credit
 * that stands in an element of its own; and where a page keeps its captions twice, they stand there twice. */
static char *
tidy_caption (char *caption)
{
  static const char *const before[] = { "Image caption", "Media caption", "Caption:", "Bildunterschrift:", "Legende:" };
  static const char *const after[] = {
    "Foto", "Foto:", "Photo", "Photo:", "Bild",    "Bild:",    "Image",         "Image:", "Credit",        "Credit:",
    "©",    "/",     "|",     "(Foto:", "(Photo:", "Photo by", "Photograph by", "Fot.",   "Image credit:", "Courtesy of"
  };
  gsize length;

  for (guint i = 0; caption != NULL && i < G_N_ELEMENTS (before); i++)
    if (g_str_has_prefix (caption, before[i]))
      {
        char *rest = g_strdup (caption + strlen (before[i]));

        g_free (caption);
        caption = g_strstrip (rest);
      }
  for (guint i = 0; caption != NULL && i < G_N_ELEMENTS (after); i++)
    if (g_str_has_suffix (caption, after[i]))
      {
        length = strlen (caption) - strlen (after[i]);
        if (length > 0 && caption[length - 1] == ' ')
          {
            caption[length] = '\0';
            g_strchomp (caption);
          }
      }
  length = caption != NULL ? strlen (caption) : 0;
  for (gsize half = length / 2; half > 20 && half + 2 >= length / 2; half--)
    if (caption[half] == ' ' && strncmp (caption, caption + half + 1, half) == 0)
      {
        caption[half] = '\0';
        break;
      }
  return caption;
}

/**
 * np_figure_words_read:
 * @body: a page that was weighed
 * @unit: the element that holds a photo with its words
 * @next: an element beside it with more words, or `NP_DOM_NONE`
 * @figure: gets its caption and credit
 */
void
np_figure_words_read (const NpBody *body, guint unit, guint next, NpFigure *figure)
{
  g_autoptr (GString) caption = g_string_new (NULL), credit = g_string_new (NULL);

  gather_words (body, unit, caption, credit);
  if (next != NP_DOM_NONE)
    {
      g_string_append_c (caption, ' ');
      gather_words (body, next, caption, credit);
    }
  if (!np_text_is_empty (credit->str) && np_text_is_empty (caption->str))
    {
      /* An element that is named after the credit, with both in it. */
      np_credit_line_split (credit->str, &figure->caption, &figure->credit);
      if (figure->credit == NULL)
        {
          figure->credit = np_credit_line_strip (figure->caption);
          g_clear_pointer (&figure->caption, g_free);
        }
    }
  else if (!np_text_is_empty (credit->str))
    {
      figure->credit = np_credit_line_strip (credit->str);
      figure->caption = np_text_clean (caption->str);
      if ((np_credit_line_judge (figure->caption) == NP_CREDIT_YES) && np_text_count_words (figure->caption) <= 3)
        g_clear_pointer (&figure->caption, g_free);
    }
  else if (!np_text_is_empty (caption->str))
    np_credit_line_split (caption->str, &figure->caption, &figure->credit);
  figure->caption = tidy_caption (figure->caption);
  if (np_text_is_empty (figure->caption))
    g_clear_pointer (&figure->caption, g_free);
  if (np_text_is_empty (figure->credit))
    g_clear_pointer (&figure->credit, g_free);
}
