/* What goes for good, and what stays. */
#include "library/np-trash.h"

#include "store/np-store.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_STORIES 4

typedef struct
{
  char *folder;
  NpLibrary *library;
  char *ids[N_STORIES + 1];
  char *own, *shared, *page; /* files: of story 0; of 0, 1 and 3; of 0 and 1 */
} Fixture;

/* Story 0 has a photo and a page of its own, story 1 shares with it, story 3 shares one photo with both. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpStore) store = NULL;
  g_autoptr (GBytes) own = g_bytes_new_static ("own", 3), shared = g_bytes_new_static ("shared", 6);
  g_autoptr (GBytes) page = g_bytes_new_static ("page", 4);

  fixture->folder = g_dir_make_tmp ("np-trash-XXXXXX", NULL);
  store = np_store_open (fixture->folder, NP_STORE_NONE, NULL);
  fixture->own = np_store_add_media (store, own, "jpg", NULL);
  fixture->shared = np_store_add_media (store, shared, "jpg", NULL);
  fixture->page = np_store_add_page (store, page, NULL);
  for (guint i = 0; i < N_STORIES; i++)
    {
      g_autoptr (NpArticle) article = np_article_new ();
      g_autofree char *path = NULL;
      const char *const files[] = { i == 0 ? fixture->own : NULL, i != 2 ? fixture->shared : NULL };

      article->headline = g_strdup_printf ("Story %u", i);
      for (guint j = 0; j < G_N_ELEMENTS (files); j++)
        if (files[j] != NULL)
          {
            NpFigure *figure = np_figure_new ();

            figure->file = g_strdup (files[j]);
            np_article_add_figure (article, figure);
          }
      article->provenance.page = g_strdup (i < 2 ? fixture->page : NULL);
      path = np_store_add_article (store, article, NULL);
      g_assert_nonnull (path);
      fixture->ids[i] = g_strdup (article->id);
    }
  g_clear_object (&store);
  fixture->library = np_library_open (fixture->folder, NP_LIBRARY_NONE, NULL);
  g_assert_true (np_library_refresh (fixture->library, FALSE, NULL, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  np_library_close (fixture->library);
  g_assert_finalize_object (fixture->library);
  for (guint i = 0; i < N_STORIES; i++)
    g_free (fixture->ids[i]);
  g_free (fixture->own);
  g_free (fixture->shared);
  g_free (fixture->page);
  g_free (fixture->folder);
}

static void
move_to_trash (Fixture *fixture, guint first, guint n)
{
  const char *ids[N_STORIES + 1] = { NULL };
  g_autoptr (NpChange) change = NULL;

  for (guint i = 0; i < n; i++)
    ids[i] = fixture->ids[first + i];
  change = np_change_new_for_stories (NP_CHANGE_TRASH, ids);
  g_assert_true (np_library_do (fixture->library, change, NULL));
}

static gboolean
is_there (Fixture *fixture, const char *file)
{
  g_autofree char *path = np_library_get_file (fixture->library, file);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* What was told before is what goes. */
static void delete (Fixture *fixture, const char *const *ids, guint stories, guint files)
{
  NpTrashResult told, gone;
  g_autoptr (GError) error = NULL;

  g_assert_true (np_trash_weigh (fixture->library, ids, &told, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (np_trash_delete (fixture->library, ids, &gone, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (gone.stories, ==, stories);
  g_assert_cmpuint (gone.files, ==, files);
  g_assert_cmpuint (told.stories, ==, gone.stories);
  g_assert_cmpuint (told.files, ==, gone.files);
  g_assert_cmpuint (told.bytes, ==, gone.bytes);
  g_assert_true ((gone.bytes > 0) == (stories > 0));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  NpCounts counts;

  move_to_trash (fixture, 0, 3);
  delete (fixture, NULL, 3, 2);
  g_assert_false (is_there (fixture, fixture->own));
  g_assert_false (is_there (fixture, fixture->page));
  g_assert_true (is_there (fixture, fixture->shared));
  np_library_get_counts (fixture->library, &counts);
  g_assert_cmpuint (counts.trash, ==, 0);
  g_assert_cmpuint (counts.all, ==, 1);
  delete (fixture, NULL, 0, 0);
}

/* What is named by a story that stays, be it in the trash, stays. What is not in the trash is not touched. */
static void
test_one (Fixture *fixture, gconstpointer data)
{
  const char *first[] = { fixture->ids[0], fixture->ids[3], "no such story", NULL };
  g_autoptr (NpChange) restore = NULL;
  const char *second[] = { fixture->ids[1], NULL };

  move_to_trash (fixture, 0, 2);
  delete (fixture, first, 1, 1);
  g_assert_false (is_there (fixture, fixture->own));
  g_assert_true (is_there (fixture, fixture->page));
  restore = np_change_new_for_stories (NP_CHANGE_RESTORE, second);
  g_assert_true (np_library_do (fixture->library, restore, NULL));
  delete (fixture, second, 0, 0);
  g_assert_true (is_there (fixture, fixture->page) && is_there (fixture, fixture->shared));
}

/* As long as a story cannot be read, nobody knows what it names. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpStory) story = np_library_find_story (fixture->library, fixture->ids[3], NULL);
  g_autofree char *file = np_library_get_file (fixture->library, np_story_get_path (story));

  move_to_trash (fixture, 0, 3);
  g_assert_true (g_file_set_contents (file, "{ \"format\": \"newsprint-article\", \"version\": 99 }", -1, NULL));
  delete (fixture, NULL, 3, 0);
  g_assert_true (is_there (fixture, fixture->own) && is_there (fixture, fixture->page));
}

/* What was done with stories that are gone is passed over by undo. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  NpCounts counts;
  const char *other[] = { fixture->ids[3], NULL };
  g_autoptr (NpChange) star = np_change_new_for_stories (NP_CHANGE_STAR, other);

  g_assert_true (np_library_do (fixture->library, star, NULL));
  move_to_trash (fixture, 0, 2);
  delete (fixture, NULL, 2, 2);
  for (;;)
    {
      g_autoptr (NpChange) undone = np_library_undo (fixture->library, &error);

      g_assert_no_error (error);
      if (undone == NULL)
        break;
    }
  np_library_get_counts (fixture->library, &counts);
  g_assert_cmpuint (counts.all, ==, 2);
  g_assert_cmpuint (counts.starred, ==, 0);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (np_trash_delete_finish (NP_LIBRARY (source), result, user_data, NULL));
}

static void
weighed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (np_trash_weigh_finish (NP_LIBRARY (source), result, user_data, NULL));
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (np_trash_weigh_finish (NP_LIBRARY (source), result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) user_data = TRUE;
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  NpTrashResult told = { 0 }, gone = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean cancelled = FALSE;

  move_to_trash (fixture, 0, 2);
  np_trash_weigh_async (fixture->library, NULL, cancellable, cancelled_cb, &cancelled);
  g_cancellable_cancel (cancellable);
  np_trash_weigh_async (fixture->library, NULL, NULL, weighed_cb, &told);
  while (told.stories == 0 || !cancelled)
    g_main_context_iteration (NULL, TRUE);
  np_trash_delete_async (fixture->library, NULL, deleted_cb, &gone);
  while (gone.stories == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (told.bytes, ==, gone.bytes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/library/trash/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("empty", test_empty);
  ADD ("one", test_one);
  ADD ("unreadable", test_unreadable);
  ADD ("undo", test_undo);
  ADD ("async", test_async);
  return g_test_run ();
}
