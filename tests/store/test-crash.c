/* A process that writes is killed at any moment: what it said was saved is there, and everything can be read. */
#include "store/np-store.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS 100

static void
say (int fd, const char *kind, const char *what)
{
  g_autofree char *line = g_strdup_printf ("%s %s\n", kind, what);

  if (write (fd, line, strlen (line)) != (gssize) strlen (line))
    _exit (3);
}

/* Adds, changes, trashes and restores stories until it is killed, and says each change once it was acknowledged. */
static void
write_until_killed (const char *folder, int fd, guint round)
{
  NpStore *store = np_store_open (folder, NP_STORE_NONE, NULL);

  if (store == NULL || np_store_get_access (store) != NP_STORE_WRITABLE)
    _exit (4);
  for (guint n = 0;; n++)
    {
      NpArticle *article = np_article_new ();
      g_autoptr (NpTopicTree) tree = np_topic_tree_new ();
      g_autofree char *path = NULL, *text = g_strnfill (10 + n * 977 % 20000, 'x'), *topic = NULL, *moved = NULL;
      g_autoptr (GBytes) photo = g_bytes_new (text, strlen (text));
      g_autofree char *media = NULL;
      g_autoptr (GError) error = NULL;

      article->headline = g_strdup_printf ("story %u of round %u", n, round);
      g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, text));
      path = np_store_add_article (store, article, NULL);
      if (path == NULL)
        _exit (5);
      say (fd, "story", path);
      article->starred = TRUE;
      if (!np_store_write_article (store, path, article, NULL))
        _exit (6);
      say (fd, "star", path);
      topic = g_strdup_printf ("topic %u of round %u", n, round);
      np_topic_tree_add (tree, topic, NULL, NULL);
      if (!np_store_write_topics (store, tree, &error))
        {
          g_printerr ("%s\n", error->message);
          _exit (7);
        }
      media = np_store_add_media (store, photo, "jpg", NULL);
      say (fd, "media", media);
      moved = np_store_trash_article (store, path, NULL);
      if (n % 2 == 0)
        g_free (np_store_restore_article (store, moved, NULL));
      np_article_unref (article);
    }
}

/* Kills a writer after some milliseconds and gives the lines it said. */
static char *
run_round (const char *folder, guint round, guint usec)
{
  g_autoptr (GString) said = g_string_new (NULL);
  char buffer[4096];
  gssize n;
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      write_until_killed (folder, ends[1], round);
    }
  close (ends[1]);
  g_usleep (usec);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  while ((n = read (ends[0], buffer, sizeof buffer)) > 0)
    g_string_append_len (said, buffer, n);
  close (ends[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (!WIFSIGNALED (status) || WTERMSIG (status) != SIGKILL)
    g_error ("the writer ended by itself, with %d", WIFEXITED (status) ? WEXITSTATUS (status) : -1);
  return g_string_free (g_steal_pointer (&said), FALSE);
}

static gboolean
read_one (const char *path, goffset size, gint64 mtime_ns, gboolean trashed, gpointer user_data)
{
  gpointer *data = user_data;
  g_autoptr (GError) error = NULL;
  NpArticle *article = np_store_read_article (data[0], path, &error);

  g_assert_no_error (error);
  g_hash_table_insert (data[1], g_path_get_basename (path), article);
  return TRUE;
}

static void
check_line (NpStore *store, GHashTable *stories, const char *line)
{
  const char *what = strchr (line, ' ') + 1;
  g_autofree char *name = g_path_get_basename (what);
  NpArticle *article = g_hash_table_lookup (stories, name);

  if (g_str_has_prefix (line, "media"))
    {
      g_autofree char *file = np_store_get_file (store, what), *data = NULL, *hash = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (file, &data, &length, NULL));
      hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
      g_assert_true (g_str_has_prefix (name, hash));
      return;
    }
  g_assert_nonnull (article);
  if (g_str_has_prefix (line, "star"))
    g_assert_true (article->starred);
}

static gboolean
has_leftover (const char *folder)
{
  g_autofree char *output = NULL;
  const char *const argv[] = { "find", folder, "-name", ".tmp-*", NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, NULL));
  return *output != '\0';
}

static void
test_kill (void)
{
  g_autofree char *folder = g_dir_make_tmp ("np-crash-XXXXXX", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GHashTable) stories =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) np_article_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpStore) store = NULL;
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (GPtrArray) damage = NULL;
  g_auto (GStrv) lines = NULL;
  gpointer data[2];

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *more = run_round (folder, round, (guint) g_rand_int_range (random, 0, 50000));

      g_string_append (said, more);
    }
  store = np_store_open (folder, NP_STORE_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (np_store_get_access (store), ==, NP_STORE_WRITABLE);
  g_assert_false (has_leftover (folder));
  data[0] = store;
  data[1] = stories;
  g_assert_true (np_store_scan (store, read_one, data, NULL, &error));
  lines = g_strsplit (said->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    check_line (store, stories, lines[i]);
  tree = np_store_read_topics (store, &error);
  g_assert_no_error (error);
  damage = np_store_take_damage (store);
  g_assert_cmpuint (damage->len, ==, 0);
  g_test_message ("%u acknowledged changes, %u stories", g_strv_length (lines) - 1, g_hash_table_size (stories));
  g_assert_cmpuint (g_hash_table_size (stories), >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/crash/kill", test_kill);
  return g_test_run ();
}
