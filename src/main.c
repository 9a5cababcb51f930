/* Joins the parts: the first word of the command line decides which of the two faces is shown. */
#include "cli/np-cli.h"
#include "ui/np-application.h"

#include "np-config.h"

#include <glib/gi18n.h>
#include <locale.h>

static void
set_up_language (void)
{
  const char *folder = g_getenv ("NEWSPRINT_LOCALE_DIR"); /* for a program that runs from where it was built */

  setlocale (LC_ALL, "");
  bindtextdomain (NP_GETTEXT_PACKAGE, folder != NULL ? folder : NP_LOCALE_DIR);
  bind_textdomain_codeset (NP_GETTEXT_PACKAGE, "UTF-8");
  textdomain (NP_GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  set_up_language ();
  if (argc > 1 && np_cli_is_command (argv[1]))
    return np_cli_run (argc, argv);
  return np_application_run (argc, argv);
}
