#include "model/np-highlight.h"

#include "model/np-block.h"

#include <string.h>

/**
 * np_highlight_list_colors:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the colours, the usual one first
 */
const char *const *
np_highlight_list_colors (void)
{
  static const char *const colors[] = { "yellow", "green", "blue", "pink", NULL };

  return colors;
}

/* Without the white space at both ends, which nobody means to mark. */
static void
trim (const char *text, guint *start, guint *end)
{
  while (*start < *end && g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (text, *start))))
    (*start)++;
  while (*end > *start && g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (text, *end - 1))))
    (*end)--;
}

/**
 * np_highlight_new:
 * @text: what np_highlight_text_of() gave
 * @start: the first character that is marked
 * @end: the first one after it that is not
 * @color: one of np_highlight_list_colors()
 *
 * Returns: (transfer full) (nullable): a highlight with an id of its own; %NULL when nothing but white space is marked
 */
NpHighlight *
np_highlight_new (const char *text, guint start, guint end, const char *color)
{
  NpHighlight *highlight;
  glong length;

  g_return_val_if_fail (text != NULL && color != NULL, NULL);

  length = g_utf8_strlen (text, -1);
  end = MIN (end, (guint) length);
  start = MIN (start, end);
  trim (text, &start, &end);
  if (start >= end)
    return NULL;
  highlight = g_new0 (NpHighlight, 1);
  highlight->id = g_uuid_string_random ();
  highlight->start = start;
  highlight->text = g_utf8_substring (text, start, end);
  highlight->prefix = g_utf8_substring (text, start > NP_HIGHLIGHT_CONTEXT ? start - NP_HIGHLIGHT_CONTEXT : 0, start);
  highlight->suffix = g_utf8_substring (text, end, MIN ((guint) length, end + NP_HIGHLIGHT_CONTEXT));
  highlight->color = g_strdup (color);
  return highlight;
}

/**
 * np_highlight_copy:
 * @highlight: a highlight
 *
 * Returns: (transfer full): a deep copy
 */
NpHighlight *
np_highlight_copy (const NpHighlight *highlight)
{
  NpHighlight *copy;

  g_return_val_if_fail (highlight != NULL, NULL);

  copy = g_new0 (NpHighlight, 1);
  copy->id = g_strdup (highlight->id);
  copy->text = g_strdup (highlight->text);
  copy->prefix = g_strdup (highlight->prefix);
  copy->suffix = g_strdup (highlight->suffix);
  copy->start = highlight->start;
  copy->color = g_strdup (highlight->color);
  copy->note = g_strdup (highlight->note);
  copy->created = g_strdup (highlight->created);
  copy->unknown = g_strdup (highlight->unknown);
  return copy;
}

/**
 * np_highlight_free:
 * @highlight: (transfer full) (nullable): a highlight
 */
void
np_highlight_free (NpHighlight *highlight)
{
  if (highlight == NULL)
    return;
  g_free (highlight->id);
  g_free (highlight->text);
  g_free (highlight->prefix);
  g_free (highlight->suffix);
  g_free (highlight->color);
  g_free (highlight->note);
  g_free (highlight->created);
  g_free (highlight->unknown);
  g_free (highlight);
}

static void
append_text (GPtrArray *blocks, GString *text)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const NpBlock *block = blocks->pdata[i];

      if (block->type == NP_BLOCK_TABLE || block->type == NP_BLOCK_EMBED || block->type == NP_BLOCK_UNKNOWN)
        continue;
      if (block->text != NULL)
        {
          g_string_append (text, block->text);
          g_string_append_c (text, '\n');
        }
      append_text (block->children, text);
    }
}

/**
 * np_highlight_text_of:
 * @blocks: (element-type NpBlock): the body of a story
 *
 * Returns: (transfer full): what can be marked in it: the text of each block in the order of reading, each with a line
 *   break after it; not tables and embeds
 */
char *
np_highlight_text_of (GPtrArray *blocks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_text (blocks, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* How many characters the end of @a and the end of @b share. */
static guint
common_end (const char *a, const char *a_end, const char *b)
{
  const char *b_end = b + strlen (b);
  guint n = 0;

  while (a_end > a && b_end > b)
    {
      a_end = g_utf8_prev_char (a_end);
      b_end = g_utf8_prev_char (b_end);
      if (g_utf8_get_char (a_end) != g_utf8_get_char (b_end))
        break;
      n++;
    }
  return n;
}

static guint
common_start (const char *a, const char *b)
{
  guint n = 0;

  for (; *a != '\0' && *b != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b); n++)
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  return n;
}

/**
 * np_highlight_find:
 * @highlight: a highlight
 * @text: what np_highlight_text_of() gives of the story as it is now
 * @start: (out): the first character of it in @text
 * @end: (out): the first one after it
 *
 * Finds the marked words again, also after the text around them has become another: where they stand more than once,
 * at the place whose surroundings are most alike, then at the one nearest to where they were.
 *
 * Returns: whether they are still there
 */
gboolean
np_highlight_find (const NpHighlight *highlight, const char *text, guint *start, guint *end)
{
  const char *best = NULL;
  guint best_alike = 0, best_away = 0, best_at = 0, at = 0;
  const char *from = text;

  g_return_val_if_fail (highlight != NULL && text != NULL, FALSE);

  if (highlight->text == NULL || *highlight->text == '\0')
    return FALSE;
  for (const char *found = strstr (text, highlight->text); found != NULL;
       found = strstr (g_utf8_next_char (found), highlight->text))
    {
      guint alike =
          common_end (text, found, highlight->prefix != NULL ? highlight->prefix : "")
          + common_start (found + strlen (highlight->text), highlight->suffix != NULL ? highlight->suffix : "");
      guint away;

      at += (guint) g_utf8_pointer_to_offset (from, found);
      from = found;
      away = at > highlight->start ? at - highlight->start : highlight->start - at;
      if (best == NULL || alike > best_alike || (alike == best_alike && away < best_away))
        {
          best = found;
          best_alike = alike;
          best_away = away;
          best_at = at;
        }
    }
  if (best == NULL)
    return FALSE;
  *start = best_at;
  *end = best_at + (guint) g_utf8_strlen (highlight->text, -1);
  return TRUE;
}
