/* `newsprint reextract`: saved stories, read anew from the pages that were kept of them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int np_cli_reextract (int argc, char **argv);

G_END_DECLS
