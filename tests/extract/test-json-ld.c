#include "extract/np-json-ld.h"

/* Each row: what stands in the script, a member of the first object, and its value; NULL: it cannot be read. */
static void
test_mend (void)
{
  static const struct
  {
    const char *text, *member, *value;
  } rows[] = {
    { "{\"headline\": \"One\"}", "headline", "One" },
    { "  \n{\"headline\": \"One\"}\n;", "headline", "One" },
    /* what stands around it */
    { "<!-- {\"headline\": \"One\"} -->", "headline", "One" },
    { "//<![CDATA[\n{\"headline\": \"One\"}\n//]]>", "headline", "One" },
    { "/* made by a plugin */ {\"headline\": \"One\"}", "headline", "One" },
    { "var data = {\"headline\": \"One\"};", "headline", "One" },
    { "\xEF\xBB\xBF{\"headline\": \"One\"}", "headline", "One" },
    /* commas */
    { "{\"headline\": \"One\",}", "headline", "One" },
    { "{,\"headline\": \"One\",,\"name\": \"Two\"}", "name", "Two" },
    { "{\"headline\": \"One\" \"name\": \"Two\"}", "name", "Two" },
    { "{\"author\": {\"name\": \"A\"} \"name\": \"Two\"}", "name", "Two" },
    { "{\"keywords\": [\"a\", \"b\",], \"name\": \"Two\"}", "name", "Two" },
    /* strings */
    { "{\"headline\": \"One\nTwo\"}", "headline", "One Two" },
    { "{\"headline\": \"One\tTwo\",}", "headline", "One Two" },
    { "{\"headline\": \"The \"One\" of all\"}", "headline", "The \"One\" of all" },
    { "{\"headline\": \"It\\'s one\"}", "headline", "It's one" },
    { "{'headline': 'One'}", "headline", "One" },
    { "{'headline': 'It was \"one\"'}", "headline", "It was \"one\"" },
    { "{\"headline\": \"One &amp; Two\"}", "headline", "One & Two" },
    { "{\"headline\": \"One \\u0026 Two\"}", "headline", "One & Two" },
    { "{\"headline\": \"http://example.com/ // no comment\"}", "headline", "http://example.com/ // no comment" },
    /* names and values of scripts */
    { "{headline: \"One\", @type: \"NewsArticle\"}", "headline", "One" },
    { "{\"image\": undefined, \"headline\": \"One\"}", "headline", "One" },
    { "{\"image\": , \"headline\": \"One\"}", "headline", "One" },
    { "{\"wordCount\": NaN, \"headline\": \"One\"}", "headline", "One" },
    { "{\"isFree\": true, \"wordCount\": 12, \"headline\": \"One\"}", "headline", "One" },
    /* brackets */
    { "{\"headline\": \"One\", \"author\": {\"name\": \"A\"", "headline", "One" },
    { "{\"headline\": \"One\", \"image\": \"http://exa", "headline", "One" },
    { "{\"headline\": \"One\"}}}", "headline", "One" },
    { "{\"keywords\": [\"a\", \"headline\": \"One\"}", NULL, NULL },
    { "{\"headline\": \"One\"} {\"headline\": \"Two\"}", "headline", "One" },
    { "{\"headline\": \"One\"},\n{\"headline\": \"Two\"}", "headline", "One" },
    /* what is whole stays so */
    { "{\"a\": [1, -2.5e3, true, false, null, {}, []], \"headline\": \"One\"}", "headline", "One" },
    { "{\"headline\": \"{[\\\"One\\\", 'Two'], /* three */}\", \"b\": 1e5}", "headline",
      "{[\"One\", 'Two'], /* three */}" },
    /* what is none */
    { "", NULL, NULL },
    { "null", NULL, NULL },
    { "document.write ('x')", NULL, NULL },
    { "{{ article.json }}", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) root = np_json_ld_parse (rows[i].text);
      JsonNode *node = root;
      g_autofree char *value = NULL;

      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
        node = json_array_get_element (json_node_get_array (node), 0);
      if (node != NULL && JSON_NODE_HOLDS_OBJECT (node) && rows[i].member != NULL)
        value = np_json_ld_dup_member (json_node_get_object (node), rows[i].member);
      if (g_strcmp0 (value, rows[i].value) != 0)
        {
          g_test_message ("%s gives %s, not %s", rows[i].text, value, rows[i].value);
          g_test_fail ();
        }
    }
}

static void
test_type (void)
{
  static const struct
  {
    const char *type;
    gboolean article, page;
  } rows[] = {
    { "\"NewsArticle\"", TRUE, FALSE },
    { "\"https://schema.org/NewsArticle\"", TRUE, FALSE },
    { "\"schema:BlogPosting\"", TRUE, FALSE },
    { "[\"Thing\", \"ReportageNewsArticle\"]", TRUE, FALSE },
    { "\"LiveBlogPosting\"", TRUE, FALSE },
    { "\"Report\"", TRUE, FALSE },
    { "[\"WebPage\", \"ItemPage\"]", FALSE, TRUE },
    { "\"Person\"", FALSE, FALSE },
    { "12", FALSE, FALSE },
    { "null", FALSE, FALSE },
    { "[[\"NewsArticle\"]]", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"@type\": %s}", rows[i].type);
      g_autoptr (JsonNode) root = np_json_ld_parse (text);
      JsonObject *object = json_node_get_object (root);

      g_test_message ("%s", text);
      g_assert_cmpint (np_json_ld_is_article (object), ==, rows[i].article);
      g_assert_cmpint (np_json_ld_has_type (object, "WebPage"), ==, rows[i].page);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/extract/json-ld/mend", test_mend);
  g_test_add_func ("/extract/json-ld/type", test_type);
  return g_test_run ();
}
