#include "cli/np-cli-list.h"

#include "cli/np-cli-options.h"
#include "cli/np-cli-story.h"
#include "library/np-library-error.h"

#include <glib/gi18n.h>

/* What the two commands are asked for beside NpCliOptions. */
typedef struct
{
  NpCliOptions common;
  char *topic;
  char *sort;
  gboolean ascending;
  int limit;
} Options;

static void
options_clear (Options *options)
{
  np_cli_options_clear (&options->common);
  g_free (options->topic);
  g_free (options->sort);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, int argc, char **argv, const char *parameters, const char *summary, const char *description)
{
  const GOptionEntry entries[] = {
    { "topic", 't', 0, G_OPTION_ARG_FILENAME, &options->topic, N_ ("Only stories of this topic and those inside it"),
      N_ ("TOPIC") },
    { "sort", 's', 0, G_OPTION_ARG_STRING, &options->sort, N_ ("published, saved, headline, site, length or relevance"),
      N_ ("ORDER") },
    { "ascending", 'a', 0, G_OPTION_ARG_NONE, &options->ascending, N_ ("Oldest, A or shortest first"), NULL },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &options->limit, N_ ("How many at the most"), N_ ("NUMBER") },
    { NULL },
  };

  return np_cli_options_parse (&options->common, argc, argv, parameters, summary, description, entries);
}

static const char *
mistake_words (const NpQueryMistake *mistake)
{
  switch (mistake->kind)
    {
    case NP_QUERY_OPEN_QUOTE:
      return _ ("a phrase without its second quote; it is taken up to the end");
    case NP_QUERY_OPEN_PARENTHESIS:
      return _ ("a parenthesis that is not closed; it is closed at the end");
    case NP_QUERY_LONE_PARENTHESIS:
      return _ ("a parenthesis that was never opened; it is passed over");
    case NP_QUERY_EMPTY_FIELD:
      return _ ("a field with nothing behind it; it is passed over");
    case NP_QUERY_BAD_DATE:
      return _ ("not a date; write 2018, 2018-05 or 2018-05-31");
    case NP_QUERY_BAD_STATE:
      return _ ("not a state; write is:unread, is:read, is:starred, is:archived or is:trashed");
    case NP_QUERY_LONE_OPERATOR:
      return _ ("OR or - with nothing to work on; it is passed over");
    }
  return "";
}

/* Sets the query's order and topic. */
static gboolean
refine (const Options *options, NpLibrary *library, NpQuery *query, NpCliStatus *status)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  const NpTopic *topic = options->topic != NULL ? np_topic_tree_find (tree, options->topic) : NULL;

  if (options->sort != NULL && !np_sort_from_string (options->sort, &query->sort))
    {
      *status = np_cli_complain_of_usage (_ ("%s: not an order"), options->sort);
      return FALSE;
    }
  query->ascending = options->ascending;
  if (options->topic != NULL && topic == NULL)
    {
      g_autoptr (GError) error =
          g_error_new (NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_TOPIC, "%s: no such topic", options->topic);
      *status = np_cli_complain_of (options->topic, error);
      return FALSE;
    }
  query->topic = topic != NULL ? g_strdup (topic->key) : NULL;
  return TRUE;
}

static NpCliStatus
print (const Options *options, NpLibrary *library, NpQuery *query)
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

static NpCliStatus
run (const Options *options, NpQuery *query)
{
  NpCliStatus status = NP_CLI_FAILED;
  g_autoptr (NpLibrary) library = np_cli_open_to_read (&options->common, &status);

  if (library == NULL)
    return status;
  if (refine (options, library, query, &status))
    status = print (options, library, query);
  np_cli_settle ();
  np_library_close (library);
  return status;
}

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
  g_auto (Options) options = { .limit = 0 };
  g_autoptr (NpQuery) query = NULL;
  NpPlace place = NP_PLACE_ALL;

  if (!parse (&options, argc, argv, _ ("[PLACE]"), _ ("Lists stories, newest first."),
              _ ("PLACE is all, inbox, starred, archive or trash. With --json there is one object a line.")))
    return NP_CLI_USAGE;
  if (np_cli_options_count (&options.common) > 1)
    return np_cli_complain_of_usage (_ ("%s: one place at a time"), options.common.words[1]);
  if (options.common.words != NULL && !np_place_from_string (options.common.words[0], &place))
    return np_cli_complain_of_usage (_ ("%s: not a place"), options.common.words[0]);
  query = np_query_new (place, NULL, NULL);
  return run (&options, query);
}

/**
 * np_cli_search:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Prints the stories that a search finds. Mistakes in it are told, and what is right of it counts.
 *
 * Returns: the exit status
 */
int
np_cli_search (int argc, char **argv)
{
  g_auto (Options) options = { .limit = 0 };
  g_autoptr (NpQuery) query = NULL;
  g_autofree char *text = NULL, *valid = NULL;

  if (!parse (
          &options, argc, argv, _ ("QUERY…"), _ ("Finds stories, the best match first."),
          _ ("QUERY is made of words, \"phrases\", prefix*, -not, OR, parentheses and the fields headline: caption: "
             "credit:\ntopic: site: by: before: after: is:. Quote it, or write -- before it, when a word begins "
             "with a dash.")))
    return NP_CLI_USAGE;
  if (np_cli_options_count (&options.common) == 0)
    return np_cli_complain_of_usage ("%s", _ ("There is nothing to search for"));
  text = g_strjoinv (" ", options.common.words);
  valid = g_utf8_make_valid (text, -1);
  query = np_query_new (NP_PLACE_ALL, NULL, valid);
  query->sort = NP_SORT_RELEVANCE;
  for (guint i = 0; i < query->mistakes->len; i++)
    {
      const NpQueryMistake *mistake = &g_array_index (query->mistakes, NpQueryMistake, i);
      np_cli_complain (_ ("%s: column %u: %s."), valid, mistake->column + 1, mistake_words (mistake));
    }
  return run (&options, query);
}
