#include "cli/np-cli-search.h"

#include "cli/np-cli-kept.h"
#include "cli/np-cli-stories.h"

#include <glib/gi18n.h>

/* What the command is asked for beside NpCliStoriesOptions; one of the first four at the most. */
typedef struct
{
  NpCliStoriesOptions stories;
  gboolean list;
  char *keep;
  char *run;
  char *remove;
} Options;

static void
options_clear (Options *options)
{
  np_cli_stories_options_clear (&options->stories);
  g_free (options->keep);
  g_free (options->run);
  g_free (options->remove);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

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
      return _ ("a parenthesis that was never opened; it is ignored");
    case NP_QUERY_EMPTY_FIELD:
      return _ ("a field with nothing after it; it is ignored");
    case NP_QUERY_BAD_DATE:
      return _ ("not a date; write 2018, 2018-05 or 2018-05-31");
    case NP_QUERY_BAD_STATE:
      return _ ("not a state; write is:unread, is:read, is:starred, is:archived, is:highlighted or is:trashed");
    case NP_QUERY_LONE_OPERATOR:
      return _ ("OR or - with nothing to work on; it is ignored");
    }
  return "";
}

static gboolean
parse (Options *options, int argc, char **argv)
{
  const GOptionEntry more[] = {
    { "keep", 'k', 0, G_OPTION_ARG_FILENAME, &options->keep,
      N_ ("Keep the search under this name, as the sidebar does"), N_ ("NAME") },
    { "kept", 0, 0, G_OPTION_ARG_NONE, &options->list, N_ ("Print the searches that are kept"), NULL },
    { "run", 'r', 0, G_OPTION_ARG_FILENAME, &options->run, N_ ("Find what the search with this name finds"),
      N_ ("NAME") },
    { "remove", 0, 0, G_OPTION_ARG_FILENAME, &options->remove, N_ ("Stop keeping the search with this name"),
      N_ ("NAME") },
    { NULL },
  };

  return np_cli_stories_parse (
      &options->stories, argc, argv, _ ("QUERY…"), _ ("Finds stories, the best match first."),
      _ ("QUERY is made of words, \"phrases\", prefix*, -not, OR, parentheses and the fields headline: caption: "
         "credit:\ntopic: site: by: note: before: after: is:. Quote it, or write -- before it, when a word begins "
         "with a dash."),
      more);
}

/* Says whether no more is asked for than can be done at once. */
static gboolean
check (const Options *options)
{
  guint n = (options->list ? 1 : 0) + (options->keep != NULL) + (options->run != NULL) + (options->remove != NULL);
  gboolean wants_words = options->keep != NULL || n == 0,
           has_words = np_cli_options_count (&options->stories.common) > 0;

  if (n > 1)
    np_cli_complain_of_usage ("%s", _ ("One of --keep, --kept, --run and --remove at a time"));
  else if (wants_words && !has_words)
    np_cli_complain_of_usage ("%s", _ ("There is nothing to search for"));
  else if (!wants_words && has_words)
    np_cli_complain_of_usage (_ ("%s: --kept, --run and --remove take no search"), options->stories.common.words[0]);
  else
    return TRUE;
  return FALSE;
}

/* What the words ask for; mistakes in them are told, and what is right of them counts. */
static NpQuery *
read_query (const Options *options)
{
  g_autofree char *text = g_strjoinv (" ", options->stories.common.words), *valid = g_utf8_make_valid (text, -1);
  NpQuery *query = np_query_new (NP_PLACE_ALL, NULL, valid);

  query->sort = NP_SORT_RELEVANCE;
  for (guint i = 0; i < query->mistakes->len; i++)
    {
      const NpQueryMistake *mistake = &g_array_index (query->mistakes, NpQueryMistake, i);

      np_cli_complain (_ ("%s: column %u: %s."), valid, mistake->column + 1, mistake_words (mistake));
    }
  return query;
}

static NpCliStatus
print (const Options *options, NpQuery *words)
{
  NpCliStatus status = NP_CLI_FAILED;
  g_autoptr (NpLibrary) library = np_cli_open_to_read (&options->stories.common, &status);
  g_autoptr (NpQuery) query = words != NULL ? np_query_ref (words) : NULL;

  if (library == NULL)
    return status;
  if (options->list)
    status = np_cli_kept_list (library, options->stories.common.json);
  else if (query != NULL || (query = np_cli_kept_find (library, options->run, &status)) != NULL)
    status = np_cli_stories_print (&options->stories, library, query);
  np_cli_settle ();
  np_library_close (library);
  return status;
}

/**
 * np_cli_search:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Prints the stories that a search finds, or keeps the search, or prints those that are kept.
 *
 * Returns: the exit status
 */
int
np_cli_search (int argc, char **argv)
{
  g_auto (Options) options = { .keep = NULL };
  g_autoptr (NpQuery) query = NULL;

  if (!parse (&options, argc, argv) || !check (&options))
    return NP_CLI_USAGE;
  if (options.remove != NULL)
    return np_cli_kept_remove (&options.stories.common, options.remove);
  if (np_cli_options_count (&options.stories.common) > 0)
    query = read_query (&options);
  if (options.keep != NULL)
    return np_cli_kept_add (&options.stories.common, query, options.stories.topic, options.keep);
  return print (&options, query);
}
