/* `newsprint feed`: what feeds hold. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int np_cli_feed (int argc, char **argv);

G_END_DECLS
