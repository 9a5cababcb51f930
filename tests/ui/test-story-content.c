/* What other programs get of stories that are dragged to them: every format that is offered holds what it says. Needs
 * no display. */
#include "ui/np-drag.h"
#include "ui/np-story-content.h"
#include "worker/np-worker-serve.h"

#include <string.h>
#include <unistd.h>

#define TEXT                                                                                                           \
  "The town's engineer said on Tuesday that it had taken eleven years, and that nobody would have believed it at the " \
  "beginning.\n\nIt was to come in 2015. Two builders went bankrupt, and a winter storm took what was there."

typedef struct
{
  NpLibrary *library;
  GPtrArray *stories;
} Fixture;

/* One story from an address, and one that was pasted. */
static void
add_story (Fixture *fixture, const char *address, const char *headline)
{
  g_autofree char *text = g_strdup_printf ("%s\n\n%s", headline, TEXT);
  g_autofree char *page = g_strdup_printf ("<!doctype html><title>%s</title><link rel=canonical href='%s'><article><h1>"
                                           "%s</h1><p>%s</p><p>%s</p></article>",
                                           headline, address, headline, TEXT, TEXT);
  g_autoptr (GBytes) bytes = address != NULL ? g_bytes_new (page, strlen (page)) : g_bytes_new (text, strlen (text));
  NpImport *import =
      np_library_import_bytes (fixture->library, bytes, address != NULL ? "text/html" : "text/plain", headline, NULL);
  NpStory *story;

  while (np_import_is_running (import))
    g_main_context_iteration (NULL, TRUE);
  story = np_library_find_story (fixture->library, np_import_get_story_id (import), NULL);
  g_assert_nonnull (story);
  g_ptr_array_add (fixture->stories, story);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "library", NULL);

  fixture->library = np_library_open (folder, NP_LIBRARY_NONE, NULL);
  g_assert_nonnull (fixture->library);
  np_library_start (fixture->library);
  fixture->stories = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->stories);
  np_library_close (fixture->library);
  g_object_unref (fixture->library);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static GBytes *
read_as (GdkContentProvider *provider, const char *mime_type)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean done = FALSE;

  gdk_content_provider_write_mime_type_async (provider, mime_type, stream, G_PRIORITY_DEFAULT, NULL, written_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
read_text (GdkContentProvider *provider, const char *mime_type)
{
  g_autoptr (GBytes) bytes = read_as (provider, mime_type);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

static char *
dup_formats (GdkContentProvider *provider)
{
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (provider);
  gsize n;
  const char *const *types = gdk_content_formats_get_mime_types (formats, &n);

  return types != NULL ? g_strjoinv (" ", (char **) types) : g_strdup ("");
}

static void
test_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autofree char *formats = NULL, *list = NULL, *html = NULL, *text = NULL, *mozilla = NULL, *path = NULL,
                  *content = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (GBytes) wide = NULL;

  add_story (fixture, "https://news.example/bridge", "Harbour bridge to open");
  provider = np_drag_provide_stories (fixture->library, fixture->stories, NULL);
  formats = dup_formats (provider);
  g_assert_cmpstr (formats, ==, "text/x-moz-url text/uri-list text/html text/plain;charset=utf-8 text/plain");
  wide = read_as (provider, "text/x-moz-url");
  mozilla = g_utf16_to_utf8 (g_bytes_get_data (wide, NULL), (glong) g_bytes_get_size (wide) / 2, NULL, NULL, NULL);
  g_assert_cmpstr (mozilla, ==, "https://news.example/bridge\nHarbour bridge to open");
  text = read_text (provider, "text/plain;charset=utf-8");
  g_assert_true (g_str_has_prefix (text, "Harbour bridge to open\n"));
  g_assert_nonnull (strstr (text, "https://news.example/bridge\n"));
  g_assert_nonnull (strstr (text, "eleven years"));
  html = read_text (provider, "text/html");
  g_assert_nonnull (strstr (html, "<h1>Harbour bridge to open</h1>"));
  list = read_text (provider, "text/uri-list");
  files = g_uri_list_extract_uris (list);
  g_assert_cmpuint (g_strv_length (files), ==, 1);
  path = g_filename_from_uri (files[0], NULL, NULL);
  g_assert_true (g_str_has_suffix (path, "/Harbour bridge to open.html"));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, html);
}

/* Several have no one address. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autofree char *formats = NULL, *list = NULL, *text = NULL;
  g_auto (GStrv) files = NULL;

  add_story (fixture, "https://news.example/bridge", "Harbour bridge to open");
  add_story (fixture, NULL, "The last ferry sails");
  provider = np_drag_provide_stories (fixture->library, fixture->stories, NULL);
  formats = dup_formats (provider);
  g_assert_cmpstr (formats, ==, "text/uri-list text/html text/plain;charset=utf-8 text/plain");
  list = read_text (provider, "text/uri-list");
  files = g_uri_list_extract_uris (list);
  g_assert_cmpuint (g_strv_length (files), ==, 2);
  text = read_text (provider, "text/plain");
  g_assert_nonnull (strstr (text, "Harbour bridge to open\n"));
  g_assert_nonnull (strstr (text, "The last ferry sails\n"));
}

/* Nothing is made before somebody asks for it. */
static void
test_lazy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "newsprint", "dragged", NULL), *text = NULL;

  add_story (fixture, NULL, "The last ferry sails");
  provider = np_drag_provide_stories (fixture->library, fixture->stories, NULL);
  text = read_text (provider, "text/plain");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/story-content/one", Fixture, NULL, set_up, test_one, tear_down);
  g_test_add ("/story-content/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/story-content/lazy", Fixture, NULL, set_up, test_lazy, tear_down);
  return g_test_run ();
}
