#include "cli/np-cli-reindex.h"

#include "cli/np-cli-options.h"
#include "library/np-library-error.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

typedef struct
{
  NpLibrary *library;
  GMainLoop *loop;
  GError *error;
} Work;

static gboolean
on_done (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

static gpointer
rebuild (gpointer data)
{
  Work *work = data;

  np_library_refresh (work->library, TRUE, NULL, &work->error);
  g_idle_add (on_done, work->loop);
  return NULL;
}

static void
on_rebuilding (NpLibrary *library, double progress, gpointer user_data)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r%3.0f %%%s", progress * 100, progress >= 1 ? "\n" : "");
}

static NpCliStatus
reindex (NpLibrary *library, gboolean json)
{
  Work work = { .library = library, .loop = g_main_loop_new (NULL, FALSE) };
  GThread *thread;
  NpCounts counts;

  g_signal_connect (library, "rebuilding", G_CALLBACK (on_rebuilding), NULL);
  thread = g_thread_new ("reindex", rebuild, &work);
  g_main_loop_run (work.loop);
  g_thread_join (thread);
  g_main_loop_unref (work.loop);
  np_cli_settle ();
  if (work.error != NULL)
    {
      NpCliStatus status = np_cli_complain_of (np_library_get_folder (library), work.error);
      g_error_free (work.error);
      return status;
    }
  np_library_get_counts (library, &counts);
  if (json)
    np_cli_print ("{\"stories\": %u}\n", counts.all + counts.trash);
  else
    np_cli_print (ngettext ("%u story is in the index.\n", "%u stories are in the index.\n", counts.all + counts.trash),
                  counts.all + counts.trash);
  return NP_CLI_OK;
}

/**
 * np_cli_reindex:
 * @argc: how many words
 * @argv: (array length=argc): the command and its arguments
 *
 * Builds the index anew. A library that can only be read has an index as well, but not one that another Newsprint uses.
 *
 * Returns: the exit status
 */
int
np_cli_reindex (int argc, char **argv)
{
  g_auto (NpCliOptions) options = { 0 };
  g_autoptr (NpLibrary) library = NULL;
  g_autoptr (GError) reason = NULL;
  NpCliStatus status = NP_CLI_OK;

  if (!np_cli_options_parse (&options, argc, argv, NULL, _ ("Builds the index of the library anew from its files."),
                             NULL, NULL))
    return NP_CLI_USAGE;
  if (np_cli_options_count (&options) > 0)
    return np_cli_complain_of_usage (_ ("%s: not expected"), options.words[0]);
  library = np_cli_open_as_it_is (&options, &reason);
  if (library == NULL)
    return NP_CLI_NOT_WRITABLE;
  if (g_error_matches (reason, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_LOCKED))
    status = np_cli_complain_of (np_library_get_folder (library), reason);
  else
    status = reindex (library, options.json);
  np_library_close (library);
  return status;
}
