/* The network: the only part that talks to it. http and https, nothing else. For any thread. */
#pragma once

#include "fetch/np-fetch-error.h"
#include "fetch/np-fetch-limits.h"
#include "model/np-page.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NP_TYPE_FETCHER (np_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (NpFetcher, np_fetcher, NP, FETCHER, GObject)

NpFetcher *np_fetcher_new (void);
NpFetcher *np_fetcher_new_with_limits (const NpFetchLimits *limits);
void np_fetcher_set_idle_seconds (NpFetcher *self, guint seconds);
void np_fetcher_set_user_agent (NpFetcher *self, const char *user_agent);
void np_fetcher_set_own_network (NpFetcher *self, gboolean allowed);
void np_fetcher_set_hsts_file (NpFetcher *self, const char *path);
NpPage *np_fetcher_fetch (NpFetcher *self, const char *url, NpFetchKind kind, const char *referring_page,
                          NpFetchProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);
NpPage *np_fetcher_fetch_changed (NpFetcher *self, const char *url, NpFetchKind kind, const char *referring_page,
                                  const char *etag, const char *last_modified, GCancellable *cancellable,
                                  GError **error);
gboolean np_fetcher_take_refusal (NpFetcher *self, const char *url, guint *status, guint *retry_after);

G_END_DECLS
