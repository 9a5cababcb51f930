/* newsprint trash */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int np_cli_trash (int argc, char **argv);

G_END_DECLS
