#include "cli/np-cli-trash.h"

#include "cli/np-cli-options.h"
#include "library/np-library-error.h"
#include "library/np-trash.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

/* Asks a person at a terminal; nobody else is asked, and nobody else says yes. */
static gboolean
ask (NpLibrary *library)
{
  NpCounts counts;
  char answer[16] = "";
  const char *yes = _ ("yes");

  np_library_get_counts (library, &counts);
  if (!isatty (STDIN_FILENO) || !isatty (STDERR_FILENO))
    {
      np_cli_complain (_ ("Emptying the trash cannot be undone. Say --yes if that is meant."));
      return FALSE;
    }
  fprintf (stderr,
           ngettext ("%u story will be gone for good. This cannot be undone. Type “%s” to go on: ",
                     "%u stories will be gone for good. This cannot be undone. Type “%s” to go on: ", counts.trash),
           counts.trash, yes);
  return fgets (answer, sizeof answer, stdin) != NULL && g_str_equal (g_strstrip (answer), yes);
}

static NpCliStatus
empty (NpLibrary *library, gboolean json)
{
  NpTrashResult result;
  g_autoptr (GError) error = NULL;
  g_autofree char *stories = NULL;

  if (!np_trash_delete (library, NULL, &result, &error))
    return np_cli_complain_of (np_library_get_folder (library), error);
  if (json)
    {
      np_cli_print ("{\"stories\": %u, \"files\": %u}\n", result.stories, result.files);
      return NP_CLI_OK;
    }
  stories = g_strdup_printf (
      ngettext ("%u story was deleted for good", "%u stories were deleted for good", result.stories), result.stories);
  np_cli_print (ngettext ("%s, with %u photo or page.\n", "%s, with %u photos and pages.\n", result.files), stories,
                result.files);
  return NP_CLI_OK;
}

/**
 * np_cli_trash:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Empties the trash. Its stories are listed by `newsprint list trash`.
 *
 * Returns: the exit status
 */
int
np_cli_trash (int argc, char **argv)
{
  g_auto (NpCliOptions) options = { 0 };
  g_autoptr (NpLibrary) library = NULL;
  g_autoptr (GError) reason = NULL;
  NpCliStatus status = NP_CLI_OK;
  gboolean yes = FALSE;
  const GOptionEntry entries[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_ ("Do not ask"), NULL },
    { NULL },
  };

  if (!np_cli_options_parse (&options, argc, argv, _ ("empty"), _ ("Removes the stories in the trash for good."),
                             _ ("This is the one change that cannot be undone. Photos and pages that no other story "
                                "names go with them. newsprint list trash says what is in the trash."),
                             entries))
    return NP_CLI_USAGE;
  if (np_cli_options_count (&options) != 1 || !g_str_equal (options.words[0], "empty"))
    return np_cli_complain_of_usage (_ ("“empty” is expected"));
  library = np_cli_open_to_write (&options, &reason);
  if (library == NULL)
    return NP_CLI_NOT_WRITABLE;
  if (reason != NULL)
    status = g_error_matches (reason, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_LOCKED)
                 ? np_cli_complain_of (np_library_get_folder (library), reason)
                 : NP_CLI_NOT_WRITABLE;
  else
    status = yes || ask (library) ? empty (library, options.json) : NP_CLI_FAILED;
  np_cli_settle ();
  np_library_close (library);
  return status;
}
