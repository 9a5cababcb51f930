/* Where pages lead: on by themselves, to the page proper, and on to the pages that a story goes on on. */
#include "json/np-json-article.h"
#include "library/np-import-pages.h"

#include "library/np-story-join.h"
#include "raw-server.h"
#include "worker/np-worker-serve.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const NpFetchLimits limits = {
  .idle_seconds = 5, .page_bytes = 1 << 20, .photo_bytes = 1 << 20, .redirects = 10
};

#define HEAD(title) "<!doctype html><html lang=en><title>" title "</title>"
#define P(words)                                                                                                       \
  "<p>" words " It rained on the bridge all day, people said, and then it stopped, and the market opened again, "      \
  "which surprised everybody who had stayed at home because of the rain.</p>"
#define STORY(title, words) "<article><h1>" title "</h1>" P (words " one.") P (words " two.") "</article>"
#define BRIDGE(n, rest)     HEAD ("The long bridge") "<article><h1>The long bridge</h1>" P ("Page " n ".") rest "</article>"

/* The whole site. */
static const struct
{
  const char *path;
  const char *body;
} site[] = {
  { "/plain", HEAD ("Plain") STORY ("A plain story", "Plain") },
  { "/goes", HEAD ("x") "<meta http-equiv=refresh content='0;url=/plain'><p>You are being redirected." },
  { "/goes-from-story", HEAD ("x") "<meta http-equiv=refresh content='0;url=/plain'>" STORY ("An old story", "Old") },
  { "/goes-late", HEAD ("x") "<meta http-equiv=refresh content='20;url=/plain'>" STORY ("An ad soon", "Ad") },
  { "/goes-nowhere", HEAD ("x") "<meta http-equiv=refresh content='0;url=/gone'><p>Wait." },
  { "/goes-wrong", HEAD ("x") "<meta http-equiv=refresh content='0;url=/gone'>" STORY ("Kept after all", "Kept") },
  { "/goes-round", HEAD ("x") "<meta http-equiv=refresh content='0;url=/goes-round-2'><p>Wait." },
  { "/goes-round-2", HEAD ("x") "<meta http-equiv=refresh content='0;url=/goes-round'><p>Wait." },
  { "/amp", "<html amp><link rel=canonical href=/proper>" STORY ("The story, small", "Small") },
  { "/proper", HEAD ("Proper") STORY ("The story proper", "Proper") },
  { "/amp-gone", "<html amp><link rel=canonical href=/gone>" STORY ("Only small", "Small") },
  { "/amp-teaser", "<html amp><link rel=canonical href=/teaser>" STORY ("More in small", "Small") },
  { "/teaser", HEAD ("Teaser") "<article><h1>More</h1><p>It rained on the bridge, and to read on you pay.</article>" },
  { "/amp-circle", "<html amp><link rel=canonical href=/amp-circle-2>" STORY ("Amp one", "One") },
  { "/amp-circle-2", "<html amp><link rel=canonical href=/amp-circle>" STORY ("Amp two", "Two") },
  { "/story/print", HEAD ("x") "<link rel=canonical href=/proper>" STORY ("For printers", "Ink") },
  { "/bridge", BRIDGE ("1", "<a href=/bridge?page=2>2</a>") },
  { "/bridge?page=2", BRIDGE ("2", P ("Page 1.") "<a href=/bridge?page=3>3</a>") },
  { "/bridge?page=3", BRIDGE ("3", "<a href=/bridge?page=1>1</a>") },
  { "/torn", BRIDGE ("1", "<link rel=next href=/torn?page=2>") },
  { "/same", BRIDGE ("1", "<link rel=next href=/same?page=2>") },
  { "/same?page=2", BRIDGE ("1", "<link rel=next href=/same?page=3>") },
  { "/other", BRIDGE ("1", "<link rel=next href=/other?page=2>") },
  { "/other?page=2", HEAD ("Cats") STORY ("Seven cats found in a tree", "Cats") },
  { "/moved", BRIDGE ("1", "<link rel=next href=/moved?page=2>") },
};

static void
answer (RawRequest *request, gpointer user_data)
{
  g_autofree char *text = NULL;
  guint n;

  for (gsize i = 0; i < G_N_ELEMENTS (site); i++)
    if (g_str_equal (request->path, site[i].path))
      text = g_strdup (site[i].body);
  if (text == NULL && sscanf (request->path, "/endless?page=%u", &n) == 1)
    text = g_strdup_printf (BRIDGE ("%u", "<link rel=next href=/endless?page=%u>"), n, n + 1);
  else if (g_str_equal (request->path, "/endless"))
    text = g_strdup (BRIDGE ("1", "<link rel=next href=/endless?page=2>"));
  else if (sscanf (request->path, "/goes-on/%u", &n) == 1)
    text = g_strdup_printf (HEAD ("x") "<meta http-equiv=refresh content='0;url=/goes-on/%u'><p>Wait.", n + 1);
  else if (g_str_equal (request->path, "/moved?page=2"))
    {
      raw_send (request, "HTTP/1.1 302 Found\r\nLocation: /plain\r\nContent-Length: 0\r\n\r\n");
      return;
    }
  if (text != NULL)
    {
      raw_send (request, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n");
      raw_send (request, text);
    }
  else
    raw_send (request, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
}

static const struct
{
  const char *path;
  const char *headline; /* (nullable) NULL: an error */
  const char *final_path;
  const char *contains;
  guint next_pages;
  gboolean diagnostic;
} rows[] = {
  { "/plain", "A plain story", "/plain", "Plain two." },
  { "/goes", "A plain story", "/plain", "Plain two." },
  { "/goes-from-story", "A plain story", "/plain", "Plain two." },
  { "/goes-late", "An ad soon", "/goes-late", "Ad two." },
  { "/goes-nowhere", NULL },
  { "/goes-wrong", "Kept after all", "/goes-wrong", "Kept one." },
  { "/goes-round", NULL },
  { "/goes-on/1", NULL },
  { "/amp", "The story proper", "/proper", "Proper one." },
  { "/amp-gone", "Only small", "/amp-gone", "Small one." },
  { "/amp-teaser", "More in small", "/amp-teaser", "Small two." },
  { "/amp-circle", "Amp two", "/amp-circle-2", "Two one." },
  { "/story/print", "The story proper", "/proper", "Proper one." },
  { "/bridge", "The long bridge", "/bridge", "Page 3.", 2 },
  { "/torn", "The long bridge", "/torn", "Page 1.", 0, TRUE },
  { "/same", "The long bridge", "/same", "Page 1." },
  { "/other", "The long bridge", "/other", "Page 1." },
  { "/moved", "The long bridge", "/moved", "Page 1." },
  { "/endless", "The long bridge", "/endless", "Page 20.", 19, TRUE },
};

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    n++;
  return n;
}

static void
test_rows (void)
{
  g_autoptr (RawServer) server = raw_server_new (answer, NULL, NULL);
  g_autoptr (NpFetcher) fetcher = np_fetcher_new_with_limits (&limits);
  g_autoptr (NpWorkerPool) workers = np_worker_pool_new ();
  const NpImportPagesTools tools = { .fetcher = fetcher, .workers = workers };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *origin = g_strdup_printf ("http://127.0.0.1:%u", raw_server_get_port (server));
      g_autofree char *url = g_strconcat (origin, rows[i].path, NULL), *text = NULL, *final_url = NULL;
      g_auto (NpImportPages) pages = { 0 };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].path);
      if (!np_import_pages_get (&tools, url, NULL, &pages, &error))
        {
          g_test_message ("%s", error->message);
          g_assert_null (rows[i].headline);
          g_assert_nonnull (error);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (pages.article->headline, ==, rows[i].headline);
      g_assert_cmpstr (pages.article->url, ==, url);
      final_url = g_strconcat (origin, rows[i].final_path, NULL);
      g_assert_cmpstr (pages.page->final_url, ==, final_url);
      text = np_article_dup_text (pages.article);
      g_assert_cmpuint (count (text, rows[i].contains), ==, 1);
      g_assert_cmpuint (pages.next->len, ==, rows[i].next_pages);
      g_assert_cmpint (pages.article->diagnostics->len > 0, ==, rows[i].diagnostic);
    }
}

/* The name and the password that open a site are nowhere in what becomes of its page. */
static void
test_password (void)
{
  g_autoptr (RawServer) server = raw_server_new (answer, NULL, NULL);
  g_autoptr (NpFetcher) fetcher = np_fetcher_new_with_limits (&limits);
  g_autoptr (NpWorkerPool) workers = np_worker_pool_new ();
  const NpImportPagesTools tools = { .fetcher = fetcher, .workers = workers };
  g_autofree char *url = g_strdup_printf ("http://me:secret@127.0.0.1:%u/goes", raw_server_get_port (server));
  g_autofree char *clean = g_strdup_printf ("http://127.0.0.1:%u/goes", raw_server_get_port (server));
  g_autoptr (GBytes) json = NULL;
  g_auto (NpImportPages) pages = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (np_import_pages_get (&tools, url, NULL, &pages, &error));
  g_assert_cmpstr (pages.article->url, ==, clean);
  g_assert_cmpstr (pages.page->url, ==, clean);
  json = np_json_article_to_bytes (pages.article);
  g_assert_null (g_strstr_len (g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json), "secret"));
  g_assert_null (strstr (pages.page->final_url, "secret"));
  for (guint i = 0; i < pages.page->redirects->len; i++)
    g_assert_null (strstr (pages.page->redirects->pdata[i], "secret"));
}

static NpArticle *
make_article (const char *headline, guint n_figures, ...)
{
  NpArticle *article = np_article_new ();
  va_list sources;

  article->headline = g_strdup (headline);
  va_start (sources, n_figures);
  for (guint i = 0; i < n_figures; i++)
    {
      NpFigure *figure = np_figure_new ();
      NpBlock *block = np_block_new (NP_BLOCK_FIGURE);

      figure->source = g_strdup (va_arg (sources, const char *));
      block->figure = np_article_add_figure (article, figure);
      g_ptr_array_add (article->body, block);
    }
  va_end (sources);
  return article;
}

/* Photos come along with the blocks that show them, in whatever they stand; those of the first page do not come twice.
 */
static void
test_photos (void)
{
  g_autoptr (NpArticle) first = make_article ("A", 1, "https://a.example/lead.jpg");
  g_autoptr (NpArticle) next = make_article ("A", 2, "https://a.example/lead.jpg", "https://a.example/second.jpg");
  NpBlock *quote = np_block_new (NP_BLOCK_QUOTE), *inner = np_block_add_child (quote, np_block_new (NP_BLOCK_FIGURE));
  NpFigure *third = np_figure_new ();

  third->source = g_strdup ("https://a.example/third.jpg");
  inner->figure = np_article_add_figure (next, third);
  np_block_add_child (quote, np_block_new_text (NP_BLOCK_PARAGRAPH, "A quote with a photo in the middle of it"));
  g_ptr_array_add (next->body, quote);
  g_ptr_array_add (next->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "Yes."));
  g_ptr_array_add (first->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "Yes."));

  g_assert_true (np_story_join_is_same (first, next));
  g_assert_cmpuint (np_story_join (first, next), ==, 3);
  g_assert_cmpuint (first->figures->len, ==, 3);
  g_assert_cmpuint (((NpBlock *) first->body->pdata[2])->figure, ==, 1);
  inner = ((NpBlock *) first->body->pdata[3])->children->pdata[0];
  g_assert_cmpuint (inner->figure, ==, 2);
  g_assert_cmpstr (((NpFigure *) first->figures->pdata[2])->source, ==, "https://a.example/third.jpg");
  g_assert_cmpuint (np_story_join (first, next), ==, 1); /* but for what is too short to be told apart */
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/import-pages/rows", test_rows);
  g_test_add_func ("/library/import-pages/password", test_password);
  g_test_add_func ("/library/import-pages/photos", test_photos);
  return g_test_run ();
}
