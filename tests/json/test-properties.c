/* What holds for any article: it is read as it was written, and no value of a wrong type makes more trouble than an
 * error. */
#include "json/np-json-article.h"
#include "json/np-json-object.h"
#include "json/np-json-print.h"
#include "json/np-json-syntax.h"
#include "json/np-json-topics.h"
#include "random-article.h"

#include <string.h>

static void
assert_same_bytes (GBytes *a, GBytes *b)
{
  gsize a_length, b_length, at = 0;
  const char *first = g_bytes_get_data (a, &a_length), *second = g_bytes_get_data (b, &b_length);

  if (g_bytes_equal (a, b))
    return;
  while (at < MIN (a_length, b_length) && first[at] == second[at])
    at++;
  at -= MIN (at, 100);
  g_error ("not the same:\n%.*s\n---\n%.*s", (int) MIN (a_length - at, 300), first + at, (int) MIN (b_length - at, 300),
           second + at);
}

static void
assert_same_body (GPtrArray *a, GPtrArray *b)
{
  g_autofree char *first = np_blocks_to_text (a), *second = np_blocks_to_text (b);

  g_assert_cmpuint (a->len, ==, b->len);
  g_assert_cmpstr (first, ==, second);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (NpArticle) article = i == 0 ? random_article_full () : random_article (random), read = NULL;
      g_autoptr (GBytes) bytes = np_json_article_to_bytes (article), again = NULL, copy_bytes = NULL;
      g_autoptr (NpArticle) copy = np_article_copy (article);
      g_autoptr (GError) error = NULL;

      read = np_json_article_from_bytes (bytes, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (read->headline, ==, article->headline);
      g_assert_cmpstr (read->published, ==, article->published);
      g_assert_cmpfloat (read->place, ==, article->place);
      g_assert_cmpuint (read->figures->len, ==, article->figures->len);
      g_assert_cmpstr (read->unknown, ==, article->unknown);
      assert_same_body (read->body, article->body);
      again = np_json_article_to_bytes (read);
      assert_same_bytes (bytes, again);
      copy_bytes = np_json_article_to_bytes (copy);
      assert_same_bytes (bytes, copy_bytes);
    }
}

/* Where a value stands in a tree. */
typedef struct
{
  JsonObject *object;
  const char *name;
  JsonArray *array;
  guint index;
} Place;

static void
set_value (const Place *place, JsonNode *value)
{
  if (place->object != NULL)
    {
      json_object_set_member (place->object, place->name, value);
      return;
    }
  /* json-glib has no function to replace an element. */
  {
    g_autoptr (GList) elements = json_array_get_elements (place->array);
    g_autoptr (GPtrArray) copies = g_ptr_array_new ();
    guint i = 0;

    for (GList *l = elements; l != NULL; l = l->next, i++)
      g_ptr_array_add (copies, i == place->index ? value : json_node_copy (l->data));
    while (json_array_get_length (place->array) > 0)
      json_array_remove_element (place->array, 0);
    for (i = 0; i < copies->len; i++)
      json_array_add_element (place->array, copies->pdata[i]);
  }
}

static gboolean
find_place (JsonNode *node, guint *left, Place *place)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &value))
        {
          *place = (Place){ .object = json_node_get_object (node), .name = name };
          if ((*left)-- == 0 || find_place (value, left, place))
            return TRUE;
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          *place = (Place){ .array = array, .index = i };
          if ((*left)-- == 0 || find_place (json_array_get_element (array, i), left, place))
            return TRUE;
        }
    }
  return FALSE;
}

/* Reads what must not crash; what can be read can be written, and is the same then. */
static void
try_document (JsonNode *root, const char *marker)
{
  g_autoptr (GBytes) bytes = np_json_print_document (json_node_get_object (root)), first = NULL, second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = np_json_article_from_bytes (bytes, &error), again = NULL, copy = NULL;

  if (article == NULL)
    {
      g_assert_true (error != NULL && error->domain == NP_JSON_ERROR);
      return;
    }
  copy = np_article_copy (article);
  g_assert_cmpuint (np_article_count_words (copy), <, 1000000);
  first = np_json_article_to_bytes (copy);
  if (g_strstr_len (g_bytes_get_data (first, NULL), (gssize) g_bytes_get_size (first), marker) == NULL)
    g_error ("%s was lost in\n%s", marker, (const char *) g_bytes_get_data (bytes, NULL));
  again = np_json_article_from_bytes (first, &error);
  g_assert_no_error (error);
  second = np_json_article_to_bytes (again);
  assert_same_bytes (first, second);
}

static void
test_wrong_types (void)
{
  static const char *const values[] = {
    "null",   "true",   "-1",      "1.5", "9223372036854775807",  "\"\"",     "\"text\"", "[]",
    "[null]", "[[[]]]", "[\"a\"]", "{}",  "{\"a\": {\"b\": []}}", "\"link\"", "1e300",    "[{}]"
  };
  static const char text[] =
      "{\"format\": \"newsprint-article\", \"version\": 1, \"id\": \"3f2a9c1e-0000-4000-8000-000000000001\","
      "\"url\": \"u\", \"canonicalUrl\": \"c\", \"headline\": \"h\", \"deck\": \"d\", \"authors\": [\"a\"], "
      "\"byline\": \"b\", \"dateline\": \"D\", \"site\": {\"name\": \"n\", \"domain\": \"d\"}, \"section\": \"s\", "
      "\"language\": \"en\", \"published\": \"2018-05-31\", \"updated\": null, \"saved\": \"2018-05-31\", \"body\": ["
      "{\"type\": \"paragraph\", \"text\": \"text\", \"spans\": [{\"start\": 0, \"end\": 2, \"style\": \"link\", "
      "\"href\": \"https://a.example/\"}]}, {\"type\": \"heading\", \"level\": 2, \"text\": \"t\"}, {\"type\": "
      "\"quote\", \"blocks\": [{\"type\": \"rule\"}]}, {\"type\": \"list\", \"ordered\": false, \"items\": "
      "[[{\"type\": \"paragraph\", \"text\": \"i\"}]]}, {\"type\": \"table\", \"rows\": [[{\"text\": \"c\", "
      "\"header\": true}]]}, {\"type\": \"preformatted\", \"text\": \"p\"}, {\"type\": \"figure\", \"figure\": 0}, "
      "{\"type\": \"embed\", \"href\": \"https://b.example/\", \"text\": \"e\"}], \"figures\": [{\"file\": "
      "\"media/ab/ab.jpg\", \"source\": \"s\", \"alt\": \"a\", \"caption\": \"c\", \"credit\": \"c\", \"width\": 1, "
      "\"height\": 2}], \"topics\": [\"t\"], \"suggestedTopics\": [\"s\"], \"keywords\": [\"k\"], \"diagnostics\": "
      "[\"d\"], \"state\": {\"read\": true, \"starred\": true, \"archived\": true, \"place\": 0.5}, \"highlights\": "
      "[{\"a\": 1}], \"note\": \"n\", \"provenance\": {\"fetched\": \"f\", \"finalUrl\": \"u\", \"status\": 200, "
      "\"contentType\": \"t\", \"page\": \"pages/ab/ab.html.gz\", \"extractor\": \"e\", \"fields\": {\"headline\": "
      "\"meta\"}}, \"marker\": \"kept\"}";
  guint n = 0;

  for (gboolean found = TRUE; found; n++)
    for (guint i = 0; i < G_N_ELEMENTS (values); i++)
      {
        g_autoptr (JsonNode) root = np_json_parse (text, strlen (text), NULL);
        guint left = n;
        Place place = { 0 };

        found = find_place (root, &left, &place);
        if (!found || g_strcmp0 (place.name, "marker") == 0)
          continue;
        set_value (&place, np_json_parse (values[i], strlen (values[i]), NULL));
        try_document (root, "\"kept\"");
      }
  g_assert_cmpuint (n, >, 80);
}

/* A file that was cut or whose bytes were changed: an error or an article, never a crash. */
static void
test_broken_bytes (void)
{
  g_autoptr (NpArticle) article = random_article_full ();
  g_autoptr (GBytes) bytes = np_json_article_to_bytes (article);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  gsize length = g_bytes_get_size (bytes);

  for (guint i = 0; i < 1500; i++)
    {
      gsize cut = i % 2 == 0 ? (gsize) g_rand_int_range (random, 0, (gint) length) : length;
      g_autofree char *data = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      g_autoptr (GBytes) broken = NULL;
      g_autoptr (NpArticle) read = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; i % 2 == 1 && j < 1 + i % 5; j++)
        data[g_rand_int_range (random, 0, (gint) length)] = (char) g_rand_int_range (random, 0, 256);
      broken = g_bytes_new (data, cut);
      read = np_json_article_from_bytes (broken, &error);
      g_assert_true ((read == NULL) == (error != NULL));
      g_assert_true (cut == length || read == NULL || cut == length - 1);
    }
}

static void
test_topics (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (NpTopicTree) tree = random_topics (random), read = NULL;
      g_autoptr (GBytes) bytes = np_json_topics_to_bytes (tree), again = NULL;
      g_autoptr (GError) error = NULL;

      read = np_json_topics_from_bytes (bytes, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (np_topic_tree_get_size (read), ==, np_topic_tree_get_size (tree));
      again = np_json_topics_to_bytes (read);
      assert_same_bytes (bytes, again);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/json/properties/round-trip", test_round_trip);
  g_test_add_func ("/json/properties/wrong-types", test_wrong_types);
  g_test_add_func ("/json/properties/broken-bytes", test_broken_bytes);
  g_test_add_func ("/json/properties/topics", test_topics);
  return g_test_run ();
}
