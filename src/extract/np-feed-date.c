#include "extract/np-feed-date.h"

#include "base/np-text.h"
#include "extract/np-date.h"
#include "model/np-time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* RFC 822 (RSS) as the specification has it and as it is written: the day of the week left off, wrong or in full,
 * months in full, years of two digits, no seconds, zones by name, hours of one digit; asctime() and date(1), which put
 * the year last; W3CDTF (Atom, Dublin Core) with its shorter forms. All else is np_date_parse(). */

/* Zones that RFC 822 names, and those that people add. Names that stand for several zones are not here. */
static const struct
{
  const char *name;
  int minutes;
} zones[] = {
  { "UT", 0 },      { "UTC", 0 },     { "GMT", 0 },    { "Z", 0 },      { "EST", -300 }, { "EDT", -240 },
  { "CST", -360 },  { "CDT", -300 },  { "MST", -420 }, { "MDT", -360 }, { "PST", -480 }, { "PDT", -420 },
  { "AKST", -540 }, { "AKDT", -480 }, { "HST", -600 }, { "WET", 0 },    { "WEST", 60 },  { "CET", 60 },
  { "CEST", 120 },  { "MEZ", 60 },    { "MESZ", 120 }, { "EET", 120 },  { "EEST", 180 }, { "MSK", 180 },
  { "JST", 540 },   { "KST", 540 },   { "AEST", 600 }, { "AEDT", 660 }, { "NZST", 720 }, { "NZDT", 780 },
};

/* What has been read; -1 = not yet. */
typedef struct
{
  int year, month, day, hour, minute, second, zone;
  gboolean has_zone;
} When;

static int
find_month (const char *word)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec" };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (word, months[i], 3) == 0)
      return (int) i + 1;
  return -1;
}

static gboolean
is_day_name (const char *word)
{
  static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (g_ascii_strncasecmp (word, days[i], 3) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_clock (const char *word, When *when)
{
  int read = 0;

  if (when->hour >= 0 || sscanf (word, "%2d:%2d%n", &when->hour, &when->minute, &read) != 2)
    return FALSE;
  word += read;
  when->second = -1;
  if (*word == ':')
    {
      if (sscanf (word, ":%2d%n", &when->second, &read) != 1)
        return FALSE;
      word += read;
      if (*word == '.')
        word += 1 + strspn (word + 1, "0123456789");
      when->second = MIN (when->second, 59);
    }
  return *word == '\0' && when->hour < 24 && when->minute < 60;
}

/* "+0200", "-05:00", "+2", "EST", "GMT+2". */
static gboolean
read_zone (const char *word, When *when)
{
  gsize letters = strcspn (word, "+-");
  int hours = 0, minutes = 0;

  if (letters > 0)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (zones) && !known; i++)
        if (strlen (zones[i].name) == letters && g_ascii_strncasecmp (word, zones[i].name, letters) == 0)
          {
            when->zone = zones[i].minutes;
            known = when->has_zone = TRUE;
          }
      if (!known || word[letters] == '\0')
        return known;
      word += letters;
    }
  if (!g_ascii_isdigit (word[1]))
    return FALSE;
  if (strspn (word + 1, "0123456789") >= 3)
    sscanf (word + 1, "%2d%2d", &hours, &minutes);
  else
    sscanf (word + 1, "%2d:%2d", &hours, &minutes);
  if (hours > 14 || minutes > 59)
    return FALSE;
  when->has_zone = TRUE;
  when->zone = (*word == '-' ? -1 : 1) * (hours * 60 + minutes);
  return TRUE;
}

/* "PM" behind a time of twelve hours. */
static gboolean
read_half (const char *word, When *when)
{
  if (when->hour < 0 || when->hour > 12
      || (g_ascii_strcasecmp (word, "am") != 0 && g_ascii_strcasecmp (word, "pm") != 0))
    return FALSE;
  when->hour = when->hour % 12 + (g_ascii_tolower (*word) == 'p' ? 12 : 0);
  return TRUE;
}

static gboolean
read_number (const char *word, When *when)
{
  gsize digits = strspn (word, "0123456789");
  int number = atoi (word);

  if (word[digits] != '\0' || digits == 0 || digits > 4)
    return FALSE;
  if (when->day < 0 && digits <= 2)
    when->day = number;
  else if (when->year < 0 && digits == 4)
    when->year = number;
  else if (when->year < 0 && digits == 2)
    when->year = number + (number < 70 ? 2000 : 1900);
  else
    return FALSE;
  return TRUE;
}

static char *
format (const When *when)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (when->day < 1 || when->month < 1 || when->year < 1900
      || !g_date_valid_dmy ((GDateDay) when->day, (GDateMonth) when->month, (GDateYear) when->year))
    return NULL;
  g_string_printf (out, "%04d-%02d-%02d", when->year, when->month, when->day);
  if (when->hour >= 0)
    {
      g_string_append_printf (out, "T%02d:%02d", when->hour, when->minute);
      if (when->second >= 0)
        g_string_append_printf (out, ":%02d", when->second);
      if (when->has_zone && when->zone == 0)
        g_string_append_c (out, 'Z');
      else if (when->has_zone)
        g_string_append_printf (out, "%c%02d:%02d", when->zone < 0 ? '-' : '+', ABS (when->zone) / 60,
                                ABS (when->zone) % 60);
    }
  return g_strdup (out->str);
}

/* A word at a time, in whatever order they come. A zone that nobody knows is left off. */
static char *
read_words (const char *text)
{
  When when = { .year = -1, .month = -1, .day = -1, .hour = -1, .minute = -1, .second = -1 };
  g_auto (GStrv) words = g_strsplit_set (text, " ,", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];
      g_auto (GStrv) parts = NULL;

      if (*word == '\0' || *word == '(')
        continue;
      if (strchr (word, ':') != NULL && g_ascii_isdigit (*word))
        {
          if (!read_clock (word, &when))
            return NULL;
          continue;
        }
      /* "02-Jan-2006" is three words. */
      parts = g_ascii_isdigit (*word) ? g_strsplit (word, "-", -1) : g_strsplit (word, "\n", -1);
      for (guint j = 0; parts[j] != NULL; j++)
        if (when.month < 0 && find_month (parts[j]) > 0)
          when.month = find_month (parts[j]);
        else if (!read_half (parts[j], &when) && !read_number (parts[j], &when)
                 && !(when.hour >= 0 && read_zone (parts[j], &when)) && !is_day_name (parts[j])
                 && !(when.hour >= 0 && g_ascii_isalpha (*parts[j])))
          return NULL;
    }
  return format (&when);
}

/* A year, or a year and a month (W3CDTF): the first day of it, for want of a way to say less. */
static char *
read_short (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *day = NULL;

  if (length == 4)
    day = g_strdup_printf ("%s-01-01", text);
  else if (length == 7 && text[4] == '-')
    day = g_strdup_printf ("%s-01", text);
  return np_time_is_valid (day) ? g_steal_pointer (&day) : NULL;
}

/* A day that begins where another ends ("T24:00:00"). */
static char *
read_midnight (const char *text, const char *language)
{
  const char *at = strstr (text, "T24:00");
  g_autofree char *start = NULL, *iso = NULL;
  g_autoptr (GDateTime) day = NULL, next = NULL;
  int y, m, d;

  if (at == NULL || sscanf (text, "%4d-%2d-%2d", &y, &m, &d) != 3)
    return NULL;
  start = g_strdup (text);
  start[at - text + 1] = start[at - text + 2] = '0';
  iso = np_date_parse (start, language);
  day = iso != NULL ? g_date_time_new_utc (y, m, d, 0, 0, 0) : NULL;
  next = day != NULL ? g_date_time_add_days (day, 1) : NULL;
  if (next == NULL)
    return NULL;
  g_clear_pointer (&start, g_free);
  start = g_date_time_format (next, "%Y-%m-%d");
  return g_strconcat (start, iso + strlen (start), NULL);
}

/**
 * np_feed_date_parse:
 * @text: (nullable): what stands in the feed
 * @language: (nullable): BCP 47, of the feed
 *
 * Returns: (transfer full) (nullable): a time as of np_time_is_valid(), `NULL` when there is none
 */
char *
np_feed_date_parse (const char *text, const char *language)
{
  g_autofree char *clean = np_text_clean (text);
  char *time;

  if (np_text_is_empty (clean) || strlen (clean) > 100)
    return NULL;
  if ((time = read_words (clean)) != NULL || (time = read_short (clean)) != NULL
      || (time = read_midnight (clean, language)) != NULL)
    return time;
  return np_date_parse (clean, language);
}
