#include "cli/np-cli-import.h"

#include "cli/np-cli-handover.h"
#include "cli/np-cli-options.h"
#include "cli/np-cli-progress.h"
#include "cli/np-cli-source.h"
#include "library/np-library-error.h"
#include "library/np-words.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

/* One run of the command. */
typedef struct
{
  NpLibrary *library;
  GPtrArray *sources; /* NpCliSource */
  GPtrArray *imports; /* NpImport, one for each source; the same twice for the same address */
  gboolean json;
  NpCliProgress *progress; /* (nullable) when nobody would see it */
  gboolean waits;          /* that it waits for a network was said */
  gboolean stopped;        /* by the user: what was cancelled is said once, at the end */
  guint done;
  guint saved; /* of them */
  GMainLoop *loop;
  NpCliStatus status;
} Run;

static const char *
step_words (NpImportStep step)
{
  switch (step)
    {
    case NP_IMPORT_WAITING:
      return _ ("waiting");
    case NP_IMPORT_FETCHING:
      return _ ("fetching");
    case NP_IMPORT_READING:
      return _ ("reading");
    case NP_IMPORT_PHOTOS:
      return _ ("saving photos");
    case NP_IMPORT_SAVING:
      return _ ("saving");
    case NP_IMPORT_DONE:
      return _ ("saved");
    case NP_IMPORT_ALREADY:
      return _ ("saved before");
    case NP_IMPORT_UPDATED:
      return _ ("new version");
    case NP_IMPORT_UNCHANGED:
      return _ ("unchanged");
    case NP_IMPORT_FAILED:
      return _ ("failed");
    case NP_IMPORT_CANCELLED:
      return _ ("cancelled");
    }
  return "";
}

static void
show_progress (Run *run, NpImport *import)
{
  NpImportStep step = np_import_get_step (import);
  double progress = np_import_get_progress (import);
  g_autofree char *words = NULL;

  if (progress >= 0 && (step == NP_IMPORT_FETCHING || step == NP_IMPORT_PHOTOS))
    words = g_strdup_printf ("%s %.0f %%", step_words (step), progress * 100);
  np_cli_progress_show (run->progress, run->done, words != NULL ? words : step_words (step),
                        np_import_get_title (import));
}

/* Once: what waits for a network would look as if it hung. */
static void
say_that_it_waits (Run *run, NpImport *import)
{
  if (run->waits || !np_import_is_offline (import))
    return;
  run->waits = TRUE;
  np_cli_progress_clear (run->progress);
  np_cli_complain ("%s", _ ("There is no network; the import goes on when there is one"));
}

/* Its name for other programs; it never changes. */
static const char *
status_of (NpImportStep step)
{
  return step == NP_IMPORT_DONE        ? "saved"
         : step == NP_IMPORT_ALREADY   ? "already"
         : step == NP_IMPORT_UPDATED   ? "updated"
         : step == NP_IMPORT_UNCHANGED ? "unchanged"
         : step == NP_IMPORT_CANCELLED ? "cancelled"
                                       : "failed";
}

static gboolean
is_saved (NpImport *import)
{
  return np_import_get_step (import) >= NP_IMPORT_DONE && np_import_get_story_id (import) != NULL;
}

static void
report_json (const NpCliSource *source, NpImport *import)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *const *diagnostics = np_import_get_diagnostics (import);

  json_builder_begin_object (builder);
  np_cli_add_string (builder, "source", source->name);
  np_cli_add_string (builder, "status", status_of (np_import_get_step (import)));
  np_cli_add_string (builder, "id", np_import_get_story_id (import));
  np_cli_add_string (builder, "headline", is_saved (import) ? np_import_get_title (import) : NULL);
  np_cli_add_error (builder, np_import_get_error (import));
  json_builder_set_member_name (builder, "diagnostics");
  json_builder_begin_array (builder);
  for (guint i = 0; diagnostics != NULL && diagnostics[i] != NULL; i++)
    json_builder_add_string_value (builder, diagnostics[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  np_cli_print_json (builder);
}

static void
report (Run *run, const NpCliSource *source, NpImport *import)
{
  const char *const *diagnostics = np_import_get_diagnostics (import);
  const GError *error = np_import_get_error (import);
  NpImportStep step = np_import_get_step (import);

  np_cli_progress_clear (run->progress);
  if (run->json)
    report_json (source, import);
  else if (is_saved (import))
    np_cli_print ("%s: %s (%.8s)\n", step_words (step), np_import_get_title (import), np_import_get_story_id (import));
  if (error != NULL)
    run->status = np_cli_worse (run->status, np_cli_complain_of (source->name, error));
  else if (step == NP_IMPORT_CANCELLED)
    {
      if (!run->stopped || run->sources->len == 1)
        np_cli_complain (_ ("%s: Cancelled."), source->name);
      run->status = np_cli_worse (run->status, NP_CLI_FAILED);
    }
  for (guint i = 0; diagnostics != NULL && diagnostics[i] != NULL; i++)
    {
      g_autofree char *words = np_words_for_diagnostic (diagnostics[i]);

      np_cli_complain ("%s: %s", source->name, words);
    }
}

/* Says what became of @import, for each source that was it, and ends when it was the last. */
static void
finish (Run *run, NpImport *import)
{
  for (guint i = 0; i < run->imports->len; i++)
    if (run->imports->pdata[i] == import)
      {
        run->done++;
        run->saved += is_saved (import);
        report (run, run->sources->pdata[i], import);
      }
  if (run->done == run->sources->len)
    g_main_loop_quit (run->loop);
}

static void
on_notify (NpImport *import, GParamSpec *property, Run *run)
{
  if (!np_import_is_running (import))
    {
      g_signal_handlers_disconnect_by_data (import, run);
      finish (run, import);
    }
  else
    {
      say_that_it_waits (run, import);
      show_progress (run, import);
    }
}

static gboolean
on_interrupt (gpointer data)
{
  Run *run = data;

  run->stopped = TRUE;
  for (guint i = 0; i < run->imports->len; i++)
    np_import_cancel (run->imports->pdata[i]);
  return G_SOURCE_CONTINUE;
}

/* Once for all of a list: a line for each would push what was saved off the terminal. */
static void
say_that_it_stopped (Run *run)
{
  guint n = run->sources->len;

  if (run->stopped && n > 1 && run->saved < n)
    np_cli_complain (ngettext ("Stopped: %u of %u story is saved; the same command goes on with the others.",
                               "Stopped: %u of %u stories are saved; the same command goes on with the others.", n),
                     run->saved, n);
}

/* Gives the stories the topic, which is made when there is none of that name. */
static void
add_topic (Run *run, const char *topic)
{
  g_autofree char *name = g_utf8_make_valid (topic, -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (NpChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < run->imports->len; i++)
    if (np_import_get_story_id (run->imports->pdata[i]) != NULL)
      g_strv_builder_add (builder, np_import_get_story_id (run->imports->pdata[i]));
  ids = g_strv_builder_end (builder);
  if (*ids == NULL)
    return;
  change = np_change_new_topic (name, NULL, (const char *const *) ids);
  if (!np_library_do (run->library, change, &error))
    run->status = np_cli_worse (run->status, np_cli_complain_of (name, error));
}

/**
 * np_cli_import_all:
 * @library: a library that can be written
 * @sources: (element-type NpCliSource): what to import
 * @topic: (nullable): the name of a topic that the stories get
 * @json: whether to print JSON
 *
 * Imports all of them and says what became of each.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_import_all (NpLibrary *library, GPtrArray *sources, const char *topic, gboolean json)
{
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func (g_object_unref);
  Run run = { .library = library, .sources = sources, .imports = imports, .json = json };
  guint interrupt = g_unix_signal_add (SIGINT, on_interrupt, &run);

  run.progress = np_cli_progress_new (sources->len);
  run.loop = g_main_loop_new (NULL, FALSE);
  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (imports, g_object_ref (np_cli_source_import (sources->pdata[i], library)));
  for (guint i = 0; i < imports->len; i++)
    {
      guint first;

      g_ptr_array_find (imports, imports->pdata[i], &first);
      if (first < i)
        continue;
      if (np_import_is_running (imports->pdata[i]))
        g_signal_connect (imports->pdata[i], "notify", G_CALLBACK (on_notify), &run);
      else
        finish (&run, imports->pdata[i]);
    }
  if (run.done < sources->len)
    g_main_loop_run (run.loop);
  np_cli_progress_free (run.progress);
  say_that_it_stopped (&run);
  if (topic != NULL)
    add_topic (&run, topic);
  g_source_remove (interrupt);
  g_main_loop_unref (run.loop);
  return run.status;
}

static void
report_not_imported (GPtrArray *sources, const char *status, const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  for (guint i = 0; i < sources->len; i++)
    {
      json_builder_begin_object (builder);
      np_cli_add_string (builder, "source", ((NpCliSource *) sources->pdata[i])->name);
      np_cli_add_string (builder, "status", status);
      np_cli_add_string (builder, "id", NULL);
      np_cli_add_string (builder, "headline", NULL);
      np_cli_add_error (builder, error);
      json_builder_end_object (builder);
      np_cli_print_json (builder);
    }
}

/**
 * np_cli_import_elsewhere:
 * @library: a library that cannot be written here
 * @sources: (element-type NpCliSource): what to import
 * @topic: (nullable): the name of a topic that the stories get
 * @json: whether to print JSON
 * @reason: why it cannot
 *
 * What cannot be written because the window has it open, the window can write: hands it over, or complains.
 *
 * Returns: the exit status
 */
NpCliStatus
np_cli_import_elsewhere (NpLibrary *library, GPtrArray *sources, const char *topic, gboolean json, const GError *reason)
{
  g_autoptr (GError) error = NULL;
  gboolean locked = g_error_matches (reason, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_LOCKED);

  if (locked && topic == NULL && np_cli_hand_over (library, sources, &error))
    {
      if (json)
        report_not_imported (sources, "handed-over", NULL);
      else
        np_cli_print (ngettext ("The window saves %u story.\n", "The window saves %u stories.\n", sources->len),
                      sources->len);
      return NP_CLI_OK;
    }
  if (json)
    report_not_imported (sources, "failed", reason);
  if (error != NULL)
    np_cli_complain (_ ("The stories cannot be handed to the window: %s."), error->message);
  if (locked)
    np_cli_complain_of (np_library_get_folder (library), reason);
  return NP_CLI_NOT_WRITABLE;
}

/**
 * np_cli_import:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Saves stories.
 *
 * Returns: the exit status
 */
int
np_cli_import (int argc, char **argv)
{
  g_auto (NpCliOptions) options = { .fetches = TRUE };
  g_autofree char *topic = NULL, *list = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (NpLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  NpCliStatus status = NP_CLI_OK;
  int timeout = 0;
  gboolean again = FALSE;
  char *nothing[] = { NULL };
  const GOptionEntry entries[] = {
    { "topic", 't', 0, G_OPTION_ARG_FILENAME, &topic, N_ ("Give the stories this topic"), N_ ("NAME") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &list,
      N_ ("Read addresses from this file, one a line; wait for a network when there is none"), N_ ("FILE") },
    { "again", 0, 0, G_OPTION_ARG_NONE, &again, N_ ("Get the new version of stories that were saved before"), NULL },
    { "timeout", 0, 0, G_OPTION_ARG_INT, &timeout, N_ ("Give up on a site that sends nothing for so long (30)"),
      N_ ("SECONDS") },
    { NULL },
  };

  if (!np_cli_options_parse (
          &options, argc, argv, _ ("URL|FILE|-…"), _ ("Saves stories from addresses and files."),
          _ ("- is standard input: text, HTML, or nothing but addresses. A story that was saved "
             "before is not\nsaved twice; with --again its page is fetched once more, and when it "
             "reads differently the new version takes\nthe place of the old, which is kept: see "
             "newsprint versions. With --json there is one object a line: source,\nstatus (saved, "
             "already, updated, unchanged, failed, cancelled or handed-over), id, headline, error "
             "(code,\nmessage, detail, hint) and diagnostics. When another Newsprint has the library open, "
             "it is asked to save the\nstories."),
          entries))
    return NP_CLI_USAGE;
  if (np_cli_options_count (&options) == 0 && list == NULL)
    return np_cli_complain_of_usage ("%s", _ ("There is nothing to import"));
  if (timeout < 0)
    return np_cli_complain_of_usage (_ ("%d: not a number of seconds"), timeout);
  sources = np_cli_sources_from_words (options.words != NULL ? options.words : nothing, &error);
  if (sources == NULL)
    return np_cli_complain_of (_ ("standard input"), np_library_error_take (g_steal_pointer (&error)));
  if (list != NULL && !np_cli_sources_add_list (sources, list, &error))
    {
      np_cli_complain ("%s", error->message);
      return NP_CLI_FAILED;
    }
  if (sources->len == 0)
    return np_cli_complain_of_usage ("%s", _ ("There is nothing to import"));
  for (guint i = 0; i < sources->len; i++)
    ((NpCliSource *) sources->pdata[i])->again = again;
  library = np_cli_open_to_write (&options, &error);
  if (library != NULL && timeout > 0)
    np_library_set_fetch_timeout (library, (guint) timeout);
  if (library != NULL && list != NULL)
    np_library_wait_for_network (library);
  status = error == NULL ? np_cli_import_all (library, sources, topic, options.json)
                         : np_cli_import_elsewhere (library, sources, topic, options.json, error);
  np_cli_settle ();
  if (library != NULL)
    np_library_close (library);
  return status;
}
