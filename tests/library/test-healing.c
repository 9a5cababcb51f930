/* The index falls behind, is damaged, or names what is not there: the lists come right by themselves. */
#include "library/np-library.h"
#include "worker/np-worker-serve.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/capability.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define N_STORIES 40

typedef struct
{
  char *folder;
  NpLibrary *library;
  double progress; /* of the last "rebuilding" */
  GPtrArray *ids;
} Fixture;

static void
on_rebuilding (NpLibrary *library, double progress, gpointer data)
{
  ((Fixture *) data)->progress = progress;
}

static void
open_library (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->library = np_library_open (fixture->folder, NP_LIBRARY_NONE, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->library, "rebuilding", G_CALLBACK (on_rebuilding), fixture);
}

static void
close_library (Fixture *fixture)
{
  np_library_close (fixture->library);
  g_assert_finalize_object (fixture->library);
}

static void
import_story (Fixture *fixture, guint number)
{
  g_autofree char *text = g_strdup_printf ("Ferry number %u returns to the north shore\n\n"
                                           "The ferry to Lindholm will run again, the council said on day %u. It had "
                                           "been stopped when the old pier was closed.\n\nTickets go on sale soon.\n",
                                           number, number);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  NpImport *import = np_library_import_bytes (fixture->library, bytes, "text/plain", "Pasted", NULL);

  while (np_import_is_running (import))
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (np_import_get_error (import));
  g_ptr_array_add (fixture->ids, g_strdup (np_import_get_story_id (import)));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_build_filename (g_get_user_data_dir (), "library", NULL);
  fixture->ids = g_ptr_array_new_with_free_func (g_free);
  fixture->progress = -1;
  open_library (fixture);
  g_assert_true (np_library_refresh (fixture->library, FALSE, NULL, &error));
  for (guint i = 0; i < N_STORIES; i++)
    import_story (fixture, i);
  /* opened again, so that all is in the index's file and nothing in memory */
  close_library (fixture);
  open_library (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_library (fixture);
  g_ptr_array_unref (fixture->ids);
  g_free (fixture->folder);
}

static guint
count (Fixture *fixture, const char *search)
{
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, search);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stories = np_library_find_stories (fixture->library, query, G_MAXUINT, &error);

  g_assert_no_error (error);
  return stories->len;
}

static char *
get_file (Fixture *fixture, const char *id)
{
  g_autoptr (NpStory) story = np_library_find_story (fixture->library, id, NULL);

  return np_library_get_file (fixture->library, np_story_get_path (story));
}

typedef enum
{
  WHOLE,
  BEGINNING,
  TAIL,
  CUT
} Damage;

/* In place: whoever has the file open sees it. */
static void
damage_index (Fixture *fixture, Damage damage)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "newsprint", np_library_get_id (fixture->library),
                                            "index.sqlite", NULL);
  g_autofree char *noise = g_malloc (1 << 20);
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  struct stat info;
  gsize start, size;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (fstat (fd, &info), ==, 0);
  g_assert_cmpint (info.st_size, <, 1 << 20);
  memset (noise, 0xA5, 1 << 20);
  start = damage == TAIL ? 4096 : 0;
  size = damage == BEGINNING ? 4096 : (gsize) info.st_size - start;
  if (damage == CUT)
    g_assert_cmpint (ftruncate (fd, 0), ==, 0);
  else
    g_assert_cmpint (pwrite (fd, noise, size, (off_t) start), ==, size);
  close (fd);
}

static const Damage damages[] = { WHOLE, BEGINNING, TAIL, CUT };

/* A list in the window, while the library runs. */
static void
test_damaged_list (Fixture *fixture, gconstpointer data)
{
  const Damage *damage = data;
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, NULL);
  g_autoptr (NpQuery) search = np_query_new (NP_PLACE_ALL, NULL, "\"old pier\"");
  g_autoptr (NpStoryList) list = NULL;

  damage_index (fixture, *damage);
  list = np_library_list_stories (fixture->library, query);
  while (np_story_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  np_story_list_set_query (list, search);
  np_library_start (fixture->library);
  while (np_story_list_is_loading (list) || g_list_model_get_n_items (G_LIST_MODEL (list)) < N_STORIES
         || (fixture->progress >= 0 && fixture->progress < 1))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (fixture->progress, ==, 1);
  for (guint i = 0; i < N_STORIES; i++)
    {
      g_autoptr (NpStory) story = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_nonnull (np_story_get_headline (story));
    }
  import_story (fixture, N_STORIES);
  g_assert_cmpuint (count (fixture, "ferry "), ==, N_STORIES + 1);
}

/* The command line asks and waits. */
static void
test_damaged_find (Fixture *fixture, gconstpointer data)
{
  damage_index (fixture, *(const Damage *) data);
  g_assert_cmpuint (count (fixture, "ferry "), ==, N_STORIES);
  g_assert_cmpuint (count (fixture, NULL), ==, N_STORIES);
}

/* What a list still shows from before keeps its row for itself. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpStory) before = np_library_find_story (fixture->library, fixture->ids->pdata[0], NULL), after = NULL;
  g_autoptr (GError) error = NULL;

  damage_index (fixture, WHOLE);
  g_assert_cmpuint (count (fixture, NULL), ==, N_STORIES);
  after = np_library_find_story (fixture->library, fixture->ids->pdata[0], NULL);
  g_assert_cmpint (np_story_get_row (after), >, N_STORIES);
  g_assert_cmpint (np_story_get_row (before), <=, N_STORIES);
  g_assert_true (np_library_refresh (fixture->library, FALSE, NULL, &error));
  g_assert_no_error (error);
}

/* Whether folders without permission can be looked into; root can, unless it does without for a while. */
static void
set_privileged (gboolean privileged)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct caps[2];
  const guint32 mask = 1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH;

  g_assert_cmpint (syscall (SYS_capget, &header, caps), ==, 0);
  caps[0].effective = privileged ? caps[0].permitted : caps[0].effective & ~mask;
  g_assert_cmpint (syscall (SYS_capset, &header, caps), ==, 0);
}

/* Folders that cannot be looked into: nothing is taken for deleted, and what was seen is there. */
static void
test_unreadable_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = get_file (fixture, fixture->ids->pdata[0]), *month = g_path_get_dirname (file);
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "articles", "1999", NULL);
  g_autofree char *moved = g_build_filename (elsewhere, "moved.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);
  g_assert_cmpint (g_rename (file, moved), ==, 0);
  g_assert_cmpint (g_chmod (month, 0), ==, 0);
  set_privileged (FALSE);
  for (guint rebuild = 0; rebuild < 2; rebuild++)
    {
      g_autoptr (NpStory) story = NULL;

      g_assert_false (np_library_refresh (fixture->library, rebuild != 0, NULL, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      g_assert_cmpuint (count (fixture, "ferry "), ==, N_STORIES);
      story = np_library_find_story (fixture->library, fixture->ids->pdata[0], NULL);
      g_assert_cmpstr (np_story_get_path (story), ==, "articles/1999/moved.json");
    }
  set_privileged (TRUE);
  g_assert_cmpint (g_chmod (month, 0700), ==, 0);
  g_assert_true (np_library_refresh (fixture->library, FALSE, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, "ferry "), ==, N_STORIES);
}

/* Others move a file and delete another. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = get_file (fixture, fixture->ids->pdata[0]);
  g_autofree char *other = get_file (fixture, fixture->ids->pdata[1]);
  g_autofree char *moved = g_build_filename (fixture->folder, "articles", "moved.json", NULL);
  g_autoptr (NpStory) story = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (file, moved), ==, 0);
  g_assert_cmpint (g_unlink (other), ==, 0);
  g_assert_true (np_library_refresh (fixture->library, FALSE, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, NULL), ==, N_STORIES - 1);
  story = np_library_find_story (fixture->library, fixture->ids->pdata[0], NULL);
  g_assert_cmpstr (np_story_get_path (story), ==, "articles/moved.json");
}

/* A story is opened whose file is not there any more, or is not what it was. */
static void
test_ghost (Fixture *fixture, gconstpointer data)
{
  g_autofree char *gone = get_file (fixture, fixture->ids->pdata[0]);
  g_autofree char *broken = get_file (fixture, fixture->ids->pdata[1]);
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, NULL);
  g_autoptr (NpStoryList) list = np_library_list_stories (fixture->library, query);
  g_autoptr (GError) error = NULL;

  np_library_start (fixture->library);
  while (np_story_list_is_loading (list) || g_list_model_get_n_items (G_LIST_MODEL (list)) < N_STORIES)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_unlink (gone), ==, 0);
  g_assert_true (g_file_set_contents (broken, "{ \"format\": \"newsprint-art", -1, NULL));
  for (guint i = 0; i < 2; i++)
    {
      const char *ids[] = { fixture->ids->pdata[i], NULL };
      g_autoptr (NpChange) star = np_change_new_for_stories (NP_CHANGE_STAR, ids);

      if (i == 0)
        g_assert_null (np_library_read_article (fixture->library, ids[0], &error));
      else
        g_assert_false (np_library_do (fixture->library, star, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      while (g_list_model_get_n_items (G_LIST_MODEL (list)) > N_STORIES - 1 - i)
        g_main_context_iteration (NULL, TRUE);
      g_assert_null (np_library_find_story (fixture->library, ids[0], NULL));
    }
  g_assert_cmpuint (count (fixture, "ferry "), ==, N_STORIES - 2);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "whole", "beginning", "tail", "cut" };

  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, func) g_test_add ("/library/healing/" path, Fixture, NULL, set_up, func, tear_down)
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *list = g_strconcat ("/library/healing/list/", names[i], NULL);
      g_autofree char *find = g_strconcat ("/library/healing/find/", names[i], NULL);

      g_test_add (list, Fixture, &damages[i], set_up, test_damaged_list, tear_down);
      g_test_add (find, Fixture, &damages[i], set_up, test_damaged_find, tear_down);
    }
  ADD ("rows", test_rows);
  ADD ("unreadable-folder", test_unreadable_folder);
  ADD ("moved", test_moved);
  ADD ("ghost", test_ghost);
  return g_test_run ();
}
