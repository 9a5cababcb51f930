/* Reads stories out of pages, and feeds, in a process of its own, which a page may kill or stall without harm. One page
 * at a time; safe from any thread. Blocking: not for the main thread. */
#pragma once

#include "model/np-article.h"
#include "model/np-feed.h"
#include "model/np-leads.h"
#include "model/np-page.h"
#include "worker/np-worker-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NP_TYPE_WORKER (np_worker_get_type ())
G_DECLARE_FINAL_TYPE (NpWorker, np_worker, NP, WORKER, GObject)

NpWorker *np_worker_new (void);
NpWorker *np_worker_new_with_command (const char *const *command);
void np_worker_set_wall_seconds (NpWorker *self, guint seconds);
NpArticle *np_worker_extract (NpWorker *self, const NpPage *page, GCancellable *cancellable, GError **error);
NpArticle *np_worker_extract_with_leads (NpWorker *self, const NpPage *page, NpLeads *leads, GCancellable *cancellable,
                                         GError **error);
NpFeed *np_worker_read_feed (NpWorker *self, const NpPage *page, GCancellable *cancellable, GError **error);

G_END_DECLS
