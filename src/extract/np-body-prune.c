#include "extract/np-body.h"

#include "base/np-text.h"
#include "extract/np-body-phrases.h"
#include "extract/np-written-date.h"

#include <string.h>

/* A draft with more than this share of its letters in links and no sentence is a list of links. */
#define LINKED 0.8

static const char *
get_text (const NpDraft *draft)
{
  return draft->block != NULL && draft->block->text != NULL ? draft->block->text : "";
}

static gboolean
is_same (const char *text, const char *other)
{
  g_autofree char *a = NULL, *b = NULL;

  if (other == NULL || *text == '\0' || strlen (text) > 2 * strlen (other) + 20)
    return FALSE;
  a = np_text_slug (text, 4096);
  b = np_text_slug (other, 4096);
  return strcmp (a, b) == 0;
}

static gboolean
ends_sentence (const char *text)
{
  gsize n = strlen (text);

  while (n > 0 && strchr (" \"')]", text[n - 1]) != NULL)
    n--;
  if (n > 0 && strchr (".!?:;", text[n - 1]) != NULL)
    return TRUE;
  return g_str_has_suffix (text, "。") || g_str_has_suffix (text, "”") || g_str_has_suffix (text, "…")
         || g_str_has_suffix (text, "」");
}

static void
drop (NpDraft *draft)
{
  g_clear_pointer (&draft->block, np_block_free);
}

/* The deck as a line of its own. A first paragraph that says the same is text, and so is one that is set as a deck but
 * says more than a line. */
static gboolean
is_deck (const NpBody *body, const NpDraft *draft)
{
  NpNames names = np_body_names (body, draft->node);

  if (draft->chars > NP_BODY_LONGEST_DECK)
    return FALSE;
  if (draft->block->type == NP_BLOCK_HEADING)
    return is_same (get_text (draft), body->deck);
  return draft->block->type == NP_BLOCK_PARAGRAPH && (names & NP_NAME_DECK) != 0;
}

/* Whether there is nothing in the element of @draft but one that says when. */
static gboolean
is_time_alone (const NpBody *body, const NpDraft *draft)
{
  const NpDom *dom = body->dom;
  guint time = np_dom_find_above (dom, draft->node, GUMBO_TAG_TIME);

  for (guint i = draft->node; time == NP_DOM_NONE && i < dom->nodes[draft->node].end; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_TIME)
      time = i;
  return draft->block->type == NP_BLOCK_PARAGRAPH && draft->chars < 90 && time != NP_DOM_NONE
         && dom->nodes[time].chars * 10 >= draft->chars * 8;
}

/* A line before the text that says when, or who. */
static gboolean
is_date_or_byline (const NpDraft *draft)
{
  g_auto (NpWrittenDate) date = { 0 };
  const char *text = get_text (draft);

  if (draft->block->type != NP_BLOCK_PARAGRAPH || draft->chars > 90)
    return FALSE;
  if ((g_str_has_prefix (text, "By ") || g_str_has_prefix (text, "Von ") || g_str_has_prefix (text, "Por ")
       || g_str_has_prefix (text, "Par "))
      && np_text_count_words (text) <= 9 && !ends_sentence (text))
    return TRUE;
  if (strpbrk (text, "0123456789") == NULL)
    return FALSE;
  np_written_date_read (text, NULL, &date);
  return date.dated && date.other_words <= 3;
}

static gboolean
is_linked (const NpDraft *draft)
{
  return draft->chars > 0 && draft->links >= draft->chars * LINKED
         && !(draft->block->type == NP_BLOCK_PARAGRAPH && ends_sentence (get_text (draft))
              && draft->links < draft->chars);
}

static gboolean
is_prose (const NpDraft *draft)
{
  if (draft->block == NULL || draft->links * 2 > draft->chars)
    return FALSE;
  if (draft->block->type == NP_BLOCK_PARAGRAPH)
    return draft->chars > 80 || (draft->chars > 20 && ends_sentence (get_text (draft)));
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
            drop (draft);
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
        drop (draft);
      else
        after_text = FALSE;
      if (draft->block != NULL)
        last = draft;
    }
  if (last != NULL && last->block->type == NP_BLOCK_RULE)
    drop (last);
}

/* Whether the draft behind the one at @index belongs to the head of a story: a byline or date line, a photo. */
static gboolean
is_followed_by_head (const NpBody *body, GArray *drafts, guint index)
{
  for (guint i = index + 1; i < drafts->len && i < index + 4; i++)
    {
      const NpDraft *next = &g_array_index (drafts, NpDraft, i);

      if (next->block == NULL)
        {
          if ((body->dom->nodes[next->node].names & (NP_NAME_BYLINE | NP_NAME_AUTHOR | NP_NAME_DATE)) != 0)
            return TRUE;
          continue;
        }
      return next->block->type == NP_BLOCK_FIGURE || is_time_alone (body, next) || is_date_or_byline (next);
    }
  return FALSE;
}

/* A first paragraph that says what the deck says, word for word, and ends the head of the story. */
static gboolean
is_deck_again (const NpBody *body, GArray *drafts, guint index)
{
  const NpDraft *draft = &g_array_index (drafts, NpDraft, index);

  return draft->block->type == NP_BLOCK_PARAGRAPH && draft->chars <= NP_BODY_LONGEST_DECK
         && is_same (get_text (draft), body->deck) && is_followed_by_head (body, drafts, index);
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
      const char *text = get_text (draft);

      if (draft->block == NULL || draft->block->type == NP_BLOCK_FIGURE || draft->block->type == NP_BLOCK_EMBED)
        continue;
      if (is_same (text, body->headline) || (!begun && is_same (text, body->byline)))
        drop (draft);
      else if (!begun
               && (is_deck (body, draft) || is_date_or_byline (draft) || is_time_alone (body, draft)
                   || is_deck_again (body, drafts, i)))
        drop (draft);
      /* Under a first paragraph that is as good as a deck. */
      else if (prose == 1 && is_time_alone (body, draft))
        drop (draft);
      else if (draft->block->type != NP_BLOCK_TABLE && np_body_phrases_is_furniture (text, np_text_count_words (text)))
        {
          /* "More stories": the links behind it go with it. */
          other_stories = draft->block->type == NP_BLOCK_HEADING || draft->bold || draft->chars < 40;
          drop (draft);
        }
      else if (other_stories && draft->links * 5 >= draft->chars * 2)
        drop (draft);
      else if (is_linked (draft))
        drop (draft);
      else
        {
          begun |= is_prose (draft);
          prose += is_prose (draft);
          other_stories = FALSE;
        }
    }
  drop_lone_headings (drafts);
  drop_rules (drafts);
}
