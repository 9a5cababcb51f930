/* One call to the system after the other fails, through a session of every kind of change: what was acknowledged is
 * there, what was not is there or not but can be read, the error names the file, and the store goes on. */
#include "fault-calls.h"
#include "store/np-store.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  NpStore *store;
  GPtrArray *kept;  /* char* paths of stories that were acknowledged; a later move may have changed the folder */
  GPtrArray *files; /* char* paths of photos and pages */
  gboolean starred; /* the first story was acknowledged with a star */
  gboolean topics;  /* the topics were acknowledged */
  guint n_errors;
} Session;

static void
check_error (Session *session, const GError *error)
{
  session->n_errors++;
  g_assert_nonnull (error);
  g_assert_true (error->domain == NP_STORE_ERROR);
  g_assert_nonnull (strstr (error->message, np_store_get_folder (session->store)));
}

static char *
note_path (Session *session, GPtrArray *list, char *path, GError **error)
{
  if (path == NULL)
    check_error (session, *error);
  else
    g_ptr_array_add (list, g_strdup (path));
  return path;
}

/* Who sees a story fail tries again: it is there once then. */
static char *
add_story (Session *session, const char *headline)
{
  g_autoptr (NpArticle) article = np_article_new ();
  g_autoptr (GError) error = NULL, again = NULL;
  char *path;

  article->headline = g_strdup (headline);
  path = np_store_add_article (session->store, article, &error);
  if (path == NULL)
    {
      check_error (session, error);
      path = np_store_add_article (session->store, article, &again);
      g_assert_true ((path != NULL) == (np_store_get_access (session->store) == NP_STORE_WRITABLE));
    }
  if (path != NULL)
    g_ptr_array_add (session->kept, g_strdup (path));
  return path;
}

static void
star_story (Session *session, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = np_store_read_article (session->store, path, &error);

  if (article != NULL)
    article->starred = TRUE;
  session->starred = article != NULL && np_store_write_article (session->store, path, article, &error);
  if (!session->starred)
    check_error (session, error);
}

static void
move_story (Session *session, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *trashed = np_store_trash_article (session->store, path, &error), *back = NULL;

  if (trashed != NULL)
    back = np_store_restore_article (session->store, trashed, &error);
  if (back == NULL)
    check_error (session, error);
}

static void
add_files (Session *session)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) photo_error = NULL, page_error = NULL;

  g_free (note_path (session, session->files, np_store_add_media (session->store, bytes, "jpg", &photo_error),
                     &photo_error));
  g_free (note_path (session, session->files, np_store_add_page (session->store, bytes, &page_error), &page_error));
}

static void
write_topics (Session *session)
{
  g_autoptr (NpTopicTree) tree = np_topic_tree_new ();
  g_autoptr (GError) error = NULL;

  np_topic_tree_add (tree, "Korea", NULL, NULL);
  session->topics = np_store_write_topics (session->store, tree, &error);
  if (!session->topics)
    check_error (session, error);
}

static void
run (Session *session, const char *folder)
{
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;

  session->store = np_store_open (folder, NP_STORE_NONE, &error);
  if (session->store == NULL)
    {
      session->n_errors++;
      g_assert_nonnull (strstr (error->message, folder));
      g_assert_true (error->domain == NP_STORE_ERROR);
      return;
    }
  first = add_story (session, "first");
  second = add_story (session, "second");
  if (first != NULL)
    star_story (session, first);
  if (second != NULL)
    move_story (session, second);
  add_files (session);
  write_topics (session);
}

static gboolean
read_story (const char *path, goffset size, gint64 mtime_ns, gboolean trashed, gpointer user_data)
{
  gpointer *data = user_data;
  g_autoptr (GError) error = NULL;
  NpArticle *article = np_store_read_article (data[0], path, &error);

  g_assert_no_error (error);
  g_hash_table_insert (data[1], g_path_get_basename (path), article);
  return TRUE;
}

static void
check_files (NpStore *store, GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *file = np_store_get_file (store, files->pdata[i]);

      g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
      if (g_str_has_prefix (files->pdata[i], "pages/"))
        {
          g_autoptr (GBytes) page = np_store_read_page (store, files->pdata[i], NULL);

          g_assert_nonnull (page);
          g_assert_cmpuint (g_bytes_get_size (page), ==, 100000);
        }
    }
}

/* Opens the library as after a restart and looks for everything that was acknowledged. */
static void
check (const Session *session, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpStore) store = np_store_open (folder, NP_STORE_NONE, &error);
  g_autoptr (GHashTable) stories =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) np_article_unref);
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (GPtrArray) damage = NULL;
  gpointer data[] = { store, stories };

  g_assert_no_error (error);
  g_assert_cmpint (np_store_get_access (store), ==, NP_STORE_WRITABLE);
  g_assert_true (np_store_scan (store, read_story, data, NULL, &error));
  g_assert_cmpuint (g_hash_table_size (stories), ==, session->kept->len);
  for (guint i = 0; i < session->kept->len; i++)
    {
      g_autofree char *name = g_path_get_basename (session->kept->pdata[i]);
      NpArticle *article = g_hash_table_lookup (stories, name);

      g_assert_nonnull (article);
      if (session->starred && g_str_equal (article->headline, "first"))
        g_assert_true (article->starred);
    }
  check_files (store, session->files);
  tree = np_store_read_topics (store, &error);
  g_assert_no_error (error);
  if (session->topics)
    g_assert_nonnull (np_topic_tree_get (tree, "korea"));
  damage = np_store_take_damage (store);
  g_assert_cmpuint (damage->len, ==, 0);
}

/* Gives the number of calls of the session. */
static guint
try_fault (Fault fault, guint nth)
{
  g_autofree char *top = g_dir_make_tmp ("np-faults-XXXXXX", NULL), *folder = g_build_filename (top, "library", NULL);
  Session session = { .kept = g_ptr_array_new_with_free_func (g_free),
                      .files = g_ptr_array_new_with_free_func (g_free) };
  guint n_calls;

  fault_arm (fault, nth);
  run (&session, folder);
  n_calls = fault_disarm ();
  g_clear_object (&session.store);
  if (nth == 0 || fault >= FAULT_INTERRUPTED)
    {
      /* Nothing went wrong, or nothing that had to be told. */
      g_assert_cmpuint (session.n_errors, ==, 0);
      g_assert_cmpuint (session.kept->len, ==, 2);
      g_assert_cmpuint (session.files->len, ==, 2);
      g_assert_true (session.starred && session.topics);
    }
  check (&session, folder);
  g_ptr_array_unref (session.kept);
  g_ptr_array_unref (session.files);
  return n_calls;
}

static void
test_fault (gconstpointer data)
{
  Fault fault = (Fault) GPOINTER_TO_INT (data);
  guint n_calls = try_fault (fault, 0);

  g_assert_cmpuint (n_calls, >, 60);
  for (guint nth = 1; nth <= n_calls; nth++)
    {
      g_test_message ("%s at call %u of %u", fault_to_string (fault), nth, n_calls);
      try_fault (fault, nth);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (int fault = 0; fault <= FAULT_LAST; fault++)
    {
      g_autofree char *path = g_strdup_printf ("/store/faults/%s", fault_to_string ((Fault) fault));

      g_test_add_data_func (path, GINT_TO_POINTER (fault), test_fault);
    }
  return g_test_run ();
}
