/* What comes from outside: links wrapped in HTML, and what a search marks in a list. Pure; needs no display. */
#include "ui/list/np-marked-text.h"
#include "ui/np-intake.h"

static const struct
{
  const char *name;
  const char *html;
  const char *link; /* NULL = more than a link */
} links[] = {
  { "plain", "<a href=\"https://example.org/a\">A story</a>", "https://example.org/a" },
  { "firefox",
    "<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"><a href=\"https://example.org/a\">A</a>",
    "https://example.org/a" },
  { "chrome",
    "<html>\r\n<body>\r\n<!--StartFragment--><a "
    "href=\"https://example.org/a?b=1&amp;c=2\">A</a><!--EndFragment-->\r\n</body></html>",
    "https://example.org/a?b=1&c=2" },
  { "single-quotes", "<A class=x HREF='http://example.org/'>A</A>", "http://example.org/" },
  { "no-quotes", "<a href=http://example.org/>A</a>", "http://example.org/" },
  { "photo-in-link", "<a href=\"https://example.org/a\"><img src=\"x.jpg\"></a>", "https://example.org/a" },
  { "text-before", "Read <a href=\"https://example.org/a\">this</a>", NULL },
  { "text-behind", "<p><a href=\"https://example.org/a\">ABC</a> says so.</p>", NULL },
  { "two-links", "<a href=\"https://example.org/a\">A</a><a href=\"https://example.org/b\">B</a>", NULL },
  { "no-link", "<p>A story</p>", NULL },
  { "script", "<a href=\"javascript:alert(1)\">A</a>", NULL },
  { "mail", "<a href=\"mailto:a@example.org\">A</a>", NULL },
  { "no-address", "<a name=\"top\">A</a>", NULL },
  { "abbr-is-no-link", "<abbr href=\"https://example.org/a\">A</abbr>", NULL },
  { "open-tag", "<a href=\"https://example.org/a\"", NULL },
  { "open-comment", "<!-- <a href=\"https://example.org/a\">A</a>", NULL },
  { "empty", "", NULL },
};

static void
test_link (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *link = np_intake_find_only_link (links[i].html);

  g_assert_cmpstr (link, ==, links[i].link);
}

static const struct
{
  const char *name;
  const char *snippet;
  const char *text;
  const char *marks; /* from byte to byte, each with a space after it */
} snippets[] = {
  { "one", "the \x02ice\x03 comes", "the ice comes", "4-7 " },
  { "two", "\x02ice\x03 on \x02ice\x03", "ice on ice", "0-3 7-10 " },
  { "markup-is-text", "<b>\x02 & \x03</b>", "<b> & </b>", "3-6 " },
  { "not-closed", "a \x02 b", "a  b", "2-4 " },
  { "closed-twice", "a\x03 \x02 b\x03\x03", "a  b", "2-4 " },
  { "opened-twice", "\x02\x02 b\x03", " b", "0-2 " },
  { "nothing-marked", "a\x02\x03 b", "a b", "" },
  { "letters", "\x02Überfähre\x03…", "Überfähre…", "0-11 " },
  { "empty", "", "", "" },
};

static gboolean
note_bold (PangoAttribute *attribute, gpointer marks)
{
  if (attribute->klass->type == PANGO_ATTR_WEIGHT)
    g_string_append_printf (marks, "%u-%u ", attribute->start_index, attribute->end_index);
  return FALSE;
}

static void
test_snippet (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const GdkRGBA tint = { 1, 0.5, 0, 1 };
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) marks = g_string_new (NULL);
  g_autofree char *text = np_marked_text_strip (snippets[i].snippet, attributes, &tint);

  pango_attr_list_unref (pango_attr_list_filter (attributes, note_bold, marks));
  g_assert_cmpstr (text, ==, snippets[i].text);
  g_assert_cmpstr (marks->str, ==, snippets[i].marks);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *path = g_strconcat ("/intake/link/", links[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_link);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (snippets); i++)
    {
      g_autofree char *path = g_strconcat ("/snippet/", snippets[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_snippet);
    }
  return g_test_run ();
}
