#include "story.h"

#include <string.h>

/* A box that leads to a story. */
#define BOX(name)                                                                                                      \
  "<div class=item><h3><a href='/" name "'>The council of Testville speaks about the " name "</a></h3>"                \
  "<p>What has been said of it, and by whom.</p></div>"
#define BOXES                                                                                                          \
  BOX ("bridge")                                                                                                       \
  BOX ("ferry")                                                                                                        \
  BOX ("mill") BOX ("school") BOX ("road") BOX ("river") BOX ("market") BOX ("tower") BOX ("library") BOX ("station")

#define FORM "<form action=/in><input name=name><input type=password name=word><button>Go</button></form>"

static const struct
{
  const char *name;
  const char *url;
  const char *html;
  const char *what; /* (nullable) in the message of the error; NULL: it is a story */
} rows[] = {
  { "story", "https://news.example.com/a", "<article><h1>Old bridge closes</h1>" STORY "</article>", NULL },
  { "story over a listing", "https://news.example.com/a",
    "<article><h1>Old bridge of Testville closes at last</h1>" STORY "</article><div>" BOXES "</div>", NULL },
  { "story at the root", "https://news.example.com/",
    "<article><h1>Old bridge of Testville closes at last</h1>" STORY "</article>", NULL },
  { "story with a log-in", "https://news.example.com/a", FORM "<article>" STORY "</article>", NULL },
  { "story about an error", "https://news.example.com/a",
    "<article><h1>Why the page “404 not found” became the most famous of them all</h1>" STORY "</article>", NULL },
  { "story about cookies", "https://news.example.com/a",
    "<article><h1>Cookies are to be forbidden by next year</h1><button>Share</button>" STORY STORY STORY STORY STORY
    "</article>",
    NULL },
  { "story about a log-in", "https://news.example.com/a",
    FORM "<meta property=og:type content=article><article><h1>Log in</h1>" STORY "</article>", NULL },
  { "short notice", "https://news.example.com/a",
    "<article><h1>Bridge open again</h1><p>The old bridge of Testville is open again.</p></article>", NULL },

  { "front page", "https://news.example.com/", "<body><h1>The Testville Times</h1>" BOXES "</body>", "front page" },
  { "front page by its file", "https://news.example.com/index.html", "<body>" BOXES "</body>", "front page" },
  { "section", "https://news.example.com/politics", "<body><h1>Politics</h1>" BOXES "</body>", "list of stories" },
  { "section by its data", "https://news.example.com/politics",
    "<script type='application/ld+json'>{\"@type\":\"CollectionPage\",\"datePublished\":\"2024-04-01\"}</script>"
    "<body><h1>Politics</h1>" BOXES "</body>",
    "list of stories" },
  { "not found", "https://news.example.com/gone",
    "<title>Page not found | The Testville Times</title><body><h1>Sorry</h1><p>We looked for this page everywhere, and "
    "it is not here. Perhaps it was never here at all.</p></body>",
    "error page" },
  { "not found, by number", "https://news.example.com/gone",
    "<body><h1>Error 404</h1><p>Nothing to be seen here today, nor tomorrow.</p></body>", "error page" },
  { "not found, in German", "https://news.example.com/gone",
    "<body><h1>Die Seite wurde nicht gefunden</h1><p>Vielleicht hilft die Suche dabei, das Richtige zu "
    "finden.</p></body>",
    "error page" },
  { "not found, in Japanese", "https://news.example.com/gone",
    "<title>ページが見つかりません</"
    "title><body><p>お探しのページは移動したか、削除された可能性があります。検索してみてください。</p></body>",
    "error page" },
  { "not found, in Russian", "https://news.example.com/gone",
    "<body><h1>Страница не найдена</h1><p>Возможно, она была удалена или никогда не существовала.</p></body>",
    "error page" },
  { "not found, in Arabic", "https://news.example.com/gone",
    "<title>الصفحة غير موجودة</title><body><p>ربما تم حذف هذه الصفحة أو أنها لم تكن موجودة من قبل على "
    "الإطلاق.</p></body>",
    "error page" },
  { "fault", "https://news.example.com/a",
    "<title>503 Service Unavailable</title><body><p>The server is busy. Please come back in a minute or so.</p></body>",
    "error page" },
  { "robots", "https://news.example.com/a",
    "<title>Just a moment...</title><body><p>The site makes sure that you are no machine before it goes on.</p>"
    "<form id=challenge-form></form></body>",
    "whether a person reads it" },
  { "riddle", "https://news.example.com/a",
    "<title>news.example.com</title><body><div class=g-recaptcha></div><p>Click the bridges, please.</p></body>",
    "whether a person reads it" },
  { "consent", "https://news.example.com/a",
    "<title>Before you continue</title><body><h1>Before you continue to the Times</h1><p>We use cookies and data to "
    "keep "
    "our services, to measure who reads them, and to show what may be of interest to you. You may agree or not.</p>"
    "<button>Accept all</button><button>Reject all</button></body>",
    "question for consent" },
  { "consent, in German", "https://news.example.com/a",
    "<body><h1>Ihre Privatsphäre ist uns wichtig</h1><p>Wir und unsere Partner verwenden Cookies, um diese Seite zu "
    "verbessern und Anzeigen zu zeigen, die zu Ihnen passen.</p><button>Zustimmen</button></body>",
    "question for consent" },
  { "log-in", "https://news.example.com/in",
    "<body><h1>Welcome back</h1><p>Tell us who you are, and we shall let you in at once.</p>" FORM "</body>",
    "log-in" },
  { "pay wall with nothing before it", "https://news.example.com/a",
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\": \"False\"}</script>"
    "<body><h1>Old bridge closes in town</h1></body>",
    "pay wall" },
  { "video", "https://news.example.com/v",
    "<meta property=og:type content=video.other><body><h1>Old bridge closes in town</h1><video "
    "src=a.mp4></video></body>",
    "a video" },
  { "script", "https://news.example.com/a",
    "<title>The Testville Times</title><body><div id=root></div><script src=a.js></script></body>", "script" },
  { "nothing", "https://news.example.com/a", "<body><img src=a.jpg></body>", "without text" },
};

static NpArticle *
extract_at (const char *url, const char *html, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (NpPage) page = np_page_new (bytes);

  page->url = g_strdup (url);
  page->content_type = g_strdup ("text/html");
  page->charset = g_strdup ("UTF-8");
  return np_extract (page, error);
}

/* What is said of the page is a class of trouble of its own where something can be done about it. */
static NpExtractError
expected_error (const char *what)
{
  static const struct
  {
    const char *what;
    NpExtractError error;
  } classes[] = { { "whether a person reads it", NP_EXTRACT_ERROR_CHECK },
                  { "question for consent", NP_EXTRACT_ERROR_CONSENT },
                  { "log-in", NP_EXTRACT_ERROR_LOG_IN },
                  { "pay wall", NP_EXTRACT_ERROR_PAY_WALL },
                  { "front page", NP_EXTRACT_ERROR_LISTING },
                  { "list of stories", NP_EXTRACT_ERROR_LISTING },
                  { "script", NP_EXTRACT_ERROR_SCRIPT } };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_str_equal (classes[i].what, what))
      return classes[i].error;
  return NP_EXTRACT_ERROR_NO_STORY;
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NpArticle) article = extract_at (rows[i].url, rows[i].html, &error);

      g_test_message ("%s: %s", rows[i].name, error != NULL ? error->message : "a story");
      if (rows[i].what == NULL)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, NP_EXTRACT_ERROR, (int) expected_error (rows[i].what));
      g_assert_nonnull (strstr (error->message, rows[i].what));
      g_assert_nonnull (strstr (error->message, "Found: "));
    }
}

/* What could not be had stays with a story that was read. */
static void
test_diagnostics (void)
{
  static const struct
  {
    const char *name, *html, *diagnostic;
  } partial[] = {
    { "whole", "<body><h1>Old bridge closes in town</h1>" STORY STORY "</body>", NULL },
    { "beginning before a pay wall",
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>"
      "<body><h1>Old bridge closes in town</h1>" STORY "</body>",
      "text may not be whole: the page is behind a pay wall" },
    { "words under a video",
      "<body><h1>Old bridge closes in town</h1><video src=a.mp4></video><p>The bridge closes on Friday, as was "
      "told.</p>"
      "</body>",
      "only a few words of text: the page is a video" },
    { "no headline", "<body>" STORY STORY "</body>", "no headline was found" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (partial); i++)
    {
      g_autoptr (NpArticle) article = extract_at ("https://news.example.com/a", partial[i].html, NULL);

      g_test_message ("%s", partial[i].name);
      g_assert_nonnull (article);
      g_assert_cmpuint (article->diagnostics->len, ==, partial[i].diagnostic != NULL ? 1 : 0);
      if (partial[i].diagnostic != NULL)
        g_assert_cmpstr (article->diagnostics->pdata[0], ==, partial[i].diagnostic);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/extract/page-kind/rows", test_rows);
  g_test_add_func ("/extract/page-kind/diagnostics", test_diagnostics);
  return g_test_run ();
}
