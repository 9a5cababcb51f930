#include "extract/np-body.h"

#include <string.h>

/* So many of a kind make a list of other stories. */
#define FEWEST 3

/* The letters that a teaser has: a headline, a line or two, a date. */
#define TEASER_MIN 12
#define TEASER_MAX 420

/* Whether @node is a box that stands for another story: a link around or inside a heading or a photo, and few words. */
static gboolean
is_teaser (const NpDom *dom, guint node)
{
  gboolean linked_heading = FALSE, linked_photo = FALSE;
  GumboTag tag = dom->nodes[node].tag;

  if (dom->nodes[node].chars < TEASER_MIN || dom->nodes[node].chars > TEASER_MAX || dom->nodes[node].links < 8)
    return FALSE;
  if (tag == GUMBO_TAG_P || (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) || tag == GUMBO_TAG_FIGURE
      || tag == GUMBO_TAG_TABLE)
    return FALSE;
  for (guint i = node; i < dom->nodes[node].end; i++)
    {
      const NpDomNode *at = &dom->nodes[i];

      if (at->text != NULL)
        continue;
      if (((at->tag >= GUMBO_TAG_H1 && at->tag <= GUMBO_TAG_H6)
           || ((at->names & NP_NAME_HEADLINE) != 0 && at->chars < 200))
          && at->chars > 0 && at->links * 10 >= at->chars * 8)
        linked_heading = TRUE;
      if ((at->tag == GUMBO_TAG_IMG || (at->tag >= GUMBO_TAG_H1 && at->tag <= GUMBO_TAG_H6))
          && (at->flags & NP_DOM_IN_LINK) != 0)
        linked_photo = TRUE;
    }
  return linked_heading || linked_photo;
}

/* Whether most of what is in @node is a row of teasers. */
static gboolean
is_row (const NpDom *dom, guint node)
{
  guint teasers = 0, chars = 0;

  for (guint i = node + 1; i < dom->nodes[node].end; i = dom->nodes[i].end)
    if (dom->nodes[i].text == NULL && is_teaser (dom, i))
      {
        teasers++;
        chars += dom->nodes[i].chars;
      }
  return teasers >= FEWEST && chars * 10 >= dom->nodes[node].chars * 7;
}

/**
 * np_body_mark_teasers:
 * @body: a page that was weighed
 * @region: the element to look at
 *
 * Marks rows of boxes that stand for other stories, and stories inside the story, as furniture, unless the headline of
 * the page is among them.
 */
void
np_body_mark_teasers (NpBody *body, guint region)
{
  const NpDom *dom = body->dom;

  for (guint i = region + 1; i < dom->nodes[region].end; i++)
    {
      const NpDomNode *at = &dom->nodes[i];

      if (at->text != NULL)
        continue;
      if ((body->marks[i] & NP_BODY_FURNITURE) != 0)
        {
          i = at->end - 1;
          continue;
        }
      if (body->headline_node != NP_DOM_NONE && i <= body->headline_node && body->headline_node < at->end)
        continue;
      if (at->chars > 40 && body->prose[i] * 2 < body->prose[region] + 400 && is_row (dom, i))
        {
          body->marks[i] |= NP_BODY_FURNITURE;
          i = at->end - 1;
        }
    }
}
