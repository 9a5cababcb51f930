/* `newsprint check`: whether everything in the library is whole. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int np_cli_check (int argc, char **argv);

G_END_DECLS
