/* The queue of imports against a site that is in trouble, and against the end of the program. */
#include "library/np-library-error.h"
#include "library/np-library.h"
#include "worker/np-worker-serve.h"

#include <libsoup/soup.h>
#include <string.h>
#include <unistd.h>

#define STORY                                                                                                          \
  "<!doctype html><title>A story of %s</title><article><h1>A story of %s</h1><p>It rained on the square all day, "     \
  "people said, and then it stopped, and the market opened again before anybody had noticed.</p><p>It rained on the "  \
  "square all day, people said, and then it stopped, and the market opened again, which surprised them.</p></article>"

/* /busy/N, /gone/N…: the first N requests of an address are answered by the status of its first word. */
typedef struct
{
  SoupServer *server;
  GThread *thread;
  GMainLoop *loop;
  GMainContext *context;
  char *root;
  GHashTable *asked; /* char* paths → how often; of the thread until it has ended */
  int at_once;       /* atomic: requests under way, and the most there were */
  int most;
} Site;

typedef struct
{
  Site *site;
  SoupServerMessage *message;
} Late;

static gboolean
answer_late (gpointer data)
{
  Late *late = data;

  g_atomic_int_add (&late->site->at_once, -1);
  soup_server_message_unpause (late->message);
  g_object_unref (late->message);
  g_free (late);
  return G_SOURCE_REMOVE;
}

/* Answers a moment later, so that requests overlap. */
static void
wait_a_moment (Site *site, SoupServerMessage *message)
{
  g_autoptr (GSource) source = g_timeout_source_new (50);
  Late *late = g_new0 (Late, 1);
  int n = g_atomic_int_add (&site->at_once, 1) + 1;

  if (n > g_atomic_int_get (&site->most))
    g_atomic_int_set (&site->most, n);
  late->site = site;
  late->message = g_object_ref (message);
  soup_server_message_pause (message);
  g_source_set_callback (source, answer_late, late, NULL);
  g_source_attach (source, site->context);
}

static void
on_request (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  Site *site = user_data;
  static const struct
  {
    const char *word;
    guint status;
  } words[] = { { "busy", 429 }, { "fault", 503 }, { "gone", 404 }, { "odd", 418 }, { "well", 200 } };
  g_auto (GStrv) parts = g_strsplit (path, "/", 3);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (site->asked, path)), status = 404;
  g_autofree char *body = g_strdup_printf (STORY, path, path);

  g_hash_table_insert (site->asked, g_strdup (path), GUINT_TO_POINTER (n + 1));
  if (g_str_equal (parts[1], "stall"))
    {
      soup_server_message_pause (message);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, parts[1]))
      status = n < (guint) g_ascii_strtoull (parts[2], NULL, 10) ? words[i].status : 200;
  if (status == 429)
    soup_message_headers_append (soup_server_message_get_response_headers (message), "Retry-After", "1");
  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_COPY, body, strlen (body));
  soup_server_message_set_status (message, status, NULL);
  wait_a_moment (site, message);
}

static gpointer
run_site (gpointer data)
{
  Site *site = data;
  g_autoslist (GUri) uris = NULL;
  char *root;

  g_main_context_push_thread_default (site->context);
  site->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (site->server, NULL, on_request, site, NULL);
  g_assert_true (soup_server_listen_local (site->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL));
  uris = soup_server_get_uris (site->server);
  root = g_uri_to_string (uris->data);
  root[strlen (root) - 1] = '\0';
  g_atomic_pointer_set (&site->root, root);
  g_main_loop_run (site->loop);
  soup_server_disconnect (site->server);
  g_clear_object (&site->server);
  g_main_context_pop_thread_default (site->context);
  return NULL;
}

static Site *
site_new (void)
{
  Site *site = g_new0 (Site, 1);

  site->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  site->context = g_main_context_new ();
  site->loop = g_main_loop_new (site->context, FALSE);
  site->thread = g_thread_new ("site", run_site, site);
  while (g_atomic_pointer_get (&site->root) == NULL)
    g_usleep (1000);
  return site;
}

static gboolean
quit (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

static void
site_stop (Site *site)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, quit, site->loop, NULL);
  g_source_attach (source, site->context);
  g_thread_join (site->thread);
}

static void
site_free (Site *site)
{
  g_main_loop_unref (site->loop);
  g_main_context_unref (site->context);
  g_hash_table_unref (site->asked);
  g_free (site->root);
  g_free (site);
}

static NpLibrary *
open_library (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "library", NULL);
  g_autoptr (GError) error = NULL;
  NpLibrary *library = np_library_open (folder, NP_LIBRARY_NONE, &error);

  g_assert_no_error (error);
  return library;
}

static NpImport *
import (NpLibrary *library, Site *site, const char *path)
{
  g_autofree char *url = g_strconcat (site->root, path, NULL);

  return np_library_import_url (library, url, NULL);
}

static void
wait_for_end (NpImport *import)
{
  while (np_import_is_running (import))
    g_main_context_iteration (NULL, TRUE);
}

/* What can pass is tried three times, what cannot once. */
static void
test_tries (void)
{
  static const struct
  {
    const char *path;
    NpImportStep step;
    guint asked;
  } rows[] = {
    { "/well/0", NP_IMPORT_DONE, 1 },    { "/busy/1", NP_IMPORT_DONE, 2 },   { "/fault/1", NP_IMPORT_DONE, 2 },
    { "/fault/9", NP_IMPORT_FAILED, 3 }, { "/gone/9", NP_IMPORT_FAILED, 1 }, { "/odd/9", NP_IMPORT_FAILED, 1 },
  };
  Site *site = site_new ();
  g_autoptr (NpLibrary) library = open_library ();
  NpImport *imports[G_N_ELEMENTS (rows)];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    imports[i] = import (library, site, rows[i].path);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    wait_for_end (imports[i]);
  site_stop (site);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].path);
      g_assert_cmpint (np_import_get_step (imports[i]), ==, rows[i].step);
      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (site->asked, rows[i].path)), ==, rows[i].asked);
    }
  g_assert_cmpint (site->most, <=, 2);
  np_library_close (library);
  site_free (site);
}

/* The same address is on its way once, however often it is asked for, and ends at once when it is stopped. */
static void
test_many (void)
{
  Site *site = site_new ();
  g_autoptr (NpLibrary) library = open_library ();
  NpImport *first = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *path = g_strdup_printf ("/stall/%u", i % 1000);
      NpImport *one = import (library, site, path);

      if (i == 0)
        first = one;
      if (i == 1000)
        g_assert_true (one == first);
    }
  g_assert_cmpuint (g_list_model_get_n_items (np_library_get_imports (library)), ==, 1000);
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (NpImport) one = g_list_model_get_item (np_library_get_imports (library), i);

      np_import_cancel (one);
    }
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (NpImport) one = g_list_model_get_item (np_library_get_imports (library), i);

      wait_for_end (one);
      g_assert_cmpint (np_import_get_step (one), ==, NP_IMPORT_CANCELLED);
    }
  np_library_close (library);
  site_stop (site);
  site_free (site);
}

static char *
dup_state_file (NpLibrary *library)
{
  return g_build_filename (g_get_user_state_dir (), "newsprint", np_library_get_id (library), "imports", NULL);
}

static void
wait_for_file (const char *file, gboolean there)
{
  while (g_file_test (file, G_FILE_TEST_EXISTS) != there)
    g_main_context_iteration (NULL, FALSE);
}

/* The program is ended in the middle, as by kill -9: what is on disk then begins anew the next time, once. */
static void
test_killed (void)
{
  Site *site = site_new ();
  NpLibrary *library = open_library ();
  g_autofree char *file = dup_state_file (library), *content = NULL;
  g_autoptr (NpImport) stalled = NULL;
  gsize length;

  np_library_start (library);
  import (library, site, "/stall/1");
  wait_for_file (file, TRUE);
  g_assert_true (g_file_get_contents (file, &content, &length, NULL));
  np_library_close (library);
  g_object_unref (library);
  g_assert_true (g_file_set_contents (file, content, (gssize) length, NULL));

  library = open_library ();
  np_library_start (library);
  g_assert_cmpuint (g_list_model_get_n_items (np_library_get_imports (library)), ==, 1);
  stalled = g_list_model_get_item (np_library_get_imports (library), 0);
  g_assert_true (g_str_has_suffix (np_import_get_source (stalled), "/stall/1"));
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  np_import_cancel (stalled);
  wait_for_end (stalled);
  wait_for_file (file, FALSE);
  np_library_close (library);
  g_object_unref (library);
  site_stop (site);
  site_free (site);
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/imports/tries", test_tries);
  g_test_add_func ("/library/imports/many", test_many);
  g_test_add_func ("/library/imports/killed", test_killed);
  return g_test_run ();
}
