#include "story.h"

#include <string.h>

#define HEAD "<article><h1>Old bridge closes in town</h1>"
#define TAIL STORY "</article>"

/* What a page holds beside its story, and the photos that are read: "name of the file|caption|credit", one a line. */
static const struct
{
  const char *name, *page, *figures;
} rows[] = {
  /* where the words stand */
  { "figcaption", HEAD "<figure><img src=/a.jpg><figcaption>The bridge. Photo: Ann Lee</figcaption></figure>" TAIL,
    "a.jpg|The bridge.|Ann Lee" },
  { "caption-class", HEAD "<div class=photo><img src=/a.jpg><p class=caption>The bridge.</p></div>" TAIL,
    "a.jpg|The bridge.|" },
  { "credit-class",
    HEAD "<div class=photo><img src=/a.jpg><p class=caption>The bridge.</p><p class=credit>Ann Lee</p></div>" TAIL,
    "a.jpg|The bridge.|Ann Lee" },
  { "siblings",
    HEAD "<div><img src=/a.jpg></div><div class=img-caption>The bridge.</div><div class=photo-credit>(Image: © "
         "Ann Lee)</div>" TAIL,
    "a.jpg|The bridge.|Ann Lee" },
  { "credit-by-label", HEAD "<p><img src=/a.jpg></p><p>Foto: Ann Lee/dpa</p>" TAIL, "a.jpg||Ann Lee/dpa" },
  { "caption-by-label", HEAD "<p><img src=/a.jpg></p><p>The bridge on Friday. (Photo: Ann Lee)</p>" TAIL,
    "a.jpg|The bridge on Friday.|Ann Lee" },
  { "paragraph-is-no-caption", HEAD "<p><img src=/a.jpg></p>" TAIL, "a.jpg||" },
  { "two-spans",
    HEAD "<figure><img src=/a.jpg><figcaption><span>The bridge was built in 1924.</span><span>Ann "
         "Lee</span></figcaption></figure>" TAIL,
    "a.jpg|The bridge was built in 1924.|Ann Lee" },
  { "over-the-headline",
    "<main><div><div class=hero><img src=/a.jpg><span class=hero__copyright>Ann Lee</span></div></div><div><h1>Old "
    "bridge "
    "closes in town</h1>" STORY "</div></main>",
    "a.jpg||Ann Lee" },
  { "hidden-from-screen-readers",
    HEAD "<figure><img src=/a.jpg><figcaption><span aria-hidden=true>The bridge.</span> <span "
         "itemprop=copyrightHolder>Credit... <span>Ann Lee</span></span></figcaption></figure>" TAIL,
    "a.jpg|The bridge.|Ann Lee" },
  { "microdata", HEAD "<div><img src=/a.jpg><div itemprop=caption>The bridge.</div></div>" TAIL, "a.jpg|The bridge.|" },
  { "named-words-alone",
    HEAD
    "<div class=wp-caption><img src=/a.jpg><p class=wp-caption-text>The bridge.</p><b>More on: bridges</b></div>" TAIL,
    "a.jpg|The bridge.|" },
  { "tools-beside",
    HEAD "<figure><button>Enlarge</button><img src=/a.jpg><a href='https://www.pinterest.com/x'>Pin</a><figcaption>1/3 "
         "</figcaption><figcaption>The bridge.</figcaption></figure>" TAIL,
    "a.jpg|The bridge.|" },
  { "credit-first-inline",
    HEAD
    "<figure><img src=/a.jpg><figcaption><span>Photo: Ann Lee</span> The bridge on Friday.</figcaption></figure>" TAIL,
    "a.jpg|The bridge on Friday.|Ann Lee" },
  { "hidden-credit",
    HEAD "<figure><img src=/a.jpg><footer class=credit aria-hidden=true>APA/Ann Lee</footer></figure>" TAIL,
    "a.jpg||APA/Ann Lee" },
  { "counter", HEAD "<figure><img src=/a.jpg><figcaption>1/5 The bridge.</figcaption></figure>" TAIL,
    "a.jpg|The bridge.|" },
  /* attributes */
  { "data-caption",
    HEAD "<a class=g href=/a.jpg data-caption='The bridge. <i>Photo: Ann Lee</i>'><img src=/a.jpg></a>" TAIL,
    "a.jpg|The bridge.|Ann Lee" },
  { "data-copyright", HEAD "<img src=/a.jpg data-copyright='© Ann Lee (AFP)'>" TAIL, "a.jpg||Ann Lee (AFP)" },
  { "data-json",
    HEAD "<a href='#' data-box='{\"src\":\"/a.jpg\",\"copyright\":\"Ann Lee\",\"caption\":\"The bridge.\"}'><img "
         "src=/a.jpg></a>" TAIL,
    "a.jpg|The bridge.|Ann Lee" },
  { "title-with-credit", HEAD "<div title='The bridge | © Ann Lee'><img src=/a.jpg></div>" TAIL,
    "a.jpg|The bridge|Ann Lee" },
  { "alt-with-credit", HEAD "<img src=/a.jpg alt='The bridge. Photo: Ann Lee'>" TAIL, "a.jpg||Ann Lee" },
  { "credit-in-brackets-and-alt",
    HEAD "<figure><img src=/a.jpg alt='Photo of a bridge. Photo: Ann Lee'><figcaption>The old bridge (Ann "
         "Lee)</figcaption></figure>" TAIL,
    "a.jpg|The old bridge|Ann Lee" },
  { "alt-with-label", HEAD "<img src=/a.jpg alt='PHOTO: Mayor Jane Doe'>" TAIL, "a.jpg||" },
  { "alt-is-no-caption", HEAD "<img src=/a.jpg alt='The bridge on Friday'>" TAIL, "a.jpg||" },
  { "json-ld",
    HEAD "<img src=/a-640x480.jpg><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"image\":{\"@type\":"
         "\"ImageObject\",\"url\":\"/a.jpg\",\"caption\":\"The bridge on Friday "
         "morning.\",\"creditText\":\"Photo: Ann Lee\"}}</script>" TAIL,
    "a.jpg|The bridge on Friday morning.|Ann Lee" },
  { "json-ld-does-not-overwrite",
    HEAD "<figure><img src=/a.jpg><figcaption>The bridge. Photo: Ann Lee</figcaption></figure><script "
         "type='application/ld+json'>{\"@type\":\"ImageObject\",\"url\":\"/a.jpg\",\"caption\":\"Something else of "
         "it\",\"creditText\":\"Nobody\"}</script>" TAIL,
    "a.jpg|The bridge.|Ann Lee" },
  { "json-ld-headline",
    HEAD "<img src=/a.jpg><script type='application/ld+json'>{\"@type\":\"ImageObject\",\"url\":\"/a.jpg\",\"caption\":"
         "\"Old bridge closes in town\"}</script>" TAIL,
    "a.jpg||" },
  /* addresses */
  { "srcset", HEAD "<img src=/s.jpg srcset='/s.jpg 300w, /b.jpg 1200w'>" TAIL, "b.jpg||" },
  { "lazy", HEAD "<img src='data:image/gif;base64,AAAA' data-lazy-src=/a.jpg>" TAIL, "a.jpg||" },
  { "lazy-json",
    HEAD
    "<img src=/blank.gif data-src='{\"default\":\"//img.example.com/p/AB.img?w=300\",\"wide\":\"//img.example.com/p/"
    "AB.img?w=900\"}'>" TAIL,
    "AB.img?w=900||" },
  { "noscript",
    HEAD "<div><img src=/max/60/bridge.jpg></div><div><noscript><img src=/max/900/bridge.jpg></noscript></div>" TAIL,
    "bridge.jpg||" },
  { "noscript-in-figure",
    HEAD "<figure><img class=lazy src='data:image/gif;base64,AAAA'><noscript><img src=/bridge.jpg></noscript>"
         "<figcaption>The bridge. Photo: Ann Lee/AFP</figcaption></figure>" TAIL,
    "bridge.jpg|The bridge.|Ann Lee/AFP" },
  { "described-by",
    HEAD "<div><img src=/bridge.jpg aria-describedby=words><p id=words class=sr-only>The bridge. (Ann Lee/AFP)</p>"
         "</div>" TAIL,
    "bridge.jpg|The bridge.|Ann Lee/AFP" },
  { "wider-in-picture",
    HEAD "<picture><source srcset='/bridge-1600x1000.webp 1600w' type=image/webp><source srcset='/bridge-480x300.jpg "
         "480w, /bridge-1280x800.jpg 1280w'><img src=/bridge-320x200.jpg></picture>" TAIL,
    "bridge-1280x800.jpg||" },
  { "picture-without-addresses",
    HEAD "<picture><source srcset='/s.<b>webp 800w'><img src=/bridge-320x200.jpg></picture>" TAIL,
    "bridge-320x200.jpg||" },
  { "background",
    HEAD "<div class=cover style=\"background-image:url('/a.jpg')\"></div><p class=cover-caption>The bridge.</p>" TAIL,
    "a.jpg|The bridge.|" },
  { "link-to-full-size", HEAD "<a href=/bridge.jpg><img src=/bridge-150x150.jpg></a>" TAIL, "bridge.jpg||" },
  { "same-photo-twice", HEAD "<img src=/bridge-640x480.jpg><p>Between the two.</p><img src=/bridge.jpg>" TAIL,
    "bridge-640x480.jpg||" },
  { "script-as-address", HEAD "<img src=\"if(this.src!='x')this.src='/a.jpg'\">" TAIL, "" },
  { "lead-elsewhere",
    "<head><meta property=og:image content=/a-1200x630.jpg></head><body><header><figure><img "
    "src=/a.jpg><figcaption>The "
    "bridge. Photo: Ann Lee</figcaption></figure></header><p>" STORY "</p><div>" HEAD TAIL "</div></body>",
    "a-1200x630.jpg|The bridge.|Ann Lee" },
  /* no photos of the story */
  { "icon", HEAD "<img src=/icons/mail.png><img src=/a.png width=16 height=16>" TAIL, "" },
  { "avatar", HEAD "<img src=/avatar/jane.jpg><img src='https://secure.gravatar.com/avatar/1?s=200'>" TAIL, "" },
  { "pixel", HEAD "<img src=/t.gif width=1 height=1><img src='https://stats.example.org/pixel?x=1'>" TAIL, "" },
  { "line", HEAD "<div data-src=/grey_line.png data-width=640 data-height=2></div>" TAIL, "" },
  { "card",
    HEAD
    "<div><div><img src=/other.jpg></div><div><h3><a href=/2018/other.html>Another story</a></h3></div></div>" TAIL,
    "" },
  { "figure-in-link", HEAD "<a href=/2018/other.html><figure><img src=/other.jpg></figure></a>" TAIL, "" },
  { "price", HEAD "<figure><img src=/cup.jpg><figcaption>19,90 € 9,90 €</figcaption></figure>" TAIL, "" },
  { "author", "<p class=byline>By Jane Doe</p>" HEAD "<p><img src=/jd.jpg alt='Jane Doe'></p>" TAIL, "" },
  { "logo", HEAD "<img src=/news-logo.png>" TAIL, "" },
  { "logo-with-caption",
    HEAD "<figure><img src=/club-logo.png><figcaption>The logo of the club.</figcaption></figure>" TAIL,
    "club-logo.png|The logo of the club.|" },
};

static char *
describe (const NpArticle *article)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < article->figures->len; i++)
    {
      const NpFigure *figure = article->figures->pdata[i];
      const char *name = figure->source != NULL ? strrchr (figure->source, '/') + 1 : "";

      g_string_append_printf (out, "%s%s|%s|%s", i > 0 ? "\n" : "", name,
                              figure->caption != NULL ? figure->caption : "",
                              figure->credit != NULL ? figure->credit : "");
    }
  return g_strdup (out->str);
}

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = extract_story (rows[i].page, "text/html", &error);
  g_autofree char *figures = NULL;

  g_assert_no_error (error);
  figures = describe (article);
  g_assert_cmpstr (figures, ==, rows[i].figures);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/figures/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  return g_test_run ();
}
