/* `newsprint topic`: the topics, and what can be done with them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int np_cli_topic (int argc, char **argv);

G_END_DECLS
