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

/* Which story an address is of is known before anything is written, and afterwards, from any thread. */
static void
test_same (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "same", "index.sqlite", NULL);
  g_autoptr (NpIndex) index = np_index_open (path, "one", NULL);
  static const struct
  {
    const char *name, *url, *canonical, *page;
    const char *id; /* NULL: none is that story */
  } rows[] = {
    { "address", "https://www.example.org/one/?utm_source=x#y", NULL, NULL, "1" },
    { "own address", "https://example.net/", "http://example.org/two", NULL, "2" },
    { "page", "https://example.net/", NULL, "pages/ab/ab.html.gz", "2" },
    { "address of a page's name", "page pages/ab/ab.html.gz", NULL, NULL, NULL },
    { "nothing", NULL, NULL, NULL, NULL },
    { "other", "https://example.org/three", NULL, "pages/cd/cd.html.gz", NULL },
  };
  g_autoptr (NpArticle) two = np_fixture_article (&(NpFixture){ .id = "2", .url = "https://example.org/two" });
  NpIndexFile file = { "articles/2.json", 1, 1, FALSE };

  put_later (index, &(NpFixture){ .id = "1", .url = "http://example.org/one" });
  two->provenance.page = g_strdup ("pages/ab/ab.html.gz");
  np_index_put_later (index, two, &file);
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          g_autoptr (NpArticle) article = np_article_new ();
          g_autofree char *id = NULL;

          article->url = g_strdup (rows[i].url);
          article->canonical_url = g_strdup (rows[i].canonical);
          article->provenance.page = g_strdup (rows[i].page);
          id = np_index_find_same (index, article, NULL);
          g_test_message ("%s", rows[i].name);
          g_assert_cmpstr (id, ==, rows[i].id);
        }
      g_assert_cmpuint (count (index), ==, 2);
    }
}

/* Of several that are written together one that cannot be takes none of the others with it. */
static void
test_one_fails (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "fails", "index.sqlite", NULL);
  g_autoptr (NpIndex) index = np_index_open (path, "one", NULL);
  NpIndexFile file = { "articles/none.json", 1, 1, FALSE };
  g_autoptr (NpArticle) no_id = np_article_new ();

  put_later (index, &(NpFixture){ .id = "1", .headline = "Before" });
  np_index_put_later (index, no_id, &file);
  put_later (index, &(NpFixture){ .id = "2", .headline = "After" });
  g_assert_cmpuint (count (index), ==, 2);
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
  g_test_add_func ("/index/backlog/same", test_same);
  g_test_add_func ("/index/backlog/one-fails", test_one_fails);
  g_test_add_func ("/index/backlog/failure", test_failure);
  return g_test_run ();
}
