/* A few kept workers for any number of threads. */
#pragma once

#include "worker/np-worker.h"

G_BEGIN_DECLS

#define NP_TYPE_WORKER_POOL (np_worker_pool_get_type ())
G_DECLARE_FINAL_TYPE (NpWorkerPool, np_worker_pool, NP, WORKER_POOL, GObject)

NpWorkerPool *np_worker_pool_new (void);
NpArticle *np_worker_pool_extract (NpWorkerPool *self, const NpPage *page, NpLeads *leads, GCancellable *cancellable,
                                   GError **error);
NpFeed *np_worker_pool_read_feed (NpWorkerPool *self, const NpPage *page, GCancellable *cancellable, GError **error);

G_END_DECLS
