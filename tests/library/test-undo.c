/* Doing any changes and undoing them leaves every file of the user as it was, byte for byte, also across restarts.
 * NP_SEEDS=200 tries so many rows of changes. */
#include "open-library.h"
#include "random-change.h"

#include "library/np-history.h"
#include "library/np-journal.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define N_STORIES 6
#define N_SEEDS   9
/* In a row, each of which did something; fewer than are kept. */
#define N_CHANGES 40

static gboolean
is_nothing (const char *path, const char *text)
{
  return (g_str_equal (path, "topics.json") && strstr (text, "\"topics\": {}") != NULL)
         || (g_str_equal (path, "searches.json") && strstr (text, "\"searches\": []") != NULL);
}

/* A file that says nothing is as good as none. */
static void
assert_held (GHashTable *expected, GHashTable *found, const char *when)
{
  GHashTableIter iter;
  gpointer path, text;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &path, &text))
    if (!is_nothing (path, text) && g_strcmp0 (g_hash_table_lookup (found, path), text) != 0)
      g_error ("%s, %s:\n%s\n%s", when, (char *) path, (char *) text, (char *) g_hash_table_lookup (found, path));
}

static void
assert_state (const char *folder, GHashTable *expected, const char *when)
{
  g_autoptr (GHashTable) now = user_data_of (folder);

  assert_held (expected, now, when);
  assert_held (now, expected, when);
}

/* Does @change and gives whether there is something to undo. */
static gboolean
does_something (NpLibrary *library, const char *folder, NpChange *change, GPtrArray *states)
{
  g_autoptr (GHashTable) now = NULL;
  g_autoptr (GHashTable) before = g_hash_table_ref (states->pdata[states->len - 1]);

  np_library_do (library, change, NULL); /* some are refused, which is no matter here */
  if (np_library_get_undo (library) != change)
    {
      assert_state (folder, before, "after a change that did nothing");
      return FALSE;
    }
  now = user_data_of (folder);
  g_ptr_array_add (states, g_steal_pointer (&now));
  return TRUE;
}

static void
test_random (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "library", NULL);
  const char *asked = g_getenv ("NP_SEEDS");
  guint32 n_seeds = asked != NULL ? (guint32) strtoul (asked, NULL, 10) : N_SEEDS;

  random_library_new (folder, N_STORIES);
  for (guint32 seed = 1; seed <= n_seeds; seed++)
    {
      NpLibrary *library = open_library (folder);
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
      guint n = N_CHANGES + 1;

      g_test_message ("seed %u", seed);
      g_ptr_array_add (states, user_data_of (folder));
      while (states->len < n)
        {
          g_autoptr (NpChange) change = random_change (random, library);

          if (change != NULL)
            does_something (library, folder, change, states);
        }
      close_library (library);
      library = open_library (folder);
      for (guint i = n - 1; i-- > 0;)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (NpChange) undone = np_library_undo (library, &error);

          g_assert_no_error (error);
          g_assert_nonnull (undone);
          assert_state (folder, states->pdata[i], "after an undo");
        }
      close_library (library);
      library = open_library (folder);
      for (guint i = 1; i < n; i++)
        {
          g_autoptr (NpChange) redone = np_library_redo (library, NULL);

          g_assert_nonnull (redone);
          assert_state (folder, states->pdata[i], "after a redo");
        }
      close_library (library);
    }
}

static gboolean
count (char kind, GBytes *data, gpointer user_data)
{
  g_string_append_c (user_data, kind);
  return kind != 'x';
}

static char *
read_kinds (const char *path, gsize *size)
{
  g_autoptr (NpJournal) journal = np_journal_new (path, "test 1");
  GString *kinds = g_string_new (NULL);

  np_journal_read (journal, count, kinds);
  *size = np_journal_get_size (journal);
  return g_string_free (kinds, FALSE);
}

/* Whatever the file is cut to, what was whole before is read, and adding goes on from there. */
static void
test_journal (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "a", "b", "journal", NULL), *text = NULL;
  g_autoptr (NpJournal) journal = np_journal_new (path, "test 1");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GBytes) data = g_bytes_new_static ("hello", 5);
  gsize length, size;

  np_journal_read (journal, count, NULL);
  g_assert_false (np_journal_add (journal, 'a', data));
  g_assert_true (np_journal_replace (journal, "", none));
  g_assert_true (np_journal_add (journal, 'a', data) && np_journal_add (journal, 'b', NULL));
  g_assert_true (np_journal_add (journal, 'c', data));
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize cut = 0; cut <= length; cut++)
    {
      g_autofree char *kinds = NULL, *again = NULL;
      g_autoptr (NpJournal) next = np_journal_new (path, "test 1");
      GString *read = g_string_new (NULL);

      g_assert_true (g_file_set_contents (path, text, (gssize) cut, NULL));
      kinds = read_kinds (path, &size);
      g_assert_true (g_str_has_prefix ("abc", kinds));
      g_assert_cmpuint (size, <=, cut);
      np_journal_read (next, count, read);
      if (np_journal_add (next, 'n', NULL))
        {
          again = read_kinds (path, &size);
          g_assert_cmpuint (strlen (again), ==, read->len + 1);
        }
      g_string_free (read, TRUE);
    }
  text[length - 1] ^= 1; /* a bit that the disk lost */
  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
  g_free (text);
  text = read_kinds (path, &size);
  g_assert_cmpstr (text, ==, "ab");
}

/* The last hundred changes can be undone after a restart, and one more change does not write the others again. */
static void
test_hundred (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "library", NULL), *journal = NULL;
  NpLibrary *library;
  guint n = 0;
  GStatBuf before, after;
  g_autoptr (NpChange) one_more = np_change_new_topic ("one more", NULL, NULL);

  random_library_new (folder, 1);
  library = open_library (folder);
  journal = g_build_filename (g_get_user_state_dir (), "newsprint", np_library_get_id (library), "undo", NULL);
  for (guint i = 0; i < 130; i++)
    {
      g_autofree char *name = g_strdup_printf ("topic %u", i);
      g_autoptr (NpChange) change = np_change_new_topic (name, NULL, NULL);

      g_assert_true (np_library_do (library, change, NULL));
    }
  g_assert_cmpint (g_stat (journal, &before), ==, 0);
  g_assert_true (np_library_do (library, one_more, NULL));
  g_assert_cmpint (g_stat (journal, &after), ==, 0);
  g_assert_cmpint (before.st_ino, ==, after.st_ino);
  g_assert_cmpint (after.st_size - before.st_size, <, before.st_size / 50);
  close_library (library);
  library = open_library (folder);
  for (;; n++)
    {
      g_autoptr (NpChange) change = np_library_undo (library, NULL);

      if (change == NULL)
        break;
    }
  g_assert_cmpuint (n, ==, NP_HISTORY_LENGTH);
  close_library (library);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/undo/random", test_random);
  g_test_add_func ("/library/undo/journal", test_journal);
  g_test_add_func ("/library/undo/hundred", test_hundred);
  return g_test_run ();
}
