#include "store/np-conflict.h"
#include "store/np-store-merge.h"
#include "store/np-store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#define STORY "story-3f2a9c1e"

static void
test_names (void)
{
  static const struct
  {
    const char *name, *original;
    NpConflictKind kind;
  } rows[] = {
    { STORY ".json", NULL, NP_CONFLICT_NONE },
    { "story-3f2a9c1e-0000-4000-8000-000000000001.json", STORY ".json", NP_CONFLICT_MAYBE }, /* the store's own */
    { "topics.json", NULL, NP_CONFLICT_NONE },
    { STORY ".sync-conflict-20260102-030405-ABCDEFG.json", STORY ".json", NP_CONFLICT_SURE },
    { "topics.sync-conflict-20260102-030405-ABCDEFG.json", "topics.json", NP_CONFLICT_SURE },
    { STORY " (conflicted copy 2026-01-02 030405).json", STORY ".json", NP_CONFLICT_SURE },
    { STORY " (Anna's conflicted copy 2026-01-02).json", STORY ".json", NP_CONFLICT_SURE },
    { STORY " (conflicted copy anna 2026-01-02) (1).json", STORY ".json", NP_CONFLICT_SURE },
    { STORY "_conflict-20260102-030405.json", STORY ".json", NP_CONFLICT_SURE },
    { STORY " (SFConflict anna@example.org 2026-01-02-03-04-05).json", STORY ".json", NP_CONFLICT_SURE },
    { STORY " (Case Conflict).json", STORY ".json", NP_CONFLICT_SURE },
    { STORY " (conflicted).json", STORY ".json", NP_CONFLICT_SURE },
    { STORY " (Annas in Konflikt stehende Kopie 2026-01-02).json", STORY ".json", NP_CONFLICT_SURE },
    { STORY ".Conflict.json", STORY ".json", NP_CONFLICT_SURE },
    { STORY "-DESKTOP-1ABCDEF.json", STORY ".json", NP_CONFLICT_MAYBE },
    { STORY "-annas-laptop.json", STORY ".json", NP_CONFLICT_MAYBE },
    { "topics-DESKTOP-1ABCDEF.json", "topics.json", NP_CONFLICT_MAYBE },
    { "feeds-DESKTOP-1ABCDEF.json", "feeds.json", NP_CONFLICT_MAYBE },
    { STORY "(1).json", STORY ".json", NP_CONFLICT_MAYBE },
    { STORY " (12).json", STORY ".json", NP_CONFLICT_MAYBE },
    { STORY " copy.json", STORY ".json", NP_CONFLICT_MAYBE },
    { STORY " - Copy (2).json", STORY ".json", NP_CONFLICT_MAYBE },
    { STORY " 2.json", STORY ".json", NP_CONFLICT_MAYBE },
    { STORY "~1.json", STORY ".json", NP_CONFLICT_MAYBE },
    { STORY ".sync-conflict-20260102-030405-ABCDEFG.txt", NULL, NP_CONFLICT_NONE },
    { "(1).json", NULL, NP_CONFLICT_NONE },
    { "conflict-of-interest-3f2a9c1e.json", NULL, NP_CONFLICT_NONE },
    { "\xff.json", NULL, NP_CONFLICT_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *original = NULL;

      g_autofree char *shown = g_strescape (rows[i].name, NULL);

      g_test_message ("%s", shown);
      g_assert_cmpint (np_conflict_parse_name (rows[i].name, &original), ==, rows[i].kind);
      if (rows[i].kind != NP_CONFLICT_NONE)
        g_assert_cmpstr (original, ==, rows[i].original);
    }
}

static void
test_marks (void)
{
  static const struct
  {
    const char *name, *text, *ours, *theirs, *base;
  } rows[] = {
    { "none", "a\n", NULL, NULL, NULL },
    { "one", "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\nd", "a\nb\nd\n", "a\nc\nd\n", NULL },
    { "with base", "<<<<<<< HEAD\nb\n||||||| 1\na\n=======\nc\n>>>>>>> x\n", "b\n\n", "c\n\n", "a\n\n" },
    { "not ended", "<<<<<<< HEAD\nb\n=======\nc\n", NULL, NULL, NULL },
    { "two ends", "<<<<<<< a\nb\n=======\nc\n>>>>>>> x\n>>>>>>> y\n", NULL, NULL, NULL },
    { "in a text", "{\"a\": \"<<<<<<< b >>>>>>> c\"}", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (GBytes) ours = NULL, theirs = NULL, base = NULL;

      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (np_conflict_split_marks (bytes, &ours, &theirs, &base), ==, rows[i].ours != NULL);
      g_assert_cmpint (ours != NULL, ==, rows[i].ours != NULL);
      g_assert_cmpint (base != NULL, ==, rows[i].base != NULL);
      if (ours == NULL)
        continue;
      g_assert_cmpmem (g_bytes_get_data (ours, NULL), g_bytes_get_size (ours), rows[i].ours, strlen (rows[i].ours));
      g_assert_cmpmem (g_bytes_get_data (theirs, NULL), g_bytes_get_size (theirs), rows[i].theirs,
                       strlen (rows[i].theirs));
    }
}

typedef struct
{
  char *folder;
  NpStore *store;
  char *path; /* of the story */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = np_article_new ();
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "ancestors", NULL);

  fixture->folder = g_dir_make_tmp ("np-conflict-XXXXXX", NULL);
  fixture->store = np_store_open (fixture->folder, NP_STORE_NONE, NULL);
  np_store_keep_ancestors (fixture->store, state);
  article->headline = g_strdup ("Story");
  article->saved = g_strdup ("2020-01-31T08:00:00Z");
  g_ptr_array_add (article->topics, g_strdup ("old"));
  fixture->path = np_store_add_article (fixture->store, article, NULL);
  g_assert_nonnull (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static char *
get (Fixture *fixture, const char *path)
{
  g_autofree char *file = g_build_filename (fixture->folder, path, NULL);
  char *text = NULL;

  g_file_get_contents (file, &text, NULL, NULL);
  return text;
}

static void
put (Fixture *fixture, const char *path, const char *text, time_t time)
{
  g_autofree char *file = g_build_filename (fixture->folder, path, NULL);
  struct utimbuf times = { time, time };

  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  g_assert_cmpint (g_utime (file, &times), ==, 0);
}

static char *
replaced (const char *text, const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, -1);

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  return g_strjoinv (new, parts);
}

/* Puts a copy beside the story, as a sync tool does. */
static char *
put_copy (Fixture *fixture, const char *text, time_t time)
{
  g_autofree char *stem = g_strndup (fixture->path, strlen (fixture->path) - strlen (".json"));
  char *path = g_strconcat (stem, ".sync-conflict-20260102-030405-ABCDEFG.json", NULL);

  put (fixture, path, text, time);
  return path;
}

static gboolean
count (const char *path, goffset size, gint64 mtime_ns, gboolean trashed, gpointer user_data)
{
  ++*(guint *) user_data;
  return TRUE;
}

/* Looks through the library, as at every start, and merges what is found. */
static guint
merge_all (Fixture *fixture)
{
  g_autoptr (GPtrArray) copies = NULL;
  guint n_stories = 0;

  g_assert_true (np_store_scan (fixture->store, count, &n_stories, NULL, NULL));
  g_assert_cmpuint (n_stories, ==, 1);
  copies = np_store_take_copies (fixture->store);
  for (guint i = 0; i < copies->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *place = np_store_merge_copy (fixture->store, copies->pdata[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (place);
    }
  return copies->len;
}

/* This machine takes a topic off, the other stars the story and adds one: all three are done. */
static void
test_ancestor (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = get (fixture, fixture->path), *theirs = replaced (before, "\"old\"", "\"old\", \"theirs\"");
  g_autofree char *copy = NULL, *gone = NULL;
  g_autoptr (NpArticle) article = np_store_read_article (fixture->store, fixture->path, NULL), merged = NULL;
  g_autoptr (GPtrArray) told = NULL;

  g_ptr_array_set_size (article->topics, 0);
  g_ptr_array_add (article->topics, g_strdup ("mine"));
  g_assert_true (np_store_write_article (fixture->store, fixture->path, article, NULL));
  article->read = TRUE;
  g_assert_true (np_store_write_article (fixture->store, fixture->path, article, NULL));
  copy = put_copy (fixture, theirs, 2000000000);
  g_assert_cmpuint (merge_all (fixture), ==, 1);
  merged = np_store_read_article (fixture->store, fixture->path, NULL);
  g_assert_cmpuint (merged->topics->len, ==, 2);
  g_assert_true (np_article_has_topic (merged, "mine") && np_article_has_topic (merged, "theirs"));
  g_assert_true (merged->read);
  gone = get (fixture, copy);
  g_assert_null (gone);
  told = np_store_take_merged (fixture->store);
  g_assert_cmpuint (told->len, ==, 1);
  g_assert_cmpuint (merge_all (fixture), ==, 0);
}

static gboolean
is_in_damaged (Fixture *fixture, const char *text)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "damaged", NULL);
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while (listing != NULL && !found && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL), *held = NULL;

      found = g_file_get_contents (file, &held, NULL, NULL) && g_str_equal (held, text);
    }
  return found;
}

/* Two texts: the newer one wins, wherever it is, and the other is kept. */
static void
test_texts (Fixture *fixture, gconstpointer data)
{
  gboolean copy_is_newer = GPOINTER_TO_INT (data);
  g_autofree char *before = get (fixture, fixture->path);
  g_autofree char *mine = replaced (before, "\"Story\"", "\"Mine\""),
                  *theirs = replaced (before, "\"Story\"", "\"Yours\"");
  g_autofree char *copy = NULL;
  g_autoptr (NpArticle) merged = NULL;

  put (fixture, fixture->path, mine, 1500000000);
  copy = put_copy (fixture, theirs, copy_is_newer ? 1600000000 : 1400000000);
  merge_all (fixture);
  merged = np_store_read_article (fixture->store, fixture->path, NULL);
  g_assert_cmpstr (merged->headline, ==, copy_is_newer ? "Yours" : "Mine");
  g_assert_true (is_in_damaged (fixture, theirs));
  g_assert_cmpint (is_in_damaged (fixture, mine), ==, copy_is_newer);
}

/* A copy that cannot be read, one that is the same, one of another story, one whose original is gone or in the trash.
 */
static void
test_odd (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = get (fixture, fixture->path), *other = NULL, *place = NULL, *trashed = NULL, *starred = NULL;
  g_autofree char *file = g_build_filename (fixture->folder, fixture->path, NULL), *copy = NULL;
  g_autoptr (NpArticle) article = NULL, again = NULL;

  copy = put_copy (fixture, "{", 1500000000);
  g_assert_cmpuint (merge_all (fixture), ==, 1);
  g_assert_true (is_in_damaged (fixture, "{"));
  g_free (put_copy (fixture, text, 1500000000));
  g_assert_cmpuint (merge_all (fixture), ==, 1);
  g_assert_true (is_in_damaged (fixture, text));

  g_assert_cmpint (g_unlink (file), ==, 0);
  g_free (put_copy (fixture, text, 1500000000));
  place = np_store_merge_copy (fixture->store, copy, NULL);
  g_assert_cmpstr (place, ==, fixture->path);
  g_assert_cmpuint (merge_all (fixture), ==, 0);

  trashed = np_store_trash_article (fixture->store, fixture->path, NULL);
  starred = replaced (text, "\"starred\": false", "\"starred\": true");
  g_free (put_copy (fixture, starred, 2000000000));
  g_assert_cmpuint (merge_all (fixture), ==, 1);
  article = np_store_read_article (fixture->store, trashed, NULL);
  g_assert_true (article->starred);
  g_free (np_store_restore_article (fixture->store, trashed, NULL));

  other = replaced (text, "\"Story\"", "\"Another\"");
  memcpy (strstr (other, "\"id\": \"") + 7, "00000000", 8);
  g_free (put_copy (fixture, other, 1500000000));
  g_free (place);
  place = np_store_merge_copy (fixture->store, copy, NULL);
  again = np_store_read_article (fixture->store, place, NULL);
  g_assert_cmpstr (again->headline, ==, "Another");
}

static void
test_git (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = get (fixture, fixture->path);
  g_autofree char *marked = replaced (text, "  \"topics\": [\"old\"],\n",
                                      "<<<<<<< HEAD\n  \"topics\": [\"old\", \"mine\"],\n=======\n"
                                      "  \"topics\": [\"theirs\"],\n>>>>>>> laptop\n");
  g_autoptr (NpArticle) merged = NULL;
  g_autoptr (GError) error = NULL;

  put (fixture, fixture->path, marked, 1500000000);
  merged = np_store_read_article (fixture->store, fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (merged->topics->len, ==, 3);
  g_assert_true (is_in_damaged (fixture, marked));
}

static void
test_topics (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpTopicTree) tree = np_topic_tree_new (), merged = NULL, changed = NULL;
  g_autofree char *text = NULL, *theirs = NULL;

  np_topic_tree_add (tree, "Korea", NULL, NULL);
  np_topic_tree_add (tree, "Trade", NULL, NULL);
  g_assert_true (np_store_write_topics (fixture->store, tree, NULL));
  text = get (fixture, "topics.json");
  theirs = replaced (text, "\"Korea\"", "\"North Korea\"");
  changed = np_topic_tree_copy (tree);
  np_topic_tree_drop (changed, "trade");
  np_topic_tree_add (changed, "Summits", "korea", NULL);
  g_assert_true (np_store_write_topics (fixture->store, changed, NULL));
  put (fixture, "topics-DESKTOP-1ABCDEF.json", theirs, 1500000000);
  g_assert_cmpuint (merge_all (fixture), ==, 1);
  merged = np_store_read_topics (fixture->store, NULL);
  g_assert_cmpstr (np_topic_tree_get (merged, "korea")->name, ==, "North Korea");
  g_assert_null (np_topic_tree_get (merged, "trade"));
  g_assert_cmpstr (np_topic_tree_get (merged, "summits")->parent, ==, "korea");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/conflict/names", test_names);
  g_test_add_func ("/store/conflict/marks", test_marks);
  g_test_add ("/store/conflict/ancestor", Fixture, NULL, set_up, test_ancestor, tear_down);
  g_test_add ("/store/conflict/older-copy", Fixture, GINT_TO_POINTER (FALSE), set_up, test_texts, tear_down);
  g_test_add ("/store/conflict/newer-copy", Fixture, GINT_TO_POINTER (TRUE), set_up, test_texts, tear_down);
  g_test_add ("/store/conflict/odd", Fixture, NULL, set_up, test_odd, tear_down);
  g_test_add ("/store/conflict/git", Fixture, NULL, set_up, test_git, tear_down);
  g_test_add ("/store/conflict/topics", Fixture, NULL, set_up, test_topics, tear_down);
  return g_test_run ();
}
