/* The parent's end of a child process: start, ask, end. Not thread-safe. */
#pragma once

#include "worker/np-worker-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NpWorkerChild NpWorkerChild;

NpWorkerChild *np_worker_child_start (const char *const *command, gint64 deadline, GCancellable *cancellable,
                                      GError **error);
gboolean np_worker_child_is_ready (NpWorkerChild *child);
GBytes *np_worker_child_ask (NpWorkerChild *child, GBytes *page, gint64 deadline, GCancellable *cancellable,
                             GError **error);
GBytes *np_worker_child_run (const char *const *command, const char *mark, GBytes *bytes, gsize most, gint64 deadline,
                             GCancellable *cancellable, int *status, GError **error);
void np_worker_child_end (NpWorkerChild *child);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpWorkerChild, np_worker_child_end)

G_END_DECLS
