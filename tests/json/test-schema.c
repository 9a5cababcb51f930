#include "json/np-json-article.h"
#include "json/np-json-schema.h"
#include "json/np-json-syntax.h"

#include "random-article.h"

#include <string.h>

static JsonNode *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = np_json_parse (json, strlen (json), &error);

  g_assert_no_error (error);
  return node;
}

#define HEAD  "{'format': 'newsprint-article', 'version': 1, 'id': '3f2a9c1e-0000-4000-8000-000000000001', "
#define STATE "'state': {'read': false, 'starred': false, 'archived': false, 'place': 0.5}"
#define FROM                                                                                                           \
  "'provenance': {'fetched': null, 'finalUrl': null, 'status': 0, 'contentType': null, 'page': null, "                 \
  "'extractor': null, 'fields': {}}"
#define REST "'headline': 'h', 'saved': '2018-05-31', 'topics': [], " STATE ", " FROM

static void
test_check (void)
{
  static const struct
  {
    const char *name, *text, *where; /* (nullable) where: it follows the schema */
  } rows[] = {
    { "whole", HEAD REST ", 'body': [], 'figures': []}", NULL },
    { "member of others", HEAD REST ", 'body': [], 'figures': [], 'x': 5}", NULL },
    { "no body", HEAD REST ", 'figures': []}", "" },
    { "no object", "[]", "" },
    { "headline", HEAD "'headline': 5}", "/headline" },
    { "order of members", "{'version': 2, 'format': 5}", "" },
    { "deep", HEAD REST ", 'figures': [], 'body': [{'type': 'quote', 'blocks': [{'type': 'row'}]}]}",
      "/body/0/blocks/0/type" },
    { "path that leads out", HEAD REST ", 'body': [], 'figures': [{'file': 'media/../x'}]}", "" },
    { "later block", HEAD REST ", 'figures': [], 'body': [{'type': 'video'}]}", NULL },
    { "link", HEAD REST ", 'figures': [], 'body': [{'type': 'embed', 'href': 'javascript:1', 'text': ''}]}",
      "/body/0/href" },
    { "place", HEAD "'state': {'place': 2, 'read': true, 'starred': true, 'archived': true}}", "" },
    { "line break at the end of a time",
      HEAD "'headline': 'h', 'saved': '2018-05-31\\n', 'topics': [], " STATE ", " FROM ", 'body': [], 'figures': []}",
      "/saved" },
  };
  g_autoptr (NpJsonSchema) schema = np_json_schema_new ("article");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) node = parse (rows[i].text);
      g_autofree char *where = NULL, *why = NULL;
      gboolean ok = np_json_schema_check (schema, node, &where, &why);

      g_test_message ("%s: %s %s", rows[i].name, where, why);
      g_assert_cmpint (ok, ==, rows[i].where == NULL);
      if (rows[i].where != NULL && *rows[i].where != '\0')
        g_assert_cmpstr (where, ==, rows[i].where);
    }
}

/* What is wrong goes, and nothing else; figures keep their number. */
static void
test_prune (void)
{
  g_autoptr (NpJsonSchema) schema = np_json_schema_new ("article");
  g_autoptr (JsonNode) node = parse (
      HEAD REST ", 'deck': 7, 'a~/b': 1, 'authors': ['A', 5, 'B'], 'figures': [3, {'file': null, 'source': null, "
                "'alt': null, 'caption': 'kept', 'credit': null, 'width': 1, 'height': 1}], 'body': [{'type': "
                "'paragraph', 'text': 'kept'}, 'lost', {'type': 'paragraph'}]}");
  JsonObject *object = json_node_get_object (node);

  g_assert_cmpuint (np_json_schema_prune (schema, node, FALSE), >, 0);
  g_assert_cmpuint (np_json_schema_prune (schema, node, TRUE), >, 0);
  g_assert_false (json_object_has_member (object, "deck"));
  g_assert_true (json_object_has_member (object, "a~/b"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "authors")), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "body")), ==, 1);
}

/* Whatever the program writes follows the schema. */
static void
test_written (void)
{
  g_autoptr (NpJsonSchema) schema = np_json_schema_new ("article");
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (NpArticle) article = random_article (random);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (JsonNode) node = NULL;
      g_autofree char *where = NULL, *why = NULL;

      bytes = np_json_article_to_bytes (article);
      node = np_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
      if (!np_json_schema_check (schema, node, &where, &why))
        g_error ("%s %s", where, why);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/json/schema/check", test_check);
  g_test_add_func ("/json/schema/prune", test_prune);
  g_test_add_func ("/json/schema/written", test_written);
  return g_test_run ();
}
