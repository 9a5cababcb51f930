#include "cli/np-cli-update.h"

#include "cli/np-cli-import.h"
#include "cli/np-cli-options.h"
#include "cli/np-cli-source.h"

#include <glib/gi18n.h>

/* Stories by their names; one that is nowhere keeps none of the others from being looked for. */
static GPtrArray *
find_stories (NpLibrary *library, char **names, NpCliStatus *status)
{
  char *nothing[] = { NULL };
  GPtrArray *sources = np_cli_sources_from_words (nothing, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NpStory) story = np_cli_find_story (library, names[i], &error);

      if (story != NULL)
        np_cli_sources_add_story (sources, names[i], story);
      else
        *status = np_cli_worse (*status, np_cli_complain_of (names[i], error));
    }
  return sources;
}

/**
 * np_cli_update:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Fetches the pages of saved stories again.
 *
 * Returns: the exit status
 */
int
np_cli_update (int argc, char **argv)
{
  g_auto (NpCliOptions) options = { 0 };
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (NpLibrary) library = NULL;
  g_autoptr (GError) reason = NULL;
  NpCliStatus status = NP_CLI_OK;

  if (!np_cli_options_parse (&options, argc, argv, _ ("STORY…"), _ ("Looks for new versions of saved stories."),
                             _ ("STORY is the id of a story, the beginning of one, or its address. Its page is fetched "
                                "again; when it reads\ndifferently, the new version takes the place of the old, which "
                                "is kept. Your corrections, topics, highlights\nand notes stay. Undo takes it back."),
                             NULL))
    return NP_CLI_USAGE;
  if (np_cli_options_count (&options) == 0)
    return np_cli_complain_of_usage ("%s", _ ("No story is named"));
  library = np_cli_open_to_write (&options, &reason);
  if (library == NULL)
    return NP_CLI_NOT_WRITABLE;
  sources = find_stories (library, options.words, &status);
  if (sources->len > 0)
    status =
        np_cli_worse (status, reason == NULL ? np_cli_import_all (library, sources, NULL, options.json)
                                             : np_cli_import_elsewhere (library, sources, NULL, options.json, reason));
  np_cli_settle ();
  np_library_close (library);
  return status;
}
