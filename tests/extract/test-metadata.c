#include "extract/np-dom.h"
#include "extract/np-metadata-choose.h"
#include "extract/np-metadata-locale.h"

#include <string.h>

/* Each row is a page with one source of one fact, and what is chosen from it. */
typedef struct
{
  const char *name, *url, *html;
  const char *field, *value, *source;
} Row;

#define STORY             "<p>It is a long story, with more than one sentence in it. And here is the second one.</p>"
#define LD(data)          "<script type='application/ld+json'>" data "</script><h1>A day in the valley</h1>" STORY
#define META(name, value) "<meta name='" name "' content='" value "'><h1>A day in the valley</h1>" STORY
#define OG(name, value)   "<meta property='" name "' content='" value "'><h1>A day in the valley</h1>" STORY
#define BODY(html)        "<h1>A day in the valley</h1>" html STORY

static const Row rows[] = {
  /* JSON-LD */
  { "ld headline", NULL, LD ("{\"@type\":\"NewsArticle\",\"headline\":\"A long day\"}"), "headline", "A long day",
    "json-ld" },
  { "ld in a graph", NULL,
    LD ("{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Valley Post\"},{\"@type\":\"BlogPosting\",\"headline\":\"A "
        "long day\"}]}"),
    "headline", "A long day", "json-ld" },
  { "ld in an array", NULL, LD ("[{\"@type\":\"Person\"},{\"@type\":[\"Article\"],\"headline\":\"A long day\"}]"),
    "headline", "A long day", "json-ld" },
  { "ld site", NULL, LD ("{\"@type\":\"WebSite\",\"name\":\"Valley Post\"}"), "site", "Valley Post", "json-ld" },
  { "ld authors", NULL,
    LD ("{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Jane Doe\"},{\"name\":\"John Smith\"}]}"), "byline",
    "Jane Doe, John Smith", "json-ld" },
  { "ld author as text", NULL, LD ("{\"@type\":\"NewsArticle\",\"author\":\"Jane Doe\"}"), "byline", "Jane Doe",
    "json-ld" },
  { "ld author by id", NULL,
    LD ("{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"}},{\"@type\":\"Person\",\"@id\":\"#a\","
        "\"name\":\"Jane Doe\"}]}"),
    "byline", "Jane Doe", "json-ld" },
  { "ld author in parts", NULL,
    LD ("{\"@type\":\"Article\",\"author\":{\"givenName\":\"Jane\",\"familyName\":\"Doe\"}}"), "byline", "Jane Doe",
    "json-ld" },
  { "ld author of the page", NULL,
    LD ("{\"@graph\":[{\"@type\":\"WebPage\",\"author\":{\"@id\":\"#a\"}},{\"@type\":\"Person\",\"@id\":\"#a\","
        "\"name\":\"Jane Doe\"}]}"),
    "byline", "Jane Doe", "json-ld" },
  { "ld published", NULL, LD ("{\"@type\":\"NewsArticle\",\"datePublished\":\"2018-05-31T15:48:00-04:00\"}"),
    "published", "2018-05-31T15:48:00-04:00", "json-ld" },
  { "ld updated", NULL,
    LD ("{\"@type\":\"NewsArticle\",\"datePublished\":\"2018-05-31\",\"dateModified\":\"2018-06-01\"}"), "updated",
    "2018-06-01", "json-ld" },
  { "ld section", NULL, LD ("{\"@type\":\"NewsArticle\",\"articleSection\":\"Politics\"}"), "section", "Politics",
    "json-ld" },
  { "ld keywords", NULL, LD ("{\"@type\":\"NewsArticle\",\"keywords\":\"Rivers, Bridges\"}"), "keywords",
    "Rivers|Bridges", "json-ld" },
  { "ld broken", NULL, LD ("{\"@type\":\"NewsArticle\",\"headline\":\"A \"long\" day\",}"), "headline",
    "A \"long\" day", "json-ld" },
  { "ld of another page", "https://valley.example/a",
    LD ("[{\"@type\":\"NewsArticle\",\"headline\":\"Other\",\"url\":\"https://valley.example/"
        "b\"},{\"@type\":\"NewsArticle\",\"headline\":\"A long day\",\"url\":\"https://valley.example/a\"}]"),
    "headline", "A long day", "json-ld" },
  /* meta elements */
  { "og title", NULL, "<meta property='og:title' content='A long day'>" STORY, "headline", "A long day", "open-graph" },
  { "og site", NULL, OG ("og:site_name", "Valley Post"), "site", "Valley Post", "open-graph" },
  { "og deck", NULL, OG ("og:description", "What happened on a long day."), "deck", "What happened on a long day.",
    "open-graph" },
  { "og published", NULL, OG ("article:published_time", "2018-05-31T15:48:00Z"), "published", "2018-05-31T15:48:00Z",
    "open-graph" },
  { "og modified", NULL, OG ("article:modified_time", "2018-05-31T15:48:00Z"), "published", "2018-05-31T15:48:00Z",
    "open-graph" },
  { "og section", NULL, OG ("article:section", "Politics"), "section", "Politics", "open-graph" },
  { "og tag", NULL, OG ("article:tag", "Rivers"), "keywords", "Rivers", "open-graph" },
  { "dublin core", NULL, META ("DC.creator", "Jane Doe"), "byline", "Jane Doe", "meta" },
  { "dublin core date", NULL, META ("DCTERMS.issued", "2018-05-31"), "published", "2018-05-31", "meta" },
  { "two names of one property", NULL, OG ("dc:creator twitter:creator", "Jane Doe"), "byline", "Jane Doe", "meta" },
  { "parsely", NULL, META ("parsely-author", "Jane Doe"), "byline", "Jane Doe", "meta" },
  { "sailthru", NULL, META ("sailthru.author", "Jane Doe"), "byline", "Jane Doe", "meta" },
  { "citation", NULL, META ("citation_author", "Doe, Jane"), "byline", "Jane Doe", "meta" },
  { "citation date", NULL, META ("citation_publication_date", "2018/05/31"), "published", "2018-05-31", "meta" },
  { "twitter label", NULL, "<meta name='twitter:label1' content='Written by'>" META ("twitter:data1", "Jane Doe"),
    "byline", "Jane Doe", "meta" },
  { "twitter label of time", NULL,
    "<meta name='twitter:label1' content='Reading time'>" META ("twitter:data1", "4 minutes"), "byline", NULL, NULL },
  { "news keywords", NULL, META ("news_keywords", "Rivers, Bridges"), "keywords", "Rivers|Bridges", "meta" },
  { "photo", NULL, OG ("og:title", "A day in the valley"), "headline", "A day in the valley", "page" },
  /* microdata and RDFa */
  { "microdata", NULL, BODY ("<span itemprop='author' itemscope><b itemprop='name'>Jane Doe</b></span>"), "byline",
    "Jane Doe", "microdata" },
  { "microdata date", NULL, BODY ("<span itemprop='datePublished' content='2018-05-31'>today</span>"), "published",
    "2018-05-31", "microdata" },
  { "microdata of a comment", NULL,
    BODY ("<div itemscope itemtype='http://schema.org/Comment'><i itemprop='author'>Troll Two</i></div>"), "byline",
    NULL, NULL },
  { "rdfa", NULL, BODY ("<span property='schema:author'>Jane Doe</span>"), "byline", "Jane Doe", "microdata" },
  /* the page's elements */
  { "time", NULL, BODY ("<time datetime='2018-05-31T15:48:00+02:00'>May 31</time>"), "published",
    "2018-05-31T15:48:00+02:00", "page" },
  { "time without a datetime", NULL, BODY ("<time>May 31, 2018</time>"), "published", "2018-05-31", "page" },
  { "data attribute", NULL, BODY ("<span class='timestamp' data-time='1527781680'>2 hours ago</span>"), "published",
    "2018-05-31T15:48:00Z", "page" },
  { "data attribute of the story", NULL, BODY ("<div data-post-published='2018-05-31 15:48:00.000'>x</div>"),
    "published", "2018-05-31T15:48:00", "page" },
  { "class", NULL, BODY ("<p class='date'>31 May 2018</p>"), "published", "2018-05-31", "page" },
  { "line", NULL, BODY ("<p>31 May 2018</p>"), "published", "2018-05-31", "page" },
  { "line of a change", NULL, BODY ("<p>Last updated: 31 May 2018</p>"), "published", "2018-05-31", "page" },
  { "date in the heading", NULL, "<h1>A day in the valley <small><i></i>31.05.2018</small></h1>" STORY, "published",
    "2018-05-31", "page" },
  { "date beside a heading", NULL, BODY ("<div><h5>Date:</h5>31.05.2018</div>"), "published", "2018-05-31", "page" },
  { "date before the first words", NULL,
    BODY ("<p>31.05.2018 – Once more the river has risen, and all of the bridges are closed, which has not been seen "
          "in a hundred years; people say that it was better before, and that it will not be better soon.</p>"),
    "published", "2018-05-31", "page" },
  { "date of a teaser", NULL, BODY ("<div class='related'><time datetime='2017-01-01'>x</time></div>"), "published",
    NULL, NULL },
  { "day and month by the country", "https://valley.example.co.uk/a", BODY ("<p>05/06/2018</p>"), "published",
    "2018-06-05", "page" },
  { "day and month by nothing", "https://valley.example.com/a", BODY ("<p>05/06/2018</p>"), "published", NULL, NULL },
  { "day and month by another date", "https://valley.example/a",
    "<meta name='date' content='05/06/2018 12:43:42'>" BODY ("<p>Created: 6 May 2018</p>"), "published", "2018-05-06",
    "page" },
  { "day and month against the country", "https://valley.example.ch/a",
    "<html lang=de-CH><meta name='date' content='11/01/2023 12:43:42'>" BODY ("<p>Erstellt am: 01. November 2023</p>"),
    "published", "2023-11-01T12:43:42", "meta" },
  { "day and hour apart", NULL,
    "<meta property='article:published_time' content='2018-06-01T01:48:10Z'>" BODY (
        "<div class='date-line'><time>31 May 2018</time> <time>21:48</time></div>"),
    "published", "2018-05-31T21:48:10-04:00", "open-graph" },
  { "midnight of a day somewhere on the page", NULL,
    "<html lang=de><script>x = {\"publishedAt\": 1527717600}</script>" BODY (
        "<p>In dem Tal war am 31.05.2018 alles wie sonst auch</p>"),
    "published", "2018-05-31T00:00:00+02:00", "script" },
  { "in the line of the path", NULL,
    BODY ("<div class='breadcrumbs'><a href='/'>Home</a> <time datetime='2018-05-31'>x</time></div>"), "published",
    "2018-05-31", "page" },
  { "available until", NULL, BODY ("<p>Video verf\303\274gbar bis: 31.05.2018</p>"), "published", NULL, NULL },
  { "posted on, under the story", NULL,
    BODY ("") "<p class=postmetadata>This entry was posted on Thursday, May 31st, 2018 at 3:48 pm and is filed under "
              "Valleys, Rivers and Bridges. You can follow any responses to this entry through the feed.</p>",
    "published", "2018-05-31T15:48", "page" },
  { "last change, at the foot of the page", NULL,
    BODY ("") "<footer><ul><li>This page was last modified on 31 May 2018, at 15:48.</li></ul></footer>", "published",
    "2018-05-31T15:48", "page" },
  { "day of a quoted post", NULL,
    BODY ("<blockquote><p>It is closed!</p>&mdash; Ann Lee (@annlee) <a href=/s>May 31, 2018</a></blockquote>"),
    "published", NULL, NULL },
  { "day of a comment", NULL, BODY ("<div class='comments'><p>posted on 31 May 2018</p></div>"), "published", NULL,
    NULL },
  { "day of a video", NULL,
    BODY ("<script type='application/ld+json'>{\"@type\":\"VideoObject\",\"uploadDate\":\"2018-05-31\"}</script>"),
    "published", "2018-05-31", "json-ld" },
  { "day of a video beside a line", NULL,
    BODY ("<p>30 May 2018</p><script "
          "type='application/ld+json'>{\"@type\":\"VideoObject\",\"uploadDate\":\"2018-05-31\"}</script>"),
    "published", "2018-05-30", "page" },
  { "script", NULL, BODY ("<script>var page = {\"publishedAt\": \"2018-05-31T15:48:00Z\"}</script>"), "published",
    "2018-05-31T15:48:00Z", "script" },
  { "data in an attribute", NULL, BODY ("<div data-props='{\"pub_date\":\"2018-05-31T15:48:00Z\"}'></div>"),
    "published", "2018-05-31T15:48:00Z", "script" },
  { "address", "https://valley.example/2018/05/31/a-day", BODY (""), "published", "2018-05-31", "url" },
  { "address with the day first", "https://valley.example/news/31-05-2018-a-day", BODY (""), "published", "2018-05-31",
    "url" },
  { "address in an archive", "https://archive.example/web/20200101/https://valley.example/2018/5/31/a-day", BODY (""),
    "published", "2018-05-31", "url" },
  { "rel author", NULL, BODY ("<a rel='author' href='/x'>Jane Doe</a>"), "byline", "Jane Doe", "page" },
  { "link to the author", NULL, BODY ("<p><a href='/author/jane-doe'>Jane Doe</a></p>"), "byline", "Jane Doe", "page" },
  { "author by class", NULL, BODY ("<div class='byline'>By <b>Jane Doe</b><br>Staff Writer</div>"), "byline",
    "Jane Doe", "page" },
  { "author by a line", NULL, BODY ("<p>By Jane Doe and John Smith</p>"), "byline", "Jane Doe, John Smith", "page" },
  { "author behind a label", NULL, BODY ("<p><b>By</b></p><p>Jane Doe</p>"), "byline", "Jane Doe", "page" },
  { "author with buttons", NULL,
    BODY ("<div class='author'>Jane Doe<a href='https://twitter.com/jd'>jd</a><button>Follow</button></div>"), "byline",
    "Jane Doe", "page" },
  { "author of a comment", NULL, BODY ("<div class='comments'><span class='author'>Troll Two</span></div>"), "byline",
    NULL, NULL },
  { "newsroom", NULL, BODY ("<div class='author'>Redaktion</div>"), "byline", "Redaktion", "page" },
  { "topic", NULL, BODY ("<a rel='tag' href='/t'>#Rivers</a>"), "keywords", "Rivers", "page" },
  { "topics by class", NULL,
    BODY ("<ul class='tags'><li><a href='/1'>Rivers <span>(12)</span></a></li><li><a href='/2'>Bridges</a></li></ul>"),
    "keywords", "Rivers|Bridges", "page" },
  { "topics of the site", NULL, BODY ("<nav><a rel='tag' href='/t'>Sports</a></nav>"), "keywords", NULL, NULL },
  { "trail", NULL,
    "<ol class='breadcrumb'><li><a href='/'>Home</a></li><li><a href='/p'>Politics</a></li><li>A day in the "
    "valley</li></ol>" BODY (""),
    "section", "Politics", "page" },
  { "language", NULL, BODY (""), "language", "en", "page" },
  { "deck by class", NULL, BODY ("<p class='standfirst'>What happened on a day that nobody will forget.</p>"), "deck",
    "What happened on a day that nobody will forget.", "page" },
  { "deck in a heading", NULL,
    "<meta name='description' content='What happened on a day that …'>" BODY (
        "<h2>What happened on a day that nobody in the valley will forget.</h2>"),
    "deck", "What happened on a day that nobody in the valley will forget.", "page" },
  { "heading in the story", NULL,
    BODY ("<p>It is a long story, and it needs many words before it comes to the first of its headings, so that there "
          "is no doubt that the story has begun long before that.</p><h2>What did the people of the valley do, and who "
          "was it that helped them?</h2>"),
    "deck", NULL, NULL },
  { "deck with entities", NULL, META ("description", "What the k&amp;uuml;hne people did &amp;amp; said."), "deck",
    "What the kühne people did & said.", "meta" },
  /* agreement */
  { "two against one", "https://valley-post.example/a",
    "<meta property='og:title' content='A long day | Valley Post'><title>A long day | Valley Post</title><h1>Valley "
    "Post</h1><h2>A long day</h2>" STORY,
    "headline", "A long day", "open-graph" },
  { "the same in other words", NULL,
    "<meta property='og:title' content='River rises in valley after rain'><title>River rises in valley after "
    "rain</title><h1>After the rain the river rises, and the whole valley waits</h1>" STORY,
    "headline", "After the rain the river rises, and the whole valley waits", "page" },
  { "a day that others give too", NULL,
    "<meta name='pubdate' content='2018-06-02'><meta property='article:published_time' "
    "content='2018-05-31T15:48'><time datetime='2018-05-31'>x</time>" BODY (""),
    "published", "2018-05-31T15:48", "open-graph" },
  { "a date that may be the change", NULL, "<meta name='date' content='2018-06-09'>" BODY ("<p>31 May 2018</p>"),
    "published", "2018-05-31", "page" },
  { "a change before the publishing", NULL,
    "<meta name='date' content='2018-06-09'>" BODY ("<p>Updated: 31 May 2018</p>"), "published", "2018-05-31", "page" },
  { "dates of other stories in scripts", NULL,
    "<meta property='article:modified_time' content='2018-05-31'>" BODY (
        "<script>x = [{\"publishedAt\": \"2012-01-01\"}, {\"publishedAt\": \"2013-01-01\"}]</script>"),
    "published", "2018-05-31", "open-graph" },
  { "the clock that the page shows", NULL,
    "<meta property='article:published_time' content='2018-06-01T01:48:10Z'>" BODY (
        "<p class='date'>May 31, 2018, 9:48 p.m.</p>"),
    "published", "2018-05-31T21:48:10-04:00", "open-graph" },
  { "an offset behind the same time", NULL,
    "<meta property='article:published_time' content='2018-05-31T15:48:00Z'>" BODY (
        "<time datetime='2018-05-31T15:48:00+09:00'>x</time>"),
    "published", "2018-05-31T15:48:00+09:00", "page" },
  { "the site as the author", "https://valley-post.example/a",
    "<meta name='author' content='Valley Post'>" BODY ("<p>By Jane Doe</p>"), "byline", "Jane Doe", "page" },
  { "an account as the author", NULL, "<meta name='author' content='wpadmin'>" BODY ("<p>By Jane Doe</p>"), "byline",
    "Jane Doe", "page" },
  { "the second heading is in the title", NULL,
    "<title>Old bridge closes in town | Office of Bridges</title><h1>News releases</h1><h1>Old bridge closes in "
    "town</h1>" STORY,
    "headline", "Old bridge closes in town", "page" },
  { "a kicker in the heading", NULL,
    "<title>Old bridge closes in town</title><meta property='og:title' content='Old bridge closes in town'><h1 "
    "itemprop='headline'><small>Testville</small><br>Old bridge closes in town</h1>" STORY,
    "headline", "Old bridge closes in town", "open-graph" },
  { "a heading of a dialog", NULL,
    "<title>Old bridge closes in town</title>" STORY "<div class='tooltip'><h1>Original text</h1></div>", "headline",
    "Old bridge closes in town", "page" },
  { "quotation marks that end the attribute", NULL,
    "<title>Mayor calls the flood \"unfair\"</title><meta property=\"og:title\" content=\"Mayor calls the flood "
    "\"unfair\"\"><meta name=\"twitter:title\" content=\"Mayor calls the flood \"unfair\"\">" STORY,
    "headline", "Mayor calls the flood \"unfair\"", "page" },
  { "a site behind a Chinese title", NULL, "<title>老桥将于周五关闭维修_本地_河谷网</title>" STORY, "headline",
    "老桥将于周五关闭维修", "page" },
  { "a dash in a Chinese title", NULL, "<title>老桥关闭-河谷网</title>" STORY, "headline", "老桥关闭-河谷网", "page" },
  { "deck as the second heading", NULL,
    "<meta name='description' content='It was a Thursday when the town met its own…'><meta property='og:description' "
    "content='My talk about bridges'><h1>A day in the valley</h1><h1>My talk about the bridges of the town</h1>" STORY,
    "deck", "It was a Thursday when the town met its own…", "meta" },
  { "deck as the second heading, and described so", NULL,
    "<meta name='description' content='It was a Thursday when the town met its own…'><meta property='og:description' "
    "content='My talk about the bridges of the town'><h1>A day in the valley</h1><h1>My talk about the bridges of the "
    "town</h1>" STORY,
    "deck", "My talk about the bridges of the town", "page" },
  { "the time of the change in both places", NULL,
    "<meta property='article:modified_time' content='2018-05-31T18:06:00Z'>" BODY (
        "<time itemprop='datePublished' datetime='2018-05-31T18:06:00Z'>May 31, 2018</time><meta "
        "itemprop='datePublished' content='2018-05-31T12:31:48Z'>"),
    "published", "2018-05-31T12:31:48Z", "microdata" },
  { "the same minute by another clock", NULL,
    "<meta property='article:modified_time' content='2018-05-31T18:06:00Z'>" BODY (
        "<time itemprop='datePublished' datetime='2018-05-31T18:06:00Z'>May 31, 2018</time><meta "
        "itemprop='datePublished' content='2018-05-31T16:06:00Z'>"),
    "published", "2018-05-31T18:06:00Z", "microdata" },
  { "heading named after the site", NULL,
    "<title>A ferry ends | Harbour Notes</title><header><h1 class='site-title'>Harbour Notes</h1></header><h2>A ferry "
    "ends</h2>" STORY,
    "headline", "A ferry ends", "page" },
  { "heading that leads to the front page", NULL,
    "<title>A ferry ends | Harbour Notes</title><h1><a href='https://www.example.org/'>Harbour Notes</a></h1><h2>A "
    "ferry "
    "ends</h2>" STORY,
    "headline", "A ferry ends", "page" },
  { "an hour that no clock makes midnight", NULL,
    "<meta property='article:published_time' content='2018-05-31T11:00:00Z'>" BODY ("<p>May 31, 2018</p>"), "published",
    "2018-05-31T11:00:00Z", "open-graph" },
  { "midnight of the next day", NULL,
    "<meta property='article:published_time' content='2018-05-30T15:00:00Z'>" BODY ("<p>May 31, 2018</p>"), "published",
    "2018-05-31T00:00:00+09:00", "open-graph" },
  { "day of a press release", NULL,
    BODY ("<p>NORHOLM, May 31, 2018 /Islandwire/ -- The office that runs the boats of the islands said today that the "
          "ferry between them ends in October, after more than forty years.</p>"),
    "published", "2018-05-31", "page" },
  { "author in a line that breaks make", NULL,
    "<title>Old bridge closes in town</title><table><tr><td><b>Old bridge closes in town</b><br><i>By Jane Doe, staff "
    "writer</i><br>May 31, 2018<br><br>It is a long story, with more than one sentence in it, and it goes on and on "
    "about the bridge, the river, the ferry and the mayor, who is not amused, and neither is the council of the "
    "town.</table>",
    "byline", "Jane Doe", "page" },
  { "publisher in microdata", NULL,
    BODY ("<div itemprop='publisher' itemscope itemtype='http://schema.org/Organization'><meta itemprop='name' "
          "content='Valley Post'></div>"),
    "site", "Valley Post", "microdata" },
  { "more authors in the line", NULL,
    "<meta name='parsely-author' content='Jane Doe'>" BODY ("<p>By Jane Doe and John Smith</p>"), "byline",
    "Jane Doe, John Smith", "meta" },
};

static char *
dup_field (const NpArticle *article, const char *field)
{
  if (strcmp (field, "headline") == 0)
    return g_strdup (article->headline);
  if (strcmp (field, "deck") == 0)
    return g_strdup (article->deck);
  if (strcmp (field, "byline") == 0)
    return g_strdup (article->byline);
  if (strcmp (field, "published") == 0)
    return g_strdup (article->published);
  if (strcmp (field, "updated") == 0)
    return g_strdup (article->updated);
  if (strcmp (field, "site") == 0)
    return g_strdup (article->site_name);
  if (strcmp (field, "section") == 0)
    return g_strdup (article->section);
  if (strcmp (field, "language") == 0)
    return g_strdup (article->language);
  if (article->keywords->len == 0)
    return NULL;
  g_ptr_array_add (article->keywords, NULL);
  return g_strjoinv ("|", (char **) article->keywords->pdata);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  const char *url = row->url != NULL ? row->url : "https://www.example.org/story";
  g_autofree char *html = g_strdup_printf ("<!DOCTYPE html><html lang='en'>%s</html>", row->html), *value = NULL;
  g_autoptr (NpDom) dom = np_dom_parse (html, strlen (html));
  g_autoptr (NpMetadata) metadata = np_metadata_new ();
  g_autoptr (NpArticle) article = np_article_new ();

  np_metadata_read (metadata, dom, url);
  np_metadata_choose (metadata, url, url, article);
  value = dup_field (article, row->field);
  if (g_strcmp0 (value, row->value) != 0)
    {
      g_test_message ("%s: %s, not %s", row->field, value, row->value);
      g_test_fail ();
    }
  else if (row->value != NULL)
    g_assert_cmpstr (g_hash_table_lookup (article->provenance.fields, row->field), ==, row->source);
}

static void
test_locale (void)
{
  static const struct
  {
    const char *language, *domain, *locale;
  } locales[] = {
    { "en", "valley.example", "en" },
    { "en", "valley.example.co.uk", "en-GB" },
    { "en-US", "valley.de", "en-DE" },
    { "en_US", "valley.example", "en-US" },
    { NULL, "valley.de", "de-DE" },
    { NULL, "valley.ch", "und-CH" },
    { "zh-Hant-TW", NULL, "zh-TW" },
    { "de; charset=utf-8", "valley.at", "de-AT" },
    { "", "valley.example", NULL },
    { "english", "valley.example", NULL },
    { NULL, NULL, NULL },
    { "es", "valley.com.co", "es-CO" },
    { "en", "valley.co", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *locale = np_metadata_dup_locale (locales[i].language, locales[i].domain);

      g_test_message ("%s, %s", locales[i].language, locales[i].domain);
      g_assert_cmpstr (locale, ==, locales[i].locale);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/metadata/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/extract/metadata/locale", test_locale);
  return g_test_run ();
}
