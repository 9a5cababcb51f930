#include "exchange/np-opml.h"

#include <string.h>

static void
test_read (void)
{
  static const struct
  {
    const char *name, *text;
    guint n;
    const char *url, *title; /* of the first */
  } rows[] = {
    { "one", "<opml><body><outline text='A' xmlUrl='https://a.example/f'/></body></opml>", 1, "https://a.example/f",
      "A" },
    { "in folders",
      "<opml><body><outline text='x'><outline text='y'><outline xmlUrl='https://a.example/f'/></outline></outline>"
      "</body></opml>",
      1, "https://a.example/f", NULL },
    { "in small letters", "<OPML><body><outline TITLE='A' xmlurl='https://a.example/f'/></body></OPML>", 1,
      "https://a.example/f", "A" },
    { "feed:", "<opml><outline xmlUrl='feed:https://a.example/f'/></opml>", 1, "https://a.example/f", NULL },
    { "twice", "<opml><outline xmlUrl='https://a.example/f'/><outline xmlUrl='https://a.example/f'/></opml>", 1,
      "https://a.example/f", NULL },
    { "no feed", "<opml><outline text='x'/><outline xmlUrl='javascript:x'/><outline xmlUrl='file:///x'/></opml>", 0,
      NULL, NULL },
    { "an entity is not read",
      "<!DOCTYPE opml [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><opml><outline text='A&e;' "
      "xmlUrl='https://a.example/f'/></opml>",
      1, "https://a.example/f", "A" },
    { "latin-1",
      "<?xml version='1.0' encoding='iso-8859-1'?><opml><outline text='\xE9' xmlUrl='https://a.example/f'/></opml>", 1,
      "https://a.example/f", "é" },
    { "cut off", "<opml><body><outline xmlUrl='https://a.example/f'/><outline xml", 1, "https://a.example/f", NULL },
    { "no OPML", "<html><outline xmlUrl='https://a.example/f'/></html>", G_MAXUINT, NULL, NULL },
    { "text", "hello", G_MAXUINT, NULL, NULL },
    { "nothing", "", G_MAXUINT, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) feeds = np_opml_read (bytes, &error);

      g_test_message ("%s", rows[i].name);
      g_assert_true ((feeds == NULL) == (error != NULL));
      g_assert_cmpuint (feeds != NULL ? feeds->len : G_MAXUINT, ==, rows[i].n);
      if (feeds == NULL || feeds->len == 0)
        continue;
      g_assert_cmpstr (((NpOpmlFeed *) feeds->pdata[0])->url, ==, rows[i].url);
      g_assert_cmpstr (((NpOpmlFeed *) feeds->pdata[0])->title, ==, rows[i].title);
    }
}

static void
test_write (void)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) np_opml_feed_free), read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  NpOpmlFeed *feed;

  g_ptr_array_add (feeds,
                   np_opml_feed_new ("https://a.example/f?a=1&b=\"2\"", "A <b> & 'c' \x01", "https://a.example/"));
  g_ptr_array_add (feeds, np_opml_feed_new ("https://b.example/f", NULL, NULL));
  bytes = np_opml_write (feeds);
  read = np_opml_read (bytes, NULL);
  g_assert_cmpuint (read->len, ==, 2);
  feed = read->pdata[0];
  g_assert_cmpstr (feed->url, ==, "https://a.example/f?a=1&b=\"2\"");
  g_assert_cmpstr (feed->title, ==, "A <b> & 'c'");
  g_assert_cmpstr (feed->link, ==, "https://a.example/");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/opml/read", test_read);
  g_test_add_func ("/exchange/opml/write", test_write);
  return g_test_run ();
}
