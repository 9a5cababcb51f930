/* The queue of imports against a site that is in trouble. */
#include "fixture.h"
#include "library/np-library-error.h"
#include "site.h"
#include "worker/np-worker-serve.h"

#include <string.h>
#include <unistd.h>

#define STORY                                                                                                          \
  "<!doctype html><title>A story of %s</title><article><h1>A story of %s</h1><p>It rained on the square all day, "     \
  "people said, and then it stopped, and the market opened again before anybody had noticed.</p><p>It rained on the "  \
  "square all day, people said, and then it stopped, and the market opened again, which surprised them.</p></article>"

/* /busy/N, /gone/N…: the first N requests of an address are answered by the status of its first word. */
typedef struct
{
  Site *site;
  GHashTable *asked; /* char* paths → how often; of the site until it is stopped */
  int at_once;       /* requests under way, and the most there were; of the site, too */
  int most;
} Paper;

typedef struct
{
  Paper *paper;
  SoupServerMessage *message;
} Late;

static gboolean
answer_late (gpointer data)
{
  Late *late = data;

  late->paper->at_once--;
  soup_server_message_unpause (late->message);
  g_object_unref (late->message);
  g_free (late);
  return G_SOURCE_REMOVE;
}

/* Answers a moment later, so that requests overlap. */
static void
wait_a_moment (Paper *paper, SoupServerMessage *message)
{
  g_autoptr (GSource) source = g_timeout_source_new (50);
  Late *late = g_new0 (Late, 1);

  paper->at_once++;
  paper->most = MAX (paper->most, paper->at_once);
  late->paper = paper;
  late->message = g_object_ref (message);
  soup_server_message_pause (message);
  g_source_set_callback (source, answer_late, late, NULL);
  g_source_attach (source, paper->site->context);
}

static void
answer (SoupServerMessage *message, const char *path, gpointer user_data)
{
  Paper *paper = user_data;
  static const struct
  {
    const char *word;
    guint status;
  } words[] = { { "busy", 429 }, { "fault", 503 }, { "gone", 404 }, { "odd", 418 }, { "well", 200 } };
  g_auto (GStrv) parts = g_strsplit (path, "/", 3);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (paper->asked, path)), status = 404;
  g_autofree char *body = g_strdup_printf (STORY, path, path);

  g_hash_table_insert (paper->asked, g_strdup (path), GUINT_TO_POINTER (n + 1));
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
  wait_a_moment (paper, message);
}

static Paper *
paper_new (void)
{
  Paper *paper = g_new0 (Paper, 1);

  paper->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  paper->site = site_new (answer, paper);
  return paper;
}

static void
paper_free (Paper *paper)
{
  site_free (paper->site);
  g_hash_table_unref (paper->asked);
  g_free (paper);
}

static NpImport *
import (NpLibrary *library, Paper *paper, const char *path)
{
  g_autofree char *url = g_strconcat (paper->site->root, path, NULL);

  return np_library_import_url (library, url, NULL);
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
  Paper *paper = paper_new ();
  g_autoptr (NpLibrary) library = open_library (NULL);
  NpImport *imports[G_N_ELEMENTS (rows)];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    imports[i] = import (library, paper, rows[i].path);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    fixture_wait (imports[i]);
  site_stop (paper->site);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].path);
      g_assert_cmpint (np_import_get_step (imports[i]), ==, rows[i].step);
      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (paper->asked, rows[i].path)), ==, rows[i].asked);
    }
  g_assert_cmpint (paper->most, <=, 2);
  np_library_close (library);
  paper_free (paper);
}

/* The same address is on its way once, however often it is asked for, and ends at once when it is stopped. */
static void
test_many (void)
{
  Paper *paper = paper_new ();
  g_autoptr (NpLibrary) library = open_library (NULL);
  NpImport *first = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *path = g_strdup_printf ("/stall/%u", i % 1000);
      NpImport *one = import (library, paper, path);

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

      fixture_wait (one);
      g_assert_cmpint (np_import_get_step (one), ==, NP_IMPORT_CANCELLED);
    }
  np_library_close (library);
  site_stop (paper->site);
  paper_free (paper);
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/imports/tries", test_tries);
  g_test_add_func ("/library/imports/many", test_many);
  return g_test_run ();
}
