/* Feeds from the network and from files, read by a worker. Blocking; safe from any thread. */
#pragma once

#include "fetch/np-fetcher.h"
#include "model/np-feed.h"
#include "worker/np-worker-pool.h"

G_BEGIN_DECLS

/* What came of asking for a feed. A plain record. */
typedef struct
{
  NpFeed *feed;        /* (nullable) NULL: it is what it was */
  char *url;           /* where it is: another address than was asked for when that was a page */
  char *reached;       /* (nullable) where redirects led from there, as is: */
  char *etag;          /* what to ask with the next time */
  char *last_modified; /* as is this */
} NpFeedAnswer;

void np_feed_answer_clear (NpFeedAnswer *answer);
gboolean np_feed_load (NpFetcher *fetcher, NpWorkerPool *workers, const char *url, const char *etag,
                       const char *last_modified, NpFeedAnswer *answer, GCancellable *cancellable, GError **error);
NpFeed *np_feed_preview (const char *url_or_file, const char *user_agent, GCancellable *cancellable, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NpFeedAnswer, np_feed_answer_clear)

G_END_DECLS
