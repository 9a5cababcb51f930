#include "index/np-snippet.h"

#include "index/np-phrase.h"

#include "base/np-text.h"

#include <string.h>

/* How long a snippet is, how much of it stands before the first match, and how far to look, in bytes and matches. */
#define LENGTH      180
#define BEFORE      60
#define MAX_MATCHES 64

static void
list_wanted (const NpTerm *term, GPtrArray *phrases)
{
  if (term == NULL || term->kind == NP_TERM_NOT)
    return;
  if (term->kind == NP_TERM_TEXT)
    {
      NpPhrase *phrase = np_phrase_new (term);

      if (phrase != NULL)
        g_ptr_array_add (phrases, phrase);
    }
  for (guint i = 0; term->children != NULL && i < term->children->len; i++)
    list_wanted (term->children->pdata[i], phrases);
}

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const NpStretch *first = a, *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static GArray *
find_matches (GPtrArray *phrases, NpPart part, const char *text)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (NpStretch));

  for (guint i = 0; i < phrases->len; i++)
    {
      const NpPhrase *phrase = phrases->pdata[i];

      if (phrase->part == NP_N_PARTS || phrase->part == part)
        np_phrase_find (phrase, text, MAX_MATCHES, stretches);
    }
  g_array_sort (stretches, compare_stretches);
  return stretches;
}

/* The first match of the stretch of LENGTH bytes that has the most matches in it. */
static guint
find_densest (GArray *stretches)
{
  guint best = 0, most = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      gsize start = g_array_index (stretches, NpStretch, i).start;
      guint n = 0;

      while (i + n < stretches->len && g_array_index (stretches, NpStretch, i + n).end < start + LENGTH - BEFORE)
        n++;
      if (n > most)
        {
          most = n;
          best = i;
        }
    }
  return best;
}

/* A place near @at where a word begins or ends, never inside a character. */
static gsize
word_edge (const char *text, gsize at, gsize end)
{
  gsize edge = at;

  while (edge < end && edge < at + 24 && text[edge] != ' ' && text[edge] != '\n')
    edge++;
  if (edge == end || text[edge] == ' ' || text[edge] == '\n')
    return edge;
  while (at > 0 && ((guchar) text[at] & 0xC0) == 0x80)
    at--;
  return at;
}

/* Marks are signs of control: a text that has them of its own loses them. */
static void
append_plain (GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] != '\x02' && text[i] != '\x03')
      g_string_append_c (out, text[i] == '\n' || text[i] == '\t' ? ' ' : text[i]);
}

/* The text from @from to @to, with the marks of the stretches from the one with the number @i on. */
static void
append_marked (GString *out, const char *text, gsize from, gsize to, GArray *stretches, guint i)
{
  gsize at = from;

  for (; i < stretches->len; i++)
    {
      NpStretch *match = &g_array_index (stretches, NpStretch, i);

      if (match->end > to)
        break;
      if (match->start < at)
        continue;
      append_plain (out, text + at, match->start - at);
      g_string_append_c (out, '\x02');
      append_plain (out, text + match->start, match->end - match->start);
      g_string_append_c (out, '\x03');
      at = match->end;
    }
  append_plain (out, text + at, to - at);
}

static char *
make (const char *text, GArray *stretches)
{
  gsize length = strlen (text), first, from, to;
  GString *out = g_string_new (NULL);
  guint i = find_densest (stretches);

  first = g_array_index (stretches, NpStretch, i).start;
  from = first > BEFORE ? MIN (word_edge (text, first - BEFORE, length), first) : 0;
  to = MAX (from + LENGTH, g_array_index (stretches, NpStretch, i).end);
  to = to < length ? word_edge (text, to, length) : length;
  if (from > 0)
    g_string_append (out, "…");
  while (from < first && text[from] == ' ')
    from++;
  append_marked (out, text, from, to, stretches, i);
  if (to < length)
    g_string_append (out, "…");
  return g_string_free (out, FALSE);
}

/**
 * np_snippet_new:
 * @text: a story's text
 * @term: (nullable): a search
 *
 * Returns: (transfer full) (nullable): the words around the matches of @term, each match between \x02 and \x03; `NULL`
 *   when they are all in the headline, or none
 */
char *
np_snippet_new (const NpStoryText *text, const NpTerm *term)
{
  static const NpPart order[] = { NP_PART_DECK, NP_PART_BODY, NP_PART_CAPTIONS, NP_PART_CREDITS,
                                  NP_PART_NOTE, NP_PART_BY,   NP_PART_OTHER };
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) np_phrase_free);

  list_wanted (term, phrases);
  for (guint i = 0; phrases->len > 0 && i < G_N_ELEMENTS (order); i++)
    {
      const char *part = text->parts[order[i]];
      g_autoptr (GArray) stretches = find_matches (phrases, order[i], part);

      if (stretches->len > 0)
        return make (part, stretches);
    }
  return NULL;
}

/**
 * np_snippet_mark_headline:
 * @text: a story's text
 * @term: (nullable): a search
 *
 * Returns: (transfer full) (nullable): the headline, each match of @term in it between \x02 and \x03; `NULL` for none
 */
char *
np_snippet_mark_headline (const NpStoryText *text, const NpTerm *term)
{
  const char *headline = text->parts[NP_PART_HEADLINE];
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) np_phrase_free);
  g_autoptr (GArray) stretches = NULL;
  GString *out;

  list_wanted (term, phrases);
  stretches = find_matches (phrases, NP_PART_HEADLINE, headline);
  if (stretches->len == 0)
    return NULL;
  out = g_string_new (NULL);
  append_marked (out, headline, 0, strlen (headline), stretches, 0);
  return g_string_free (out, FALSE);
}

/**
 * np_snippet_find:
 * @term: (nullable): a search
 * @text: valid UTF-8
 *
 * Looks for what @term wants anywhere, not for what it wants in a certain part of a story.
 *
 * Returns: (transfer full) (element-type NpStretch): the matches in their order, some hundred at the most; they may
 *   overlap
 */
GArray *
np_snippet_find (const NpTerm *term, const char *text)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) np_phrase_free);

  list_wanted (term, phrases);
  for (guint i = phrases->len; i > 0; i--)
    if (((NpPhrase *) phrases->pdata[i - 1])->part != NP_N_PARTS)
      g_ptr_array_remove_index (phrases, i - 1);
  return find_matches (phrases, NP_N_PARTS, text);
}
