#include "json/np-json-article.h"

#include <string.h>

static const char example[] =
    "{\"format\": \"newsprint-article\", \"version\": 1, \"id\": \"3F2A9C1E-0000-4000-8000-000000000001\","
    "\"url\": \"https://a.example/1\", \"headline\": \"H\\u00e9 \\\"q\\\"\", \"authors\": [\"A\", 5, \"B\"], \"deck\": "
    "7,"
    "\"site\": {\"name\": \"ABC\", \"logo\": \"x.svg\"}, \"published\": \"2018-05-31T15:48\", \"updated\": \"soon\","
    "\"body\": ["
    "{\"type\": \"paragraph\", \"text\": \"\\ud83d\\ude00 link\", \"lang\": \"fr\", \"spans\": ["
    "{\"start\": 2, \"end\": 99, \"style\": \"link\", \"href\": \"https://b.example/\"},"
    "{\"start\": 0, \"end\": 1, \"style\": \"strong\", \"why\": \"loud\"},"
    "{\"start\": 0, \"end\": 1, \"style\": \"glow\", \"color\": \"red\"},"
    "{\"start\": 0, \"end\": 1, \"style\": \"link\", \"href\": \"javascript:alert(1)\"},"
    "{\"start\": 50, \"end\": 60, \"style\": \"code\"}]},"
    "{\"type\": \"quote\", \"blocks\": [{\"type\": \"poll\", \"n\": [1, 2.5, -0.1]}, 17]},"
    "{\"type\": \"list\", \"ordered\": true, \"items\": [[{\"type\": \"paragraph\", \"text\": \"one\"}], \"two\"]},"
    "{\"type\": \"table\", \"rows\": [[{\"text\": \"c\", \"header\": true, \"span\": 2}, null], 3]},"
    "{\"type\": \"figure\", \"figure\": 0}, {\"type\": \"figure\", \"figure\": 9}, {\"type\": \"rule\"},"
    "{\"type\": \"embed\", \"href\": \"file:///etc/passwd\", \"text\": \"t\"}],"
    "\"figures\": [{\"file\": \"../../etc/passwd\", \"caption\": \"c\", \"width\": 99.0, \"lens\": {\"f\": 1.4}}, 4],"
    "\"state\": {\"read\": true, \"place\": 0.1, \"mood\": \"sad\", \"starred\": \"yes\"},"
    "\"highlights\": [{\"start\": 1}], \"future\": {\"a\": [true, null]},"
    "\"provenance\": {\"status\": 200, \"page\": \"/etc/passwd\", \"via\": \"x\", \"fields\": {\"headline\": \"meta\", "
    "\"deck\": 3}}}";

static NpArticle *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  NpArticle *article = np_json_article_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return article;
}

static NpBlock *
block (GPtrArray *blocks, guint i)
{
  g_assert_cmpuint (i, <, blocks->len);
  return blocks->pdata[i];
}

static void
test_read (void)
{
  g_autoptr (NpArticle) article = read_text (example);
  NpBlock *first = block (article->body, 0);
  NpSpan *span;
  NpFigure *figure = article->figures->pdata[0];

  g_assert_cmpstr (article->id, ==, "3f2a9c1e-0000-4000-8000-000000000001");
  g_assert_cmpstr (article->headline, ==, "Hé \"q\"");
  g_assert_null (article->deck);
  g_assert_null (article->updated);
  g_assert_cmpuint (article->authors->len, ==, 2);
  g_assert_cmpstr (article->site_name, ==, "ABC");
  g_assert_cmpuint (first->spans->len, ==, 2);
  span = &g_array_index (first->spans, NpSpan, 0);
  g_assert_cmpint (span->style, ==, NP_SPAN_STRONG);
  span = &g_array_index (first->spans, NpSpan, 1);
  g_assert_cmpuint (span->end, ==, 6);
  g_assert_cmpint (block (block (article->body, 1)->children, 0)->type, ==, NP_BLOCK_UNKNOWN);
  g_assert_cmpint (block (block (article->body, 1)->children, 1)->type, ==, NP_BLOCK_UNKNOWN);
  g_assert_true (block (article->body, 2)->ordered);
  g_assert_cmpint (block (article->body, 4)->type, ==, NP_BLOCK_FIGURE);
  g_assert_cmpint (block (article->body, 5)->type, ==, NP_BLOCK_UNKNOWN);
  g_assert_null (block (article->body, 7)->href);
  g_assert_null (figure->file);
  g_assert_cmpuint (figure->width, ==, 99);
  g_assert_null (article->provenance.page);
  g_assert_true (article->read);
  g_assert_false (article->starred);
  g_assert_cmpfloat (article->place, ==, 0.1);
}

/* What this version does not understand is in the file again, and a file that was written once is written the same. */
static void
test_keeps_unknown (void)
{
  static const char *const kept[] = { "\"style\": \"strong\", \"why\": \"loud\"}",
                                      "\"logo\": \"x.svg\"",
                                      "\"lang\": \"fr\"",
                                      "\"glow\"",
                                      "\"color\": \"red\"",
                                      "[1, 2.5, -0.1]",
                                      "17",
                                      "\"two\"",
                                      "\"span\": 2",
                                      "\"figure\": 9",
                                      "{\"f\": 1.4}",
                                      "\"mood\": \"sad\"",
                                      "\"starred\": \"yes\"",
                                      "{\"start\": 1}",
                                      "[true, null]",
                                      "\"via\": \"x\"",
                                      "\"deck\": 3",
                                      "\"deck\": 7",
                                      "\"soon\"",
                                      "\"place\": 0.1",
                                      "../../etc/passwd" };
  g_autoptr (NpArticle) article = read_text (example), again = NULL;
  g_autoptr (GBytes) bytes = np_json_article_to_bytes (article), second = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (strstr (text, kept[i]) == NULL)
      g_error ("%s was lost:\n%s", kept[i], text);
  g_assert_null (strstr (text, "javascript"));
  again = read_text (text);
  second = np_json_article_to_bytes (again);
  g_assert_true (g_bytes_equal (bytes, second));
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    int code;
  } rows[] = {
    { "", NP_JSON_ERROR_SYNTAX },
    { "{", NP_JSON_ERROR_SYNTAX },
    { "// c\n{}", NP_JSON_ERROR_SYNTAX },
    { "{\"format\": \"newsprint-article\",}", NP_JSON_ERROR_SYNTAX },
    { "{\"format\": \"newsprint-article\"} x", NP_JSON_ERROR_SYNTAX },
    { "{\"format\": \"newsprint-article\", \"a\": \"\xff\"}", NP_JSON_ERROR_SYNTAX },
    { "{\"format\": \"newsprint-article\", \"a\": \"\\u0000\"}", NP_JSON_ERROR_SYNTAX },
    { "{\"format\": \"newsprint-article\", \"a\": \"\\ud800\"}", NP_JSON_ERROR_SYNTAX },
    { "{\"format\": \"newsprint-article\", \"a\": 12345678901234567890}", NP_JSON_ERROR_SYNTAX },
    { "{\"format\": \"newsprint-article\", \"a\": 1e999}", NP_JSON_ERROR_SYNTAX },
    { "{\"format\": \"newsprint-article\", \"a\": 01}", NP_JSON_ERROR_SYNTAX },
    { "{\"format\": \"newsprint-article\", \"a\": nul}", NP_JSON_ERROR_SYNTAX },
    { "[]", NP_JSON_ERROR_FORMAT },
    { "null", NP_JSON_ERROR_FORMAT },
    { "{}", NP_JSON_ERROR_FORMAT },
    { "{\"format\": 5}", NP_JSON_ERROR_FORMAT },
    { "{\"format\": \"newsprint-topics\", \"version\": 1}", NP_JSON_ERROR_FORMAT },
    { "{\"format\": \"newsprint-article\", \"version\": \"1\"}", NP_JSON_ERROR_FORMAT },
    { "{\"format\": \"newsprint-article\", \"version\": 0}", NP_JSON_ERROR_FORMAT },
    { "{\"format\": \"newsprint-article\", \"version\": 1.5}", NP_JSON_ERROR_FORMAT },
    { "{\"format\": \"newsprint-article\", \"version\": -1}", NP_JSON_ERROR_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (NpArticle) article = np_json_article_from_bytes (bytes, &error);

      g_test_message ("row %u", i);
      g_assert_null (article);
      g_assert_error (error, NP_JSON_ERROR, rows[i].code);
    }
}

/* Nesting is an error when it is too deep for a parser, and kept whole when it is too deep for blocks. */
static void
test_nesting (void)
{
  g_autoptr (GString) deep = g_string_new ("{\"format\": \"newsprint-article\", \"a\": "), quotes = NULL;
  g_autoptr (GBytes) bytes = NULL, written = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = NULL;
  NpBlock *at;
  guint depth = 1;

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (deep, '[');
  bytes = g_bytes_new (deep->str, deep->len);
  g_assert_null (np_json_article_from_bytes (bytes, &error));
  g_assert_error (error, NP_JSON_ERROR, NP_JSON_ERROR_SYNTAX);

  quotes = g_string_new ("{\"format\": \"newsprint-article\", \"body\": [");
  for (guint i = 0; i < 40; i++)
    g_string_append (quotes, "{\"type\": \"quote\", \"blocks\": [");
  g_string_append (quotes, "{\"type\": \"paragraph\", \"text\": \"deep\"}");
  for (guint i = 0; i < 40; i++)
    g_string_append (quotes, "]}");
  g_string_append (quotes, "]}");
  article = read_text (quotes->str);
  for (at = article->body->pdata[0]; at->children != NULL; at = at->children->pdata[0])
    depth++;
  g_assert_cmpuint (depth, ==, NP_BLOCK_MAX_DEPTH + 1);
  g_assert_cmpint (at->type, ==, NP_BLOCK_UNKNOWN);
  written = np_json_article_to_bytes (article);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (written, NULL), (gssize) g_bytes_get_size (written), "\"deep\""));
}

/* An article without anything, and one whose strings are not what the record promises. */
static void
test_write (void)
{
  g_autoptr (NpArticle) empty = np_article_new (), broken = np_article_new ();
  g_autoptr (GBytes) first = np_json_article_to_bytes (empty), second = NULL;
  g_autoptr (NpArticle) read = NULL;
  g_autoptr (GError) error = NULL;
  NpBlock *paragraph = np_block_new_text (NP_BLOCK_PARAGRAPH, "text");

  read = np_json_article_from_bytes (first, &error);
  g_assert_no_error (error);
  g_assert_null (read->unknown);
  g_assert_null (read->headline);
  g_clear_pointer (&read, np_article_unref);

  broken->headline = g_strdup ("bad \xff byte");
  broken->published = g_strdup ("yesterday");
  broken->unknown = g_strdup ("no JSON");
  broken->place = 7;
  np_block_add_span (paragraph, 0, 2, NP_SPAN_LINK, "javascript:alert(1)");
  g_ptr_array_add (broken->body, paragraph);
  second = np_json_article_to_bytes (broken);
  read = np_json_article_from_bytes (second, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (read->headline, "bad "));
  g_assert_null (read->published);
  g_assert_cmpfloat (read->place, ==, 1);
  g_assert_null (block (read->body, 0)->spans);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/json/article/read", test_read);
  g_test_add_func ("/json/article/keeps-unknown", test_keeps_unknown);
  g_test_add_func ("/json/article/errors", test_errors);
  g_test_add_func ("/json/article/nesting", test_nesting);
  g_test_add_func ("/json/article/write", test_write);
  return g_test_run ();
}
