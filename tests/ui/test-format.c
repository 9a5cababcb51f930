#include "ui/np-format.h"

#include <locale.h>

typedef struct
{
  const char *name;
  const char *time;
  const char *words; /* NULL = none */
} PublishedRow;

/* TZ is set to UTC+2 below. */
static const PublishedRow published_rows[] = {
  { "no-zone", "2018-05-31T15:48", "May 31, 2018, 3:48 PM" },
  { "no-zone-seconds", "2018-05-31T15:48:59", "May 31, 2018, 3:48 PM" },
  { "morning", "2018-05-01T09:05", "May 1, 2018, 9:05 AM" },
  { "midnight", "2018-05-31T00:00", "May 31, 2018, 12:00 AM" },
  { "utc", "2018-05-31T15:48Z", "May 31, 2018, 5:48 PM" },
  { "west", "2018-05-31T23:30:00-04:00", "June 1, 2018, 5:30 AM" },
  { "east", "2018-05-31T00:30+09:00", "May 30, 2018, 5:30 PM" },
  { "day", "2018-05-31", "May 31, 2018" },
  { "null", NULL, NULL },
  { "empty", "", NULL },
  { "no-such-day", "2018-02-31", NULL },
  { "words", "last Tuesday", NULL },
  { "rubbish-behind", "2018-05-31Tfive", NULL },
};

static void
test_published (gconstpointer data)
{
  const PublishedRow *row = data;
  g_autofree char *words = np_format_published (row->time);

  g_assert_cmpstr (words, ==, row->words);
}

/* Now is Friday, 2018-06-01, 10:00 at UTC+2. */
static const PublishedRow date_rows[] = {
  { "clock", "2018-06-01T09:05", "9:05 AM" },
  { "clock-of-other-zone", "2018-06-01T06:30Z", "8:30 AM" },
  { "yesterday-there-is-today-here", "2018-05-31T22:30Z", "12:30 AM" },
  { "today", "2018-06-01", "Today" },
  { "yesterday", "2018-05-31T23:59", "Yesterday" },
  { "two-days", "2018-05-30", "Wednesday" },
  { "six-days", "2018-05-26", "Saturday" },
  { "seven-days", "2018-05-25", "May 25" },
  { "tomorrow", "2018-06-02", "Jun 2" },
  { "this-year", "2018-01-09T10:00", "Jan 9" },
  { "last-year", "2017-12-31", "Dec 31, 2017" },
  { "long-ago", "0800-12-25", "Dec 25, 800" },
  { "null", NULL, "" },
  { "rubbish", "soon", "" },
};

static void
test_date (gconstpointer data)
{
  const PublishedRow *row = data;
  g_autoptr (GDateTime) now = g_date_time_new_local (2018, 6, 1, 10, 0, 0);
  g_autofree char *words = np_format_date (row->time, now);

  g_assert_cmpstr (words, ==, row->words);
}

static void
test_stories (void)
{
  g_autofree char *none = np_format_stories (0), *one = np_format_stories (1), *many = np_format_stories (214);

  g_assert_cmpstr (none, ==, "0 stories");
  g_assert_cmpstr (one, ==, "1 story");
  g_assert_cmpstr (many, ==, "214 stories");
}

static void
test_reading_time (void)
{
  const struct
  {
    guint words, speed;
    const char *time;
  } rows[] = {
    { 0, 230, "1\u00a0min" },        { 1, 230, "1\u00a0min" },   { 300, 230, "1\u00a0min" }, { 920, 230, "4\u00a0min" },
    { 100000, 230, "435\u00a0min" }, { 920, 460, "2\u00a0min" }, { 920, 0, "920\u00a0min" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *time = np_format_reading_time (rows[i].words, rows[i].speed);

      g_assert_cmpstr (time, ==, rows[i].time);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC-2", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (published_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/format/published/", published_rows[i].name, NULL);

      g_test_add_data_func (path, &published_rows[i], test_published);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (date_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/format/date/", date_rows[i].name, NULL);

      g_test_add_data_func (path, &date_rows[i], test_date);
    }
  g_test_add_func ("/format/stories", test_stories);
  g_test_add_func ("/format/reading-time", test_reading_time);
  return g_test_run ();
}
