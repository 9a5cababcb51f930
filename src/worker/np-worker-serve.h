/* The child's end of a worker. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first word of the command line that makes this program a worker. Not for people. */
#define NP_WORKER_WORD "--worker"

/* Tells a worker that it is one, and which: without it, a program that does not know what its first word means would
 * start workers that start workers. */
#define NP_WORKER_MARK_VARIABLE "NEWSPRINT_WORKER"

gboolean np_worker_is_asked (int argc, char **argv);
int np_worker_serve (int in_fd, int out_fd);

G_END_DECLS
