#include "library/np-feeds.h"

#include "library/np-feeds-parts.h"
#include "library/np-herald.h"
#include "library/np-library-error.h"
#include "library/np-new-shelf.h"

#include <gio/gio.h>

/* The window comes first. */
#define START_SECONDS 10

/* What is told on the main thread. */
typedef enum
{
  NEWS_FEEDS = 1 << 0,
  NEWS_REFRESHING = 1 << 1
} News;

struct _NpFeeds
{
  GObject parent_instance;
  NpCatalog *catalog;
  NpFetcher *fetcher;
  NpHerald *herald;
  GListStore *items; /* NpFeedItem* of all feeds, newest first; of the main thread */
  GCancellable *closing;
  NpWorkQueue *work; /* changes that the main thread does not wait for, in their order */
  guint timer;       /* refreshes at an interval; 0 = not */
  guint start;       /* and once before that */

  GMutex lock; /* of all below, and held while feeds.json is read and written */
  GCond idle;  /* running is 0 */
  guint running;
  gboolean closed;
  gboolean refreshing;
  gboolean is_read;
  NpFollowing *following; /* what is on disk */
  NpWorkerPool *workers;  /* (nullable) made when it is needed */
};

enum
{
  PROP_REFRESHING = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (NpFeeds, np_feeds, G_TYPE_OBJECT)

static void
np_feeds_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, np_feeds_is_refreshing (NP_FEEDS (object)));
}

static void
np_feeds_finalize (GObject *object)
{
  NpFeeds *self = NP_FEEDS (object);

  np_feeds_close (self);
  g_clear_pointer (&self->work, np_work_queue_free);
  g_clear_object (&self->herald);
  g_clear_object (&self->items);
  g_clear_object (&self->closing);
  g_clear_object (&self->catalog);
  g_clear_object (&self->fetcher);
  g_clear_object (&self->workers);
  np_following_free (self->following);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->idle);
  G_OBJECT_CLASS (np_feeds_parent_class)->finalize (object);
}

static void
np_feeds_class_init (NpFeedsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = np_feeds_get_property;
  object_class->finalize = np_feeds_finalize;
  properties[PROP_REFRESHING] = g_param_spec_boolean (
      "refreshing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  changed_signal = g_signal_new ("changed", NP_TYPE_FEEDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fill_items (NpFeeds *self)
{
  g_autoptr (GPtrArray) items = NULL;

  g_mutex_lock (&self->lock);
  items = np_new_shelf_collect (self->following);
  g_mutex_unlock (&self->lock);
  np_new_shelf_show (self->items, items);
}

static void
on_news (guint news, gpointer user_data)
{
  g_autoptr (NpFeeds) self = g_object_ref (user_data);

  if (news & NEWS_REFRESHING)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFRESHING]);
  if (news & NEWS_FEEDS)
    {
      fill_items (self);
      g_signal_emit (self, changed_signal, 0);
    }
}

static void
np_feeds_init (NpFeeds *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->idle);
  self->items = g_list_store_new (NP_TYPE_FEED_ITEM);
  self->closing = g_cancellable_new ();
  self->work = np_work_queue_new (self);
  self->herald = np_herald_new (on_news, self);
  self->following = np_following_new ();
}

/**
 * np_feeds_new:
 * @catalog: the library
 * @fetcher: the network
 *
 * Returns: (transfer full): its feeds; nothing is read before somebody asks
 */
NpFeeds *
np_feeds_new (NpCatalog *catalog, NpFetcher *fetcher)
{
  NpFeeds *self = g_object_new (NP_TYPE_FEEDS, NULL);

  self->catalog = g_object_ref (catalog);
  self->fetcher = g_object_ref (fetcher);
  return self;
}

/**
 * np_feeds_close:
 * @self: feeds
 *
 * Stops what runs and waits until it has.
 */
void
np_feeds_close (NpFeeds *self)
{
  g_return_if_fail (NP_IS_FEEDS (self));

  g_cancellable_cancel (self->closing);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->start, g_source_remove);
  np_herald_close (self->herald);
  np_work_queue_close (self->work);
  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  while (self->running > 0)
    g_cond_wait (&self->idle, &self->lock);
  g_mutex_unlock (&self->lock);
}

/**
 * np_feeds_push_work:
 * @self: feeds
 * @func: called in a thread, after all that was pushed before
 * @data: for @func
 *
 * Returns: whether it will be done; not after np_feeds_close()
 */
gboolean
np_feeds_push_work (NpFeeds *self, NpWorkFunc func, gpointer data)
{
  return np_work_queue_push (self->work, func, data);
}

/**
 * np_feeds_begin:
 * @self: feeds
 *
 * Has np_feeds_close() wait until np_feeds_end().
 *
 * Returns: whether it was in time; `FALSE` when they are closed
 */
gboolean
np_feeds_begin (NpFeeds *self)
{
  gboolean open;

  g_mutex_lock (&self->lock);
  open = !self->closed;
  self->running += open;
  g_mutex_unlock (&self->lock);
  return open;
}

/**
 * np_feeds_end:
 * @self: feeds after np_feeds_begin()
 */
void
np_feeds_end (NpFeeds *self)
{
  g_mutex_lock (&self->lock);
  if (--self->running == 0)
    g_cond_broadcast (&self->idle);
  g_mutex_unlock (&self->lock);
}

/**
 * np_feeds_get_catalog:
 * @self: feeds
 *
 * Returns: (transfer none): the library
 */
NpCatalog *
np_feeds_get_catalog (NpFeeds *self)
{
  return self->catalog;
}

/* With the lock. A sync tool or another program may have written since. */
static gboolean
read_file (NpFeeds *self, GError **error)
{
  NpFollowing *following = np_store_read_feeds (np_catalog_get_store (self->catalog), error);

  if (following == NULL)
    return FALSE;
  np_following_free (self->following);
  self->following = following;
  self->is_read = TRUE;
  return TRUE;
}

/**
 * np_feeds_change:
 * @self: feeds
 * @change: what to do to them
 * @user_data: for @change
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Changes feeds.json as it is on disk now. Safe from any thread.
 *
 * Returns: whether it is on disk
 */
gboolean
np_feeds_change (NpFeeds *self, NpFeedsChange change, gpointer user_data, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean ok;

  g_mutex_lock (&self->lock);
  ok = read_file (self, &local);
  if (ok && change (self->following, user_data))
    {
      ok = np_store_write_feeds (np_catalog_get_store (self->catalog), self->following, &local);
      if (!ok)
        self->is_read = FALSE;
    }
  g_mutex_unlock (&self->lock);
  np_herald_tell (self->herald, NEWS_FEEDS);
  if (!ok)
    g_propagate_error (error, np_library_error_take (g_steal_pointer (&local)));
  return ok;
}

/* With the lock. */
static void
need_file (NpFeeds *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->is_read && !read_file (self, &error))
    g_message ("the feeds cannot be read: %s", error->message);
}

/**
 * np_feeds_get_items:
 * @self: feeds
 *
 * Returns: (transfer none): the New shelf: a list of NpFeedItem, newest first
 */
GListModel *
np_feeds_get_items (NpFeeds *self)
{
  gboolean first;

  g_return_val_if_fail (NP_IS_FEEDS (self), NULL);

  g_mutex_lock (&self->lock);
  first = !self->is_read;
  need_file (self);
  g_mutex_unlock (&self->lock);
  if (first)
    fill_items (self);
  return G_LIST_MODEL (self->items);
}

/**
 * np_feeds_list:
 * @self: feeds
 *
 * Returns: (transfer full) (element-type NpFollowed): each feed as it is now, without what was seen of it
 */
GPtrArray *
np_feeds_list (NpFeeds *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) np_followed_free);

  g_return_val_if_fail (NP_IS_FEEDS (self), list);

  g_mutex_lock (&self->lock);
  need_file (self);
  for (guint i = 0; i < self->following->feeds->len; i++)
    g_ptr_array_add (list, np_followed_copy (self->following->feeds->pdata[i], FALSE));
  g_mutex_unlock (&self->lock);
  return list;
}

/**
 * np_feeds_is_refreshing:
 * @self: feeds
 *
 * Returns: whether np_feeds_refresh() runs
 */
gboolean
np_feeds_is_refreshing (NpFeeds *self)
{
  gboolean refreshing;

  g_return_val_if_fail (NP_IS_FEEDS (self), FALSE);

  g_mutex_lock (&self->lock);
  refreshing = self->refreshing;
  g_mutex_unlock (&self->lock);
  return refreshing;
}

/**
 * np_feeds_set_refreshing:
 * @self: feeds
 * @refreshing: whether they are being refreshed
 */
void
np_feeds_set_refreshing (NpFeeds *self, gboolean refreshing)
{
  g_mutex_lock (&self->lock);
  self->refreshing = refreshing;
  g_mutex_unlock (&self->lock);
  np_herald_tell (self->herald, NEWS_REFRESHING);
}

/**
 * np_feeds_load:
 * @self: feeds
 * @followed: one of them, or one that is to be
 * @answer: (out caller-allocates): zeroed before; what came
 * @cancellable: (nullable): stops it
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Asks the network for @followed. Blocking; safe from any thread.
 *
 * Returns: whether there was an answer
 */
gboolean
np_feeds_load (NpFeeds *self, const NpFollowed *followed, NpFeedAnswer *answer, GCancellable *cancellable,
               GError **error)
{
  NpWorkerPool *workers;

  g_mutex_lock (&self->lock);
  if (self->workers == NULL)
    self->workers = np_worker_pool_new ();
  workers = self->workers;
  g_mutex_unlock (&self->lock);
  return np_feed_load (self->fetcher, workers, followed->url, followed->etag, followed->last_modified, answer,
                       cancellable != NULL ? cancellable : self->closing, error);
}

static gboolean
on_timer (gpointer user_data)
{
  NpFeeds *self = user_data;
  g_autoptr (GPtrArray) list = np_feeds_list (self);

  if (list->len > 0 && g_network_monitor_get_network_available (g_network_monitor_get_default ())
      && !np_feeds_is_refreshing (self))
    np_feeds_refresh_async (self, NULL, NULL, NULL);
  return G_SOURCE_CONTINUE;
}

/* Once, soon after the start: what came meanwhile. */
static gboolean
on_start (gpointer user_data)
{
  NpFeeds *self = user_data;

  self->start = 0;
  on_timer (self);
  return G_SOURCE_REMOVE;
}

/**
 * np_feeds_set_timer:
 * @self: feeds
 * @start_ms: in how many milliseconds they are refreshed first
 * @every_ms: and then how often; 0 = never
 *
 * Does what np_feeds_set_interval() does, more exactly.
 */
void
np_feeds_set_timer (NpFeeds *self, guint start_ms, guint every_ms)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->start, g_source_remove);
  if (every_ms == 0)
    return;
  self->timer = every_ms % 1000 == 0 ? g_timeout_add_seconds (every_ms / 1000, on_timer, self)
                                     : g_timeout_add (every_ms, on_timer, self);
  self->start = g_timeout_add (start_ms, on_start, self);
}

/**
 * np_feeds_set_interval:
 * @self: feeds
 * @minutes: how often they are refreshed by themselves; 0 = never
 *
 * Also once in a moment. Without a network a turn is left out.
 */
void
np_feeds_set_interval (NpFeeds *self, guint minutes)
{
  g_return_if_fail (NP_IS_FEEDS (self));

  np_feeds_set_timer (self, START_SECONDS * 1000, MIN (minutes, G_MAXUINT / 60000) * 60000);
}
