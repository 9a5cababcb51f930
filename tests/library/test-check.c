/* What is wrong with a library is found; mending it loses nothing, and then all is right. */
#include "library/np-check.h"
#include "library/np-library-error.h"
#include "store/np-store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#define MONTH "articles/2020/01/"

static gint64 days_ahead;

/* Stands before that of GLib: files cannot be made older, so the clock is put forward. */
gint64
g_get_real_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000 + days_ahead * G_TIME_SPAN_DAY;
}

typedef struct
{
  char *folder;
  char *paths[3]; /* of the stories */
  char *photo, *page;
} Fixture;

typedef void (*Break) (Fixture *fixture);

static char *
in_library (Fixture *fixture, const char *path)
{
  return g_build_filename (fixture->folder, path, NULL);
}

static char *
get (Fixture *fixture, const char *path)
{
  g_autofree char *file = in_library (fixture, path);
  char *text = NULL;

  g_file_get_contents (file, &text, NULL, NULL);
  return text;
}

static void
put (Fixture *fixture, const char *path, const char *text)
{
  g_autofree char *file = in_library (fixture, path), *folder = g_path_get_dirname (file);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
}

static void
replace (Fixture *fixture, const char *path, const char *old, const char *new)
{
  g_autofree char *text = get (fixture, path);
  g_auto (GStrv) parts = g_strsplit (text, old, -1);
  g_autofree char *joined = g_strjoinv (new, parts);

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  put (fixture, path, joined);
}

static char *
add_story (NpStore *store, const char *headline, const char *photo, const char *page)
{
  g_autoptr (NpArticle) article = np_article_new ();
  NpFigure *figure = np_figure_new ();
  g_autoptr (GError) error = NULL;
  char *path;

  article->headline = g_strdup (headline);
  article->saved = g_strdup ("2020-01-31T08:00:00Z");
  figure->file = g_strdup (photo);
  np_article_add_figure (article, figure);
  g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "All of it was written."));
  g_ptr_array_add (article->topics, g_strdup ("korea"));
  article->provenance.page = g_strdup (page);
  path = np_store_add_article (store, article, &error);
  g_assert_no_error (error);
  return path;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();
  g_autoptr (GBytes) photo = g_bytes_new_static ("photo", 5), page = g_bytes_new_static ("<p>page", 7);
  g_autoptr (NpStore) store = NULL;

  fixture->folder = g_dir_make_tmp ("np-check-XXXXXX", NULL);
  store = np_store_open (fixture->folder, NP_STORE_NONE, NULL);
  fixture->photo = np_store_add_media (store, photo, "jpg", NULL);
  fixture->page = np_store_add_page (store, page, NULL);
  np_topic_tree_add (tree, "Korea", NULL, NULL);
  np_topic_tree_add (tree, "Diplomacy", NULL, NULL);
  g_assert_true (np_store_write_topics (store, tree, NULL));
  fixture->paths[0] = add_story (store, "first", fixture->photo, fixture->page);
  fixture->paths[1] = add_story (store, "second", fixture->photo, NULL);
  fixture->paths[2] = add_story (store, "third", NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  days_ahead = 0;
  for (guint i = 0; i < G_N_ELEMENTS (fixture->paths); i++)
    g_free (fixture->paths[i]);
  g_free (fixture->photo);
  g_free (fixture->page);
  g_free (fixture->folder);
}

static void
break_nothing (Fixture *fixture)
{
}

static void
break_syntax (Fixture *fixture)
{
  put (fixture, fixture->paths[0], "{\"format\": ");
}

static void
break_member (Fixture *fixture)
{
  replace (fixture, fixture->paths[1], "\"headline\": \"second\"", "\"headline\": [\"second\"]");
  replace (fixture, fixture->paths[1], "\"topics\": [\"korea\"]", "\"topics\": \"korea\"");
}

static void
break_block (Fixture *fixture)
{
  replace (fixture, fixture->paths[1], "\"type\": \"paragraph\"", "\"type\": \"row\"");
}

static void
drop_id (Fixture *fixture)
{
  replace (fixture, fixture->paths[1], "\"id\"", "\"di\"");
}

static void
copy_story (Fixture *fixture)
{
  g_autofree char *text = get (fixture, fixture->paths[1]);

  put (fixture, MONTH "zz.json", text);
}

static void
copy_and_change (Fixture *fixture)
{
  copy_story (fixture);
  replace (fixture, MONTH "zz.json", "second", "other");
}

static void
add_copy (Fixture *fixture)
{
  g_autofree char *text = get (fixture, fixture->paths[1]);
  g_auto (GStrv) parts = g_strsplit (text, "second", -1);
  g_autofree char *other = g_strjoinv ("changed elsewhere", parts);
  g_autofree char *stem = g_strndup (fixture->paths[1], strlen (fixture->paths[1]) - strlen (".json"));
  g_autofree char *path = g_strconcat (stem, " (conflicted copy 2026-01-02 030405).json", NULL);

  put (fixture, path, other);
}

static void
cut_photo (Fixture *fixture)
{
  put (fixture, fixture->photo, "pho");
}

static void
trash_page (Fixture *fixture)
{
  g_autofree char *to = g_strconcat ("trash/", fixture->page, NULL);
  g_autofree char *from = in_library (fixture, fixture->page), *target = in_library (fixture, to);
  g_autofree char *folder = g_path_get_dirname (target);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_cmpint (g_rename (from, target), ==, 0);
}

static void
lose_topics (Fixture *fixture)
{
  put (fixture, "topics.json", "{\"format\": \"newsprint-topics\", \"version\": 1, \"topics\": {}}");
}

static void
delete_topic (Fixture *fixture)
{
  put (fixture, "topics.json",
       "{\"format\": \"newsprint-topics\", \"version\": 1, \"topics\": {}, \"dropped\": [\"korea\"]}");
}

static void
turn_topics (Fixture *fixture)
{
  put (fixture, "topics.json",
       "{\"format\": \"newsprint-topics\", \"version\": 1, \"topics\": {"
       "\"korea\": {\"name\": \"Korea\", \"position\": 0, \"parent\": \"a\", \"related\": {\"gone\": {\"why\": \"\"}}},"
       "\"a\": {\"name\": \"A\", \"position\": 0, \"parent\": \"b\"},"
       "\"b\": {\"name\": \"B\", \"position\": 0, \"parent\": \"a\"},"
       "\"c\": {\"name\": \"C\", \"position\": 0, \"parent\": \"nowhere\"}}}");
}

static void
color_topic (Fixture *fixture)
{
  put (fixture, "topics.json",
       "{\"format\": \"newsprint-topics\", \"version\": 1, \"topics\": {"
       "\"korea\": {\"name\": \"Korea\", \"position\": 0, \"color\": \"plaid\"}}}");
}

static void
add_stranger (Fixture *fixture)
{
  put (fixture, MONTH "shopping.txt", "milk");
}

static void
add_photo_on_its_way (Fixture *fixture)
{
  put (fixture, "media/ab/abcd.jpg", "of no story");
}

static void
add_orphan (Fixture *fixture)
{
  add_photo_on_its_way (fixture);
  days_ahead = 2;
}

static void
break_searches (Fixture *fixture)
{
  put (fixture, "searches.json", "<<<<<<< HEAD\n");
}

static void
break_feed (Fixture *fixture)
{
  put (fixture, "feeds.json",
       "{\"format\": \"newsprint-feeds\", \"version\": 1, \"feeds\": [{\"id\": \"f1\", \"url\": 5}]}");
}

static void
spoil_search (Fixture *fixture)
{
  put (fixture, "searches.json", "{\"format\": \"newsprint-searches\", \"version\": 1, \"searches\": [7]}");
}

static void
break_search (Fixture *fixture)
{
  put (fixture, "searches.json", "{\"format\": \"newsprint-searches\", \"version\": 1, \"searches\": [{\"name\": 7}]}");
}

static void
write_later_feeds (Fixture *fixture)
{
  put (fixture, "feeds.json", "{\"format\": \"newsprint-feeds\", \"version\": 99, \"feeds\": {}}");
}

static void
write_later (Fixture *fixture)
{
  replace (fixture, fixture->paths[2], "\"version\": 1", "\"version\": 99");
}

static const struct
{
  const char *name;
  Break func;
  const char *kinds; /* what is found */
  gboolean lasts;    /* it cannot be mended, or is only worth knowing */
} rows[] = {
  { "nothing", break_nothing, "", FALSE },
  { "cut file", break_syntax, "article", FALSE },
  { "wrong members", break_member, "schema", FALSE },
  { "wrong block", break_block, "schema", FALSE },
  { "no id", drop_id, "schema", FALSE },
  { "same story twice", copy_story, "double", FALSE },
  { "copy with changes", copy_and_change, "double", FALSE },
  { "copy by a sync tool", add_copy, "conflict", FALSE },
  { "cut photo", cut_photo, "photo", TRUE },
  { "page in the trash", trash_page, "page", FALSE },
  { "topics lost", lose_topics, "topic", FALSE },
  { "topic deleted", delete_topic, "", FALSE },
  { "topics in a circle", turn_topics, "tree tree tree tree", FALSE },
  { "colour of nobody", color_topic, "schema", FALSE },
  { "file of others", add_stranger, "stranger", TRUE },
  { "photo on its way", add_photo_on_its_way, "", FALSE },
  { "photo of no story", add_orphan, "orphan", FALSE },
  { "searches", break_searches, "article", FALSE },
  { "a feed without address", break_feed, "schema", FALSE },
  { "a search without name", break_search, "schema", FALSE },
  { "a search of no kind", spoil_search, "schema", TRUE },
  { "feeds of a later version", write_later_feeds, "version", TRUE },
  { "later version", write_later, "version", TRUE },
};

/* Gives the kinds of what was found, and how many of them were mended. */
static char *
check (Fixture *fixture, NpCheckMode mode, guint *mended)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpLibrary) library =
      np_library_open (fixture->folder, mode == NP_CHECK_ONLY ? NP_LIBRARY_READ_ONLY : NP_LIBRARY_NONE, &error);
  g_autoptr (GPtrArray) findings = NULL;
  GString *kinds = g_string_new (NULL);
  guint stories;

  g_assert_no_error (error);
  g_assert_true (np_library_refresh (library, FALSE, NULL, mode == NP_CHECK_ONLY ? &error : NULL)
                 || mode == NP_CHECK_REPAIR);
  findings = np_check_library (library, mode, &stories, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  *mended = 0;
  for (guint i = 0; i < findings->len; i++)
    {
      const NpCheckFinding *finding = findings->pdata[i];

      g_test_message ("  %s %s: %s%s", np_check_kind_to_string (finding->kind), finding->path, finding->detail,
                      finding->mended ? ", mended" : "");
      g_string_append_printf (kinds, "%s%s", i > 0 ? " " : "", np_check_kind_to_string (finding->kind));
      *mended += finding->mended;
    }
  np_library_close (library);
  return g_string_free (kinds, FALSE);
}

/* The contents of all files of the library. */
static GHashTable *
contents_of (Fixture *fixture)
{
  const char *const argv[] = { "find", fixture->folder, "-type", "f", NULL };
  GHashTable *contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *output = NULL;
  g_auto (GStrv) files = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, NULL));
  files = g_strsplit (output, "\n", -1);
  for (guint i = 0; *files[i] != '\0'; i++)
    {
      char *text;

      g_assert_true (g_file_get_contents (files[i], &text, NULL, NULL));
      g_hash_table_add (contents, text);
    }
  return contents;
}

/* Whatever a file held before is in some file still, but for those whose id was changed and no more. */
static void
assert_nothing_lost (Fixture *fixture, GHashTable *before)
{
  g_autoptr (GHashTable) after = contents_of (fixture);
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (!g_hash_table_contains (after, text) && strstr (text, "\"other\"") == NULL && *(char *) text != '\0'
        && !g_str_has_prefix (text, "{\"format\": \"newsprint-topics\", \"version\": 1, \"topics\": {}}"))
      g_error ("lost: %s", (char *) text);
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data), mended, n = *rows[i].kinds != '\0' ? 1 : 0;
  g_autofree char *found = NULL, *again = NULL, *left = NULL, *key = NULL;
  g_autoptr (GHashTable) before = NULL;

  for (const char *p = rows[i].kinds; *p != '\0'; p++)
    n += *p == ' ';
  rows[i].func (fixture);
  before = contents_of (fixture);
  found = check (fixture, NP_CHECK_ONLY, &mended);
  g_assert_cmpstr (found, ==, rows[i].kinds);
  g_assert_cmpuint (mended, ==, 0);
  again = check (fixture, NP_CHECK_REPAIR, &mended);
  /* These were mended when they were read. */
  if (!g_str_equal (rows[i].name, "cut file") && !g_str_equal (rows[i].name, "searches")
      && !g_str_equal (rows[i].name, "copy by a sync tool"))
    {
      g_assert_cmpstr (again, ==, rows[i].kinds);
      g_assert_cmpuint (mended, ==, rows[i].lasts ? 0 : n);
    }
  left = check (fixture, NP_CHECK_ONLY, &mended);
  g_assert_cmpstr (left, ==, rows[i].lasts ? rows[i].kinds : "");
  assert_nothing_lost (fixture, before);
  key = get (fixture, "topics.json");
  if (g_str_equal (rows[i].name, "topics lost"))
    g_assert_nonnull (strstr (key, "\"Korea\""));
}

/* topics.json of a later version: the stories can be read, and nothing is changed. */
static void
test_later_topics (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "{\"format\": \"newsprint-topics\", \"version\": 99, \"topics\": {\"x\": 5}}";
  g_autoptr (GError) error = NULL, reason = NULL;
  NpLibrary *library;
  g_autoptr (NpChange) change = np_change_new_topic ("New", NULL, NULL);
  g_autofree char *now = NULL;

  put (fixture, "topics.json", text);
  library = np_library_open (fixture->folder, NP_LIBRARY_NONE, &error);
  g_assert_no_error (error);
  g_assert_false (np_library_is_writable (library, &reason));
  g_assert_error (reason, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_VERSION);
  g_assert_true (np_library_refresh (library, FALSE, NULL, &error));
  g_assert_false (np_library_do (library, change, NULL));
  np_library_close (library);
  g_assert_finalize_object (library);
  now = get (fixture, "topics.json");
  g_assert_cmpstr (now, ==, text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (rows[i].name), " ", '-');
      g_autofree char *path = g_strconcat ("/library/check/", name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_row, tear_down);
    }
  g_test_add ("/library/check/later-topics", Fixture, NULL, set_up, test_later_topics, tear_down);
  return g_test_run ();
}
