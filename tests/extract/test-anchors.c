#include "story.h"

#include "model/np-block.h"

#include <string.h>

/* What leads where in the story: each anchor as "name@text of its sign", each link as ">href of its words". */
static void
append_spans (GPtrArray *blocks, GString *out)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const NpBlock *block = blocks->pdata[i];

      for (guint j = 0; block->spans != NULL && j < block->spans->len; j++)
        {
          const NpSpan *span = &g_array_index (block->spans, NpSpan, j);
          g_autofree char *words = g_utf8_substring (block->text, span->start, span->end);

          if (span->style == NP_SPAN_ANCHOR)
            g_string_append_printf (out, "%s@%s ", span->href, words);
          else if (span->style == NP_SPAN_LINK)
            g_string_append_printf (out, "%s>%s ", words, span->href);
        }
      append_spans (block->children, out);
    }
}

static const struct
{
  const char *name;
  const char *html;
  const char *expected;
} rows[] = {
  { "no links", "<article>" STORY "<p id=last>And it stays closed, as the council says.</p></article>", "" },
  { "a list of notes",
    "<article>" STORY "<p>It has carried trucks<sup id=r1><a href='#n1'>1</a></sup> for decades.</p>"
    "<ol class=footnotes><li id=n1>So says the book of the bridge, which is kept in town. "
    "<a href='#r1'>back</a></li></ol></article>",
    "1>#n1 r1@1 n1@S back>#r1 " },
  { "a section of notes, as writing programs make it",
    "<article>" STORY "<p>It has carried trucks<a href='#fn1' class=footnote-ref id=fnref1 role=doc-noteref>"
    "<sup>1</sup></a> for decades.</p><section class=footnotes role=doc-endnotes><hr><ol><li id=fn1><p>So says the "
    "book of the bridge.<a href='#fnref1' class=footnote-back "
    "role=doc-backlink>↩︎</a></p></li></ol></section></article>",
    "1>#fn1 fnref1@1 fn1@S ↩︎>#fnref1 " },
  { "a block of notes, as a blog makes it",
    "<article>" STORY "<p>It has carried trucks<sup id=fnref:1><a href='#fn:1' rel=footnote>1</a></sup> for decades."
    "</p><div class=footnotes><ol><li id=fn:1><p>So says the book of the bridge.&nbsp;<a href='#fnref:1' "
    "rev=footnote>↩</a></p></li></ol></div></article>",
    "1>#fn:1 fnref:1@1 fn:1@S ↩>#fnref:1 " },
  { "old names",
    "<article>" STORY "<p>It has carried trucks<a name=back1></a><a href='#note1'>[1]</a> for decades.</p>"
    "<p><a name=note1 href='#back1'>[1]</a> So says the book of the bridge, which is kept in the town hall.</p>"
    "</article>",
    "[1]>#note1 back1@[ [1]>#back1 note1@[ " },
  { "the address of the page before it",
    "<article>" STORY "<p>It has carried trucks<a href='https://town.example/bridge#n1'>1</a> for decades.</p>"
    "<p id=n1>So says the book of the bridge, which is kept in the town hall.</p></article>",
    "1>#n1 n1@S " },
  { "another page",
    "<article>" STORY "<p>It has carried <a href='https://other.example/bridge#n1'>trucks</a> for decades.</p>"
    "<p id=n1>So says the book of the bridge, which is kept in the town hall.</p></article>",
    "trucks>https://other.example/bridge#n1 " },
  { "what is no part of the story",
    "<article>" STORY "<p>It has carried trucks, say <a href='#comments'>those who comment</a> on it.</p></article>"
    "<div id=comments class=comments>Nonsense</div>",
    "those who comment>https://town.example/bridge#comments " },
  { "escapes in the name",
    "<article>" STORY "<p>It has carried trucks<a href='#fu%C3%9Fnote'>1</a> for decades.</p>"
    "<p id='fußnote'>So says the book of the bridge, which is kept in the town hall.</p></article>",
    "1>#fußnote fußnote@S " },
  { "twice the same name",
    "<article>" STORY "<p>It has carried trucks<a href='#n1'>1</a> for decades.</p>"
    "<p id=n1>So says the book of the bridge, which is kept in the town hall.</p>"
    "<p id=n1>So says another book, which is kept in the town hall as well.</p></article>",
    "1>#n1 n1@S n1@S " },
  { "to the top", "<article>" STORY "<p>It has carried trucks <a href='#'>for</a> decades.</p></article>",
    "for>https://town.example/bridge# " },
};

static char *
read_spans (const char *html, const char *url)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (NpPage) page = np_page_new (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = NULL;
  GString *spans = g_string_new (NULL);

  page->url = g_strdup (url);
  page->content_type = g_strdup ("text/html");
  article = np_extract (page, &error);
  g_assert_no_error (error);
  append_spans (article->body, spans);
  return g_string_free (spans, FALSE);
}

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *spans = read_spans (rows[i].html, "https://town.example/bridge");

  g_assert_cmpstr (spans, ==, rows[i].expected);
}

/* A file that says nothing of where it was. */
static void
test_no_address (void)
{
  static const char html[] =
      "<article>" STORY "<p>It has carried trucks<a href='#n1'>1</a> for <a href='#no'>ever</a>."
      "</p><p id=n1>So says the book of the bridge, which is kept in the town hall.</p></article>";
  g_autofree char *spans = read_spans (html, NULL);

  g_assert_cmpstr (spans, ==, "1>#n1 n1@S ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/anchors/%s", rows[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/anchors/no-address", test_no_address);
  return g_test_run ();
}
