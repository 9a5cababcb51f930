#include "extract/np-body.h"

#include <string.h>

/* A child with this share of its parent's prose holds the story alone. */
#define ALONE 0.8

/* A part that says it is the story's body is believed when it has this share of the prose around it. */
#define BELIEVED 0.5

/* How much an element's own word that it is the story counts. */
static double
trust (const NpDom *dom, guint node)
{
  const char *property = np_dom_attribute (dom, node, "itemprop");

  if (property != NULL && strstr (property, "articleBody") != NULL)
    return 1.0;
  if ((dom->nodes[node].names & (NP_NAME_ARTICLE | NP_NAME_BODY)) == (NP_NAME_ARTICLE | NP_NAME_BODY))
    return 0.95;
  if (dom->nodes[node].tag == GUMBO_TAG_ARTICLE)
    return 0.9;
  return dom->nodes[node].tag == GUMBO_TAG_MAIN ? 0.8 : 0;
}

/* The child with the most prose. */
static guint
heaviest_child (const NpBody *body, guint node)
{
  const NpDom *dom = body->dom;
  guint best = NP_DOM_NONE;

  for (guint i = node + 1; i < dom->nodes[node].end; i = dom->nodes[i].end)
    if (dom->nodes[i].text == NULL && (best == NP_DOM_NONE || body->prose[i] > body->prose[best]))
      best = i;
  return best;
}

/* A list whose items share the prose, or a quotation, is part of a story and not what holds it. */
static gboolean
is_part_of_text (const NpBody *body, guint node)
{
  GumboTag tag = body->dom->nodes[node].tag;
  guint child;

  if (tag == GUMBO_TAG_P || tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_PRE || !np_dom_is_block (tag))
    return TRUE;
  if (tag != GUMBO_TAG_UL && tag != GUMBO_TAG_OL && tag != GUMBO_TAG_DL)
    return FALSE;
  child = heaviest_child (body, node);
  return child == NP_DOM_NONE || body->prose[child] < body->prose[node] * ALONE;
}

/* Goes down from @node as long as one child has nearly all. */
static guint
descend (const NpBody *body, guint node)
{
  for (;;)
    {
      guint child = heaviest_child (body, node);

      if (child == NP_DOM_NONE || body->prose[child] == 0 || body->prose[child] < body->prose[node] * ALONE
          || is_part_of_text (body, child))
        return node;
      node = child;
    }
}

static gboolean
holds_headline (const NpBody *body, guint node)
{
  return body->headline_node != NP_DOM_NONE && node <= body->headline_node
         && body->headline_node < body->dom->nodes[node].end;
}

/* How much of an article's prose is that of articles inside it: those are other stories, teasers or comments. */
static guint *
weigh_nested (const NpBody *body)
{
  const NpDom *dom = body->dom;
  guint *nested = g_new0 (guint, dom->n_nodes);
  g_autofree guint *above = g_new (guint, dom->n_nodes);

  for (guint i = 0; i < dom->n_nodes; i++)
    {
      guint parent = dom->nodes[i].parent;

      above[i] = parent == NP_DOM_NONE                         ? NP_DOM_NONE
                 : dom->nodes[parent].tag == GUMBO_TAG_ARTICLE ? parent
                                                               : above[parent];
      if (dom->nodes[i].tag == GUMBO_TAG_ARTICLE && above[i] != NP_DOM_NONE
          && (body->marks[i] & NP_BODY_FURNITURE) == 0)
        nested[above[i]] += body->prose[i];
    }
  return nested;
}

/* The element that names itself the story's and holds enough of the prose; of several the one that is trusted most,
 * then the heaviest. */
static guint
find_named (const NpBody *body, guint root)
{
  const NpDom *dom = body->dom;
  g_autofree guint *nested = weigh_nested (body);
  guint best = NP_DOM_NONE;
  double best_worth = 0;

  for (guint i = root + 1; i < dom->nodes[root].end; i++)
    {
      double worth;

      if ((body->marks[i] & NP_BODY_FURNITURE) != 0)
        {
          i = dom->nodes[i].end - 1;
          continue;
        }
      if (dom->nodes[i].text != NULL || body->prose[i] < 150)
        continue;
      worth = trust (dom, i) * (body->prose[i] - MIN (nested[i], body->prose[i]));
      if (holds_headline (body, i))
        worth *= 1.15;
      if (worth > best_worth)
        {
          best_worth = worth;
          best = i;
        }
    }
  if (best == NP_DOM_NONE)
    return NP_DOM_NONE;
  /* A short story has less prose than the rest of its page; but it has the headline. */
  if (holds_headline (body, best) && dom->nodes[best].tag == GUMBO_TAG_ARTICLE
      && body->prose[best] - MIN (nested[best], body->prose[best]) > 300)
    return best;
  return body->prose[best] >= body->prose[root] * BELIEVED ? best : NP_DOM_NONE;
}

/* A page with so little prose that it tells nothing: a few lines, some code, a list. */
#define LITTLE_PROSE 200

/* Of such a page the one element that says it is the story, by its tag and by having nearly all that is seen and is no
 * link. */
static guint
find_only (const NpBody *body, guint root)
{
  const NpDom *dom = body->dom;
  guint only = NP_DOM_NONE;

  for (guint i = root + 1; i < dom->nodes[root].end; i++)
    {
      if ((body->marks[i] & NP_BODY_FURNITURE) != 0)
        i = dom->nodes[i].end - 1;
      else if (dom->nodes[i].tag == GUMBO_TAG_ARTICLE || (dom->nodes[i].tag == GUMBO_TAG_MAIN && only == NP_DOM_NONE))
        {
          if (only != NP_DOM_NONE && dom->nodes[only].tag == GUMBO_TAG_ARTICLE)
            return NP_DOM_NONE;
          only = i;
        }
    }
  if (only == NP_DOM_NONE
      || dom->nodes[only].chars - dom->nodes[only].links < (dom->nodes[root].chars - dom->nodes[root].links) * BELIEVED)
    return NP_DOM_NONE;
  return only;
}

static gboolean
is_alike (const NpDom *dom, guint node, guint other)
{
  return dom->nodes[node].tag == dom->nodes[other].tag
         && g_strcmp0 (np_dom_attribute (dom, node, "class"), np_dom_attribute (dom, other, "class")) == 0;
}

static gboolean
holds_linked_heading (const NpDom *dom, guint node)
{
  for (guint i = node; i < dom->nodes[node].end; i++)
    if (dom->nodes[i].tag >= GUMBO_TAG_H1 && dom->nodes[i].tag <= GUMBO_TAG_H6 && dom->nodes[i].chars > 0
        && dom->nodes[i].links * 10 >= dom->nodes[i].chars * 8)
      return TRUE;
  return FALSE;
}

/* Whether something made like @part is in @node. */
static gboolean
holds_alike (const NpDom *dom, guint node, guint part)
{
  const char *class = np_dom_attribute (dom, part, "class");

  if (class == NULL || *class == '\0')
    return FALSE;
  for (guint i = node; i < dom->nodes[node].end; i++)
    if (dom->nodes[i].tag == dom->nodes[part].tag && g_strcmp0 (np_dom_attribute (dom, i, "class"), class) == 0)
      return TRUE;
  return FALSE;
}

/* Whether the prose beside @node in @parent is the story's too: paragraphs, or parts that are made like @node. */
static gboolean
goes_on_beside (const NpBody *body, guint parent, guint node, guint part)
{
  const NpDom *dom = body->dom;
  guint all = 0, own = 0;

  for (guint i = parent + 1; i < dom->nodes[parent].end; i = dom->nodes[i].end)
    {
      GumboTag tag = dom->nodes[i].tag;

      if (i == node || body->prose[i] == 0 || body->marks[i] != 0)
        continue;
      all += body->prose[i];
      if (tag == GUMBO_TAG_P || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_BLOCKQUOTE
          || tag == NP_DOM_TEXT
          || (tag != GUMBO_TAG_ARTICLE && (is_alike (dom, i, node) || holds_alike (dom, i, part))
              && !holds_linked_heading (dom, i)))
        own += body->prose[i];
    }
  return own > 0 && own * 10 >= all * 6;
}

/* Goes up while the story goes on beside the element that was found: bodies come in several parts. */
static guint
ascend (const NpBody *body, guint region)
{
  const NpDom *dom = body->dom;
  guint node = region, part = region;

  for (guint steps = 0; steps < 8; steps++)
    {
      guint parent = dom->nodes[node].parent;

      if (parent == NP_DOM_NONE || dom->nodes[node].tag == GUMBO_TAG_ARTICLE || dom->nodes[node].tag == GUMBO_TAG_MAIN
          || dom->nodes[node].tag == GUMBO_TAG_BODY || dom->nodes[parent].tag == GUMBO_TAG_HTML)
        break;
      if (body->prose[parent] > body->prose[node])
        {
          if (!goes_on_beside (body, parent, node, part))
            break;
          region = parent;
        }
      node = parent;
    }
  return region;
}

/**
 * np_body_locate:
 * @body: a page that was weighed, its furniture marked
 *
 * Finds the element that the story's text is in: the one that was given, one that says so and has the prose to prove
 * it, else the smallest that has nearly all prose of the page.
 */
void
np_body_locate (NpBody *body)
{
  guint root = body->dom->body != NP_DOM_NONE ? body->dom->body : 0;
  guint named;

  if (body->given != NP_DOM_NONE)
    body->region = body->given;
  else if (body->prose[root] < LITTLE_PROSE && (named = find_only (body, root)) != NP_DOM_NONE)
    body->region = named;
  else
    {
      named = find_named (body, root);
      body->region = ascend (body, descend (body, named != NP_DOM_NONE ? named : root));
    }
}

/**
 * np_body_names:
 * @body: a page, its region known
 * @node: a node
 *
 * Returns: what the names of @node and of the elements above it say, without those that hold the story, too: what is
 *   around both says nothing of the difference
 */
NpNames
np_body_names (const NpBody *body, guint node)
{
  guint both = body->region;

  while (both != NP_DOM_NONE && (node < both || node >= body->dom->nodes[both].end))
    both = body->dom->nodes[both].parent;
  return np_dom_names_above (body->dom, node, both);
}
