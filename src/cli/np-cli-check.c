#include "cli/np-cli-check.h"

#include "cli/np-cli-options.h"
#include "library/np-check.h"

#include <glib/gi18n.h>

static const char *
kind_words (NpCheckKind kind)
{
  switch (kind)
    {
    case NP_CHECK_ARTICLE:
      return _ ("cannot be read");
    case NP_CHECK_DOUBLE:
      return _ ("has the id of another story");
    case NP_CHECK_PHOTO:
      return _ ("a photo of it is missing or changed");
    case NP_CHECK_PAGE:
      return _ ("the page it was read from is missing or changed");
    case NP_CHECK_TOPIC:
      return _ ("has a topic that is not there any more");
    case NP_CHECK_TREE:
      return _ ("this topic is inside or merged into one that is not there, or into itself");
    case NP_CHECK_INDEX:
      return _ ("the index does not know it as it is; run newsprint reindex");
    }
  return "";
}

static void
print_finding (const NpCheckFinding *finding, gboolean json)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!json)
    {
      np_cli_print ("%s: %s: %s%s%s%s\n", finding->serious ? _ ("wrong") : _ ("note"), finding->path,
                    kind_words (finding->kind), finding->detail != NULL ? " (" : "",
                    finding->detail != NULL ? finding->detail : "", finding->detail != NULL ? ")" : "");
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  np_cli_add_string (builder, "kind", np_check_kind_to_string (finding->kind));
  json_builder_set_member_name (builder, "serious");
  json_builder_add_boolean_value (builder, finding->serious);
  np_cli_add_string (builder, "file", finding->path);
  np_cli_add_string (builder, "message", kind_words (finding->kind));
  np_cli_add_string (builder, "detail", finding->detail);
  json_builder_end_object (builder);
  np_cli_print_json (builder);
}

static NpCliStatus
check (NpLibrary *library, gboolean json)
{
  g_autoptr (GError) error = NULL;
  guint stories = 0, serious = 0;
  g_autoptr (GPtrArray) findings = np_check_library (library, &stories, NULL, &error);

  if (findings == NULL)
    return np_cli_complain_of (np_library_get_folder (library), error);
  for (guint i = 0; i < findings->len; i++)
    {
      const NpCheckFinding *finding = findings->pdata[i];

      print_finding (finding, json);
      serious += finding->serious;
    }
  if (!json)
    np_cli_print (ngettext ("%u story checked: %u wrong.\n", "%u stories checked: %u wrong.\n", stories), stories,
                  serious);
  return serious > 0 ? NP_CLI_FAILED : NP_CLI_OK;
}

/**
 * np_cli_check:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Checks the library and changes nothing in it.
 *
 * Returns: the exit status
 */
int
np_cli_check (int argc, char **argv)
{
  g_auto (NpCliOptions) options = { 0 };
  g_autoptr (NpLibrary) library = NULL;
  NpCliStatus status = NP_CLI_OK;

  if (!np_cli_options_parse (&options, argc, argv, NULL,
                             _ ("Reads every story, photo and page of the library and says what is not whole."),
                             _ ("Nothing is changed. With --json there is one object a line: kind, serious, file, "
                                "message, detail."),
                             NULL))
    return NP_CLI_USAGE;
  if (np_cli_options_count (&options) > 0)
    return np_cli_complain_of_usage (_ ("%s: not expected"), options.words[0]);
  library = np_cli_open_to_read (&options, &status);
  if (library == NULL)
    return status;
  status = check (library, options.json);
  np_cli_settle ();
  np_library_close (library);
  return status;
}
