#include "extract/np-slides.h"

#include <string.h>

/* The letters that a piece of a story has, and the pieces that make a slideshow, besides the one that is seen. */
#define PIECE  80
#define FEWEST 2

/* The letters and paragraphs of a story. */
#define STORY      500
#define PARAGRAPHS 3

/* The letters of a paragraph, those of a story that is hidden, and those that its page shows besides. */
#define PARAGRAPH_LETTERS 60
#define HIDDEN_STORY      400
#define NEXT_TO_NOTHING   300

#define NO_STORY                                                                                                       \
  (NP_NAME_DIALOG | NP_NAME_FOOTER | NP_NAME_NAVIGATION | NP_NAME_COMMENTS | NP_NAME_RELATED | NP_NAME_SIDE            \
   | NP_NAME_SIGN_UP | NP_NAME_ADVERT)

/* The first of an element's classes: those behind it say whether it is shown. */
static gboolean
is_alike (const NpDom *dom, guint node, guint other)
{
  const char *a = np_dom_attribute (dom, node, "class"), *b = np_dom_attribute (dom, other, "class");
  gsize length = a != NULL ? strcspn (a, " \t\n") : 0;

  return dom->nodes[node].tag == dom->nodes[other].tag && length > 0 && b != NULL && strncmp (a, b, length) == 0
         && strcspn (b, " \t\n") == length;
}

static gboolean
is_hidden_here (const NpDom *dom, guint node)
{
  const NpDomNode *at = &dom->nodes[node];

  return at->text == NULL && (at->flags & (NP_DOM_HIDDEN | NP_DOM_UNSEEN)) == NP_DOM_HIDDEN && at->parent != NP_DOM_NONE
         && (dom->nodes[at->parent].flags & NP_DOM_HIDDEN) == 0;
}

/* Whether a hidden element has the prose of a piece: words, and not those of links. */
static gboolean
is_piece (const NpDom *dom, guint node)
{
  guint chars = 0, links = 0;

  for (guint i = node; i < dom->nodes[node].end; i++)
    if (dom->nodes[i].text != NULL && (dom->nodes[i].flags & NP_DOM_UNSEEN) == 0)
      {
        guint n = np_dom_count_seen (dom->nodes[i].text);

        chars += n;
        links += (dom->nodes[i].flags & NP_DOM_IN_LINK) != 0 ? n : 0;
      }
  return chars >= PIECE && links * 3 < chars;
}

static void
show (NpDom *dom, guint node)
{
  for (guint i = node; i < dom->nodes[node].end; i++)
    {
      NpDomNode *at = &dom->nodes[i];

      at->flags &= ~NP_DOM_HIDDEN;
      if (i == node)
        at->names &= ~NP_NAME_HIDDEN;
      if (at->text != NULL && (at->flags & NP_DOM_UNSEEN) == 0)
        at->chars = np_dom_count_seen (at->text);
      at->links = (at->flags & NP_DOM_IN_LINK) != 0 ? at->chars : 0;
    }
}

/* The children of @parent that are hidden, but made like one that is seen. Gives whether there were enough of them. */
static gboolean
show_children (NpDom *dom, guint parent)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (guint));
  guint seen = NP_DOM_NONE;

  for (guint i = parent + 1; i < dom->nodes[parent].end && seen == NP_DOM_NONE; i = dom->nodes[i].end)
    if (dom->nodes[i].text == NULL && dom->nodes[i].flags == 0 && dom->nodes[i].chars >= PIECE
        && dom->nodes[i].links * 3 < dom->nodes[i].chars && np_dom_attribute (dom, i, "class") != NULL)
      seen = i;
  if (seen == NP_DOM_NONE)
    return FALSE;
  for (guint i = parent + 1; i < dom->nodes[parent].end; i = dom->nodes[i].end)
    if (is_hidden_here (dom, i) && is_alike (dom, seen, i) && is_piece (dom, i))
      g_array_append_val (pieces, i);
  if (pieces->len < FEWEST)
    return FALSE;
  for (guint i = 0; i < pieces->len; i++)
    show (dom, g_array_index (pieces, guint, i));
  return TRUE;
}

static void
count_again (NpDom *dom)
{
  for (guint i = 0; i < dom->n_nodes; i++)
    if (dom->nodes[i].text == NULL)
      dom->nodes[i].chars = dom->nodes[i].links = 0;
  for (guint i = dom->n_nodes; i-- > 1;)
    {
      dom->nodes[dom->nodes[i].parent].chars += dom->nodes[i].chars;
      dom->nodes[dom->nodes[i].parent].links += dom->nodes[i].links;
    }
}

/* The first text below @node that is long enough to be known again. */
static const char *
find_text (const NpDom *dom, guint node)
{
  for (guint i = node; i < dom->nodes[node].end; i++)
    if (dom->nodes[i].text != NULL && np_dom_count_seen (dom->nodes[i].text) >= PIECE)
      return dom->nodes[i].text;
  return NULL;
}

/* Whether a noscript element has a story, and the page does not show it otherwise. */
static gboolean
has_story (const NpDom *dom, guint node)
{
  guint paragraphs = 0, chars = 0;
  const char *text;

  for (guint i = node; i < dom->nodes[node].end; i++)
    {
      paragraphs += dom->nodes[i].tag == GUMBO_TAG_P;
      chars += dom->nodes[i].text != NULL ? np_dom_count_seen (dom->nodes[i].text) : 0;
    }
  if (paragraphs < PARAGRAPHS || chars < STORY || (text = find_text (dom, node)) == NULL)
    return FALSE;
  for (guint i = 0; i < dom->n_nodes; i++)
    if (dom->nodes[i].text != NULL && (dom->nodes[i].flags & NP_DOM_UNSEEN) == 0
        && strcmp (dom->nodes[i].text, text) == 0)
      return FALSE;
  return TRUE;
}

static void
show_noscript (NpDom *dom, guint node)
{
  for (guint i = node; i < dom->nodes[node].end; i++)
    {
      NpDomNode *at = &dom->nodes[i];

      if (at->tag == GUMBO_TAG_SCRIPT || at->tag == GUMBO_TAG_STYLE || at->tag == GUMBO_TAG_IFRAME
          || at->tag == GUMBO_TAG_TEMPLATE || at->tag == GUMBO_TAG_SVG)
        {
          i = at->end - 1;
          continue;
        }
      at->flags &= ~NP_DOM_UNSEEN;
      if (at->text != NULL && (at->flags & NP_DOM_HIDDEN) == 0)
        at->chars = np_dom_count_seen (at->text);
      at->links = (at->flags & NP_DOM_IN_LINK) != 0 ? at->chars : 0;
    }
}

/* The letters of paragraphs below the hidden element @node, outside of what is no story by its name; 0 when they are
 * few. */
static guint
count_prose (const NpDom *dom, guint node)
{
  guint paragraphs = 0, chars = 0;

  for (guint i = node; i < dom->nodes[node].end; i++)
    {
      const NpDomNode *at = &dom->nodes[i];

      if ((at->flags & NP_DOM_UNSEEN) != 0 || (at->names & NO_STORY) != 0)
        i = at->end - 1;
      else if (at->text != NULL && np_dom_count_seen (at->text) >= PARAGRAPH_LETTERS
               && (at->flags & NP_DOM_IN_LINK) == 0)
        {
          chars += np_dom_count_seen (at->text);
          paragraphs++;
        }
    }
  return paragraphs >= PARAGRAPHS && chars >= HIDDEN_STORY ? chars : 0;
}

/* All of a story is hidden where a script shows it when it likes: once it has run, or consent was given. Then next to
 * nothing else is seen on the page. */
static gboolean
show_hidden_story (NpDom *dom)
{
  guint best = NP_DOM_NONE, most = 0;

  if (dom->body == NP_DOM_NONE || dom->nodes[dom->body].chars - dom->nodes[dom->body].links >= NEXT_TO_NOTHING)
    return FALSE;
  for (guint i = dom->body; i < dom->n_nodes; i++)
    if (is_hidden_here (dom, i))
      {
        guint chars = count_prose (dom, i);

        if (chars > most)
          {
            most = chars;
            best = i;
          }
        i = dom->nodes[i].end - 1;
      }
  if (best == NP_DOM_NONE)
    return FALSE;
  show (dom, best);
  return TRUE;
}

/**
 * np_slides_show:
 * @dom: a parsed page
 *
 * Takes for seen what is hidden only until a reader turns to it: pieces of prose that are made like one that is seen,
 * beside it; a story that stands in a noscript element alone, since a script would show it; and one that is hidden as a
 * whole on a page that shows nothing else.
 *
 * Returns: whether there was such a thing
 */
gboolean
np_slides_show (NpDom *dom)
{
  g_autofree guint8 *done = g_new0 (guint8, dom->n_nodes);
  gboolean shown = FALSE;

  for (guint i = 1; i < dom->n_nodes; i++)
    {
      guint parent = dom->nodes[i].parent;

      if (dom->nodes[i].tag == GUMBO_TAG_NOSCRIPT && dom->nodes[i].end > i + PARAGRAPHS && has_story (dom, i))
        {
          show_noscript (dom, i);
          shown = TRUE;
        }
      if (!is_hidden_here (dom, i) || done[parent])
        continue;
      done[parent] = TRUE;
      shown |= show_children (dom, parent);
    }
  if (shown || (shown = show_hidden_story (dom)))
    count_again (dom);
  return shown;
}
