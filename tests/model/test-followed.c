#include "model/np-followed.h"

#include <string.h>

/* A feed of entries "1" to "9", as many as @entries has digits; of a letter only the title is known. */
static NpFeed *
make_feed (const char *entries)
{
  NpFeed *feed = np_feed_new ();

  for (const char *p = entries; *p != '\0'; p++)
    {
      NpFeedEntry *entry = np_feed_entry_new ();

      entry->title = g_strdup_printf ("Story %c", *p);
      if (g_ascii_isdigit (*p))
        entry->id = g_strdup_printf ("id-%c", *p);
      entry->link = g_strdup_printf ("https://example.org/%c", *p);
      entry->published = g_strdup_printf ("2018-05-%02d", 1 + *p % 28);
      g_ptr_array_add (feed->entries, entry);
    }
  return feed;
}

static guint
take (NpFollowed *followed, const char *entries)
{
  g_autoptr (NpFeed) feed = make_feed (entries);

  return np_followed_take (followed, feed, "2026-11-23T09:00:00Z", NULL, NULL);
}

static void
test_never_twice (void)
{
  g_autoptr (NpFollowed) followed = np_followed_new ("x", "https://example.org/feed");
  g_autofree char *id = NULL;

  g_assert_cmpuint (take (followed, "12a"), ==, 3);
  g_assert_cmpuint (take (followed, "12a"), ==, 0);
  g_assert_cmpuint (take (followed, "312a"), ==, 1);
  /* one that was dismissed does not come back, nor one that the feed had lost meanwhile */
  id = g_strdup (np_feed_item_get_id (followed->items->pdata[0]));
  g_assert_true (np_followed_drop_item (followed, id));
  g_assert_false (np_followed_drop_item (followed, id));
  g_assert_cmpuint (take (followed, "4"), ==, 1);
  g_assert_cmpuint (take (followed, "4321a"), ==, 0);
  g_assert_cmpuint (followed->items->len, ==, 4);
}

static void
test_same_id_twice (void)
{
  g_autoptr (NpFollowed) followed = np_followed_new ("x", "https://example.org/feed");

  g_assert_cmpuint (take (followed, "1112"), ==, 2);
}

/* A feed that changes a story gives it another id: it is the same story, whatever its address carries along. */
static void
test_same_story (void)
{
  static const struct
  {
    const char *id, *link;
    guint n_new;
  } rows[] = {
    { "id-1", "https://example.org/1", 1 },
    { "id-1-changed", "https://example.org/1", 0 },
    { "id-2", "http://example.org/1?utm_source=feed#top", 0 },
    { "id-1", "https://example.org/moved", 0 },
    { NULL, "https://example.org/1", 0 },
    { "id-3", "https://example.org/3", 1 },
  };
  g_autoptr (NpFollowed) followed = np_followed_new ("x", "https://example.org/feed");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpFeed) feed = make_feed ("1");
      NpFeedEntry *entry = feed->entries->pdata[0];

      g_free (entry->id);
      g_free (entry->link);
      entry->id = g_strdup (rows[i].id);
      entry->link = g_strdup (rows[i].link);
      g_assert_cmpuint (np_followed_take (followed, feed, "2026-11-23T09:00:00Z", NULL, NULL), ==, rows[i].n_new);
    }
  g_assert_true (np_followed_drop_story (followed, "http://example.org/1?utm_medium=mail"));
  g_assert_false (np_followed_drop_story (followed, "https://example.org/1"));
  g_assert_false (np_followed_drop_story (followed, "nothing"));
  g_assert_cmpuint (followed->items->len, ==, 1);
}

static void
test_bounded (void)
{
  g_autoptr (NpFollowed) followed = np_followed_new ("x", "https://example.org/feed");
  guint n_new = 0;

  for (guint round = 0; round < 30; round++)
    {
      g_autoptr (NpFeed) feed = np_feed_new ();

      for (guint i = 0; i < 300; i++)
        {
          NpFeedEntry *entry = np_feed_entry_new ();

          entry->link = g_strdup_printf ("https://example.org/%u/%u", round, i);
          g_ptr_array_add (feed->entries, entry);
        }
      n_new += np_followed_take (followed, feed, "2026-11-23T09:00:00Z", NULL, NULL);
    }
  /* 20 of a feed that is new here, later all */
  g_assert_cmpuint (n_new, ==, 20 + 29 * 300);
  g_assert_cmpuint (followed->items->len, ==, 500);
  g_assert_cmpuint (followed->seen->len, ==, 4000);
}

static gboolean
is_saved (const char *url, gpointer user_data)
{
  return g_str_has_suffix (url, "/2");
}

static void
test_saved (void)
{
  g_autoptr (NpFollowed) followed = np_followed_new ("x", "https://example.org/feed");
  g_autoptr (NpFeed) feed = make_feed ("123");

  g_assert_cmpuint (np_followed_take (followed, feed, "2026-11-23T09:00:00Z", is_saved, NULL), ==, 2);
}

static void
test_useless (void)
{
  g_autoptr (NpFollowed) followed = np_followed_new ("x", "https://example.org/feed");
  g_autoptr (NpFeed) feed = np_feed_new ();
  static const char *const links[] = { NULL, "", "javascript:alert(1)", "file:///etc/passwd", "/relative" };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_ptr_array_add (feed->entries, np_feed_entry_new ());
      ((NpFeedEntry *) feed->entries->pdata[i])->link = g_strdup (links[i]);
    }
  g_assert_cmpuint (np_followed_take (followed, feed, "2026-11-23T09:00:00Z", NULL, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/followed/never-twice", test_never_twice);
  g_test_add_func ("/model/followed/same-id-twice", test_same_id_twice);
  g_test_add_func ("/model/followed/same-story", test_same_story);
  g_test_add_func ("/model/followed/bounded", test_bounded);
  g_test_add_func ("/model/followed/saved", test_saved);
  g_test_add_func ("/model/followed/useless", test_useless);
  return g_test_run ();
}
