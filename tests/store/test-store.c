#include "store/np-store.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  NpStore *store;
} Fixture;

static NpStore *
open_store (const char *folder)
{
  g_autoptr (GError) error = NULL;
  NpStore *store = np_store_open (folder, NP_STORE_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (np_store_get_access (store), ==, NP_STORE_WRITABLE);
  return store;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("np-store-XXXXXX", NULL);

  fixture->folder = g_build_filename (folder, "new", "library", NULL);
  fixture->store = open_store (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_free (fixture->folder);
}

static void
put_file (Fixture *fixture, const char *path, const char *text)
{
  g_autofree char *file = g_build_filename (fixture->folder, path, NULL), *folder = g_path_get_dirname (file);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
}

static gboolean
has_file (Fixture *fixture, const char *path)
{
  g_autofree char *file = g_build_filename (fixture->folder, path, NULL);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

static char *
add_story (NpStore *store, const char *headline)
{
  g_autoptr (NpArticle) article = np_article_new ();
  g_autoptr (GError) error = NULL;
  char *path;

  article->headline = g_strdup (headline);
  path = np_store_add_article (store, article, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_articles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = np_article_new (), read = NULL, copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *trashed = NULL, *back = NULL, *again = NULL;
  goffset size;
  gint64 mtime, second_mtime;

  article->headline = g_strdup ("‘Real progress’: Straße — 日本");
  article->saved = g_strdup ("2018-05-31T10:00:00Z");
  article->unknown = g_strdup ("{\"later\": [1]}");
  path = np_store_add_article (fixture->store, article, &error);
  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (article->id));
  g_assert_true (g_str_has_prefix (path, "articles/2018/05/real-progress-"));
  g_assert_true (has_file (fixture, path));

  read = np_store_read_article (fixture->store, path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->headline, ==, article->headline);
  g_assert_cmpstr (read->id, ==, article->id);
  g_assert_cmpstr (read->unknown, ==, "{\"later\": [1]}");

  g_assert_true (np_store_stat_article (fixture->store, path, &size, &mtime, &error));
  g_assert_cmpint (size, >, 100);
  g_usleep (20000);
  g_assert_true (np_store_write_article (fixture->store, path, read, &error));
  g_assert_true (np_store_stat_article (fixture->store, path, &size, &second_mtime, &error));
  g_assert_cmpint (mtime, ==, second_mtime);

  copy = np_article_copy (read);
  copy->starred = TRUE;
  g_assert_true (np_store_write_article (fixture->store, path, copy, &error));
  g_clear_pointer (&read, np_article_unref);
  read = np_store_read_article (fixture->store, path, &error);
  g_assert_true (read->starred);

  again = np_store_add_article (fixture->store, copy, &error);
  g_assert_cmpstr (again, ==, path);
  g_clear_pointer (&again, g_free);
  g_free (copy->note);
  copy->note = g_strdup ("another");
  again = np_store_add_article (fixture->store, copy, &error);
  g_assert_cmpstr (again, !=, path);
  g_assert_true (has_file (fixture, again));

  trashed = np_store_trash_article (fixture->store, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (trashed, "trash/articles/2018/05/"));
  g_assert_false (has_file (fixture, path));
  put_file (fixture, path, "{\"format\": \"newsprint-article\", \"version\": 1}");
  back = np_store_restore_article (fixture->store, trashed, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (back, "-2.json"));
  g_clear_pointer (&read, np_article_unref);
  read = np_store_read_article (fixture->store, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (read->id));

  g_assert_null (np_store_read_article (fixture->store, trashed, &error));
  g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND);
}

/* A file where a folder should be, and a disk that takes no more. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (200000, 'x'), *path = NULL;
  g_autoptr (NpArticle) article = np_article_new ();
  g_autoptr (GBytes) photo = g_bytes_new (text, 200000);
  g_autoptr (GError) error = NULL;
  struct rlimit limit, small;

  put_file (fixture, "media", "");
  g_assert_null (np_store_add_media (fixture->store, photo, "jpg", &error));
  g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "media"));
  g_clear_error (&error);

  g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, text));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = (struct rlimit){ 4096, limit.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  path = np_store_add_article (fixture->store, article, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_null (path);
  g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "articles/"));
  g_clear_error (&error);
  path = np_store_add_article (fixture->store, article, &error);
  g_assert_no_error (error);
}

#define N_THREADS 4
#define N_STORIES 10

static gpointer
work (gpointer data)
{
  NpStore *store = data;

  for (guint i = 0; i < N_STORIES; i++)
    {
      g_autofree char *path = add_story (store, "same"), *trashed = NULL, *media = NULL;
      g_autoptr (NpArticle) article = np_store_read_article (store, path, NULL);
      g_autoptr (GBytes) photo = g_bytes_new_static ("the same photo", 14);

      g_assert_nonnull (article);
      article->starred = TRUE;
      g_assert_true (np_store_write_article (store, path, article, NULL));
      media = np_store_add_media (store, photo, "jpg", NULL);
      g_assert_nonnull (media);
      trashed = i % 2 == 0 ? np_store_trash_article (store, path, NULL) : g_strdup (path);
      g_assert_nonnull (trashed);
    }
  return NULL;
}

static gboolean
count (const char *path, goffset size, gint64 mtime_ns, gboolean trashed, gpointer user_data)
{
  ++*(guint *) user_data;
  return TRUE;
}

static void
test_threads (Fixture *fixture, gconstpointer data)
{
  GThread *threads[N_THREADS];
  guint n = 0;

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("worker", work, fixture->store);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  g_assert_true (np_store_scan (fixture->store, count, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, N_THREADS * N_STORIES);
}

static void
test_paths (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[] = { "",
                                      "/etc/passwd",
                                      "articles",
                                      "articles/../library.json",
                                      "articles/a/../../x.json",
                                      "trash/articles/../../../x.json",
                                      "trash/x.json",
                                      "trash/trash/articles/a.json",
                                      "media/ab/x.json",
                                      "articles//x.json",
                                      "articles/./x.json",
                                      "articles/a\\b.json",
                                      "articles/a\nb.json",
                                      "articles/\xff.json",
                                      "articles/x.txt" };
  g_autoptr (NpArticle) article = np_article_new ();
  g_autofree char *inside = np_store_get_file (fixture->store, "media/ab/x.jpg");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (np_store_read_article (fixture->store, rows[i], &error));
      g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND);
      g_clear_error (&error);
      g_assert_false (np_store_write_article (fixture->store, rows[i], article, &error));
      g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_NOT_FOUND);
      g_assert_null (np_store_trash_article (fixture->store, rows[i], NULL));
      g_assert_null (np_store_restore_article (fixture->store, rows[i], NULL));
      g_assert_null (np_store_read_page (fixture->store, rows[i], NULL));
    }
  g_assert_true (g_str_has_prefix (inside, fixture->folder));
  g_assert_null (np_store_get_file (fixture->store, "../x"));
  g_assert_null (np_store_get_file (fixture->store, "/x"));
  g_assert_null (np_store_get_file (fixture->store, NULL));
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *outside = g_dir_make_tmp ("np-outside-XXXXXX", NULL);
  g_autofree char *secret = g_build_filename (outside, "secret.json", NULL);
  g_autofree char *articles = g_build_filename (fixture->folder, "articles", NULL);
  g_autofree char *folder = g_build_filename (articles, "away", NULL),
                  *file = g_build_filename (articles, "s.json", NULL);
  g_autoptr (NpArticle) article = np_article_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (secret, "{\"format\": \"newsprint-article\", \"version\": 1}", -1, NULL));
  g_assert_cmpint (g_mkdir (articles, 0755), ==, 0);
  g_assert_cmpint (symlink (outside, folder), ==, 0);
  g_assert_cmpint (symlink (secret, file), ==, 0);
  g_assert_null (np_store_read_article (fixture->store, "articles/away/secret.json", &error));
  g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (np_store_read_article (fixture->store, "articles/s.json", &error));
  g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (np_store_write_article (fixture->store, "articles/away/new.json", article, &error));
  g_assert_nonnull (error);
}

static gboolean
collect (const char *path, goffset size, gint64 mtime_ns, gboolean trashed, gpointer user_data)
{
  GPtrArray *paths = user_data;

  g_assert_cmpint (size, >, 0);
  g_assert_cmpint (mtime_ns, >, 0);
  g_assert_true (trashed == g_str_has_prefix (path, "trash/"));
  g_ptr_array_add (paths, g_strdup (path));
  return paths->len < 4;
}

static void
test_scan (Fixture *fixture, gconstpointer data)
{
  static const char *const passed[] = { "articles/.hidden.json",
                                        "articles/.stversions/2018/05/old.json",
                                        "articles/2018/05/.tmp-0000-1",
                                        "articles/2018/05/notes.txt",
                                        "articles/2018/05/a.sync-conflict-20180531-100000-ABCDEFG.json",
                                        "articles/2018/05/a (conflicted copy 2018-05-31).json",
                                        "trash/media/x.json" };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *first = add_story (fixture->store, "a"), *second = add_story (fixture->store, "b");
  g_autofree char *third = add_story (fixture->store, "c");
  g_autofree char *trashed = np_store_trash_article (fixture->store, first, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (passed); i++)
    put_file (fixture, passed[i], "{}");
  g_assert_true (np_store_scan (fixture->store, collect, paths, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (paths->len, ==, 3);
  g_assert_cmpstr (paths->pdata[0], ==, second);
  g_assert_cmpstr (paths->pdata[1], ==, third);
  g_assert_cmpstr (paths->pdata[2], ==, trashed);

  g_assert_true (np_store_scan (fixture->store, collect, paths, NULL, &error));
  g_assert_cmpuint (paths->len, ==, 4);
  g_cancellable_cancel (cancellable);
  g_assert_false (np_store_scan (fixture->store, collect, paths, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_media (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) photo = g_bytes_new_static ("photo", 5), other = g_bytes_new_static ("other", 5);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = np_store_add_media (fixture->store, photo, ".JPG", &error), *again = NULL, *odd = NULL;
  g_autofree char *none = np_store_add_media (fixture->store, other, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, "media/55/55c64d0fcd6f9d5f7c828093857e3fdfda68478bb4e9bd24d481ef391c7804e8.jpg");
  g_assert_true (has_file (fixture, path));
  g_assert_true (g_str_has_suffix (none, ".bin"));
  put_file (fixture, path, "ph");
  again = np_store_add_media (fixture->store, photo, "jpg", &error);
  g_assert_cmpstr (again, ==, path);
  odd = np_store_add_media (fixture->store, photo, "../../x", &error);
  g_assert_true (g_str_has_suffix (odd, ".x"));
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) page = g_bytes_new_static ("<html>\0\xff</html>", 15), read = NULL, empty = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = np_store_add_page (fixture->store, page, &error), *again = NULL, *none = NULL;
  g_autoptr (GPtrArray) damage = NULL;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (path, "pages/") && g_str_has_suffix (path, ".html.gz"));
  again = np_store_add_page (fixture->store, page, &error);
  g_assert_cmpstr (again, ==, path);
  read = np_store_read_page (fixture->store, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, page));
  g_clear_pointer (&read, g_bytes_unref);
  none = np_store_add_page (fixture->store, empty, &error);
  g_assert_no_error (error);
  read = np_store_read_page (fixture->store, none, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (read), ==, 0);

  put_file (fixture, path, "no gzip");
  g_assert_null (np_store_read_page (fixture->store, path, &error));
  g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_DAMAGED);
  damage = np_store_take_damage (fixture->store);
  g_assert_cmpuint (damage->len, ==, 1);
  g_assert_true (has_file (fixture, damage->pdata[0]));
}

static void
test_topics (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpTopicTree) none = np_store_read_topics (fixture->store, &error), tree = NULL, read = NULL;
  g_autoptr (GPtrArray) damage = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (np_topic_tree_get_size (none), ==, 0);
  tree = np_topic_tree_new ();
  np_topic_tree_add (tree, "Diplomacy", NULL, NULL);
  np_topic_tree_add (tree, "North Korea", "diplomacy", NULL);
  np_topic_tree_add (tree, "DPRK", NULL, NULL);
  g_assert_true (np_topic_tree_merge (tree, "dprk", "north-korea", NULL));
  g_assert_true (np_store_write_topics (fixture->store, tree, &error));
  read = np_store_read_topics (fixture->store, &error);
  g_assert_cmpstr (np_topic_tree_resolve (read, "dprk")->key, ==, "north-korea");
  g_assert_cmpstr (np_topic_tree_get (read, "north-korea")->parent, ==, "diplomacy");
  g_clear_pointer (&read, np_topic_tree_unref);

  put_file (fixture, "topics.json", "<<<<<<< HEAD");
  read = np_store_read_topics (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (np_topic_tree_get_size (read), ==, 0);
  damage = np_store_take_damage (fixture->store);
  g_assert_cmpuint (damage->len, ==, 1);
  g_assert_cmpstr (damage->pdata[0], ==, "damaged/topics.json");
}

/* What a later version kept names things that nobody here knows of. */
static void
test_later_version (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = np_article_new (), read = NULL;
  g_autofree char *path = NULL, *file = NULL, *text = NULL;
  g_autoptr (GString) later = NULL;
  g_autoptr (GError) error = NULL;

  article->headline = g_strdup ("Once");
  path = np_store_add_version (fixture->store, article, &error);
  g_assert_no_error (error);
  read = np_store_read_version (fixture->store, path, &error);
  g_assert_cmpstr (read->headline, ==, "Once");
  file = g_build_filename (fixture->folder, path, NULL);
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  later = g_string_new (text);
  g_assert_cmpuint (g_string_replace (later, "\"version\": ", "\"version\": 9", 1), ==, 1);
  put_file (fixture, path, later->str);
  g_assert_null (np_store_read_version (fixture->store, path, &error));
  g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_VERSION);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/store/store/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("later-version", test_later_version);
  ADD ("articles", test_articles);
  ADD ("no-room", test_no_room);
  ADD ("paths", test_paths);
  ADD ("links", test_links);
  ADD ("scan", test_scan);
  ADD ("media", test_media);
  ADD ("pages", test_pages);
  ADD ("topics", test_topics);
  ADD ("threads", test_threads);
  return g_test_run ();
}
