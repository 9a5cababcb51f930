#include "ui/speech/np-sentences.h"

#include <pango/pango.h>
#include <string.h>

/* After these a sentence goes on, though a capital follows the dot. Unicode's rules (UAX #29) know no words. */
static const char *const abbreviations[] = { "Mr",  "Mrs", "Ms", "Dr",  "St",   "Prof", "Sen",  "Rep", "Gov",
                                             "Gen", "Col", "Lt", "Sgt", "Capt", "Jr",   "Sr",   "No",  "vs",
                                             "Hon", "Rev", "Fr", "Mme", "Mlle", "MM",   "Hr",   "Sra", "Dra",
                                             "Nr",  "bzw", "ca", "Inc", "Ltd",  "Co",   "Corp", NULL };

/* The word before the dot at the end of @text, up to @end bytes. */
static gboolean
ends_in_abbreviation (const char *text, const char *end)
{
  const char *last = end, *word;
  g_autofree char *copy = NULL;

  while (last > text && g_ascii_isspace (last[-1]))
    last--;
  if (last == text || last[-1] != '.')
    return FALSE;
  last--;
  for (word = last; word > text; word = g_utf8_prev_char (word))
    if (!g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (word))))
      break;
  if (word == last)
    return FALSE;
  /* An initial: "J. Edgar", "U.S." */
  if (g_utf8_next_char (word) == last && g_unichar_isupper (g_utf8_get_char (word)))
    return TRUE;
  copy = g_strndup (word, (gsize) (last - word));
  return g_strv_contains (abbreviations, copy);
}

static gboolean
has_words (const char *start, const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Adds [@start, @end) without white space around it; what holds no word goes with the sentence before. */
static void
add (GArray *sentences, const char *text, int start, int end)
{
  const char *from = g_utf8_offset_to_pointer (text, start), *to = g_utf8_offset_to_pointer (text, end);

  while (from < to && g_unichar_isspace (g_utf8_get_char (from)))
    {
      from = g_utf8_next_char (from);
      start++;
    }
  while (to > from && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (to))))
    {
      to = g_utf8_prev_char (to);
      end--;
    }
  if (has_words (from, to))
    {
      NpSentence sentence = { start, end };

      g_array_append_val (sentences, sentence);
    }
  else if (sentences->len > 0 && end > start)
    g_array_index (sentences, NpSentence, sentences->len - 1).end = end;
}

/**
 * np_sentences_split:
 * @text: a paragraph
 * @language: (nullable): BCP 47
 *
 * Returns: (transfer full) (element-type NpSentence): its sentences in order; what holds no word at all is in none
 */
GArray *
np_sentences_split (const char *text, const char *language)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (NpSentence));
  int length = (int) g_utf8_strlen (text, -1), start = 0;
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, length + 1);
  const char *at = text;

  pango_get_log_attrs (text, (int) strlen (text), -1, pango_language_from_string (language), attrs, length + 1);
  for (int i = 1; i <= length; i++)
    {
      at = g_utf8_next_char (at);
      /* “Did you?” she asked. */
      if (i < length
          && (!attrs[i].is_sentence_boundary || ends_in_abbreviation (text, at)
              || g_unichar_islower (g_utf8_get_char (at))))
        continue;
      add (sentences, text, start, i);
      start = i;
    }
  return sentences;
}
