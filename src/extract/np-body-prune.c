#include "extract/np-body.h"

#include "base/np-text.h"
#include "extract/np-body-phrases.h"

#include <string.h>

/* So many times in a text are those of its posts. */
#define MANY_TIMES 3

/* A draft with more than this share of its letters in links and no sentence is a list of links. */
#define LINKED 0.8

static gboolean
is_linked (const NpDraft *draft)
{
  return draft->chars > 0 && draft->links >= draft->chars * LINKED
         && !(draft->block->type == NP_BLOCK_PARAGRAPH && np_draft_ends_sentence (draft)
              && draft->links < draft->chars);
}

static gboolean
is_prose (const NpDraft *draft)
{
  if (draft->block == NULL || draft->links * 2 > draft->chars)
    return FALSE;
  if (draft->block->type == NP_BLOCK_PARAGRAPH)
    return draft->chars > 80 || (draft->chars > 20 && np_draft_ends_sentence (draft));
  return draft->block->type == NP_BLOCK_LIST || draft->block->type == NP_BLOCK_QUOTE
         || draft->block->type == NP_BLOCK_TABLE || draft->block->type == NP_BLOCK_PREFORMATTED;
}

/* Headings that nothing follows, or only what was left out. */
static void
drop_lone_headings (GArray *drafts)
{
  gboolean followed = FALSE;

  for (guint i = drafts->len; i-- > 0;)
    {
      NpDraft *draft = &g_array_index (drafts, NpDraft, i);

      if (draft->block == NULL)
        followed = FALSE;
      else if (draft->block->type == NP_BLOCK_HEADING)
        {
          if (!followed)
            np_draft_drop (draft);
        }
      else if (draft->block->type != NP_BLOCK_RULE)
        followed = TRUE;
    }
}

static void
drop_rules (GArray *drafts)
{
  gboolean after_text = FALSE;
  NpDraft *last = NULL;

  for (guint i = 0; i < drafts->len; i++)
    {
      NpDraft *draft = &g_array_index (drafts, NpDraft, i);

      if (draft->block == NULL)
        continue;
      if (draft->block->type != NP_BLOCK_RULE)
        after_text = TRUE;
      else if (!after_text)
        np_draft_drop (draft);
      else
        after_text = FALSE;
      if (draft->block != NULL)
        last = draft;
    }
  if (last != NULL && last->block->type == NP_BLOCK_RULE)
    np_draft_drop (last);
}

/* Whether the time at @index is that of a post among others, as in stories that are told while they happen. */
static gboolean
has_many_times (const NpBody *body, GArray *drafts, guint index)
{
  guint times = 0;

  for (guint i = index; i < drafts->len && times < MANY_TIMES; i++)
    {
      const NpDraft *draft = &g_array_index (drafts, NpDraft, i);

      times += draft->block != NULL && np_body_is_time (body, draft);
    }
  return times >= MANY_TIMES;
}

/**
 * np_body_prune:
 * @body: a page
 * @drafts: (element-type NpDraft): what np_body_build_drafts() made
 *
 * Leaves out the blocks that are no part of the story: repeats of headline, deck and byline, lines of links, headings
 * that nothing follows.
 */
void
np_body_prune (NpBody *body, GArray *drafts)
{
  gboolean begun = FALSE, other_stories = FALSE;
  guint prose = 0;

  for (guint i = 0; i < drafts->len; i++)
    {
      NpDraft *draft = &g_array_index (drafts, NpDraft, i);
      const char *text = np_draft_get_text (draft);

      if (draft->block == NULL || draft->block->type == NP_BLOCK_FIGURE || draft->block->type == NP_BLOCK_EMBED)
        continue;
      if (np_draft_says (draft, body->headline) || (!begun && np_body_is_head (body, drafts, i)))
        np_draft_drop (draft);
      /* Under a first paragraph that is as good as a deck. */
      else if (prose == 1 && np_body_is_time (body, draft) && !has_many_times (body, drafts, i))
        np_draft_drop (draft);
      else if (draft->block->type != NP_BLOCK_TABLE && np_body_phrases_is_furniture (text, np_text_count_words (text)))
        {
          /* "More stories": the links behind it go with it. */
          other_stories = draft->block->type == NP_BLOCK_HEADING || draft->bold || draft->chars < 40;
          np_draft_drop (draft);
        }
      else if (other_stories && draft->links * 5 >= draft->chars * 2)
        np_draft_drop (draft);
      else if (is_linked (draft))
        np_draft_drop (draft);
      else
        {
          begun |= is_prose (draft);
          prose += is_prose (draft);
          other_stories = FALSE;
        }
    }
  np_body_drop_foot (drafts);
  drop_lone_headings (drafts);
  drop_rules (drafts);
}
