/* `newsprint update`: new versions of saved stories. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int np_cli_update (int argc, char **argv);

G_END_DECLS
