#include "cli/np-cli-progress.h"

#include <string.h>

static void
test_line (void)
{
  static const struct
  {
    const char *name;
    NpCliMoment moment;
    guint columns;
    gboolean plain;
    const char *line;
  } rows[] = {
    { "at the beginning", { 0, 10, 0 }, 80, TRUE, "[........................] 0/10" },
    { "half", { 5, 10, 1 }, 80, TRUE, "[############............] 5/10" },
    { "with a rate", { 5, 10, 5 }, 80, TRUE, "[############............] 5/10 - 1.0/s - less than a minute left" },
    { "some minutes", { 10, 2000, 10 }, 80, TRUE, "[........................] 10/2000 - 1.0/s - 33 minutes left" },
    { "at the end", { 10, 10, 5 }, 80, TRUE, "[########################] 10/10 - 2.0/s" },
    { "nothing is done", { 0, 10, 60 }, 80, TRUE, "[........................] 0/10" },
    { "nothing is to be done", { 0, 0, 9 }, 80, TRUE, "[........................] 0/0" },
    { "Unicode", { 5, 10, 1 }, 80, FALSE, "▕████████████░░░░░░░░░░░░▏ 5/10" },
    { "what happens", { 1, 2, 1, "saving", "A story" }, 80, TRUE, "[############............] 1/2 - saving: A story" },
    { "a long title",
      { 1, 2, 1, "saving", "A story of rain" },
      50,
      TRUE,
      "[############............] 1/2 - saving: A story " },
    { "a narrow terminal", { 1, 2, 1, "saving", "A story" }, 10, FALSE, "▕████████" },
    { "no terminal at all", { 1, 2, 1, "saving", "A story" }, 0, FALSE, "" },
    { "a title that gives orders",
      { 1, 2, 1, "saving", "\033[31m\r\nred\x9b" },
      80,
      FALSE,
      "▕████████████░░░░░░░░░░░░▏ 1/2 · saving:  [31m  red�" },
    { "wide letters", { 1, 2, 1, "saving", "朝の新聞" }, 45, FALSE, "▕████████████░░░░░░░░░░░░▏ 1/2 · saving: 朝" },
    { "letters of another world",
      { 1, 2, 1, "saving", "Ärger" },
      80,
      TRUE,
      "[############............] 1/2 - saving: ?rger" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *line = np_cli_progress_dup_line (&rows[i].moment, rows[i].columns, rows[i].plain);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (line, ==, rows[i].line);
    }
}

/* Where nobody looks there is no line, and all that is done with none is nothing. */
static void
test_none (void)
{
  g_autoptr (NpCliProgress) progress = NULL;

  g_setenv ("TERM", "dumb", TRUE);
  progress = np_cli_progress_new (5);
  g_assert_null (progress);
  np_cli_progress_show (progress, 1, "saving", "A story");
  np_cli_progress_clear (progress);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli/progress/line", test_line);
  g_test_add_func ("/cli/progress/none", test_none);
  return g_test_run ();
}
