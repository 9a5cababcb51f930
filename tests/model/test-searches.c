#include "model/np-searches.h"

static NpSearches *
make (const char *ids)
{
  NpSearches *searches = np_searches_new ();

  for (const char *p = ids; *p != '\0'; p++)
    {
      const char id[] = { *p, '\0' };

      np_searches_put (searches, np_search_new (id, id, "words"), -1);
    }
  return searches;
}

static char *
order_of (const NpSearches *searches)
{
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < np_searches_get_size (searches); i++)
    g_string_append (order, np_searches_get (searches, i)->id);
  return g_string_free (order, FALSE);
}

static void
assert_order (const NpSearches *searches, const char *expected)
{
  g_autofree char *order = order_of (searches);

  g_assert_cmpstr (order, ==, expected);
}

static void
test_move (void)
{
  static const struct
  {
    const char *what, *id;
    int position;
    const char *order;
  } rows[] = {
    { "to the front", "c", 0, "cabd" },          { "to the end", "a", -1, "bcda" },
    { "to where it is", "b", 1, "abcd" },        { "beyond the end", "a", 99, "bcda" },
    { "one that is not there", "x", 0, "abcd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpSearches) searches = make ("abcd");

      g_test_message ("%s", rows[i].what);
      g_assert_true (np_searches_move (searches, rows[i].id, rows[i].position) == (*rows[i].id != 'x'));
      assert_order (searches, rows[i].order);
    }
}

static void
test_names (void)
{
  g_autoptr (NpSearches) searches = make ("ab");
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, "words"), other = NULL;
  g_autoptr (NpSearch) unnamed = np_search_new ("n", "  ", "is:unread  ap");

  g_assert_cmpstr (unnamed->name, ==, "is:unread ap");
  g_assert_true (np_searches_rename (searches, "a", "  Unread\tÄP "));
  g_assert_cmpstr (np_searches_find (searches, "unread äp")->id, ==, "a");
  g_assert_false (np_searches_rename (searches, "a", " \n"));
  g_assert_false (np_searches_rename (searches, "x", "name"));
  g_assert_null (np_searches_find (searches, NULL));
  g_assert_cmpstr (np_searches_find_same (searches, query)->id, ==, "a");
  other = np_query_new (NP_PLACE_INBOX, NULL, "words");
  g_assert_null (np_searches_find_same (searches, other));
}

/* One change of any kind. */
static void
change_at_random (NpSearches *searches, GRand *random)
{
  guint n = np_searches_get_size (searches);
  guint at = n > 0 ? (guint) g_rand_int_range (random, 0, (int) n) : 0;
  const char id[] = { (char) ('a' + g_rand_int_range (random, 0, 25)), '\0' };
  g_autofree char *some = n > 0 ? g_strdup (np_searches_get (searches, at)->id) : g_strdup ("");

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      np_searches_put (searches, np_search_new (id, id, "words"), g_rand_int_range (random, -1, 9));
      break;
    case 1:
      np_searches_rename (searches, some, id);
      break;
    case 2:
      np_searches_move (searches, some, g_rand_int_range (random, -1, 9));
      break;
    case 3:
      np_searches_drop (searches, some);
      break;
    }
}

/* Doing and undoing gives what was there before, and leaves alone what others did meanwhile. */
static void
test_apply (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (NpSearches) before = make ("abcdef"), after = np_searches_copy (before), now = NULL;

      change_at_random (after, random);
      now = np_searches_copy (before);
      np_searches_apply (now, before, after);
      g_assert_true (np_searches_equal (now, after));
      np_searches_apply (now, after, before);
      g_assert_true (np_searches_equal (now, before));
      np_searches_apply (now, before, after);
      np_searches_put (now, np_search_new ("z", "Of others", "other"), 2);
      np_searches_apply (now, after, before);
      g_assert_cmpint (np_searches_locate (now, "z"), >=, 0);
      np_searches_drop (now, "z");
      g_assert_true (np_searches_equal (now, before));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/searches/move", test_move);
  g_test_add_func ("/model/searches/names", test_names);
  g_test_add_func ("/model/searches/apply", test_apply);
  return g_test_run ();
}
