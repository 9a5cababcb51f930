#include "cli/np-cli-stories.h"

#include "cli/np-cli-story.h"
#include "library/np-library-error.h"

#include <glib/gi18n.h>

/**
 * np_cli_stories_options_clear:
 * @options: options
 *
 * Frees what is in @options.
 */
void
np_cli_stories_options_clear (NpCliStoriesOptions *options)
{
  np_cli_options_clear (&options->common);
  g_free (options->topic);
  g_free (options->sort);
}

/* Entries of the command's own come after those that both have. */
static GArray *
join_entries (const GOptionEntry *first, const GOptionEntry *more)
{
  GArray *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (; first->long_name != NULL; first++)
    g_array_append_vals (entries, first, 1);
  for (; more != NULL && more->long_name != NULL; more++)
    g_array_append_vals (entries, more, 1);
  return entries;
}

/**
 * np_cli_stories_parse:
 * @options: gets what is asked for
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 * @parameters: what --help shows behind the command
 * @summary: what the command does
 * @description: more of it
 * @more: (nullable): entries of the command's own
 *
 * Returns: whether the command line is understood; if not, that was said
 */
gboolean
np_cli_stories_parse (NpCliStoriesOptions *options, int argc, char **argv, const char *parameters, const char *summary,
                      const char *description, const GOptionEntry *more)
{
  const GOptionEntry both[] = {
    { "topic", 't', 0, G_OPTION_ARG_FILENAME, &options->topic, N_ ("Only stories of this topic and those inside it"),
      N_ ("TOPIC") },
    { "sort", 's', 0, G_OPTION_ARG_STRING, &options->sort, N_ ("published, saved, headline, site, length or relevance"),
      N_ ("ORDER") },
    { "ascending", 'a', 0, G_OPTION_ARG_NONE, &options->ascending, N_ ("Oldest, A or shortest first"), NULL },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &options->limit, N_ ("How many at the most"), N_ ("NUMBER") },
    { NULL },
  };
  g_autoptr (GArray) entries = join_entries (both, more);

  return np_cli_options_parse (&options->common, argc, argv, parameters, summary, description,
                               (const GOptionEntry *) (gpointer) entries->data);
}

/* Sets the query's order and topic. */
static gboolean
refine (const NpCliStoriesOptions *options, NpLibrary *library, NpQuery *query, NpCliStatus *status)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  const NpTopic *topic = options->topic != NULL ? np_topic_tree_find (tree, options->topic) : NULL;

  if (options->sort != NULL && !np_sort_from_string (options->sort, &query->sort))
    {
      *status = np_cli_complain_of_usage (_ ("%s: not an order"), options->sort);
      return FALSE;
    }
  query->ascending |= options->ascending;
  if (options->topic != NULL && topic == NULL)
    {
      g_autoptr (GError) error =
          g_error_new (NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_TOPIC, "%s: no such topic", options->topic);
      *status = np_cli_complain_of (options->topic, error);
      return FALSE;
    }
  if (topic != NULL)
    {
      g_free (query->topic);
      query->topic = g_strdup (topic->key);
    }
  return TRUE;
}

static NpCliStatus
print (const NpCliStoriesOptions *options, NpLibrary *library, NpQuery *query)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stories =
      np_library_find_stories (library, query, options->limit > 0 ? (guint) options->limit : G_MAXUINT, &error);

  if (stories == NULL)
    return np_cli_complain_of (np_library_get_folder (library), error);
  for (guint i = 0; i < stories->len; i++)
    np_cli_print_story (stories->pdata[i], tree, options->common.json);
  if (stories->len > 0)
    return NP_CLI_OK;
  if (!options->common.json)
    np_cli_complain ("%s", _ ("No stories were found. Save one with newsprint import."));
  return NP_CLI_NOTHING;
}

/**
 * np_cli_stories_print:
 * @options: what is asked for
 * @library: the library
 * @query: which stories; gets order and topic of @options where they say any
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_stories_print (const NpCliStoriesOptions *options, NpLibrary *library, NpQuery *query)
{
  NpCliStatus status = NP_CLI_FAILED;

  return refine (options, library, query, &status) ? print (options, library, query) : status;
}
