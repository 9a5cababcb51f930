#include "base/np-uri.h"

static void
test_compare_key (void)
{
  static const struct
  {
    const char *uri, *key;
  } rows[] = {
    { "https://www.example.org/a/b/?utm_source=x&id=3#top", "example.org/a/b?id=3" },
    { "http://EXAMPLE.org/a/b?id=3", "example.org/a/b?id=3" },
    { "http://127.0.0.1:8080/x?fbclid=1", "127.0.0.1:8080/x" },
    { "https://example.org:443/", "example.org" },
    { "file:///etc/passwd", NULL },
    { "javascript:alert(1)", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *key = np_uri_compare_key (rows[i].uri);
      g_assert_cmpstr (key, ==, rows[i].key);
    }
}

static void
test_without_user (void)
{
  static const struct
  {
    const char *uri, *without;
  } rows[] = {
    { "https://me:secret@example.org/a", "https://example.org/a" },
    { "https://me@example.org:81/a?b=c@d#e@f", "https://example.org:81/a?b=c@d#e@f" },
    { "https://a@b:c@[::1]/", "https://[::1]/" },
    { "https://example.org/@me", "https://example.org/@me" },
    { "https://example.org?to=me@example.org", "https://example.org?to=me@example.org" },
    { "mailto:me@example.org", "mailto:me@example.org" },
    { "", "" },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *without = np_uri_without_user (rows[i].uri);
      g_assert_cmpstr (without, ==, rows[i].without);
    }
}

static void
test_list_from_text (void)
{
  static const struct
  {
    const char *text, *joined;
  } rows[] = {
    { "https://example.org/a", "https://example.org/a" },
    { "  https://example.org/a\r\n# comment\r\nhttps://example.org/b\r\nhttps://example.org/a",
      "https://example.org/a https://example.org/b" },
    { "www.example.org/story", "https://www.example.org/story" },
    { "example.org/2018/05/story.html", "https://example.org/2018/05/story.html" },
    { "file:///home/me/story.txt", "file:///home/me/story.txt" },
    { "See https://example.org/a", NULL },
    { "Just a headline.", NULL },
    { "me@example.org", NULL },
    { "folder/story.html", NULL },
    { "../story.html", NULL },
    { "./a.b/c", NULL },
    { "story.html", NULL },
    { "e.g.", NULL },
    { "javascript:alert(1)", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) list = np_uri_list_from_text (rows[i].text);
      g_autofree char *joined = list != NULL ? g_strjoinv (" ", list) : NULL;
      g_assert_cmpstr (joined, ==, rows[i].joined);
    }
}

static void
test_resolve (void)
{
  static const struct
  {
    const char *base, *reference, *expected;
  } rows[] = {
    { "https://example.org/a/b", "c.jpg", "https://example.org/a/c.jpg" },
    { "https://example.org/a/b", "/c.jpg", "https://example.org/c.jpg" },
    { "https://example.org", "c.jpg", "https://example.org/c.jpg" },
    { NULL, "c.jpg", NULL },
    { "https://example.org/a", "//a.b;c/d", NULL },
    { "https://example.org/a", "   ", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *address = np_uri_resolve (rows[i].base, rows[i].reference);

      g_assert_cmpstr (address, ==, rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/base/uri/compare-key", test_compare_key);
  g_test_add_func ("/base/uri/without-user", test_without_user);
  g_test_add_func ("/base/uri/list-from-text", test_list_from_text);
  g_test_add_func ("/base/uri/resolve", test_resolve);
  return g_test_run ();
}
