#include "extract/np-extract.h"
#include "json/np-json-article.h"
#include "worker/np-worker-pool.h"
#include "worker/np-worker-serve.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define BODY                                                                                                           \
  "<p>The ferry to Lindholm will run again, the council of Aldermoor said on Monday. It had been stopped when the "    \
  "old "                                                                                                               \
  "pier was closed, nine years ago, for want of money and of passengers.</p><p>Mayor Ines Halvorsen said the boat "    \
  "would carry two hundred people and their bicycles. We have waited a long time for this, she said.</p>"

static const char html_story[] =
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Ferry returns \xE2\x80\x93 The Post</title>"
    "<meta property=og:site_name content=\"The Post\"><meta name=author content=\"Ann Example\">"
    "<meta property=article:published_time content=2024-03-03T09:15:00+01:00></head><body><nav><a href=/>Home</a></nav>"
    "<article><h1>Ferry returns to the north shore</h1><p class=byline>By Ann Example</p><figure><img src=/pier.jpg "
    "width=900 height=600 alt=\"The pier\"><figcaption>The pier of Aldermoor. <span class=credit>Photo: B. Example/AP"
    "</span></figcaption></figure>" BODY "<h2>Tickets</h2><ul><li>Thursday in <a href=/a>Aldermoor</a></li><li>Friday"
    "</li></ul><blockquote>A long time.</blockquote><table><tr><th>Boat</th><th>Seats</th></tr><tr><td>One</td><td>200"
    "</td></tr></table></article></body></html>";
static const char text_story[] =
    "Ferry returns to the north shore\n\nThe first boat in nine years leaves on Friday.\n\nMarch 3, 2024, 9:15 AM\n\n"
    "The ferry to Lindholm will run again, the council of Aldermoor said on Monday. It had been stopped when the old "
    "pier "
    "was closed.\n\nPHOTO: The pier. (B. Example/AP)\n\nTickets go on sale on Thursday.\n\nRelated Topics\n\nFerries\n";
static const char legacy_story[] =
    "<html lang=ru><head><meta charset=windows-1251><title>\xCF\xE0\xF0\xEE\xEC</title>"
    "</head><body><article><h1>\xCF\xE0\xF0\xEE\xEC</h1>" BODY BODY
    "<p>\xCF\xE0\xF0\xEE\xEC \xE2\xE5\xF0\xED\xF3\xEB\xF1\xFF.</p></article></body></html>";

/* Pages of which the worker must say what np_extract() says. */
static const struct
{
  const char *name;
  const char *content;
  gssize length;
  const char *type;
  const char *charset;
} pages[] = {
  { "html", html_story, -1, "text/html", "utf-8" },
  { "text", text_story, -1, "text/plain", NULL },
  { "legacy", legacy_story, -1, "text/html", NULL },
  { "unknown-charset", html_story, -1, "text/html", "x-no-such-charset" },
  { "header-no-utf8", html_story, -1, "text/html", "\xFF\xFE\xC0" },
  { "empty", "", 0, "text/html", NULL },
  { "blank", " \n\t\0 ", 5, NULL, NULL },
  { "front", "<html><body><a href=/a>One</a> <a href=/b>Two</a></body></html>", -1, "text/html", NULL },
  { "image", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16, "image/png", NULL },
  { "zeros", "<p>a\0b\0c</p>", 13, "text/html", NULL },
};

static NpPage *
make_page (const char *content, gsize length, const char *type, const char *charset)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, length);
  NpPage *page = np_page_new (bytes);

  page->url = g_strdup ("https://post.example/ferry");
  page->final_url = g_strdup ("https://post.example/2024/03/03/ferry");
  page->status = 200;
  page->content_type = g_strdup (type);
  page->charset = g_strdup (charset);
  g_ptr_array_add (page->redirects, g_strdup ("https://post.example/f"));
  return page;
}

static NpPage *
make_html (const char *content)
{
  return make_page (content, strlen (content), "text/html", NULL);
}

static char *
describe (NpArticle *article, const GError *error)
{
  g_autoptr (GBytes) json = NULL;

  if (article == NULL)
    return g_strdup_printf ("%s %d %s", g_quark_to_string (error->domain), error->code, error->message);
  json = np_json_article_to_bytes (article);
  return g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
}

static void
assert_same (NpWorker *worker, const NpPage *page)
{
  g_autoptr (GError) error_here = NULL, error_there = NULL;
  g_autoptr (NpArticle) here = np_extract (page, &error_here);
  g_autoptr (NpArticle) there = np_worker_extract (worker, page, NULL, &error_there);
  g_autofree char *said_here = describe (here, error_here), *said_there = describe (there, error_there);

  g_assert_cmpstr (said_there, ==, said_here);
}

static void
test_same (void)
{
  g_autoptr (NpWorker) worker = np_worker_new ();

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gsize length = pages[i].length < 0 ? strlen (pages[i].content) : (gsize) pages[i].length;
      g_autoptr (NpPage) page = make_page (pages[i].content, length, pages[i].type, pages[i].charset);

      g_test_message ("%s", pages[i].name);
      assert_same (worker, page);
    }
}

/* The pages of ../shared/eval/cases, where they are: one folder a page, below one a collection. */
static void
test_same_shared (void)
{
  const char *shared = g_getenv ("NP_SHARED_DIR");
  g_autofree char *top = g_build_filename (shared != NULL ? shared : "", "eval", "cases", NULL);
  g_autoptr (GDir) collections = g_dir_open (top, 0, NULL);
  g_autoptr (NpWorker) worker = np_worker_new ();
  const char *collection, *name;

  while (collections != NULL && (collection = g_dir_read_name (collections)) != NULL)
    {
      g_autofree char *folder = g_build_filename (top, collection, NULL);
      g_autoptr (GDir) cases = g_dir_open (folder, 0, NULL);

      while (cases != NULL && (name = g_dir_read_name (cases)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, "page.html", NULL), *content = NULL;
          g_autoptr (NpPage) page = NULL;
          gsize length;

          if (!g_file_get_contents (path, &content, &length, NULL))
            continue;
          page = make_page (content, length, "text/html", NULL);
          g_test_message ("%s", path);
          assert_same (worker, page);
        }
    }
}

static const struct
{
  const char *how;
  NpWorkerError code;
} wrongs[] = {
  { "segv", NP_WORKER_ERROR_CRASHED },       { "exit", NP_WORKER_ERROR_CRASHED },
  { "cpu", NP_WORKER_ERROR_TIMEOUT },        { "memory", NP_WORKER_ERROR_MEMORY },
  { "close", NP_WORKER_ERROR_CRASHED },      { "garbage", NP_WORKER_ERROR_CRASHED },
  { "too-long", NP_WORKER_ERROR_CRASHED },   { "half", NP_WORKER_ERROR_CRASHED },
  { "no-variant", NP_WORKER_ERROR_CRASHED }, { "no-json", NP_WORKER_ERROR_CRASHED },
  { "flood", NP_WORKER_ERROR_CRASHED },      { "strange-domain", NP_WORKER_ERROR_CRASHED },
  { "hang", NP_WORKER_ERROR_TIMEOUT },       { "deaf", NP_WORKER_ERROR_TIMEOUT },
  { "drip", NP_WORKER_ERROR_TIMEOUT },       { "strange-code", NP_WORKER_ERROR_CRASHED },
  { "exit-start", NP_WORKER_ERROR_START },   { "bad-start", NP_WORKER_ERROR_START },
};

static NpWorker *
make_wrong (const char *how)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "worker", "wrong-child", NULL);
  const char *const command[] = { program, how, g_quark_to_string (NP_EXTRACT_ERROR), NULL };
  NpWorker *worker = np_worker_new_with_command (command);

  np_worker_set_wall_seconds (worker, 1);
  return worker;
}

static void
test_wrong_children (void)
{
  g_autofree char *large = g_strnfill (3 * 1024 * 1024, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autoptr (NpWorker) worker = make_wrong (wrongs[i].how);
      g_autoptr (NpPage) page = make_html (large);

      for (guint again = 0; again < 2; again++)
        {
          g_autoptr (GError) error = NULL;

          g_test_message ("%s", wrongs[i].how);
          g_assert_null (np_worker_extract (worker, page, NULL, &error));
          g_test_message ("%s", error->message);
          g_assert_error (error, NP_WORKER_ERROR, (int) wrongs[i].code);
          g_assert_true (wrongs[i].code == NP_WORKER_ERROR_START
                         || g_str_has_prefix (error->message, "https://post.example/2024/03/03/ferry: "));
        }
    }
}

/* What a child says is shown to people: it is made valid. One that dies when it has nothing to do costs no page. */
static void
test_odd_children (void)
{
  static const char *const hows[] = { "no-utf8", "die-idle" };

  for (guint i = 0; i < G_N_ELEMENTS (hows); i++)
    {
      g_autoptr (NpWorker) worker = make_wrong (hows[i]);
      g_autoptr (NpPage) page = make_html (html_story);

      for (guint again = 0; again < 2; again++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_null (np_worker_extract (worker, page, NULL, &error));
          g_assert_error (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_NO_STORY);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          g_usleep (i * 100 * 1000);
          if (i == 0)
            break; /* it hears one page only */
        }
    }
}

static void
test_no_program (void)
{
  static const char *const command[] = { "/no/such/program", NULL };
  g_autoptr (NpWorker) worker = np_worker_new_with_command (command);
  g_autoptr (NpPage) page = make_html (html_story);
  g_autoptr (GError) error = NULL;

  g_assert_null (np_worker_extract (worker, page, NULL, &error));
  g_assert_error (error, NP_WORKER_ERROR, NP_WORKER_ERROR_START);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (200 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel (void)
{
  static const char *const hows[] = { "hang", "deaf", "mute-start" };
  g_autofree char *large = g_strnfill (3 * 1024 * 1024, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (hows); i++)
    {
      g_autoptr (NpWorker) worker = make_wrong (hows[i]);
      g_autoptr (NpPage) page = make_html (large);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL, again = NULL;
      GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
      gint64 start = g_get_monotonic_time ();

      np_worker_set_wall_seconds (worker, 60);
      g_assert_null (np_worker_extract (worker, page, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
      g_thread_join (thread);
      g_assert_null (np_worker_extract (worker, page, cancellable, &again));
      g_assert_error (again, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* Head, @n times @unit, tail. */
static NpPage *
make_repeated (const char *head, const char *unit, guint n, const char *tail)
{
  g_autoptr (GString) page = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append (page, unit);
  g_string_append (page, tail);
  return make_page (page->str, page->len, "text/html", "utf-8");
}

/* Each ends within its limits, whatever is said of it, and the worker reads on. */
static void
test_hostile_pages (void)
{
  static const struct
  {
    const char *name, *head, *unit;
    guint n;
    int code; /* of NP_EXTRACT_ERROR; -1: as fast as the machine is, an article or the end of its seconds */
  } rows[] = {
    { "deep", "<html><body>", "<div>", 100000, NP_EXTRACT_ERROR_TOO_DEEP },
    { "quadratic", "<html><body>", "<a><div>", 10000, NP_EXTRACT_ERROR_TOO_DEEP },
    { "formatting", "<html><body>", "<b><i><p>", 20000, NP_EXTRACT_ERROR_TOO_DEEP },
    { "20-megabytes", "<html><body><article>",
      "<p>It rained on the square all day, people said, and then it stopped.</p>", 280000, -1 },
    { "attributes", "<html><body><p ", "a='1' b=\"2\" ", 200000, -1 },
    { "json-ld", "<html><script type=application/ld+json>", "{\"a\":[", 200000, NP_EXTRACT_ERROR_NO_STORY },
    { "tables", "<html><body>", "<table><tr><td>", 20000, NP_EXTRACT_ERROR_TOO_DEEP },
  };
  g_autoptr (NpWorker) worker = np_worker_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpPage) page = make_repeated (rows[i].head, rows[i].unit, rows[i].n, BODY),
                         sane = make_html (html_story);
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (NpArticle) article = np_worker_extract (worker, page, NULL, &error);
      double seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

      g_test_message ("%s: %.2f s, %s", rows[i].name, seconds, article != NULL ? "an article" : error->message);
      if (rows[i].code < 0)
        g_assert_true ((article != NULL) == (error == NULL));
      else
        g_assert_error (error, NP_EXTRACT_ERROR, rows[i].code);
      assert_same (worker, sane);
    }
}

static void
test_too_large (void)
{
  g_autoptr (NpWorker) worker = np_worker_new ();
  g_autoptr (NpPage) page = make_repeated ("", "0123456789abcdef", 65 * 65536, "");
  g_autoptr (GError) error = NULL;

  g_assert_null (np_worker_extract (worker, page, NULL, &error));
  g_assert_error (error, NP_WORKER_ERROR, NP_WORKER_ERROR_MEMORY);
}

/* More pages than one child reads. */
static void
test_fresh_children (void)
{
  g_autoptr (NpWorker) worker = np_worker_new ();
  g_autoptr (NpPage) page = make_html (html_story);

  for (guint i = 0; i < 1100; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NpArticle) article = np_worker_extract (worker, page, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (article->headline, ==, "Ferry returns to the north shore");
    }
}

static gpointer
read_many (gpointer data)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *headline = g_strdup_printf ("Headline %u of thread %p", i, g_thread_self ());
      g_autofree char *html = g_strdup_printf ("<html><head><title>%s</title></head><body><article><h1>%s</h1>" BODY
                                               "</article></body></html>",
                                               headline, headline);
      g_autoptr (NpPage) page = make_html (html);
      g_autoptr (GError) error = NULL;
      g_autoptr (NpArticle) article = np_worker_pool_extract (data, page, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (article->headline, ==, headline);
    }
  return NULL;
}

/* The threads that started the children end while these are still wanted: no child may go with its thread. */
static void
test_pool (void)
{
  g_autoptr (NpWorkerPool) pool = np_worker_pool_new ();

  for (guint round = 0; round < 2; round++)
    {
      GThread *threads[8];

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("reader", read_many, pool);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);
    }
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* Runs last: all that came before has left no process and no file behind. */
static void
test_nothing_left (void)
{
  guint open_before = 0;
  g_autoptr (NpWorker) wrong = make_wrong ("segv");
  g_autoptr (NpPage) page = make_html (html_story);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (NpWorker) worker = np_worker_new ();
      g_autoptr (NpArticle) article = np_worker_extract (worker, page, NULL, NULL);

      g_assert_nonnull (article);
      g_assert_null (np_worker_extract (wrong, page, NULL, NULL));
      if (i == 0)
        {
          g_clear_object (&worker);
          open_before = count_files ("/proc/self/fd");
        }
    }
  /* GLib closes its handle of a child a moment after it has told of its end. */
  for (guint i = 0; i < 100 && count_files ("/proc/self/fd") > open_before; i++)
    g_usleep (50 * 1000);
  g_assert_cmpuint (count_files ("/proc/self/fd"), <=, open_before);
  g_assert_cmpint (waitpid (-1, NULL, WNOHANG), ==, -1); /* ECHILD: there are none, dead or alive */
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/worker/same", test_same);
  g_test_add_func ("/worker/same-shared", test_same_shared);
  g_test_add_func ("/worker/wrong-children", test_wrong_children);
  g_test_add_func ("/worker/odd-children", test_odd_children);
  g_test_add_func ("/worker/no-program", test_no_program);
  g_test_add_func ("/worker/cancel", test_cancel);
  g_test_add_func ("/worker/hostile-pages", test_hostile_pages);
  g_test_add_func ("/worker/too-large", test_too_large);
  g_test_add_func ("/worker/fresh-children", test_fresh_children);
  g_test_add_func ("/worker/pool", test_pool);
  g_test_add_func ("/worker/nothing-left", test_nothing_left);
  return g_test_run ();
}
