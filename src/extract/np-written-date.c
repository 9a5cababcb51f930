#include "extract/np-written-date.h"

#include "extract/np-written-date-reader.h"

#include <string.h>

/* Longer texts hold prose, not a date line. */
#define MAX_BYTES 600

/* Since then summer time in North America has followed the rules that np_date_zone_get_offset() knows. */
#define FIRST_SEASONAL_YEAR 1987

static char *
reader_to_iso (const NpDateReader *r)
{
  GString *iso;

  if (r->day == 0)
    return NULL;
  iso = g_string_new (NULL);
  g_string_printf (iso, "%04d-%02d-%02d", r->year, r->month, r->day);
  if (r->hour < 0)
    return g_string_free (iso, FALSE);
  g_string_append_printf (iso, "T%02d:%02d", r->hour, r->minute);
  if (r->second >= 0)
    g_string_append_printf (iso, ":%02d", r->second);
  if (r->has_zone && (!r->zone.summer || r->year >= FIRST_SEASONAL_YEAR))
    {
      int offset = np_date_zone_get_offset (&r->zone, r->year, r->month, r->day, r->hour);

      if (offset == 0)
        g_string_append_c (iso, 'Z');
      else
        g_string_append_printf (iso, "%c%02d:%02d", offset < 0 ? '-' : '+', ABS (offset) / 60, ABS (offset) % 60);
    }
  return g_string_free (iso, FALSE);
}

/* Such a sign is less than a word. */
static gboolean
is_ideograph (const char *word)
{
  gunichar c = g_utf8_get_char (word);

  return c >= 0x3040 && c <= 0x9FFF;
}

static void
count_others (const NpDateReader *r, NpWrittenDate *date)
{
  guint ideographs = 0;

  for (guint i = 0; i < r->n; i++)
    {
      const NpDateToken *token = &r->tokens[i];

      if (token->type == NP_DATE_TOKEN_MARK || token->used)
        continue;
      if (token->type == NP_DATE_TOKEN_WORD && token->known.kinds == 0 && is_ideograph (token->word))
        ideographs++;
      else if (token->type == NP_DATE_TOKEN_NUMBER
                   ? !(token->digits <= 2 && np_date_reader_is_kind (r, i + 1, NP_DATE_WORD_FILLER))
                   : token->known.kinds == 0 && !token->is_zone)
        date->other_words++;
      if (token->type == NP_DATE_TOKEN_NUMBER
          && np_date_reader_is_kind (r, i + 1, NP_DATE_WORD_FILLER | NP_DATE_WORD_MONTH))
        date->dated = TRUE;
    }
  date->other_words += (ideographs + 3) / 4;
}

static char *
read_part (NpDateToken *tokens, guint n, const char *language, NpWrittenDate *date)
{
  NpDateReader r = { .tokens = tokens, .n = n, .language = language, .hour = -1, .minute = -1, .second = -1 };

  np_date_reader_read_day (&r);
  date->dated |= r.day != 0 || r.unsure || r.hour >= 0;
  count_others (&r, date);
  return reader_to_iso (&r);
}

/**
 * np_written_date_read:
 * @text: (nullable): a line of a page: "Published May 31, 2018, 3:48 PM EDT | Updated June 1, 2018"
 * @language: (nullable): the language of the page, BCP 47, better with its region; decides what nothing else does
 * @date: (out): what it says; clear it with np_written_date_clear()
 *
 * Reads the first date before, and the first behind, a word that means "updated"; none behind one that means "until".
 * What is not certain is not given: a
 * date whose order of day and month nothing tells, a date without a year, a zone that is not written or whose
 * abbreviation means several, unless the region tells which.
 */
void
np_written_date_read (const char *text, const char *language, NpWrittenDate *date)
{
  g_autoptr (GArray) tokens = NULL;
  guint first = 0, label = 0;

  memset (date, 0, sizeof *date);
  if (text == NULL || strlen (text) > MAX_BYTES)
    return;
  tokens = np_date_tokens_new (text, language);
  if (tokens->len == 0)
    return;
  for (guint i = 0; i <= tokens->len; i++)
    {
      NpDateToken *token = i < tokens->len ? &g_array_index (tokens, NpDateToken, i) : NULL;
      guint kinds = token != NULL ? token->known.kinds : NP_DATE_WORD_PUBLISHED;
      g_autofree char *time = NULL;
      char **place = label == NP_DATE_WORD_UPDATED ? &date->updated : &date->published;

      kinds &= NP_DATE_WORD_PUBLISHED | NP_DATE_WORD_UPDATED | NP_DATE_WORD_UNTIL;
      if (kinds == 0)
        continue;
      time = read_part (&g_array_index (tokens, NpDateToken, first), i - first, language, date);
      if (*place == NULL && label != NP_DATE_WORD_UNTIL)
        *place = g_steal_pointer (&time);
      first = i + 1;
      label = kinds;
    }
}

/**
 * np_written_date_clear:
 * @date: what np_written_date_read() gave
 */
void
np_written_date_clear (NpWrittenDate *date)
{
  g_clear_pointer (&date->published, g_free);
  g_clear_pointer (&date->updated, g_free);
}

/**
 * np_written_date_parse:
 * @text: (nullable): a line of a page
 * @language: (nullable): the language of the page, BCP 47
 *
 * Returns: (transfer full) (nullable): the date of publishing, or else of the change, as np_written_date_read() finds
 *   it
 */
char *
np_written_date_parse (const char *text, const char *language)
{
  g_auto (NpWrittenDate) date = { 0 };

  np_written_date_read (text, language, &date);
  return date.published != NULL ? g_steal_pointer (&date.published) : g_steal_pointer (&date.updated);
}
