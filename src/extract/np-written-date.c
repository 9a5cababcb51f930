#include "extract/np-written-date.h"

#include "extract/np-written-date-reader.h"

#include <string.h>

/* Longer texts hold prose, not a date line. */
#define MAX_BYTES 600

static gboolean
set_date (NpDateReader *r, int year, int month, int day)
{
  if (year >= 2400 && year < 2700)
    year -= 543; /* the Thai calendar counts from the Buddha's death */
  if (year < 1500 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  r->year = year;
  r->month = month;
  r->day = day;
  return TRUE;
}

/* Languages in which figures stand as day, month, year wherever they are spoken. */
static gboolean
language_is_day_first (const char *language)
{
  static const char *const languages[] = { "de", "fr", "es", "it", "pt", "nl", "da", "nb", "no", "nn", "fi",
                                           "is", "pl", "cs", "sk", "hr", "sl", "sr", "bg", "mk", "ru", "uk",
                                           "be", "ro", "el", "tr", "az", "et", "lv", "id", "ms", "vi", "ca",
                                           "gl", "sq", "he", "ar", "hi", "bn", "th", "ka", "hy", "kk" };
  static const char *const regions[] = { "en-gb", "en-ie", "en-au", "en-nz", "en-in", "en-za" };

  if (language == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++)
    if (g_ascii_strcasecmp (language, regions[i]) == 0)
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcspn (language, "-_") == strlen (languages[i])
        && g_ascii_strncasecmp (language, languages[i], strlen (languages[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
weekday_agrees (const NpDateReader *r, int year, int month, int day)
{
  guint bits = 0;
  GDate date;

  for (guint i = 0; i < r->n; i++)
    if (np_date_reader_is_kind (r, i, NP_DATE_WORD_WEEKDAY))
      bits |= r->tokens[i].known.weekdays;
  if (bits == 0 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (bits & 1u << (g_date_get_weekday (&date) - G_DATE_MONDAY)) != 0;
}

/* 11/12/2014 is certain only when something else tells the order: a number above 12, the weekday, the language. */
static void
set_figures (NpDateReader *r, int a, int b, int year)
{
  gboolean day_first = b > 12 ? FALSE : a > 12;
  gboolean sure = a > 12 || b > 12 || a == b;

  if (!sure)
    {
      gboolean first = weekday_agrees (r, year, b, a), second = weekday_agrees (r, year, a, b);

      day_first = first;
      sure = first != second;
    }
  if (!sure && g_strcmp0 (r->language, "en-US") == 0)
    sure = TRUE;
  else if (!sure)
    {
      day_first = language_is_day_first (r->language);
      for (guint i = 0; i < r->n && !day_first; i++)
        day_first = np_date_reader_is_kind (r, i, NP_DATE_WORD_DAY_FIRST);
      sure = day_first;
    }
  if (!sure || !set_date (r, year, day_first ? b : a, day_first ? a : b))
    r->unsure = TRUE;
}

/* 2018-05-31, 31/05/2018, 5 .7 .2018, 31.05.18 */
static gboolean
read_figures (NpDateReader *r, guint i)
{
  const NpDateToken *t = &r->tokens[i];
  gunichar mark;

  if (!np_date_reader_is_number (r, i) || !np_date_reader_is_number (r, i + 2) || !np_date_reader_is_number (r, i + 4)
      || r->tokens[i + 1].type != NP_DATE_TOKEN_MARK)
    return FALSE;
  mark = r->tokens[i + 1].mark;
  if ((mark != '/' && mark != '-' && mark != '.') || !np_date_reader_is_mark (r, i + 3, mark) || t[2].digits > 2)
    return FALSE;
  if (t[0].digits == 4 && t[4].digits <= 2)
    {
      if (!set_date (r, t[0].value, t[2].value, t[4].value))
        return FALSE;
    }
  else if (t[0].digits <= 2 && t[4].digits == 4 && t[4].value >= 1500 && t[4].value < 2700)
    set_figures (r, t[0].value, t[2].value, t[4].value);
  else if (t[0].digits <= 2 && t[4].digits == 2 && (mark != '-' || t[0].value > 31))
    {
      /* Two figures of the year: taken only where no other order gives a date. */
      if (mark == '.' && t[0].value > 12 && t[2].value <= 12 && t[4].value > 12 && t[4].value < 69)
        set_date (r, 2000 + t[4].value, t[2].value, t[0].value);
      else if (mark == '/' && t[2].value > 12 && t[0].value <= 12 && t[4].value > 12 && t[4].value < 69)
        set_date (r, 2000 + t[4].value, t[0].value, t[2].value);
      else
        r->unsure = TRUE;
    }
  else
    return FALSE;
  np_date_reader_use (r, i, i + 4);
  return TRUE;
}

static gboolean
is_year_sign (const NpDateReader *r, guint i)
{
  return np_date_reader_is_word (r, i, "年")
         || np_date_reader_is_word (r, i, "\u1102\u1167\u11ab"); /* 년, taken apart by folding */
}

/* 2015年4月8日, 2015년 4월 8일 */
static gboolean
read_signs (NpDateReader *r, guint i)
{
  if (!np_date_reader_is_number (r, i) || r->tokens[i].digits != 4 || !is_year_sign (r, i + 1)
      || !np_date_reader_is_number (r, i + 2) || i + 3 >= r->n || r->tokens[i + 3].type != NP_DATE_TOKEN_WORD
      || !np_date_reader_is_number (r, i + 4)
      || !set_date (r, r->tokens[i].value, r->tokens[i + 2].value, r->tokens[i + 4].value))
    return FALSE;
  np_date_reader_use (r, i, i + 4);
  return TRUE;
}

static gboolean
is_day (const NpDateReader *r, guint i)
{
  return np_date_reader_is_number (r, i) && r->tokens[i].digits <= 2 && r->tokens[i].value >= 1
         && r->tokens[i].value <= 31;
}

static gboolean
is_year (const NpDateReader *r, guint i)
{
  return np_date_reader_is_number (r, i) && r->tokens[i].digits == 4 && r->tokens[i].value >= 1500
         && r->tokens[i].value < 2700;
}

static gboolean
is_passed_over (const NpDateReader *r, guint i)
{
  return r->tokens[i].used || r->tokens[i].type == NP_DATE_TOKEN_MARK
         || (np_date_reader_is_kind (r, i, NP_DATE_WORD_FILLER | NP_DATE_WORD_WEEKDAY | NP_DATE_WORD_NOON)
             && !np_date_reader_is_kind (r, i, NP_DATE_WORD_MONTH));
}

/* The nearest number in one direction with nothing but marks and small words between; @r->n when there is none. */
static guint
find_number (const NpDateReader *r, guint from, int step)
{
  for (guint i = from + (guint) step; i < r->n; i += (guint) step)
    {
      if (np_date_reader_is_number (r, i))
        return i;
      if (!is_passed_over (r, i))
        break;
    }
  return r->n;
}

/* "listopada" is October in Croatian, November in Polish: the language tells, or the point behind the day. */
static int
choose_month (const NpDateReader *r, guint i, guint day)
{
  const NpDateToken *token = &r->tokens[i];
  guint bits = r->language != NULL ? np_date_words_lookup_month (token->word, r->language) : 0;

  if (bits == 0)
    bits = token->known.months;
  if (bits != 0 && (bits & (bits - 1)) != 0 && np_date_reader_is_mark (r, day + 1, '.') && day < i)
    {
      guint croatian = np_date_words_lookup_month (token->word, "hr");
      bits = croatian != 0 ? croatian : bits;
    }
  return bits != 0 && (bits & (bits - 1)) == 0 ? g_bit_nth_lsf (bits, -1) : 0;
}

/* 31 May 2018 · May 31, 2018 · 2018 May 31 · 2018, 31 May */
static gboolean
read_named (NpDateReader *r, guint i)
{
  guint before = find_number (r, i, -1), after = find_number (r, i, 1), day, year, last;
  int month;

  last = after < r->n && is_day (r, after) ? find_number (r, after, 1) : r->n;
  if (is_day (r, before) && is_year (r, after))
    day = before, year = after;
  else if (before + 1 == i && is_day (r, before) && is_day (r, after) && is_year (r, last))
    return r->unsure = TRUE; /* "12 May 18, 2018": two days, or a span */
  else if (is_day (r, after) && is_year (r, last))
    day = after, year = last;
  else if (is_year (r, before) && is_day (r, after))
    day = after, year = before;
  else if (is_day (r, before) && (year = find_number (r, before, -1)) < r->n && is_year (r, year))
    day = before;
  else if (is_day (r, before) && np_date_reader_is_mark (r, i + 1, '\'') && np_date_reader_is_number (r, i + 2)
           && r->tokens[i + 2].digits == 2)
    day = before, year = i + 2;
  else
    return FALSE;
  month = choose_month (r, i, day);
  if (month == 0)
    r->unsure = TRUE;
  else if (!set_date (r, r->tokens[year].digits == 2 ? 2000 + r->tokens[year].value : r->tokens[year].value, month,
                      r->tokens[day].value))
    return FALSE;
  np_date_reader_use (r, day, day);
  np_date_reader_use (r, year, year);
  np_date_reader_use (r, i, i);
  return TRUE;
}

/* "tháng 5", "5月", "5월": the month in figures beside its sign. */
static void
name_figured_months (NpDateReader *r)
{
  for (guint i = 0; i < r->n; i++)
    if (np_date_reader_is_word (r, i, "thang") && np_date_reader_is_number (r, i + 1) && r->tokens[i + 1].value >= 1
        && r->tokens[i + 1].value <= 12)
      {
        r->tokens[i].known.kinds = NP_DATE_WORD_MONTH;
        r->tokens[i].known.months = 1u << r->tokens[i + 1].value;
        np_date_reader_use (r, i + 1, i + 1);
      }
}

static void
read_dates (NpDateReader *r)
{
  for (guint i = 0; i < r->n && r->day == 0 && !r->unsure; i++)
    if (!read_figures (r, i))
      read_signs (r, i);
  np_date_reader_read_times (r);
  name_figured_months (r);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < r->n && r->day == 0 && !r->unsure; i++)
      if (np_date_reader_is_kind (r, i, NP_DATE_WORD_MONTH)
          && np_date_reader_is_kind (r, i, NP_DATE_WORD_WEEKDAY) == (pass == 1))
        read_named (r, i);
  if (r->hour < 0 && r->day != 0)
    np_date_reader_read_times (r);
}

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
  if (r->has_zone && r->offset == 0)
    g_string_append_c (iso, 'Z');
  else if (r->has_zone)
    g_string_append_printf (iso, "%c%02d:%02d", r->offset < 0 ? '-' : '+', ABS (r->offset) / 60, ABS (r->offset) % 60);
  return g_string_free (iso, FALSE);
}

static void
count_others (const NpDateReader *r, NpWrittenDate *date)
{
  for (guint i = 0; i < r->n; i++)
    {
      const NpDateToken *token = &r->tokens[i];

      if (token->type == NP_DATE_TOKEN_MARK || token->used)
        continue;
      if (token->type == NP_DATE_TOKEN_NUMBER
              ? !(token->digits <= 2 && np_date_reader_is_kind (r, i + 1, NP_DATE_WORD_FILLER))
              : token->known.kinds == 0)
        date->other_words++;
      if (token->type == NP_DATE_TOKEN_NUMBER
          && np_date_reader_is_kind (r, i + 1, NP_DATE_WORD_FILLER | NP_DATE_WORD_MONTH))
        date->dated = TRUE;
    }
}

static char *
read_part (NpDateToken *tokens, guint n, const char *language, NpWrittenDate *date)
{
  NpDateReader r = { .tokens = tokens, .n = n, .language = language, .hour = -1, .minute = -1, .second = -1 };

  read_dates (&r);
  date->dated |= r.day != 0 || r.unsure || r.hour >= 0;
  count_others (&r, date);
  return reader_to_iso (&r);
}

/**
 * np_written_date_read:
 * @text: (nullable): a line of a page: "Published May 31, 2018, 3:48 PM EDT | Updated June 1, 2018"
 * @language: (nullable): the language of the page, BCP 47; decides what nothing else does
 * @date: (out): what it says; clear it with np_written_date_clear()
 *
 * Reads the first date before, and the first behind, a word that means "updated". What is not certain is not given: a
 * date whose order of day and month nothing tells, a date without a year, a zone that is not written or whose
 * abbreviation means several.
 */
void
np_written_date_read (const char *text, const char *language, NpWrittenDate *date)
{
  g_autoptr (GArray) tokens = NULL;
  guint first = 0;
  gboolean update = FALSE;

  memset (date, 0, sizeof *date);
  if (text == NULL || strlen (text) > MAX_BYTES)
    return;
  tokens = np_date_tokens_new (text);
  if (tokens->len == 0)
    return;
  for (guint i = 0; i <= tokens->len; i++)
    {
      NpDateToken *token = i < tokens->len ? &g_array_index (tokens, NpDateToken, i) : NULL;
      guint kinds = token != NULL ? token->known.kinds : NP_DATE_WORD_PUBLISHED;
      g_autofree char *time = NULL;
      char **place = update ? &date->updated : &date->published;

      if ((kinds & (NP_DATE_WORD_PUBLISHED | NP_DATE_WORD_UPDATED)) == 0)
        continue;
      time = read_part (&g_array_index (tokens, NpDateToken, first), i - first, language, date);
      if (*place == NULL)
        *place = g_steal_pointer (&time);
      first = i + 1;
      update = (kinds & NP_DATE_WORD_UPDATED) != 0;
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
