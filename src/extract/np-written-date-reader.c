#include "extract/np-written-date-reader.h"

#include <string.h>

/* The words that tell the half of the day. */
#define HALVES (NP_DATE_WORD_AM | NP_DATE_WORD_PM | NP_DATE_WORD_NIGHT | NP_DATE_WORD_NOON)

/**
 * np_date_reader_is_number:
 *
 * Returns: whether token @i is a number that has no meaning yet; past the last token nothing is
 */
gboolean
np_date_reader_is_number (const NpDateReader *r, guint i)
{
  return i < r->n && r->tokens[i].type == NP_DATE_TOKEN_NUMBER && !r->tokens[i].used;
}

/**
 * np_date_reader_is_mark:
 *
 * Returns: whether token @i is the mark @mark; past the last token nothing is
 */
gboolean
np_date_reader_is_mark (const NpDateReader *r, guint i, gunichar mark)
{
  return i < r->n && r->tokens[i].type == NP_DATE_TOKEN_MARK && r->tokens[i].mark == mark;
}

/**
 * np_date_reader_is_kind:
 *
 * Returns: whether token @i is a word that can be one of @kinds; past the last token nothing is
 */
gboolean
np_date_reader_is_kind (const NpDateReader *r, guint i, guint kinds)
{
  return i < r->n && r->tokens[i].type == NP_DATE_TOKEN_WORD && (r->tokens[i].known.kinds & kinds) != 0;
}

/**
 * np_date_reader_is_word:
 *
 * Returns: whether token @i is the folded word @word; past the last token nothing is
 */
gboolean
np_date_reader_is_word (const NpDateReader *r, guint i, const char *word)
{
  return i < r->n && r->tokens[i].type == NP_DATE_TOKEN_WORD && strcmp (r->tokens[i].word, word) == 0;
}

/**
 * np_date_reader_use:
 *
 * Marks the tokens @first to @last as understood.
 */
void
np_date_reader_use (NpDateReader *r, guint first, guint last)
{
  for (guint i = first; i <= last && i < r->n; i++)
    r->tokens[i].used = TRUE;
}

static gboolean
is_two_figures (const NpDateReader *r, guint i, int limit)
{
  return np_date_reader_is_number (r, i) && r->tokens[i].digits == 2 && r->tokens[i].value < limit;
}

/* Passes over "de la", "in the" between an hour and the half of the day. */
static guint
skip_small_words (const NpDateReader *r, guint i)
{
  for (guint n = 0; n < 3; n++, i++)
    if (!np_date_reader_is_kind (r, i, NP_DATE_WORD_FILLER) || np_date_reader_is_kind (r, i, HALVES))
      break;
  return i;
}

static void
apply_half_of_day (NpDateReader *r, guint i)
{
  gboolean pm = np_date_reader_is_kind (r, i, NP_DATE_WORD_PM);

  /* Two at night is in the morning, eleven at night is not. */
  if (np_date_reader_is_kind (r, i, NP_DATE_WORD_NIGHT))
    pm = r->hour >= 6 && r->hour < 12;
  /* "12 del mediodía", "中午12:10" */
  if (np_date_reader_is_kind (r, i, NP_DATE_WORD_NOON) && !np_date_reader_is_kind (r, i, NP_DATE_WORD_AM))
    pm = r->hour < 10 || r->hour == 12;
  if (r->hour == 12)
    r->hour = pm ? 12 : 0;
  else if (pm)
    r->hour += 12;
  np_date_reader_use (r, i, i);
}

/* The word for the half of the day before an hour, as in "下午3:48"; @r->n when there is none. In "am 5. Mai" and
 * "Sa 5. Mai" it is none: those that mean something else too, and those before an hour without minutes, are not taken.
 */
static guint
find_half_before (const NpDateReader *r, guint first, guint last)
{
  guint i = first;

  if (i > 1 && np_date_reader_is_kind (r, i - 1, NP_DATE_WORD_FILLER) && np_date_reader_is_kind (r, i - 2, HALVES))
    i--;
  if (i == 0 || !np_date_reader_is_kind (r, i - 1, HALVES)
      || np_date_reader_is_kind (r, i - 1, NP_DATE_WORD_FILLER | NP_DATE_WORD_WEEKDAY))
    return r->n;
  return last > first || !g_ascii_isalpha (*r->tokens[i - 1].word) ? i - 1 : r->n;
}

/* Whether a word near the hour at @first … @last says that 5.45 or 3 is a time of day; makes 24 hours of 12. */
static gboolean
read_half_of_day (NpDateReader *r, guint first, guint last)
{
  gboolean found = FALSE;
  guint after = last + 1;

  if (np_date_reader_is_mark (r, after, '.') || np_date_reader_is_kind (r, after, NP_DATE_WORD_HOUR))
    {
      found |= np_date_reader_is_kind (r, after, NP_DATE_WORD_HOUR);
      after++;
    }
  if (!np_date_reader_is_kind (r, after, HALVES))
    after = skip_small_words (r, after);
  if (!np_date_reader_is_kind (r, after, HALVES))
    after = find_half_before (r, first, last);
  if (np_date_reader_is_kind (r, after, HALVES) && r->hour <= 12)
    {
      apply_half_of_day (r, after);
      found = TRUE;
    }
  after = first > 0 && np_date_reader_is_mark (r, first - 1, '.') ? first - 1 : first;
  if (after > 0 && np_date_reader_is_kind (r, after - 1, NP_DATE_WORD_FILLER)
      && np_date_reader_is_kind (r, after - 1, NP_DATE_WORD_DAY_FIRST))
    found = TRUE;
  return found;
}

/* "+02:00", "-0400", and behind a name "+2". */
static void
read_offset (NpDateReader *r, guint i)
{
  const NpDateToken *t;
  int sign, minutes = -1;
  guint last = i + 1;

  if ((!np_date_reader_is_mark (r, i, '+') && !np_date_reader_is_mark (r, i, '-'))
      || !np_date_reader_is_number (r, i + 1) || r->tokens[i + 1].spaced)
    return;
  t = &r->tokens[i + 1];
  sign = r->tokens[i].mark == '-' ? -1 : 1;
  if (t->digits == 4 && t->value <= 1400 && t->value % 100 < 60)
    minutes = t->value / 100 * 60 + t->value % 100;
  else if (t->digits <= 2 && t->value <= 14 && np_date_reader_is_mark (r, i + 2, ':') && is_two_figures (r, i + 3, 60))
    {
      minutes = t->value * 60 + r->tokens[i + 3].value;
      last = i + 3;
    }
  else if (t->digits <= 2 && t->value <= 14 && r->has_zone)
    minutes = t->value * 60;
  if (minutes < 0)
    return;
  r->has_zone = TRUE;
  r->zone.offset = sign * minutes;
  np_date_reader_use (r, i, last);
}

static void
read_zone (NpDateReader *r, guint i)
{
  while (i < r->n
         && (r->tokens[i].used || np_date_reader_is_mark (r, i, '.') || np_date_reader_is_mark (r, i, '(')
             || np_date_reader_is_mark (r, i, '[')
             || (np_date_reader_is_kind (r, i, NP_DATE_WORD_HOUR | NP_DATE_WORD_MINUTE) && !r->tokens[i].is_zone)))
    i++;
  if (i < r->n && r->tokens[i].is_zone)
    {
      r->has_zone = TRUE;
      r->zone = r->tokens[i].zone;
      np_date_reader_use (r, i, i);
      if (r->zone.offset != 0)
        return;
      i++;
    }
  read_offset (r, i);
}

/* Reads 15:48, 15.48 and 15:48:09.123 from token @i on; gives the last token, @i when there are no minutes. */
static guint
read_minutes (NpDateReader *r, guint i)
{
  guint last = i + 2;

  if ((!np_date_reader_is_mark (r, i + 1, ':') && !np_date_reader_is_mark (r, i + 1, '.'))
      || !is_two_figures (r, i + 2, 60))
    return i;
  /* "05.11.2018" and "31.05.11" hold no time of day. */
  if (np_date_reader_is_mark (r, i + 1, '.')
      && ((np_date_reader_is_mark (r, i + 3, '.') && i + 4 < r->n && r->tokens[i + 4].digits == 4)
          || (i > 1 && np_date_reader_is_mark (r, i - 1, '.') && r->tokens[i - 2].type == NP_DATE_TOKEN_NUMBER
              && !r->tokens[i].spaced)))
    return i;
  r->minute = r->tokens[i + 2].value;
  if (np_date_reader_is_mark (r, last + 1, r->tokens[i + 1].mark) && is_two_figures (r, last + 2, 60))
    {
      r->second = r->tokens[last + 2].value;
      last += 2;
      if (np_date_reader_is_mark (r, last + 1, '.') && np_date_reader_is_number (r, last + 2)
          && !r->tokens[last + 2].spaced && r->tokens[last + 2].digits >= 3)
        last += 2;
    }
  return last;
}

/* Takes a time of day that begins at token @i; 15:48, 15:48:09.123, 3:48 PM, 14h40, 3 pm, kl. 5.45, 3時48分 */
static gboolean
read_time (NpDateReader *r, guint i)
{
  guint last = i;
  gboolean sure = FALSE;

  if (!np_date_reader_is_number (r, i) || r->tokens[i].digits > 2 || r->tokens[i].value > 24)
    return FALSE;
  r->hour = r->tokens[i].value;
  r->minute = 0;
  r->second = -1;
  last = read_minutes (r, i);
  /* Two numbers with a point are a time of day beside a full date only: otherwise they could be the date. */
  if (last > i)
    sure =
        np_date_reader_is_mark (r, i + 1, ':') || (r->day != 0 && !r->tokens[i + 1].spaced && !r->tokens[i + 2].spaced);
  else if (np_date_reader_is_kind (r, i + 1, NP_DATE_WORD_HOUR)
           && (is_two_figures (r, i + 2, 60)
               || (np_date_reader_is_number (r, i + 2) && r->tokens[i + 2].digits == 1
                   && np_date_reader_is_kind (r, i + 3, NP_DATE_WORD_MINUTE))))
    {
      r->minute = r->tokens[i + 2].value;
      last = i + 2;
      sure = TRUE;
    }
  sure |= read_half_of_day (r, i, last);
  if (r->hour == 24 && r->minute == 0)
    r->hour = 0;
  if (!sure || r->hour > 23)
    {
      r->hour = -1;
      return FALSE;
    }
  np_date_reader_use (r, i, last);
  read_zone (r, last + 1);
  return TRUE;
}

/**
 * np_date_reader_read_times:
 * @r: a reader without a time of day
 *
 * Finds the first time of day and its zone, those with a colon before others.
 */
void
np_date_reader_read_times (NpDateReader *r)
{
  for (guint i = 0; i < r->n && r->hour < 0; i++)
    if (np_date_reader_is_mark (r, i + 1, ':'))
      read_time (r, i);
  for (guint i = 0; i < r->n && r->hour < 0; i++)
    read_time (r, i);
  for (guint i = 0; i < r->n && r->hour < 0; i++)
    if (np_date_reader_is_kind (r, i, NP_DATE_WORD_NOON))
      {
        r->hour = 12;
        r->minute = 0;
        np_date_reader_use (r, i, i);
      }
}
