/* `newsprint import`: stories from addresses, files and standard input. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int np_cli_import (int argc, char **argv);

G_END_DECLS
