#include "extract/np-written-date-reader.h"

#include <string.h>

static gboolean
set_date (NpDateReader *r, int year, int month, int day)
{
  if (year >= 2400 && year < 2700)
    year -= 543; /* the Thai calendar counts from the Buddha's death */
  if (year < 1500 || year > 2069 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  r->year = year;
  r->month = month;
  r->day = day;
  return TRUE;
}

/* Whether the language of a BCP 47 tag is one of a list that ends with `NULL`. */
static gboolean
is_in (const char *language, const char *const *languages)
{
  for (gsize i = 0; language != NULL && languages[i] != NULL; i++)
    if (strcspn (language, "-_") == strlen (languages[i])
        && g_ascii_strncasecmp (language, languages[i], strlen (languages[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Languages in which figures stand as year, month, day, also when the year has two of them. */
static const char *const year_first_languages[] = { "ja", "zh", "ko", "hu", NULL };

/* Languages whose papers count the days by the sun of Persia. */
static const char *const solar_languages[] = { "fa", "ps", "prs", "ckb", NULL };

/* Whether figures of the place where a page is from stand as day, month, year: the region decides, or else the
 * language, where it does so wherever it is spoken. */
static gboolean
is_day_first (const char *language)
{
  static const char *const languages[] = { "de", "fr", "es", "it", "pt", "nl", "da", "nb", "no", "nn", "fi", "is",
                                           "pl", "cs", "sk", "hr", "sl", "sr", "bg", "mk", "ru", "uk", "be", "ro",
                                           "el", "tr", "az", "et", "lv", "id", "ms", "vi", "ca", "gl", "sq", "he",
                                           "ar", "hi", "bn", "th", "ka", "hy", "kk", "mr", "ta", "te", "ur", "gu",
                                           "ml", "kn", "pa", "lb", "sw", "bs", "mt", "ga", "cy", NULL };
  static const char *const regions[] = { "GB", "IE", "AU", "NZ", "IN", "ZA", "NG", "KE", "SG", "MY", "HK", "PK", "MT",
                                         "JM", "GH", "DE", "AT", "CH", "LI", "FR", "BE", "NL", "LU", "IT", "ES", "PT",
                                         "DK", "NO", "FI", "IS", "PL", "CZ", "SK", "SI", "HR", "RS", "BA", "ME", "MK",
                                         "AL", "BG", "RO", "MD", "GR", "CY", "TR", "RU", "UA", "BY", "EE", "LV", "IL",
                                         "EG", "SA", "AE", "MA", "TN", "DZ", "TH", "VN", "ID", "BD", "LK", "AR", "BR",
                                         "CL", "CO", "MX", "PE", "UY", "VE", "BO", "EC", "PY", "CR" };
  const char *region = language != NULL ? strrchr (language, '-') : NULL;

  for (gsize i = 0; region != NULL && i < G_N_ELEMENTS (regions); i++)
    if (g_ascii_strcasecmp (region + 1, regions[i]) == 0)
      return TRUE;
  return is_in (language, languages);
}

static gboolean
is_solar_year (int year)
{
  return year >= 1300 && year < 1450;
}

/* The calendar of Iran and Afghanistan: the year begins in spring, six months have 31 days, five 30, and the leap years
 * come in cycles of 33. */
static gboolean
set_solar_date (NpDateReader *r, int year, int month, int day)
{
  int since = year - 979, days;
  GDate date;

  if (!is_solar_year (year) || month < 1 || month > 12 || day < 1 || day > (month <= 6 ? 31 : 30))
    return FALSE;
  days = 365 * since + since / 33 * 8 + (since % 33 + 3) / 4;
  days += month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
  days += day - 1 + 79;
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1600);
  g_date_add_days (&date, (guint) days);
  return set_date (r, g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date));
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
set_figures (NpDateReader *r, int a, int b, int year, gunichar mark)
{
  gboolean day_first = b > 12 ? FALSE : a > 12;
  gboolean sure = a > 12 || b > 12 || a == b;

  if (!sure)
    {
      gboolean first = weekday_agrees (r, year, b, a), second = weekday_agrees (r, year, a, b);

      day_first = first;
      sure = first != second;
    }
  /* Points stand between day, month and year even where strokes mean another order. */
  if (!sure && mark != '.' && g_strcmp0 (r->language, "en-US") == 0)
    sure = TRUE;
  else if (!sure)
    {
      day_first = is_day_first (r->language);
      for (guint i = 0; i < r->n && !day_first; i++)
        day_first = np_date_reader_is_kind (r, i, NP_DATE_WORD_DAY_FIRST);
      sure = day_first;
    }
  if (!sure || !set_date (r, year, day_first ? b : a, day_first ? a : b))
    r->unsure = TRUE;
}

/* Whether token @i begins three numbers with the same mark between them. */
static gboolean
are_figures (const NpDateReader *r, guint i)
{
  gunichar mark;

  if (!np_date_reader_is_number (r, i) || !np_date_reader_is_number (r, i + 2) || !np_date_reader_is_number (r, i + 4)
      || r->tokens[i + 1].type != NP_DATE_TOKEN_MARK)
    return FALSE;
  mark = r->tokens[i + 1].mark;
  return (mark == '/' || mark == '-' || mark == '.') && np_date_reader_is_mark (r, i + 3, mark)
         && r->tokens[i + 2].digits <= 2;
}

/* 2018-05-31, 31/05/2018, 5 .7 .2018, and 1397/03/10 in Iran */
static gboolean
read_figures (NpDateReader *r, guint i)
{
  const NpDateToken *t = &r->tokens[i];

  if (!are_figures (r, i))
    return FALSE;
  if (t[0].digits == 4 && t[4].digits <= 2)
    {
      if (is_solar_year (t[0].value)
              ? !is_in (r->language, solar_languages) || !set_solar_date (r, t[0].value, t[2].value, t[4].value)
              : !set_date (r, t[0].value, t[2].value, t[4].value))
        return FALSE;
    }
  else if (t[0].digits <= 2 && t[4].digits == 4 && t[4].value >= 1500 && t[4].value < 2700)
    set_figures (r, t[0].value, t[2].value, t[4].value, t[1].mark);
  else
    return FALSE;
  np_date_reader_use (r, i, i + 4);
  return TRUE;
}

static int
get_century (int year)
{
  return year < 69 ? 2000 + year : 1900 + year;
}

/* 31.05.18, 5/31/18: two figures of the year, taken only where nothing but one order makes sense. */
static gboolean
read_short_figures (NpDateReader *r, guint i)
{
  const NpDateToken *t = &r->tokens[i];
  gboolean day_first, done;
  gunichar mark;

  if (!are_figures (r, i) || t[0].digits > 2 || t[4].digits != 2)
    return FALSE;
  mark = t[1].mark;
  day_first = is_day_first (r->language);
  for (guint j = 0; j < r->n && !day_first; j++)
    day_first = np_date_reader_is_kind (r, j, NP_DATE_WORD_DAY_FIRST);
  if (is_in (r->language, year_first_languages))
    done = set_date (r, get_century (t[0].value), t[2].value, t[4].value);
  else if (mark != '-' && day_first && (t[0].value <= 12 || t[2].value <= 12))
    done = set_date (r, get_century (t[4].value), t[2].value, t[0].value);
  else if (mark == '.' && t[0].value > 12 && t[2].value <= 12 && t[4].value > 12 && t[4].value < 69)
    done = set_date (r, 2000 + t[4].value, t[2].value, t[0].value);
  else if (mark == '/' && t[2].value > 12 && t[0].value <= 12 && t[4].value < 69)
    done = set_date (r, 2000 + t[4].value, t[0].value, t[2].value);
  else
    done = mark == '/' && g_strcmp0 (r->language, "en-US") == 0
           && set_date (r, get_century (t[4].value), t[0].value, t[2].value);
  /* What is no date in any order may be a time of day or a version. */
  if (!done && t[2].value <= 31 && t[0].value <= 31)
    r->unsure = TRUE;
  if (done)
    np_date_reader_use (r, i, i + 4);
  return done;
}

static gboolean
is_year_sign (const NpDateReader *r, guint i)
{
  return np_date_reader_is_word (r, i, "年")
         || np_date_reader_is_word (r, i, "\u1102\u1167\u11ab"); /* 년, taken apart by folding */
}

/* The year that begins at token @i: 2015, and 平成27, 令和元; 0 when there is none. Gives its last token. */
static int
read_year_of_era (const NpDateReader *r, guint i, guint *last)
{
  *last = i;
  if (np_date_reader_is_number (r, i) && r->tokens[i].digits == 4)
    return r->tokens[i].value;
  if (!np_date_reader_is_kind (r, i, NP_DATE_WORD_ERA))
    return 0;
  *last = i + 1;
  if (np_date_reader_is_word (r, i + 1, "元"))
    return r->tokens[i].known.offset + 1;
  return np_date_reader_is_number (r, i + 1) && r->tokens[i + 1].digits <= 3
             ? r->tokens[i].known.offset + r->tokens[i + 1].value
             : 0;
}

/* 2015年4月8日, 2015년 4월 8일, 平成27年4月8日 */
static gboolean
read_signs (NpDateReader *r, guint i)
{
  guint last;
  int year = read_year_of_era (r, i, &last);

  if (year == 0 || !is_year_sign (r, last + 1) || !np_date_reader_is_number (r, last + 2) || last + 3 >= r->n
      || r->tokens[last + 3].type != NP_DATE_TOKEN_WORD || !np_date_reader_is_number (r, last + 4)
      || !set_date (r, year, r->tokens[last + 2].value, r->tokens[last + 4].value))
    return FALSE;
  np_date_reader_use (r, i, last + 4);
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
  return np_date_reader_is_number (r, i) && r->tokens[i].digits == 4
         && ((r->tokens[i].value >= 1500 && r->tokens[i].value < 2700) || is_solar_year (r->tokens[i].value));
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

/* "31-May-18", "31.May.18": the same mark on both sides of the month. */
static gboolean
has_short_year (const NpDateReader *r, guint before, guint i)
{
  return is_day (r, before) && before + 2 == i && i + 2 < r->n && r->tokens[i - 1].type == NP_DATE_TOKEN_MARK
         && np_date_reader_is_mark (r, i + 1, r->tokens[i - 1].mark) && np_date_reader_is_number (r, i + 2)
         && r->tokens[i + 2].digits == 2;
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
  else if (has_short_year (r, before, i))
    day = before, year = i + 2;
  else
    return FALSE;
  if (is_solar_year (r->tokens[year].value))
    {
      if (!np_date_reader_is_kind (r, i, NP_DATE_WORD_SOLAR_MONTH)
          || !set_solar_date (r, r->tokens[year].value, g_bit_nth_lsf (r->tokens[i].known.months, -1),
                              r->tokens[day].value))
        return FALSE;
    }
  else if (!np_date_reader_is_kind (r, i, NP_DATE_WORD_MONTH))
    return FALSE;
  else if ((month = choose_month (r, i, day)) == 0)
    r->unsure = TRUE;
  else if (!set_date (r, r->tokens[year].digits == 2 ? get_century (r->tokens[year].value) : r->tokens[year].value,
                      month, r->tokens[day].value))
    return FALSE;
  np_date_reader_use (r, day, day);
  np_date_reader_use (r, year, year);
  np_date_reader_use (r, i, i);
  return TRUE;
}

static void
name_month (NpDateReader *r, guint word, guint number)
{
  if (r->tokens[number].value < 1 || r->tokens[number].value > 12)
    return;
  r->tokens[word].known.kinds = NP_DATE_WORD_MONTH;
  r->tokens[word].known.months = 1u << r->tokens[number].value;
  np_date_reader_use (r, number, number);
}

/* "tháng 5", "5-р сарын": the month in figures beside its word. */
static void
name_figured_months (NpDateReader *r)
{
  for (guint i = 0; i < r->n; i++)
    {
      if ((np_date_reader_is_word (r, i, "thang") || np_date_reader_is_word (r, i, "thg"))
          && np_date_reader_is_number (r, i + 1))
        name_month (r, i, i + 1);
      else if (i >= 3 && (np_date_reader_is_word (r, i, "сарын") || np_date_reader_is_word (r, i, "сар"))
               && np_date_reader_is_mark (r, i - 2, '-') && np_date_reader_is_number (r, i - 3))
        name_month (r, i, i - 3);
    }
}

static void
read_named_days (NpDateReader *r)
{
  /* "mar" is Tuesday as well as March: such words come last. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < r->n && r->day == 0 && !r->unsure; i++)
      if (np_date_reader_is_kind (r, i, NP_DATE_WORD_MONTH | NP_DATE_WORD_SOLAR_MONTH)
          && np_date_reader_is_kind (r, i, NP_DATE_WORD_WEEKDAY) == (pass == 1))
        read_named (r, i);
}

/**
 * np_date_reader_read_day:
 * @r: a reader
 *
 * Finds the first day that is written, and the time of day with it: in figures with the whole year, with the month's
 * name, and in short figures, in this order.
 */
void
np_date_reader_read_day (NpDateReader *r)
{
  for (guint i = 0; i < r->n && r->day == 0 && !r->unsure; i++)
    if (!read_figures (r, i))
      read_signs (r, i);
  np_date_reader_read_times (r);
  name_figured_months (r);
  read_named_days (r);
  for (guint i = 0; i < r->n && r->day == 0 && !r->unsure; i++)
    read_short_figures (r, i);
  if (r->hour < 0 && r->day != 0)
    np_date_reader_read_times (r);
}
