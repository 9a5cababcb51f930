#include "extract/np-body.h"

#include "base/np-text.h"

#include <string.h>

/* Names of parts that are never text of the story, wherever they stand. */
#define FURNITURE_NAMES                                                                                                \
  (NP_NAME_NAVIGATION | NP_NAME_FOOTER | NP_NAME_SHARE | NP_NAME_RELATED | NP_NAME_SIGN_UP | NP_NAME_COMMENTS          \
   | NP_NAME_ADVERT | NP_NAME_TAGS | NP_NAME_AUTHOR | NP_NAME_BYLINE | NP_NAME_META | NP_NAME_HIDDEN | NP_NAME_SIDE    \
   | NP_NAME_DIALOG | NP_NAME_PULL_QUOTE | NP_NAME_SITE | NP_NAME_ICON)

/* Those of them that are believed even where little is left. */
#define SURE_NAMES                                                                                                     \
  (NP_NAME_NAVIGATION | NP_NAME_FOOTER | NP_NAME_SHARE | NP_NAME_COMMENTS | NP_NAME_ADVERT | NP_NAME_DIALOG            \
   | NP_NAME_SITE | NP_NAME_HIDDEN)

/* Names of what stands beside the story, however long it is. */
#define BESIDE_NAMES (NP_NAME_FOOTER | NP_NAME_COMMENTS | NP_NAME_SIDE | NP_NAME_RELATED)

/* Names of parts that go only when they are small: they also name the story's own. */
#define SMALL_FURNITURE_NAMES                                                                                          \
  (NP_NAME_DATE | NP_NAME_CAPTION | NP_NAME_CREDIT | NP_NAME_PLAYER | NP_NAME_GALLERY | NP_NAME_INFO_BOX)

/* The most letters of such a small part. */
#define SMALL_CHARS 400

/* A part with more than this share of all prose is the story's own, whatever it is called. */
#define OWN_SHARE 0.45

/* With so much of it, it is the story even if it is called a sidebar. */
#define NEARLY_ALL 0.8

static gboolean
is_furniture_tag (GumboTag tag)
{
  return tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_BUTTON || tag == GUMBO_TAG_INPUT
         || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_LABEL || tag == GUMBO_TAG_MENU || tag == GUMBO_TAG_ADDRESS;
}

/* A form around a whole page (ASP.NET) is no form to fill in. */
static gboolean
is_form (const NpBody *body, guint node)
{
  GumboTag tag = body->dom->nodes[node].tag;

  return (tag == GUMBO_TAG_FORM || tag == GUMBO_TAG_FIELDSET) && body->dom->nodes[node].chars < 1000;
}

static gboolean
is_post (const NpBody *body, guint node)
{
  const NpDomNode *at = &body->dom->nodes[node];
  const char *class = at->tag == GUMBO_TAG_ARTICLE ? "" : np_dom_attribute (body->dom, node, "class");

  return at->tag == GUMBO_TAG_ARTICLE || at->tag == GUMBO_TAG_MAIN || at->tag == GUMBO_TAG_BODY
         || (class != NULL && (strstr (class, "hentry") != NULL || strstr (class, "type-post") != NULL));
}

/* A quoted post of a network stands in wrappers that are named after it. */
static gboolean
holds_quote (const NpBody *body, guint node)
{
  const NpDom *dom = body->dom;

  for (guint i = node; i < dom->nodes[node].end; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_BLOCKQUOTE && dom->nodes[i].chars > 20
        && dom->nodes[i].chars * 10 > dom->nodes[node].chars * 8)
      return TRUE;
  return FALSE;
}

/* What stands beside the story does so even where there is more of it than of the story. */
static gboolean
is_surely_beside (const NpBody *body, guint node, guint all)
{
  const NpDomNode *at = &body->dom->nodes[node];
  gboolean believing = body->severity == 0 || body->found;

  if (body->headline_node != NP_DOM_NONE && node <= body->headline_node && body->headline_node < at->end)
    return FALSE;
  /* Nearly everything: "commentOnSelection" is the story, too. */
  if (body->prose[node] > all * NEARLY_ALL && (at->names & NP_NAME_FOOTER) == 0)
    return FALSE;
  if (body->severity > 1 && !body->found)
    return FALSE;
  return at->tag == GUMBO_TAG_NAV || at->tag == GUMBO_TAG_FOOTER || (at->tag == GUMBO_TAG_ASIDE && believing)
         || ((at->names & (believing ? BESIDE_NAMES : NP_NAME_FOOTER | NP_NAME_COMMENTS)) != 0
             && (at->names & (NP_NAME_ARTICLE | NP_NAME_BODY)) == 0 && !is_post (body, node));
}

/* Part of a sentence, as a link to a topic is: its names say what it leads to. */
static gboolean
is_within_text (const NpBody *body, guint node)
{
  const NpDomNode *at = &body->dom->nodes[node], *block = &body->dom->nodes[body->blocks[node]];

  return !np_dom_is_block (at->tag) && at->chars > 0 && block->tag == GUMBO_TAG_P && block->chars >= 2 * at->chars + 10;
}

static gboolean
is_furniture (const NpBody *body, guint node, guint all)
{
  const NpDomNode *at = &body->dom->nodes[node];
  NpNames names = at->names;
  gboolean own = body->prose[node] > all * OWN_SHARE && body->prose[node] > 300 && !is_surely_beside (body, node, all);

  if ((at->flags & NP_DOM_UNSEEN) != 0)
    return TRUE;
  if (own)
    return FALSE;
  if (is_within_text (body, node))
    return (at->flags & NP_DOM_HIDDEN) != 0 || (names & NP_NAME_HIDDEN) != 0 || at->tag == GUMBO_TAG_BUTTON
           || at->tag == GUMBO_TAG_INPUT;
  if ((at->flags & NP_DOM_HIDDEN) != 0 || is_furniture_tag (at->tag) || is_form (body, node))
    return TRUE;
  /* A story's wrapper lists its tags and categories among its classes. */
  if (is_post (body, node))
    return FALSE;
  if (body->severity >= 2)
    return body->found && is_surely_beside (body, node, all);
  if ((names & NP_NAME_BODY) != 0)
    names &= ~(NP_NAME_TAGS | NP_NAME_META | NP_NAME_ICON | NP_NAME_SIGN_UP | NP_NAME_AUTHOR);
  /* A "teaser" without a link leads nowhere else: it is the story's own. */
  if (at->links == 0 && at->chars > 60)
    names &= ~NP_NAME_RELATED;
  if (body->found && is_surely_beside (body, node, all))
    return TRUE;
  if ((names & (body->severity == 0 ? FURNITURE_NAMES : SURE_NAMES)) != 0)
    return (names & (NP_NAME_SHARE | NP_NAME_PULL_QUOTE)) == 0 || !holds_quote (body, node);
  return body->severity == 0 && (names & SMALL_FURNITURE_NAMES) != 0 && at->chars < SMALL_CHARS;
}

/* The names in code are those of its colours: "keyword", "meta", "comment". */
static gboolean
is_furniture_of_code (const NpDomNode *at)
{
  return (at->flags & (NP_DOM_UNSEEN | NP_DOM_HIDDEN)) != 0 || at->tag == GUMBO_TAG_BUTTON;
}

/**
 * np_body_mark_furniture:
 * @body: a page that was weighed
 * @region: the element to look at
 *
 * Marks the elements below @region that are furniture of the site by their tag or their names, unless most of the prose
 * is in them.
 */
void
np_body_mark_furniture (NpBody *body, guint region)
{
  guint all = body->prose[region], code_end = 0;

  for (guint i = region + 1; i < body->dom->nodes[region].end; i++)
    {
      const NpDomNode *at = &body->dom->nodes[i];

      if (at->text != NULL)
        continue;
      if ((body->marks[i] & NP_BODY_FURNITURE) != 0
          || (i < code_end ? is_furniture_of_code (at) : is_furniture (body, i, all)))
        {
          body->marks[i] |= NP_BODY_FURNITURE;
          i = at->end - 1;
        }
      else if (at->tag == GUMBO_TAG_PRE)
        code_end = MAX (code_end, at->end);
    }
}

/* Whether the text of a block can be prose: not a list of links, not a label. */
static guint
weigh_block (guint chars, guint links, guint wide)
{
  guint words = chars + 2 * wide;

  if (words < 40 || links * 2 > chars)
    return 0;
  return chars + wide - links;
}

static guint
count_wide (const char *text)
{
  guint n = 0;

  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    n += *p >= 0xE3 && *p <= 0xED;
  return n;
}

/**
 * np_body_weigh:
 * @body: a page
 *
 * Counts, for each element, the letters of prose below it that no furniture holds.
 */
void
np_body_weigh (NpBody *body)
{
  const NpDom *dom = body->dom;
  g_autofree guint *chars = g_new0 (guint, dom->n_nodes);
  g_autofree guint *links = g_new0 (guint, dom->n_nodes);
  g_autofree guint *wide = g_new0 (guint, dom->n_nodes);

  memset (body->prose, 0, dom->n_nodes * sizeof *body->prose);
  for (guint i = 0; i < dom->n_nodes; i++)
    {
      const NpDomNode *at = &dom->nodes[i];

      body->blocks[i] = i == 0 || np_dom_is_block (at->tag) ? i : body->blocks[at->parent];
    }
  for (guint i = 0; i < dom->n_nodes; i++)
    {
      const NpDomNode *at = &dom->nodes[i];

      if ((at->flags & (NP_DOM_UNSEEN | NP_DOM_HIDDEN)) != 0 || (body->marks[i] & NP_BODY_FURNITURE) != 0)
        {
          i = at->end - 1;
          continue;
        }
      if (at->text == NULL || at->chars == 0)
        continue;
      chars[body->blocks[i]] += at->chars;
      links[body->blocks[i]] += at->links;
      wide[body->blocks[i]] += count_wide (at->text);
    }
  for (guint i = dom->n_nodes; i-- > 0;)
    {
      GumboTag tag = dom->nodes[i].tag;

      if (chars[i] > 0 && tag != GUMBO_TAG_FIGCAPTION && !(tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6))
        body->prose[i] += weigh_block (chars[i], links[i], wide[i]);
      if (dom->nodes[i].parent != NP_DOM_NONE)
        body->prose[dom->nodes[i].parent] += body->prose[i];
    }
}
