#include "fetch/np-fetch-watch.h"

/* How many times the idle time a fetch may take in all, unless that is said. */
#define TOTAL_FACTOR 10

struct _NpFetchWatch
{
  GCancellable *inner; /* what the network listens to */
  GCancellable *outer; /* (nullable) the caller's */
  gulong outer_id;
  GSource *timer;
  SoupMessage *message; /* (nullable) the current one */
  gint64 idle;          /* µs */
  gint64 total;         /* µs */
  gint64 began;
  gint64 last; /* when something came */
  guint64 bytes;
  NpFetchWatchReason reason;
};

static void
on_outer_cancelled (GCancellable *outer, GCancellable *inner)
{
  g_cancellable_cancel (inner);
}

static guint64
count_bytes (NpFetchWatch *watch)
{
  SoupMessageMetrics *metrics = watch->message != NULL ? soup_message_get_metrics (watch->message) : NULL;

  return metrics == NULL ? 0
                         : soup_message_metrics_get_response_header_bytes_received (metrics)
                               + soup_message_metrics_get_response_body_bytes_received (metrics);
}

static gboolean
on_tick (gpointer user_data)
{
  NpFetchWatch *watch = user_data;
  gint64 now = g_get_monotonic_time ();
  guint64 bytes = count_bytes (watch);

  /* what counts are the bytes of the wire: a decompressor may hold back its output for long */
  if (bytes != watch->bytes)
    {
      watch->bytes = bytes;
      watch->last = now;
    }
  if (now - watch->last >= watch->idle)
    np_fetch_watch_stop (watch, NP_FETCH_WATCH_IDLE);
  else if (now - watch->began >= watch->total)
    np_fetch_watch_stop (watch, NP_FETCH_WATCH_SLOW);
  return G_SOURCE_CONTINUE;
}

/**
 * np_fetch_watch_new:
 * @context: the context that the fetch runs
 * @idle_seconds: how long nothing may come
 * @total_seconds: how long it may take in all; 0: in proportion to @idle_seconds
 * @cancellable: (nullable): the caller's
 *
 * Returns: (transfer full): a watch that has begun
 */
NpFetchWatch *
np_fetch_watch_new (GMainContext *context, guint idle_seconds, guint total_seconds, GCancellable *cancellable)
{
  NpFetchWatch *watch = g_new0 (NpFetchWatch, 1);

  watch->idle = MAX (idle_seconds, 1) * G_USEC_PER_SEC;
  watch->total = total_seconds > 0 ? total_seconds * G_USEC_PER_SEC : watch->idle * TOTAL_FACTOR;
  watch->began = watch->last = g_get_monotonic_time ();
  watch->inner = g_cancellable_new ();
  if (cancellable != NULL)
    {
      watch->outer = g_object_ref (cancellable);
      watch->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (on_outer_cancelled), watch->inner, NULL);
    }
  watch->timer = g_timeout_source_new (CLAMP (watch->idle / G_TIME_SPAN_MILLISECOND / 20, 20, 500));
  g_source_set_callback (watch->timer, on_tick, watch, NULL);
  g_source_attach (watch->timer, context);
  return watch;
}

/**
 * np_fetch_watch_free:
 * @watch: (transfer full): a watch
 */
void
np_fetch_watch_free (NpFetchWatch *watch)
{
  g_source_destroy (watch->timer);
  g_source_unref (watch->timer);
  if (watch->outer != NULL)
    g_cancellable_disconnect (watch->outer, watch->outer_id);
  g_clear_object (&watch->outer);
  g_clear_object (&watch->inner);
  g_clear_object (&watch->message);
  g_free (watch);
}

/**
 * np_fetch_watch_get_cancellable:
 * @watch: a watch
 *
 * Returns: (transfer none): what everything in the fetch has to be given as its cancellable
 */
GCancellable *
np_fetch_watch_get_cancellable (NpFetchWatch *watch)
{
  return watch->inner;
}

/**
 * np_fetch_watch_set_message:
 * @watch: a watch
 * @message: (nullable): the message whose bytes count from now on; it collects metrics
 */
void
np_fetch_watch_set_message (NpFetchWatch *watch, SoupMessage *message)
{
  g_set_object (&watch->message, message);
  watch->bytes = 0;
  np_fetch_watch_note (watch);
}

/**
 * np_fetch_watch_note:
 * @watch: a watch
 *
 * Says that the fetch got on: a name was found, a connection made, headers read.
 */
void
np_fetch_watch_note (NpFetchWatch *watch)
{
  watch->last = g_get_monotonic_time ();
}

/**
 * np_fetch_watch_stop:
 * @watch: a watch
 * @reason: why
 *
 * Ends the fetch. The first reason is the one that stays.
 */
void
np_fetch_watch_stop (NpFetchWatch *watch, NpFetchWatchReason reason)
{
  if (np_fetch_watch_get_reason (watch) == NP_FETCH_WATCH_NOTHING)
    watch->reason = reason;
  g_cancellable_cancel (watch->inner);
}

/**
 * np_fetch_watch_get_reason:
 * @watch: a watch
 *
 * Returns: why the fetch was ended
 */
NpFetchWatchReason
np_fetch_watch_get_reason (NpFetchWatch *watch)
{
  if (watch->reason == NP_FETCH_WATCH_NOTHING && g_cancellable_is_cancelled (watch->inner))
    return NP_FETCH_WATCH_CANCELLED;
  return watch->reason;
}
