/* Stories for other programs: what they hold, how their files are called, and what is left of them. */
#include "fixture.h"
#include "library/np-library-error.h"
#include "library/np-share.h"
#include "worker/np-worker-serve.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#define TEXT                                                                                                           \
  "%s\n\nThe town's engineer said on Tuesday that it had taken eleven years, and that nobody would have believed it "  \
  "at the beginning, least of all the people of the harbour.\n\nIt was to come in 2015. Two builders went bankrupt."

static char *
add_story (Fixture *fixture, const char *headline)
{
  g_autofree char *text = g_strdup_printf (TEXT, headline);
  NpImport *import = fixture_import_text (fixture, text, NULL);

  return g_strdup (np_import_get_story_id (import));
}

static char *
share (Fixture *fixture, const char *const *ids, NpShareForm form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = np_share_stories (fixture->library, ids, form, NULL, &error);
  gsize length;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &length);
  return g_strndup (data, length);
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = add_story (fixture, "Harbour bridge to open in June"),
                  *second = add_story (fixture, "The last ferry & bus");
  const char *const both[] = { first, second, NULL }, *const one[] = { second, NULL };
  g_autofree char *text = share (fixture, both, NP_SHARE_TEXT), *html = share (fixture, one, NP_SHARE_HTML);

  g_assert_true (g_str_has_prefix (text, "Harbour bridge to open in June\n"));
  g_assert_nonnull (strstr (text, "Two builders went bankrupt.\n\nThe last ferry & bus\n"));
  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>"));
  g_assert_nonnull (strstr (html, "<h1>The last ferry &amp; bus</h1>"));
  g_assert_nonnull (strstr (html, "least of all the people of the harbour.</p>"));
}

/* The page is whole in itself: its photos are in it, with caption and credit. */
static void
test_photo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *page = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", "strait-opens.html", NULL);
  NpImport *import = np_library_import_file (fixture->library, page, NULL);
  const char *ids[] = { NULL, NULL };
  g_autofree char *html = NULL;

  fixture_wait (import);
  ids[0] = np_import_get_story_id (import);
  html = share (fixture, ids, NP_SHARE_HTML);
  g_assert_nonnull (strstr (html, "<figure><img src=\"data:image/jpeg;base64,/9j/"));
  g_assert_null (strstr (html, "<img src=\"http"));
  g_assert_nonnull (strstr (html, "<figcaption><span>"));
  g_assert_nonnull (strstr (html, "<small>Piet Varga/Tidewater Press</small>"));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[][2] = {
    { "Harbour bridge to open in June", "Harbour bridge to open in June.html" },
    { "../../etc/passwd is read: 50% agree", "etc passwd is read: 50% agree.html" },
    { "日本の橋が六月に開通する", "日本の橋が六月に開通する.html" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = add_story (fixture, rows[i][0]), *list = NULL, *content = NULL;
      const char *const twice[] = { id, id, NULL };
      g_auto (GStrv) lines = NULL;

      g_test_message ("%s", rows[i][0]);
      list = share (fixture, twice, NP_SHARE_FILES);
      lines = g_uri_list_extract_uris (list);
      g_assert_cmpuint (g_strv_length (lines), ==, 2);
      for (guint n = 0; n < 2; n++)
        {
          g_autofree char *path = g_filename_from_uri (lines[n], NULL, NULL), *name = g_path_get_basename (path);
          g_autofree char *folder = g_path_get_dirname (path), *above = g_path_get_dirname (folder);

          g_assert_true (g_str_has_suffix (above, "newsprint/dragged"));
          if (n == 0)
            g_assert_cmpstr (name, ==, rows[i][1]);
          else
            g_assert_true (g_str_has_suffix (name, " (2).html"));
          g_free (content);
          g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
          g_assert_true (g_str_has_prefix (content, "<!DOCTYPE html>"));
        }
    }
}

/* What was taken a day ago is gone the next time; what was taken just now stays. */
static void
test_old (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_story (fixture, "Harbour bridge to open in June");
  const char *const ids[] = { id, NULL };
  g_autofree char *first = share (fixture, ids, NP_SHARE_FILES), *second = share (fixture, ids, NP_SHARE_FILES);
  g_auto (GStrv) old = g_uri_list_extract_uris (first), young = g_uri_list_extract_uris (second);
  g_autofree char *old_path = g_filename_from_uri (old[0], NULL, NULL), *folder = g_path_get_dirname (old_path);
  g_autofree char *young_path = g_filename_from_uri (young[0], NULL, NULL), *third = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  struct utimbuf then = { (time_t) (now - 100000), (time_t) (now - 100000) };

  g_assert_cmpint (utime (folder, &then), ==, 0);
  third = share (fixture, ids, NP_SHARE_FILES);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (young_path, G_FILE_TEST_EXISTS));
}

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  const char *const ids[] = { "3f2a9c1e-0000-4000-8000-000000000001", NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (np_share_stories (fixture->library, ids, NP_SHARE_TEXT, NULL, &error));
  g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_STORY);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (np_share_stories (fixture->library, ids, NP_SHARE_FILES, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  FIXTURE_TEST ("/library/share/forms", test_forms);
  FIXTURE_TEST ("/library/share/photo", test_photo);
  FIXTURE_TEST ("/library/share/names", test_names);
  FIXTURE_TEST ("/library/share/old", test_old);
  FIXTURE_TEST ("/library/share/errors", test_errors);
  return g_test_run ();
}
