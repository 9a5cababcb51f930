/* NpFeeds for the window: each call works in a thread of its own. */
#include "library/np-feeds-parts.h"

static void
follow_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  NpFollowed *followed = np_feeds_follow (source, data, cancellable, &error);

  if (followed != NULL)
    g_task_return_pointer (task, followed, (GDestroyNotify) np_followed_free);
  else
    g_task_return_error (task, error);
}

/**
 * np_feeds_follow_async:
 * @self: feeds
 * @url: the address of a feed, or of a page that names one
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As np_feeds_follow().
 */
void
np_feeds_follow_async (NpFeeds *self, const char *url, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (NP_IS_FEEDS (self) && url != NULL);

  g_task_set_source_tag (task, np_feeds_follow_async);
  g_task_set_task_data (task, g_strdup (url), g_free);
  g_task_run_in_thread (task, follow_thread);
}

/**
 * np_feeds_follow_finish:
 * @self: feeds
 * @result: of np_feeds_follow_async()
 * @error: as np_feeds_follow()
 *
 * Returns: (transfer full) (nullable): the feed
 */
NpFollowed *
np_feeds_follow_finish (NpFeeds *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
refresh_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (np_feeds_refresh (source, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * np_feeds_refresh_async:
 * @self: feeds
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * As np_feeds_refresh().
 */
void
np_feeds_refresh_async (NpFeeds *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (NP_IS_FEEDS (self));

  g_task_set_source_tag (task, np_feeds_refresh_async);
  g_task_run_in_thread (task, refresh_thread);
}

/**
 * np_feeds_refresh_finish:
 * @self: feeds
 * @result: of np_feeds_refresh_async()
 * @error: as np_feeds_refresh()
 *
 * Returns: whether all of it is on disk
 */
gboolean
np_feeds_refresh_finish (NpFeeds *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* A change that is begun on the main thread: what np_feeds_close() waits for. */
typedef struct
{
  GPtrArray *items; /* (nullable) */
  gboolean onto_shelf;
  NpFollowed *followed; /* (nullable) to be followed again */
} Work;

static void
work_free (Work *work)
{
  g_clear_pointer (&work->items, g_ptr_array_unref);
  g_clear_pointer (&work->followed, np_followed_free);
  g_free (work);
}

/* Runs in the thread of the queue: one after the other, in the order they were asked for. */
static void
do_work (gpointer owner, gpointer data)
{
  Work *work = data;
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  if (work->items != NULL)
    ok = np_feeds_move_items (owner, work->items, work->onto_shelf, &error);
  else
    ok = np_feeds_put_back (owner, work->followed, &error);
  if (!ok)
    g_message ("the feeds cannot be changed: %s", error->message);
  work_free (work);
}

static void
start (NpFeeds *self, Work *work)
{
  if (!np_feeds_push_work (self, do_work, work))
    work_free (work);
}

static void
start_moving (NpFeeds *self, GPtrArray *items, gboolean onto_shelf)
{
  Work *work = g_new0 (Work, 1);

  work->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (work->items, g_object_ref (items->pdata[i]));
  work->onto_shelf = onto_shelf;
  start (self, work);
}

/**
 * np_feeds_dismiss:
 * @self: feeds
 * @items: (element-type NpFeedItem): items
 *
 * Takes items off the shelf: at once in the list, soon after on disk.
 */
void
np_feeds_dismiss (NpFeeds *self, GPtrArray *items)
{
  GListStore *shelf;
  guint position;

  g_return_if_fail (NP_IS_FEEDS (self) && items != NULL);

  shelf = G_LIST_STORE (np_feeds_get_items (self));
  for (guint i = 0; i < items->len; i++)
    if (g_list_store_find (shelf, items->pdata[i], &position))
      g_list_store_remove (shelf, position);
  start_moving (self, items, FALSE);
}

/**
 * np_feeds_undismiss:
 * @self: feeds
 * @items: (element-type NpFeedItem): items that np_feeds_dismiss() took away
 *
 * Puts them back onto the shelf.
 */
void
np_feeds_undismiss (NpFeeds *self, GPtrArray *items)
{
  g_return_if_fail (NP_IS_FEEDS (self) && items != NULL);

  start_moving (self, items, TRUE);
}

static void
unfollow_work (gpointer owner, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  NpFollowed *removed = np_feeds_unfollow (owner, g_task_get_task_data (task), &error);

  if (removed != NULL)
    g_task_return_pointer (task, removed, (GDestroyNotify) np_followed_free);
  else
    g_task_return_error (task, error);
}

/**
 * np_feeds_unfollow_async:
 * @self: feeds
 * @id: one of them
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * np_feeds_unfollow() off the main thread.
 */
void
np_feeds_unfollow_async (NpFeeds *self, const char *id, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (NP_IS_FEEDS (self) && id != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, np_feeds_unfollow_async);
  g_task_set_task_data (task, g_strdup (id), g_free);
  if (np_feeds_push_work (self, unfollow_work, task))
    return;
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "closed");
  g_object_unref (task);
}

/**
 * np_feeds_unfollow_finish:
 * @self: feeds
 * @result: what the callback was given
 * @error: as np_feeds_unfollow()
 *
 * Returns: (transfer full) (nullable): the feed, followed no more, for np_feeds_put_back_soon()
 */
NpFollowed *
np_feeds_unfollow_finish (NpFeeds *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * np_feeds_put_back_soon:
 * @self: feeds
 * @followed: what np_feeds_unfollow_finish() gave
 *
 * np_feeds_put_back() off the main thread.
 */
void
np_feeds_put_back_soon (NpFeeds *self, const NpFollowed *followed)
{
  Work *work;

  g_return_if_fail (NP_IS_FEEDS (self) && followed != NULL);

  work = g_new0 (Work, 1);
  work->followed = np_followed_copy (followed, TRUE);
  start (self, work);
}
