/* The system calls a worker may make. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean np_worker_seccomp_enter (void);
gboolean np_worker_seccomp_enter_tool (void);

G_END_DECLS
