#include "cli/np-cli.h"

#include "cli/np-cli-check.h"
#include "cli/np-cli-extract.h"
#include "cli/np-cli-feed.h"
#include "cli/np-cli-follow.h"
#include "cli/np-cli-import.h"
#include "cli/np-cli-list.h"
#include "cli/np-cli-output.h"
#include "cli/np-cli-reextract.h"
#include "cli/np-cli-reindex.h"
#include "cli/np-cli-search.h"
#include "cli/np-cli-show.h"
#include "cli/np-cli-topic.h"
#include "cli/np-cli-trash.h"
#include "cli/np-cli-update.h"
#include "cli/np-cli-versions.h"

#include "np-config.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *name;
  int (*run) (int argc, char **argv);
  const char *summary;
} Command;

static const Command commands[] = {
  { "import", np_cli_import, N_ ("Save stories from addresses and files") },
  { "list", np_cli_list, N_ ("List stories") },
  { "show", np_cli_show, N_ ("Print a story") },
  { "search", np_cli_search, N_ ("Find stories by words and fields") },
  { "topic", np_cli_topic, N_ ("List and change topics") },
  { "follow", np_cli_follow, N_ ("Follow feeds: what is new waits on the New shelf") },
  { "feed", np_cli_feed, N_ ("Show and change the feeds that are followed") },
  { "extract", np_cli_extract, N_ ("Read a story from a page without saving it") },
  { "trash", np_cli_trash, N_ ("Empty the trash") },
  { "update", np_cli_update, N_ ("Look for new versions of saved stories") },
  { "versions", np_cli_versions, N_ ("Show the older versions of a story and what changed") },
  { "check", np_cli_check, N_ ("Check that everything in the library is whole") },
  { "reextract", np_cli_reextract, N_ ("Read saved stories anew from their kept pages") },
  { "reindex", np_cli_reindex, N_ ("Build the index of the library anew") },
};

static int
run_help (void)
{
  np_cli_print ("%s\n  newsprint [%s]\n  newsprint %s\n\n%s\n", _ ("Usage:"), _ ("URL|FILE…"), _ ("COMMAND [OPTION…]"),
                _ ("Without a command Newsprint opens its window and saves what is named."));
  np_cli_print ("\n%s\n", _ ("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    np_cli_print ("  %-9s %s\n", commands[i].name, _ (commands[i].summary));
  np_cli_print ("\n%s\n  0  %s\n  1  %s\n  2  %s\n  3  %s\n  4  %s\n", _ ("Exit status:"), _ ("everything went well"),
                _ ("something failed; standard error says what"), _ ("the command line is not understood"),
                _ ("nothing was found"), _ ("the library cannot be written, or another Newsprint has it open"));
  np_cli_print ("\n%s\n", _ ("newsprint COMMAND --help says more of each command."));
  return NP_CLI_OK;
}

static int
run_version (void)
{
  np_cli_print ("Newsprint %s\n", NP_VERSION);
  return NP_CLI_OK;
}

static gboolean
is_one_of (const char *word, const char *a, const char *b)
{
  return g_str_equal (word, a) || g_str_equal (word, b);
}

/**
 * np_cli_is_command:
 * @word: (nullable): the first word after the name of the program
 *
 * Returns: whether @word is for np_cli_run(), not for the window
 */
gboolean
np_cli_is_command (const char *word)
{
  if (word == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (word, commands[i].name))
      return TRUE;
  return is_one_of (word, "--help", "-h") || g_str_equal (word, "help") || g_str_equal (word, "--version");
}

/**
 * np_cli_run:
 * @argc: how many words
 * @argv: (array length=argc): the name of the program and a command, as np_cli_is_command() knows it, with its
 * arguments
 *
 * Runs a command; blocks until it is done.
 *
 * Returns: the exit status of the program: an NpCliStatus
 */
int
np_cli_run (int argc, char **argv)
{
  const char *word = argc > 1 ? argv[1] : "--help";

  if (g_str_equal (word, "--version"))
    return run_version ();
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (word, commands[i].name))
      {
        g_autofree char *name = g_strconcat ("newsprint ", word, NULL);

        g_set_prgname (name); /* what --help calls the command */
        return commands[i].run (argc - 1, argv + 1);
      }
  return run_help ();
}
