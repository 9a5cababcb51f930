#include "library/np-import-schedule.h"

#define JOB(number) GUINT_TO_POINTER (number)

static guint
next (NpImportSchedule *schedule, gint64 now, gint64 *when)
{
  return GPOINTER_TO_UINT (np_import_schedule_next (schedule, now, when));
}

static void
test_limits (void)
{
  g_autoptr (NpImportSchedule) schedule = np_import_schedule_new (3, 2);
  gint64 when;

  for (guint i = 1; i <= 4; i++)
    np_import_schedule_add (schedule, "a", 0, JOB (i));
  np_import_schedule_add (schedule, "b", 0, JOB (5));
  np_import_schedule_add (schedule, "b", 0, JOB (6));
  g_assert_cmpuint (next (schedule, 0, &when), ==, 1);
  g_assert_cmpuint (next (schedule, 0, &when), ==, 5);
  g_assert_cmpuint (next (schedule, 0, &when), ==, 2);
  g_assert_cmpuint (next (schedule, 0, &when), ==, 0);
  np_import_schedule_done (schedule, "b");
  g_assert_cmpuint (next (schedule, 0, &when), ==, 6);
  np_import_schedule_done (schedule, "b");
  g_assert_cmpuint (next (schedule, 0, &when), ==, 0); /* two of a run */
  np_import_schedule_done (schedule, "a");
  g_assert_cmpuint (next (schedule, 0, &when), ==, 3);
}

static void
test_pause (void)
{
  g_autoptr (NpImportSchedule) schedule = np_import_schedule_new (8, 2);
  gint64 when;

  np_import_schedule_add (schedule, "a", 200, JOB (1));
  np_import_schedule_add (schedule, "a", 200, JOB (2));
  g_assert_cmpuint (next (schedule, 1000, &when), ==, 1);
  g_assert_cmpuint (next (schedule, 1100, &when), ==, 0);
  g_assert_cmpint (when, ==, 1200);
  g_assert_cmpuint (next (schedule, 1200, &when), ==, 2);
  g_assert_cmpuint (next (schedule, 1300, &when), ==, 0);
  g_assert_cmpint (when, ==, -1);
}

/* One that is tried again comes before the others of its host, which wait with it; other hosts do not. */
static void
test_put_back (void)
{
  g_autoptr (NpImportSchedule) schedule = np_import_schedule_new (8, 1);
  gint64 when;

  np_import_schedule_add (schedule, "a", 0, JOB (1));
  np_import_schedule_add (schedule, "a", 0, JOB (2));
  np_import_schedule_add (schedule, "b", 0, JOB (3));
  g_assert_cmpuint (next (schedule, 0, &when), ==, 1);
  np_import_schedule_done (schedule, "a");
  np_import_schedule_put_back (schedule, "a", JOB (1), 5000);
  g_assert_cmpuint (next (schedule, 0, &when), ==, 3);
  g_assert_cmpuint (next (schedule, 0, &when), ==, 0);
  g_assert_cmpint (when, ==, 5000);
  np_import_schedule_hurry (schedule);
  g_assert_cmpuint (next (schedule, 0, &when), ==, 1);
  np_import_schedule_done (schedule, "a");
  g_assert_cmpuint (next (schedule, 0, &when), ==, 2);
}

static void
test_without_host (void)
{
  g_autoptr (NpImportSchedule) schedule = np_import_schedule_new (8, 2);
  gint64 when;

  for (guint i = 1; i <= 5; i++)
    np_import_schedule_add (schedule, "", 200, JOB (i));
  for (guint i = 1; i <= 5; i++)
    g_assert_cmpuint (next (schedule, 0, &when), ==, i);
}

static gboolean
is_even (gpointer job)
{
  return GPOINTER_TO_UINT (job) % 2 == 0;
}

static void
test_steal (void)
{
  g_autoptr (NpImportSchedule) schedule = np_import_schedule_new (8, 8);
  g_autoptr (GPtrArray) stolen = NULL;
  gint64 when;

  for (guint i = 1; i <= 5; i++)
    np_import_schedule_add (schedule, "a", 0, JOB (i));
  stolen = np_import_schedule_steal (schedule, is_even);
  g_assert_cmpuint (stolen->len, ==, 2);
  g_assert_cmpuint (next (schedule, 0, &when), ==, 1);
  g_assert_cmpuint (next (schedule, 0, &when), ==, 3);
  g_assert_cmpuint (next (schedule, 0, &when), ==, 5);
  g_assert_cmpuint (next (schedule, 0, &when), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/import-schedule/limits", test_limits);
  g_test_add_func ("/library/import-schedule/pause", test_pause);
  g_test_add_func ("/library/import-schedule/put-back", test_put_back);
  g_test_add_func ("/library/import-schedule/without-host", test_without_host);
  g_test_add_func ("/library/import-schedule/steal", test_steal);
  return g_test_run ();
}
