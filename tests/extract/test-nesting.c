#include "extract/np-nesting.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *head;
  const char *repeated;
  guint times;
  gboolean sane;
} Row;

static const Row rows[] = {
  { "empty", "", "", 0, TRUE },
  { "nested div", "", "<div>", 5000, FALSE },
  { "closed div", "", "<div>a</div>", 5000, TRUE },
  { "paragraphs left open", "", "<p>text", 5000, TRUE },
  { "items left open", "<ul>", "<li>item", 5000, TRUE },
  { "cells left open", "<table>", "<tr><td>cell", 5000, TRUE },
  { "line breaks", "", "<br><img src=x>", 5000, TRUE },
  { "span left open in a closed div", "", "<div><span></div>", 5000, TRUE },
  { "links and divs", "", "<a href=x><div>", 5000, FALSE },
  { "bold in a table", "<table>", "<b>", 5000, FALSE },
  { "tags in a script", "<script>", "<div>", 5000, TRUE },
  { "tags in a comment", "<!--", "<div>", 5000, TRUE },
  { "tags in an attribute", "<a title='", "<div>", 5000, TRUE },
  { "attributes without end", "<div ", "a=b ", 5000, TRUE },
  { "end tags alone", "", "</div>", 5000, TRUE },
  { "half tags", "", "<", 5000, TRUE },
  { "upper case", "", "<DIV>", 5000, FALSE },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GString) html = g_string_new (row->head);

  for (guint i = 0; i < row->times; i++)
    g_string_append (html, row->repeated);
  g_assert_cmpint (np_nesting_tame (html->str, html->len), ==, row->sane);
}

/* References to characters whose numbers are out of all bounds, and those that are not. */
static void
test_references (void)
{
  static const struct
  {
    const char *html, *tamed;
  } references[] = {
    { "&#x41;&#65;&amp;&#x10FFFF;&#1114111;", "&#x41;&#65;&amp;&#x10FFFF;&#1114111;" },
    { "a&#xcccccccccc;b", "a&#x000000fffd;b" },
    { "&#X80000041", "&#X0000fffd" },
    { "&#4294967361;", "&#0000065533;" },
    { "&#x000000000000041;&#00000000065;", "&#x000000000000041;&#00000000065;" },
    { "&#", "&#" },
    { "&#x", "&#x" },
    { "&", "&" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *html = g_strdup (references[i].html);

      g_assert_true (np_nesting_tame (html, strlen (html)));
      g_assert_cmpstr (html, ==, references[i].tamed);
    }
}

/* What only the parser's own assertions would stop at. */
static void
test_cdata (void)
{
  char html[] = "<table><svg><title><![CDATA[x]]>y</table><![CDATA[";

  g_assert_true (np_nesting_tame (html, strlen (html)));
  g_assert_cmpstr (html, ==, "<table><svg><title><![cDATA[x]]>y</table><![cDATA[");
}

/* A tag keeps its first attributes and loses the rest; what stands behind it stays. */
static void
test_attributes (void)
{
  g_autoptr (GString) html = g_string_new ("<p class=first ");
  const char *after = "><a href='x'>kept</a>";
  guint n_left = 0;

  for (guint i = 0; i < 5000; i++)
    g_string_append (html, i % 2 == 0 ? "data-a=\"> not the end <\" " : "b = '2' ");
  g_string_append (html, after);
  g_assert_true (np_nesting_tame (html->str, html->len));
  g_assert_true (g_str_has_prefix (html->str, "<p class=first data-a="));
  g_assert_true (g_str_has_suffix (html->str, after));
  for (const char *p = html->str; p < html->str + html->len - strlen (after); p++)
    n_left += *p == '=';
  g_assert_cmpuint (n_left, ==, NP_NESTING_MAX_ATTRIBUTES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/nesting/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/extract/nesting/attributes", test_attributes);
  g_test_add_func ("/extract/nesting/references", test_references);
  g_test_add_func ("/extract/nesting/cdata", test_cdata);
  return g_test_run ();
}
