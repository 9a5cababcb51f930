#include "library/np-feed-loader.h"

#include "base/np-uri.h"
#include "library/np-library-error.h"
#include "library/np-local-file.h"
#include "library/np-network.h"

/* The status of a page that has not changed. */
#define NOT_MODIFIED 304

/**
 * np_feed_answer_clear:
 * @answer: an answer
 */
void
np_feed_answer_clear (NpFeedAnswer *answer)
{
  g_clear_pointer (&answer->feed, np_feed_free);
  g_clear_pointer (&answer->url, g_free);
  g_clear_pointer (&answer->reached, g_free);
  g_clear_pointer (&answer->etag, g_free);
  g_clear_pointer (&answer->last_modified, g_free);
}

/* Other words than for a story: what was looked for is a feed. */
static GError *
take_error (GError *error)
{
  GError *taken = np_library_error_take (error);

  if (g_error_matches (taken, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_TYPE)
      || g_error_matches (taken, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_EMPTY))
    taken->code = NP_LIBRARY_ERROR_NO_FEED;
  return taken;
}

/* Whether what was read is only a page that names feeds. */
static gboolean
is_page (const NpFeed *feed)
{
  return feed->feeds->len > 0;
}

static gboolean
load (NpFetcher *fetcher, NpWorkerPool *workers, const char *url, const char *referring_page, const char *etag,
      const char *last_modified, NpFeedAnswer *answer, GCancellable *cancellable, GError **error)
{
  g_autoptr (NpPage) page =
      np_fetcher_fetch_changed (fetcher, url, NP_FETCH_FEED, referring_page, etag, last_modified, cancellable, error);

  np_feed_answer_clear (answer);
  if (page == NULL)
    return FALSE;
  answer->url = g_strdup (url);
  answer->reached = g_strdup (page->final_url);
  if (page->status == NOT_MODIFIED)
    {
      answer->etag = g_strdup (page->etag != NULL ? page->etag : etag);
      answer->last_modified = g_strdup (page->last_modified != NULL ? page->last_modified : last_modified);
      return TRUE;
    }
  answer->etag = g_strdup (page->etag);
  answer->last_modified = g_strdup (page->last_modified);
  answer->feed = np_worker_pool_read_feed (workers, page, cancellable, error);
  if (answer->feed == NULL)
    g_prefix_error (error, "%s: ", url);
  return answer->feed != NULL;
}

/**
 * np_feed_load:
 * @fetcher: the network
 * @workers: who reads it
 * @url: the address of a feed, or of a page that names one
 * @etag: (nullable): of the version that is here already
 * @last_modified: (nullable): of that version
 * @answer: (out caller-allocates): zeroed before; what came; cleared by the caller
 * @cancellable: (nullable): stops it
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Gets a feed. A page leads to the first feed it names; a public one never into the user's own network.
 *
 * Returns: whether there is one
 */
gboolean
np_feed_load (NpFetcher *fetcher, NpWorkerPool *workers, const char *url, const char *etag, const char *last_modified,
              NpFeedAnswer *answer, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean ok;

  g_return_val_if_fail (NP_IS_FETCHER (fetcher) && url != NULL && answer != NULL, FALSE);

  ok = load (fetcher, workers, url, NULL, etag, last_modified, answer, cancellable, &local);
  if (ok && answer->feed != NULL && is_page (answer->feed))
    {
      g_autofree char *named = g_strdup (answer->feed->feeds->pdata[0]), *page = g_strdup (answer->reached);

      ok = load (fetcher, workers, named, page, NULL, NULL, answer, cancellable, &local);
      if (ok && answer->feed != NULL && is_page (answer->feed))
        {
          g_set_error (&local, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_FEED, "%s: This is no feed", named);
          ok = FALSE;
        }
    }
  if (!ok)
    g_propagate_error (error, take_error (g_steal_pointer (&local)));
  return ok;
}

static NpFeed *
read_file (NpWorkerPool *workers, const char *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (NpPage) page = np_local_file_read (file, cancellable, error);

  return page != NULL ? np_worker_pool_read_feed (workers, page, cancellable, error) : NULL;
}

/**
 * np_feed_preview:
 * @url_or_file: an http or https address, or a file
 * @user_agent: (nullable): what to call the program to sites
 * @cancellable: (nullable): stops it
 * @error: of `NP_LIBRARY_ERROR`, or cancelled
 *
 * Reads a feed without keeping anything of it.
 *
 * Returns: (transfer full) (nullable): the feed
 */
NpFeed *
np_feed_preview (const char *url_or_file, const char *user_agent, GCancellable *cancellable, GError **error)
{
  g_autoptr (NpWorkerPool) workers = np_worker_pool_new ();
  g_autoptr (GError) local = NULL;
  NpFeed *feed;

  g_return_val_if_fail (url_or_file != NULL, NULL);

  if (np_uri_is_web (url_or_file))
    {
      g_autoptr (NpFetcher) fetcher = np_network_new_fetcher ();
      g_auto (NpFeedAnswer) answer = { 0 };

      np_fetcher_set_user_agent (fetcher, user_agent);
      np_feed_load (fetcher, workers, url_or_file, NULL, NULL, &answer, cancellable, error);
      return g_steal_pointer (&answer.feed);
    }
  feed = read_file (workers, url_or_file, cancellable, &local);
  if (feed == NULL)
    g_propagate_error (error, take_error (g_steal_pointer (&local)));
  return feed;
}
