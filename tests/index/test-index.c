#include "np-fixture.h"

#include "model/np-query.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
make_path (const char *name)
{
  return g_build_filename (g_get_user_cache_dir (), name, "index.sqlite", NULL);
}

static NpIndex *
open_index (const char *path, const char *id)
{
  g_autoptr (GError) error = NULL;
  NpIndex *index = np_index_open (path, id, &error);

  g_assert_no_error (error);
  return index;
}

static guint
count (NpIndex *index, NpPlace place, const char *text)
{
  g_autoptr (NpQuery) query = np_query_new (place, NULL, text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = np_index_find_rows (index, query, NULL, 0, G_MAXUINT, NULL, &error);

  g_assert_no_error (error);
  return rows->len;
}

/* A change replaces all that was known: words, topics, addresses, state and path. */
static void
test_replace (void)
{
  static const NpFixture before = {
    .id = "a", .headline = "Zeppelin", .body = "lands", .url = "https://example.org/a", .topics = "x y"
  };
  static const NpFixture after = {
    .id = "a", .headline = "Balloon", .body = "rises", .url = "https://example.org/b", .topics = "y", .starred = TRUE
  };
  static const NpFixture other = { .id = "b", .headline = "Other" };
  g_autoptr (NpIndex) index = np_index_open_in_memory (NULL);
  g_autoptr (NpArticle) moved = np_fixture_article (&other);
  g_autoptr (NpStory) story = NULL;
  g_autofree char *id = NULL;
  NpIndexFile file = { "articles/a.json", 1, 1, FALSE };

  np_fixture_put (index, &before);
  np_fixture_put (index, &before);
  np_fixture_put (index, &after);
  g_assert_cmpuint (count (index, NP_PLACE_ALL, NULL), ==, 1);
  g_assert_cmpuint (count (index, NP_PLACE_ALL, "zeppelin "), ==, 0);
  g_assert_cmpuint (count (index, NP_PLACE_ALL, "headline:zeppelin "), ==, 0);
  g_assert_cmpuint (count (index, NP_PLACE_ALL, "balloon "), ==, 1);
  g_assert_cmpuint (count (index, NP_PLACE_STARRED, NULL), ==, 1);
  g_assert_null (np_index_find_id_by_url (index, "https://example.org/a", NULL));
  id = np_index_find_id_by_url (index, "http://www.example.org/b/?utm_source=x#y", NULL);
  g_assert_cmpstr (id, ==, "a");
  story = np_index_find_story (index, "a", NULL);
  g_assert_cmpuint (g_strv_length ((char **) np_story_get_topics (story)), ==, 1);
  /* another story is at the path now */
  g_assert_true (np_index_put (index, moved, &file, NULL));
  g_assert_cmpuint (count (index, NP_PLACE_ALL, NULL), ==, 1);
  g_assert_null (np_index_find_story (index, "a", NULL));
  g_assert_true (np_index_remove (index, "b", NULL));
  g_assert_true (np_index_remove (index, "never there", NULL));
  g_assert_cmpuint (count (index, NP_PLACE_ALL, NULL), ==, 0);
}

static gboolean
note_file (const NpIndexFile *file, const char *id, gpointer user_data)
{
  g_string_append_printf (user_data, "%s:%s:%d:%d:%d ", id, file->path, (int) file->size, (int) file->mtime_ns,
                          file->trashed);
  return strcmp (id, "b") != 0;
}

static void
test_files (void)
{
  static const NpFixture fixtures[] = { { .id = "a" }, { .id = "b", .trashed = TRUE }, { .id = "c" } };
  g_autoptr (NpIndex) index = np_index_open_in_memory (NULL);
  g_autoptr (GString) files = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    np_fixture_put (index, &fixtures[i]);
  g_assert_true (np_index_each_file (index, note_file, files, NULL));
  g_assert_cmpstr (files->str, ==, "a:articles/a.json:100:7:0 b:articles/b.json:100:7:1 ");
}

static void
test_counts (void)
{
  static const NpFixture fixtures[] = { { .id = "a", .topics = "child other" },
                                        { .id = "b", .topics = "child parent child", .read = TRUE },
                                        { .id = "c", .topics = "alias", .archived = TRUE, .starred = TRUE },
                                        { .id = "d", .topics = "child", .trashed = TRUE, .starred = TRUE },
                                        { .id = "e", .topics = "unknown" } };
  g_autoptr (NpIndex) index = np_index_open_in_memory (NULL);
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();
  g_autoptr (GHashTable) topics = NULL;
  NpTopic *loop = np_topic_new ("loop", "Loop"), *pool = np_topic_new ("pool", "Pool");
  NpCounts counts;

  g_assert_nonnull (np_topic_tree_add (tree, "Parent", NULL, NULL));
  g_assert_nonnull (np_topic_tree_add (tree, "Child", "parent", NULL));
  g_assert_nonnull (np_topic_tree_add (tree, "Alias", NULL, NULL));
  g_assert_nonnull (np_topic_tree_add (tree, "Other", NULL, NULL));
  g_assert_true (np_topic_tree_merge (tree, "alias", "child", NULL));
  loop->parent = g_strdup ("pool"); /* as a file of others may say */
  pool->parent = g_strdup ("loop");
  np_topic_tree_put (tree, loop);
  np_topic_tree_put (tree, pool);
  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    np_fixture_put (index, &fixtures[i]);
  np_fixture_put (index, &fixtures[3]);
  g_assert_true (np_index_count (index, &counts, NULL));
  g_assert_cmpuint (counts.all, ==, 4);
  g_assert_cmpuint (counts.inbox, ==, 3);
  g_assert_cmpuint (counts.unread, ==, 2);
  g_assert_cmpuint (counts.archive, ==, 1);
  g_assert_cmpuint (counts.starred, ==, 1);
  g_assert_cmpuint (counts.trash, ==, 1);
  topics = np_index_count_topics (index, tree, NULL);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (topics, "parent")), ==, 3);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (topics, "child")), ==, 3);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (topics, "other")), ==, 1);
  g_assert_false (g_hash_table_contains (topics, "alias"));
  g_assert_false (g_hash_table_contains (topics, "loop"));
}

/* What a page may hold. */
static void
test_nasty (void)
{
  g_autoptr (NpIndex) index = np_index_open_in_memory (NULL);
  g_autofree char *huge = g_strnfill (3000000, 'x'), *words = NULL;
  GString *many = g_string_new (NULL);
  g_autoptr (NpArticle) nothing = np_article_new (), no_id = np_article_new ();
  NpIndexFile file = { "articles/nothing.json", 0, 0, FALSE };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (many, "w%u ", i % 70000);
  words = g_string_free (many, FALSE);
  nothing->id = g_strdup ("nothing");
  g_assert_true (np_index_put (index, nothing, &file, &error));
  np_fixture_put (
      index,
      &(NpFixture){ .id = "huge", .headline = huge, .body = huge, .published = "9999-99-99", .url = "javascript:1" });
  np_fixture_put (index, &(NpFixture){ .id = "words", .body = words, .published = "never" });
  np_fixture_put (index, &(NpFixture){ .id = "bad", .headline = "\xff\xc3(\x02marked\x03", .body = "\xf0\x9f" });
  np_fixture_put (index,
                  &(NpFixture){ .id = "empty", .headline = "", .body = "", .topics = "", .site = "", .byline = "" });
  g_assert_cmpuint (count (index, NP_PLACE_ALL, NULL), ==, 5);
  g_assert_cmpuint (count (index, NP_PLACE_ALL, "w69999 "), ==, 1);
  g_assert_cmpuint (count (index, NP_PLACE_ALL, "marked "), ==, 1);
  g_assert_cmpuint (count (index, NP_PLACE_ALL, "before:9998"), ==, 0);
  np_fixture_put (index, &(NpFixture){ .id = "words", .body = "short" });
  g_assert_cmpuint (count (index, NP_PLACE_ALL, "w69999 "), ==, 0);
  g_assert_false (np_index_put (index, no_id, &file, &error));
  g_assert_error (error, NP_INDEX_ERROR, NP_INDEX_ERROR_FAILED);
}

static void
fill (NpIndex *index, guint n)
{
  g_assert_true (np_index_begin (index, NULL));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NpArticle) article = np_fixture_generate (i);
      g_autofree char *path = g_strdup_printf ("articles/%u.json", i);
      NpIndexFile file = { path, i, i, FALSE };

      g_assert_true (np_index_put (index, article, &file, NULL));
    }
  g_assert_true (np_index_commit (index, NULL));
}

static void
test_open (void)
{
  g_autofree char *path = make_path ("open"), *blocked = NULL,
                  *file = g_build_filename (g_get_user_cache_dir (), "file", NULL);
  g_autoptr (NpIndex) index = open_index (path, "one"), again = NULL, other = NULL, memory = NULL;

  g_assert_true (np_index_is_fresh (index));
  fill (index, 10);
  np_index_close (index);
  np_index_close (index);
  again = open_index (path, "one");
  g_assert_false (np_index_is_fresh (again));
  g_assert_cmpuint (count (again, NP_PLACE_ALL, NULL), ==, 10);
  g_assert_true (np_index_clear (again, NULL));
  g_assert_cmpuint (count (again, NP_PLACE_ALL, NULL), ==, 0);
  g_assert_cmpuint (count (again, NP_PLACE_ALL, "the "), ==, 0);
  fill (again, 5);
  g_assert_cmpuint (count (again, NP_PLACE_ALL, "-nothing"), ==, 5);
  np_index_close (again);
  other = open_index (path, "another library");
  g_assert_true (np_index_is_fresh (other));
  g_assert_cmpuint (count (other, NP_PLACE_ALL, NULL), ==, 0);
  /* a folder that cannot be */
  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  blocked = g_build_filename (file, "below", "index.sqlite", NULL);
  memory = open_index (blocked, "one");
  g_assert_true (np_index_is_fresh (memory));
  fill (memory, 3);
  g_assert_cmpuint (count (memory, NP_PLACE_ALL, NULL), ==, 3);
}

/* Whatever stands in the file: it opens, or is made anew; what shows later is an error, and clearing mends it. */
static void
test_damage (void)
{
  g_autofree char *path = make_path ("damage"), *whole = NULL;
  gsize length;
  g_autoptr (NpIndex) first = open_index (path, "one");

  fill (first, 60);
  np_index_close (first);
  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *bytes = g_memdup2 (whole, length);
      gsize at = i < 4 ? i * 25 : length / 60 * i, size = i % 3 == 2 ? at : length;
      g_autoptr (NpIndex) index = NULL;
      g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, "the");
      g_autoptr (GArray) rows = NULL;
      g_autoptr (GError) error = NULL;

      memset (bytes + at, (int) i * 41, MIN (8192, length - at));
      g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
      index = open_index (path, "one");
      rows = np_index_find_rows (index, query, NULL, 0, 100, NULL, &error);
      for (guint j = 0; rows != NULL && j < rows->len; j++)
        {
          g_autoptr (NpStory) story = np_index_get_story (index, g_array_index (rows, gint64, j), query, NULL);
        }
      if (rows == NULL)
        g_assert_error (error, NP_INDEX_ERROR, NP_INDEX_ERROR_FAILED);
      g_assert_true (np_index_clear (index, NULL));
      fill (index, 20);
      g_assert_cmpuint (count (index, NP_PLACE_ALL, "-nothing"), ==, 20);
      np_index_close (index);
    }
}

static void
test_version (void)
{
  g_autofree char *path = make_path ("version");
  g_autoptr (NpIndex) first = open_index (path, "one"), second = NULL;
  FILE *file;

  fill (first, 3);
  np_index_close (first);
  file = g_fopen (path, "r+b");
  g_assert_nonnull (file);
  fseek (file, 60, SEEK_SET); /* user_version: https://www.sqlite.org/fileformat2.html */
  g_assert_cmpuint (fwrite ("\0\0\x7f\x7f", 1, 4, file), ==, 4);
  fclose (file);
  second = open_index (path, "one");
  g_assert_true (np_index_is_fresh (second));
  g_assert_cmpuint (count (second, NP_PLACE_ALL, NULL), ==, 0);
}

typedef struct
{
  NpIndex *index;
  int stop;
} Race;

static gpointer
read_on (gpointer data)
{
  Race *race = data;
  g_autoptr (NpTopicTree) tree = np_fixture_topics (50);
  guint last = 0;

  while (!g_atomic_int_get (&race->stop))
    {
      g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, "the OR -the");
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) rows = np_index_find_rows (race->index, query, tree, 0, G_MAXUINT, NULL, &error);
      g_autoptr (GHashTable) counts = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, >=, last); /* whole transactions, never less than before */
      g_assert_cmpuint (rows->len % 20, ==, 0);
      last = rows->len;
      if (rows->len > 0)
        {
          g_autoptr (NpStory) story = np_index_get_story (race->index, g_array_index (rows, gint64, 0), query, &error);

          g_assert_no_error (error);
          g_assert_nonnull (np_story_get_id (story));
        }
      counts = np_index_count_topics (race->index, tree, &error);
      g_assert_no_error (error);
    }
  return NULL;
}

static void
race (NpIndex *index)
{
  Race race = { index, FALSE };
  GThread *threads[3];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_on, &race);
  for (guint i = 0; i < 20; i++)
    {
      g_assert_true (np_index_begin (index, NULL));
      for (guint j = 0; j < 20; j++)
        {
          g_autoptr (NpArticle) article = np_fixture_generate (i * 20 + j);
          g_autofree char *path = g_strdup_printf ("articles/%u.json", i * 20 + j);
          NpIndexFile file = { path, 1, 1, FALSE };

          g_assert_true (np_index_put (index, article, &file, NULL));
        }
      g_assert_true (np_index_commit (index, NULL));
    }
  g_atomic_int_set (&race.stop, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (count (index, NP_PLACE_ALL, NULL), ==, 400);
}

static void
test_threads (void)
{
  g_autofree char *path = make_path ("threads");
  g_autoptr (NpIndex) index = open_index (path, "one"), memory = np_index_open_in_memory (NULL);

  race (index);
  race (memory);
}

/* Two programs with one file: both may write, and each sees what the other has committed. */
static void
test_two (void)
{
  g_autofree char *path = make_path ("two");
  g_autoptr (NpIndex) one = open_index (path, "one"), two = open_index (path, "one");

  g_assert_false (np_index_is_fresh (two));
  np_fixture_put (one, &(NpFixture){ .id = "a", .headline = "First" });
  np_fixture_put (two, &(NpFixture){ .id = "b", .headline = "Second" });
  np_fixture_put (two, &(NpFixture){ .id = "a", .headline = "Changed" });
  g_assert_cmpuint (count (one, NP_PLACE_ALL, NULL), ==, 2);
  g_assert_cmpuint (count (one, NP_PLACE_ALL, "changed "), ==, 1);
  g_assert_cmpuint (count (two, NP_PLACE_ALL, "first "), ==, 0);
}

static void
test_closed (void)
{
  g_autoptr (NpIndex) index = np_index_open_in_memory (NULL);
  g_autoptr (GError) error = NULL;
  NpCounts counts;

  np_index_close (index);
  g_assert_false (np_index_count (index, &counts, &error));
  g_assert_error (error, NP_INDEX_ERROR, NP_INDEX_ERROR_FAILED);
  g_assert_false (np_index_begin (index, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/index/index/replace", test_replace);
  g_test_add_func ("/index/index/files", test_files);
  g_test_add_func ("/index/index/counts", test_counts);
  g_test_add_func ("/index/index/nasty", test_nasty);
  g_test_add_func ("/index/index/open", test_open);
  g_test_add_func ("/index/index/damage", test_damage);
  g_test_add_func ("/index/index/version", test_version);
  g_test_add_func ("/index/index/threads", test_threads);
  g_test_add_func ("/index/index/two", test_two);
  g_test_add_func ("/index/index/closed", test_closed);
  return g_test_run ();
}
