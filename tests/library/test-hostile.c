/* Imports against every server that should not be: each ends in the right error or the right story, and leaves nothing
 * behind. The names of the rows are those of what the servers do. */
#include "hostile-rows.h"

#include "base/np-memory.h"
#include "certificates.h"
#include "hostile-pages.h"
#include "library/np-importer.h"
#include "library/np-library-error.h"
#include "library/np-words.h"
#include "misbehaviour.h"
#include "worker/np-worker-serve.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define MIB (1024 * 1024)

/* What the program and a worker may take at their worst. */
#define MAX_MEMORY (300 * MIB)

static const NpFetchLimits limits = {
  .idle_seconds = 3, .total_seconds = 7, .page_bytes = 12 * MIB, .photo_bytes = 2 * MIB, .redirects = 10
};

/* Everything under test, shared by a few threads. */
typedef struct
{
  RawServer *servers[N_VIAS];
  NpCatalog *catalog;
  NpFetcher *fetcher;
  NpWorkerPool *workers;
  GPtrArray *wrong; /* char*; of the lock */
  GMutex lock;
  gint next;
} Work;

/* Names of .example are of the public web: they are asked for through a proxy, which is the server. */
static guint16 proxy_port;

typedef struct
{
  GObject parent_instance;
} TestProxy;

typedef struct
{
  GObjectClass parent_class;
} TestProxyClass;

static void test_proxy_iface_init (GProxyResolverInterface *iface);
GType test_proxy_get_type (void);
G_DEFINE_TYPE_WITH_CODE (TestProxy, test_proxy, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_PROXY_RESOLVER, test_proxy_iface_init))

static void
test_proxy_init (TestProxy *self)
{
}

static void
test_proxy_class_init (TestProxyClass *class)
{
}

static char **
proxy_lookup (GProxyResolver *resolver, const char *uri, GCancellable *cancellable, GError **error)
{
  g_autofree char *proxy = g_strdup_printf ("http://127.0.0.1:%u", proxy_port);
  const char *proxies[] = { strstr (uri, ".example") != NULL ? proxy : "direct://", NULL };

  return g_strdupv ((char **) proxies);
}

static void
proxy_lookup_async (GProxyResolver *resolver, const char *uri, GCancellable *cancellable, GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  g_task_return_pointer (task, proxy_lookup (resolver, uri, NULL, NULL), (GDestroyNotify) g_strfreev);
}

static char **
proxy_lookup_finish (GProxyResolver *resolver, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
proxy_is_supported (GProxyResolver *resolver)
{
  return TRUE;
}

static void
test_proxy_iface_init (GProxyResolverInterface *iface)
{
  iface->is_supported = proxy_is_supported;
  iface->lookup = proxy_lookup;
  iface->lookup_async = proxy_lookup_async;
  iface->lookup_finish = proxy_lookup_finish;
}

/* What is on the wire before there is TLS. */
static void
misbehave_in_handshake (RawRequest *request, gpointer user_data)
{
  guint8 byte;

  if (g_str_equal (user_data, "handshake-silent"))
    raw_sleep (request, 20000);
  else if (g_str_equal (user_data, "handshake-plain"))
    raw_send (request, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
  else if (g_str_equal (user_data, "handshake-alert") && raw_read (request, &byte, 1))
    raw_send_bytes (request, "\x15\x03\x01\x00\x02\x02\x28", 7);
  else if (g_str_equal (user_data, "handshake-garbage") && raw_read (request, &byte, 1))
    raw_send (request, "\x16\x03\x03\x40\x00 nothing of a handshake");
  else if (g_str_equal (user_data, "handshake-closes"))
    raw_read (request, &byte, 1);
}

/* A server of its own for what cannot be told by a path. */
static RawServer *
start_own_server (const HostileRow *row, GTlsCertificate *certificate, char **name)
{
  static const char *const http2[] = { "h2", NULL };
  g_autofree char *story = hostile_story (row->path);

  *name = row->via == VIA_HTTP2 ? g_strconcat (row->path, " ", story, NULL) : g_strdup (row->path);
  return row->via == VIA_HTTP2 ? raw_server_new_mute (misbehave_in_http2, *name, certificate, http2)
                               : raw_server_new_mute (misbehave_in_handshake, *name, NULL, NULL);
}

static char *
make_url (const Work *work, const HostileRow *row, RawServer *own)
{
  switch (row->via)
    {
    case VIA_ADDRESS:
      return g_strdup (row->path);
    case VIA_PUBLIC:
      return g_strconcat ("http://www.paper.example", row->path, NULL);
    case VIA_UNUSED_PORT:
      return g_strdup_printf ("http://127.0.0.1:%u/", raw_unused_port ());
    case VIA_HTTP2:
    case VIA_HANDSHAKE:
      return g_strdup_printf ("https://127.0.0.1:%u/%s", raw_server_get_port (own), row->path);
    case VIA_PLAIN:
    case VIA_TLS:
    case VIA_EXPIRED:
    case VIA_FUTURE:
    case VIA_OTHER_HOST:
    case VIA_SELF_SIGNED:
    case N_VIAS:
      break;
    }
  return g_strdup_printf ("%s://127.0.0.1:%u%s", row->via == VIA_PLAIN ? "http" : "https",
                          raw_server_get_port (work->servers[row->via]), row->path);
}

/* What became of it, in a word. */
static char *
describe (Work *work, const NpImportResult *result, const GError *error)
{
  g_autoptr (NpArticle) article = NULL;
  g_autofree char *text = NULL;

  if (error != NULL)
    return g_strdup (np_library_error_to_code (error));
  article = np_catalog_read (work->catalog, result->story_id, NULL, NULL);
  text = article != NULL ? np_article_dup_text (article) : g_strdup ("");
  if (strstr (text, "The river rose in the night") == NULL)
    return g_strdup ("other story");
  if (strstr (text, "caf") != NULL && strstr (text, "caf\xc3\xa9") == NULL)
    return g_strdup ("wrong characters");
  return g_strdup (article->diagnostics->len > 0 ? "story, less a part" : "story");
}

static gboolean
is_expected (const char *expected, const char *outcome)
{
  g_auto (GStrv) words = g_strsplit (expected, "|", -1);

  return g_strv_contains ((const char *const *) words, outcome);
}

static void
check_row (Work *work, const HostileRow *row)
{
  g_autoptr (GTlsCertificate) certificate = certificate_new (CERTIFICATE_GOOD);
  gboolean owns = row->via == VIA_HTTP2 || row->via == VIA_HANDSHAKE;
  g_autofree char *name = NULL;
  g_autoptr (RawServer) own = owns ? start_own_server (row, certificate, &name) : NULL;
  g_autofree char *url = make_url (work, row, own), *outcome = NULL;
  NpImportTask task = { .url = url };
  g_auto (NpImportResult) result = { 0 };
  g_autoptr (GError) error = NULL;

  np_importer_run (work->catalog, work->fetcher, work->workers, &task, NULL, NULL, &result, NULL, &error);
  outcome = describe (work, &result, error);
  g_mutex_lock (&work->lock);
  g_test_message ("%s: %s%s%s", row->name, outcome, error != NULL ? ": " : "", error != NULL ? error->message : "");
  if (!is_expected (row->expected, outcome))
    g_ptr_array_add (work->wrong, g_strdup_printf ("%s: %s, not %s", row->name, outcome, row->expected));
  g_mutex_unlock (&work->lock);
}

static gpointer
work_off (gpointer data)
{
  Work *work = data;
  const char *only = g_getenv ("NP_HOSTILE"); /* a part of the names of the rows to run, for one who looks into one */
  guint i;

  while ((i = (guint) g_atomic_int_add (&work->next, 1)) < hostile_rows_count ())
    if (only == NULL || strstr (hostile_rows_get (i)->name, only) != NULL)
      check_row (work, hostile_rows_get (i));
  return NULL;
}

static void
add_file (GHashTable *files, const char *folder, const char *path)
{
  g_autofree char *whole = g_build_filename (folder, path, NULL);
  g_autoptr (GDir) dir = g_dir_open (whole, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_hash_table_add (files, g_strdup (path));
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = *path != '\0' ? g_build_filename (path, name, NULL) : g_strdup (name);

      add_file (files, folder, below);
    }
}

static void
forget_article (GHashTable *files, NpStore *store, const char *path)
{
  g_autoptr (NpArticle) article = np_store_read_article (store, path, NULL);

  g_assert_nonnull (article);
  g_hash_table_remove (files, article->provenance.page);
  for (guint i = 0; i < article->provenance.next_pages->len; i++)
    g_hash_table_remove (files, article->provenance.next_pages->pdata[i]);
  for (guint i = 0; i < article->figures->len; i++)
    if (((NpFigure *) article->figures->pdata[i])->file != NULL)
      g_hash_table_remove (files, ((NpFigure *) article->figures->pdata[i])->file);
}

/* Nothing is in the library but stories and what they name. */
static void
check_files (Work *work, const char *folder)
{
  static const char *const own[] = { "library.json", "topics.json", "searches.json", "feeds.json" };
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer path;

  add_file (files, folder, "");
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    g_hash_table_remove (files, own[i]);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (g_str_has_prefix (path, "articles/") && g_str_has_suffix (path, ".json"))
      g_ptr_array_add (articles, g_strdup (path));
  for (guint i = 0; i < articles->len; i++)
    {
      forget_article (files, np_catalog_get_store (work->catalog), articles->pdata[i]);
      g_hash_table_remove (files, articles->pdata[i]);
    }
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (!g_str_has_prefix (path, ".")) /* the lock */
      g_ptr_array_add (work->wrong, g_strdup_printf ("left behind: %s", (char *) path));
}

static void
start_servers (Work *work)
{
  static const CertificateKind kinds[N_VIAS] = { [VIA_TLS] = CERTIFICATE_GOOD,
                                                 [VIA_EXPIRED] = CERTIFICATE_EXPIRED,
                                                 [VIA_FUTURE] = CERTIFICATE_FUTURE,
                                                 [VIA_OTHER_HOST] = CERTIFICATE_OF_ANOTHER_HOST,
                                                 [VIA_SELF_SIGNED] = CERTIFICATE_SELF_SIGNED };

  work->servers[VIA_PLAIN] = raw_server_new (hostile_answer, NULL, NULL);
  proxy_port = raw_server_get_port (work->servers[VIA_PLAIN]);
  for (guint i = VIA_TLS; i <= VIA_SELF_SIGNED; i++)
    {
      g_autoptr (GTlsCertificate) certificate = certificate_new (kinds[i]);

      work->servers[i] = raw_server_new (hostile_answer, NULL, certificate);
    }
}

/* The most memory this process and one of its workers had, in bytes. Each counts by itself: the system can take from
 * workers that wait. A sanitizer takes as much again. */
static void
check_memory (Work *work)
{
  struct rusage self, children;
  gsize own, worker;

  getrusage (RUSAGE_SELF, &self);
  getrusage (RUSAGE_CHILDREN, &children);
  own = (gsize) self.ru_maxrss * 1024;
  worker = (gsize) children.ru_maxrss * 1024;
  g_print ("# %u named behaviours; at most %zu MiB, its largest worker %zu MiB\n", hostile_rows_count (), own / MIB,
           worker / MIB);
#ifndef __SANITIZE_ADDRESS__
  if (own >= MAX_MEMORY || worker >= MAX_MEMORY)
    g_ptr_array_add (work->wrong, g_strdup ("too much memory"));
#endif
}

static void
test_rows (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "library", NULL);
  g_autoptr (GPtrArray) wrong = g_ptr_array_new_with_free_func (g_free);
  Work work = { .wrong = wrong };
  GThread *threads[8];
  g_autoptr (GError) error = NULL;

  certificates_trust ();
  g_mutex_init (&work.lock);
  start_servers (&work);
  work.catalog = np_catalog_open (folder, FALSE, &error);
  g_assert_no_error (error);
  work.fetcher = np_fetcher_new_with_limits (&limits);
  work.workers = np_worker_pool_new ();
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("import", work_off, &work);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_clear_object (&work.workers);
  g_clear_object (&work.fetcher);
  for (guint i = 0; i < N_VIAS; i++)
    g_clear_pointer (&work.servers[i], raw_server_free);
  check_files (&work, folder);
  check_memory (&work);
  np_catalog_close (work.catalog);
  g_clear_object (&work.catalog);
  g_mutex_clear (&work.lock);
  for (guint i = 0; i < wrong->len; i++)
    g_printerr ("%s\n", (char *) wrong->pdata[i]);
  g_assert_cmpuint (wrong->len, ==, 0);
  g_assert_cmpuint (hostile_rows_count (), >=, 60);
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  np_memory_limit ();
  g_setenv ("GIO_USE_PROXY_RESOLVER", "hostile", TRUE);
  g_io_extension_point_register (G_PROXY_RESOLVER_EXTENSION_POINT_NAME);
  g_io_extension_point_implement (G_PROXY_RESOLVER_EXTENSION_POINT_NAME, test_proxy_get_type (), "hostile", 1000);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/hostile/rows", test_rows);
  return g_test_run ();
}
