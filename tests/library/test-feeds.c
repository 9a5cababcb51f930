#include "library/np-feeds-parts.h"
#include "library/np-library-error.h"
#include "network.h"
#include "open-library.h"
#include "site.h"
#include "worker/np-worker-serve.h"

#include <unistd.h>

/* A site with a feed of stories 1 to n. */
typedef struct
{
  Site *site;
  int n;           /* atomic, as are all below; -1: the feed is broken */
  int asked;       /* requests for the feed */
  int not_changed; /* of them answered by 304 */
} Paper;

static void
answer (SoupServerMessage *message, const char *path, gpointer user_data)
{
  Paper *paper = user_data;
  int n = g_atomic_int_get (&paper->n);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *tag = g_strdup_printf ("\"%d\"", n);

  if (g_str_equal (path, "/"))
    {
      g_string_append (body, "<!doctype html><link rel=alternate type=application/rss+xml href=/feed>");
      soup_server_message_set_response (message, "text/html", SOUP_MEMORY_COPY, body->str, body->len);
      soup_server_message_set_status (message, 200, NULL);
      return;
    }
  if (g_str_equal (path, "/moved"))
    {
      soup_server_message_set_redirect (message, 301, "/feed");
      return;
    }
  g_atomic_int_inc (&paper->asked);
  if (n < 0)
    {
      soup_server_message_set_status (message, 500, NULL);
      return;
    }
  soup_message_headers_append (soup_server_message_get_response_headers (message), "ETag", tag);
  if (g_strcmp0 (soup_message_headers_get_one (soup_server_message_get_request_headers (message), "If-None-Match"), tag)
      == 0)
    {
      g_atomic_int_inc (&paper->not_changed);
      soup_server_message_set_status (message, 304, NULL);
      return;
    }
  g_string_append (body, "<rss><channel><title>Harbour</title>");
  for (int i = 1; i <= n; i++)
    g_string_append_printf (body, "<item><guid>https://harbour.example/%d</guid><title>Story %d</title></item>", i, i);
  g_string_append (body, "</channel></rss>");
  soup_server_message_set_response (message, "application/rss+xml", SOUP_MEMORY_COPY, body->str, body->len);
  soup_server_message_set_status (message, 200, NULL);
}

static Paper *
paper_new (int n)
{
  Paper *paper = g_new0 (Paper, 1);

  paper->n = n;
  paper->site = site_new (answer, paper);
  return paper;
}

static void
paper_free (Paper *paper)
{
  site_free (paper->site);
  g_free (paper);
}

static guint
count_items (NpFeeds *feeds)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return g_list_model_get_n_items (np_feeds_get_items (feeds));
}

/* From the page of the site to its feed, and what is new later. */
static void
test_follow (void)
{
  Paper *paper = paper_new (3);
  g_autoptr (NpLibrary) library = open_library (NULL);
  NpFeeds *feeds = np_library_get_feeds (library);
  g_autoptr (NpFollowed) followed = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  guint n_new;

  followed = np_feeds_follow (feeds, paper->site->root, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (followed->title, ==, "Harbour");
  g_assert_true (g_str_has_suffix (followed->url, "/feed"));
  g_assert_cmpuint (count_items (feeds), ==, 3);
  again = np_feeds_follow (feeds, followed->url, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->id, ==, followed->id);
  g_assert_true (np_feeds_refresh (feeds, &n_new, NULL, NULL));
  g_assert_cmpuint (n_new, ==, 0);
  g_assert_cmpint (paper->not_changed, ==, 1);
  g_atomic_int_set (&paper->n, 5);
  g_assert_true (np_feeds_refresh (feeds, &n_new, NULL, NULL));
  g_assert_cmpuint (n_new, ==, 2);
  g_assert_cmpuint (count_items (feeds), ==, 5);
  np_library_close (library);
  paper_free (paper);
}

static void
test_broken (void)
{
  Paper *paper = paper_new (2);
  g_autoptr (NpLibrary) library = open_library (NULL);
  NpFeeds *feeds = np_library_get_feeds (library);
  g_autofree char *url = g_strconcat (paper->site->root, "/feed", NULL);
  g_autoptr (NpFollowed) followed = np_feeds_follow (feeds, url, NULL, NULL);
  g_autoptr (GPtrArray) broken = NULL, well = NULL;

  g_atomic_int_set (&paper->n, -1);
  g_assert_true (np_feeds_refresh (feeds, NULL, NULL, NULL));
  broken = np_feeds_list (feeds);
  g_assert_cmpuint (broken->len, ==, 1);
  g_assert_cmpstr (((NpFollowed *) broken->pdata[0])->trouble, ==, "server");
  g_assert_cmpuint (count_items (feeds), ==, 2);
  g_atomic_int_set (&paper->n, 2);
  g_assert_true (np_feeds_refresh (feeds, NULL, NULL, NULL));
  well = np_feeds_list (feeds);
  g_assert_null (((NpFollowed *) well->pdata[0])->trouble);
  np_library_close (library);
  paper_free (paper);
}

static void
test_nothing_to_follow (void)
{
  Paper *paper = paper_new (-1);
  g_autoptr (NpLibrary) library = open_library (NULL);
  NpFeeds *feeds = np_library_get_feeds (library);
  g_autofree char *url = g_strconcat (paper->site->root, "/feed", NULL);
  g_autoptr (GError) error = NULL, other = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_null (np_feeds_follow (feeds, url, NULL, &error));
  g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_SERVER);
  g_assert_null (np_feeds_unfollow (feeds, url, &other));
  g_assert_error (other, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_FEED);
  list = np_feeds_list (feeds);
  g_assert_cmpuint (list->len, ==, 0);
  np_library_close (library);
  paper_free (paper);
}

/* What is dismissed stays so, in the next process too, unless it is taken back; so does what is followed no more. */
static void
test_dismiss (void)
{
  Paper *paper = paper_new (3);
  NpLibrary *library = open_library (NULL);
  NpFeeds *feeds = np_library_get_feeds (library);
  g_autofree char *url = g_strconcat (paper->site->root, "/feed", NULL);
  g_autoptr (NpFollowed) followed = np_feeds_follow (feeds, url, NULL, NULL), removed = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_cmpuint (count_items (feeds), ==, 3);
  g_ptr_array_add (items, g_list_model_get_item (np_feeds_get_items (feeds), 0));
  g_ptr_array_add (items, g_list_model_get_item (np_feeds_get_items (feeds), 1));
  np_feeds_dismiss (feeds, items);
  g_assert_cmpuint (g_list_model_get_n_items (np_feeds_get_items (feeds)), ==, 1);
  g_ptr_array_remove_index (items, 1);
  np_feeds_undismiss (feeds, items);
  np_library_close (library);
  g_object_unref (library);

  library = open_library (NULL);
  feeds = np_library_get_feeds (library);
  g_assert_cmpuint (count_items (feeds), ==, 2);
  g_assert_true (np_feeds_refresh (feeds, NULL, NULL, NULL));
  g_assert_cmpuint (count_items (feeds), ==, 2);
  removed = np_feeds_unfollow (feeds, url, NULL);
  g_assert_nonnull (removed);
  g_assert_cmpuint (count_items (feeds), ==, 0);
  g_assert_true (np_feeds_put_back (feeds, removed, NULL));
  g_assert_cmpuint (count_items (feeds), ==, 2);
  g_assert_true (np_feeds_refresh (feeds, NULL, NULL, NULL));
  g_assert_cmpuint (count_items (feeds), ==, 2);
  np_library_close (library);
  g_object_unref (library);
  paper_free (paper);
}

/* A story that two feeds have is shown once, and gone when it is dismissed; a feed by another address is that feed. */
static void
test_two_feeds (void)
{
  Paper *paper = paper_new (3);
  g_autoptr (NpLibrary) library = open_library (NULL);
  NpFeeds *feeds = np_library_get_feeds (library);
  g_autofree char *one = g_strconcat (paper->site->root, "/feed", NULL);
  g_autofree char *two = g_strconcat (paper->site->root, "/feed-of-all", NULL);
  g_autofree char *moved = g_strconcat (paper->site->root, "/moved", NULL);
  g_autoptr (NpFollowed) first = np_feeds_follow (feeds, one, NULL, NULL);
  g_autoptr (NpFollowed) second = np_feeds_follow (feeds, two, NULL, NULL);
  g_autoptr (NpFollowed) third = np_feeds_follow (feeds, moved, NULL, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_cmpstr (first->id, !=, second->id);
  g_assert_cmpstr (first->id, ==, third->id);
  g_assert_cmpuint (count_items (feeds), ==, 3);
  g_ptr_array_add (items, g_list_model_get_item (np_feeds_get_items (feeds), 0));
  g_assert_true (np_feeds_move_items (feeds, items, FALSE, NULL));
  g_assert_cmpuint (count_items (feeds), ==, 2);
  g_assert_true (np_feeds_refresh (feeds, NULL, NULL, NULL));
  g_assert_cmpuint (count_items (feeds), ==, 2);
  g_assert_true (np_feeds_move_items (feeds, items, TRUE, NULL));
  g_assert_cmpuint (count_items (feeds), ==, 3);
  np_library_close (library);
  paper_free (paper);
}

static void
wait_for_asked (Paper *paper, int asked)
{
  while (g_atomic_int_get (&paper->asked) < asked)
    g_main_context_iteration (NULL, TRUE);
}

/* By themselves: soon after the start, and again and again; not without a network, and not any more when that is
 * switched off. What is counted is how often the site was asked, not how fast. */
static void
test_timer (void)
{
  Paper *paper = paper_new (2);
  g_autoptr (NpLibrary) library = open_library (NULL);
  NpFeeds *feeds = np_library_get_feeds (library);
  g_autofree char *url = g_strconcat (paper->site->root, "/feed", NULL);
  g_autoptr (NpFollowed) followed = np_feeds_follow (feeds, url, NULL, NULL);

  g_assert_nonnull (followed);
  g_assert_cmpint (g_atomic_int_get (&paper->asked), ==, 1);
  network_set (FALSE);
  np_feeds_set_timer (feeds, 1, 3);
  for (guint i = 0; i < 20; i++) /* turns of the timer */
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_atomic_int_get (&paper->asked), ==, 1);

  network_set (TRUE);
  g_atomic_int_set (&paper->n, 4);
  wait_for_asked (paper, 4);
  while (count_items (feeds) < 4)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_items (feeds), ==, 4);

  np_feeds_set_interval (feeds, 0);
  while (np_feeds_is_refreshing (feeds))
    g_main_context_iteration (NULL, FALSE);
  g_atomic_int_set (&paper->asked, 0);
  for (guint i = 0; i < 20; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpint (g_atomic_int_get (&paper->asked), ==, 0);
  np_library_close (library);
  paper_free (paper);
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  network_init ();
  network_set (TRUE);
  g_test_add_func ("/library/feeds/follow", test_follow);
  g_test_add_func ("/library/feeds/broken", test_broken);
  g_test_add_func ("/library/feeds/nothing-to-follow", test_nothing_to_follow);
  g_test_add_func ("/library/feeds/dismiss", test_dismiss);
  g_test_add_func ("/library/feeds/two-feeds", test_two_feeds);
  g_test_add_func ("/library/feeds/timer", test_timer);
  return g_test_run ();
}
