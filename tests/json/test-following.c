#include "json/np-json-following.h"

#include <string.h>

static NpFollowing *
read (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return np_json_following_from_bytes (bytes, NULL, error);
}

/* What this version does not know comes out as it came in. */
static void
test_kept (void)
{
  const char *text =
      "{\"format\":\"newsprint-feeds\",\"version\":1,\"later\":{\"a\":[1]},\"feeds\":[{\"id\":\"x\",\"url\":"
      "\"https://a.example/f\",\"folder\":\"y\",\"new\":[{\"id\":\"1\",\"headline\":\"H\",\"link\":"
      "\"https://a.example/1\",\"published\":\"2018-05-31\"}],\"seen\":[\"1\",\"2\"]}]}";
  g_autoptr (NpFollowing) first = read (text, NULL), second = NULL;
  g_autoptr (GBytes) bytes = np_json_following_to_bytes (first), again = NULL;
  NpFollowed *followed;

  second = np_json_following_from_bytes (bytes, NULL, NULL);
  again = np_json_following_to_bytes (second);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_nonnull (strstr (g_bytes_get_data (bytes, NULL), "\"later\""));
  g_assert_nonnull (strstr (g_bytes_get_data (bytes, NULL), "\"folder\""));
  followed = np_following_find (second, "https://a.example/f");
  g_assert_cmpuint (followed->seen->len, ==, 2);
  g_assert_cmpuint (followed->items->len, ==, 1);
  g_assert_cmpstr (np_feed_item_get_headline (followed->items->pdata[0]), ==, "H");
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *text;
    guint n; /* feeds; G_MAXUINT: it is an error */
  } rows[] = {
    { "{\"format\":\"newsprint-feeds\",\"version\":2}", G_MAXUINT },
    { "{\"format\":\"newsprint-topics\"}", G_MAXUINT },
    { "[]", G_MAXUINT },
    { "{\"format\":\"newsprint-feeds\"}", 0 },
    { "{\"format\":\"newsprint-feeds\",\"feeds\":{}}", 0 },
    { "{\"format\":\"newsprint-feeds\",\"feeds\":[5,null,{},{\"url\":\"x\"},{\"url\":\"javascript:x\"}]}", 0 },
    { "{\"format\":\"newsprint-feeds\",\"feeds\":[{\"url\":\"https://a/\"},{\"url\":\"https://a/\"}]}", 1 },
    { "{\"format\":\"newsprint-feeds\",\"feeds\":[{\"url\":\"https://a/\",\"new\":[{},{\"id\":\"1\",\"link\":\"x\"}],"
      "\"seen\":\"y\"}]}",
      1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NpFollowing) following = read (rows[i].text, &error);

      g_assert_true ((following == NULL) == (error != NULL));
      g_assert_cmpuint (following != NULL ? following->feeds->len : G_MAXUINT, ==, rows[i].n);
      if (following != NULL && following->feeds->len > 0)
        g_assert_cmpuint (((NpFollowed *) following->feeds->pdata[0])->items->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/json/following/kept", test_kept);
  g_test_add_func ("/json/following/wrong", test_wrong);
  return g_test_run ();
}
