#include "extract/np-page-kind.h"
#include "library/np-library-error.h"
#include "library/np-words.h"

#include <string.h>

/* What reading a page notes has words for people; what nobody knows is shown as it is. */
static void
test_diagnostics (void)
{
  static const char *const known[] = { "no headline was found", "photo not saved: the site has no such page" };
  g_autofree char *unknown = np_words_for_diagnostic ("the second page is missing");

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *words = np_words_for_diagnostic (known[i]);

      g_assert_cmpstr (words, !=, known[i]);
    }
  for (int kind = NP_PAGE_KIND_STORY; kind <= NP_PAGE_KIND_EMPTY; kind++)
    {
      const char *doubt = np_page_kind_get_doubt ((NpPageKind) kind);
      g_autofree char *words = doubt != NULL ? np_words_for_diagnostic (doubt) : NULL;

      g_assert_true (doubt == NULL || strcmp (words, doubt) != 0);
    }
  g_assert_cmpstr (unknown, ==, "the second page is missing");
}

static void
test_foreign_errors (void)
{
  static const struct
  {
    GIOErrorEnum from;
    const char *code;
  } rows[] = {
    { G_IO_ERROR_NOT_FOUND, "not-found" },          { G_IO_ERROR_IS_DIRECTORY, "is-folder" },
    { G_IO_ERROR_PERMISSION_DENIED, "permission" }, { G_IO_ERROR_NO_SPACE, "no-space" },
    { G_IO_ERROR_CANCELLED, "cancelled" },          { G_IO_ERROR_FAILED, "io" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = np_library_error_take (g_error_new (G_IO_ERROR, (int) rows[i].from, "the message"));

      g_assert_cmpstr (np_library_error_to_code (error), ==, rows[i].code);
      g_assert_cmpstr (error->message, ==, "the message");
    }
}

static void
test_changes (void)
{
  static const char *const ids[] = { "a", "b", NULL };

  for (int kind = NP_CHANGE_STAR; kind <= NP_CHANGE_IMPORT; kind++)
    {
      g_autoptr (NpChange) change = np_change_new_for_stories ((NpChangeKind) kind, ids);
      g_autofree char *done = np_words_for_change (change), *undo = np_words_for_undo (change);
      g_autofree char *redo = np_words_for_redo (change);

      g_assert_nonnull (done);
      g_assert_nonnull (strstr (done, "2 stories"));
      g_assert_true (g_str_has_prefix (undo, "Undo "));
      g_assert_nonnull (strstr (undo, "2 stories"));
      g_assert_true (g_str_has_prefix (redo, "Redo "));
    }
}

static void
test_damage (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new (), none = g_ptr_array_new ();
  g_autofree char *one = NULL, *two = NULL, *both = NULL, *later = NULL, *all = NULL,
                  *nothing = np_words_for_files (none, none, none);

  g_ptr_array_add (paths, (gpointer) "articles/2024/03/a.json");
  one = np_words_for_files (paths, none, none);
  g_ptr_array_add (paths, (gpointer) "articles/2024/03/b.json");
  two = np_words_for_files (paths, none, none);
  both = np_words_for_files (paths, paths, none);
  g_assert_nonnull (strstr (one, "1 damaged file "));
  g_assert_nonnull (strstr (one, "a.json"));
  g_assert_nonnull (strstr (two, "2 damaged files"));
  g_assert_nonnull (strstr (both, "Versions of 2 files"));
  g_assert_null (nothing);
  g_ptr_array_set_size (paths, 0);
  g_ptr_array_add (paths, (gpointer) "searches.json");
  later = np_words_for_files (none, none, paths);
  g_assert_nonnull (strstr (later, "“searches.json”"));
  g_ptr_array_add (paths, (gpointer) "topics.json");
  all = np_words_for_files (none, none, paths);
  g_assert_nonnull (strstr (all, "this library"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/words/foreign-errors", test_foreign_errors);
  g_test_add_func ("/library/words/diagnostics", test_diagnostics);
  g_test_add_func ("/library/words/changes", test_changes);
  g_test_add_func ("/library/words/damage", test_damage);
  return g_test_run ();
}
