#include "exchange/np-html.h"

#include <string.h>

static NpBlock *
add (NpArticle *article, NpBlockType type, const char *text)
{
  NpBlock *block = np_block_new_text (type, text);

  g_ptr_array_add (article->body, block);
  return block;
}

static char *
write_page (const NpArticle *article)
{
  static const char *const none[8] = { NULL };

  return np_html_from_article (article, none);
}

/* A paragraph with spans, and what comes of it. */
static void
test_spans (void)
{
  static const struct
  {
    const char *name, *text;
    NpSpan spans[3];
    const char *html;
  } rows[] = {
    { "none", "one < two & three", { { 0 } }, "<p>one &lt; two &amp; three</p>" },
    { "a link",
      "see here",
      { { 4, 8, NP_SPAN_LINK, (char *) "https://a.example/?a=1&b=\"2\"" } },
      "<p>see <a href=\"https://a.example/?a=1&amp;b=&quot;2&quot;\">here</a></p>" },
    { "overlapping",
      "abcd",
      { { 0, 3, NP_SPAN_STRONG, NULL }, { 1, 4, NP_SPAN_EMPHASIS, NULL } },
      "<p><strong>a</strong><strong><em>bc</em></strong><em>d</em></p>" },
    { "many bytes", "日本語です", { { 1, 2, NP_SPAN_CODE, NULL } }, "<p>日<code>本</code>語です</p>" },
    { "an anchor once",
      "abc",
      { { 0, 3, NP_SPAN_ANCHOR, (char *) "n1" }, { 1, 2, NP_SPAN_STRONG, NULL } },
      "<p><a id=\"n1\">a</a><strong>b</strong>c</p>" },
    { "beyond the end", "abc", { { 1, 99, NP_SPAN_EMPHASIS, NULL } }, "<p>a<em>bc</em></p>" },
    { "empty", "abc", { { 1, 1, NP_SPAN_EMPHASIS, NULL } }, "<p>abc</p>" },
    { "lines", "one\ntwo\n", { { 0 } }, "<p>one<br>two<br></p>" },
    { "markup", "</p><script>alert(1)</script>", { { 0 } }, "<p>&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpArticle) article = np_article_new ();
      NpBlock *block = add (article, NP_BLOCK_PARAGRAPH, rows[i].text);
      g_autofree char *html = NULL;

      g_test_message ("%s", rows[i].name);
      for (guint n = 0; n < 3 && rows[i].spans[n].end > 0; n++)
        np_block_add_span (block, rows[i].spans[n].start, rows[i].spans[n].end, rows[i].spans[n].style,
                           rows[i].spans[n].href);
      html = write_page (article);
      if (strstr (html, rows[i].html) == NULL)
        g_error ("%s is not in %s", rows[i].html, html);
    }
}

static void
test_blocks (void)
{
  g_autoptr (NpArticle) article = np_article_new ();
  static const char *const parts[] = {
    "<html lang=\"en\">",
    "<title>A &amp; B</title>",
    "<h1>A &amp; B</h1>",
    "<link rel=\"canonical\" href=\"https://a.example/1\">",
    "<meta name=\"author\" content=\"Mina Oakes\">",
    "<time datetime=\"2024-03-22T08:40\">2024-03-22</time>",
    "<h3>Inside</h3>",
    "<blockquote>\n<p>Said so</p>\n</blockquote>",
    "<ol>\n<li>\n<p>first</p>\n</li>\n</ol>",
    "<table>\n<tr>\n<th>H</th>\n<td>C</td>\n</tr>\n</table>",
    "<pre>a\n  b</pre>",
    "<hr>",
    "<p><a href=\"https://v.example/\">A film</a></p>",
  };
  NpBlock *block;
  g_autofree char *html = NULL;

  article->headline = g_strdup ("A & B");
  article->language = g_strdup ("en");
  article->url = g_strdup ("https://a.example/1");
  article->published = g_strdup ("2024-03-22T08:40");
  g_ptr_array_add (article->authors, g_strdup ("Mina Oakes"));
  add (article, NP_BLOCK_HEADING, "Inside")->level = 3;
  np_block_add_child (add (article, NP_BLOCK_QUOTE, NULL), np_block_new_text (NP_BLOCK_PARAGRAPH, "Said so"));
  block = add (article, NP_BLOCK_LIST, NULL);
  block->ordered = TRUE;
  block = np_block_add_child (block, np_block_new (NP_BLOCK_ITEM));
  np_block_add_child (block, np_block_new_text (NP_BLOCK_PARAGRAPH, "first"));
  block = np_block_add_child (add (article, NP_BLOCK_TABLE, NULL), np_block_new (NP_BLOCK_ROW));
  np_block_add_child (block, np_block_new_text (NP_BLOCK_CELL, "H"))->header = TRUE;
  np_block_add_child (block, np_block_new_text (NP_BLOCK_CELL, "C"));
  add (article, NP_BLOCK_PREFORMATTED, "a\n  b");
  add (article, NP_BLOCK_RULE, NULL);
  add (article, NP_BLOCK_EMBED, "A film")->href = g_strdup ("https://v.example/");
  add (article, NP_BLOCK_UNKNOWN, NULL);
  html = write_page (article);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (html, parts[i]) == NULL)
      g_error ("%s is not in %s", parts[i], html);
}

static guint
count (const char *text, const char *part)
{
  g_auto (GStrv) pieces = g_strsplit (text, part, -1);

  return g_strv_length (pieces) - 1;
}

/* Each photo is there once: where the body has it, the first at the top, the others at the end. */
static void
test_photos (void)
{
  g_autoptr (NpArticle) article = np_article_new ();
  const char *const photos[] = { NULL, "data:image/png;base64,AAAA", NULL };
  g_autofree char *html = NULL;
  NpBlock *block;

  for (guint i = 0; i < 3; i++)
    {
      NpFigure *figure = np_figure_new ();

      figure->source = g_strdup_printf ("https://a.example/%u.jpg", i);
      figure->caption = g_strdup_printf ("Caption %u", i);
      figure->credit = g_strdup ("Piet & Co");
      np_article_add_figure (article, figure);
    }
  add (article, NP_BLOCK_PARAGRAPH, "Text");
  block = add (article, NP_BLOCK_FIGURE, NULL);
  block->figure = 1;
  block = add (article, NP_BLOCK_FIGURE, NULL);
  block->figure = 99;
  html = np_html_from_article (article, photos);
  g_assert_cmpuint (count (html, "<img"), ==, 3);
  g_assert_cmpuint (count (html, "<small>Piet &amp; Co</small>"), ==, 3);
  g_assert_cmpuint (count (html, "data:image/png;base64,AAAA"), ==, 1);
  g_assert_cmpuint (count (html, "https://a.example/1.jpg"), ==, 0);
  g_assert_true (strstr (html, "Caption 0") < strstr (html, "Text"));
  g_assert_true (strstr (html, "Text") < strstr (html, "Caption 1"));
  g_assert_true (strstr (html, "Caption 1") < strstr (html, "Caption 2"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/html/spans", test_spans);
  g_test_add_func ("/exchange/html/blocks", test_blocks);
  g_test_add_func ("/exchange/html/photos", test_photos);
  return g_test_run ();
}
