/* The index of a check: a story that it has otherwise than the file, one that it has and that is nowhere, one that it
 * has not. It is mended by reading the files. */
#include "library/np-check.h"
#include "library/np-library-parts.h"
#include "open-library.h"
#include "random-change.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define N_STORIES 3

typedef struct
{
  char *folder;
  char *path; /* of one story, relative */
  char *id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, NULL);
  g_autoptr (GPtrArray) stories = NULL;
  NpLibrary *library;

  fixture->folder = g_build_filename (g_get_user_data_dir (), "library", NULL);
  random_library_new (fixture->folder, N_STORIES);
  library = open_library (fixture->folder);
  stories = np_library_find_stories (library, query, G_MAXUINT, NULL);
  g_assert_cmpuint (stories->len, ==, N_STORIES);
  fixture->path = g_strdup (np_story_get_path (stories->pdata[1]));
  fixture->id = g_strdup (np_story_get_id (stories->pdata[1]));
  close_library (library);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->id);
}

/* As a backup does that is brought back: of the same size and time, with another headline. */
static void
change_unseen (Fixture *fixture)
{
  g_autofree char *file = g_build_filename (fixture->folder, fixture->path, NULL), *text = NULL;
  struct timespec stamps[2];
  GStatBuf info;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_cmpint (g_stat (file, &info), ==, 0);
  stamps[0] = info.st_atim;
  stamps[1] = info.st_mtim;
  memcpy (strstr (text, "\"Story "), "\"Other ", strlen ("\"Story "));
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, file, stamps, 0), ==, 0);
}

/* Gives the paths of what is wrong with the index, and how many were mended. */
static char *
check (Fixture *fixture, NpLibrary *library, NpCheckMode mode, guint *mended)
{
  g_autoptr (GError) error = NULL;
  guint n_stories;
  g_autoptr (GPtrArray) findings = np_check_library (library, mode, &n_stories, NULL, NULL, NULL, &error);
  GString *paths = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (n_stories, ==, N_STORIES);
  *mended = 0;
  for (guint i = 0; i < findings->len; i++)
    {
      const NpCheckFinding *finding = findings->pdata[i];

      g_assert_cmpint (finding->kind, ==, NP_CHECK_INDEX);
      g_string_append (paths, finding->path);
      *mended += finding->mended;
    }
  return g_string_free (paths, FALSE);
}

/* What the index has is brought out of step behind its back, is found, mended and whole after that. */
static void
test_mend (Fixture *fixture, gconstpointer data)
{
  const char *expected = data == NULL ? fixture->path : data;
  NpLibrary *library = open_library (fixture->folder);
  NpIndex *index = np_catalog_get_index (np_library_get_catalog (library));
  g_autofree char *found = NULL, *again = NULL, *left = NULL;
  g_autoptr (NpStory) story = NULL;
  guint mended;

  if (data == NULL)
    g_assert_true (np_index_remove (index, fixture->id, NULL));
  else
    {
      NpIndexFile file = { data, 10, 10, FALSE };
      g_autoptr (NpArticle) article = np_article_new ();

      article->id = g_strdup ("00000000-0000-4000-8000-000000000001");
      g_assert_true (np_index_put (index, article, &file, NULL));
    }
  found = check (fixture, library, NP_CHECK_ONLY, &mended);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (mended, ==, 0);
  again = check (fixture, library, NP_CHECK_REPAIR, &mended);
  left = check (fixture, library, NP_CHECK_ONLY, &mended);
  g_assert_cmpstr (left, ==, "");
  story = np_index_find_story (index, fixture->id, NULL);
  g_assert_cmpstr (np_story_get_path (story), ==, fixture->path);
  close_library (library);
}

static void
test_unseen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = NULL, *again = NULL, *left = NULL;
  g_autoptr (NpStory) story = NULL;
  NpLibrary *library;
  guint mended;

  change_unseen (fixture);
  library = open_library (fixture->folder);
  found = check (fixture, library, NP_CHECK_ONLY, &mended);
  g_assert_cmpstr (found, ==, fixture->path);
  again = check (fixture, library, NP_CHECK_REPAIR, &mended);
  g_assert_cmpstr (again, ==, fixture->path);
  g_assert_cmpuint (mended, ==, 1);
  left = check (fixture, library, NP_CHECK_ONLY, &mended);
  g_assert_cmpstr (left, ==, "");
  story = np_library_find_story (library, fixture->id, NULL);
  g_assert_true (g_str_has_prefix (np_story_get_headline (story), "Other "));
  close_library (library);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/library/check-index/missing", Fixture, NULL, set_up, test_mend, tear_down);
  g_test_add ("/library/check-index/nowhere", Fixture, "articles/2020/01/nowhere-00000000.json", set_up, test_mend,
              tear_down);
  g_test_add ("/library/check-index/unseen", Fixture, NULL, set_up, test_unseen, tear_down);
  return g_test_run ();
}
