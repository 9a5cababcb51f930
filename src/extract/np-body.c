#include "extract/np-body.h"

#include "base/np-text.h"
#include "base/np-uri.h"

#include <string.h>

/* The heading that shows the headline: the first h1 that says the same, else the first h1 at all. */
static guint
find_headline (const NpBody *body)
{
  const NpDom *dom = body->dom;
  guint first = NP_DOM_NONE;
  g_autofree char *wanted = body->headline != NULL ? np_text_fold (body->headline) : NULL;

  for (guint i = 0; i < dom->n_nodes; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_H1 || dom->nodes[i].tag == GUMBO_TAG_H2)
      {
        g_autofree char *text = np_dom_dup_text (dom, i);
        g_autofree char *folded = np_text_fold (text);

        if (wanted != NULL && *folded != '\0' && (strcmp (folded, wanted) == 0))
          return i;
        if (first == NP_DOM_NONE && dom->nodes[i].tag == GUMBO_TAG_H1 && dom->nodes[i].chars > 10)
          first = i;
      }
  return first;
}

static void
use_drafts (GArray *drafts, NpArticle *article)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      NpDraft *draft = &g_array_index (drafts, NpDraft, i);

      if (draft->block != NULL)
        g_ptr_array_add (article->body, g_steal_pointer (&draft->block));
    }
}

/**
 * np_body_read:
 * @dom: a parsed page
 * @base: (nullable): the address that its addresses are relative to
 * @articles_text: (nullable): the body as the page's metadata give it
 * @article: the article; its metadata are known, and it gets its body and figures
 *
 * Returns: whether there was any text
 */
gboolean
np_body_read (const NpDom *dom, const char *base, const char *articles_text, NpArticle *article)
{
  g_autofree guint8 *marks = g_new0 (guint8, dom->n_nodes);
  g_autofree guint *prose = g_new0 (guint, dom->n_nodes);
  g_autofree guint *blocks = g_new0 (guint, dom->n_nodes);
  g_autoptr (GHashTable) figures = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) drafts = NULL;
  NpBody body = { .dom = dom,
                  .base = base,
                  .headline = article->headline,
                  .deck = article->deck,
                  .byline = article->byline,
                  .marks = marks,
                  .prose = prose,
                  .blocks = blocks,
                  .figures = figures };
  guint root = dom->body != NP_DOM_NONE ? dom->body : 0;

  body.headline_node = find_headline (&body);
  np_body_weigh (&body);
  np_body_mark_furniture (&body, root);
  np_body_weigh (&body);
  np_body_locate (&body);
  np_figures_read (&body, article);
  drafts = np_body_build_drafts (&body);
  np_body_prune (&body, drafts);
  use_drafts (drafts, article);
  return article->body->len > 0;
}
