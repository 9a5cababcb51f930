#include "extract/np-date.h"

#include "base/np-text.h"
#include "extract/np-written-date.h"
#include "extract/np-written-date-zone.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  guint year, month, day;
  gboolean has_time;
  guint hour, minute, second;
  gboolean has_second;
  gboolean has_zone;
  int zone; /* minutes east of UTC */
} When;

/* "Z", "+02:00", "-0400", "+02", "UTC", "EST", "GMT+2". Anything else is no zone that can be relied on. */
static void
read_zone (const char *text, const char *language, When *when)
{
  guint hours = 0, minutes = 0;
  const char *p = text + strspn (text, " ("), *end = p;
  g_autofree char *name = NULL;
  NpDateZone zone;

  while (g_ascii_isalpha (*end))
    end++;
  name = g_ascii_strdown (p, end - p);
  if (*name != '\0' && np_date_zone_look_up (name, language, &zone))
    {
      when->has_zone = TRUE;
      when->zone =
          np_date_zone_get_offset (&zone, (int) when->year, (int) when->month, (int) when->day, (int) when->hour);
      p = end;
      if (when->zone != 0)
        return;
    }
  /* One figure alone is an offset behind a name only. */
  if ((*p != '+' && *p != '-') || !g_ascii_isdigit (p[1]) || (!g_ascii_isdigit (p[2]) && !when->has_zone))
    return;
  /* "-500", for want of a zero. */
  if (strspn (p + 1, "0123456789") == 3)
    sscanf (p + 1, "%1u%2u", &hours, &minutes);
  else if (sscanf (p + 1, "%2u:%2u", &hours, &minutes) < 2)
    sscanf (p + 1, "%2u%2u", &hours, &minutes);
  if (hours > 14 || minutes > 59)
    return;
  when->has_zone = TRUE;
  when->zone = (*p == '-' ? -1 : 1) * (int) (hours * 60 + minutes);
}

/* ISO 8601 and what comes near it, as in attributes: "2018-05-31T15:48:00-0400", "20180531T154800Z", "2018-05-31
 * 15:48". */
static gboolean
read_iso (const char *text, const char *language, When *when)
{
  int read = 0;
  guint year, month, day;
  const char *p = text;

  if (sscanf (p, "%4u-%2u-%2u%n", &year, &month, &day, &read) != 3 || read < 8)
    {
      if (strspn (p, "0123456789") != 8 || sscanf (p, "%4u%2u%2u%n", &year, &month, &day, &read) != 3)
        return FALSE;
      if (p[8] != '\0' && p[8] != 'T' && p[8] != ' ')
        return FALSE;
    }
  if (year < 1900 || year > 2100 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  when->year = year;
  when->month = month;
  when->day = day;
  p += read;
  if (*p == '\0')
    return TRUE;
  if (*p != 'T' && *p != 't' && *p != ' ')
    return FALSE;
  p += strspn (p, "Tt ");
  if (sscanf (p, "%2u:%2u%n", &when->hour, &when->minute, &read) != 2
      && !(strspn (p, "0123456789") == 6 && sscanf (p, "%2u%2u%n", &when->hour, &when->minute, &read) == 2))
    return FALSE;
  if (when->hour > 23 || when->minute > 59)
    return TRUE;
  when->has_time = TRUE;
  p += read;
  if ((*p == ':' && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]))
      || (g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1])))
    {
      p += *p == ':';
      when->second = MIN ((p[0] - '0') * 10 + p[1] - '0', 59);
      when->has_second = TRUE;
      p += 2;
    }
  if (*p == '.' || *p == ',')
    p += 1 + strspn (p + 1, "0123456789");
  if (*p != '\0')
    {
      p += strspn (p, " ");
      if ((g_ascii_strncasecmp (p, "am", 2) == 0 || g_ascii_strncasecmp (p, "pm", 2) == 0) && when->hour <= 12)
        {
          when->hour = when->hour % 12 + (g_ascii_tolower (*p) == 'p' ? 12 : 0);
          p += 2;
        }
      read_zone (p, language, when);
    }
  return TRUE;
}

static char *
format (const When *when)
{
  GString *out = g_string_new (NULL);

  g_string_printf (out, "%04u-%02u-%02u", when->year, when->month, when->day);
  if (when->has_time)
    {
      g_string_append_printf (out, "T%02u:%02u", when->hour, when->minute);
      if (when->has_second)
        g_string_append_printf (out, ":%02u", when->second);
      if (when->has_zone && when->zone == 0)
        g_string_append_c (out, 'Z');
      else if (when->has_zone)
        g_string_append_printf (out, "%c%02d:%02d", when->zone < 0 ? '-' : '+', ABS (when->zone) / 60,
                                ABS (when->zone) % 60);
    }
  return g_string_free (out, FALSE);
}

/* Seconds or milliseconds since 1970. */
static char *
read_unix (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  gint64 seconds;
  g_autoptr (GDateTime) time = NULL;

  if (text[digits] != '\0' || (digits != 10 && digits != 13))
    return NULL;
  seconds = g_ascii_strtoll (text, NULL, 10) / (digits == 13 ? 1000 : 1);
  time = g_date_time_new_from_unix_utc (seconds);
  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/**
 * np_date_parse:
 * @text: the value of an attribute or member, or a line, with a date in it
 * @language: (nullable): BCP 47, of the page; decides whether 5/6 is in May or in June
 *
 * Reads what machines write (ISO 8601 and what comes near it, seconds since 1970), and else what people write, as of
 * np_written_date_parse().
 *
 * Returns: (transfer full) (nullable): a time as of np_time_is_valid(), `NULL` when no day of a year is written
 */
char *
np_date_parse (const char *text, const char *language)
{
  g_autofree char *clean = np_text_clean (text);
  When when = { 0 };
  char *unix_time;

  if (np_text_is_empty (clean))
    return NULL;
  if ((unix_time = read_unix (clean)) != NULL)
    return unix_time;
  return read_iso (clean, language, &when) ? format (&when) : np_written_date_parse (clean, language);
}
