/* `newsprint versions`: the older texts of a story, and what changed between them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int np_cli_versions (int argc, char **argv);

G_END_DECLS
