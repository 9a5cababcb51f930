#include "extract/np-date.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text, *language, *iso;
  } rows[] = {
    { "2018-05-31", NULL, "2018-05-31" },
    { "  2018-05-31  ", NULL, "2018-05-31" },
    { "20180531", NULL, "2018-05-31" },
    { "2018-5-9", NULL, "2018-05-09" },
    { "2018-05-31T15:48", NULL, "2018-05-31T15:48" },
    { "2018-05-31T15:48:09Z", NULL, "2018-05-31T15:48:09Z" },
    { "2018-05-31t15:48:09z", NULL, "2018-05-31T15:48:09Z" },
    { "2018-05-31T15:48:09.123456+02:00", NULL, "2018-05-31T15:48:09+02:00" },
    { "2018-05-31T15:48:09+0200", NULL, "2018-05-31T15:48:09+02:00" },
    { "2018-05-31T15:48:09-500", NULL, "2018-05-31T15:48:09-05:00" },
    { "2018-05-31T15:48:09+02", NULL, "2018-05-31T15:48:09+02:00" },
    { "20180531T154809Z", NULL, "2018-05-31T15:48:09Z" },
    { "2018-05-31 15:48:09.000000", NULL, "2018-05-31T15:48:09" },
    { "2018-05-31 15:48:09 +0000 UTC", NULL, "2018-05-31T15:48:09Z" },
    { "2018-05-31 3:48 PM", NULL, "2018-05-31T15:48" },
    { "2018-05-31 3:48 PM EDT", NULL, "2018-05-31T15:48-04:00" },
    { "2018-12-31 3:48 PM ET", NULL, "2018-12-31T15:48-05:00" },
    { "2018-05-31T15:48:09 GMT+2", NULL, "2018-05-31T15:48:09+02:00" },
    { "2018-05-31T15:48:09 IST", NULL, "2018-05-31T15:48:09" },
    { "2018-05-31, 15:48", NULL, "2018-05-31T15:48" },
    { "2018-05-31 - 15:48", NULL, "2018-05-31T15:48" },
    { "2018-05-31 at 3pm", NULL, "2018-05-31T15:00" },
    { "Thu May 31 15:48:09 EDT 2018", NULL, "2018-05-31T15:48:09-04:00" },
    { "Thu, 31 May 2018 15:48:09 GMT", NULL, "2018-05-31T15:48:09Z" },
    { "Thu May 31 2018 15:48:09 GMT+0200 (CEST)", NULL, "2018-05-31T15:48:09+02:00" },
    { "1527781689", NULL, "2018-05-31T15:48:09Z" },
    { "1527781689000", NULL, "2018-05-31T15:48:09Z" },
    { "31. Mai 2018", "de", "2018-05-31" },
    /* what is none */
    { "2018-02-30", NULL, NULL },
    { "2018-13-01", NULL, NULL },
    { "2018-05-3115277816890015:48:09", NULL, NULL },
    { "15277816", NULL, NULL },
    { "152778168", NULL, NULL },
    { "0000-00-00T00:00:00Z", NULL, NULL },
    { "0001-01-01T00:00:00", NULL, NULL },
    { "{{ date }}", NULL, NULL },
    { "", NULL, NULL },
    { NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *iso = np_date_parse (rows[i].text, rows[i].language);

      if (g_strcmp0 (iso, rows[i].iso) != 0)
        {
          g_test_message ("“%s” gives %s, not %s", rows[i].text, iso, rows[i].iso);
          g_test_fail ();
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/extract/date/parse", test_parse);
  return g_test_run ();
}
