#include "cli/np-cli-versions.h"

#include "cli/np-cli-options.h"
#include "library/np-library-error.h"
#include "library/np-versions.h"
#include "model/np-diff.h"

#include <glib/gi18n.h>
#include <string.h>

/* The text that the story has now, as a number of a version. */
#define NOW 0

/* What the command line asked for. */
typedef struct
{
  NpCliOptions common;
  int diff, with, restore; /* -1 = not asked for */
} Options;

/* The oldest is number 1, so that each keeps its number when another is added. */
static const NpStoryVersion *
get_version (GPtrArray *versions, int number)
{
  return number >= 1 && number <= (int) versions->len ? versions->pdata[versions->len - (guint) number] : NULL;
}

static void
add_number (JsonBuilder *builder, const char *name, guint number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
print_version_json (const NpStoryVersion *version, guint number)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_number (builder, "number", number);
  np_cli_add_string (builder, "file", version->file);
  np_cli_add_string (builder, "until", version->until);
  np_cli_add_string (builder, "why", version->why);
  np_cli_add_string (builder, "headline", version->headline);
  add_number (builder, "added", version->added);
  add_number (builder, "removed", version->removed);
  add_boolean (builder, "photos", version->photos);
  np_cli_add_error (builder, version->error);
  json_builder_end_object (builder);
  np_cli_print_json (builder);
}

static void
print_version (const NpStoryVersion *version, guint number)
{
  g_autofree char *until = g_strndup (version->until != NULL ? version->until : "", strlen ("2018-05-31T15:48"));

  g_strdelimit (until, "T", ' ');
  np_cli_print ("%3u  %-16s  +%u −%u  %s\n", number, until, version->added, version->removed,
                version->headline != NULL ? version->headline : "");
}

static NpCliStatus
list (const Options *options, GPtrArray *versions)
{
  NpCliStatus status = versions->len > 0 ? NP_CLI_OK : NP_CLI_NOTHING;

  for (guint i = 0; i < versions->len; i++)
    {
      const NpStoryVersion *version = versions->pdata[i];

      if (options->common.json)
        print_version_json (version, versions->len - i);
      else if (version->error == NULL)
        print_version (version, versions->len - i);
      else
        np_cli_complain_of (version->file, version->error);
      if (version->error != NULL)
        status = NP_CLI_FAILED;
    }
  return status;
}

static void
print_parts_json (const NpComparison *comparison)
{
  static const char *const kinds[] = { "same", "removed", "added" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_number (builder, "added", comparison->added);
  add_number (builder, "removed", comparison->removed);
  add_boolean (builder, "photos", comparison->photos);
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < comparison->parts->len; i++)
    {
      const NpDiffPart *part = &g_array_index (comparison->parts, NpDiffPart, i);
      const char *of = part->kind == NP_DIFF_REMOVED ? comparison->before : comparison->after;
      g_autofree char *text = g_strndup (of + part->start, part->length);

      json_builder_begin_object (builder);
      np_cli_add_string (builder, "kind", kinds[part->kind]);
      np_cli_add_string (builder, "text", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  np_cli_print_json (builder);
}

/* With the marks that git gives words. */
static void
print_parts (const NpComparison *comparison)
{
  static const char *const open[] = { "", "[-", "{+" }, *const shut[] = { "", "-]", "+}" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < comparison->parts->len; i++)
    {
      const NpDiffPart *part = &g_array_index (comparison->parts, NpDiffPart, i);
      const char *of = part->kind == NP_DIFF_REMOVED ? comparison->before : comparison->after;

      g_string_append (text, open[part->kind]);
      g_string_append_len (text, of + part->start, (gssize) part->length);
      g_string_append (text, shut[part->kind]);
    }
  np_cli_print ("%s\n", text->str);
}

static NpCliStatus
diff (const Options *options, NpLibrary *library, const char *id, GPtrArray *versions)
{
  const NpStoryVersion *version = get_version (versions, options->diff), *next;
  int number = options->with >= 0 ? options->with : (options->diff + 1) % ((int) versions->len + 1);
  g_autoptr (NpComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;

  next = get_version (versions, number);
  if (version == NULL || (next == NULL && number != NOW))
    {
      np_cli_complain (_ ("The story has no version %d."), version == NULL ? options->diff : number);
      return NP_CLI_NOTHING;
    }
  comparison = np_library_compare_versions (library, id, version->file, next != NULL ? next->file : NULL, &error);
  if (comparison == NULL)
    return np_cli_complain_of (version->file, error);
  if (options->common.json)
    print_parts_json (comparison);
  else
    print_parts (comparison);
  return NP_CLI_OK;
}

static NpCliStatus
restore (const Options *options, NpLibrary *library, const char *id, GPtrArray *versions)
{
  const NpStoryVersion *version = get_version (versions, options->restore);
  g_autoptr (NpChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (version == NULL)
    {
      np_cli_complain (_ ("The story has no version %d."), options->restore);
      return NP_CLI_NOTHING;
    }
  change = np_change_new_restore_version (id, version->file);
  return np_library_do (library, change, &error) ? NP_CLI_OK : np_cli_complain_of (version->file, error);
}

static NpCliStatus
run (const Options *options, NpLibrary *library)
{
  const char *name = options->common.words[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (NpStory) story = np_cli_find_story (library, name, &error);
  const char *id = story != NULL ? np_story_get_id (story) : NULL;
  g_autoptr (GPtrArray) versions = id != NULL ? np_library_list_versions (library, id, &error) : NULL;

  if (versions == NULL)
    return np_cli_complain_of (name, error);
  if (options->restore >= 0)
    return restore (options, library, id, versions);
  return options->diff >= 0 ? diff (options, library, id, versions) : list (options, versions);
}

static gboolean
parse (Options *options, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "diff", 'd', 0, G_OPTION_ARG_INT, &options->diff, N_ ("Show what changed after this version, word by word"),
      N_ ("NUMBER") },
    { "with", 0, 0, G_OPTION_ARG_INT, &options->with, N_ ("Compare with this version; 0 is the present text"),
      N_ ("NUMBER") },
    { "restore", 0, 0, G_OPTION_ARG_INT, &options->restore, N_ ("Make this version the present text again"),
      N_ ("NUMBER") },
    { NULL },
  };

  return np_cli_options_parse (
      &options->common, argc, argv, _ ("STORY"), _ ("Lists the older versions of a story."),
      _ ("Each line has the number of a version, until when it was the present text, how many words were added and\n"
         "removed then, and its headline; the oldest is number 1. With --diff, [-words-] were removed and {+words+} "
         "added.\nWith --json there is one object a line: number, file, until, why (update, reextract or restore), "
         "headline,\nadded, removed, photos and error; with --diff: added, removed, photos and parts, each with kind "
         "(same, removed\nor added) and text."),
      entries);
}

/**
 * np_cli_versions:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Lists the older texts of a story, compares two, or makes one the present text again.
 *
 * Returns: the exit status
 */
int
np_cli_versions (int argc, char **argv)
{
  Options options = { .diff = -1, .with = -1, .restore = -1 };
  g_autoptr (NpLibrary) library = NULL;
  NpCliStatus status = NP_CLI_FAILED;

  if (!parse (&options, argc, argv))
    return NP_CLI_USAGE;
  if (np_cli_options_count (&options.common) != 1)
    status = np_cli_complain_of_usage ("%s", _ ("Exactly one story is needed"));
  else if ((options.diff >= 0 && options.restore >= 0) || (options.with >= 0 && options.diff < 0))
    status = np_cli_complain_of_usage ("%s", _ ("--with needs --diff, and --restore goes without them"));
  else if ((library = options.restore >= 0 ? np_cli_open_to_change (&options.common, &status)
                                           : np_cli_open_to_read (&options.common, &status))
           != NULL)
    {
      status = run (&options, library);
      np_cli_settle ();
      np_library_close (library);
    }
  np_cli_options_clear (&options.common);
  return status;
}
