#include "np-fixture.h"

static guint
count (NpIndex *index)
{
  NpCounts counts;

  g_assert_true (np_index_count (index, &counts, NULL));
  return counts.all;
}

static void
put_later (NpIndex *index, const NpFixture *fixture)
{
  g_autoptr (NpArticle) article = np_fixture_article (fixture);
  g_autofree char *path = g_strdup_printf ("articles/%s.json", fixture->id);
  NpIndexFile file = { path, 1, 1, FALSE };

  np_index_put_later (index, article, &file);
}

static gpointer
count_elsewhere (gpointer index)
{
  return GUINT_TO_POINTER (count (index));
}

/* What is to be written soon is seen by whoever asks, comes in its order, and is there after closing. */
static void
test_waiting (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "later", "index.sqlite", NULL);
  g_autoptr (NpIndex) index = np_index_open (path, "one", NULL), again = NULL, memory = np_index_open_in_memory (NULL);
  g_autoptr (NpStory) seven = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      put_later (index, &(NpFixture){ .id = id, .headline = "First" });
      if (i % 4 == 0)
        g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (g_thread_new ("count", count_elsewhere, index))), ==, i + 1);
    }
  put_later (index, &(NpFixture){ .id = "7", .headline = "Second" });
  put_later (index, &(NpFixture){ .id = "7", .headline = "Third" });
  seven = np_index_find_story (index, "7", NULL);
  g_assert_cmpstr (np_story_get_headline (seven), ==, "Third");
  g_assert_true (np_index_remove (index, "8", NULL));
  g_assert_cmpuint (count (index), ==, 39);
  put_later (index, &(NpFixture){ .id = "last", .headline = "Last" });
  np_index_close (index);
  put_later (index, &(NpFixture){ .id = "too late", .headline = "Late" });
  again = np_index_open (path, "one", NULL);
  g_assert_cmpuint (count (again), ==, 40);
  put_later (memory, &(NpFixture){ .id = "a", .headline = "In memory" });
  g_assert_cmpuint (count (memory), ==, 1);
}

static void
on_trouble (gpointer user_data)
{
  g_atomic_int_inc ((gint *) user_data);
}

/* Nobody waits for the error: it is told. */
static void
test_failure (void)
{
  g_autoptr (NpIndex) index = np_index_open_in_memory (NULL);
  NpIndexFile file = { "articles/none.json", 1, 1, FALSE };
  g_autoptr (NpArticle) no_id = np_article_new ();
  gint n_told = 0;

  np_index_watch (index, on_trouble, &n_told);
  np_index_put_later (index, no_id, &file);
  g_assert_cmpuint (count (index), ==, 0);
  g_assert_cmpint (g_atomic_int_get (&n_told), ==, 1);
  g_assert_false (np_index_is_damaged (index));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/index/backlog/waiting", test_waiting);
  g_test_add_func ("/index/backlog/failure", test_failure);
  return g_test_run ();
}
