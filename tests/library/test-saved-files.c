/* Pages saved with their photos in one file become stories with their photos, without the network. */
#include "library/np-library.h"
#include "saved-file.h"
#include "worker/np-worker-serve.h"

#include <string.h>
#include <unistd.h>

static NpImport *
import_file (NpLibrary *library, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  NpImport *import;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  import = np_library_import_file (library, path, NULL);
  while (np_import_is_running (import))
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (np_import_get_error (import));
  g_assert_cmpint (np_import_get_step (import), ==, NP_IMPORT_DONE);
  return import;
}

static void
assert_photo (NpLibrary *library, const NpFigure *figure, GBytes *photo)
{
  g_autofree char *path = NULL, *data = NULL;
  gsize size;

  g_assert_nonnull (figure->file);
  path = np_library_get_file (library, figure->file);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_assert_cmpmem (data, size, g_bytes_get_data (photo, NULL), g_bytes_get_size (photo));
}

static void
test_saved_files (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "library", NULL);
  g_autoptr (GBytes) first = saved_file_make_photo (800, 600, 1), second = saved_file_make_photo (640, 480, 2);
  g_autofree char *data = saved_file_to_base64 (second, FALSE), *mhtml = saved_file_make_mhtml (first, second);
  g_autofree char *single = g_strconcat (
      "<html><!--\n Page saved with SingleFile \n url: https://news.example/other \n--><article><h1>"
      "Another headline of some words</h1>" SAVED_FILE_PARAGRAPH "<figure><img src=\"data:image/png;base64,",
      data, "\"><figcaption>The square. (Photo: C. Example/AP)</figcaption></figure>" SAVED_FILE_PARAGRAPH, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = NULL;
  NpLibrary *library = np_library_open (folder, NP_LIBRARY_NONE, &error);
  const NpFigure *figure;

  g_assert_no_error (error);
  article = np_library_read_article (library, np_import_get_story_id (import_file (library, "a.mhtml", mhtml)), NULL);
  g_assert_cmpstr (article->url, ==, "https://news.example/2018/rain");
  g_assert_cmpuint (article->diagnostics->len, ==, 0);
  g_assert_cmpuint (article->figures->len, ==, 2);
  assert_photo (library, article->figures->pdata[0], first);
  assert_photo (library, article->figures->pdata[1], second);
  figure = article->figures->pdata[0];
  g_assert_cmpstr (figure->credit, ==, "B. Example/AP");
  g_assert_cmpuint (figure->width, ==, 800);

  g_clear_pointer (&article, np_article_unref);
  article = np_library_read_article (library, np_import_get_story_id (import_file (library, "b.html", single)), NULL);
  g_assert_cmpstr (article->url, ==, "https://news.example/other");
  g_assert_cmpuint (article->figures->len, ==, 1);
  assert_photo (library, article->figures->pdata[0], second);
  np_library_close (library);
  g_assert_finalize_object (library);
}

/* Whoever has no room for photos has their captions and credits all the same, and no trace of this computer. */
static void
test_without_photos (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "library", NULL);
  g_autofree char *media = g_build_filename (folder, "media", NULL);
  g_autoptr (GBytes) first = saved_file_make_photo (800, 600, 1), second = saved_file_make_photo (640, 480, 2);
  g_autofree char *mhtml = saved_file_make_mhtml (first, second);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = NULL;
  NpLibrary *library = np_library_open (folder, NP_LIBRARY_NONE, &error);
  const NpFigure *figure;

  g_assert_no_error (error);
  np_library_set_photos (library, FALSE);
  article = np_library_read_article (library, np_import_get_story_id (import_file (library, "a.mhtml", mhtml)), NULL);
  g_assert_cmpuint (article->figures->len, ==, 2);
  figure = article->figures->pdata[0];
  g_assert_cmpstr (figure->credit, ==, "B. Example/AP");
  g_assert_null (figure->file);
  g_assert_true (figure->source == NULL || g_str_has_prefix (figure->source, "http"));
  g_assert_false (g_file_test (media, G_FILE_TEST_EXISTS));
  np_library_close (library);
  g_assert_finalize_object (library);
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/saved-files", test_saved_files);
  g_test_add_func ("/library/without-photos", test_without_photos);
  return g_test_run ();
}
