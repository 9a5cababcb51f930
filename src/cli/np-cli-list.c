#include "cli/np-cli-list.h"

#include "cli/np-cli-stories.h"

#include <glib/gi18n.h>

/**
 * np_cli_list:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Prints the stories of a place.
 *
 * Returns: the exit status
 */
int
np_cli_list (int argc, char **argv)
{
  g_auto (NpCliStoriesOptions) options = { .limit = 0 };
  g_autoptr (NpLibrary) library = NULL;
  g_autoptr (NpQuery) query = NULL;
  NpPlace place = NP_PLACE_ALL;
  NpCliStatus status = NP_CLI_FAILED;

  if (!np_cli_stories_parse (
          &options, argc, argv, _ ("[PLACE]"), _ ("Lists stories, newest first."),
          _ ("PLACE is all, inbox, starred, archive or trash. With --json there is one object a line."), NULL))
    return NP_CLI_USAGE;
  if (np_cli_options_count (&options.common) > 1)
    return np_cli_complain_of_usage (_ ("%s: one place at a time"), options.common.words[1]);
  if (options.common.words != NULL && !np_place_from_string (options.common.words[0], &place))
    return np_cli_complain_of_usage (_ ("%s: not a place"), options.common.words[0]);
  library = np_cli_open_to_read (&options.common, &status);
  if (library == NULL)
    return status;
  query = np_query_new (place, NULL, NULL);
  status = np_cli_stories_print (&options, library, query);
  np_cli_settle ();
  np_library_close (library);
  return status;
}
