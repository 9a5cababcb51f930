/* What NpFeeds does with the network and the shelf. */
#include "library/np-feeds-parts.h"

#include "library/np-library-error.h"
#include "model/np-time.h"

/* How many feeds are asked for at the same time. */
#define MAX_RUNNING 4

/* What came of one feed, on its way into feeds.json. */
typedef struct
{
  NpFeeds *feeds;
  NpFollowed *followed; /* as it was when it was asked for; owned */
  gboolean adds;        /* it is to be followed from now on */
  NpFeedAnswer answer;
  GError *error; /* (nullable) */
  guint n_new;
} Outcome;

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  np_followed_free (outcome->followed);
  np_feed_answer_clear (&outcome->answer);
  g_clear_error (&outcome->error);
  g_free (outcome);
}

static void
replace (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static gboolean
is_saved (const char *url, gpointer user_data)
{
  NpCatalog *catalog = np_feeds_get_catalog (user_data);
  g_autofree char *id = np_index_find_id_by_url (np_catalog_get_index (catalog), url, NULL);

  return id != NULL;
}

/* Gives whether the feed's file has to be written. */
static gboolean
take_trouble (NpFollowed *followed, const GError *error)
{
  const char *code = error != NULL ? np_library_error_to_code (error) : NULL;

  if (g_strcmp0 (followed->trouble, code) == 0)
    return FALSE;
  replace (&followed->trouble, code);
  replace (&followed->detail, error != NULL ? error->message : NULL);
  return TRUE;
}

static gboolean
take_outcome (NpFollowing *following, gpointer user_data)
{
  Outcome *outcome = user_data;
  NpFollowed *followed = np_following_find (following, outcome->followed->id);
  g_autofree char *now = np_time_now ();
  gboolean changed;

  if (followed == NULL && outcome->adds && outcome->error == NULL)
    {
      followed = np_following_find (following, outcome->answer.url);
      if (followed == NULL && outcome->answer.reached != NULL)
        followed = np_following_find (following, outcome->answer.reached);
      if (followed == NULL)
        {
          followed = np_followed_new (outcome->followed->id, outcome->answer.url);
          followed->followed = g_strdup (now);
          g_ptr_array_add (following->feeds, followed);
        }
      replace (&outcome->followed->id, followed->id);
    }
  if (followed == NULL) /* it is no longer followed */
    return FALSE;
  changed = take_trouble (followed, outcome->error);
  if (outcome->error != NULL || outcome->answer.feed == NULL)
    return changed;
  replace (&followed->etag, outcome->answer.etag);
  replace (&followed->last_modified, outcome->answer.last_modified);
  outcome->n_new = np_followed_take (followed, outcome->answer.feed, now, is_saved, outcome->feeds);
  return TRUE;
}

static void
load_one (gpointer data, gpointer user_data)
{
  Outcome *outcome = data;

  np_feeds_load (outcome->feeds, outcome->followed, &outcome->answer, user_data, &outcome->error);
}

/**
 * np_feeds_follow:
 * @self: feeds
 * @url: the address of a feed, or of a page that names one
 * @cancellable: (nullable): stops it
 * @error: of `NP_LIBRARY_ERROR`, or cancelled: then it is not followed
 *
 * Follows a feed from now on; one that is followed already is refreshed.
 *
 * Returns: (transfer full) (nullable): the feed
 */
NpFollowed *
np_feeds_follow (NpFeeds *self, const char *url, GCancellable *cancellable, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  Outcome outcome = { .feeds = self, .adds = TRUE };
  NpFollowed *result = NULL;

  g_return_val_if_fail (NP_IS_FEEDS (self) && url != NULL, NULL);

  outcome.followed = np_followed_new (id, url);
  if (!np_feeds_begin (self))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "closed");
      np_followed_free (outcome.followed);
      return NULL;
    }
  load_one (&outcome, cancellable);
  if (outcome.error != NULL)
    g_propagate_error (error, g_steal_pointer (&outcome.error));
  else if (np_feeds_change (self, take_outcome, &outcome, error))
    {
      g_autoptr (GPtrArray) list = np_feeds_list (self);

      for (guint i = 0; i < list->len && result == NULL; i++)
        if (g_str_equal (((NpFollowed *) list->pdata[i])->id, outcome.followed->id))
          result = np_followed_copy (list->pdata[i], FALSE);
    }
  np_followed_free (outcome.followed);
  np_feed_answer_clear (&outcome.answer);
  np_feeds_end (self);
  return result;
}

/**
 * np_feeds_refresh:
 * @self: feeds
 * @n_new: (out) (optional): how many items are new
 * @cancellable: (nullable): stops it
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Asks for every feed. One that cannot be had says so in its `trouble` and stays; that is no error here.
 *
 * Returns: whether all of it is on disk
 */
gboolean
np_feeds_refresh (NpFeeds *self, guint *n_new, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new_with_free_func (outcome_free), list = NULL;
  GThreadPool *threads;
  gboolean ok = TRUE;

  g_return_val_if_fail (NP_IS_FEEDS (self), FALSE);

  if (n_new != NULL)
    *n_new = 0;
  if (!np_feeds_begin (self))
    return TRUE;
  np_feeds_set_refreshing (self, TRUE);
  list = np_feeds_list (self);
  threads = g_thread_pool_new (load_one, cancellable, MAX_RUNNING, FALSE, NULL);
  for (guint i = 0; i < list->len; i++)
    {
      Outcome *outcome = g_new0 (Outcome, 1);

      outcome->feeds = self;
      outcome->followed = np_followed_copy (list->pdata[i], FALSE);
      g_ptr_array_add (outcomes, outcome);
      g_thread_pool_push (threads, outcome, NULL);
    }
  g_thread_pool_free (threads, FALSE, TRUE);
  for (guint i = 0; i < outcomes->len && ok; i++)
    {
      Outcome *outcome = outcomes->pdata[i];

      if (g_error_matches (outcome->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        continue;
      ok = np_feeds_change (self, take_outcome, outcome, error);
      if (n_new != NULL)
        *n_new += outcome->n_new;
    }
  np_feeds_set_refreshing (self, FALSE);
  np_feeds_end (self);
  return ok && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* A feed to be taken away or put back, or items. */
typedef struct
{
  const char *id;
  const NpFollowed *feed;
  NpFollowed *removed;
  GPtrArray *items;
  gboolean onto_shelf;
} Change;

static gboolean
remove_feed (NpFollowing *following, gpointer user_data)
{
  Change *change = user_data;
  NpFollowed *followed = np_following_find (following, change->id);
  guint index;

  if (followed == NULL || !g_ptr_array_find (following->feeds, followed, &index))
    return FALSE;
  change->removed = g_ptr_array_steal_index (following->feeds, index);
  return TRUE;
}

/**
 * np_feeds_unfollow:
 * @self: feeds
 * @id_or_url: one of them
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: (transfer full) (nullable): the feed, followed no more, with all that np_feeds_put_back() needs
 */
NpFollowed *
np_feeds_unfollow (NpFeeds *self, const char *id_or_url, GError **error)
{
  Change change = { .id = id_or_url };

  g_return_val_if_fail (NP_IS_FEEDS (self) && id_or_url != NULL, NULL);

  if (!np_feeds_change (self, remove_feed, &change, error))
    g_clear_pointer (&change.removed, np_followed_free); /* it is still followed on disk */
  else if (change.removed == NULL)
    g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_FEED, "%s: is not followed", id_or_url);
  return change.removed;
}

static gboolean
put_feed (NpFollowing *following, gpointer user_data)
{
  Change *change = user_data;

  if (np_following_find (following, change->feed->id) != NULL
      || np_following_find (following, change->feed->url) != NULL)
    return FALSE;
  g_ptr_array_add (following->feeds, np_followed_copy (change->feed, TRUE));
  return TRUE;
}

/**
 * np_feeds_put_back:
 * @self: feeds
 * @followed: what np_feeds_unfollow() gave, or a feed from elsewhere that is to be read at the next refresh
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: whether it is followed
 */
gboolean
np_feeds_put_back (NpFeeds *self, const NpFollowed *followed, GError **error)
{
  Change change = { .feed = followed };

  g_return_val_if_fail (NP_IS_FEEDS (self) && followed != NULL, FALSE);

  return np_feeds_change (self, put_feed, &change, error);
}

/* A story that stands in several feeds is shown once: what is done with it is done with all of it. */
static gboolean
drop_everywhere (NpFollowing *following, NpFeedItem *item)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < following->feeds->len; i++)
    changed |= np_followed_drop_story (following->feeds->pdata[i], np_feed_item_get_link (item));
  return changed;
}

static gboolean
move_items (NpFollowing *following, gpointer user_data)
{
  Change *change = user_data;
  gboolean changed = FALSE;

  for (guint i = 0; i < change->items->len; i++)
    {
      NpFeedItem *item = change->items->pdata[i];
      NpFollowed *followed = np_following_find (following, np_feed_item_get_feed (item));

      if (followed != NULL)
        changed |= change->onto_shelf ? np_followed_put_item (followed, item)
                                      : np_followed_drop_item (followed, np_feed_item_get_id (item));
      if (!change->onto_shelf)
        changed |= drop_everywhere (following, item);
    }
  return changed;
}

/**
 * np_feeds_move_items:
 * @self: feeds
 * @items: (element-type NpFeedItem): items
 * @onto_shelf: whether to put them back onto the New shelf, else to take them off
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: whether that is on disk
 */
gboolean
np_feeds_move_items (NpFeeds *self, GPtrArray *items, gboolean onto_shelf, GError **error)
{
  Change change = { .items = items, .onto_shelf = onto_shelf };

  g_return_val_if_fail (NP_IS_FEEDS (self) && items != NULL, FALSE);

  return np_feeds_change (self, move_items, &change, error);
}
