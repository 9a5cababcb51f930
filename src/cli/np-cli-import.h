/* `newsprint import`: stories from addresses, files and standard input. */
#pragma once

#include "cli/np-cli-output.h"
#include "library/np-library.h"

G_BEGIN_DECLS

NpCliStatus np_cli_import_all (NpLibrary *library, GPtrArray *sources, const char *topic, gboolean json);
NpCliStatus np_cli_import_elsewhere (NpLibrary *library, GPtrArray *sources, const char *topic, gboolean json,
                                     const GError *reason);
int np_cli_import (int argc, char **argv);

G_END_DECLS
