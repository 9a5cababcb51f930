/* Which sites are asked over https alone, what they can say about it, and what is left of that after a restart. */
#include "fetch/np-fetch-hsts.h"

#define NOW 1000000
#define DAY (24 * 3600)

static const struct
{
  const char *name;
  const char *host;
  const char *header;
  const char *asked;
  gint64 later;
  gboolean has;
} rows[] = {
  { "plain", "a.example", "max-age=1000", "a.example", 0, TRUE },
  { "over", "a.example", "max-age=1000", "a.example", 1000, FALSE },
  { "not yet over", "a.example", "max-age=1000", "a.example", 999, TRUE },
  { "quoted, odd case and spaces", "a.example", " MAX-Age = \"1000\" ; IncludeSubdomains", "b.a.example", 0, TRUE },
  { "not below", "a.example", "max-age=1000", "b.a.example", 0, FALSE },
  { "below, two down", "a.example", "includeSubDomains; max-age=1000", "c.b.a.example", 0, TRUE },
  { "not above", "b.a.example", "max-age=1000; includeSubDomains", "a.example", 0, FALSE },
  { "not beside", "a.example", "max-age=1000; includeSubDomains", "ba.example", 0, FALSE },
  { "no max-age", "a.example", "includeSubDomains", "a.example", 0, FALSE },
  { "empty", "a.example", "", "a.example", 0, FALSE },
  { "no number", "a.example", "max-age=soon", "a.example", 0, FALSE },
  { "negative", "a.example", "max-age=-5", "a.example", 0, FALSE },
  { "unknown directives", "a.example", "preload; x=\"y\"; max-age=9; ;", "a.example", 0, TRUE },
  { "for ever is two years", "a.example", "max-age=99999999999999999999999", "a.example", 800ll * DAY, FALSE },
  { "figures have no say", "192.0.2.1", "max-age=1000", "192.0.2.1", 0, FALSE },
  { "nor IPv6", "2001:db8::1", "max-age=1000", "2001:db8::1", 0, FALSE },
  { "a name that would break the file", "a.example\n9 + b.example", "max-age=1000", "a.example\n9 + b.example", 0,
    FALSE },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NpFetchHsts *hsts = np_fetch_hsts_new ();

      g_test_message ("%s", rows[i].name);
      np_fetch_hsts_learn (hsts, rows[i].host, rows[i].header, NOW);
      g_assert_cmpint (np_fetch_hsts_has (hsts, rows[i].asked, NOW + rows[i].later), ==, rows[i].has);
      np_fetch_hsts_free (hsts);
    }
}

static void
test_taken_back (void)
{
  NpFetchHsts *hsts = np_fetch_hsts_new ();

  np_fetch_hsts_learn (hsts, "a.example", "max-age=1000; includeSubDomains", NOW);
  np_fetch_hsts_learn (hsts, "a.example", "max-age=1000", NOW);
  g_assert_false (np_fetch_hsts_has (hsts, "b.a.example", NOW));
  np_fetch_hsts_learn (hsts, "a.example", "max-age=0", NOW);
  g_assert_false (np_fetch_hsts_has (hsts, "a.example", NOW));
  np_fetch_hsts_free (hsts);
}

static NpFetchHsts *
open_file (const char *path)
{
  NpFetchHsts *hsts = np_fetch_hsts_new ();

  np_fetch_hsts_set_file (hsts, path);
  return hsts;
}

/* Two programs at a time, and the next one. */
static void
test_restart (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "newsprint", "https-only", NULL);
  NpFetchHsts *one = open_file (path), *other = open_file (path), *next;

  np_fetch_hsts_learn (one, "one.example", "max-age=1000000", NOW);
  np_fetch_hsts_learn (other, "other.example", "max-age=1000000; includeSubDomains", NOW);
  np_fetch_hsts_learn (one, "gone.example", "max-age=1000000", NOW);
  np_fetch_hsts_learn (one, "gone.example", "max-age=0", NOW);
  np_fetch_hsts_free (one);
  np_fetch_hsts_free (other);
  next = open_file (path);
  g_assert_true (np_fetch_hsts_has (next, "one.example", NOW));
  g_assert_true (np_fetch_hsts_has (next, "www.other.example", NOW));
  g_assert_false (np_fetch_hsts_has (next, "gone.example", NOW));
  g_assert_false (np_fetch_hsts_has (next, "one.example", NOW + 1000000));
  np_fetch_hsts_free (next);
}

static void
test_damaged (void)
{
  static const char *const contents[] = { "", "nothing of ours\n99999999 + a.example\n",
                                          "newsprint-hsts 1\n99999999 + \n99999999+a.example\nx + a.example\n\n",
                                          "newsprint-hsts 1\n99999999 * a.example\n\xff\xfe\n" };
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "newsprint", "damaged", NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      NpFetchHsts *hsts;

      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      hsts = open_file (path);
      g_assert_false (np_fetch_hsts_has (hsts, "a.example", NOW));
      np_fetch_hsts_learn (hsts, "b.example", "max-age=1000000", NOW);
      np_fetch_hsts_free (hsts);
      hsts = open_file (path);
      g_assert_true (np_fetch_hsts_has (hsts, "b.example", NOW));
      np_fetch_hsts_free (hsts);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fetch/hsts/rows", test_rows);
  g_test_add_func ("/fetch/hsts/taken-back", test_taken_back);
  g_test_add_func ("/fetch/hsts/restart", test_restart);
  g_test_add_func ("/fetch/hsts/damaged", test_damaged);
  return g_test_run ();
}
