#include "json/np-json-error.h"
#include "json/np-json-searches.h"

#include <string.h>

static NpSearches *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return np_json_searches_from_bytes (bytes, NULL, error);
}

/* What is not understood is kept, and what is read is written again, the same each time. */
static void
test_read (void)
{
  static const char text[] =
      "{\"format\": \"newsprint-searches\", \"version\": 1, \"future\": true, \"searches\": ["
      "{\"id\": \"one\", \"name\": \"Unread AP\", \"text\": \"is:unread site:ap\", \"place\": \"inbox\", \"sort\":"
      " \"site\", \"ascending\": true, \"topic\": \"korea\", \"icon\": 3},"
      "{\"text\": \"by hand\"}, {\"text\": \"by hand\"}, {\"id\": \"one\", \"text\": \"twice\"},"
      "{\"id\": \"odd\", \"name\": 7, \"text\": \"odd\", \"place\": \"attic\", \"sort\": \"smell\", \"ascending\":"
      " \"up\", \"topic\": \"\"}, 5, \"stray\", {}]}";
  static const char *const kept[] = {
    "\"future\": true", "\"icon\": 3", "\"attic\"", "\"smell\"", "\"up\"", "\"stray\""
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (NpSearches) searches = read_text (text, &error), again = NULL;
  g_autoptr (GBytes) bytes = NULL, second = NULL;
  g_autofree char *written = NULL;
  const NpSearch *first;

  g_assert_no_error (error);
  g_assert_cmpuint (np_searches_get_size (searches), ==, 6);
  first = np_searches_get (searches, 0);
  g_assert_cmpstr (first->name, ==, "Unread AP");
  g_assert_cmpint (first->place, ==, NP_PLACE_INBOX);
  g_assert_cmpint (first->sort, ==, NP_SORT_SITE);
  g_assert_true (first->ascending);
  g_assert_cmpstr (first->topic, ==, "korea");
  g_assert_cmpstr (np_searches_get (searches, 1)->name, ==, "by hand");
  g_assert_cmpstr (np_searches_get (searches, 3)->id, ==, "one-2");
  g_assert_cmpstr (np_searches_find (searches, "odd")->name, ==, "odd");
  g_assert_null (np_searches_find (searches, "odd")->topic);
  bytes = np_json_searches_to_bytes (searches);
  written = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (strstr (written, kept[i]) == NULL)
      g_error ("%s was lost:\n%s", kept[i], written);
  again = read_text (written, &error);
  g_assert_no_error (error);
  second = np_json_searches_to_bytes (again);
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
    { "[]", NP_JSON_ERROR_FORMAT },
    { "{\"format\": \"newsprint-topics\"}", NP_JSON_ERROR_FORMAT },
    { "{\"format\": \"newsprint-searches\", \"version\": 2}", NP_JSON_ERROR_VERSION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (rows[i].text, &error));
      g_assert_error (error, NP_JSON_ERROR, rows[i].code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/json/searches/read", test_read);
  g_test_add_func ("/json/searches/errors", test_errors);
  return g_test_run ();
}
