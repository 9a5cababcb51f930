#include "model/np-topic-tree.h"

#include <string.h>

/* What holds for every tree, whatever was done to it. */
static void
check_forest (const NpTopicTree *tree)
{
  g_autoptr (GPtrArray) all = np_topic_tree_list_all (tree);
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) keys = NULL;

  g_assert_cmpuint (np_topic_tree_get_size (tree), ==, all->len);
  g_ptr_array_add (stack, NULL);
  while (stack->len > 0)
    {
      const char *parent = g_ptr_array_remove_index_fast (stack, stack->len - 1);
      g_autoptr (GPtrArray) children = np_topic_tree_list_children (tree, parent);

      for (guint i = 0; i < children->len; i++)
        {
          const NpTopic *topic = children->pdata[i];

          g_assert_true (g_hash_table_add (seen, topic->key));
          g_assert_false (np_topic_tree_is_below (tree, topic->key, topic->key));
          if (parent != NULL)
            g_assert_true (np_topic_tree_is_below (tree, topic->key, parent));
          g_ptr_array_add (stack, topic->key);
        }
    }
  /* Every key leads somewhere: a story that names it has a topic. */
  keys = np_topic_tree_list_keys (tree);
  for (guint i = 0; i < keys->len; i++)
    g_assert_nonnull (np_topic_tree_resolve (tree, keys->pdata[i]));
  /* Every topic hangs somewhere: none is lost in a circle. */
  g_assert_cmpuint (g_hash_table_size (seen), ==, all->len);
  for (guint i = 0; i < all->len; i++)
    {
      const NpTopic *topic = all->pdata[i];
      GHashTableIter iter;
      gpointer key;

      g_assert_true (np_topic_tree_find (tree, topic->key) == topic);
      g_hash_table_iter_init (&iter, topic->related);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_assert_true (np_topic_tree_resolve (tree, key) != topic);
    }
}

static const NpTopic *
pick (const NpTopicTree *tree, GRand *random)
{
  g_autoptr (GPtrArray) keys = np_topic_tree_list_keys (tree);

  return keys->len > 0 ? np_topic_tree_get (tree, keys->pdata[g_rand_int_range (random, 0, (int) keys->len)]) : NULL;
}

static void
do_something (NpTopicTree *tree, GRand *random)
{
  g_autofree char *name = g_strdup_printf ("Topic %d", g_rand_int_range (random, 0, 40));
  const NpTopic *one = pick (tree, random), *other = pick (tree, random);
  g_autofree char *a = one != NULL ? g_strdup (one->key) : NULL, *b = other != NULL ? g_strdup (other->key) : NULL;
  g_autoptr (GError) error = NULL;

  switch (a != NULL ? g_rand_int_range (random, 0, 14) : 0)
    {
    case 0:
    case 1:
    case 2:
      np_topic_tree_add (tree, name, g_rand_boolean (random) ? a : NULL, &error);
      break;
    case 3:
      np_topic_tree_rename (tree, a, name, &error);
      break;
    case 4:
      np_topic_tree_move (tree, a, b, g_rand_int_range (random, -1, 4), &error);
      break;
    case 5:
      np_topic_tree_move (tree, a, NULL, -1, &error);
      break;
    case 6:
      np_topic_tree_merge (tree, a, b, &error);
      break;
    case 7:
      np_topic_tree_relate (tree, a, b, g_rand_boolean (random) ? "mine" : NULL, &error);
      break;
    case 8:
      np_topic_tree_dismiss (tree, a, b, &error);
      break;
    case 9:
      np_topic_tree_set_other (tree, a, b, g_rand_boolean (random), &error);
      break;
    case 10:
    case 11:
      np_topic_tree_unmerge (tree, a, &error);
      break;
    case 12:
      np_topic_tree_set_hidden (tree, a, g_rand_boolean (random), &error);
      np_topic_tree_set_rule (tree, a, name, g_rand_boolean (random), &error);
      break;
    default:
      if (g_rand_int_range (random, 0, 4) == 0)
        np_topic_tree_drop (tree, a);
      break;
    }
}

static void
test_property (void)
{
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (NpTopicTree) tree = np_topic_tree_new ();

      for (guint i = 0; i < 120; i++)
        {
          g_autoptr (NpTopicTree) before = np_topic_tree_copy (tree);

          do_something (tree, random);
          check_forest (tree);
          check_forest (before);
        }
    }
}

static void
test_add (void)
{
  static const struct
  {
    const char *name, *parent, *key;
    int code;
  } rows[] = {
    { "North Korea", NULL, "north-korea", -1 },
    { "  Summits\n ", "north-korea", "summits", -1 },
    { "NORTH  KOREA", NULL, NULL, NP_TOPIC_ERROR_EXISTS },
    { "Nörth Korea", NULL, NULL, NP_TOPIC_ERROR_EXISTS },
    { "North, Korea!", NULL, "north-korea-2", -1 },
    { "", NULL, NULL, NP_TOPIC_ERROR_NAME },
    { " \t", NULL, NULL, NP_TOPIC_ERROR_NAME },
    { "Inside", "nowhere", NULL, NP_TOPIC_ERROR_UNKNOWN },
    { "!!!", NULL, "untitled", -1 },
    { "北朝鮮", NULL, "北朝鮮", -1 },
  };
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      const NpTopic *topic = np_topic_tree_add (tree, rows[i].name, rows[i].parent, &error);

      g_test_message ("%s", rows[i].name);
      if (rows[i].code >= 0)
        {
          g_assert_null (topic);
          g_assert_error (error, NP_TOPIC_ERROR, rows[i].code);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (topic->key, ==, rows[i].key);
    }
  check_forest (tree);
}

static void
test_merge (void)
{
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GError) error = NULL;

  np_topic_tree_add (tree, "DPRK", NULL, NULL);
  np_topic_tree_add (tree, "Missiles", "dprk", NULL);
  np_topic_tree_add (tree, "North Korea", "missiles", NULL);
  np_topic_tree_add (tree, "Summits", NULL, NULL);
  g_assert_true (np_topic_tree_relate (tree, "dprk", "summits", "mine", NULL));

  /* Into a topic that is inside it: that one moves up, and the rest goes into it. */
  g_assert_true (np_topic_tree_merge (tree, "dprk", "north-korea", &error));
  g_assert_no_error (error);
  check_forest (tree);
  g_assert_cmpstr (np_topic_tree_resolve (tree, "dprk")->key, ==, "north-korea");
  g_assert_cmpstr (np_topic_tree_find (tree, "dprk")->key, ==, "north-korea");
  g_assert_true (np_topic_tree_is_below (tree, "missiles", "north-korea"));
  g_assert_true (g_hash_table_contains (np_topic_tree_get (tree, "north-korea")->related, "summits"));
  keys = np_topic_tree_list_keys_below (tree, "north-korea");
  g_assert_cmpuint (keys->len, ==, 3);

  g_assert_false (np_topic_tree_merge (tree, "dprk", "north-korea", &error));
  g_assert_error (error, NP_TOPIC_ERROR, NP_TOPIC_ERROR_CYCLE);
  g_clear_error (&error);
  g_assert_false (np_topic_tree_move (tree, "north-korea", "missiles", 0, &error));
  g_assert_error (error, NP_TOPIC_ERROR, NP_TOPIC_ERROR_CYCLE);
}

/* Taking a merged topic out again gives it back what was inside it, wherever the others went meanwhile. */
static void
test_unmerge (void)
{
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();
  g_autoptr (GPtrArray) aliases = NULL;
  g_autoptr (GError) error = NULL;

  np_topic_tree_add (tree, "Asia", NULL, NULL);
  np_topic_tree_add (tree, "DPRK", "asia", NULL);
  np_topic_tree_add (tree, "Missiles", "dprk", NULL);
  np_topic_tree_add (tree, "North Korea", NULL, NULL);
  g_assert_true (np_topic_tree_merge (tree, "dprk", "north-korea", NULL));
  aliases = np_topic_tree_list_aliases (tree, "north-korea");
  g_assert_cmpuint (aliases->len, ==, 1);
  g_assert_cmpstr (np_topic_tree_find_alias (tree, "Dprk")->key, ==, "dprk");
  g_assert_null (np_topic_tree_find_alias (tree, "North Korea"));
  /* Asia goes into what is inside DPRK, which is inside Asia. */
  g_assert_true (np_topic_tree_move (tree, "asia", "missiles", -1, &error));
  g_assert_no_error (error);
  g_assert_true (np_topic_tree_unmerge (tree, "dprk", &error));
  g_assert_no_error (error);
  check_forest (tree);
  g_assert_true (np_topic_tree_is_below (tree, "missiles", "dprk"));
  g_assert_true (np_topic_tree_is_other (tree, "north-korea", "dprk"));
  g_assert_false (np_topic_tree_unmerge (tree, "dprk", &error));
  g_assert_error (error, NP_TOPIC_ERROR, NP_TOPIC_ERROR_UNKNOWN);
  g_clear_error (&error);
  /* Its name is another's by now. */
  g_assert_true (np_topic_tree_merge (tree, "dprk", "north-korea", NULL));
  g_assert_true (np_topic_tree_rename (tree, "north-korea", "dprk", NULL));
  g_assert_false (np_topic_tree_unmerge (tree, "dprk", &error));
  g_assert_error (error, NP_TOPIC_ERROR, NP_TOPIC_ERROR_EXISTS);
}

static void
test_pairs (void)
{
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();

  np_topic_tree_add (tree, "A", NULL, NULL);
  np_topic_tree_add (tree, "B", NULL, NULL);
  np_topic_tree_add (tree, "C", NULL, NULL);
  np_topic_tree_relate (tree, "a", "b", "mine", NULL);
  g_assert_cmpint (np_topic_tree_find_relation (tree, "b", "a"), ==, NP_TOPIC_RELATED);
  np_topic_tree_dismiss (tree, "b", "a", NULL);
  g_assert_cmpint (np_topic_tree_find_relation (tree, "a", "b"), ==, NP_TOPIC_DISMISSED);
  np_topic_tree_relate (tree, "a", "b", "mine", NULL);
  g_assert_cmpint (np_topic_tree_find_relation (tree, "a", "b"), ==, NP_TOPIC_RELATED);
  /* What was said of a topic holds for the one it is merged into. */
  np_topic_tree_dismiss (tree, "a", "b", NULL);
  np_topic_tree_relate (tree, "a", "c", "mine", NULL);
  np_topic_tree_merge (tree, "c", "b", NULL);
  g_assert_cmpint (np_topic_tree_find_relation (tree, "a", "b"), ==, NP_TOPIC_RELATED);
  g_assert_cmpuint (g_hash_table_size (np_topic_tree_get (tree, "a")->related), ==, 1);
}

static void
test_order (void)
{
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();
  g_autoptr (GPtrArray) children = NULL;
  static const char *const wanted[] = { "c", "a", "b" };

  np_topic_tree_add (tree, "A", NULL, NULL);
  np_topic_tree_add (tree, "B", NULL, NULL);
  np_topic_tree_add (tree, "C", NULL, NULL);
  g_assert_true (np_topic_tree_move (tree, "c", NULL, 0, NULL));
  children = np_topic_tree_list_children (tree, NULL);
  g_assert_cmpuint (children->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((NpTopic *) children->pdata[i])->key, ==, wanted[i]);
}

/* Files of others may hold anything: circles end, and nothing hangs. */
static void
test_damaged (void)
{
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();
  NpTopic *a = np_topic_new ("a", "A"), *b = np_topic_new ("b", "B"), *c = np_topic_new ("c", "C");

  a->merged_into = g_strdup ("b");
  b->merged_into = g_strdup ("a");
  c->parent = g_strdup ("c");
  np_topic_tree_put (tree, a);
  np_topic_tree_put (tree, b);
  np_topic_tree_put (tree, c);
  g_assert_null (np_topic_tree_resolve (tree, "a"));
  g_assert_false (np_topic_tree_is_below (tree, "c", "a"));
  g_assert_false (np_topic_tree_is_below (tree, "c", "c"));
  g_assert_null (np_topic_tree_find (tree, "a"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/topic-tree/add", test_add);
  g_test_add_func ("/model/topic-tree/merge", test_merge);
  g_test_add_func ("/model/topic-tree/unmerge", test_unmerge);
  g_test_add_func ("/model/topic-tree/pairs", test_pairs);
  g_test_add_func ("/model/topic-tree/order", test_order);
  g_test_add_func ("/model/topic-tree/damaged", test_damaged);
  g_test_add_func ("/model/topic-tree/property", test_property);
  return g_test_run ();
}
