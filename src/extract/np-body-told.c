#include "extract/np-body-told.h"

#include "base/np-text.h"
#include "extract/np-nesting.h"

#include <string.h>

/* With fewer letters it is no text. */
#define LEAST 120

/* More bytes of markup than any story has. */
#define LONGEST (1 << 20)

/* Letters of a block's beginning and end that are looked for, and the fewest that can be told from chance. */
#define PROBE     48
#define PROBE_MIN 12

/* When so much of the page's text is told, what is not told before and behind it is no part of the story. */
#define AGREED 0.8

/* The most letters of a line before the first block that can be left out: a longer one is a lead. */
#define SHORT 60

/* How far from its end the last block may end that the told text knows: what is told further was cut off. */
#define CUT_OFF 0.06

struct _NpBodyTold
{
  char *text; /* as of np_text_clean_lines(), without markup */
  char *key;  /* its letters and digits alone */
  gsize length;
};

static char *
squash (const char *text)
{
  GString *key = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_ascii_isalnum (*p) || ((guchar) *p >= 0x80 && g_unichar_isalnum (g_utf8_get_char (p))))
        g_string_append_len (key, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (key, FALSE);
}

/* Markup that came along: its tags go, those that end a paragraph leave a line break. */
static char *
strip_markup (const char *text)
{
  g_autofree char *html = NULL;
  g_autoptr (NpDom) dom = NULL;
  GString *plain;

  if (strchr (text, '<') == NULL && strchr (text, '&') == NULL)
    return g_strdup (text);
  html = g_strdup (text);
  if (strlen (html) > LONGEST || !np_nesting_tame (html, strlen (html)))
    return g_strdup ("");
  dom = np_dom_parse (html, strlen (html));
  plain = g_string_new (NULL);
  for (guint i = 0; i < dom->n_nodes; i++)
    if (dom->nodes[i].text != NULL && (dom->nodes[i].flags & NP_DOM_UNSEEN) == 0)
      g_string_append (plain, dom->nodes[i].text);
    else if (np_dom_is_block (dom->nodes[i].tag) || dom->nodes[i].tag == GUMBO_TAG_BR)
      g_string_append (plain, "\n\n");
  return g_string_free (plain, FALSE);
}

/**
 * np_body_told_new:
 * @text: (nullable): the text that the page's data tells, perhaps with markup
 *
 * Returns: (transfer full) (nullable): the text, to be compared; `NULL` when there is too little of it
 */
NpBodyTold *
np_body_told_new (const char *text)
{
  g_autoptr (NpBodyTold) told = NULL;
  g_autofree char *plain = NULL;

  if (text == NULL)
    return NULL;
  told = g_new0 (NpBodyTold, 1);
  plain = strip_markup (text);
  told->text = np_text_clean_lines (plain);
  told->key = squash (told->text);
  told->length = strlen (told->key);
  return g_utf8_strlen (told->key, -1) >= LEAST ? g_steal_pointer (&told) : NULL;
}

/**
 * np_body_told_free:
 * @told: (transfer full) (nullable): a told text
 */
void
np_body_told_free (NpBodyTold *told)
{
  if (told == NULL)
    return;
  g_free (told->text);
  g_free (told->key);
  g_free (told);
}

/**
 * np_body_told_length:
 * @told: a told text
 *
 * Returns: its letters and digits
 */
guint
np_body_told_length (const NpBodyTold *told)
{
  return (guint) g_utf8_strlen (told->key, -1);
}

/* Where the text with @key ends in the told text, or `NULL`: its beginning or its end is in it. */
static const char *
find_end (const NpBodyTold *told, const char *key)
{
  gsize length = strlen (key);
  g_autofree char *head = NULL;
  const char *tail = key, *found;

  if (length < PROBE_MIN)
    return NULL;
  while (length > PROBE && strlen (tail) > PROBE)
    tail = g_utf8_next_char (tail);
  if ((found = strstr (told->key, tail)) != NULL)
    return found + strlen (tail);
  head = g_strndup (key, g_utf8_offset_to_pointer (key, MIN (g_utf8_strlen (key, -1), PROBE)) - key);
  return (found = strstr (told->key, head)) != NULL ? found + strlen (head) : NULL;
}

static char *
dup_key (const NpBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);

  np_block_append_plain_text (block, text);
  return squash (text->str);
}

/**
 * np_body_told_cover:
 * @told: a told text
 * @drafts: (element-type NpDraft): blocks
 *
 * Returns: the share of @told that is in @drafts, 0 to 1
 */
double
np_body_told_cover (const NpBodyTold *told, GArray *drafts)
{
  gsize covered = 0;

  for (guint i = 0; i < drafts->len; i++)
    {
      const NpDraft *draft = &g_array_index (drafts, NpDraft, i);
      g_autofree char *key = draft->block != NULL ? dup_key (draft->block) : NULL;

      if (key != NULL && find_end (told, key) != NULL)
        covered += strlen (key);
    }
  return MIN (1.0, (double) covered / told->length);
}

/**
 * np_body_told_locate:
 * @told: a told text
 * @dom: a page
 *
 * Returns: the smallest element of @dom that holds nearly all that the page has of @told; `NP_DOM_NONE` when it has
 * next to nothing
 */
guint
np_body_told_locate (const NpBodyTold *told, const NpDom *dom)
{
  g_autofree gsize *known = g_new0 (gsize, dom->n_nodes);
  guint at = dom->body;

  for (guint i = dom->n_nodes; i-- > 1;)
    {
      if (dom->nodes[i].text != NULL && dom->nodes[i].chars >= PROBE_MIN)
        {
          g_autofree char *key = squash (dom->nodes[i].text);

          known[i] = find_end (told, key) != NULL ? strlen (key) : 0;
        }
      known[dom->nodes[i].parent] += known[i];
    }
  if (at == NP_DOM_NONE || known[at] * 2 < told->length)
    return NP_DOM_NONE;
  for (guint i = at + 1; i < dom->nodes[at].end;)
    if (dom->nodes[i].text == NULL && np_dom_is_block (dom->nodes[i].tag) && dom->nodes[i].tag != GUMBO_TAG_P
        && known[i] * 10 >= known[at] * 9)
      i = (at = i) + 1;
    else
      i = dom->nodes[i].end;
  return at;
}

/**
 * np_body_told_trim:
 * @told: a told text
 * @drafts: (element-type NpDraft): the blocks of a page
 *
 * Where nearly all blocks are told, leaves out those behind the last that is, and short ones before the first. A told
 * text that was cut off says nothing of the end.
 */
void
np_body_told_trim (const NpBodyTold *told, GArray *drafts)
{
  guint first = G_MAXUINT, last = 0;
  gsize known = 0, all = 0;
  const char *end = told->key;

  for (guint i = 0; i < drafts->len; i++)
    {
      const NpDraft *draft = &g_array_index (drafts, NpDraft, i);
      g_autofree char *key = draft->block != NULL ? dup_key (draft->block) : NULL;
      const char *here = key != NULL ? find_end (told, key) : NULL;

      all += key != NULL ? strlen (key) : 0;
      if (here == NULL)
        continue;
      known += strlen (key);
      first = MIN (first, i);
      last = i;
      end = MAX (end, here);
    }
  if (first == G_MAXUINT || known < all * AGREED || told->key + told->length - end > told->length * CUT_OFF)
    return;
  for (guint i = last + 1; i < drafts->len; i++)
    {
      NpDraft *draft = &g_array_index (drafts, NpDraft, i);

      if (draft->block != NULL && draft->block->type != NP_BLOCK_FIGURE && draft->block->type != NP_BLOCK_EMBED)
        np_draft_drop (draft);
    }
  for (guint i = 0; i < first; i++)
    {
      NpDraft *draft = &g_array_index (drafts, NpDraft, i);

      if (draft->block != NULL && draft->block->type == NP_BLOCK_PARAGRAPH && draft->chars < SHORT)
        np_draft_drop (draft);
    }
}

/**
 * np_body_told_write:
 * @told: a told text
 * @blocks: (element-type NpBlock): gets its paragraphs
 */
void
np_body_told_write (const NpBodyTold *told, GPtrArray *blocks)
{
  g_auto (GStrv) lines = g_strsplit (told->text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!np_text_is_empty (lines[i]))
      g_ptr_array_add (blocks, np_block_new_text (NP_BLOCK_PARAGRAPH, lines[i]));
}
