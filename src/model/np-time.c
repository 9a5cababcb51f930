#include "model/np-time.h"

#include <stdio.h>
#include <string.h>

/* The parts of a written time; has_* tell what is written. */
typedef struct
{
  int year, month, day, hour, minute, second, offset; /* offset: minutes east of UTC */
  gboolean has_zone;
} Parts;

static gboolean
parse_zone (const char *rest, Parts *parts)
{
  int hours, minutes, read = 0;

  if (*rest == '\0')
    return TRUE;
  parts->has_zone = TRUE;
  if (strcmp (rest, "Z") == 0)
    return TRUE;
  if ((*rest != '+' && *rest != '-') || sscanf (rest + 1, "%2d:%2d%n", &hours, &minutes, &read) != 2
      || rest[1 + read] != '\0' || hours > 23 || minutes > 59)
    return FALSE;
  parts->offset = (*rest == '-' ? -1 : 1) * (hours * 60 + minutes);
  return TRUE;
}

static gboolean
parse (const char *time, Parts *parts)
{
  int read = 0, more = 0;

  memset (parts, 0, sizeof *parts);
  if (time == NULL || strlen (time) > 40)
    return FALSE;
  if (sscanf (time, "%4d-%2d-%2d%n", &parts->year, &parts->month, &parts->day, &read) != 3 || read != 10)
    return FALSE;
  if (!g_date_valid_dmy (parts->day, parts->month, parts->year))
    return FALSE;
  time += read;
  if (*time == '\0')
    return TRUE;
  if (sscanf (time, "T%2d:%2d%n", &parts->hour, &parts->minute, &more) != 2 || more != 6 || parts->hour > 23
      || parts->minute > 59)
    return FALSE;
  time += more;
  if (*time == ':')
    {
      if (!g_ascii_isdigit (time[1]) || !g_ascii_isdigit (time[2]))
        return FALSE;
      parts->second = MIN ((time[1] - '0') * 10 + time[2] - '0', 59);
      time += 3;
      if (*time == '.')
        time += 1 + strspn (time + 1, "0123456789");
    }
  return parse_zone (time, parts);
}

/**
 * np_time_is_valid:
 * @time: (nullable): a string
 *
 * Returns: whether @time is a day or a day and time of ISO 8601 as Newsprint writes them: `2018-05-31`,
 *   `2018-05-31T15:48`, with seconds, and with `Z` or `±hh:mm` where the zone is known
 */
gboolean
np_time_is_valid (const char *time)
{
  Parts parts;

  return parse (time, &parts);
}

/**
 * np_time_sort_key:
 * @time: (nullable): a time as of np_time_is_valid()
 *
 * Gives a number to order times by: seconds since 1970, a time without a zone taken as if it were UTC. It is for
 * ordering and for telling days, not an instant.
 *
 * Returns: seconds, `G_MININT64` when @time is unknown or not valid
 */
gint64
np_time_sort_key (const char *time)
{
  Parts parts;
  g_autoptr (GDateTime) date = NULL;

  if (!parse (time, &parts))
    return G_MININT64;
  date = g_date_time_new_utc (parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second);
  return date != NULL ? g_date_time_to_unix (date) - parts.offset * 60 : G_MININT64;
}

/**
 * np_time_now:
 *
 * Returns: (transfer full): the present time, RFC 3339 in UTC to the second
 */
char *
np_time_now (void)
{
  return np_time_format_utc (g_get_real_time () / G_USEC_PER_SEC);
}

/**
 * np_time_format_utc:
 * @unix_seconds: seconds since 1970
 *
 * Returns: (transfer full): RFC 3339 in UTC: `2026-11-23T09:00:00Z`
 */
char *
np_time_format_utc (gint64 unix_seconds)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (unix_seconds);

  return date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("1970-01-01T00:00:00Z");
}
