#include "extract/np-body.h"

#include <string.h>

/* The most letters of the number of a line. */
#define LONGEST_NUMBER 6

/* What is seen of an element, when that is nothing but numbers that count up by one. */
typedef struct
{
  guint first, last;
  guint count;
} Numbers;

static gboolean
take_number (Numbers *numbers, guint number)
{
  if (numbers->count > 0 && number != numbers->last + 1)
    return FALSE;
  if (numbers->count++ == 0)
    numbers->first = number;
  numbers->last = number;
  return TRUE;
}

static gboolean
read_text (const char *text, Numbers *numbers)
{
  while (*text != '\0')
    {
      gsize digits;

      text += strspn (text, " \t\n\r\f");
      digits = strspn (text, "0123456789");
      if (*text == '\0')
        break;
      if (digits == 0 || digits > LONGEST_NUMBER || (text[digits] != '\0' && !g_ascii_isspace (text[digits])))
        return FALSE;
      if (!take_number (numbers, (guint) g_ascii_strtoull (text, NULL, 10)))
        return FALSE;
      text += digits;
    }
  return TRUE;
}

static gboolean
is_numbers (const NpDom *dom, guint node, Numbers *numbers)
{
  memset (numbers, 0, sizeof *numbers);
  for (guint i = node; i < dom->nodes[node].end; i++)
    if (dom->nodes[i].text != NULL && (dom->nodes[i].flags & (NP_DOM_UNSEEN | NP_DOM_HIDDEN)) == 0
        && !read_text (dom->nodes[i].text, numbers))
      return FALSE;
  return numbers->count > 0;
}

static gboolean
holds_code (const NpDom *dom, guint node)
{
  for (guint i = node; i < dom->nodes[node].end; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_PRE || dom->nodes[i].tag == GUMBO_TAG_CODE)
      return TRUE;
  return FALSE;
}

/* A column of numbers: a cell, or another part, with code in the next one. */
static gboolean
is_beside_code (const NpDom *dom, guint node)
{
  guint next = dom->nodes[node].end, end = dom->nodes[dom->nodes[node].parent].end;

  while (next < end && (dom->nodes[next].text != NULL || dom->nodes[next].chars == 0))
    next = dom->nodes[next].end;
  return next < end && dom->nodes[next].tag == dom->nodes[node].tag && holds_code (dom, next);
}

/* Whether the numbers that stand in a `pre` by themselves, an element each, are those of its lines: there are at least
 * two, each counts on from the one before, and each begins a line. */
static gboolean
are_of_lines (const NpDom *dom, guint pre, GArray *parts)
{
  Numbers all = { 0 };

  for (guint i = 0; i < parts->len; i++)
    {
      guint part = g_array_index (parts, guint, i);
      Numbers own;

      if (!is_numbers (dom, part, &own) || own.count != 1 || !take_number (&all, own.first))
        return FALSE;
    }
  return all.count >= 2
         || (all.count == 1 && all.first == 1 && dom->nodes[pre].chars > 1
             && g_array_index (parts, guint, 0) <= pre + 4);
}

/* The element that begins a line with a number: nothing is seen between it and the line's end before it. */
static gboolean
begins_line (const NpDom *dom, guint pre, guint node)
{
  for (guint i = node; i-- > pre + 1;)
    {
      const NpDomNode *at = &dom->nodes[i];

      if (at->text != NULL && at->chars == 0 && strchr (at->text, '\n') == NULL)
        continue;
      if (at->text != NULL)
        return g_str_has_suffix (at->text, "\n");
      if (at->tag == GUMBO_TAG_BR || np_dom_is_block (at->tag))
        return TRUE;
    }
  return TRUE;
}

static void
mark_in_code (NpBody *body, guint pre)
{
  const NpDom *dom = body->dom;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = pre + 1; i < dom->nodes[pre].end; i++)
    {
      const NpDomNode *at = &dom->nodes[i];
      Numbers own;

      if (at->text != NULL || at->chars == 0 || at->chars > LONGEST_NUMBER || !is_numbers (dom, i, &own))
        continue;
      if (begins_line (dom, pre, i))
        g_array_append_val (parts, i);
      i = at->end - 1;
    }
  if (parts->len == 0 || !are_of_lines (dom, pre, parts))
    return;
  for (guint i = 0; i < parts->len; i++)
    body->marks[g_array_index (parts, guint, i)] |= NP_BODY_GONE;
}

/**
 * np_body_mark_line_numbers:
 * @body: a page, its furniture marked
 *
 * Marks the numbers that stand before the lines of code, as columns or in the lines.
 */
void
np_body_mark_line_numbers (NpBody *body)
{
  const NpDom *dom = body->dom;

  for (guint i = 1; i < dom->n_nodes; i++)
    {
      const NpDomNode *at = &dom->nodes[i];
      guint column = i;
      Numbers numbers;

      if (body->marks[i] != 0)
        {
          i = at->end - 1;
          continue;
        }
      if (at->tag != GUMBO_TAG_PRE)
        continue;
      while (dom->nodes[column].parent != NP_DOM_NONE && dom->nodes[column].tag != GUMBO_TAG_TD
             && dom->nodes[dom->nodes[column].parent].chars == at->chars)
        column = dom->nodes[column].parent;
      if (is_numbers (dom, i, &numbers) && (is_beside_code (dom, i) || is_beside_code (dom, column)))
        body->marks[column] |= NP_BODY_GONE;
      else
        mark_in_code (body, i);
      i = at->end - 1;
    }
}
