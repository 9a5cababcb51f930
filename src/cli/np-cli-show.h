/* `newsprint show`: a story as text, or as the document that is kept of it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int np_cli_show (int argc, char **argv);

G_END_DECLS
