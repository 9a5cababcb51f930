/* `newsprint search`: the stories that a search finds, and the searches that are kept. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int np_cli_search (int argc, char **argv);

G_END_DECLS
