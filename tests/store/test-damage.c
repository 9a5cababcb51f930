#include "store/np-store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#define GOOD  "{\"format\": \"newsprint-article\", \"version\": 1, \"headline\": \"good\"}"
#define STORY "articles/2018/05/story.json"

typedef struct
{
  char *folder;
  NpStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("np-damage-XXXXXX", NULL);
  fixture->store = np_store_open (fixture->folder, NP_STORE_NONE, NULL);
  g_assert_nonnull (fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_free (fixture->folder);
}

/* An old file, so that nobody takes it for one that is just being written. */
static void
put_file (Fixture *fixture, const char *path, const char *data, gssize length)
{
  g_autofree char *file = g_build_filename (fixture->folder, path, NULL), *folder = g_path_get_dirname (file);
  struct utimbuf times = { 1000000000, 1000000000 };

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents (file, data, length, NULL));
  g_assert_cmpint (g_utime (file, &times), ==, 0);
}

static char *
get_file (Fixture *fixture, const char *path, gsize *length)
{
  g_autofree char *file = g_build_filename (fixture->folder, path, NULL);
  char *data = NULL;

  g_file_get_contents (file, &data, length, NULL);
  return data;
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  g_autofree char *deep = g_strnfill (500000, '[');
  const struct
  {
    const char *name, *data;
    gssize length;
  } rows[] = {
    { "empty", "", 0 },
    { "cut", GOOD, 40 },
    { "zeros", "\0\0\0\0\0\0\0\0", 8 },
    { "binary", "\x89PNG\r\n\x1a\n\xff\xfe", 10 },
    { "deep", deep, -1 },
    { "merge markers not ended", "<<<<<<< HEAD\n" GOOD "\n=======\n" GOOD "\n", -1 },
    { "of others", "{\"name\": \"package\", \"version\": \"1.0.0\"}", -1 },
    { "list", "[" GOOD "]", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) damage = NULL;
      g_autofree char *kept = NULL, *note = NULL, *note_path = NULL, *gone = NULL;
      gsize length, expected = rows[i].length < 0 ? strlen (rows[i].data) : (gsize) rows[i].length;

      g_test_message ("%s", rows[i].name);
      put_file (fixture, STORY, rows[i].data, rows[i].length);
      g_assert_null (np_store_read_article (fixture->store, STORY, &error));
      g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, STORY));
      damage = np_store_take_damage (fixture->store);
      g_assert_cmpuint (damage->len, ==, 1);
      kept = get_file (fixture, damage->pdata[0], &length);
      g_assert_cmpmem (kept, length, rows[i].data, expected);
      note_path = g_strconcat (damage->pdata[0], ".note.txt", NULL);
      note = get_file (fixture, note_path, NULL);
      g_assert_nonnull (strstr (note, STORY));
      gone = get_file (fixture, STORY, NULL);
      g_assert_null (gone);
    }
}

/* In a library that cannot be written, the file stays and is told of once. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpStore) reader = np_store_open (fixture->folder, NP_STORE_READ_ONLY_WANTED, NULL);
  g_autoptr (GPtrArray) damage = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  put_file (fixture, STORY, "{", 1);
  g_assert_null (np_store_read_article (reader, STORY, &error));
  g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_DAMAGED);
  g_assert_null (np_store_read_article (reader, STORY, NULL));
  damage = np_store_take_damage (reader);
  g_assert_cmpuint (damage->len, ==, 1);
  g_assert_cmpstr (damage->pdata[0], ==, STORY);
  kept = get_file (fixture, STORY, NULL);
  g_assert_cmpstr (kept, ==, "{");
}

/* What a later version wrote can be looked at; it is neither moved nor written over. */
static void
test_newer (Fixture *fixture, gconstpointer data)
{
  static const char text[] =
      "{\"format\": \"newsprint-article\", \"version\": 2, \"headline\": \"H\", \"body\": \"new\"}";
  g_autoptr (NpArticle) article = np_article_new (), read = NULL;
  g_autoptr (GPtrArray) damage = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  put_file (fixture, STORY, text, -1);
  read = np_store_read_article (fixture->store, STORY, &error);
  g_assert_no_error (error);
  g_assert_true (read->later);
  g_assert_cmpstr (read->headline, ==, "H");
  g_assert_false (np_store_write_article (fixture->store, STORY, article, &error));
  g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_VERSION);
  g_assert_nonnull (strstr (error->message, STORY));
  g_clear_error (&error);
  g_assert_null (np_store_trash_article (fixture->store, STORY, &error));
  g_assert_error (error, NP_STORE_ERROR, NP_STORE_ERROR_VERSION);
  damage = np_store_take_damage (fixture->store);
  g_assert_cmpuint (damage->len, ==, 0);
  kept = get_file (fixture, STORY, NULL);
  g_assert_cmpstr (kept, ==, text);
}

/* A story that was damaged while it was open is written, and what was there is kept. */
static void
test_write_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = NULL, again = NULL;
  g_autoptr (GPtrArray) damage = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  put_file (fixture, STORY, GOOD, -1);
  article = np_store_read_article (fixture->store, STORY, &error);
  g_assert_no_error (error);
  put_file (fixture, STORY, "half", -1);
  g_assert_true (np_store_write_article (fixture->store, STORY, article, &error));
  g_assert_no_error (error);
  damage = np_store_take_damage (fixture->store);
  g_assert_cmpuint (damage->len, ==, 1);
  kept = get_file (fixture, damage->pdata[0], NULL);
  g_assert_cmpstr (kept, ==, "half");
  again = np_store_read_article (fixture->store, STORY, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->headline, ==, "good");
}

static gpointer
finish_file (gpointer file)
{
  g_usleep (60000);
  g_assert_true (g_file_set_contents (file, GOOD, -1, NULL));
  return NULL;
}

/* A file that some program is just copying is waited for. */
static void
test_half_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, STORY, NULL);
  g_autoptr (NpArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread;

  put_file (fixture, STORY, "", 0);
  g_assert_true (g_file_set_contents (file, "{\"format\": \"newspr", -1, NULL));
  thread = g_thread_new ("copy", finish_file, file);
  article = np_store_read_article (fixture->store, STORY, &error);
  g_thread_join (thread);
  g_assert_no_error (error);
  g_assert_cmpstr (article->headline, ==, "good");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/store/damage/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("kinds", test_kinds);
  ADD ("read-only", test_read_only);
  ADD ("newer", test_newer);
  ADD ("write-over", test_write_over);
  ADD ("half-written", test_half_written);
  return g_test_run ();
}
