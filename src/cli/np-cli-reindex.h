/* `newsprint reindex`: the index of the library, built anew from its files. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int np_cli_reindex (int argc, char **argv);

G_END_DECLS
