#include "extract/np-metadata.h"

#include "base/np-text.h"
#include "extract/np-place.h"

#include <string.h>

#define NOT_THE_STORY                                                                                                  \
  (NP_NAME_COMMENTS | NP_NAME_RELATED | NP_NAME_SIDE | NP_NAME_FOOTER | NP_NAME_NAVIGATION | NP_NAME_ADVERT            \
   | NP_NAME_CAPTION | NP_NAME_SIGN_UP)

/* How far behind the headline the deck stands, in nodes, and how long it is, in letters. */
#define BEHIND    150
#define MIN_CHARS 25
#define MAX_CHARS 500

/* A text of more letters is a paragraph. */
#define PROSE_MIN_CHARS 120

static gboolean
ends_sentence (const char *text)
{
  static const char *const ends[] = { ".", "?", "!", "…", "。", "？", "！", ".”", ".\"", "।" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return TRUE;
  return FALSE;
}

/* Whether a byline or a date stands in the element as well. */
static gboolean
holds_other_lines (const NpDom *dom, guint node)
{
  for (guint i = node + 1; i < dom->nodes[node].end; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_TIME
        || (dom->nodes[i].names & (NP_NAME_DATE | NP_NAME_AUTHOR | NP_NAME_BYLINE | NP_NAME_CAPTION)) != 0)
      return TRUE;
  return FALSE;
}

/* Whether one of the page's descriptions says the same, to the end. */
static gboolean
is_description (const NpMetadata *metadata, const char *text)
{
  for (guint i = 0; i < metadata->facts[NP_FACT_DECK]->len; i++)
    if (strcmp (((NpFact *) metadata->facts[NP_FACT_DECK]->pdata[i])->value, text) == 0)
      return TRUE;
  return FALSE;
}

/* How far to believe that an element is the deck: named so, or a heading behind the headline that is a sentence or what
 * the page is described with. */
static int
weigh (const NpMetadata *metadata, const NpDom *dom, guint node, const char *text)
{
  const NpDomNode *at = &dom->nodes[node];
  gboolean is_heading = at->tag >= GUMBO_TAG_H1 && at->tag <= GUMBO_TAG_H4;

  if ((at->names & NP_NAME_DECK) != 0 && np_text_count_words (text) >= 5)
    return 68;
  if (is_heading && np_text_count_words (text) >= 3 && is_description (metadata, text))
    return 68;
  if (is_heading && at->tag != GUMBO_TAG_H1 && np_text_count_words (text) >= 8 && ends_sentence (text))
    return 66;
  return 0;
}

/**
 * np_metadata_read_deck:
 * @metadata: facts whose heading is known; gets the deck that the page shows
 * @dom: a parsed page
 * @url: (nullable): its address
 *
 * What readers see under the headline is whole; descriptions for search engines are often cut off, or others.
 */
void
np_metadata_read_deck (NpMetadata *metadata, const NpDom *dom, const char *url)
{
  guint last;

  if (metadata->heading == NP_DOM_NONE)
    return;
  last = MIN (dom->n_nodes, metadata->heading + BEHIND);
  for (guint i = dom->nodes[metadata->heading].end; i < last; i++)
    {
      const NpDomNode *at = &dom->nodes[i];
      g_autofree char *text = NULL;
      int trust;

      /* Behind the first paragraph stands no deck. */
      if (at->text != NULL && at->chars >= PROSE_MIN_CHARS
          && !np_place_is_elsewhere (dom, i, metadata->heading, NOT_THE_STORY))
        return;
      if (at->text != NULL || at->chars < MIN_CHARS || at->chars > MAX_CHARS || at->links * 2 > at->chars
          || (at->flags & (NP_DOM_UNSEEN | NP_DOM_HIDDEN)) != 0)
        continue;
      text = np_dom_dup_text (dom, i);
      trust = weigh (metadata, dom, i, text);
      if (trust == 0 || holds_other_lines (dom, i) || np_place_is_elsewhere (dom, i, metadata->heading, NOT_THE_STORY))
        continue;
      np_metadata_add (metadata, NP_FACT_DECK, text, "page", trust);
      return;
    }
}
