#include "extract/np-body.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-body-told.h"

#include <string.h>

/* With fewer letters than this, the page is read again in another way. */
#define LITTLE          500
#define NEXT_TO_NOTHING 140

/* The share of a told text that is in the blocks: with less of it they are not the story; with so little, it is nowhere
 * in the page. */
#define COVERED   0.5
#define NOT_THERE 0.1

/* With so many there is a story, be it ever so short: what stands beside it is not the story. */
#define SOME 40

static gboolean
can_show_headline (const NpDomNode *at, gsize longest)
{
  return at->text == NULL && at->chars > 0 && at->chars <= longest
         && ((at->tag >= GUMBO_TAG_H1 && at->tag <= GUMBO_TAG_H6) || (at->names & NP_NAME_HEADLINE) != 0)
         && (at->flags & (NP_DOM_UNSEEN | NP_DOM_HIDDEN)) == 0 && at->links * 2 < at->chars;
}

/* The heading that shows the headline: the first that says the same, h1 and h2 before what is only called a title; else
 * the first h1 at all. */
static guint
find_headline (const NpBody *body)
{
  const NpDom *dom = body->dom;
  guint first = NP_DOM_NONE, named = NP_DOM_NONE;
  g_autofree char *wanted = body->headline != NULL ? np_text_fold (body->headline) : NULL;
  gsize longest = wanted != NULL ? strlen (wanted) : 0;

  for (guint i = 0; i < dom->n_nodes; i++)
    {
      gboolean heading = dom->nodes[i].tag == GUMBO_TAG_H1 || dom->nodes[i].tag == GUMBO_TAG_H2;

      if (heading || can_show_headline (&dom->nodes[i], longest))
        {
          g_autofree char *text = np_dom_dup_text (dom, i);
          g_autofree char *folded = np_text_fold (text);

          if (wanted != NULL && *folded != '\0' && strcmp (folded, wanted) == 0)
            {
              if (heading)
                return i;
              if (named == NP_DOM_NONE)
                named = i;
            }
        }
      if (first == NP_DOM_NONE && dom->nodes[i].tag == GUMBO_TAG_H1 && dom->nodes[i].chars > 10)
        first = i;
    }
  return named != NP_DOM_NONE ? named : first;
}

/* What one attempt at the page gave. */
typedef struct
{
  GArray *drafts;     /* of NpDraft */
  GPtrArray *figures; /* of NpFigure */
  guint *units;       /* the element of each */
  guint chars;        /* of text, outside figures */
  gboolean has_hero;  /* the first figure stands before the text */
} Attempt;

static void
attempt_clear (Attempt *attempt)
{
  g_clear_pointer (&attempt->drafts, g_array_unref);
  g_clear_pointer (&attempt->figures, g_ptr_array_unref);
  g_clear_pointer (&attempt->units, g_free);
}

static gboolean
has_hero (const NpBody *body)
{
  GHashTableIter iter;
  gpointer node, index;

  g_hash_table_iter_init (&iter, body->figures);
  while (g_hash_table_iter_next (&iter, &node, &index))
    if (GPOINTER_TO_UINT (index) == 1 && GPOINTER_TO_UINT (node) < body->region
        && body->dom->nodes[GPOINTER_TO_UINT (node)].end <= body->region)
      return TRUE;
  return FALSE;
}

/* The elements that the figures stand in. */
static guint *
list_units (const NpBody *body, guint n_figures)
{
  guint *units = g_new0 (guint, n_figures + 1);
  GHashTableIter iter;
  gpointer node, index;

  g_hash_table_iter_init (&iter, body->figures);
  while (g_hash_table_iter_next (&iter, &node, &index))
    if (GPOINTER_TO_UINT (index) > 0 && GPOINTER_TO_UINT (index) <= n_figures)
      units[GPOINTER_TO_UINT (index) - 1] = GPOINTER_TO_UINT (node);
  return units;
}

/* Reads the page, believing the names of its elements the less the higher @severity. */
static void
try_to_read (NpBody *body, guint severity, Attempt *attempt)
{
  guint root = body->dom->body != NP_DOM_NONE ? body->dom->body : 0;

  memset (body->marks, 0, body->dom->n_nodes);
  g_hash_table_remove_all (body->figures);
  body->severity = severity;
  np_body_weigh (body);
  np_body_mark_furniture (body, root);
  if (severity == 0)
    np_body_mark_teasers (body, root);
  np_body_mark_line_numbers (body);
  np_body_mark_math (body);
  np_body_weigh (body);
  np_body_locate (body);
  attempt->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) np_figure_free);
  np_figures_read (body, attempt->figures);
  attempt->units = list_units (body, attempt->figures->len);
  attempt->has_hero = has_hero (body);
  attempt->drafts = np_body_build_drafts (body);
  np_body_prune (body, attempt->drafts);
  attempt->chars = 0;
  for (guint i = 0; i < attempt->drafts->len; i++)
    if (g_array_index (attempt->drafts, NpDraft, i).block != NULL)
      attempt->chars += g_array_index (attempt->drafts, NpDraft, i).chars;
}

/* The first block that stands behind @node in the page. */
static guint
find_place (GArray *drafts, guint node)
{
  guint place = drafts->len;

  while (place > 0
         && (g_array_index (drafts, NpDraft, place - 1).block == NULL
             || g_array_index (drafts, NpDraft, place - 1).node > node))
    place--;
  return place;
}

/* Photos between headline and text, and in what is passed over among the text, have no place among the blocks yet: but
 * for the lead photo they come where they stand in the page. */
static void
place_figures (Attempt *attempt)
{
  g_autofree gboolean *shown = g_new0 (gboolean, attempt->figures->len + 1);

  for (guint i = 0; i < attempt->drafts->len; i++)
    {
      const NpBlock *block = g_array_index (attempt->drafts, NpDraft, i).block;

      if (block != NULL && block->type == NP_BLOCK_FIGURE)
        shown[block->figure] = TRUE;
    }
  for (guint i = 1; i < attempt->figures->len; i++)
    if (!shown[i])
      {
        NpDraft draft = { .block = np_block_new (NP_BLOCK_FIGURE), .node = attempt->units[i] };

        draft.block->figure = i;
        g_array_insert_val (attempt->drafts, find_place (attempt->drafts, draft.node), draft);
      }
}

/* Lays the text that the page's data tells beside what was read: it may know where the story stands, and where it ends.
 * Gives whether the story stands nowhere in the page, but for a script. */
static gboolean
listen_to (NpBody *body, const NpBodyTold *told, Attempt *best)
{
  double cover = np_body_told_cover (told, best->drafts);

  if (cover < COVERED && (body->given = np_body_told_locate (told, body->dom)) != NP_DOM_NONE)
    {
      Attempt next = { 0 };

      try_to_read (body, 0, &next);
      if (np_body_told_cover (told, next.drafts) > cover)
        {
          cover = np_body_told_cover (told, next.drafts);
          attempt_clear (best);
          *best = next;
        }
      else
        attempt_clear (&next);
    }
  if (cover >= COVERED)
    np_body_told_trim (told, best->drafts);
  return cover < NOT_THERE && np_body_told_length (told) > 2 * best->chars;
}

static void
use (Attempt *attempt, NpArticle *article)
{
  place_figures (attempt);
  for (guint i = 0; i < attempt->figures->len; i++)
    np_article_add_figure (article, g_steal_pointer (&attempt->figures->pdata[i]));
  for (guint i = 0; i < attempt->drafts->len; i++)
    {
      NpDraft *draft = &g_array_index (attempt->drafts, NpDraft, i);

      if (draft->block != NULL)
        g_ptr_array_add (article->body, g_steal_pointer (&draft->block));
    }
}

/**
 * np_body_read:
 * @dom: a parsed page
 * @base: (nullable): the address that its addresses are relative to
 * @lead: (nullable): the address of the photo that the page names as its own
 * @told_text: (nullable): the whole text as the page's data tells it
 * @article: the article; its metadata are known, and it gets its body and figures
 *
 * Reads the story's text and photos. Where that gives little, the names of the page's elements are believed less.
 *
 * Returns: whether the first figure stands at the head of the story, before its text
 */
gboolean
np_body_read (const NpDom *dom, const char *base, const char *lead, const char *told_text, NpArticle *article)
{
  g_autofree guint8 *marks = g_new0 (guint8, dom->n_nodes);
  g_autofree guint *prose = g_new0 (guint, dom->n_nodes);
  g_autofree guint *blocks = g_new0 (guint, dom->n_nodes);
  g_autoptr (GHashTable) figures = g_hash_table_new (NULL, NULL);
  g_autoptr (NpAnchors) anchors = np_anchors_new (dom, base);
  NpBody body = { .dom = dom,
                  .base = base,
                  .anchors = anchors,
                  .headline = article->headline,
                  .deck = article->deck,
                  .byline = article->byline,
                  .lead = lead,
                  .marks = marks,
                  .prose = prose,
                  .blocks = blocks,
                  .given = NP_DOM_NONE,
                  .figures = figures };
  g_autoptr (NpBodyTold) told = np_body_told_new (told_text);
  Attempt best = { 0 };
  gboolean hero;

  body.headline_node = find_headline (&body);
  try_to_read (&body, 0, &best);
  body.found = best.chars >= SOME;
  for (guint severity = 1; severity <= 2 && best.chars < (severity == 1 ? LITTLE : NEXT_TO_NOTHING); severity++)
    {
      Attempt next = { 0 };

      try_to_read (&body, severity, &next);
      if (next.chars > 2 * best.chars)
        {
          attempt_clear (&best);
          best = next;
        }
      else
        attempt_clear (&next);
    }
  if (told != NULL && (best.chars == 0 || np_body_told_length (told) >= NP_BODY_TOLD_STORY)
      && listen_to (&body, told, &best))
    {
      g_array_set_size (best.drafts, 0);
      np_body_told_write (told, article->body);
      np_article_set_field_source (article, "body", "json-ld");
    }
  hero = best.has_hero;
  use (&best, article);
  np_anchors_settle (article->body, base);
  attempt_clear (&best);
  return hero;
}
