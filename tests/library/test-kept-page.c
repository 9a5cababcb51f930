/* All the text of a kept page: what the story has of it, and where the rest would go. */
#include "library/np-correct.h"
#include "library/np-kept-page.h"
#include "library/np-library-error.h"
#include "model/np-article-fields.h"
#include "open-library.h"
#include "saved-file.h"
#include "worker/np-worker-serve.h"

#include <string.h>
#include <unistd.h>

#define HEADLINE "Ferry returns to the north shore"
#define MISSING  "What the harbour master says about it stands in a box of the page."
#define HIDDEN   "This paragraph was hidden until somebody pressed a button, and no button was pressed."

typedef struct
{
  NpLibrary *library;
  char *id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char page[] =
      "<html><title>" HEADLINE
      "</title><nav><ul><li><a href=/>Home</a><li><a href=/s>Sport</a></ul></nav><article><h1>" HEADLINE
      "</h1>" SAVED_FILE_PARAGRAPH "<aside class=sidebar><p>" MISSING "</p></aside><h2>Notes</h2>" SAVED_FILE_PARAGRAPH
      "<p style='display:none'>" HIDDEN "</p></article><p>" MISSING "</p>"
      "<button>Notebook and other things</button><script>no ()</script>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  NpImport *import;

  fixture->library = open_library (NULL);
  import = np_library_import_bytes (fixture->library, bytes, "text/html", "Pasted", NULL);
  while (np_import_is_running (import))
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (np_import_get_error (import));
  fixture->id = g_strdup (np_import_get_story_id (import));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_library (fixture->library);
  g_free (fixture->id);
}

static const NpKeptPart *
find_part (GPtrArray *parts, const char *text)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_strcmp0 (((NpKeptPart *) parts->pdata[i])->block->text, text) == 0)
      return parts->pdata[i];
  return NULL;
}

static void
on_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) user_data = np_kept_page_list_finish (NP_LIBRARY (object), result, &error);
  g_assert_no_error (error);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) article = np_library_read_article (fixture->library, fixture->id, NULL), after = NULL;
  g_autoptr (GPtrArray) parts = NULL, blocks = g_ptr_array_new ();
  g_autoptr (NpChange) change = NULL, undone = NULL;
  g_autofree char *text = NULL, *back = NULL;
  const NpKeptPart *part;

  text = np_article_dup_text (article);
  g_assert_null (strstr (text, MISSING));
  np_kept_page_list_async (fixture->library, article, NULL, on_listed, &parts);
  while (parts == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_nonnull (find_part (parts, HEADLINE));
  g_assert_true (find_part (parts, HEADLINE)->present);
  g_assert_null (find_part (parts, "Home"));
  g_assert_null (find_part (parts, "Notebook and other things"));
  g_assert_null (find_part (parts, "no ()"));
  part = find_part (parts, HIDDEN);
  g_assert_nonnull (part);
  g_assert_false (part->present);
  part = find_part (parts, MISSING);
  g_assert_nonnull (part);
  g_assert_false (part->present);
  g_assert_cmpuint (part->after, ==, 0);

  g_ptr_array_add (blocks, part->block);
  change = np_correct_insert (article, part->after, blocks);
  g_assert_true (np_library_do (fixture->library, change, NULL));
  after = np_library_read_article (fixture->library, fixture->id, NULL);
  g_assert_cmpstr (((NpBlock *) after->body->pdata[1])->text, ==, MISSING);
  g_assert_true (np_article_get_edited (after) & NP_ARTICLE_BODY);
  undone = np_library_undo (fixture->library, NULL);
  g_assert_nonnull (undone);
  g_clear_pointer (&after, np_article_unref);
  after = np_library_read_article (fixture->library, fixture->id, NULL);
  back = np_article_dup_text (after);
  g_assert_cmpstr (back, ==, text);
}

static void
test_no_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) read = np_library_read_article (fixture->library, fixture->id, NULL);
  g_autoptr (NpArticle) article = np_article_copy (read);
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&article->provenance.page, g_free);
  parts = np_kept_page_list (fixture->library, article, NULL, &error);
  g_assert_null (parts);
  g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/kept-page/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/kept-page/no-page", Fixture, NULL, set_up, test_no_page, tear_down);
  return g_test_run ();
}
