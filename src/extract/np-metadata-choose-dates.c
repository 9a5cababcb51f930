#include "extract/np-metadata-choose-dates.h"

#include "extract/np-date.h"

#include <stdio.h>
#include <string.h>

/* The letters of "2018-05-31", of "2018-05-31T15", and of "2018-05-31T15:48". */
#define DAY    10
#define HOUR   13
#define MINUTE 16

/* What each further source counts that gives the same day. */
#define AGREEMENT 6

/* A date of less trust stands somewhere in the text; of less than the second, in a line that nothing names. */
#define WEAK 38
#define LINE 47

/* A day whose midnight a moment in UTC is needs no more trust than a line of the page has. */
#define MIDNIGHT 28

/* A date of this trust stands beside the headline, in a line of its own. */
#define BESIDE 43

/* Names of meta elements that some use for the time of publishing, others for that of the last change. */
#define UNSURE 60

typedef struct
{
  char *iso;
  const NpFact *fact;
  gboolean sure; /* which figures are the day and which the month */
} Date;

static void
date_clear (gpointer data)
{
  g_free (((Date *) data)->iso);
}

static gboolean
same_day (const Date *a, const Date *b)
{
  return strncmp (a->iso, b->iso, DAY) == 0;
}

/* Whether one or two figures, a sign, again so, and a year stand in @value. */
static gboolean
has_figures (const char *value)
{
  for (const char *p = value; (p = strpbrk (p, "/-.")) != NULL; p++)
    {
      gsize before = 0, between = strspn (p + 1, "0123456789");

      while (p - before > value && g_ascii_isdigit (p[-1 - (gssize) before]))
        before++;
      if (before >= 1 && before <= 2 && between >= 1 && between <= 2 && p[1 + between] == *p
          && strspn (p + 2 + between, "0123456789") >= 2)
        return TRUE;
    }
  return FALSE;
}

/* Reads a date both ways when the order of its day and month is not written: 11/01/2023. */
static gboolean
has_two_orders (const char *value, char **month_first, char **day_first)
{
  if (!has_figures (value))
    return FALSE;
  *month_first = np_date_parse (value, "en-US");
  *day_first = np_date_parse (value, "en-GB");
  return *month_first != NULL && *day_first != NULL && strcmp (*month_first, *day_first) != 0;
}

/* A date that is sure says what is meant by one in figures on the same page: better than any habit of the place. */
static void
settle_order (GArray *dates, Date *date)
{
  g_autofree char *month_first = NULL, *day_first = NULL;

  if (!has_two_orders (date->fact->value, &month_first, &day_first))
    return;
  for (guint i = 0; i < dates->len; i++)
    {
      const Date *other = &g_array_index (dates, Date, i);
      gboolean second = other->sure && strncmp (other->iso, day_first, DAY) == 0;

      if (!second && (!other->sure || strncmp (other->iso, month_first, DAY) != 0))
        continue;
      g_free (date->iso);
      date->iso = g_strdup (second ? day_first : month_first);
      return;
    }
}

static GArray *
list_dates (const NpMetadata *metadata, NpFactKind kind)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (Date));

  g_array_set_clear_func (dates, date_clear);
  for (guint i = 0; i < metadata->facts[kind]->len; i++)
    {
      g_autofree char *month_first = NULL, *day_first = NULL;
      Date date = { .fact = metadata->facts[kind]->pdata[i] };

      date.iso = np_date_parse (date.fact->value, metadata->locale);
      date.sure = date.iso != NULL && !has_two_orders (date.fact->value, &month_first, &day_first);
      if (date.iso != NULL || month_first != NULL)
        g_array_append_val (dates, date);
    }
  for (guint i = dates->len; i > 0; i--)
    {
      Date *date = &g_array_index (dates, Date, i - 1);

      if (!date->sure)
        settle_order (dates, date);
      if (date->iso == NULL)
        g_array_remove_index (dates, i - 1);
    }
  return dates;
}

static gboolean
has_time (const Date *date)
{
  return strlen (date->iso) > DAY;
}

static gboolean
has_zone (const Date *date)
{
  return has_time (date) && strpbrk (date->iso + DAY, "Z+-") != NULL;
}

static const char *
zone_of (const Date *date)
{
  const char *zone = has_time (date) ? strpbrk (date->iso + DAY, "Z+-") : NULL;

  return zone != NULL ? zone : "";
}

/* How far a date is believed: as its source, and more for each other source that gives the same day. */
static int
weigh (GArray *dates, guint index)
{
  const Date *one = &g_array_index (dates, Date, index);
  GHashTable *sources = g_hash_table_new (g_str_hash, g_str_equal);
  int agreement;

  for (guint i = 0; i < dates->len; i++)
    {
      const Date *other = &g_array_index (dates, Date, i);

      if (same_day (one, other) && strcmp (other->fact->source, one->fact->source) != 0)
        g_hash_table_add (sources, (gpointer) other->fact->source);
    }
  agreement = (int) MIN (g_hash_table_size (sources), 3) * AGREEMENT;
  g_hash_table_unref (sources);
  return one->fact->trust + agreement - (has_time (one) ? 0 : 3);
}

/* "Z" is often put behind a local time by a program that knows no zone: an offset behind the same time is right. */
static gboolean
is_better_zone (const Date *date, const Date *other)
{
  return has_time (date) && has_time (other) && strncmp (date->iso, other->iso, MINUTE) == 0 && has_zone (other)
         && (!has_zone (date) || (g_str_has_suffix (date->iso, "Z") && !g_str_has_suffix (other->iso, "Z")));
}

/* Among the dates of the best day the one that says more: a time, and a zone. */
static const Date *
refine (GArray *dates, const Date *best)
{
  const Date *fuller = NULL;

  for (guint i = 0; i < dates->len && !has_time (best); i++)
    {
      const Date *other = &g_array_index (dates, Date, i);

      if (same_day (best, other) && has_time (other) && (fuller == NULL || other->fact->trust > fuller->fact->trust))
        fuller = other;
    }
  if (fuller != NULL)
    best = fuller;
  for (guint i = 0; i < dates->len; i++)
    if (is_better_zone (best, &g_array_index (dates, Date, i)))
      return &g_array_index (dates, Date, i);
  return best;
}

/* A meta element that may mean the last change gives way to an earlier day that the page shows beside the headline. */
static const Date *
prefer_shown (GArray *dates, const Date *best)
{
  if (strcmp (best->fact->source, "meta") != 0 || best->fact->trust > UNSURE)
    return best;
  for (guint i = 0; i < dates->len; i++)
    {
      const Date *other = &g_array_index (dates, Date, i);

      if (strcmp (other->fact->source, "page") == 0 && other->fact->trust >= BESIDE
          && strncmp (other->iso, best->iso, DAY) < 0)
        return other;
    }
  return best;
}

static const Date *
choose (GArray *dates)
{
  const Date *best = NULL;
  int worth = G_MININT;

  for (guint i = 0; i < dates->len; i++)
    {
      int own = weigh (dates, i);

      if (own <= worth)
        continue;
      worth = own;
      best = &g_array_index (dates, Date, i);
    }
  return best != NULL ? refine (dates, prefer_shown (dates, best)) : NULL;
}

/* A date as if it were in UTC; a day begins at midnight. */
static GDateTime *
read_as_utc (const char *iso)
{
  int year, month, day, hour = 0, minute = 0, second = 0;

  if (sscanf (iso, "%4d-%2d-%2dT%2d:%2d:%2d", &year, &month, &day, &hour, &minute, &second) < 3)
    return NULL;
  return g_date_time_new_utc (year, month, day, hour, minute, second);
}

/* How many minutes east of UTC the clock is that shows @utc as @shown; 0 when no clock does. */
static int
get_shift (GDateTime *utc, GDateTime *shown)
{
  gint64 seconds = g_date_time_difference (shown, utc) / G_TIME_SPAN_SECOND;

  /* The page may leave the seconds away. */
  if (g_date_time_get_second (shown) == 0)
    seconds += g_date_time_get_second (utc);
  return seconds % (30 * 60) == 0 && seconds >= -12 * 3600 && seconds <= 14 * 3600 ? (int) (seconds / 60) : 0;
}

/* The page shows the moment that is known in UTC by its own clock: then its zone is known too, and its day. A day alone
 * tells that only where it is another than that of the moment, whose midnight it then is. */
static char *
dup_in_shown_zone (const Date *date, GArray *dates)
{
  g_autoptr (GDateTime) utc = NULL;

  if (!g_str_has_suffix (date->iso, "Z"))
    return g_strdup (date->iso);
  utc = read_as_utc (date->iso);
  for (guint i = 0; utc != NULL && i < dates->len; i++)
    {
      const Date *other = &g_array_index (dates, Date, i);
      g_autoptr (GDateTime) shown = NULL, local = NULL;
      g_autoptr (GTimeZone) zone = NULL;
      int shift;

      if (has_zone (other) || strcmp (other->fact->source, "page") != 0
          || other->fact->trust < (has_time (other) ? WEAK : MIDNIGHT))
        continue;
      shown = read_as_utc (other->iso);
      shift = shown != NULL ? get_shift (utc, shown) : 0;
      if (shift == 0 || (!has_time (other) && (shift < 0 || shift % 60 != 0 || g_date_time_get_second (utc) != 0)))
        continue;
      zone = g_time_zone_new_offset (shift * 60);
      local = g_date_time_to_timezone (utc, zone);
      return g_date_time_format (local, strlen (date->iso) > MINUTE + 1 ? "%Y-%m-%dT%H:%M:%S%:z" : "%Y-%m-%dT%H:%M%:z");
    }
  return g_strdup (date->iso);
}

/* Whether nothing but data for scripts gives a day: such data are often those of other stories. */
static gboolean
is_in_scripts_alone (GArray *dates, const Date *date)
{
  for (guint i = 0; i < dates->len; i++)
    {
      const Date *other = &g_array_index (dates, Date, i);

      if (same_day (date, other) && strcmp (other->fact->source, "script") != 0)
        return FALSE;
    }
  return TRUE;
}

/* Whether the time of the change tells more of the publishing than what was found of that: a date that stands somewhere
 * in the text or in scripts, or one that is later than the change. */
static gboolean
is_doubtful (GArray *dates, const Date *published, const Date *updated)
{
  gboolean weak = strcmp (published->fact->source, "page") == 0 || is_in_scripts_alone (dates, published);

  return (weak && published->fact->trust < LINE && updated->fact->trust > published->fact->trust)
         || (published->fact->trust <= UNSURE && strncmp (published->iso, updated->iso, DAY) > 0);
}

/* A moment that is that of the last change as well gives way to an earlier one of the same day, of a source that names
 * it: some set the time of the change in both places. The same minute of another hour is the same moment, read by
 * another clock. */
static const Date *
prefer_before_change (GArray *dates, const Date *first, const Date *last)
{
  if (first == NULL || last == NULL || !has_time (first) || strcmp (first->iso, last->iso) != 0)
    return first;
  for (guint i = 0; i < dates->len; i++)
    {
      const Date *other = &g_array_index (dates, Date, i);

      if (other->fact->trust > UNSURE && same_day (first, other) && has_time (other)
          && strcmp (other->iso + DAY, first->iso + DAY) < 0
          && strncmp (other->iso + HOUR, first->iso + HOUR, MINUTE - HOUR) != 0
          && strncmp (other->iso + DAY, "T00:00", MINUTE - DAY) != 0 && strcmp (zone_of (other), zone_of (first)) == 0)
        return other;
    }
  return first;
}

/**
 * np_metadata_choose_dates:
 * @metadata: facts
 * @article: an article; gets the time of publishing and of the last change, each as precise as the page says it
 *
 * Each date counts what its source is worth, and more for every other source that gives the same day. A page that only
 * says when it was changed was published then, as far as can be known.
 */
void
np_metadata_choose_dates (const NpMetadata *metadata, NpArticle *article)
{
  g_autoptr (GArray) published = list_dates (metadata, NP_FACT_PUBLISHED);
  g_autoptr (GArray) updated = list_dates (metadata, NP_FACT_UPDATED);
  const Date *last = choose (updated), *first = prefer_before_change (published, choose (published), last);

  if (last != NULL
      && (first == NULL || is_doubtful (published, first, last)
          || (strcmp (first->fact->source, "url") == 0 && same_day (first, last))))
    {
      first = last;
      last = NULL;
    }
  if (first != NULL)
    {
      article->published = dup_in_shown_zone (first, published);
      np_article_set_field_source (article, "published", first->fact->source);
    }
  if (last != NULL && strcmp (last->iso, article->published) != 0)
    {
      article->updated = g_strdup (last->iso);
      np_article_set_field_source (article, "updated", last->fact->source);
    }
}
