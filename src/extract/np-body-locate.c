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

/* Goes down from @node as long as one child has nearly all. */
static guint
descend (const NpBody *body, guint node)
{
  for (;;)
    {
      guint child = heaviest_child (body, node);

      if (child == NP_DOM_NONE || body->prose[child] < body->prose[node] * ALONE
          || !np_dom_is_block (body->dom->nodes[child].tag) || body->dom->nodes[child].tag == GUMBO_TAG_P)
        return node;
      node = child;
    }
}

/* The element that names itself the story's and holds enough of the prose; of several the one that is trusted most,
 * then the heaviest. */
static guint
find_named (const NpBody *body, guint root)
{
  const NpDom *dom = body->dom;
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
      worth = trust (dom, i) * body->prose[i];
      if (worth > best_worth)
        {
          best_worth = worth;
          best = i;
        }
    }
  return best != NP_DOM_NONE && body->prose[best] >= body->prose[root] * BELIEVED ? best : NP_DOM_NONE;
}

/**
 * np_body_locate:
 * @body: a page that was weighed, its furniture marked
 *
 * Finds the element that the story's text is in: one that says so and has the prose to prove it, else the smallest that
 * has nearly all prose of the page.
 */
void
np_body_locate (NpBody *body)
{
  guint root = body->dom->body != NP_DOM_NONE ? body->dom->body : 0;
  guint named = find_named (body, root);

  body->region = descend (body, named != NP_DOM_NONE ? named : root);
}
