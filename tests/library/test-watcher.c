/* What others do to the files of an open library shows up in its lists. */
#include "library/np-catalog-update.h"
#include "library/np-library-parts.h"
#include "library/np-library.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  NpLibrary *library;
} Fixture;

static char *
text_of (const char *id, const char *headline, const char *topics)
{
  return g_strdup_printf ("{\"format\": \"newsprint-article\", \"version\": 1, \"id\": "
                          "\"3f2a9c1e-0000-4000-8000-%012x\", \"headline\": \"%s\", \"saved\": \"2018-05-31\", "
                          "\"topics\": [%s], \"body\": []}",
                          g_str_hash (id), headline, topics);
}

static void
put (Fixture *fixture, const char *path, const char *text)
{
  g_autofree char *file = g_build_filename (fixture->folder, path, NULL), *folder = g_path_get_dirname (file);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
}

static void
put_story (Fixture *fixture, const char *name, const char *headline)
{
  g_autofree char *path = g_strdup_printf ("articles/2018/05/%s.json", name);
  g_autofree char *text = text_of (name, headline, "");

  put (fixture, path, text);
}

static void
move (Fixture *fixture, const char *from, const char *to)
{
  g_autofree char *source = g_build_filename (fixture->folder, from, NULL);
  g_autofree char *target = g_build_filename (fixture->folder, to, NULL), *folder = g_path_get_dirname (target);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_cmpint (g_rename (source, target), ==, 0);
}

static gboolean
has (Fixture *fixture, const char *headline)
{
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, NULL);
  g_autoptr (GPtrArray) stories = np_library_find_stories (fixture->library, query, G_MAXUINT, NULL);

  for (guint i = 0; stories != NULL && i < stories->len; i++)
    if (g_strcmp0 (np_story_get_headline (stories->pdata[i]), headline) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
on_timeout (gpointer data)
{
  g_error ("it never happened");
  return G_SOURCE_REMOVE;
}

static void
wait_until (Fixture *fixture, const char *headline, gboolean there)
{
  guint timeout = g_timeout_add_seconds (200, on_timeout, NULL);

  while (!has (fixture, headline) != !there)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_build_filename (g_get_user_data_dir (), "library", NULL);
  put_story (fixture, "first", "first");
  put (fixture, "topics.json", "{\"format\": \"newsprint-topics\", \"version\": 1, \"topics\": {}}");
  fixture->library = np_library_open (fixture->folder, NP_LIBRARY_NONE, &error);
  g_assert_no_error (error);
  np_library_start (fixture->library);
  wait_until (fixture, "first", TRUE); /* so the watcher is at work */
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  np_library_close (fixture->library);
  g_assert_finalize_object (fixture->library);
  g_free (fixture->folder);
}

static void
test_follow (Fixture *fixture, gconstpointer data)
{
  put_story (fixture, "second", "came");
  wait_until (fixture, "came", TRUE);
  put_story (fixture, "second", "changed");
  wait_until (fixture, "changed", TRUE);
  move (fixture, "articles/2018/05/second.json", "articles/2019/01/second.json");
  put_story (fixture, "third", "after the move");
  wait_until (fixture, "after the move", TRUE);
  g_assert_true (has (fixture, "changed"));
  move (fixture, "articles/2019/01/second.json", "trash/articles/2019/01/second.json");
  wait_until (fixture, "changed", FALSE);
  move (fixture, "articles/2018", "elsewhere");
  wait_until (fixture, "first", FALSE);
  move (fixture, "elsewhere", "articles/2018");
  wait_until (fixture, "first", TRUE);
}

/* A copy that somebody made of a story is not that story: it comes and goes without a trace. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = text_of ("first", "a copy", "");
  g_autofree char *file = g_build_filename (fixture->folder, "articles/2018/05/same-again.json", NULL);

  put (fixture, "articles/2018/05/same-again.json", text);
  put_story (fixture, "second", "after the copy");
  wait_until (fixture, "after the copy", TRUE);
  g_assert_true (has (fixture, "first"));
  g_assert_cmpint (g_unlink (file), ==, 0);
  put_story (fixture, "second", "after the unlink");
  wait_until (fixture, "after the unlink", TRUE);
  g_assert_true (has (fixture, "first"));
}

/* A sync tool brings another version of a story beside it. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = text_of ("first", "from the other machine", "");
  g_autofree char *copy =
      g_build_filename (fixture->folder, "articles/2018/05/first.sync-conflict-20260102-030405-ABCDEFG.json", NULL);

  put (fixture, "articles/2018/05/first.sync-conflict-20260102-030405-ABCDEFG.json", text);
  wait_until (fixture, "from the other machine", TRUE);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

/* A file that is written in pieces is not taken for a damaged one. */
static void
test_half_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = text_of ("half", "half", ""), *half = g_strndup (text, strlen (text) / 2);
  g_autofree char *damaged = g_build_filename (fixture->folder, "damaged", NULL);

  put (fixture, "articles/2018/05/half.json", half);
  put_story (fixture, "second", "after the half");
  wait_until (fixture, "after the half", TRUE);
  put (fixture, "articles/2018/05/half.json", text);
  wait_until (fixture, "half", TRUE);
  g_assert_false (g_file_test (damaged, G_FILE_TEST_EXISTS));
}

static gboolean
has_topic (Fixture *fixture, const char *key)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (fixture->library);

  return np_topic_tree_get (tree, key) != NULL;
}

static void
test_topics (Fixture *fixture, gconstpointer data)
{
  guint timeout = g_timeout_add_seconds (200, on_timeout, NULL);
  g_autoptr (NpChange) change = np_change_new_topic ("Mine", NULL, NULL);

  put (fixture, "topics.json",
       "{\"format\": \"newsprint-topics\", \"version\": 1, \"topics\": {\"korea\": {\"name\": \"Korea\"}}}");
  while (!has_topic (fixture, "korea"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (np_library_do (fixture->library, change, NULL));
  g_assert_true (has_topic (fixture, "korea"));
  g_source_remove (timeout);
}

/* What the library wrote itself is not read again. */
static void
test_own (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, NULL);
  g_autoptr (GPtrArray) stories = np_library_find_stories (fixture->library, query, 1, NULL);
  const char *ids[] = { np_story_get_id (stories->pdata[0]), NULL };
  g_autoptr (NpChange) change = np_change_new_for_stories (NP_CHANGE_STAR, ids);
  const char *paths[] = { "articles/2018/05/first.json", "topics.json", "articles/2018/05/nothing.json" };
  NpCatalogNews news = { .again = g_ptr_array_new_with_free_func (g_free) };

  g_assert_true (np_library_do (fixture->library, change, NULL));
  g_assert_true (np_catalog_update (np_library_get_catalog (fixture->library), paths, 3, &news, NULL));
  g_assert_false (news.stories || news.topics);
  g_assert_cmpuint (news.again->len, ==, 0);
  g_ptr_array_unref (news.again);
}

/* While a sync tool brings thousands of files, a change of the user waits for a portion of them, not for all. */
static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (np_library_do_finish (NP_LIBRARY (source), result, NULL));
  *(gboolean *) data = TRUE;
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  const guint n = 1000;
  NpCounts counts;
  gboolean done = FALSE;
  guint timeout = g_timeout_add_seconds (200, on_timeout, NULL);
  g_autoptr (NpChange) change = np_change_new_topic ("Meanwhile", NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("story-%u", i);

      put_story (fixture, name, name);
    }
  np_library_do_async (fixture->library, change, NULL, on_done, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      np_library_get_counts (fixture->library, &counts);
    }
  while (counts.all < n + 1);
  g_source_remove (timeout);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/library/watcher/follow", Fixture, NULL, set_up, test_follow, tear_down);
  g_test_add ("/library/watcher/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/library/watcher/conflict", Fixture, NULL, set_up, test_conflict, tear_down);
  g_test_add ("/library/watcher/half-written", Fixture, NULL, set_up, test_half_written, tear_down);
  g_test_add ("/library/watcher/topics", Fixture, NULL, set_up, test_topics, tear_down);
  g_test_add ("/library/watcher/own", Fixture, NULL, set_up, test_own, tear_down);
  g_test_add ("/library/watcher/many", Fixture, NULL, set_up, test_many, tear_down);
  return g_test_run ();
}
