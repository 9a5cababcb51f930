#include "story.h"

#include <string.h>

static const char *const full =
    "<!DOCTYPE html><html lang=en><head><title>Old bridge closes | The Testville Times</title>"
    "<meta property=og:site_name content='The Testville Times'><meta property=og:title content='Old bridge closes'>"
    "<meta name=description content='Repairs will last until the end of the year.'>"
    "<meta property=og:image content='https://img.example.com/bridge.jpg'>"
    "<link rel=canonical href='/2018/05/31/bridge.html'>"
    "<script "
    "type='application/ld+json'>{\"@context\":\"https://"
    "schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"TT\"},"
    "{\"@type\":\"NewsArticle\",\"headline\":\"Old bridge closes\",\"datePublished\":\"2018-05-31T15:48:00-04:00\","
    "\"author\":[{\"@type\":\"Person\",\"name\":\"Jane Doe\"},{\"name\":\"John Smith\"}],\"articleSection\":\"Local\","
    "\"keywords\":\"bridges, traffic\",}]}</script></head>"
    "<body><h1>Old bridge closes</h1><p class=byline>By Jane Doe and John Smith</p><article>" STORY
    "<figure><picture><source srcset='small.jpg 300w, big.jpg 1200w'><img data-src=small.jpg alt='A bridge'></picture>"
    "<figcaption>The bridge on Friday. <span class=credit>Photo: Ann Lee/AFP</span></figcaption></figure>"
    "<h2>What now</h2><ul><li>Take the <a href='/road'>river road</a>.<li>Wait.</ul><blockquote><p>It is "
    "old.</p></blockquote>"
    "</article></body></html>";

static void
test_full (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = extract_story (full, "text/html", &error);
  NpFigure *lead, *figure;
  NpBlock *list, *item;

  g_assert_no_error (error);
  g_assert_cmpstr (article->headline, ==, "Old bridge closes");
  g_assert_cmpstr (article->deck, ==, "Repairs will last until the end of the year.");
  g_assert_cmpstr (article->site_name, ==, "The Testville Times");
  g_assert_cmpstr (article->site_domain, ==, "news.example.com");
  g_assert_cmpstr (article->language, ==, "en");
  g_assert_cmpstr (article->section, ==, "Local");
  g_assert_cmpstr (article->published, ==, "2018-05-31T15:48:00-04:00");
  g_assert_cmpstr (article->canonical_url, ==, "https://news.example.com/2018/05/31/bridge.html");
  g_assert_cmpuint (article->authors->len, ==, 2);
  g_assert_cmpstr (article->authors->pdata[1], ==, "John Smith");
  g_assert_cmpstr (g_hash_table_lookup (article->provenance.fields, "headline"), ==, "json-ld");
  g_assert_true (np_strings_contain (article->keywords, "traffic"));

  g_assert_cmpuint (article->figures->len, ==, 2);
  lead = article->figures->pdata[0];
  figure = article->figures->pdata[1];
  g_assert_cmpstr (lead->source, ==, "https://img.example.com/bridge.jpg");
  g_assert_cmpstr (figure->source, ==, "https://news.example.com/2018/05/31/big.jpg");
  g_assert_cmpstr (figure->alt, ==, "A bridge");
  g_assert_cmpstr (figure->caption, ==, "The bridge on Friday.");
  g_assert_cmpstr (figure->credit, ==, "Ann Lee/AFP");

  g_assert_cmpuint (article->body->len, ==, 7);
  g_assert_cmpint (((NpBlock *) article->body->pdata[3])->type, ==, NP_BLOCK_FIGURE);
  g_assert_cmpuint (((NpBlock *) article->body->pdata[3])->figure, ==, 1);
  g_assert_cmpint (((NpBlock *) article->body->pdata[4])->type, ==, NP_BLOCK_HEADING);
  list = article->body->pdata[5];
  g_assert_cmpint (list->type, ==, NP_BLOCK_LIST);
  g_assert_cmpuint (list->children->len, ==, 2);
  item = ((NpBlock *) list->children->pdata[0])->children->pdata[0];
  g_assert_cmpstr (item->text, ==, "Take the river road.");
  g_assert_cmpuint (item->spans->len, ==, 1);
  g_assert_cmpuint (g_array_index (item->spans, NpSpan, 0).start, ==, 9);
  g_assert_cmpuint (g_array_index (item->spans, NpSpan, 0).end, ==, 19);
  g_assert_cmpstr (g_array_index (item->spans, NpSpan, 0).href, ==, "https://news.example.com/road");
  g_assert_cmpint (((NpBlock *) article->body->pdata[6])->type, ==, NP_BLOCK_QUOTE);
}

/* The moment that stands in an attribute of the date line. */
static void
test_moment (void)
{
  static const struct
  {
    const char *line, *published;
  } rows[] = {
    { "<time data-published='2016-12-09 09:13:00Z'>Dec 9, 2016</time>", "2016-12-09T09:13:00Z" },
    { "<div class=timestamp datetime='2016-10-13 17:00:00 -0400'>Oct 13, 2016</div>", "2016-10-13T17:00:00-04:00" },
    { "<span class=date itemprop=datePublished content='2018-10-29T10:15-500'>October 29, 2018</span>",
      "2018-10-29T10:15-05:00" },
    { "<span class=date>October 29, 2018</span>", "2018-10-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *html =
          g_strconcat ("<article><h1>Old bridge closes in town</h1>", rows[i].line, STORY, "</article>", NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
      g_autoptr (NpPage) page = np_page_new (bytes);
      g_autoptr (NpArticle) article = NULL;

      page->content_type = g_strdup ("text/html");
      article = np_extract (page, NULL);
      g_assert_cmpstr (article->published, ==, rows[i].published);
    }
}

/* Photos that nobody can fetch keep their words, in their places. */
static void
test_words_without_photo (void)
{
  g_autoptr (NpArticle) article =
      extract_story ("<article>" STORY "<figure><img alt='A bridge' src='data:image/gif;base64,AAAA'>"
                     "<figcaption>The bridge on Friday. (Photo: Ann Lee/AFP)</figcaption></figure>"
                     "<p>The engineers of Testville have asked for a new bridge since the end of the last century.</p>"
                     "<figure><div class=late></div><figcaption>The plan</figcaption></figure>"
                     "<figure><img src=a.jpg><figcaption>The mayor</figcaption></figure></article>",
                     "text/html", NULL);
  NpFigure *figure;

  g_assert_cmpuint (article->figures->len, ==, 3);
  figure = article->figures->pdata[0];
  g_assert_null (figure->source);
  g_assert_cmpstr (figure->alt, ==, "A bridge");
  g_assert_cmpstr (figure->caption, ==, "The bridge on Friday.");
  g_assert_cmpstr (figure->credit, ==, "Ann Lee/AFP");
  figure = article->figures->pdata[1];
  g_assert_null (figure->source);
  g_assert_cmpstr (figure->caption, ==, "The plan");
  figure = article->figures->pdata[2];
  g_assert_cmpstr (figure->caption, ==, "The mayor");
  g_assert_nonnull (figure->source);
  g_assert_cmpuint (article->body->len, ==, 7);
  g_assert_cmpint (((NpBlock *) article->body->pdata[3])->type, ==, NP_BLOCK_FIGURE);
  g_assert_cmpuint (((NpBlock *) article->body->pdata[3])->figure, ==, 0);
  g_assert_cmpuint (((NpBlock *) article->body->pdata[5])->figure, ==, 1);
}

typedef struct
{
  const char *name;
  const char *content;
  const char *type;
  NpExtractError error;
} ErrorRow;

static const ErrorRow error_rows[] = {
  { "empty", "", "text/html", NP_EXTRACT_ERROR_EMPTY },
  { "white space", " \n\t ", "text/html", NP_EXTRACT_ERROR_EMPTY },
  { "a PDF", "%PDF-1.7 …", "application/pdf", NP_EXTRACT_ERROR_TYPE },
  { "a PDF that is called HTML", "%PDF-1.7 …", "text/html", NP_EXTRACT_ERROR_TYPE },
  { "an image", "\x89PNG\r\n\x1A\n", "image/png", NP_EXTRACT_ERROR_TYPE },
  { "a page without words", "<html><body><div></div></body></html>", "text/html", NP_EXTRACT_ERROR_NO_STORY },
  { "only menus", "<html><body><nav><a href=/a>Home</a> <a href=/b>Sports</a></nav></body></html>", "text/html",
    NP_EXTRACT_ERROR_NO_STORY },
};

static void
test_error (gconstpointer data)
{
  const ErrorRow *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = extract_story (row->content, row->type, &error);

  g_assert_error (error, NP_EXTRACT_ERROR, (int) row->error);
  g_assert_null (article);
}

static void
test_hostile (void)
{
  static const char *const parts[] = { "<div>",           "<blockquote>",    "<ul><li>", "<b>",
                                       "<a href=x><div>", "<table><tr><td>", "<em><p>" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint times = 900; times <= 100000; times += 99100)
      {
        g_autoptr (GString) html = g_string_new ("<body>" STORY);
        g_autoptr (GError) error = NULL;
        g_autoptr (NpArticle) article = NULL;

        for (guint k = 0; k < times; k++)
          g_string_append (html, parts[i]);
        g_string_append (html, STORY);
        article = extract_story (html->str, "text/html", &error);
        g_assert_true (article != NULL || g_error_matches (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_TOO_DEEP));
      }
}

static guint
depth_of (const NpBlock *block)
{
  guint deepest = 0;

  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    deepest = MAX (deepest, depth_of (block->children->pdata[i]));
  return deepest + 1;
}

static void
test_depth (void)
{
  g_autoptr (GString) html = g_string_new ("<article>" STORY);
  g_autoptr (NpArticle) article = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (html, "<blockquote><ul><li>");
  g_string_append (html, STORY);
  article = extract_story (html->str, "text/html", NULL);
  g_assert_nonnull (article);
  for (guint i = 0; i < article->body->len; i++)
    g_assert_cmpuint (depth_of (article->body->pdata[i]), <=, NP_BLOCK_MAX_DEPTH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (error_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/html/error/%s", error_rows[i].name);

      g_test_add_data_func (path, &error_rows[i], test_error);
    }
  g_test_add_func ("/extract/html/full", test_full);
  g_test_add_func ("/extract/html/moment", test_moment);
  g_test_add_func ("/extract/html/words-without-photo", test_words_without_photo);
  g_test_add_func ("/extract/html/hostile", test_hostile);
  g_test_add_func ("/extract/html/depth", test_depth);
  return g_test_run ();
}
