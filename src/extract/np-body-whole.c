#include "extract/np-body.h"

#include "base/np-text.h"

/* A block of links is a menu, unless it has this many letters besides. */
#define WORDS_BESIDE_LINKS 30

/* What is pressed or typed into, not read. What is only hidden stays: it may be the very part that is missing. */
static gboolean
is_no_text (const NpDomNode *at)
{
  return (at->flags & NP_DOM_UNSEEN) != 0 || at->tag == GUMBO_TAG_BUTTON || at->tag == GUMBO_TAG_INPUT
         || at->tag == GUMBO_TAG_SELECT || at->tag == GUMBO_TAG_TEXTAREA || at->tag == GUMBO_TAG_IFRAME
         || at->tag == GUMBO_TAG_SVG;
}

static gboolean
is_worth_showing (const NpDraft *draft, GHashTable *known)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *folded = NULL;

  if (draft->block == NULL || draft->block->type == NP_BLOCK_RULE || draft->block->type == NP_BLOCK_EMBED)
    return FALSE;
  if (draft->links * 10 > draft->chars * 8 && draft->chars - draft->links < WORDS_BESIDE_LINKS)
    return FALSE;
  np_block_append_plain_text (draft->block, words);
  folded = np_text_fold (words->str);
  /* What is written for telephones once more. */
  return *folded != '\0' && g_hash_table_add (known, g_steal_pointer (&folded));
}

/**
 * np_body_read_whole:
 * @dom: a parsed page
 * @base: (nullable): the address that its addresses are relative to
 * @article: gets the blocks as its body
 *
 * Reads all the text of a page, whatever its elements are called: the story, and what stands around it. People pick
 * from it what the story lacks.
 */
void
np_body_read_whole (const NpDom *dom, const char *base, NpArticle *article)
{
  g_autofree guint8 *marks = g_new0 (guint8, dom->n_nodes);
  g_autoptr (GHashTable) figures = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (NpAnchors) anchors = np_anchors_new (dom, base);
  g_autoptr (GArray) drafts = NULL;
  NpBody body = { .dom = dom,
                  .base = base,
                  .anchors = anchors,
                  .marks = marks,
                  .region = dom->body != NP_DOM_NONE ? dom->body : 0,
                  .given = NP_DOM_NONE,
                  .headline_node = NP_DOM_NONE,
                  .figures = figures };

  for (guint i = 0; i < dom->n_nodes; i++)
    if (dom->nodes[i].text == NULL && is_no_text (&dom->nodes[i]) && i > body.region)
      marks[i] = NP_BODY_GONE;
  drafts = np_body_build_drafts (&body);
  for (guint i = 0; i < drafts->len; i++)
    {
      NpDraft *draft = &g_array_index (drafts, NpDraft, i);

      if (is_worth_showing (draft, known))
        g_ptr_array_add (article->body, g_steal_pointer (&draft->block));
    }
  np_anchors_settle (article->body, base);
}
