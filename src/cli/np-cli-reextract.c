#include "cli/np-cli-reextract.h"

#include "cli/np-cli-options.h"
#include "library/np-reextract.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

/* What the command line asked for. */
typedef struct
{
  NpCliOptions common;
  gboolean all;
  gboolean dry_run;
  char *search; /* (nullable) */
} Options;

static void
options_clear (Options *options)
{
  np_cli_options_clear (&options->common);
  g_free (options->search);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static GPtrArray *
find_by_query (const Options *options, NpLibrary *library, NpCliStatus *status)
{
  g_autofree char *text = options->search != NULL ? g_utf8_make_valid (options->search, -1) : NULL;
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, text);
  g_autoptr (GError) error = NULL;
  GPtrArray *stories = np_library_find_stories (library, query, G_MAXUINT, &error);

  if (stories == NULL)
    *status = np_cli_complain_of (np_library_get_folder (library), error);
  return stories;
}

static GPtrArray *
find_by_name (const Options *options, NpLibrary *library, NpCliStatus *status)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < np_cli_options_count (&options->common); i++)
    {
      g_autoptr (GError) error = NULL;
      NpStory *story = np_cli_find_story (library, options->common.words[i], &error);

      if (story == NULL)
        {
          *status = np_cli_complain_of (options->common.words[i], error);
          return NULL;
        }
      g_ptr_array_add (stories, story);
    }
  return g_steal_pointer (&stories);
}

/* On a terminal alone, so that a pipe gets plain lines. */
static void
on_progress (guint done, guint total, gpointer user_data)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r%3.0f %%  %u/%u%s", 100.0 * done / total, done, total, done == total ? "\n" : "");
}

static void
print_json (const NpReextraction *story)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  np_cli_add_string (builder, "id", story->id);
  np_cli_add_string (builder, "headline", story->headline);
  json_builder_set_member_name (builder, "changed");
  json_builder_begin_array (builder);
  for (guint bit = 1; bit <= NP_ARTICLE_FIELDS_EXTRACTED; bit <<= 1)
    if (story->changed & bit)
      json_builder_add_string_value (builder, np_article_field_to_string ((NpArticleFields) bit));
  json_builder_end_array (builder);
  np_cli_add_error (builder, story->error);
  json_builder_end_object (builder);
  np_cli_print_json (builder);
}

/* The fields by their names in the story's file, which --json and newsprint show give, too. */
static void
print_line (const NpReextraction *story)
{
  g_autoptr (GString) fields = g_string_new (NULL);

  for (guint bit = 1; bit <= NP_ARTICLE_FIELDS_EXTRACTED; bit <<= 1)
    if (story->changed & bit)
      g_string_append_printf (fields, "%s%s", fields->len > 0 ? ", " : "",
                              np_article_field_to_string ((NpArticleFields) bit));
  if (fields->len > 0)
    np_cli_print ("%.8s  %s: %s\n", story->id, story->headline != NULL ? story->headline : "", fields->str);
}

static NpCliStatus
print (const Options *options, GPtrArray *results)
{
  NpCliStatus status = NP_CLI_OK;
  guint changed = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const NpReextraction *story = results->pdata[i];

      changed += story->changed != 0;
      if (options->common.json)
        print_json (story);
      else
        print_line (story);
      if (story->error != NULL && !options->common.json)
        np_cli_complain_of (story->headline != NULL ? story->headline : story->id, story->error);
      if (story->error != NULL)
        status = NP_CLI_FAILED;
    }
  if (options->common.json)
    return status;
  if (options->dry_run)
    np_cli_print (ngettext ("%u story would change.\n", "%u stories would change.\n", changed), changed);
  else
    np_cli_print (ngettext ("%u story changed.\n", "%u stories changed.\n", changed), changed);
  return status;
}

static NpCliStatus
reextract (const Options *options, NpLibrary *library)
{
  NpCliStatus status = NP_CLI_FAILED;
  gboolean by_name = !options->all && options->search == NULL;
  g_autoptr (GPtrArray) stories =
      by_name ? find_by_name (options, library, &status) : find_by_query (options, library, &status);
  g_autoptr (GPtrArray) ids = g_ptr_array_new (), results = NULL;
  g_autoptr (GError) error = NULL;

  if (stories == NULL)
    return status;
  if (stories->len == 0)
    return NP_CLI_NOTHING;
  for (guint i = 0; i < stories->len; i++)
    g_ptr_array_add (ids, (gpointer) np_story_get_id (stories->pdata[i]));
  g_ptr_array_add (ids, NULL);
  results = np_library_reextract (library, (const char *const *) ids->pdata, options->dry_run, on_progress, NULL, NULL,
                                  &error);
  if (results == NULL)
    return np_cli_complain_of (np_library_get_folder (library), error);
  return print (options, results);
}

static gboolean
parse (Options *options, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "all", 'a', 0, G_OPTION_ARG_NONE, &options->all, N_ ("All stories but those in the trash"), NULL },
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &options->search, N_ ("The stories that a search finds"), N_ ("QUERY") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options->dry_run, N_ ("Say what would change, and write nothing"), NULL },
    { NULL },
  };

  return np_cli_options_parse (&options->common, argc, argv, _ ("STORY…"),
                               _ ("Reads saved stories anew from their kept pages."),
                               _ ("What you corrected stays, and so do saved photos, topics, notes and highlights. "
                                  "Nothing is fetched. Undo takes all of it back."),
                               entries);
}

/**
 * np_cli_reextract:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Reads stories anew from the pages that were kept of them.
 *
 * Returns: the exit status
 */
int
np_cli_reextract (int argc, char **argv)
{
  g_auto (Options) options = { .search = NULL };
  NpCliStatus status = NP_CLI_FAILED;
  g_autoptr (NpLibrary) library = NULL;

  if (!parse (&options, argc, argv))
    return NP_CLI_USAGE;
  if ((np_cli_options_count (&options.common) > 0) + options.all + (options.search != NULL) != 1)
    return np_cli_complain_of_usage ("%s", _ ("Either stories, --all or --search QUERY is needed"));
  library = options.dry_run ? np_cli_open_to_read (&options.common, &status)
                            : np_cli_open_to_change (&options.common, &status);
  if (library == NULL)
    return status;
  status = reextract (&options, library);
  np_cli_settle ();
  np_library_close (library);
  return status;
}
