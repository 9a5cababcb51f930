/* `newsprint list`: the stories of a place or a topic. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int np_cli_list (int argc, char **argv);

G_END_DECLS
