/* usage: write-samples FOLDER N: writes N random files of each kind, for check-schema. */
#include "json/np-json-article.h"
#include "json/np-json-following.h"
#include "json/np-json-library.h"
#include "json/np-json-searches.h"
#include "json/np-json-topics.h"
#include "random-article.h"

static void
write_file (const char *folder, const char *kind, guint number, GBytes *bytes)
{
  g_autofree char *name = g_strdup_printf ("%s-%u.json", kind, number);
  g_autofree char *file = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  if (error != NULL)
    g_error ("%s", error->message);
  g_bytes_unref (bytes);
}

static GBytes *
make_feeds (void)
{
  g_autoptr (NpFollowing) following = np_following_new ();
  NpFollowed *followed = np_followed_new ("one", "https://example.org/feed");
  g_autoptr (NpFeed) feed = np_feed_new ();
  NpFeedEntry *entry = np_feed_entry_new ();

  entry->link = g_strdup ("https://example.org/1");
  g_ptr_array_add (feed->entries, entry);
  np_followed_take (followed, feed, "2026-11-23T09:00:00Z", NULL, NULL);
  g_ptr_array_add (following->feeds, followed);
  return np_json_following_to_bytes (following);
}

int
main (int argc, char **argv)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (NpArticle) full = random_article_full ();

  if (argc != 3)
    return 2;
  write_file (argv[1], "article", 0, np_json_article_to_bytes (full));
  write_file (argv[1], "feeds", 0, make_feeds ());
  for (guint i = 1; i <= (guint) g_ascii_strtoull (argv[2], NULL, 10); i++)
    {
      g_autoptr (NpArticle) article = random_article (random);
      g_autoptr (NpTopicTree) topics = random_topics (random);
      g_autoptr (NpSearches) searches = random_searches (random);

      write_file (argv[1], "article", i, np_json_article_to_bytes (article));
      write_file (argv[1], "topics", i, np_json_topics_to_bytes (topics));
      write_file (argv[1], "searches", i, np_json_searches_to_bytes (searches));
      write_file (argv[1], "library", i, np_json_library_to_bytes (article->id, article->unknown));
    }
  return 0;
}
