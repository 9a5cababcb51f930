/* Joins the parts: the first word of the command line decides which of the two faces is shown, or that this process is
 * to read pages for another. */
#include "base/np-memory.h"
#include "cli/np-cli.h"
#include "ui/np-application.h"
#include "worker/np-worker-serve.h"

#include "np-config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

static void
set_up_language (void)
{
  const char *folder = g_getenv ("NEWSPRINT_LOCALE_DIR"); /* for a program that runs from where it was built */

  setlocale (LC_ALL, "");
  bindtextdomain (NP_GETTEXT_PACKAGE, folder != NULL ? folder : NP_LOCALE_DIR);
  bind_textdomain_codeset (NP_GETTEXT_PACKAGE, "UTF-8");
  textdomain (NP_GETTEXT_PACKAGE);
}

/* The folder of the library may be named before the command as well: the command is brought to the front. */
static gboolean
find_command (int argc, char **argv)
{
  int at = 1;
  char *command;

  if (argc > 1 && g_str_has_prefix (argv[1], "--library="))
    at = 2;
  else if (argc > 1 && g_str_equal (argv[1], "--library"))
    at = 3;
  if (at >= argc || !np_cli_is_command (argv[at]))
    return FALSE;
  command = argv[at];
  memmove (argv + 2, argv + 1, (gsize) (at - 1) * sizeof *argv);
  argv[1] = command;
  return TRUE;
}

int
main (int argc, char **argv)
{
  /* Before anything of a window or a language: a worker reads pages the same way everywhere. */
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  np_memory_limit ();
  set_up_language ();
  if (find_command (argc, argv))
    return np_cli_run (argc, argv);
  return np_application_run (argc, argv);
}
