/* What the network answered, as one of Newsprint's classes of trouble with the host and the cause in its message. */
#pragma once

#include "fetch/np-fetch-error.h"
#include "fetch/np-fetch-watch.h"

G_BEGIN_DECLS

GError *np_fetch_cause_from_transport (const GError *error, const char *host, GTlsCertificateFlags flags,
                                       gboolean online);
GError *np_fetch_cause_from_watch (NpFetchWatchReason reason, const char *host, guint idle_seconds);
GError *np_fetch_cause_from_status (guint status, const char *host);

G_END_DECLS
