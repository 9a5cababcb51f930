/* One call to the system after the other fails, through a session of every kind of change that a library knows: what
 * was acknowledged is there after a restart and the library is whole, the error says which file and why, the next
 * change works, and nothing unfinished is left lying about. And so from each call on, as with a disk that is full or
 * dies. */
#include "fault-calls.h"

#include "library/np-check.h"
#include "library/np-feeds-parts.h"
#include "library/np-import-pending.h"
#include "library/np-library-error.h"
#include "library/np-library-parts.h"
#include "library/np-trash.h"
#include "store/np-store.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <utime.h>

#define N_STORIES 4

typedef struct
{
  char *top;    /* folder of the session */
  char *folder; /* of the library, in it */
  char *ids[N_STORIES];
  char *paths[N_STORIES];
  NpLibrary *library;
  guint acknowledged; /* bits of the steps */
  guint n_errors;
} Session;

static void
set_error_number (GError **error, Session *session)
{
  g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_IO, "“%s”: %s", session->folder, g_strerror (EIO));
}

/* Which file, and why. */
static void
check_error (Session *session, const GError *error)
{
  g_assert_nonnull (error);
  /* What could not be read, as was said, is not in the index. */
  if (session->n_errors++ > 0 && g_error_matches (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_STORY))
    return;
  g_test_message ("%s", error->message);
  if (strstr (error->message, session->top) == NULL
      || (strstr (error->message, g_strerror (ENOSPC)) == NULL && strstr (error->message, g_strerror (EIO)) == NULL))
    g_error ("it says neither where nor why: %s", error->message);
}

static gboolean
do_change (Session *session, NpChange *change, GError **error)
{
  g_autoptr (NpChange) mine = change;

  return np_library_do (session->library, mine, error);
}

static NpArticle *
edit_of (Session *session, guint story, GError **error)
{
  g_autoptr (NpArticle) article = np_library_read_article (session->library, session->ids[story], error);

  return article != NULL ? np_article_copy (article) : NULL;
}

/* --- the steps; each says whether it was acknowledged */

static gboolean
star (Session *session, GError **error)
{
  const char *ids[] = { session->ids[0], NULL };

  return do_change (session, np_change_new_for_stories (NP_CHANGE_STAR, ids), error);
}

static gboolean
edit (Session *session, GError **error)
{
  g_autoptr (NpArticle) article = edit_of (session, 0, error);

  if (article == NULL)
    return FALSE;
  g_free (article->headline);
  article->headline = g_strdup ("Put right");
  g_ptr_array_add (article->highlights, np_highlight_new ("All of it was written.", 0, 3, "yellow"));
  return do_change (session, np_change_new_edit (article, NP_ARTICLE_HEADLINE | NP_ARTICLE_HIGHLIGHTS), error);
}

static gboolean
new_topic (Session *session, GError **error)
{
  const char *ids[] = { session->ids[0], session->ids[1], NULL };

  return do_change (session, np_change_new_topic ("Harbour", NULL, ids), error);
}

static gboolean
rename_topic (Session *session, GError **error)
{
  return !(session->acknowledged & 1u << 2) || do_change (session, np_change_new_rename ("harbour", "Harbours"), error);
}

static gboolean
keep_search (Session *session, GError **error)
{
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, "ferry");
  g_autoptr (NpSearch) search = np_search_new_for (query, "Ferries");

  return do_change (session, np_change_new_keep_search (search, -1), error);
}

static gboolean
trash_and_restore (Session *session, GError **error)
{
  const char *ids[] = { session->ids[1], NULL };

  return do_change (session, np_change_new_for_stories (NP_CHANGE_TRASH, ids), error)
         && do_change (session, np_change_new_for_stories (NP_CHANGE_RESTORE, ids), error);
}

static gboolean
empty_trash (Session *session, GError **error)
{
  const char *ids[] = { session->ids[2], NULL };
  NpTrashResult gone;

  return do_change (session, np_change_new_for_stories (NP_CHANGE_TRASH, ids), error)
         && np_trash_delete (session->library, NULL, &gone, error);
}

static gboolean
reextract (Session *session, GError **error)
{
  g_autoptr (NpArticle) article = edit_of (session, 3, error);
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();

  if (article == NULL)
    return FALSE;
  g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "Read anew."));
  g_ptr_array_add (articles, article);
  return do_change (session, np_change_new_reextract (articles), error);
}

/* What was done last, whatever it was, taken back and done again. */
static gboolean
undo_and_redo (Session *session, GError **error)
{
  g_autoptr (NpChange) undone = np_library_undo (session->library, error), redone = NULL;

  if (undone == NULL)
    return *error == NULL;
  redone = np_library_redo (session->library, error);
  return redone != NULL;
}

static gboolean
add_feed (NpFollowing *following, gpointer user_data)
{
  g_ptr_array_add (following->feeds, np_followed_new ("f1", "https://tidewater.example/feed.xml"));
  return TRUE;
}

static gboolean
follow (Session *session, GError **error)
{
  return np_feeds_change (np_library_get_feeds (session->library), add_feed, NULL, error);
}

/* Puts a file into the library as another program does, with nothing failing. */
static void
put (Session *session, const char *path, const char *text)
{
  g_autofree char *file = g_build_filename (session->folder, path, NULL), *above = g_path_get_dirname (file);
  struct utimbuf old = { 1500000000, 1500000000 };

  fault_pause (TRUE);
  g_assert_cmpint (g_mkdir_with_parents (above, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  g_assert_cmpint (g_utime (file, &old), ==, 0); /* of two texts the newer is shown, the other is in damaged/ */
  fault_pause (FALSE);
}

/* A sync tool brings another machine's version of a story, and one of feeds.json. */
static gboolean
merge (Session *session, GError **error)
{
  g_autofree char *stem = g_strndup (session->paths[0], strlen (session->paths[0]) - strlen (".json"));
  g_autofree char *copy = g_strconcat (stem, ".sync-conflict-20261123-101010-ABCDEFG.json", NULL);
  g_autofree char *text = g_strdup_printf (
      "{\"format\": \"newsprint-article\", \"version\": 1, \"id\": \"%s\", \"headline\": \"Story 0\","
      "\"saved\": \"2020-01-31T08:00:00Z\", \"note\": \"From the other machine\", \"body\": [{\"type\": \"paragraph\", "
      "\"text\": \"All of it was written.\"}], \"topics\": [\"brought\"]}",
      session->ids[0]);

  put (session, copy, text);
  return np_library_refresh (session->library, FALSE, NULL, error);
}

/* A story that is not as the format has it is mended, and a photo of it looked at. */
static gboolean
repair (Session *session, GError **error)
{
  guint stories;
  g_autoptr (GPtrArray) findings = NULL;

  put (session, "articles/2020/01/broken-5f2a9c1e.json",
       "{\"format\": \"newsprint-article\", \"version\": 1, \"id\": \"5f2a9c1e-0000-4000-8000-000000000001\", "
       "\"headline\": 5, \"note\": \"Broken, and not lost\"}");
  findings = np_check_library (session->library, NP_CHECK_REPAIR, &stories, NULL, NULL, NULL, error);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const NpCheckFinding *finding = findings->pdata[i];

      if (finding->kind == NP_CHECK_SCHEMA && !finding->mended)
        {
          g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_IO, "%s", finding->detail);
          return FALSE;
        }
    }
  return findings != NULL;
}

static gboolean
import (Session *session, GError **error)
{
  NpCatalog *catalog = np_library_get_catalog (session->library);
  g_autoptr (NpArticle) article = np_article_new ();
  g_autoptr (GBytes) photo = g_bytes_new_static ("a photo", 7), page = g_bytes_new_static ("a page", 6);
  g_autofree char *file = np_store_add_media (np_catalog_get_store (catalog), photo, "jpg", error), *before = NULL;
  NpFigure *figure;

  if (file == NULL)
    return FALSE;
  figure = np_figure_new ();
  figure->file = g_steal_pointer (&file);
  np_article_add_figure (article, figure);
  article->headline = g_strdup ("Brought in");
  article->provenance.page = np_store_add_page (np_catalog_get_store (catalog), page, error);
  return article->provenance.page != NULL && np_catalog_add (catalog, article, &before, error);
}

/* What is on its way in is kept for the next time; that is told in a log, and costs nothing else. */
static gboolean
keep_imports (Session *session, GError **error)
{
  g_autofree char *path = g_build_filename (session->top, "imports", NULL);
  g_autoptr (NpImportQueue) queue =
      np_import_queue_new (np_library_get_catalog (session->library), np_library_get_fetcher (session->library),
                           np_library_import_saved, session->library);
  NpImportKeeper *keeper = np_import_keeper_new (queue, path);

  np_import_keeper_free (keeper);
  np_import_queue_close (queue);
  return TRUE;
}

static const struct
{
  const char *name;
  gboolean (*func) (Session *session, GError **error);
} steps[] = {
  { "star", star },
  { "edit", edit },
  { "new topic", new_topic },
  { "rename topic", rename_topic },
  { "keep search", keep_search },
  { "trash and restore", trash_and_restore },
  { "empty trash", empty_trash },
  { "reextract", reextract },
  { "undo and redo", undo_and_redo },
  { "follow", follow },
  { "merge", merge },
  { "import", import },
  { "repair", repair },
  { "keep imports", keep_imports },
};

static gboolean
was_acknowledged (const Session *session, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].name, name))
      return (session->acknowledged & 1u << i) != 0;
  g_assert_not_reached ();
}

static void
make_library (Session *session)
{
  g_autoptr (NpStore) store = NULL;

  session->top = g_dir_make_tmp ("np-faults-XXXXXX", NULL);
  session->folder = g_build_filename (session->top, "library", NULL);
  store = np_store_open (session->folder, NP_STORE_NONE, NULL);
  for (guint i = 0; i < N_STORIES; i++)
    {
      g_autoptr (NpArticle) article = np_article_new ();

      article->headline = g_strdup_printf ("Story %u", i);
      article->saved = g_strdup ("2020-01-31T08:00:00Z");
      g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "All of it was written."));
      session->paths[i] = np_store_add_article (store, article, NULL);
      session->ids[i] = g_strdup (article->id);
    }
}

static void
session_clear (Session *session)
{
  const char *argv[] = { "rm", "-rf", session->top, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < N_STORIES; i++)
    {
      g_free (session->ids[i]);
      g_free (session->paths[i]);
    }
  g_free (session->folder);
  g_free (session->top);
}

/* The library opens in any case, at worst to be read. */
static void
run (Session *session)
{
  g_autoptr (GError) error = NULL;

  session->library = np_library_open (session->folder, NP_LIBRARY_NONE, &error);
  if (session->library == NULL)
    {
      check_error (session, error);
      return;
    }
  while (!np_library_refresh (session->library, FALSE, NULL, &error) && session->n_errors < 3)
    {
      check_error (session, error);
      g_clear_error (&error);
    }
  if (!np_library_is_writable (session->library, NULL))
    {
      session->n_errors++;
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) trouble = NULL;

      if (steps[i].func (session, &trouble))
        session->acknowledged |= 1u << i;
      else
        {
          g_test_message ("%s:", steps[i].name);
          if (trouble == NULL)
            set_error_number (&trouble, session);
          check_error (session, trouble);
        }
    }
}

/* After one call failed, a change works. */
static void
go_on (Session *session)
{
  const char *ids[] = { session->ids[3], NULL };
  g_autoptr (GError) error = NULL;

  if (session->library == NULL || !np_library_is_writable (session->library, NULL))
    return;
  g_assert_true (np_library_refresh (session->library, FALSE, NULL, &error)); /* as people do: try again */
  do_change (session, np_change_new_for_stories (NP_CHANGE_ARCHIVE, ids), &error);
  g_assert_no_error (error);
}

static gboolean
holds (const char *folder, const char *words)
{
  const char *argv[] = { "grep", "-rqF", words, folder, NULL };
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL));
  return status == 0;
}

static gboolean
is_left_over (const char *name)
{
  return g_str_has_prefix (name, ".tmp-");
}

static void
check_leftovers (const char *path)
{
  g_autoptr (GDir) listing = g_dir_open (path, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (is_left_over (name))
        g_error ("%s was left behind", inner);
      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        check_leftovers (inner);
    }
}

static void
check_stories (const Session *session, NpLibrary *library)
{
  for (guint i = 0; i < N_STORIES; i++)
    {
      g_autoptr (NpArticle) article = np_library_read_article (library, session->ids[i], NULL);

      if (i == 2) /* may be gone for good */
        {
          g_assert_true (article == NULL || !was_acknowledged (session, "empty trash"));
          continue;
        }
      /* What could not be taken out of the trash went when it was emptied. */
      if (i == 1 && article == NULL && !was_acknowledged (session, "trash and restore"))
        continue;
      g_assert_nonnull (article);
      if (i == 0 && was_acknowledged (session, "star"))
        g_assert_true (article->starred);
      if (i == 0 && was_acknowledged (session, "edit"))
        {
          g_assert_cmpstr (article->headline, ==, "Put right");
          g_assert_cmpuint (article->highlights->len, ==, 1);
        }
      if (i < 2 && was_acknowledged (session, "new topic"))
        g_assert_true (np_article_has_topic (article, "harbour"));
      if (i == 3 && was_acknowledged (session, "reextract") && was_acknowledged (session, "undo and redo"))
        g_assert_cmpuint (article->body->len, ==, 2);
    }
}

static void
check_rest (const Session *session, NpLibrary *library)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  g_autoptr (NpSearches) searches = np_library_get_searches (library);
  g_autoptr (GPtrArray) feeds = np_feeds_list (np_library_get_feeds (library));

  if (was_acknowledged (session, "new topic"))
    g_assert_nonnull (np_topic_tree_get (tree, "harbour"));
  if (was_acknowledged (session, "new topic") && was_acknowledged (session, "rename topic"))
    g_assert_cmpstr (np_topic_tree_get (tree, "harbour")->name, ==, "Harbours");
  if (was_acknowledged (session, "keep search"))
    g_assert_cmpuint (np_searches_get_size (searches), ==, 1);
  if (was_acknowledged (session, "follow"))
    g_assert_cmpuint (feeds->len, ==, 1);
  if (was_acknowledged (session, "import"))
    g_assert_true (holds (session->folder, "Brought in"));
}

/* As after a restart. What others brought is nowhere lost, be it merged, mended or waiting. */
static void
check (const Session *session, gboolean brought)
{
  g_autoptr (GError) error = NULL;
  NpLibrary *library = np_library_open (session->folder, NP_LIBRARY_NONE, &error);
  g_autoptr (GPtrArray) findings = NULL;
  guint stories;

  g_assert_no_error (error);
  g_assert_true (np_library_is_writable (library, &error));
  g_assert_true (np_library_refresh (library, FALSE, NULL, &error));
  check_stories (session, library);
  check_rest (session, library);
  if (brought)
    g_assert_true (holds (session->folder, "From the other machine")
                   && holds (session->folder, "Broken, and not lost"));
  findings = np_check_library (library, NP_CHECK_REPAIR, &stories, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = np_check_library (library, NP_CHECK_ONLY, &stories, NULL, NULL, NULL, &error);
  for (guint i = 0; i < findings->len; i++)
    {
      const NpCheckFinding *finding = findings->pdata[i];

      if (finding->serious && finding->kind != NP_CHECK_TOPIC)
        g_error ("%s %s: %s", np_check_kind_to_string (finding->kind), finding->path, finding->detail);
    }
  check_leftovers (session->top);
  np_library_close (library);
  g_assert_finalize_object (library);
}

/* Gives how many calls the session made. */
static guint
try_fault (Fault fault, guint nth, gboolean last)
{
  Session session = { 0 };
  guint n_calls;

  make_library (&session);
  fault_pass_over (g_get_user_cache_dir ()); /* the index can be made anew at any time */
  fault_last (last);
  fault_arm (fault, nth);
  run (&session);
  n_calls = fault_disarm ();
  if (nth == 0 || fault >= FAULT_INTERRUPTED)
    {
      g_assert_cmpuint (session.n_errors, ==, 0);
      g_assert_cmpuint (session.acknowledged, ==, (1u << G_N_ELEMENTS (steps)) - 1);
    }
  if (session.library != NULL)
    {
      go_on (&session);
      np_library_close (session.library);
      g_assert_finalize_object (session.library);
    }
  check (&session, session.acknowledged != 0);
  session_clear (&session);
  return n_calls;
}

/* That something failed is said in the log as well, and is no news here. */
static void
quiet (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
  if (level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL))
    g_log_default_handler (domain, level, message, user_data);
}

/* NP_FAULTS=all tries every single call, NP_FAULTS=900 every single one from that on; without it every @EACH-th from
 * another beginning for each kind of fault, for a thousand sessions of a library take minutes. */
#define EACH 16

static void
test_fault (gconstpointer data)
{
  Fault fault = (Fault) (GPOINTER_TO_INT (data) & 0xff);
  gboolean last = GPOINTER_TO_INT (data) >> 8;
  const char *asked = g_getenv ("NP_FAULTS");
  guint n_calls = try_fault (fault, 0, FALSE), each = asked != NULL ? 1 : EACH;
  guint first = asked == NULL ? 1 + (guint) GPOINTER_TO_INT (data) % 7 : MAX (1, (guint) strtoul (asked, NULL, 10));

  g_log_set_default_handler (quiet, NULL);
  g_assert_cmpuint (n_calls, >, 150);
  for (guint nth = first; nth <= n_calls; nth += each)
    {
      g_test_message ("%s%s at call %u of %u", last ? "from here on, " : "", fault_to_string (fault), nth, n_calls);
      try_fault (fault, nth, last);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (int fault = 0; fault <= FAULT_LAST; fault++)
    for (int last = 0; last <= (fault <= FAULT_IO); last++)
      {
        g_autofree char *path =
            g_strdup_printf ("/library/faults/%s%s", fault_to_string ((Fault) fault), last ? "-for-good" : "");

        g_test_add_data_func (path, GINT_TO_POINTER (fault | last << 8), test_fault);
      }
  return g_test_run ();
}
