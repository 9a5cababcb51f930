/* What comes from outside: links wrapped in HTML, and what a search marks in a list. Pure; needs no display. */
#include "ui/list/np-story-row.h"
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
  const char *markup;
} snippets[] = {
  { "one", "the \x02ice\x03 comes", "the <b>ice</b> comes" },
  { "markup-is-text", "<b>\x02 & \x03</b>", "&lt;b&gt;<b> &amp; </b>&lt;/b&gt;" },
  { "not-closed", "a \x02 b", "a <b> b</b>" },
  { "closed-twice", "a\x03 \x02 b\x03\x03", "a <b> b</b>" },
  { "opened-twice", "\x02\x02 b\x03", "<b> b</b>" },
  { "letters", "\x02Überfähre\x03…", "<b>Überfähre</b>…" },
  { "empty", "", "" },
};

static void
test_snippet (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *markup = np_story_row_markup_snippet (snippets[i].snippet);

  g_assert_cmpstr (markup, ==, snippets[i].markup);
  g_assert_true (pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, NULL));
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
