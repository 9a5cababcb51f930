/* `newsprint extract`: a page becomes an article, on standard output. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int np_cli_extract (int argc, char **argv);

G_END_DECLS
