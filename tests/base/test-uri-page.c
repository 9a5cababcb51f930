#include "base/np-uri-page.h"

/* Which addresses go on with a story, and which only look like it. */
static const struct
{
  const char *first;
  guint number;
  const char *other;
  gboolean follows;
} rows[] = {
  { "https://a.example/story", 2, "https://a.example/story?page=2", TRUE },
  { "https://a.example/story?x=1", 2, "https://a.example/story?x=1&page=2", TRUE },
  { "https://a.example/story?x=1", 2, "https://a.example/story?page=2&x=1", TRUE },
  { "https://a.example/story?page=1", 2, "https://a.example/story?page=2", TRUE },
  { "https://a.example/story", 2, "https://a.example/story?seite=2&utm_source=x", TRUE },
  { "https://a.example/story", 3, "https://a.example/story?page=3", TRUE },
  { "https://a.example/story", 2, "https://a.example/story/2", TRUE },
  { "https://a.example/story/", 2, "https://a.example/story/2/", TRUE },
  { "https://a.example/story", 2, "https://a.example/story/page/2", TRUE },
  { "https://a.example/story", 2, "https://a.example/story/page-2.html", TRUE },
  { "https://a.example/story.html", 2, "https://a.example/story-2.html", TRUE },
  { "https://a.example/story.html", 2, "https://a.example/story_page2.html", TRUE },
  { "https://a.example/story.html", 2, "https://a.example/story,2.html", TRUE },
  { "http://www.a.example/story", 2, "https://a.example/story?page=2", TRUE },
  { "https://a.example:8080/story", 2, "https://a.example:8080/story?page=2", TRUE },
  { "https://a.example/story", 2, "https://a.example/story?page=3", FALSE },
  { "https://a.example/story", 2, "https://a.example/story", FALSE },
  { "https://a.example/story", 2, "https://a.example/other?page=2", FALSE },
  { "https://a.example/story", 2, "https://b.example/story?page=2", FALSE },
  { "https://a.example/story", 2, "https://a.example:8080/story?page=2", FALSE },
  { "https://a.example/story?x=1", 2, "https://a.example/story?x=2&page=2", FALSE },
  { "https://a.example/news/17", 18, "https://a.example/news/18", FALSE },
  { "https://a.example/news/1", 2, "https://a.example/news/2", FALSE },
  { "https://a.example/?p=1", 2, "https://a.example/?p=2", FALSE },
  { "https://a.example/", 2, "https://a.example/2", FALSE },
  { "https://a.example/", 2, "https://a.example/page/2", FALSE },
  { "https://a.example/story", 2, "https://a.example/story?page=1002", FALSE },
  { "https://a.example/story", 2, "https://a.example/story?page=", FALSE },
  { "https://a.example/story", 2, "https://a.example/story?page=-2", FALSE },
  { "https://a.example/story", 2, "file:///story?page=2", FALSE },
  { "story", 2, "story?page=2", FALSE },
  { "https://a.example/story", 2, "", FALSE },
};

static void
test_follows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s, %u: %s", rows[i].first, rows[i].number, rows[i].other);
      g_assert_cmpint (np_uri_page_follows (rows[i].first, rows[i].number, rows[i].other), ==, rows[i].follows);
    }
}

static void
test_after (void)
{
  g_assert_true (np_uri_page_is_after ("https://a.example/story", "https://a.example/story/2"));
  g_assert_true (np_uri_page_is_after ("https://a.example/story/2", "https://a.example/story/3"));
  g_assert_true (np_uri_page_is_after ("https://a.example/story?page=9", "https://a.example/story?page=10"));
  g_assert_false (np_uri_page_is_after ("https://a.example/story/2", "https://a.example/story/1"));
  g_assert_false (np_uri_page_is_after ("https://a.example/story/2", "https://a.example/story/4"));
  g_assert_false (np_uri_page_is_after ("https://a.example/story/2", "https://a.example/other/3"));
  g_assert_false (np_uri_page_is_after (NULL, "https://a.example/other/3"));
  g_assert_false (np_uri_page_is_after ("https://a.example/other/3", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/base/uri-page/follows", test_follows);
  g_test_add_func ("/base/uri-page/after", test_after);
  return g_test_run ();
}
