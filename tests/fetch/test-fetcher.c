#include "fetch/np-fetcher.h"

#include "misbehaviour.h"

#include <string.h>

#define MIB (1024 * 1024)
static const NpFetchLimits limits = {
  .idle_seconds = 2, .total_seconds = 5, .page_bytes = 2 * MIB, .photo_bytes = 3 * MIB, .redirects = 10
};

#define ANY_END -2

typedef struct
{
  const char *path; /* or a whole address */
  int error;        /* an NpFetchError, -1 for none, or ANY_END */
  const char *body; /* (nullable) not looked at */
  guint redirects;
} Row;

static const Row rows[] = {
  { "/ok", -1, "story" },
  { "/ok#fragment", -1, "story" },
  { "/ok with space\xc3\xa9", -1, "story" },
  { "/untyped", -1, "hi" },
  { "/empty", -1, "" },
  { "/no-content", -1, "" },
  { "/until-close", -1, "story" },
  { "/chunked", -1, "story" },
  { "/http-1.0", -1, "story" },
  { "/gzip", -1 },
  { "/x-gzip", -1 },
  { "/deflate", -1 },
  { "/brotli", -1, "Brotli keeps a story short. Brotli keeps a story short.\n" },
  { "/slow-but-sure", -1, "story" },
  { "/status/404", NP_FETCH_ERROR_GONE },
  { "/status/410", NP_FETCH_ERROR_GONE },
  { "/status/401", NP_FETCH_ERROR_FORBIDDEN },
  { "/status/402", NP_FETCH_ERROR_FORBIDDEN },
  { "/status/403", NP_FETCH_ERROR_FORBIDDEN },
  { "/status/451", NP_FETCH_ERROR_FORBIDDEN },
  { "/status/429", NP_FETCH_ERROR_BUSY },
  { "/status/503", NP_FETCH_ERROR_BUSY },
  { "/status/400", NP_FETCH_ERROR_SERVER },
  { "/status/500", NP_FETCH_ERROR_SERVER },
  { "/status/304", NP_FETCH_ERROR_SERVER },
  { "/status/999", NP_FETCH_ERROR_SERVER },
  { "/endless-404", NP_FETCH_ERROR_GONE },
  { "/no-location", NP_FETCH_ERROR_SERVER },
  { "/silent", NP_FETCH_ERROR_TIMEOUT },
  { "/stall-head", NP_FETCH_ERROR_TIMEOUT },
  { "/stall-body", NP_FETCH_ERROR_TIMEOUT },
  { "/drip-head", NP_FETCH_ERROR_TIMEOUT },
  { "/drip-byte", NP_FETCH_ERROR_TIMEOUT },
  { "/drip-body", NP_FETCH_ERROR_TIMEOUT },
  { "/big", NP_FETCH_ERROR_TOO_BIG },
  { "/endless", NP_FETCH_ERROR_TOO_BIG },
  { "/bomb", NP_FETCH_ERROR_TOO_BIG },
  { "/endless-head", NP_FETCH_ERROR_BROKEN },
  { "/layers", NP_FETCH_ERROR_BROKEN },
  { "/unknown-encoding", NP_FETCH_ERROR_BROKEN },
  { "/cut", NP_FETCH_ERROR_BROKEN },
  { "/cut-chunked", NP_FETCH_ERROR_BROKEN },
  { "/cut-head", NP_FETCH_ERROR_BROKEN },
  { "/gzip-cut", NP_FETCH_ERROR_BROKEN },
  { "/nonsense", NP_FETCH_ERROR_BROKEN },
  { "/bad-chunk", ANY_END }, /* some versions of libsoup take it for the end */
  { "/no-answer", NP_FETCH_ERROR_BROKEN },
  { "/hops/1", -1, "story", 1 },
  { "/hops/10", -1, "story", 10 },
  { "/hops/11", NP_FETCH_ERROR_REDIRECTS },
  { "/circle", NP_FETCH_ERROR_REDIRECTS },
  { "/ever?1", NP_FETCH_ERROR_REDIRECTS },
  { "/a/b/relative", -1, "story", 1 },
  { "/to-space", -1, "story", 1 },
  { "/to?/status/404", NP_FETCH_ERROR_GONE },
  { "/to?file:///etc/passwd", NP_FETCH_ERROR_SCHEME },
  { "/to?javascript:alert(1)", NP_FETCH_ERROR_SCHEME },
  { "/to?data:text/html,x", NP_FETCH_ERROR_SCHEME },
  { "/to?ftp://127.0.0.1/", NP_FETCH_ERROR_SCHEME },
  { "/to?http://", NP_FETCH_ERROR_URL },
  { "/to?http://nowhere.invalid/", NP_FETCH_ERROR_NO_HOST },
  { "http://nowhere.invalid/", NP_FETCH_ERROR_NO_HOST },
  { "file:///etc/passwd", NP_FETCH_ERROR_SCHEME },
  { "javascript:alert(1)", NP_FETCH_ERROR_SCHEME },
  { "JavaScript:alert(1)", NP_FETCH_ERROR_SCHEME },
  { "about:blank", NP_FETCH_ERROR_SCHEME },
  { "http://", NP_FETCH_ERROR_URL },
  { "http:///path", NP_FETCH_ERROR_URL },
  { "no address", NP_FETCH_ERROR_URL },
  { "http://[::1", NP_FETCH_ERROR_URL },
  { "http://127.0.0.1:99999/", NP_FETCH_ERROR_URL },
  { "", NP_FETCH_ERROR_URL },
};

static char *
make_url (RawServer *server, const char *path)
{
  return *path == '/' ? g_strdup_printf ("http://127.0.0.1:%u%s", raw_server_get_port (server), path) : g_strdup (path);
}

static void
check_row (NpFetcher *fetcher, RawServer *server, const Row *row)
{
  g_autofree char *url = make_url (server, row->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpPage) page = NULL;

  page = np_fetcher_fetch (fetcher, url, NP_FETCH_PAGE, NULL, NULL, NULL, NULL, &error);
  g_test_message ("%s: %s", row->path, error != NULL ? error->message : "ok");
  if (row->error == ANY_END)
    g_assert_true ((page == NULL) == (error != NULL));
  else if (row->error >= 0)
    {
      g_assert_error (error, NP_FETCH_ERROR, row->error);
      g_assert_null (page);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpstr (page->url, ==, url);
      g_assert_cmpuint (page->redirects->len, ==, row->redirects);
      g_assert_null (strchr (page->final_url, '#'));
      if (row->body != NULL)
        g_assert_cmpmem (g_bytes_get_data (page->bytes, NULL), g_bytes_get_size (page->bytes), row->body,
                         strlen (row->body));
      else
        g_assert_cmpuint (g_bytes_get_size (page->bytes), ==, 100000);
    }
}

/* The rows are taken by a few threads at once from one fetcher: that is how the program uses it. */
typedef struct
{
  NpFetcher *fetcher;
  RawServer *server;
  gint next;
} Work;

static gpointer
work_off (gpointer data)
{
  Work *work = data;
  gint i;

  while ((i = g_atomic_int_add (&work->next, 1)) < (gint) G_N_ELEMENTS (rows))
    check_row (work->fetcher, work->server, &rows[i]);
  return NULL;
}

static void
test_rows (void)
{
  g_autoptr (RawServer) server = raw_server_new (misbehave, NULL, NULL);
  g_autoptr (NpFetcher) fetcher = np_fetcher_new_with_limits (&limits);
  Work work = { .fetcher = fetcher, .server = server };
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("fetch", work_off, &work);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static NpPage *
fetch (RawServer *server, const char *path, NpFetchKind kind, const char *referring_page, GError **error)
{
  g_autofree char *url = make_url (server, path);
  g_autoptr (NpFetcher) fetcher = np_fetcher_new_with_limits (&limits);

  return np_fetcher_fetch (fetcher, url, kind, referring_page, NULL, NULL, NULL, error);
}

static void
test_headers (void)
{
  g_autoptr (RawServer) server = raw_server_new (misbehave, NULL, NULL);
  g_autoptr (NpPage) latin = fetch (server, "/latin", NP_FETCH_PAGE, NULL, NULL);
  g_autoptr (NpPage) untyped = fetch (server, "/untyped", NP_FETCH_PAGE, NULL, NULL);
  g_autoptr (NpPage) relative = fetch (server, "/a/b/relative", NP_FETCH_PAGE, NULL, NULL);
  g_autofree char *from = make_url (server, "/a/b/relative"), *to = make_url (server, "/ok?x=%C3%A9");

  g_assert_cmpuint (latin->status, ==, 200);
  g_assert_cmpstr (latin->content_type, ==, "text/html");
  g_assert_cmpstr (latin->charset, ==, "ISO-8859-1");
  g_assert_null (untyped->content_type);
  g_assert_null (untyped->charset);
  g_assert_cmpstr (g_ptr_array_index (relative->redirects, 0), ==, from);
  g_assert_cmpstr (relative->final_url, ==, to);
}

/* What the server learns: the program's name and what it reads; nothing of the referring page; no cookie. */
static void
test_request (void)
{
  static const struct
  {
    const char *user_agent; /* (nullable) as it is set */
    const char *header;
  } names[] = {
    { NULL, "User-Agent: Newsprint/" },
    { "Reader of the press/2", "User-Agent: Reader of the press/2\r\n" },
    { "  two\r\nCookie: yes\xc3\xa9 ", "User-Agent: twoCookie: yes\r\n" },
    { " \n", "User-Agent: Newsprint/" },
  };
  g_autoptr (RawServer) server = raw_server_new (misbehave, NULL, NULL);
  g_autoptr (NpFetcher) fetcher = np_fetcher_new_with_limits (&limits);
  g_autofree char *url = make_url (server, "/head"), *page_url = make_url (server, "/secret/page?token=1#x");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (NpPage) page = NULL;
      g_autofree char *head = NULL;

      np_fetcher_set_user_agent (fetcher, names[i].user_agent);
      page = np_fetcher_fetch (fetcher, url, i == 0 ? NP_FETCH_PAGE : NP_FETCH_PHOTO, i == 1 ? page_url : NULL, NULL,
                               NULL, NULL, NULL);
      head = g_strndup (g_bytes_get_data (page->bytes, NULL), g_bytes_get_size (page->bytes));
      g_assert_nonnull (strstr (head, names[i].header));
      g_assert_nonnull (strstr (head, i == 0 ? "Accept: text/html" : "Accept: image/"));
      g_assert_nonnull (strstr (head, "gzip"));
      g_assert_null (strstr (head, "\nCookie"));
      g_assert_null (strstr (head, "secret"));
      g_assert_null (strstr (head, "Referer"));
    }
}

static void
test_refused (void)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/", raw_unused_port ());
  g_autoptr (GError) error = NULL;

  g_assert_null (fetch (NULL, url, NP_FETCH_PAGE, NULL, &error));
  g_assert_error (error, NP_FETCH_ERROR, NP_FETCH_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "127.0.0.1"));
}

/* The limit is of what comes out of the decompressor, and it is a photo's for a photo. */
static void
test_limit (void)
{
  for (guint short_by = 0; short_by <= 1; short_by++)
    {
      NpFetchLimits exact = limits;
      g_autoptr (RawServer) server = raw_server_new (misbehave, NULL, NULL);
      g_autoptr (NpFetcher) fetcher = NULL;
      g_autofree char *url = make_url (server, "/gzip");
      g_autoptr (GError) error = NULL;
      g_autoptr (NpPage) page = NULL;

      exact.page_bytes = 10;
      exact.photo_bytes = 100000 - short_by;
      fetcher = np_fetcher_new_with_limits (&exact);
      page = np_fetcher_fetch (fetcher, url, NP_FETCH_PHOTO, NULL, NULL, NULL, NULL, &error);
      if (short_by == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, NP_FETCH_ERROR, NP_FETCH_ERROR_TOO_BIG);
    }
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (200 * G_TIME_SPAN_MILLISECOND);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancel (void)
{
  static const char *const paths[] = { "/silent", "/stall-head", "/stall-body", "/drip-body" };
  NpFetchLimits patient = { .idle_seconds = 30, .page_bytes = MIB, .photo_bytes = MIB, .redirects = 10 };
  g_autoptr (RawServer) server = raw_server_new (misbehave, NULL, NULL);
  g_autoptr (NpFetcher) fetcher = np_fetcher_new_with_limits (&patient);

  for (gsize i = 0; i <= G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *url = make_url (server, i < G_N_ELEMENTS (paths) ? paths[i] : "/ok");
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      GThread *thread = NULL;

      if (i < G_N_ELEMENTS (paths))
        thread = g_thread_new ("cancel", cancel_soon, cancellable);
      else
        g_cancellable_cancel (cancellable); /* before it began */
      g_assert_null (np_fetcher_fetch (fetcher, url, NP_FETCH_PAGE, NULL, NULL, NULL, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      if (thread != NULL)
        g_thread_join (thread);
    }
}

static void
on_progress (gsize received, gsize total, gpointer user_data)
{
  gsize *seen = user_data;

  g_assert_cmpuint (received, >, seen[0]);
  seen[0] = received;
  seen[1] = total;
}

static void
test_progress (void)
{
  g_autoptr (RawServer) server = raw_server_new (misbehave, NULL, NULL);
  g_autoptr (NpFetcher) fetcher = np_fetcher_new ();
  const struct
  {
    const char *path;
    gsize received, total;
  } progress_rows[] = { { "/slow-but-sure", 5, 5 }, { "/chunked", 5, 0 }, { "/gzip", 100000, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (progress_rows); i++)
    {
      g_autofree char *url = make_url (server, progress_rows[i].path);
      gsize seen[2] = { 0 };
      g_autoptr (NpPage) page = np_fetcher_fetch (fetcher, url, NP_FETCH_PAGE, NULL, on_progress, seen, NULL, NULL);

      g_assert_nonnull (page);
      g_assert_cmpuint (seen[0], ==, progress_rows[i].received);
      g_assert_cmpuint (seen[1], ==, progress_rows[i].total);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fetch/fetcher/rows", test_rows);
  g_test_add_func ("/fetch/fetcher/headers", test_headers);
  g_test_add_func ("/fetch/fetcher/request", test_request);
  g_test_add_func ("/fetch/fetcher/refused", test_refused);
  g_test_add_func ("/fetch/fetcher/limit", test_limit);
  g_test_add_func ("/fetch/fetcher/cancel", test_cancel);
  g_test_add_func ("/fetch/fetcher/progress", test_progress);
  return g_test_run ();
}
