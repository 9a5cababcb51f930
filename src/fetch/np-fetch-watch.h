/* Watches one fetch: ends it when nothing comes for too long, when it takes too long in all, when it is cancelled, or
 * when it is refused for what it does. Belongs to the thread of the fetch. */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

typedef struct _NpFetchWatch NpFetchWatch;

typedef enum
{
  NP_FETCH_WATCH_NOTHING,
  NP_FETCH_WATCH_CANCELLED, /* by the caller */
  NP_FETCH_WATCH_IDLE,      /* no byte for too long */
  NP_FETCH_WATCH_SLOW,      /* bytes came, but too few */
  NP_FETCH_WATCH_PRIVATE,   /* it would have connected to an address that it may not reach */
  NP_FETCH_WATCH_ENCODING,  /* a Content-Encoding that cannot be undone */
  NP_FETCH_WATCH_TOO_BIG,   /* more bytes came than it may have */
  NP_FETCH_WATCH_RESTARTS   /* it would have asked again and again */
} NpFetchWatchReason;

NpFetchWatch *np_fetch_watch_new (GMainContext *context, guint idle_seconds, guint total_seconds,
                                  GCancellable *cancellable);
void np_fetch_watch_free (NpFetchWatch *watch);
GCancellable *np_fetch_watch_get_cancellable (NpFetchWatch *watch);
void np_fetch_watch_set_message (NpFetchWatch *watch, SoupMessage *message);
void np_fetch_watch_note (NpFetchWatch *watch);
void np_fetch_watch_stop (NpFetchWatch *watch, NpFetchWatchReason reason);
NpFetchWatchReason np_fetch_watch_get_reason (NpFetchWatch *watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpFetchWatch, np_fetch_watch_free)

G_END_DECLS
