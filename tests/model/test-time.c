#include "model/np-time.h"

static void
test_valid (void)
{
  static const struct
  {
    const char *time;
    gboolean valid;
    gint64 key;
  } rows[] = {
    { "1970-01-01", TRUE, 0 },
    { "1970-01-01T00:01", TRUE, 60 },
    { "1970-01-01T01:00:05+01:00", TRUE, 5 },
    { "1970-01-01T00:00:05.250Z", TRUE, 5 },
    { "1970-01-01T00:00-00:30", TRUE, 1800 },
    { "2018-05-31T15:48", TRUE, 1527781680 },
    { "2018-02-30", FALSE, G_MININT64 },
    { "2018-5-31", FALSE, G_MININT64 },
    { "2018-05-31T25:00", FALSE, G_MININT64 },
    { "2018-05-31T15:60", FALSE, G_MININT64 },
    { "2018-05-31T15:48 PM", FALSE, G_MININT64 },
    { "2018-05-31T15:48+0200", FALSE, G_MININT64 },
    { "2018-05-31T15:48+99:00", FALSE, G_MININT64 },
    { "yesterday", FALSE, G_MININT64 },
    { "", FALSE, G_MININT64 },
    { NULL, FALSE, G_MININT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].time);
      g_assert_cmpint (np_time_is_valid (rows[i].time), ==, rows[i].valid);
      g_assert_cmpint (np_time_sort_key (rows[i].time), ==, rows[i].key);
    }
}

static void
test_format (void)
{
  g_autofree char *time = np_time_format_utc (1527781680), *now = np_time_now ();

  g_assert_cmpstr (time, ==, "2018-05-31T15:48:00Z");
  g_assert_true (np_time_is_valid (now));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/time/valid", test_valid);
  g_test_add_func ("/model/time/format", test_format);
  return g_test_run ();
}
