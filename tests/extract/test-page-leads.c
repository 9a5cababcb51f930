/* Where pages lead: what is believed of a refresh, a canonical address and a next page. */
#include "extract/np-extract.h"

#include <string.h>

#define HERE "https://news.example.com/2018/bridge.html"
#define TEXT                                                                                                           \
  "<article><h1>The bridge</h1><p>It rained on the bridge all day, people said, and then it stopped, and the market "  \
  "opened again, which surprised everybody who had stayed at home because of the rain.</p></article>"

typedef struct
{
  const char *name;
  const char *url;
  const char *html;
  const char *refresh;
  const char *canonical;
  const char *next;
} Row;

static const Row rows[] = {
  { "nothing", HERE, "<html><title>x</title>" TEXT, NULL, NULL, NULL },
  /* refresh */
  { "refresh", HERE, "<meta http-equiv=refresh content='0;url=/other'>" TEXT, "https://news.example.com/other" },
  { "refresh, odd", HERE, "<META HTTP-EQUIV=\"Refresh\" CONTENT=\" 3.5 , URL = '/other#x' junk\">",
    "https://news.example.com/other" },
  { "refresh, bare", HERE, "<meta http-equiv=refresh content='0;/other'>", "https://news.example.com/other" },
  { "refresh and base", HERE, "<base href=https://b.example/c/><meta http-equiv=refresh content='0;url=other'>",
    "https://b.example/c/other" },
  { "refresh of itself", HERE, "<meta http-equiv=refresh content='0;url=#top'>" },
  { "refresh without address", HERE, "<meta http-equiv=refresh content='5'>" },
  { "refresh late", HERE, "<meta http-equiv=refresh content='300;url=/other'>" },
  { "refresh without number", HERE, "<meta http-equiv=refresh content='url=/other'>" },
  { "refresh to a script", HERE, "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>" },
  { "refresh to a file", HERE, "<meta http-equiv=refresh content='0;url=file:///etc/passwd'>" },
  { "refresh for those without scripts", HERE,
    "<head><noscript><meta http-equiv=refresh content='0;url=/nojs'></noscript></head>" TEXT },
  { "refresh in a comment", HERE, "<!--<meta http-equiv=refresh content='0;url=/other'>-->" TEXT },
  /* canonical */
  { "canonical of a page proper", HERE, "<link rel=canonical href=/proper>" TEXT },
  { "amp", HERE, "<html amp><link rel=canonical href=/proper>" TEXT, NULL, "https://news.example.com/proper" },
  { "amp by its sign", HERE, "<html \xe2\x9a\xa1 lang=en><link rel='shortlink canonical' href=/proper>" TEXT, NULL,
    "https://news.example.com/proper" },
  { "amp of another host", "https://cache.example/c/s/news.example.com/amp",
    "<html amp><link rel=canonical href=https://news.example.com/proper>" TEXT, NULL,
    "https://news.example.com/proper" },
  { "amp that is its own", HERE, "<html amp><link rel=canonical href='" HERE "?utm_source=amp'>" TEXT },
  { "amp to the front page", HERE, "<html amp><link rel=canonical href=https://news.example.com/>" TEXT },
  { "amp to a file", HERE, "<html amp><link rel=canonical href=file:///etc/passwd>" TEXT },
  { "amp without", HERE, "<html amp>" TEXT },
  { "print", "https://news.example.com/bridge?print=1", "<link rel=canonical href=/bridge>" TEXT, NULL,
    "https://news.example.com/bridge" },
  { "print by folder", "https://news.example.com/print/bridge", "<link rel=canonical href=/bridge>" TEXT, NULL,
    "https://news.example.com/bridge" },
  { "print by host", "https://m.example.com/bridge/print",
    "<link rel=canonical href=https://www.example.com/bridge>" TEXT, NULL, "https://www.example.com/bridge" },
  { "print of another site", "https://news.example.com/bridge?print=1",
    "<link rel=canonical href=https://other.org/bridge>" TEXT },
  { "about printing", "https://news.example.com/3d-printers-in-space", "<link rel=canonical href=/other>" TEXT },
  /* next */
  { "next in the head", HERE, "<link rel=next href='?page=2'>" TEXT, NULL, NULL, HERE "?page=2" },
  { "next story in the head", HERE, "<link rel=next href=/2018/another-bridge.html>" TEXT },
  { "next of another host", HERE, "<link rel=next href='https://other.example/2018/bridge.html?page=2'>" TEXT },
  { "a number below", HERE, TEXT "<p><b>1</b> <a href=/2018/bridge-2.html>2</a> <a href=/2018/bridge-3.html>3</a>",
    NULL, NULL, "https://news.example.com/2018/bridge-2.html" },
  { "next page below", HERE, TEXT "<a href='?page=2'>Next page \xe2\x80\xba</a>", NULL, NULL, HERE "?page=2" },
  { "next page below, German", HERE,
    TEXT "<a href='?page=2'>N\xc3\xa4"
         "chste Seite</a>",
    NULL, NULL, HERE "?page=2" },
  { "next story below", HERE, TEXT "<a href=/2018/tower.html>Next</a>" },
  { "a link that only happens to fit", HERE, TEXT "<a href='?page=2'>Comments</a>" },
  { "page three of page two", HERE "?page=2", TEXT "<a href='?page=1'>1</a><a href='?page=3'>3</a>", NULL, NULL,
    HERE "?page=3" },
  { "the last page", HERE "?page=3", TEXT "<a href='?page=1'>1</a><a href='?page=2'>2</a>" },
  { "a page from nowhere", "file:///home/a/bridge.html",
    "<html amp><link rel=next href='?page=2'><meta "
    "http-equiv=refresh content='0;url=/x'>" TEXT },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].html, strlen (rows[i].html));
      g_autoptr (NpPage) page = np_page_new (bytes);
      g_auto (NpLeads) leads = { 0 };
      g_autoptr (NpArticle) article = NULL;

      g_test_message ("%s", rows[i].name);
      page->url = g_strdup (rows[i].url);
      page->content_type = g_strdup ("text/html");
      article = np_extract_with_leads (page, &leads, NULL);
      g_assert_cmpstr (leads.refresh, ==, rows[i].refresh);
      g_assert_cmpstr (leads.canonical, ==, rows[i].canonical);
      g_assert_cmpstr (leads.next, ==, rows[i].next);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/extract/page-leads/rows", test_rows);
  return g_test_run ();
}
