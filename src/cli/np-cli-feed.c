#include "cli/np-cli-feed.h"

#include "cli/np-cli-feed-preview.h"
#include "cli/np-cli-follow.h"

#include <glib/gi18n.h>

/* What comes after `newsprint feed`. */
typedef struct
{
  const char *name;
  NpCliStatus (*run) (NpLibrary *library, const NpCliOptions *options);
  guint words; /* after the verb */
  gboolean changes;
  const char *summary;
} Verb;

static const Verb verbs[] = {
  { "list", np_cli_feed_list, 0, FALSE, N_ ("list                   the feeds that are followed") },
  { "new", np_cli_feed_new, 0, FALSE, N_ ("new                    what waits on the New shelf") },
  { "refresh", np_cli_feed_refresh, 0, TRUE, N_ ("refresh                ask every feed for what is new") },
  { "remove", np_cli_feed_remove, 1, TRUE, N_ ("remove FEED            stop following it: its address or id") },
  { "import", np_cli_feed_import, 1, TRUE, N_ ("import FILE            follow the feeds of an OPML file") },
  { "export", np_cli_feed_export, 0, FALSE, N_ ("export                 print the feeds as OPML") },
};

static char *
dup_description (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", _ ("preview URL|FILE       print what a feed holds; keeps nothing"));
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (text, "%s\n", _ (verbs[i].summary));
  return g_strdup (text->str);
}

static NpCliStatus
run_verb (const NpCliOptions *options, const Verb *verb)
{
  NpCliStatus status = NP_CLI_OK;
  g_autoptr (GError) reason = NULL;
  g_autoptr (NpLibrary) library =
      verb->changes ? np_cli_open_to_write (options, &reason) : np_cli_open_to_read (options, &status);

  if (reason != NULL)
    {
      if (library != NULL)
        np_cli_complain_of (np_library_get_folder (library), reason);
      return NP_CLI_NOT_WRITABLE;
    }
  if (library == NULL)
    return status;
  status = verb->run (library, options);
  np_library_close (library);
  return status;
}

/**
 * np_cli_feed:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Shows and changes the feeds that are followed, and shows what any feed holds.
 *
 * Returns: the exit status
 */
int
np_cli_feed (int argc, char **argv)
{
  g_auto (NpCliOptions) options = { .fetches = TRUE };
  g_autofree char *description = dup_description ();
  const char *name;
  guint count;

  if (!np_cli_options_parse (&options, argc, argv, _ ("[list|new|refresh|preview|… FEED]"),
                             _ ("Shows and changes the feeds that are followed."), description, NULL))
    return NP_CLI_USAGE;
  name = options.words != NULL ? options.words[0] : "list";
  count = MAX (np_cli_options_count (&options), 1) - 1;
  if (g_str_equal (name, "preview") && count == 1)
    return np_cli_feed_preview (options.words[1], options.user_agent, options.json);
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, name) && verbs[i].words == count)
      return run_verb (&options, verbs + i);
  return np_cli_complain_of_usage (_ ("feed %s: not known, or too few or too many words"), name);
}
