#include "json/np-json-article.h"
#include "json/np-json-topics.h"

#include <string.h>

static NpTopicTree *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return np_json_topics_from_bytes (bytes, NULL, error);
}

static void
test_read (void)
{
  static const char text[] =
      "{\"format\": \"newsprint-topics\", \"version\": 1, \"future\": true, \"topics\": {"
      "\"korea\": {\"name\": \"Korea\", \"parent\": \"diplomacy\", \"position\": 1, \"color\": \"blue\", \"icon\": 3,"
      " \"related\": {\"kim\": {\"why\": \"mine\", \"weight\": 0.5}, \"x\": 7}},"
      "\"diplomacy\": {\"position\": \"first\", \"color\": \"plaid\"},"
      "\"dprk\": {\"name\": \"DPRK\", \"mergedInto\": \"korea\"}, \"odd\": 5}}";
  static const char *const kept[] = {
    "\"future\": true", "\"icon\": 3", "\"weight\": 0.5", "\"x\": 7",
    "\"first\"",        "\"plaid\"",   "\"odd\": 5",      "\"mergedInto\": \"korea\""
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (NpTopicTree) tree = read_text (text, &error), again = NULL;
  g_autoptr (GBytes) bytes = NULL, second = NULL;
  g_autofree char *written = NULL;
  const NpTopic *korea;

  g_assert_no_error (error);
  korea = np_topic_tree_resolve (tree, "dprk");
  g_assert_cmpstr (korea->name, ==, "Korea");
  g_assert_cmpstr (korea->parent, ==, "diplomacy");
  g_assert_cmpstr (g_hash_table_lookup (korea->related, "kim"), ==, "mine");
  g_assert_cmpstr (np_topic_tree_get (tree, "diplomacy")->name, ==, "diplomacy");
  g_assert_null (np_topic_tree_get (tree, "diplomacy")->color);
  bytes = np_json_topics_to_bytes (tree);
  written = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (strstr (written, kept[i]) == NULL)
      g_error ("%s was lost:\n%s", kept[i], written);
  again = read_text (written, &error);
  second = np_json_topics_to_bytes (again);
  g_assert_true (g_bytes_equal (bytes, second));
}

/* A deleted topic is remembered as such until there is a topic of its key again. */
static void
test_dropped (void)
{
  g_autoptr (NpTopicTree) tree = read_text ("{\"format\": \"newsprint-topics\", \"topics\": {\"a\": {\"name\": \"A\"}},"
                                            " \"dropped\": [\"gone\", \"a\", \"b\", 5]}",
                                            NULL),
                          copy = NULL, again = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (g_hash_table_contains (np_topic_tree_get_dropped (tree), "gone"));
  g_assert_false (g_hash_table_contains (np_topic_tree_get_dropped (tree), "a"));
  copy = np_topic_tree_copy (tree);
  np_topic_tree_put (copy, np_topic_new ("b", "B"));
  bytes = np_json_topics_to_bytes (copy);
  again = np_json_topics_from_bytes (bytes, NULL, NULL);
  g_assert_true (g_hash_table_contains (np_topic_tree_get_dropped (again), "gone"));
  g_assert_false (g_hash_table_contains (np_topic_tree_get_dropped (again), "b"));
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
    { "{\"format\": \"newsprint-library\"}", NP_JSON_ERROR_FORMAT },
    { "{\"format\": \"newsprint-topics\", \"version\": 2}", NP_JSON_ERROR_VERSION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (rows[i].text, &error));
      g_assert_error (error, NP_JSON_ERROR, rows[i].code);
    }
}

/* Two machines that each moved a topic into the other's can leave a cycle: every topic stays in reach. */
static void
test_cycles (void)
{
  static const char *const rows[] = {
    "{\"a\": {\"name\": \"A\", \"parent\": \"a\"}}",
    "{\"a\": {\"name\": \"A\", \"parent\": \"b\"}, \"b\": {\"name\": \"B\", \"parent\": \"a\"}}",
    "{\"a\": {\"name\": \"A\", \"parent\": \"b\"}, \"b\": {\"name\": \"B\", \"parent\": \"c\"},"
    " \"c\": {\"name\": \"C\", \"parent\": \"b\"}, \"d\": {\"name\": \"D\", \"parent\": \"a\"}}",
    "{\"a\": {\"name\": \"A\", \"mergedInto\": \"b\"}, \"b\": {\"name\": \"B\", \"mergedInto\": \"a\"}}",
    "{\"a\": {\"name\": \"A\", \"mergedInto\": \"a\"}, \"b\": {\"name\": \"B\", \"mergedInto\": \"gone\"}}",
    "{\"a\": {\"name\": \"A\", \"parent\": \"x\"}, \"x\": {\"name\": \"X\", \"mergedInto\": \"b\"},"
    " \"b\": {\"name\": \"B\", \"parent\": \"a\"}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"format\": \"newsprint-topics\", \"topics\": %s}", rows[i]);
      g_autoptr (NpTopicTree) tree = read_text (text, NULL);
      g_autoptr (GPtrArray) keys = np_topic_tree_list_keys (tree);

      g_test_message ("row %u", i);
      for (guint j = 0; j < keys->len; j++)
        {
          const NpTopic *topic = np_topic_tree_resolve (tree, keys->pdata[j]);

          g_assert_nonnull (topic);
          for (guint steps = 0; topic->parent != NULL; steps++)
            {
              g_assert_cmpuint (steps, <, keys->len);
              topic = np_topic_tree_resolve (tree, topic->parent);
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/json/topics/read", test_read);
  g_test_add_func ("/json/topics/dropped", test_dropped);
  g_test_add_func ("/json/topics/errors", test_errors);
  g_test_add_func ("/json/topics/cycles", test_cycles);
  return g_test_run ();
}
