/* What each sync tool leaves where two machines changed one file, for each file of a library that two may change: what
 * both did is in the file that stays, the other is in damaged/ with a note that says so. */
#include "json/np-json-article.h"
#include "json/np-json-following.h"
#include "json/np-json-searches.h"
#include "json/np-json-topics.h"
#include "store/np-store-merge.h"
#include "store/np-store.h"

#include <string.h>
#include <utime.h>

typedef struct
{
  char *folder;
  NpStore *store;
  const char *story;
  gboolean decided; /* of two names for one thing the other machine's is the right one */
} Fixture;

/* One kind of file: with @mine and @theirs, what each of two machines added. */
typedef struct
{
  const char *path; /* NULL: that of the story */
  GBytes *(*write) (Fixture *fixture, gboolean mine, gboolean theirs);
  gboolean (*store) (Fixture *fixture, GBytes *bytes);
  void (*check) (Fixture *fixture);
} File;

static GBytes *
write_story (Fixture *fixture, gboolean mine, gboolean theirs)
{
  g_autoptr (NpArticle) article = np_article_new ();

  article->id = g_strdup ("3f2a9c1e-0000-4000-8000-000000000001");
  article->headline = g_strdup ("Story");
  article->saved = g_strdup ("2020-01-31T08:00:00Z");
  article->starred = mine;
  if (mine)
    g_ptr_array_add (article->topics, g_strdup ("mine"));
  if (theirs)
    g_ptr_array_add (article->topics, g_strdup ("theirs"));
  if (theirs)
    article->note = g_strdup ("Their note");
  return np_json_article_to_bytes (article);
}

static gboolean
store_story (Fixture *fixture, GBytes *bytes)
{
  g_autoptr (NpArticle) article = np_json_article_from_bytes (bytes, NULL);

  return np_store_write_article (fixture->store, fixture->story, article, NULL);
}

static void
check_story (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = np_store_read_article (fixture->store, fixture->story, &error);

  g_assert_no_error (error);
  g_assert_true (article->starred);
  g_assert_cmpstr (article->note, ==, "Their note");
  g_assert_true (np_article_has_topic (article, "mine") && np_article_has_topic (article, "theirs"));
}

static GBytes *
write_topics (Fixture *fixture, gboolean mine, gboolean theirs)
{
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();

  np_topic_tree_add (tree, "Trade", NULL, NULL);
  if (mine)
    np_topic_tree_add (tree, "Mine", "trade", NULL);
  if (theirs)
    np_topic_tree_add (tree, "Theirs", NULL, NULL);
  if (theirs)
    np_topic_tree_set_color (tree, "trade", "blue", NULL);
  return np_json_topics_to_bytes (tree);
}

static gboolean
store_topics (Fixture *fixture, GBytes *bytes)
{
  g_autoptr (NpTopicTree) tree = np_json_topics_from_bytes (bytes, NULL, NULL);

  return np_store_write_topics (fixture->store, tree, NULL);
}

static void
check_topics (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpTopicTree) tree = np_store_read_topics (fixture->store, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (np_topic_tree_get (tree, "mine")->parent, ==, "trade");
  g_assert_nonnull (np_topic_tree_get (tree, "theirs"));
  g_assert_cmpstr (np_topic_tree_get (tree, "trade")->color, ==, "blue");
}

static void
put_search (NpSearches *searches, const char *id)
{
  np_searches_put (searches, np_search_new (id, id, "ferry"), -1);
}

static GBytes *
write_searches (Fixture *fixture, gboolean mine, gboolean theirs)
{
  g_autoptr (NpSearches) searches = np_searches_new ();

  put_search (searches, "both");
  if (mine)
    put_search (searches, "mine");
  if (theirs)
    put_search (searches, "theirs");
  if (theirs)
    np_searches_rename (searches, "both", "Renamed");
  return np_json_searches_to_bytes (searches);
}

static gboolean
store_searches (Fixture *fixture, GBytes *bytes)
{
  g_autoptr (NpSearches) searches = np_json_searches_from_bytes (bytes, NULL, NULL);

  return np_store_write_searches (fixture->store, searches, NULL);
}

static void
check_searches (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpSearches) searches = np_store_read_searches (fixture->store, &error);

  g_assert_no_error (error);
  g_assert_cmpint (np_searches_locate (searches, "mine"), >=, 0);
  g_assert_cmpint (np_searches_locate (searches, "theirs"), >=, 0);
  if (fixture->decided)
    g_assert_nonnull (np_searches_find (searches, "Renamed"));
}

static void
put_feed (NpFollowing *following, const char *id)
{
  g_autofree char *url = g_strdup_printf ("https://example.org/%s.xml", id);

  g_ptr_array_add (following->feeds, np_followed_new (id, url));
}

static GBytes *
write_feeds (Fixture *fixture, gboolean mine, gboolean theirs)
{
  g_autoptr (NpFollowing) following = np_following_new ();

  put_feed (following, "both");
  if (theirs)
    ((NpFollowed *) following->feeds->pdata[0])->title = g_strdup ("Named");
  if (mine)
    put_feed (following, "mine");
  if (theirs)
    put_feed (following, "theirs");
  return np_json_following_to_bytes (following);
}

static gboolean
store_feeds (Fixture *fixture, GBytes *bytes)
{
  g_autoptr (NpFollowing) following = np_json_following_from_bytes (bytes, NULL, NULL);

  return np_store_write_feeds (fixture->store, following, NULL);
}

static void
check_feeds (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpFollowing) following = np_store_read_feeds (fixture->store, &error);

  g_assert_no_error (error);
  g_assert_nonnull (np_following_find (following, "mine"));
  g_assert_nonnull (np_following_find (following, "theirs"));
  g_assert_cmpstr (np_following_find (following, "both")->title, ==, "Named");
}

static const File files[] = {
  { NULL, write_story, store_story, check_story },
  { "topics.json", write_topics, store_topics, check_topics },
  { "searches.json", write_searches, store_searches, check_searches },
  { "feeds.json", write_feeds, store_feeds, check_feeds },
};

static const struct
{
  const char *name, *copy; /* without ".json"; NULL: the marks of a merge in the file itself */
} tools[] = {
  { "syncthing", "%s.sync-conflict-20260102-030405-ABCDEFG" },
  { "nextcloud", "%s (conflicted copy 2026-01-02 030405)" },
  { "dropbox", "%s (Anna's conflicted copy 2026-01-02)" },
  { "onedrive", "%s-DESKTOP-1ABCDEF" },
  { "git", NULL },
};

static void
put (Fixture *fixture, const char *path, const char *text, gsize length, time_t time)
{
  g_autofree char *file = g_build_filename (fixture->folder, path, NULL);
  struct utimbuf times = { time, time };

  g_assert_true (g_file_set_contents (file, text, (gssize) length, NULL));
  g_assert_cmpint (utime (file, &times), ==, 0);
}

/* Whether a file in damaged/ has @text. */
static gboolean
is_kept (Fixture *fixture, const char *text)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "damaged", NULL);
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while (listing != NULL && !found && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL), *held = NULL;

      found = g_file_get_contents (file, &held, NULL, NULL) && strstr (held, text) != NULL;
    }
  return found;
}

static void
leave_marks (Fixture *fixture, const char *path, GBytes *mine, GBytes *theirs)
{
  g_autofree char *text =
      g_strdup_printf ("<<<<<<< HEAD\n%.*s=======\n%.*s>>>>>>> laptop\n", (int) g_bytes_get_size (mine),
                       (const char *) g_bytes_get_data (mine, NULL), (int) g_bytes_get_size (theirs),
                       (const char *) g_bytes_get_data (theirs, NULL));

  put (fixture, path, text, strlen (text), 1600000000);
}

static gboolean
pass_over (const char *path, goffset size, gint64 mtime_ns, gboolean trashed, gpointer user_data)
{
  return TRUE;
}

static guint
merge_all (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) copies = NULL;

  g_assert_true (np_store_scan (fixture->store, pass_over, NULL, NULL, NULL));
  copies = np_store_take_copies (fixture->store);
  for (guint i = 0; i < copies->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *place = np_store_merge_copy (fixture->store, copies->pdata[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (place, ==, expected);
    }
  return copies->len;
}

static void
try_one (const File *file, const char *copy, gboolean known, gboolean mine_is_newer)
{
  Fixture fixture = { g_dir_make_tmp ("np-conflict-XXXXXX", NULL), NULL, "articles/2020/01/story-3f2a9c1e.json",
                      known || (copy != NULL && !mine_is_newer) };
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "ancestors", NULL), *stem = NULL, *beside = NULL;
  const char *path = file->path != NULL ? file->path : fixture.story;
  g_autofree char *full = g_build_filename (fixture.folder, path, NULL), *above = g_path_get_dirname (full);
  g_autoptr (GBytes) base = NULL, mine = NULL, theirs = NULL;

  fixture.store = np_store_open (fixture.folder, NP_STORE_NONE, NULL);
  g_assert_cmpint (g_mkdir_with_parents (above, 0700), ==, 0);
  if (known)
    np_store_keep_ancestors (fixture.store, state);
  base = file->write (&fixture, FALSE, FALSE);
  mine = file->write (&fixture, TRUE, FALSE);
  theirs = file->write (&fixture, FALSE, TRUE);
  put (&fixture, path, g_bytes_get_data (base, NULL), g_bytes_get_size (base), 1400000000);
  g_assert_true (file->store (&fixture, mine));
  stem = g_strndup (path, strlen (path) - strlen (".json"));
  if (copy == NULL)
    leave_marks (&fixture, path, mine, theirs);
  else
    {
      g_autofree char *name = g_strconcat (copy, ".json", NULL);
      g_auto (GStrv) parts = g_strsplit (name, "%s", 2);

      beside = g_strjoinv (stem, parts);
      put (&fixture, beside, g_bytes_get_data (theirs, NULL), g_bytes_get_size (theirs),
           mine_is_newer ? 1500000000 : 4000000000);
      g_assert_cmpuint (merge_all (&fixture, path), ==, 1);
    }
  file->check (&fixture);
  g_assert_cmpuint (merge_all (&fixture, path), ==, 0);
  file->check (&fixture);
  g_assert_true (is_kept (&fixture, copy != NULL ? g_bytes_get_data (theirs, NULL) : "<<<<<<< HEAD"));
  g_assert_true (is_kept (&fixture, path)); /* the note */
  g_assert_finalize_object (fixture.store);
  g_free (fixture.folder);
}

static void
test_tool (gconstpointer data)
{
  guint tool = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    for (guint way = 0; way < 4; way++)
      {
        g_test_message ("%s, %s", files[i].path != NULL ? files[i].path : "a story",
                        way & 1 ? "with what it was before" : "not known before");
        try_one (&files[i], tools[tool].copy, way & 1, way & 2);
      }
}

/* The file that says that it is a library. A copy that says more is merged, one of another library set aside. */
static void
test_library (void)
{
  Fixture fixture = { g_dir_make_tmp ("np-conflict-XXXXXX", NULL), NULL, NULL, FALSE };
  g_autofree char *file = g_build_filename (fixture.folder, "library.json", NULL), *text = NULL, *now = NULL;
  g_autofree char *other = NULL, *more = NULL;
  g_auto (GStrv) parts = NULL;

  fixture.store = np_store_open (fixture.folder, NP_STORE_NONE, NULL);
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  parts = g_strsplit (text, "\"version\": 1", 2);
  more = g_strjoinv ("\"version\": 1, \"theirs\": \"kept\"", parts);
  put (&fixture, "library.sync-conflict-20260102-030405-ABCDEFG.json", more, strlen (more), 1500000000);
  g_assert_cmpuint (merge_all (&fixture, "library.json"), ==, 1);
  g_assert_true (g_file_get_contents (file, &now, NULL, NULL));
  g_assert_nonnull (strstr (now, "theirs"));
  g_assert_cmpuint (merge_all (&fixture, "library.json"), ==, 0);
  other = g_strdup (text);
  memset (strstr (other, "\"id\": \"") + strlen ("\"id\": \""), '0', 8);
  put (&fixture, "library.sync-conflict-20260102-030405-ABCDEFG.json", other, strlen (other), 4000000000);
  g_assert_cmpuint (merge_all (&fixture, "library.json"), ==, 1);
  g_assert_true (is_kept (&fixture, other));
  g_free (text);
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, now);
  g_assert_finalize_object (fixture.store);
  g_free (fixture.folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/conflict-files/library", test_library);
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_autofree char *path = g_strconcat ("/store/conflict-files/", tools[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_tool);
    }
  return g_test_run ();
}
