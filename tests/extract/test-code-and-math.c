/* Code with the numbers of its lines, formulas with their TeX, and pages of a few words. */
#include "story.h"

typedef struct
{
  const char *name;
  const char *html;
  const char *expected;
} TextRow;

#define LINE(n, code) "<div class=row><span class=num>" n "</span><div>" code "</div></div>"

static const TextRow text_rows[] = {
  { "numbers in the lines",
    "<article>" STORY "<pre><span class=no>9</span><b>let</b> a\n<span class=no>10</span><b>let</b> b</pre></article>",
    STORY_TEXT "\n\nlet a\nlet b" },
  { "numbers before lines that are blocks",
    "<article>" STORY "<pre>" LINE ("1", "bridge/") LINE ("2", "  pier.c") LINE ("3", "  arch.c") "</pre></article>",
    STORY_TEXT "\n\nbridge/\n  pier.c\n  arch.c" },
  { "numbers in a column of their own",
    "<article>" STORY "<table><tr><td><pre>1\n2\n</pre></td><td><pre>open ();\nclose ();</pre></td></tr></table>"
    "</article>",
    STORY_TEXT "\n\nopen ();\nclose ();" },
  { "numbers that are code",
    "<article>" STORY "<pre><span>1</span> + <span>2</span>\n<span>1</span> + <span>3</span></pre></article>",
    STORY_TEXT "\n\n1 + 2\n1 + 3" },
  { "numbers that do not count up",
    "<article>" STORY "<pre><span>12</span> spans\n<span>40</span> metres</pre></article>",
    STORY_TEXT "\n\n12 spans\n40 metres" },
  { "names of colours in code",
    "<article>" STORY "<pre><span class=comment># toll</span>\n<span class=keyword>return</span> "
    "<span class=meta>toll</span></pre></article>",
    STORY_TEXT "\n\n# toll\nreturn toll" },
  { "MathML with its TeX",
    "<article>" STORY "<p>The load is <span class=katex><math><semantics><mrow><mi>F</mi><mo>=</mo><mi>m</mi></mrow>"
    "<annotation encoding='application/x-tex'>\\displaystyle F = mg</annotation></semantics></math>"
    "<span aria-hidden=true>F=mg</span></span>, they found.</p></article>",
    STORY_TEXT "\n\nThe load is F = mg, they found." },
  { "MathML that is shown as a picture",
    "<article>" STORY "<p>The load <span class=math-element><span style='display:none'><math alttext='{\\displaystyle "
    "F}'><mi>F</mi></math></span><img src=f.svg alt=F width=9 height=9></span> is known.</p></article>",
    STORY_TEXT "\n\nThe load F is known." },
  { "MathML without TeX", "<article>" STORY "<p>The load is <math><mi>F</mi></math> and known.</p></article>",
    STORY_TEXT "\n\nThe load is F and known." },
  { "formula whose script is kept",
    "<article>" STORY "<p>The load <span class=MathJax><i>F</i>=2</span><script type='math/tex'>F = 2</script> is "
    "known.</p></article>",
    STORY_TEXT "\n\nThe load F = 2 is known." },
  { "formula in a table",
    "<article>" STORY "<table><tr><th>Load</th><td><span data-math='F_1'><i>F</i>1</span></td></tr><tr><th>Span</th>"
    "<td>40 m</td></tr></table></article>",
    STORY_TEXT "\n\nLoad\tF_1\n\nSpan\t40 m" },
  { "a page of a few words",
    "<title>On bridges</title><body><header><a href=/>Home</a></header><article><h3>Loads</h3><p>Here they "
    "are:</p><pre>F = 2</pre><p>That is "
    "all.</p></article>",
    "Loads\n\nHere they are:\n\nF = 2\n\nThat is all." },
  { "a property that only ends like the one that hides",
    "<div style='--menu-display: none; --side-visibility: hidden'>" STORY "</div>", STORY_TEXT },
  { "the property that hides, among others",
    "<article>" STORY "<p style='color: red;\n DISPLAY : none'>Nobody sees this paragraph of the page at all.</p>"
    "</article>",
    STORY_TEXT },
};

static void
test_text (gconstpointer data)
{
  const TextRow *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = extract_story (row->html, "text/html", &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = np_article_dup_text (article);
  g_assert_cmpstr (text, ==, row->expected);
}

static void
test_formula_is_code (void)
{
  g_autoptr (NpArticle) article = extract_story (
      "<article>" STORY "<p>It is <span data-math='F = 2'><i>F</i>=2</span> here.</p></article>", "text/html", NULL);
  const NpBlock *block = article->body->pdata[3];
  const NpSpan *span = &g_array_index (block->spans, NpSpan, 0);

  g_assert_cmpuint (block->spans->len, ==, 1);
  g_assert_cmpint (span->style, ==, NP_SPAN_CODE);
  g_assert_cmpuint (span->start, ==, 6);
  g_assert_cmpuint (span->end, ==, 11);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (text_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/code-and-math/%s", text_rows[i].name);

      g_test_add_data_func (path, &text_rows[i], test_text);
    }
  g_test_add_func ("/extract/code-and-math/a formula is set as code", test_formula_is_code);
  return g_test_run ();
}
