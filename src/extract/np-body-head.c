#include "extract/np-body.h"

#include "base/np-text.h"
#include "extract/np-title-key.h"
#include "extract/np-written-date.h"

#include <string.h>

/* The most letters of a kicker or a date in a heading, the shortest headline that is looked for in one, and the
 * shortest part of a headline. */
#define KICKER_MAX 60
#define TITLE_MIN  15
#define PART_MIN   10

/* The longest line of names, in letters. */
#define NAMES_MAX 120

/* The deck as a line of its own. A first paragraph that says the same is text, and so is one that is set as a deck but
 * says more than a line. */
static gboolean
is_deck (const NpBody *body, const NpDraft *draft)
{
  NpNames names = np_body_names (body, draft->node);

  if (draft->chars > NP_BODY_LONGEST_DECK)
    return FALSE;
  if (draft->block->type == NP_BLOCK_HEADING)
    return np_draft_says (draft, body->deck);
  return draft->block->type == NP_BLOCK_PARAGRAPH && (names & NP_NAME_DECK) != 0;
}

/**
 * np_body_is_time:
 * @body: a page
 * @draft: one of its blocks
 *
 * Returns: whether there is nothing in the element of @draft but one that says when
 */
gboolean
np_body_is_time (const NpBody *body, const NpDraft *draft)
{
  const NpDom *dom = body->dom;
  guint time = np_dom_find_above (dom, draft->node, GUMBO_TAG_TIME);

  for (guint i = draft->node; time == NP_DOM_NONE && i < dom->nodes[draft->node].end; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_TIME)
      time = i;
  return draft->block->type == NP_BLOCK_PARAGRAPH && draft->chars < 90 && time != NP_DOM_NONE
         && dom->nodes[time].chars * 10 >= draft->chars * 8;
}

static gboolean
says_when_or_who (const char *text, gboolean is_sentence)
{
  g_auto (NpWrittenDate) date = { 0 };

  if ((g_str_has_prefix (text, "By ") || g_str_has_prefix (text, "Von ") || g_str_has_prefix (text, "Por ")
       || g_str_has_prefix (text, "Par "))
      && np_text_count_words (text) <= 9 && !is_sentence)
    return TRUE;
  if (strpbrk (text, "0123456789") == NULL)
    return FALSE;
  np_written_date_read (text, NULL, &date);
  return date.dated && date.other_words <= 3;
}

/* A line that has all the names of the byline, and next to nothing else: "Text: Jane Doe, photos: John Smith". */
static gboolean
is_line_of_names (const NpBody *body, const NpDraft *draft)
{
  g_auto (GStrv) names = NULL;
  const char *text = np_draft_get_text (draft);
  guint words = np_text_count_words (text), named = 0;

  if (body->byline == NULL || draft->block->type != NP_BLOCK_PARAGRAPH || draft->chars > NAMES_MAX || words > 20
      || np_draft_ends_sentence (draft))
    return FALSE;
  names = g_strsplit (body->byline, ", ", 8);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (strchr (names[i], ' ') == NULL || strstr (text, names[i]) == NULL)
        return FALSE;
      named += np_text_count_words (names[i]);
    }
  return words <= named + 5;
}

/* A line before the text that says when, or who. */
static gboolean
is_date_or_byline (const NpDraft *draft)
{
  return draft->block->type == NP_BLOCK_PARAGRAPH && draft->chars <= 90
         && says_when_or_who (np_draft_get_text (draft), np_draft_ends_sentence (draft));
}

/* Headline, byline and date as lines of one paragraph, where a page knows no elements for them. */
static gboolean
is_whole_head (const NpBody *body, const NpDraft *draft)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *headline = NULL, *first = NULL;

  if (draft->block->type != NP_BLOCK_PARAGRAPH || body->headline == NULL
      || strchr (np_draft_get_text (draft), '\n') == NULL)
    return FALSE;
  lines = g_strsplit (np_draft_get_text (draft), "\n", 5);
  headline = np_title_key (body->headline);
  first = np_title_key (lines[0]);
  if (strcmp (headline, first) != 0)
    return FALSE;
  for (guint i = 1; lines[i] != NULL; i++)
    if (!says_when_or_who (lines[i], FALSE))
      return FALSE;
  return TRUE;
}

/* The heading that shows the headline with a kicker or the date in it, or a first-rank heading that shows a part of it.
 */
static gboolean
is_headline_shown (const NpBody *body, const NpDraft *draft)
{
  g_autofree char *headline = NULL, *shown = NULL;

  if (draft->block->type != NP_BLOCK_HEADING || body->headline == NULL
      || strlen (np_draft_get_text (draft)) > strlen (body->headline) + KICKER_MAX)
    return FALSE;
  headline = np_title_key (body->headline);
  shown = np_title_key (np_draft_get_text (draft));
  if (strlen (headline) >= TITLE_MIN && (g_str_has_suffix (shown, headline) || g_str_has_prefix (shown, headline)))
    return TRUE;
  return body->dom->nodes[draft->node].tag == GUMBO_TAG_H1 && strlen (shown) >= PART_MIN
         && strstr (headline, shown) != NULL;
}

/* "31 May 2018", and on lines of their own who says so: "Office of Bridges", "Department of Rivers". */
static gboolean
is_date_and_office (const NpDraft *draft)
{
  g_auto (GStrv) lines = NULL;
  g_auto (NpWrittenDate) date = { 0 };

  if (draft->block->type != NP_BLOCK_PARAGRAPH || draft->chars > 90 || np_draft_ends_sentence (draft))
    return FALSE;
  lines = g_strsplit (np_draft_get_text (draft), "\n", 4);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_utf8_strlen (lines[i], -1) > 45)
      return FALSE;
  np_written_date_read (lines[0], NULL, &date);
  return date.dated && date.other_words <= 1;
}

/* "Home > News > The headline": the path to the page, as links. */
static gboolean
is_path (const NpBody *body, const NpDraft *draft)
{
  const char *text = np_draft_get_text (draft);

  return draft->block->type == NP_BLOCK_PARAGRAPH && draft->links > 0 && draft->chars <= 200 && body->headline != NULL
         && strlen (body->headline) > 20 && strlen (text) > strlen (body->headline)
         && g_str_has_suffix (text, body->headline);
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
      return next->block->type == NP_BLOCK_FIGURE || np_body_is_time (body, next) || is_date_or_byline (next);
    }
  return FALSE;
}

/* A first paragraph that says what the deck says, word for word, and ends the head of the story. */
static gboolean
is_deck_again (const NpBody *body, GArray *drafts, guint index)
{
  const NpDraft *draft = &g_array_index (drafts, NpDraft, index);

  return draft->block->type == NP_BLOCK_PARAGRAPH && draft->chars <= NP_BODY_LONGEST_DECK
         && np_draft_says (draft, body->deck) && is_followed_by_head (body, drafts, index);
}

/* "Summary:", "Key points": a label of what comes next, which says nothing by itself. */
static gboolean
is_label (GArray *drafts, guint index)
{
  const NpDraft *draft = &g_array_index (drafts, NpDraft, index), *next = draft + 1;
  const char *text = np_draft_get_text (draft);

  return index + 1 < drafts->len && next->block != NULL && next->chars > 70 && draft->block->type == NP_BLOCK_PARAGRAPH
         && draft->chars < 24 && np_text_count_words (text) <= 3 && g_str_has_suffix (text, ":");
}

/* A line that begins with a date and goes on with names, sections and tags, as links. */
static gboolean
is_line_of_facts (const NpDraft *draft)
{
  g_auto (NpWrittenDate) date = { 0 };
  g_autofree char *start = NULL;

  if (draft->block->type != NP_BLOCK_PARAGRAPH || draft->chars > 120 || draft->links * 5 < draft->chars
      || np_draft_ends_sentence (draft))
    return FALSE;
  start = np_text_shorten (np_draft_get_text (draft), 24);
  if (strpbrk (start, "0123456789") == NULL)
    return FALSE;
  np_written_date_read (start, NULL, &date);
  return date.dated;
}

/**
 * np_body_is_head:
 * @body: a page
 * @drafts: (element-type NpDraft): its blocks
 * @index: one of them, with nothing of the story's text before it
 *
 * Returns: whether it is a line of the story's head that stands elsewhere in the article: its deck, its byline, its
 * date
 */
gboolean
np_body_is_head (const NpBody *body, GArray *drafts, guint index)
{
  const NpDraft *draft = &g_array_index (drafts, NpDraft, index);

  return np_draft_says (draft, body->byline) || is_deck (body, draft) || is_date_or_byline (draft)
         || is_line_of_names (body, draft) || np_body_is_time (body, draft) || is_label (drafts, index)
         || is_line_of_facts (draft) || is_deck_again (body, drafts, index) || is_date_and_office (draft)
         || is_path (body, draft) || is_whole_head (body, draft) || is_headline_shown (body, draft);
}
