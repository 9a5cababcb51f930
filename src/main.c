/* Joins the parts: the words of the command line decide which of the two faces is shown. */
#include "cli/np-cli.h"
#include "ui/np-application.h"

#include "np-config.h"

#include <glib/gi18n.h>
#include <locale.h>

static void
set_up_language (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (NP_GETTEXT_PACKAGE, NP_LOCALE_DIR);
  bind_textdomain_codeset (NP_GETTEXT_PACKAGE, "UTF-8");
  textdomain (NP_GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  set_up_language ();
  return np_cli_run (argc, argv);
}
