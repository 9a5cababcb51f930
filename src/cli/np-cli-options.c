#include "cli/np-cli-options.h"

#include "library/np-library-error.h"

#include <glib/gi18n.h>
#include <stdarg.h>

/* An id is found by its beginning from this many characters on. */
#define MIN_PREFIX 4

/**
 * np_cli_options_parse:
 * @options: (out caller-allocates): zeroed before but for `fetches`
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 * @parameters: what follows the options in the usage line
 * @summary: what the command does
 * @description: (nullable): printed after the options
 * @entries: (nullable) (array zero-terminated=1): options of this command alone
 *
 * Reads the options; answers --help and ends the program then. Words are taken as bytes, in any locale.
 *
 * Returns: whether they are understood; if not, that was said
 */
gboolean
np_cli_options_parse (NpCliOptions *options, int argc, char **argv, const char *parameters, const char *summary,
                      const char *description, const GOptionEntry *entries)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;
  const GOptionEntry common[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &options->library, N_ ("The folder of the library"), N_ ("FOLDER") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("Print JSON for other programs"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->words, NULL, NULL },
    { NULL },
  };
  const GOptionEntry network[] = {
    { "user-agent", 0, 0, G_OPTION_ARG_STRING, &options->user_agent, N_ ("Tell sites this name for Newsprint"),
      N_ ("NAME") },
    { NULL },
  };

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  g_option_context_set_translation_domain (context, NULL);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  if (options->fetches)
    g_option_context_add_main_entries (context, network, NULL);
  g_option_context_add_main_entries (context, common, NULL);
  if (g_option_context_parse (context, &argc, &argv, &error))
    return TRUE;
  np_cli_complain_of_usage ("%s", error->message);
  return FALSE;
}

/**
 * np_cli_options_clear:
 * @options: options
 */
void
np_cli_options_clear (NpCliOptions *options)
{
  g_clear_pointer (&options->library, g_free);
  g_clear_pointer (&options->user_agent, g_free);
  g_clear_pointer (&options->words, g_strfreev);
}

/**
 * np_cli_options_count:
 * @options: options
 *
 * Returns: how many words there are
 */
guint
np_cli_options_count (const NpCliOptions *options)
{
  return options->words != NULL ? g_strv_length (options->words) : 0;
}

/**
 * np_cli_complain_of_usage:
 * @format: a printf format: what is wrong, without a full stop
 * @...: its arguments
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_complain_of_usage (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  np_cli_complain (_ ("%s. See %s --help."), text, g_get_prgname ());
  return NP_CLI_USAGE;
}

static void
on_notice (NpLibrary *library, const char *message, gpointer user_data)
{
  np_cli_complain ("%s", message);
}

static NpLibrary *
open_library (const char *folder, NpLibraryFlags flags, GError **error)
{
  NpLibrary *library = np_library_open (folder, flags, error);

  if (library != NULL)
    g_signal_connect (library, "notice", G_CALLBACK (on_notice), NULL);
  return library;
}

/* An index that is behind still answers, so this is no reason to stop. */
static void
bring_up_to_date (NpLibrary *library)
{
  g_autoptr (GError) error = NULL;

  if (!np_library_refresh (library, FALSE, NULL, &error))
    np_cli_complain_of (np_library_get_folder (library), error);
}

static char *
dup_folder (const NpCliOptions *options)
{
  return options->library != NULL ? g_strdup (options->library) : np_library_dup_default_folder ();
}

/**
 * np_cli_open_to_read:
 * @options: options
 * @status: (out): the exit status, when it cannot be opened
 *
 * Opens the library, also one that another Newsprint has open, and brings its index up to date. Where there is no
 * library none is made: nothing was saved yet.
 *
 * Returns: (transfer full) (nullable): the library; `NULL` when it cannot be opened, which was said then
 */
NpLibrary *
np_cli_open_to_read (const NpCliOptions *options, NpCliStatus *status)
{
  g_autofree char *folder = dup_folder (options);
  g_autoptr (GError) error = NULL;
  NpLibrary *library = open_library (folder, NP_LIBRARY_READ_ONLY, &error);

  if (library != NULL)
    bring_up_to_date (library);
  else if (g_error_matches (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NOT_FOUND))
    {
      np_cli_complain (_ ("%s: There is no library. Save a story with newsprint import."), folder);
      *status = NP_CLI_NOTHING;
    }
  else
    *status = np_cli_complain_of (folder, error);
  return library;
}

/**
 * np_cli_open_as_it_is:
 * @options: options
 * @reason: (out): why it cannot be written
 *
 * Opens the library to change it without bringing its index up to date, and says it when that cannot be, except when
 * another Newsprint has it open: that one can perhaps be asked.
 *
 * Returns: (transfer full) (nullable): the library; with a @reason it can only be read, or is `NULL`
 */
NpLibrary *
np_cli_open_as_it_is (const NpCliOptions *options, GError **reason)
{
  g_autofree char *folder = dup_folder (options);
  NpLibrary *library = open_library (folder, NP_LIBRARY_NONE, reason);

  if (library != NULL)
    np_library_set_user_agent (library, options->user_agent);
  if ((library == NULL || !np_library_is_writable (library, reason))
      && !g_error_matches (*reason, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_LOCKED))
    np_cli_complain_of (folder, *reason);
  return library;
}

/**
 * np_cli_open_to_write:
 * @options: options
 * @reason: (out): why it cannot be written
 *
 * Does as np_cli_open_as_it_is(), and brings the index up to date.
 *
 * Returns: (transfer full) (nullable): the library; with a @reason it can only be read, or is `NULL`
 */
NpLibrary *
np_cli_open_to_write (const NpCliOptions *options, GError **reason)
{
  NpLibrary *library = np_cli_open_as_it_is (options, reason);

  if (library != NULL && *reason == NULL)
    bring_up_to_date (library);
  return library;
}

/**
 * np_cli_open_to_repair:
 * @options: options
 * @status: (out): the exit status, when it cannot be opened
 *
 * Opens the library to change it, with its index as it is: what is wrong with the files is not mended on the way.
 *
 * Returns: (transfer full) (nullable): the library; `NULL` when it cannot be written, which was said then
 */
NpLibrary *
np_cli_open_to_repair (const NpCliOptions *options, NpCliStatus *status)
{
  g_autofree char *folder = dup_folder (options);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpLibrary) library = NULL;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return np_cli_open_to_read (options, status);
  library = open_library (folder, NP_LIBRARY_NONE, &error);
  if (library != NULL && np_library_is_writable (library, &error))
    return g_steal_pointer (&library);
  np_cli_complain_of (folder, error);
  *status = library != NULL ? NP_CLI_NOT_WRITABLE : NP_CLI_FAILED;
  return NULL;
}

/**
 * np_cli_open_to_change:
 * @options: options
 * @status: (out): the exit status, when it cannot be changed
 *
 * Opens the library for a change that no other Newsprint can be asked for.
 *
 * Returns: (transfer full) (nullable): the library; `NULL` when it cannot be written, which was said then
 */
NpLibrary *
np_cli_open_to_change (const NpCliOptions *options, NpCliStatus *status)
{
  g_autoptr (GError) reason = NULL;
  NpLibrary *library = np_cli_open_to_write (options, &reason);

  if (reason == NULL)
    return library;
  if (g_error_matches (reason, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_LOCKED))
    np_cli_complain_of (np_library_get_folder (library), reason);
  g_clear_object (&library);
  *status = NP_CLI_NOT_WRITABLE;
  return NULL;
}

/**
 * np_cli_settle:
 *
 * Lets the library say what it has to say before the program ends.
 */
void
np_cli_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
add_matches (NpLibrary *library, NpPlace place, const char *prefix, GPtrArray *matches)
{
  g_autoptr (NpQuery) query = np_query_new (place, NULL, NULL);
  g_autoptr (GPtrArray) stories = np_library_find_stories (library, query, G_MAXUINT, NULL);

  for (guint i = 0; stories != NULL && i < stories->len; i++)
    if (g_str_has_prefix (np_story_get_id (stories->pdata[i]), prefix))
      g_ptr_array_add (matches, g_object_ref (stories->pdata[i]));
}

/**
 * np_cli_find_story:
 * @library: a library
 * @name: an id, the beginning of one, or an address
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: (transfer full) (nullable): the only story of that name
 */
NpStory *
np_cli_find_story (NpLibrary *library, const char *name, GError **error)
{
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *prefix = g_ascii_strdown (name, -1);
  g_autoptr (GError) local = NULL;
  NpStory *story = np_library_find_story (library, name, &local);

  if (story != NULL)
    return story;
  if (strlen (prefix) >= MIN_PREFIX && strspn (prefix, "0123456789abcdef-") == strlen (prefix))
    {
      add_matches (library, NP_PLACE_ALL, prefix, matches);
      add_matches (library, NP_PLACE_TRASH, prefix, matches);
    }
  if (matches->len == 1)
    return g_object_ref (matches->pdata[0]);
  if (matches->len > 1)
    g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_STORY, "%u stories begin so", matches->len);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
