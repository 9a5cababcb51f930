#include "extract/np-written-date-zone.h"

#include <string.h>

/* Names that mean one offset wherever they are written in news. */
static const struct
{
  const char *name;
  int minutes;
} fixed[] = {
  { "z", 0 },
  { "utc", 0 },
  { "gmt", 0 },
  { "ut", 0 },
  { "universal time", 0 },
  { "edt", -240 },
  { "cdt", -300 },
  { "mdt", -360 },
  { "mst", -420 },
  { "pst", -480 },
  { "pdt", -420 },
  { "akst", -540 },
  { "akdt", -480 },
  { "hst", -600 },
  { "adt", -180 },
  { "nst", -210 },
  { "ndt", -150 },
  { "brt", -180 },
  { "wet", 0 },
  { "west", 60 },
  { "cet", 60 },
  { "mez", 60 },
  { "cest", 120 },
  { "mesz", 120 },
  { "eet", 120 },
  { "eest", 180 },
  { "msk", 180 },
  { "мск", 180 },
  { "московское время", 180 },
  { "по московскому времени", 180 },
  { "trt", 180 },
  { "cat", 120 },
  { "sast", 120 },
  { "eat", 180 },
  { "irst", 210 },
  { "pkt", 300 },
  { "npt", 345 },
  { "wib", 420 },
  { "wita", 480 },
  { "hkt", 480 },
  { "sgt", 480 },
  { "myt", 480 },
  { "pht", 480 },
  { "awst", 480 },
  { "北京时间", 480 },
  { "北京時間", 480 },
  { "台北時間", 480 },
  { "台灣時間", 480 },
  { "香港時間", 480 },
  { "jst", 540 },
  { "日本時間", 540 },
  { "kst", 540 },
  { "acst", 570 },
  { "acdt", 630 },
  { "aest", 600 },
  { "aedt", 660 },
  { "nzst", 720 },
  { "nzdt", 780 },
};

/* Names that follow the calendar of North America: standard time in winter, summer time in summer. */
static const struct
{
  const char *name;
  int minutes;
} seasonal[] = {
  { "et", -300 },
  { "ct", -360 },
  { "mt", -420 },
  { "pt", -480 },
  { "eastern time", -300 },
  { "central time", -360 },
  { "mountain time", -420 },
  { "pacific time", -480 },
  { "us eastern time", -300 },
  { "us pacific time", -480 },
  { "eastern", -300 },
  { "pacific", -480 },
};

/* Names that mean several zones: the place where the page is from tells which. "*" stands for every other place. */
static const struct
{
  const char *name, *place;
  int minutes;
} local[] = {
  { "ist", "IN", 330 },  { "ist", "hi", 330 },  { "ist", "mr", 330 }, { "ist", "bn", 330 }, { "ist", "ta", 330 },
  { "ist", "te", 330 },  { "ist", "kn", 330 },  { "ist", "ml", 330 }, { "ist", "gu", 330 }, { "ist", "pa", 330 },
  { "ist", "IL", 120 },  { "ist", "he", 120 },  { "ist", "IE", 60 },  { "ist", "ga", 60 },  { "cst", "US", -360 },
  { "cst", "CA", -360 }, { "cst", "MX", -360 }, { "cst", "CN", 480 }, { "cst", "TW", 480 }, { "cst", "zh", 480 },
  { "bst", "BD", 360 },  { "bst", "bn", 360 },  { "bst", "*", 60 },   { "est", "AU", 600 }, { "est", "*", -300 },
  { "ast", "CA", -240 }, { "ast", "PR", -240 }, { "ast", "SA", 180 }, { "ast", "ar", 180 }, { "gst", "AE", 240 },
  { "wat", "NG", 60 },   { "wat", "*", 60 },
};

/* Whether a BCP 47 tag has @place: a region in capitals, or else a language. */
static gboolean
is_of (const char *language, const char *place)
{
  const char *region;
  gsize length = strlen (place);

  if (strcmp (place, "*") == 0)
    return TRUE;
  if (language == NULL)
    return FALSE;
  if (g_ascii_islower (*place))
    return g_ascii_strncasecmp (language, place, length) == 0 && strcspn (language, "-_") == length;
  region = strpbrk (language, "-_");
  /* "zh-Hant-TW": the script stands between. */
  if (region != NULL && strcspn (region + 1, "-_") == 4)
    region = strpbrk (region + 1, "-_");
  return region != NULL && strcspn (region + 1, "-_") == length && g_ascii_strncasecmp (region + 1, place, length) == 0;
}

/* "et" and "pt" are words of other languages. */
static gboolean
is_english (const char *language)
{
  return language == NULL || is_of (language, "en") || is_of (language, "es");
}

/**
 * np_date_zone_look_up:
 * @folded: a word, or several with one space between, as np_date_words_fold() gives them
 * @language: (nullable): where the page is from, BCP 47, perhaps with a region
 * @zone: (out): what it means
 *
 * Returns: whether @folded names a zone, and it is certain which
 */
gboolean
np_date_zone_look_up (const char *folded, const char *language, NpDateZone *zone)
{
  zone->summer = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (strcmp (folded, fixed[i].name) == 0)
      {
        zone->offset = fixed[i].minutes;
        return TRUE;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (seasonal); i++)
    if (strcmp (folded, seasonal[i].name) == 0)
      {
        zone->offset = seasonal[i].minutes;
        zone->summer = TRUE;
        return is_english (language);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (local); i++)
    if (strcmp (folded, local[i].name) == 0 && is_of (language, local[i].place))
      {
        zone->offset = local[i].minutes;
        return TRUE;
      }
  return FALSE;
}

/* The day of the @nth Sunday of a month; 0 is the last. */
static int
find_sunday (int year, int month, int nth)
{
  GDate date;
  int first, days = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);

  g_date_set_dmy (&date, 1, (GDateMonth) month, (GDateYear) year);
  first = 1 + (G_DATE_SUNDAY - (int) g_date_get_weekday (&date)) % 7;
  return nth > 0 ? first + 7 * (nth - 1) : first + 7 * ((days - first) / 7);
}

/* Summer time in the United States and Canada: from the second Sunday of March to the first of November at two; before
 * 2007 from the first of April to the last of October. */
static gboolean
is_summer (int year, int month, int day, int hour)
{
  int start_month = year >= 2007 ? 3 : 4, end_month = year >= 2007 ? 11 : 10;
  int start = find_sunday (year, start_month, year >= 2007 ? 2 : 1);
  int end = find_sunday (year, end_month, year >= 2007 ? 1 : 0);

  if (month == start_month)
    return day > start || (day == start && hour >= 2);
  if (month == end_month)
    return day < end || (day == end && hour < 2);
  return month > start_month && month < end_month;
}

/**
 * np_date_zone_get_offset:
 * @zone: a zone
 * @year: of a time there, from 1987 on: earlier summers followed other rules
 * @month: 1 to 12
 * @day: 1 to 31
 * @hour: 0 to 23
 *
 * Returns: how many minutes the zone was east of UTC then
 */
int
np_date_zone_get_offset (const NpDateZone *zone, int year, int month, int day, int hour)
{
  return zone->offset + (zone->summer && is_summer (year, month, day, hour) ? 60 : 0);
}
