/* The command line: `newsprint COMMAND …`. It needs no display and no bus. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean np_cli_is_command (const char *word);
int np_cli_run (int argc, char **argv);

G_END_DECLS
