#include "cli/np-cli-kept.h"

#include "library/np-library-error.h"
#include "library/np-words.h"

static void
print_json (NpLibrary *library, const NpSearch *search)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, search->id);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, search->name);
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, search->text);
  json_builder_set_member_name (builder, "place");
  json_builder_add_string_value (builder, np_place_to_string (search->place));
  json_builder_set_member_name (builder, "topic");
  if (search->topic != NULL)
    json_builder_add_string_value (builder, search->topic);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "stories");
  json_builder_add_int_value (builder, np_library_get_search_count (library, search->id));
  json_builder_end_object (builder);
  np_cli_print_json (builder);
}

/**
 * np_cli_kept_list:
 * @library: a library
 * @json: whether to print an object a line
 *
 * Prints the searches that are kept, with how many stories each finds.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_kept_list (NpLibrary *library, gboolean json)
{
  g_autoptr (NpSearches) searches = np_library_get_searches (library);

  for (guint i = 0; i < np_searches_get_size (searches); i++)
    {
      const NpSearch *search = np_searches_get (searches, i);

      if (json)
        print_json (library, search);
      else
        np_cli_print ("%7u  %s  [%s]\n", np_library_get_search_count (library, search->id), search->name, search->text);
    }
  return np_searches_get_size (searches) > 0 ? NP_CLI_OK : NP_CLI_NOTHING;
}

static const NpSearch *
find (const NpSearches *searches, const char *name, NpCliStatus *status)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  const NpSearch *search = np_searches_find (searches, valid);
  g_autoptr (GError) error = NULL;

  if (search != NULL)
    return search;
  g_set_error (&error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_SEARCH, "%s: no such search", valid);
  *status = np_cli_complain_of (valid, error);
  return NULL;
}

/**
 * np_cli_kept_find:
 * @library: a library
 * @name: what somebody calls a search
 * @status: (out): the exit status when there is none; that was said then
 *
 * Returns: (transfer full) (nullable): what the search asks for
 */
NpQuery *
np_cli_kept_find (NpLibrary *library, const char *name, NpCliStatus *status)
{
  g_autoptr (NpSearches) searches = np_library_get_searches (library);
  const NpSearch *search = find (searches, name, status);

  return search != NULL ? np_search_to_query (search) : NULL;
}

/* Does @change, which it swallows, says what was done, and closes the library. */
static NpCliStatus
finish (NpLibrary *library, NpChange *change, gboolean json)
{
  g_autoptr (NpChange) mine = change;
  g_autoptr (GError) error = NULL;
  NpCliStatus status = NP_CLI_OK;

  if (!np_library_do (library, change, &error))
    status = np_cli_complain_of (np_library_get_folder (library), error);
  else if (!json)
    {
      g_autofree char *words = np_words_for_change (change);

      np_cli_print ("%s\n", words);
    }
  np_cli_settle ();
  np_library_close (library);
  return status;
}

/**
 * np_cli_kept_add:
 * @options: the command's options
 * @query: what to look for
 * @topic: (nullable): name or key of the topic to keep to
 * @name: what to call it; a search of that name is replaced
 *
 * Keeps a search.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_kept_add (const NpCliOptions *options, const NpQuery *query, const char *topic, const char *name)
{
  NpCliStatus status = NP_CLI_NOT_WRITABLE;
  g_autoptr (NpLibrary) library = np_cli_open_to_change (options, &status);
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autoptr (NpSearches) searches = NULL;
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (NpSearch) search = NULL;
  const NpSearch *old;
  const NpTopic *found;

  if (library == NULL)
    return status;
  searches = np_library_get_searches (library);
  tree = np_library_get_topics (library);
  search = np_search_new_for (query, valid);
  found = topic != NULL ? np_topic_tree_find (tree, topic) : NULL;
  search->topic = found != NULL ? g_strdup (found->key) : NULL;
  old = np_searches_find (searches, valid);
  if (old != NULL)
    {
      g_free (search->id);
      search->id = g_strdup (old->id);
    }
  return finish (library, np_change_new_keep_search (search, -1), options->json);
}

/**
 * np_cli_kept_remove:
 * @options: the command's options
 * @name: what somebody calls a search
 *
 * Keeps a search no longer.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_kept_remove (const NpCliOptions *options, const char *name)
{
  NpCliStatus status = NP_CLI_NOT_WRITABLE;
  g_autoptr (NpLibrary) library = np_cli_open_to_change (options, &status);
  g_autoptr (NpSearches) searches = NULL;
  const NpSearch *search;

  if (library == NULL)
    return status;
  searches = np_library_get_searches (library);
  search = find (searches, name, &status);
  if (search != NULL)
    return finish (library, np_change_new_drop_search (search->id), options->json);
  np_library_close (library);
  return status;
}
