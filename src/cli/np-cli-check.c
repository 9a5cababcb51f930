#include "cli/np-cli-check.h"

#include "cli/np-cli-options.h"
#include "library/np-check.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

static const char *
kind_words (NpCheckKind kind)
{
  switch (kind)
    {
    case NP_CHECK_ARTICLE:
      return _ ("cannot be read");
    case NP_CHECK_VERSION:
      return _ ("was written by a newer version of Newsprint and cannot be checked");
    case NP_CHECK_SCHEMA:
      return _ ("does not follow the format");
    case NP_CHECK_DOUBLE:
      return _ ("has the id of another story");
    case NP_CHECK_PHOTO:
      return _ ("one of its photos is missing or was changed");
    case NP_CHECK_PAGE:
      return _ ("the page it was read from is missing or was changed");
    case NP_CHECK_OLDER:
      return _ ("one of its older versions is missing or was changed");
    case NP_CHECK_TOPIC:
      return _ ("has a topic that does not exist");
    case NP_CHECK_TREE:
      return _ ("this topic refers to one that does not exist, or is inside itself");
    case NP_CHECK_INDEX:
      return _ ("the index does not match it; run newsprint reindex");
    case NP_CHECK_CONFLICT:
      return _ ("a copy by a sync tool, not merged yet");
    case NP_CHECK_ORPHAN:
      return _ ("no story refers to it");
    case NP_CHECK_STRANGER:
      return _ ("is not one of Newsprint’s files");
    }
  return "";
}

static const char *
grade_words (const NpCheckFinding *finding)
{
  if (finding->mended)
    return _ ("mended");
  return finding->serious ? _ ("wrong") : _ ("note");
}

static void
print_line (const NpCheckFinding *finding)
{
  g_autofree char *detail = finding->detail != NULL ? g_strdup_printf (" (%s)", finding->detail) : g_strdup ("");
  g_autofree char *kept = NULL;

  if (finding->kept != NULL)
    /* Translators: %s is a file, where what was there before is kept */
    kept = g_strdup_printf (_ ("; kept as %s"), finding->kept);
  np_cli_print ("%s: %s: %s%s%s\n", grade_words (finding), finding->path, kind_words (finding->kind), detail,
                kept != NULL ? kept : "");
}

static void
print_finding (const NpCheckFinding *finding, gboolean json)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!json)
    {
      print_line (finding);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  np_cli_add_string (builder, "kind", np_check_kind_to_string (finding->kind));
  json_builder_set_member_name (builder, "serious");
  json_builder_add_boolean_value (builder, finding->serious);
  json_builder_set_member_name (builder, "mended");
  json_builder_add_boolean_value (builder, finding->mended);
  np_cli_add_string (builder, "file", finding->path);
  np_cli_add_string (builder, "message", kind_words (finding->kind));
  np_cli_add_string (builder, "detail", finding->detail);
  np_cli_add_string (builder, "kept", finding->kept);
  json_builder_end_object (builder);
  np_cli_print_json (builder);
}

static void
on_progress (double progress, gpointer user_data)
{
  int *last = user_data, now = (int) (progress * 100);

  if (now != *last && isatty (STDERR_FILENO))
    fprintf (stderr, "\r%3d %%%s", now, progress >= 1 ? "\r     \r" : "");
  *last = now;
}

static NpCliStatus
check (NpLibrary *library, NpCheckMode mode, gboolean json)
{
  g_autoptr (GError) error = NULL;
  guint stories = 0, wrong = 0, mended = 0;
  int last = -1;
  g_autoptr (GPtrArray) findings = np_check_library (library, mode, &stories, on_progress, &last, NULL, &error);

  if (findings == NULL)
    return np_cli_complain_of (np_library_get_folder (library), error);
  for (guint i = 0; i < findings->len; i++)
    {
      const NpCheckFinding *finding = findings->pdata[i];

      print_finding (finding, json);
      mended += finding->mended;
      wrong += finding->serious && !finding->mended;
    }
  if (!json && mode == NP_CHECK_REPAIR)
    np_cli_print (
        ngettext ("%u story checked: %u mended, %u wrong.\n", "%u stories checked: %u mended, %u wrong.\n", stories),
        stories, mended, wrong);
  else if (!json)
    np_cli_print (ngettext ("%u story checked: %u wrong.\n", "%u stories checked: %u wrong.\n", stories), stories,
                  wrong);
  return wrong > 0 ? NP_CLI_FAILED : NP_CLI_OK;
}

/**
 * np_cli_check:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Checks the library and changes nothing in it, unless it is asked to mend it.
 *
 * Returns: the exit status
 */
int
np_cli_check (int argc, char **argv)
{
  g_auto (NpCliOptions) options = { 0 };
  g_autoptr (NpLibrary) library = NULL;
  NpCliStatus status = NP_CLI_OK;
  gboolean repair = FALSE;
  const GOptionEntry entries[] = {
    { "repair", 0, 0, G_OPTION_ARG_NONE, &repair, N_ ("Mend what can be mended; nothing is lost"), NULL },
    { NULL },
  };

  if (!np_cli_options_parse (
          &options, argc, argv, NULL, _ ("Reads every story, photo and page of the library and says what is wrong."),
          _ ("Without --repair nothing is changed. With it, a file that is changed is kept as it was in damaged/, one "
             "that cannot be used is moved there, and photos and pages that no story names go to the trash.\n\n"
             "With --json there is one object a line: kind, serious, mended, file, message, detail, kept.\n\n"
             "The exit status is 0 when the library is whole, or was mended, and 1 when something is wrong."),
          entries))
    return NP_CLI_USAGE;
  if (np_cli_options_count (&options) > 0)
    return np_cli_complain_of_usage (_ ("%s: not expected"), options.words[0]);
  library = repair ? np_cli_open_to_repair (&options, &status) : np_cli_open_to_read (&options, &status);
  if (library == NULL)
    return status;
  status = check (library, repair ? NP_CHECK_REPAIR : NP_CHECK_ONLY, options.json);
  np_cli_settle ();
  np_library_close (library);
  return status;
}
