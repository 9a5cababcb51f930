#include "story.h"

#include <string.h>

/* Kinds of stories that are made otherwise than a headline and paragraphs, each as a page of its own, and what becomes
 * of it: its blocks with their depth, and its photos. */
typedef struct
{
  const char *name, *html, *blocks, *figures;
} Row;

#define ONE   "The mayor of Testville said on Friday that the old bridge will be closed until the end of the year."
#define TWO   "Drivers will have to take the road along the river, which adds twenty minutes to every way to work."
#define THREE "The bridge was built for horses, and it has carried trucks for decades, say the town's engineers."

#define SHARE "<div class=share><a href=/s>Share this post</a></div>"

static const Row rows[] = {
  { "photo-in-a-field-between-headline-and-text",
    "<h1>Old bridge closes in town</h1><div class=node><div class=submitted>Jane Doe, 31.05.2018</div><div "
    "class=field-photo><img src=/a.jpg width=480 height=320><blockquote class=image-field-caption><p>The bridge on "
    "Friday. "
    "Photo: Ann Lee</p></blockquote></div><div class=field-body><p>" ONE "</p><p>" TWO "</p><p>" THREE
    "</p></div></div><div class=side><p>Other news of the town</p></div>",
    "p " ONE "\np " TWO "\np " THREE "\n", "a.jpg|The bridge on Friday.|Ann Lee\n" },
  { "told-while-it-happens",
    "<main><h1>Live: the bridge closes</h1><p>All that happens on the day when the old bridge of Testville closes.</p>"
    "<div class=live-post><time datetime='2018-05-31T12:00Z'>12:00</time><h2>The last truck</h2><p>" ONE "</p>" SHARE
    "</div><div class=live-post><time datetime='2018-05-31T11:00Z'>11:00</time><h2>A long row</h2><p>" TWO "</p>" SHARE
    "</div><div class=live-post><time datetime='2018-05-31T10:00Z'>10:00</time><h2>The engineers come</h2><p>" THREE
    "</p>" SHARE "</div></main>",
    "p All that happens on the day when the old bridge of Testville closes.\np 12:00\nh2 The last truck\np " ONE
    "\np 11:00\nh2 A long row\np " TWO "\np 10:00\nh2 The engineers come\np " THREE "\n",
    "" },
  { "gallery",
    "<article><h1>The bridge in pictures</h1><p>" ONE "</p><ul class=gallery><li class=slide><img src=/a.jpg width=900 "
    "height=600><div class=caption>The bridge at dawn.</div><div class=credit>Ann Lee/AFP</div></li><li class=slide>"
    "<img src=/b.jpg width=900 height=600><div class=caption>Trucks wait in a row.</div><div class=credit>Bo "
    "Li/Reuters</div></li></ul></article>",
    "p " ONE "\nfigure 1\n", "a.jpg|The bridge at dawn.|Ann Lee/AFP\nb.jpg|Trucks wait in a row.|Bo Li/Reuters\n" },
  { "interview",
    "<article><h1>The bridge was built for horses</h1><p>" ONE "</p><p><strong>Why now?</strong></p><p>" TWO
    "</p><p><strong>And who pays?</strong></p><p>" THREE "</p></article>",
    "p " ONE "\np Why now?\np " TWO "\np And who pays?\np " THREE "\n", "" },
  { "list-of-things",
    "<article><h1>Two ways around the bridge</h1><p>" ONE "</p><h2>1. The river road</h2><figure><img src=/a.jpg "
    "width=600 height=400><figcaption>The road in May. Photo: Ann Lee</figcaption></figure><p>" TWO
    "</p><h2>2. The ferry</h2><p>" THREE "</p></article>",
    "p " ONE "\nh2 1. The river road\nfigure 0\np " TWO "\nh2 2. The ferry\np " THREE "\n",
    "a.jpg|The road in May.|Ann Lee\n" },
  { "first-of-several-pages",
    "<article><h1>Old bridge closes in town</h1><p>" ONE "</p><p>" TWO "</p><p>" THREE
    "</p><div class=pagination><span>Page 1 of 3</span> <a href=?page=2>2</a> <a href=?page=3>3</a> <a rel=next "
    "href=?page=2>Next page</a></div></article>",
    "p " ONE "\np " TWO "\np " THREE "\n", "" },
  { "amp",
    "<html amp><body><article><h1>Old bridge closes in town</h1><amp-carousel width=400 height=300 type=slides><figure>"
    "<amp-img src=/a.jpg width=800 height=600></amp-img><figcaption>The bridge. Ann Lee/AFP</figcaption></figure>"
    "<figure><amp-img src=/b.jpg width=800 height=600></amp-img><figcaption>The road. Bo Li/Reuters</figcaption>"
    "</figure></amp-carousel><p>" ONE "</p><amp-ad width=300 height=250 type=x>Advertisement</amp-ad><p>" TWO
    "</p><amp-social-share type=email>Share</amp-social-share><p>" THREE "</p></article>",
    "figure 1\np " ONE "\np " TWO "\np " THREE "\n", "a.jpg|The bridge.|Ann Lee/AFP\nb.jpg|The road.|Bo Li/Reuters\n" },
  { "blocks-of-all-kinds",
    "<article><h1>Old bridge closes in town</h1><p>" ONE "</p><ol><li>First the cars<ul><li>small ones<li>large ones"
    "<ol><li>with trailers</ol></ul><li>Then the trucks</ol><dl><dt>Bridge<dd>A way over water<dt>Ferry<dd>A slower "
    "one</dl><p>" TWO "</p><table><tr><th>Year<th>Cars<tr><td>2017<td>100</table><blockquote><p>We have no choice."
    "</p></blockquote><pre><code>int bridge;\n  return 0;</code></pre><table><tr><td><figure><img src=/t.jpg width=640 "
    "height=480><figcaption>In a table. Photo: Bo Li/AP</figcaption></figure></table><p>" THREE "</p></article>",
    "p " ONE "\nlist 1\n item\n  p First the cars\n  list\n   item\n    p small ones\n   item\n    p large ones\n    "
    "list 1\n     item\n      p with trailers\n item\n  p Then the trucks\np Bridge\np A way over "
    "water\np Ferry\np A slower one\np " TWO "\ntable\n row\n  cell Year\n  cell Cars\n row\n  cell "
    "2017\n  cell 100\nquote\n p We have no choice.\npre int bridge;\n  return 0;\nfigure 0\np " THREE "\n",
    "t.jpg|In a table.|Bo Li/AP\n" },
  { "all-in-one-table",
    "<title>Old bridge closes in town</title><table width=100%><tr><td colspan=2><img src=/logo.gif><a href=/>Home</a> "
    "| "
    "<a href=/n>News</a><tr><td width=150><a href=/1>Weather</a><br><a href=/2>Traffic</a><td><font size=5><b>Old "
    "bridge closes in town</b></font><br><font size=1>By Jane Doe<br>May 31, 2018</font><br><br>" ONE "<br><br>" TWO
    "<br><br><table align=right><tr><td><img src=/a.jpg width=300 height=200><tr><td><font size=1>The bridge on "
    "Friday. "
    "Photo: Ann Lee/AFP</font></table>" THREE "<tr><td colspan=2>Copyright 2018 Testville Post. All rights reserved."
    "</table>",
    "p " ONE "\np " TWO "\nfigure 0\np " THREE "\n", "a.jpg|The bridge on Friday.|Ann Lee/AFP\n" },
};

static void
describe_block (const NpBlock *block, guint depth, GString *out)
{
  static const char *const names[] = {
    [NP_BLOCK_PARAGRAPH] = "p",     [NP_BLOCK_HEADING] = "h",        [NP_BLOCK_QUOTE] = "quote",
    [NP_BLOCK_LIST] = "list",       [NP_BLOCK_ITEM] = "item",        [NP_BLOCK_TABLE] = "table",
    [NP_BLOCK_ROW] = "row",         [NP_BLOCK_CELL] = "cell",        [NP_BLOCK_RULE] = "rule",
    [NP_BLOCK_EMBED] = "embed",     [NP_BLOCK_PREFORMATTED] = "pre", [NP_BLOCK_FIGURE] = "figure",
    [NP_BLOCK_UNKNOWN] = "unknown",
  };

  g_string_append_printf (out, "%*s%s", (int) depth, "", names[block->type]);
  if (block->type == NP_BLOCK_HEADING)
    g_string_append_printf (out, "%u", block->level);
  else if (block->type == NP_BLOCK_FIGURE)
    g_string_append_printf (out, " %u", block->figure);
  else if (block->ordered)
    g_string_append (out, " 1");
  g_string_append_printf (out, "%s%s\n", block->text != NULL ? " " : "", block->text != NULL ? block->text : "");
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    describe_block (block->children->pdata[i], depth + 1, out);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = extract_story (row->html, "text/html", &error);
  g_autoptr (GString) blocks = g_string_new (NULL), figures = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < article->body->len; i++)
    describe_block (article->body->pdata[i], 0, blocks);
  for (guint i = 0; i < article->figures->len; i++)
    {
      const NpFigure *figure = article->figures->pdata[i];

      g_string_append_printf (figures, "%s|%s|%s\n", strrchr (figure->source, '/') + 1, figure->caption,
                              figure->credit);
    }
  g_assert_cmpstr (blocks->str, ==, row->blocks);
  g_assert_cmpstr (figures->str, ==, row->figures);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/story-kinds/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
