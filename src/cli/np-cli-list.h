/* `newsprint list` and `newsprint search`: the stories of a place, a topic or a search. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int np_cli_list (int argc, char **argv);
int np_cli_search (int argc, char **argv);

G_END_DECLS
