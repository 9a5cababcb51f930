#include "extract/np-feed-reader.h"

#include <string.h>

/* What a row asks for: a member of the feed, or with "0." of its first entry. */
static const char *
get_member (const NpFeed *feed, const char *path)
{
  const NpFeedEntry *entry = feed->entries->len > 0 ? feed->entries->pdata[0] : NULL;
  const struct
  {
    const char *path, *value;
  } members[] = {
    { "title", feed->title },
    { "link", feed->link },
    { "language", feed->language },
    { "author", feed->author },
    { "subtitle", feed->subtitle },
    { "id", feed->id },
    { "published", feed->published },
    { "updated", feed->updated },
    { "feed", feed->feeds->len > 0 ? feed->feeds->pdata[0] : NULL },
    { "0.id", entry != NULL ? entry->id : NULL },
    { "0.title", entry != NULL ? entry->title : NULL },
    { "0.link", entry != NULL ? entry->link : NULL },
    { "0.author", entry != NULL ? entry->author : NULL },
    { "0.published", entry != NULL ? entry->published : NULL },
    { "0.updated", entry != NULL ? entry->updated : NULL },
    { "0.summary", entry != NULL ? entry->summary : NULL },
    { "0.content", entry != NULL ? entry->content : NULL },
    { "0.language", entry != NULL ? entry->language : NULL },
    { "0.tag", entry != NULL && entry->tags->len > 0 ? entry->tags->pdata[0] : NULL },
    { "0.file",
      entry != NULL && entry->enclosures->len > 0 ? ((NpFeedEnclosure *) entry->enclosures->pdata[0])->url : NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i].path, path))
      return members[i].value;
  g_assert_not_reached ();
}

static NpFeed *
read (const char *bytes, gsize length, const char *url, const char *charset)
{
  g_autoptr (GBytes) content = g_bytes_new_static (bytes, length);
  g_autoptr (NpPage) page = np_page_new (content);

  page->url = g_strdup (url);
  page->charset = g_strdup (charset);
  return np_feed_read (page, NULL);
}

typedef struct
{
  const char *name, *bytes, *path, *value;
} Row;

#define RSS(channel) "<rss version='2.0'><channel>" channel "</channel></rss>"
#define ITEM(inner)  RSS ("<item>" inner "</item>")
#define ATOM(inner)  "<feed xmlns='http://www.w3.org/2005/Atom'>" inner "</feed>"
#define ENTRY(inner) ATOM ("<entry>" inner "</entry>")
#define RDF_OPEN     "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
#define DC           " xmlns:dc='http://purl.org/dc/elements/1.1/'"

static void
check_rows (const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (NpFeed) feed = read (rows[i].bytes, strlen (rows[i].bytes), "https://example.org/feeds/all.xml", NULL);
      const char *value = feed != NULL ? get_member (feed, rows[i].path) : "(no feed)";

      if (g_strcmp0 (value, rows[i].value) != 0)
        {
          g_test_message ("%s: %s is “%s”, not “%s”", rows[i].name, rows[i].path, value, rows[i].value);
          g_test_fail ();
        }
    }
}

static void
test_formats (void)
{
  static const Row rows[] = {
    { "RSS", RSS ("<title>Harbour news</title>"), "title", "Harbour news" },
    { "RSS without version", "<rss><channel><title>Old</title></channel></rss>", "title", "Old" },
    { "RSS whose root is lost", "<channel><title>Bare</title><item><title>One</title></item></channel>", "0.title",
      "One" },
    { "RSS in capitals", "<RSS><CHANNEL><ITEM><TITLE>Loud</TITLE></ITEM></CHANNEL></RSS>", "0.title", "Loud" },
    { "items outside", "<rss><channel/><item><title>Out</title></item></rss>", "0.title", "Out" },
    { "an item's picture has a title too", RSS ("<image><title>no</title></image><title>yes</title>"), "title", "yes" },
    { "a text input has a link too", RSS ("<textInput><link>https://no/</link></textInput>"), "link", NULL },
    { "RDF", RDF_OPEN "<channel/><item rdf:about='https://example.org/1'><title>R</title></item></rdf:RDF>", "0.title",
      "R" },
    { "RDF id", RDF_OPEN "<item rdf:about='https://example.org/1'/></rdf:RDF>", "0.id", "https://example.org/1" },
    { "RDF link", RDF_OPEN "<item rdf:about='https://example.org/1'/></rdf:RDF>", "0.link", "https://example.org/1" },
    { "RDF with a prefix",
      "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns:s='http://purl.org/rss/1.0/'><s:item><s:title>P</s:title></s:item></r:RDF>",
      "0.title", "P" },
    { "Atom", ATOM ("<title>Quay</title>"), "title", "Quay" },
    { "Atom 0.3", "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><tagline>T</tagline></feed>", "subtitle", "T" },
    { "Atom with a prefix", "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>P</a:title></a:feed>", "title",
      "P" },
    { "Atom without a namespace", "<feed><entry><id>x</id></entry></feed>", "0.id", "x" },
    { "one Atom entry", "<entry xmlns='http://www.w3.org/2005/Atom'><title>One</title></entry>", "0.title", "One" },
    { "CDF", "<CHANNEL HREF='https://example.org/'><ITEM HREF='/1' LASTMOD='1998-05-31T10:00Z'/></CHANNEL>", "0.link",
      "https://example.org/1" },
    { "CDF time", "<CHANNEL><ITEM LASTMOD='1998-05-31T10:00Z'/></CHANNEL>", "0.updated", "1998-05-31T10:00Z" },
    { "JSON Feed",
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":[{\"id\":7,\"content_html\":"
      "\"<p>A</p><p>B</p>\",\"authors\":[{\"name\":\"Ann\"},{\"name\":\"Ben\"}]}]}",
      "0.content", "A\nB" },
    { "JSON Feed id", "{\"items\":[{\"id\":7}]}", "0.id", "7" },
    { "JSON Feed authors", "{\"items\":[{\"authors\":[{\"name\":\"Ann\"},{\"name\":\"Ben\"}]}]}", "0.author",
      "Ann, Ben" },
    { "JSON Feed 1.0 author", "{\"author\":{\"name\":\"Ann\"},\"items\":[{}]}", "0.author", "Ann" },
    { "JSON Feed link", "{\"items\":[{\"url\":\"../one\"}]}", "0.link", "https://example.org/one" },
    { "JSON Feed broken", "{\"items\":[{\"id\":\"x\",}],}", "0.id", "x" },
    { "a page that names a feed",
      "<!doctype html><head><link rel='alternate' type='application/rss+xml' title='Comments' href='/c'><link "
      "rel=alternate type=application/atom+xml href=/a></head>",
      "feed", "https://example.org/a" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_members (void)
{
  static const Row rows[] = {
    { "permalink", ITEM ("<guid>https://example.org/g</guid>"), "0.link", "https://example.org/g" },
    { "no permalink", ITEM ("<guid isPermaLink='false'>https://example.org/g</guid>"), "0.link", NULL },
    { "guid and link", ITEM ("<guid>https://example.org/g</guid><link>https://example.org/l</link>"), "0.link",
      "https://example.org/l" },
    { "relative link", ITEM ("<link> ../x </link>"), "0.link", "https://example.org/x" },
    { "Atom's link in RSS", ITEM ("<link href='https://example.org/h'/>"), "0.link", "https://example.org/h" },
    { "where a link really leads",
      "<rss xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'><channel><item><link>https://p/</link>"
      "<feedburner:origLink>https://o/</feedburner:origLink></item></channel></rss>",
      "0.link", "https://o/" },
    { "xml:base", ATOM ("<entry xml:base='/deep/er/'><link href='x'/></entry>"), "0.link",
      "https://example.org/deep/er/x" },
    { "xml:base twice", "<feed xml:base='https://b.example/'><entry xml:base='a/'><link href='x'/></entry></feed>",
      "0.link", "https://b.example/a/x" },
    { "rel=self is not the story", ENTRY ("<link rel='self' href='/self'/><link href='/story'/>"), "0.link",
      "https://example.org/story" },
    { "a page before a file", ENTRY ("<link type='application/pdf' href='/p'/><link type='text/html' href='/h'/>"),
      "0.link", "https://example.org/h" },
    { "enclosure of Atom", ENTRY ("<link rel='enclosure' href='/s.mp3'/>"), "0.file", "https://example.org/s.mp3" },
    { "enclosure of RSS", ITEM ("<enclosure url='/s.mp3' length='5' type='audio/mpeg'/>"), "0.file",
      "https://example.org/s.mp3" },
    { "content elsewhere", ENTRY ("<content src='/c'/>"), "0.link", "https://example.org/c" },
    { "author", ITEM ("<author>ann@example.org (Ann)</author>"), "0.author", "ann@example.org (Ann)" },
    { "creators",
      "<rss" DC "><channel><item><dc:creator>Ann</dc:creator><dc:creator>Ben</dc:creator></item></channel></rss>",
      "0.author", "Ann, Ben" },
    { "person", ENTRY ("<author><name>Ann</name><email>a@example.org</email></author>"), "0.author",
      "Ann (a@example.org)" },
    { "author of the feed", ATOM ("<author><name>Ann</name></author><entry/>"), "0.author", "Ann" },
    { "author of the source",
      ATOM ("<author><name>Ann</name></author><entry><source><author><name>Ben</name></author>"
            "</source></entry>"),
      "0.author", "Ben" },
    { "a forgotten namespace", ITEM ("<dc:creator>Ann</dc:creator>"), "0.author", "Ann" },
    { "title of media",
      "<rss xmlns:media='http://search.yahoo.com/mrss/'><channel><item><media:group><media:title>M"
      "</media:title></media:group></item></channel></rss>",
      "0.title", "M" },
    { "own title before media's",
      "<rss xmlns:media='http://search.yahoo.com/mrss/'><channel><item><media:title>M"
      "</media:title><title>T</title></item></channel></rss>",
      "0.title", "T" },
    { "tag", ITEM ("<category>Ports</category>"), "0.tag", "Ports" },
    { "tag of Atom", ENTRY ("<category term='ports'/>"), "0.tag", "ports" },
    { "language", RSS ("<language>de-ch</language>"), "language", "de-ch" },
    { "xml:lang", "<feed xml:lang='fr'><entry/></feed>", "0.language", "fr" },
    { "xml:lang taken back", "<feed xml:lang='fr'><entry xml:lang=''/></feed>", "0.language", NULL },
    { "managing editor", RSS ("<managingEditor>ann@example.org</managingEditor>"), "author", "ann@example.org" },
    { "pubDate", ITEM ("<pubDate>Thu, 31 May 2018 15:48:09 EDT</pubDate>"), "0.published",
      "2018-05-31T15:48:09-04:00" },
    { "year of two digits", ITEM ("<pubDate>Thu, 31 May 18 15:48 GMT</pubDate>"), "0.published", "2018-05-31T15:48Z" },
    { "wrong day of the week", ITEM ("<pubDate>Monday, 31 May 2018 5:48:09 +0200</pubDate>"), "0.published",
      "2018-05-31T05:48:09+02:00" },
    { "no zone", ITEM ("<pubDate>31 May 2018 15:48:09</pubDate>"), "0.published", "2018-05-31T15:48:09" },
    { "a zone nobody knows", ITEM ("<pubDate>31 May 2018 15:48:09 XYZ</pubDate>"), "0.published",
      "2018-05-31T15:48:09" },
    { "asctime", ITEM ("<pubDate>Thu May 31 15:48:09 2018</pubDate>"), "0.published", "2018-05-31T15:48:09" },
    { "with hyphens", ITEM ("<pubDate>31-May-2018 03:48:09 PM</pubDate>"), "0.published", "2018-05-31T15:48:09" },
    { "a day", ITEM ("<pubDate>2018-05-31</pubDate>"), "0.published", "2018-05-31" },
    { "a month", ITEM ("<pubDate>2018-05</pubDate>"), "0.published", "2018-05-01" },
    { "midnight at the end", ENTRY ("<updated>2018-05-31T24:00:00Z</updated>"), "0.updated", "2018-06-01T00:00:00Z" },
    { "fractions", ENTRY ("<updated>2018-05-31T15:48:09.123-05:00</updated>"), "0.updated",
      "2018-05-31T15:48:09-05:00" },
    { "the last of several", ENTRY ("<updated>2018-05-31</updated><updated>2017-01-01</updated>"), "0.updated",
      "2017-01-01" },
    { "in words", RSS ("<language>de</language><item><pubDate>31. Mai 2018</pubDate></item>"), "0.published",
      "2018-05-31" },
    { "no date", ITEM ("<pubDate>soon</pubDate>"), "0.published", NULL },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_texts (void)
{
  static const Row rows[] = {
    { "escaped once", ITEM ("<title>A &amp; B</title>"), "0.title", "A & B" },
    { "escaped twice", ITEM ("<title>A &amp;amp; B</title>"), "0.title", "A & B" },
    { "less than", ITEM ("<title>1 &lt; 2</title>"), "0.title", "1 < 2" },
    { "markup in a title", ITEM ("<title>The &lt;i>Ann&lt;/i> sails</title>"), "0.title", "The Ann sails" },
    { "not markup", ITEM ("<title>How &lt;blob&gt; works</title>"), "0.title", "How <blob> works" },
    { "CDATA", ITEM ("<title><![CDATA[A <b>B</b> &eacute;]]></title>"), "0.title", "A B é" },
    { "description", ITEM ("<description>&lt;p>A&lt;/p>&lt;p>B&lt;/p></description>"), "0.summary", "A B" },
    { "naked markup", ITEM ("<description><p>A <b>B</b></p></description>"), "0.summary", "A B" },
    { "a picture", ITEM ("<description>&lt;img src='x' onerror='y'></description>"), "0.summary", "" },
    { "content",
      "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item><content:encoded>"
      "<![CDATA[<p>A</p><p>B<br>C</p>]]></content:encoded></item></channel></rss>",
      "0.content", "A\nB\nC" },
    { "body", ITEM ("<body xmlns='http://www.w3.org/1999/xhtml'><p>A</p></body>"), "0.content", "A" },
    { "text is verbatim", ENTRY ("<title type='text'>&lt;b>A&lt;/b></title>"), "0.title", "<b>A</b>" },
    { "html", ENTRY ("<title type='html'>&lt;b>A&lt;/b> &amp;amp; B</title>"), "0.title", "A & B" },
    { "xhtml", ENTRY ("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A &lt;b> <br/>B</div></title>"),
      "0.title", "A <b> B" },
    { "no type", ENTRY ("<title>&lt;b>A&lt;/b></title>"), "0.title", "A" },
    { "base64", ENTRY ("<content type='application/octet-stream'>PGI+QTwvYj4=</content>"), "0.content", "A" },
    { "escaped by mode", ENTRY ("<title type='text/html' mode='escaped'>&lt;b>A&lt;/b></title>"), "0.title", "A" },
    { "script", ITEM ("<description>A&lt;script>evil()&lt;/script>B&lt;style>b{}&lt;/style></description>"),
      "0.summary", "AB" },
    { "script as elements", ENTRY ("<summary type='xhtml'><div>A<script>evil()</script>B</div></summary>"), "0.summary",
      "AB" },
    { "script in an iframe",
      ITEM ("<description>A&lt;iframe>&lt;script>evil()&lt;/script> B&lt;/iframe></description>"), "0.summary", "A B" },
    { "script in a name", ITEM ("<author>Ann&lt;script>evil()&lt;/script></author>"), "0.author", "Ann" },
    /* what is not XML */
    { "entities of HTML", ITEM ("<title>Caf&eacute;&nbsp;&hellip;</title>"), "0.title", "Café …" },
    { "a lone &", ITEM ("<title>A & B &c;</title>"), "0.title", "A & B &c;" },
    { "windows-1252 by number", ITEM ("<title>A&#146;s</title>"), "0.title", "A’s" },
    { "characters XML has not", ITEM ("<title>A\x01\x0B&#0;&#8;B</title>"), "0.title", "AB" },
    { "an element that is not closed", ITEM ("<description>A<br>B</description><title>T</title>"), "0.title", "T" },
    { "ends in the wrong order", ITEM ("<description><b><i>A</b></i></description><title>T</title>"), "0.title", "T" },
    { "an attribute without quotes", ENTRY ("<link href=/x rel=alternate>"), "0.link", "https://example.org/x" },
    { "an attribute twice", ENTRY ("<link href='/x' href='/y'/>"), "0.link", "https://example.org/x" },
    { "cut off", "<rss><channel><item><title>A</title><description>B", "0.summary", "B" },
    { "something before it", "\n\n  oops <?xml version='1.0'?><rss><channel><title>A</title></channel></rss>", "title",
      "A" },
    { "something after it", RSS ("<title>A</title>") "<!-- x --><p>x", "title", "A" },
    { "a declared entity is not one",
      "<!DOCTYPE rss [<!ENTITY a 'xxxxxxxx'><!ENTITY b "
      "'&a;&a;&a;&a;'>]><rss><channel><title>&b;</title></channel></rss>",
      "title", "&b;" },
    { "a file is not read",
      "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss><channel><title>A&a;</title></channel></rss>",
      "title", "A&a;" },
    { "comments in the way", "<!-- <rss> --><rss><!-- -- --><channel><title>A<!-- x -->B</title></channel></rss>",
      "title", "AB" },
    { "CDATA that never ends", "<rss><channel><title><![CDATA[A", "title", "A" },
    /* nothing */
    { "a web page", "<!doctype html><p>Hello</p>", "title", "(no feed)" },
    { "text", "Hello", "title", "(no feed)" },
    { "other JSON", "{\"a\":1}", "title", "(no feed)" },
    { "nothing", " \n ", "title", "(no feed)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i].value, "(no feed)") == 0)
      g_assert_null (read (rows[i].bytes, strlen (rows[i].bytes), NULL, NULL));
    else
      check_rows (rows + i, 1);
}

static void
test_charsets (void)
{
#define BODY "<rss><channel><title>Caf\xE9</title></channel></rss>"
  static const struct
  {
    const char *name, *bytes;
    gsize length;
    const char *charset, *title;
  } rows[] = {
#define LITERAL(text) text, sizeof text - 1
    { "declared", LITERAL ("<?xml version='1.0' encoding='iso-8859-1'?>" BODY), NULL, "Café" },
    { "by the transport", LITERAL (BODY), "iso-8859-1", "Café" },
    { "by nobody", LITERAL (BODY), NULL, "Café" },
    { "declared as UTF-8", LITERAL ("<?xml version='1.0' encoding='utf-8'?>" BODY), NULL, "Café" },
    { "declared wrongly",
      LITERAL ("<?xml version='1.0' encoding='us-ascii'?><rss><channel><title>Caf\xC3\xA9</title></channel></rss>"),
      NULL, "Café" },
    { "declared as UTF-16",
      LITERAL ("<?xml version='1.0' encoding='utf-16'?><rss><channel><title>Caf\xC3\xA9</title></channel></rss>"), NULL,
      "Café" },
    { "an encoding nobody has", LITERAL ("<?xml version='1.0' encoding='martian'?>" BODY), NULL, "Café" },
    { "a mark", LITERAL ("\xEF\xBB\xBF<rss><channel><title>Caf\xC3\xA9</title></channel></rss>"), NULL, "Café" },
    { "windows-1251",
      LITERAL (
          "<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>\xCC\xE8\xF0</title></channel></rss>"),
      NULL, "Мир" },
    { "UTF-16 without a mark",
      LITERAL ("<\0r\0s\0s\0>\0<\0c\0h\0a\0n\0n\0e\0l\0>\0<\0t\0i\0t\0l\0e\0>\0\xE9\0<\0/\0t\0i\0t\0l\0e\0>\0"), NULL,
      "é" },
    { "zero bytes", LITERAL ("<rss><channel><title>Ca\0f\xC3\xA9</title></channel></rss>"), NULL, "Café" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpFeed) feed = read (rows[i].bytes, rows[i].length, NULL, rows[i].charset);

      g_test_message ("%s", rows[i].name);
      g_assert_nonnull (feed);
      g_assert_cmpstr (feed->title, ==, rows[i].title);
    }
}

/* Sizes that no feed has: each has to end, soon, with as much as can be had. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *name, *before, *again, *after;
    guint times;
  } rows[] = {
    { "deep", "<rss><channel>", "<a>", "", 100000 },
    { "deep markup", "<rss><channel><title>T</title><item><description>", "&lt;div>", "", 100000 },
    { "deep markup as elements", "<rss><channel><title>T</title><item><description>", "<div>", "", 100000 },
    { "many entries", "<rss><channel>", "<item><title>x</title></item>", "</channel></rss>", 100000 },
    { "many attributes", "<rss ", "a='b' ", "><channel/></rss>", 100000 },
    { "many references", "<rss><channel><title>", "&amp;", "</title></channel></rss>", 1000000 },
    { "many comments", "<rss><channel>", "<!---->", "</channel></rss>", 200000 },
    { "many tags", "<rss><channel><item>", "<category>x</category>", "</item></channel></rss>", 100000 },
    { "brackets", "{\"items\":", "[", "", 100000 },
    { "ends", "<rss><channel>", "</x>", "<title>", 200000 },
    { "declarations", "<!DOCTYPE ", "<!ENTITY [", "><rss/>", 100000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) bytes = g_string_new (rows[i].before);
      g_autoptr (NpFeed) feed = NULL;

      g_test_message ("%s", rows[i].name);
      for (guint k = 0; k < rows[i].times; k++)
        g_string_append (bytes, rows[i].again);
      g_string_append (bytes, rows[i].after);
      feed = read (bytes->str, bytes->len, NULL, NULL);
      g_assert_true (feed == NULL || feed->entries->len <= NP_FEED_MAX_ENTRIES);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/extract/feed/formats", test_formats);
  g_test_add_func ("/extract/feed/members", test_members);
  g_test_add_func ("/extract/feed/texts", test_texts);
  g_test_add_func ("/extract/feed/charsets", test_charsets);
  g_test_add_func ("/extract/feed/hostile", test_hostile);
  return g_test_run ();
}
