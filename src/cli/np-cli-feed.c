#include "cli/np-cli-feed.h"

#include "cli/np-cli-feed-preview.h"
#include "cli/np-cli-options.h"

#include <glib/gi18n.h>

static char *
dup_description (void)
{
  return g_strconcat (_ ("preview URL|FILE       print what a feed holds; keeps nothing"), "\n", NULL);
}

/**
 * np_cli_feed:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Prints feeds.
 *
 * Returns: the exit status
 */
int
np_cli_feed (int argc, char **argv)
{
  g_auto (NpCliOptions) options = { 0 };
  g_autofree char *description = dup_description ();

  if (!np_cli_options_parse (&options, argc, argv, _ ("preview URL|FILE"), _ ("Shows what feeds hold."), description,
                             NULL))
    return NP_CLI_USAGE;
  if (np_cli_options_count (&options) != 2 || !g_str_equal (options.words[0], "preview"))
    return np_cli_complain_of_usage (_ ("feed: too few or too many words"));
  return np_cli_feed_preview (options.words[1], options.json);
}
